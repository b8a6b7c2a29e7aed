"""On a real Ray: the same verdicts as one by one, whatever befalls the workers, and no network."""

import json
import os
import subprocess
import sys
from contextlib import nullcontext
from dataclasses import replace
from functools import partial
from pathlib import Path

import av
import pytest

from rhomboid.batch import again, cluster
from rhomboid.batch.archive import Where, judge_archive, lost
from rhomboid.batch.cluster import Cluster, started
from rhomboid.batch.run import Tally, run
from rhomboid.batch.sources import find
from rhomboid.batch.store import Store
from rhomboid.batch.work import todays, work
from rhomboid.errors import BatchError
from tests.alone import cut_off
from tests.batch.falling import dies_of_a_row, dies_once
from tests.batch.scenes import ALONE, SETS, clips, everything, nobody, table

ROOT = Path(__file__).parents[2]
VIDEOS = ("t_raise__front__clean", "seated_cable_row__side__rocking", "corkscrew__side__short_hold")

LONG = pytest.mark.skipif(
    not os.environ.get("RHOMBOID_LONG"), reason="takes minutes: make live runs it"
)

BRING_UP = """
import fcntl, socket, struct, sys
with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as any_:
    fcntl.ioctl(any_, 0x8914, struct.pack("16sh", b"lo", 0x41))
"""
"""Lets a process that has no network have its own loopback."""


@pytest.fixture(scope="module")
def ray():
    """Ray with two workers, kept to this machine."""
    with started(workers=2) as here:
        yield here


def first_seconds(source, target, length_s=3.0):
    """Copy the beginning of a video."""
    with av.open(str(source)) as film, av.open(str(target), "w") as copy:
        stream = copy.add_stream_from_template(film.streams.video[0])
        for packet in film.demux(video=0):
            if packet.dts is not None and packet.dts * packet.time_base < length_s:
                packet.stream = stream
                copy.mux(packet)


def judge(ray, folder, out, do=work, how=None):
    """Judge an archive on Ray; return what the clips came to."""
    how, items = how or todays(), find([str(folder)])
    tally = Tally(len(items))
    with (
        Store(out) as store,
        Cluster(ray, do, (how, store.known), partial(lost, how)) as engine,
    ):
        run(items, engine, store, tally)
        store.finish()
    return tally.counts


def test_many_at_once_are_judged_as_one_by_one(ray, tmp_path):
    folder = clips(tmp_path / "clips")
    nobody().save(folder / "nobody.npz")
    (folder / "broken.mp4").write_text("no video")
    for name in VIDEOS:
        first_seconds(ROOT / "samples" / f"{name}.mp4", folder / f"{name}.mp4")
    how = todays("lite")
    judge_archive([str(folder)], tmp_path / "alone", how=how, where=ALONE)

    assert judge(ray, folder, tmp_path / "out", how=how) == {"judged": 7, "same": 0, "failed": 1}
    assert everything(tmp_path / "out") == everything(tmp_path / "alone")
    assert judge(ray, folder, tmp_path / "out", how=how) == {"judged": 0, "same": 7, "failed": 1}


@LONG
def test_a_large_archive_is_judged_again_on_ray(ray, tmp_path, monkeypatch):
    older = replace(todays(), rules=dict.fromkeys(todays().rules, "older"))
    judge_archive([str(clips(tmp_path / "clips"))], tmp_path / "out", how=older, where=ALONE)
    monkeypatch.setattr(again, "FEW", 0)
    monkeypatch.setattr(again, "started", lambda: nullcontext(ray))
    done = again.rejudge(tmp_path / "out")

    assert (done.judged, done.moved, done.failed) == (3, {}, {})
    assert again.rejudge(tmp_path / "out").judged == 0


def test_a_clip_whose_worker_is_killed_is_judged_once(ray, tmp_path):
    folder = clips(tmp_path / "clips")
    counts = judge(ray, folder, tmp_path / "out", dies_once)
    died = {int(path.read_text()) for path in folder.glob("*.died")}

    assert counts == {"judged": 3, "same": 0, "failed": 0}
    assert len(died) == len(SETS)
    assert os.getpid() not in died
    assert len(table(tmp_path / "out", "sets")) == 3


@LONG
def test_a_clip_that_kills_every_worker_is_a_failure(ray, tmp_path, monkeypatch):
    monkeypatch.setattr(cluster, "RETRIES", 1)
    counts = judge(ray, clips(tmp_path / "clips"), tmp_path / "out", dies_of_a_row)
    (row,) = table(tmp_path / "out", "failures")

    assert counts == {"judged": 2, "same": 0, "failed": 1}
    assert (row["kind"], Path(row["address"]).name) == ("lost", "row.npz")
    assert row["reason"].startswith("the worker that judged it was lost, also when")


def test_no_more_is_under_way_than_may_be(ray, tmp_path):
    most = 0

    class Watched(Cluster):
        def begin(self, task):
            nonlocal most
            super().begin(task)
            most = max(most, len(self._tasks))

    folder = clips(tmp_path / "clips")
    for number in range(6):
        nobody(30 + number).save(folder / f"nobody{number}.npz")
    how, items = todays(), find([str(folder)])
    with (
        Store(tmp_path / "out") as store,
        Watched(ray, work, (how, store.known), partial(lost, how), 1) as engine,
    ):
        run(items, engine, store, Tally(len(items)))

    assert most == 2


def listening(pid):
    """Return the local addresses, in hexadecimal, on which a process listens."""
    sockets = set()
    for descriptor in Path(f"/proc/{pid}/fd").iterdir():
        try:
            sockets.add(str(descriptor.readlink()))
        except FileNotFoundError:
            continue
    found = set()
    for kind in ("tcp", "tcp6"):
        for line in Path(f"/proc/{pid}/net/{kind}").read_text().splitlines()[1:]:
            _, local, _, state, *_, = line.split()  # fmt: skip
            if state == "0A" and f"socket:[{line.split()[9]}]" in sockets:
                found.add(local.partition(":")[0])
    return found


def family(pid):
    """Yield a process and all that it started."""
    yield pid
    for task in Path(f"/proc/{pid}/task").iterdir():
        for child in (task / "children").read_text().split():
            yield from family(int(child))


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="only Linux tells it so")
def test_ray_listens_on_loopback_alone(ray):
    found = set().union(*(listening(pid) for pid in family(os.getpid())))

    assert found
    assert found <= {"0100007F", "0000000000000000FFFF00000100007F", f"{'0' * 24}01000000"}


def test_ray_tells_nobody_that_it_is_used(ray):
    from ray._common.usage.usage_lib import usage_stats_enabled

    assert not usage_stats_enabled()


def test_a_cluster_that_is_not_there_is_one_sentence(tmp_path):
    ran = command("batch", clips(tmp_path / "clips"), "--out", tmp_path / "out",
                  "--address", "127.0.0.1:1")  # fmt: skip

    assert ran.returncode == 2
    assert ran.stderr.startswith("rhomboid: no Ray cluster answers at 127.0.0.1:1")
    assert len(ran.stderr.splitlines()) == 1


@LONG
def test_a_running_cluster_is_named_by_its_address(ray, tmp_path):
    address = ray.get_runtime_context().gcs_address
    ran = command("batch", clips(tmp_path / "clips"), "--out", tmp_path / "out",
                  "--address", address, "--json")  # fmt: skip

    assert (ran.returncode, ran.stderr) == (0, "")
    assert json.loads(ran.stdout)["judged"] == 3


def command(*words, program="from rhomboid.cli import main; main()", before=()):
    """Run the command line in a process of its own."""
    return subprocess.run(
        [*before, sys.executable, "-c", program, *map(str, words)],
        capture_output=True, text=True, check=False, cwd=ROOT,
    )  # fmt: skip


@LONG
def test_ctrl_c_keeps_what_is_done_and_the_rest_is_done_without_a_network(ray, tmp_path):
    folder = clips(tmp_path / "clips")
    for number in range(5):
        nobody(30 + number).save(folder / f"nobody{number}.npz")
    (folder / "broken.npz").write_text("no track")
    asked = ("batch", folder, "--out", tmp_path / "out", "--workers", 2, "--json")
    address = ray.get_runtime_context().gcs_address
    stopped = command(*asked, "--address", address, program="from runpy import run_module as run;"
                      "run('tests.batch.stopping', run_name='__main__')")  # fmt: skip

    assert stopped.returncode == 130, stopped.stderr
    assert stopped.stderr == "Stopped; what was judged is kept. Run the same again to go on.\n"
    assert not stopped.stdout

    alone = cut_off()
    ran = command(*asked, program=f"{BRING_UP if alone else ''}\n"
                  "from rhomboid.cli import main; main()", before=alone)  # fmt: skip
    told = json.loads(ran.stdout)

    assert (ran.returncode, ran.stderr) == (1, "")
    assert told["clips"] == 9
    assert (told["judged"] + told["same"], told["failed"]) == (8, 1)
    assert told["same"] >= 1
    assert list(told["failures"]) == [str(folder / "broken.npz")]
    assert len(table(tmp_path / "out", "sets")) == 8


def test_ray_that_would_listen_to_the_network_is_not_used(monkeypatch):
    class Elsewhere:
        def __getattr__(self, name):
            return self

        def __call__(self, *_, **__):
            return "10.0.0.7"

    monkeypatch.setattr(cluster, "_ray", lambda _: Elsewhere())
    with pytest.raises(BatchError, match="would listen to the network"), started():
        pass


def test_where_is_ray_on_all_cores_if_nothing_is_said():
    assert Where() == Where(address=None, workers=None, alone=False)
