"""A run goes on where it stopped, however it stopped, and does nothing twice."""

import shutil
import subprocess
import sys
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

from rhomboid.batch import compact as compact_module
from rhomboid.batch.archive import judge_archive
from rhomboid.batch.compact import compact
from rhomboid.batch.layers import has_parts
from rhomboid.batch.run import Here, Tally, run
from rhomboid.batch.sources import find
from rhomboid.batch.store import Store
from rhomboid.batch.work import todays, work
from tests.batch.scenes import ALONE, clips, everything, nobody, table


@pytest.fixture
def folder(tmp_path):
    """Three drawn sets, and a file that is no clip."""
    (clips(tmp_path / "clips") / "broken.npz").write_text("no track")
    return tmp_path / "clips"


@pytest.fixture
def whole(folder, tmp_path):
    """All rows of an archive that was judged without a break."""
    judge_archive([str(folder)], tmp_path / "whole", where=ALONE)
    return everything(tmp_path / "whole")


def files(out):
    """Return all files of an archive and when they were last written."""
    return {path: path.stat().st_mtime_ns for path in out.rglob("*") if path.is_file()}


def again(folder, out, **how):
    """Judge once more; return what the clips came to."""
    return judge_archive([str(folder)], out, where=ALONE, **how).counts


def test_a_second_run_has_nothing_to_do(folder, tmp_path):
    judge_archive([str(folder)], tmp_path / "out", where=ALONE)
    before = files(tmp_path / "out")

    assert again(folder, tmp_path / "out") == {"judged": 0, "same": 3, "failed": 1}
    changed = {path.name for path, at in files(tmp_path / "out").items() if before[path] != at}
    assert changed <= {"summary.html", ".lock"}


def test_only_what_is_new_is_judged(folder, tmp_path):
    judge_archive([str(folder)], tmp_path / "out", where=ALONE)
    nobody().save(folder / "nobody.npz")

    assert again(folder, tmp_path / "out") == {"judged": 1, "same": 3, "failed": 1}
    assert len(table(tmp_path / "out", "sets")) == 4


def test_a_clip_is_known_by_its_content_wherever_it_lies(folder, tmp_path):
    judge_archive([str(folder)], tmp_path / "out", where=ALONE)
    shutil.copytree(folder, tmp_path / "moved")

    assert again(tmp_path / "moved", tmp_path / "out")["judged"] == 0
    assert len(table(tmp_path / "out", "sets")) == 3
    assert len(table(tmp_path / "out", "clips")) == 6


def test_a_file_with_other_content_takes_the_place_of_the_old(folder, tmp_path):
    judge_archive([str(folder)], tmp_path / "out", where=ALONE)
    nobody().save(folder / "row.npz")

    assert again(folder, tmp_path / "out")["judged"] == 1
    assert len(table(tmp_path / "out", "sets")) == 3
    assert len(table(tmp_path / "out", "clips")) == 3


@pytest.mark.parametrize(
    ("of", "judged"),
    [("every rule", 3), ("t_raise", 1), ("the model", 0)],
)
def test_what_other_versions_judged_is_judged_again(tmp_path, of, judged):
    folder = clips(tmp_path / "clips")
    (folder / "list.csv").write_text(
        "address,exercise\nrow.npz,seated_cable_row\nraise.npz,t_raise\npull.npz,lat_pulldown\n"
    )
    how = todays()
    older = {
        "every rule": replace(how, rules=dict.fromkeys(how.rules, "older")),
        "t_raise": replace(how, rules={**how.rules, "t_raise": "older"}),
        "the model": replace(how, model="heavy"),
    }[of]
    listed = folder / "list.csv"
    judge_archive([str(listed)], tmp_path / "out", how=older, where=ALONE)

    assert again(listed, tmp_path / "out") == {"judged": judged, "same": 3 - judged, "failed": 0}
    assert len(table(tmp_path / "out", "sets")) == 3
    assert again(listed, tmp_path / "out")["judged"] == 0


def test_what_is_said_of_a_clip_may_change_without_judging_it(tmp_path):
    folder = clips(tmp_path / "clips", ["row.npz"])
    for person in ("p1", "p2"):
        (folder / "list.csv").write_text(f"address,person\nrow.npz,{person}\n")
        judge_archive([str(folder / "list.csv")], tmp_path / "out", where=ALONE)
        assert table(tmp_path / "out", "clips", "person") == [{"person": person}]


class Stopped(Here):
    """Does some tasks, then is stopped as by Ctrl-C."""

    def __init__(self, do, after):
        super().__init__(do)
        self._after = after

    def begin(self, task):
        if not self._after:
            raise KeyboardInterrupt
        self._after -= 1
        super().begin(task)


@pytest.mark.parametrize("after", [0, 1, 2, 3])
def test_ctrl_c_keeps_what_was_judged(folder, tmp_path, whole, after):
    out, how = tmp_path / "out", todays()
    items = find([str(folder)])
    with Store(out) as store:
        engine = Stopped(partial(work, how=how, known=store.known), after)
        with pytest.raises(KeyboardInterrupt):
            run(items, engine, store, Tally(len(items)))

    kept = max(after - 1, 0)  # the first is the broken one
    assert again(folder, out)["judged"] == 3 - kept
    assert everything(out) == whole


def test_a_run_that_is_killed_at_any_moment_goes_on(folder, tmp_path, whole):
    ran = subprocess.run(
        [sys.executable, str(Path(__file__).with_name("dying.py")), folder, tmp_path / "out"],
        capture_output=True, text=True, check=False, cwd=Path(__file__).parents[2],
        env={"PYTHONPATH": ".", "PATH": ""},
    )  # fmt: skip
    assert ran.returncode == 0, ran.stderr
    times, code = map(int, ran.stdout.split())
    assert (times > 10, code) == (True, 0), ran.stderr
    assert everything(tmp_path / "out") == whole
    assert not has_parts(tmp_path / "out")
    assert list((tmp_path / "out").rglob("*.part")) == []


def test_many_parts_become_files_of_a_bounded_size(folder, tmp_path, whole, monkeypatch):
    out, how = tmp_path / "out", todays()
    items = find([str(folder)])
    with Store(out) as store:
        engine = Here(partial(work, how=how, known=store.known))
        run(items, engine, store, Tally(len(items)), clock=iter(range(0, 1000, 10)).__next__)
        store.flush()
        assert len(list((out / "parts").iterdir())) == len(items)
        compact(out, file_rows=5)

    assert len(list((out / "findings").iterdir())) > 1
    assert everything(out) == whole
    assert compact_module.FILE_ROWS > 5


def test_an_empty_table_is_a_table(tmp_path):
    judge_archive([str(clips(tmp_path / "clips", ["row.npz"]))], tmp_path / "out", where=ALONE)

    assert table(tmp_path / "out", "failures") == []
