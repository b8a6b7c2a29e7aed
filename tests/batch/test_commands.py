"""What the command line says of an archive, and the code it ends with."""

import json
import subprocess
import sys
from dataclasses import replace

import pytest

from rhomboid.batch.archive import judge_archive
from rhomboid.batch.work import todays
from tests.batch.scenes import ALONE, clips


def command(*words, without=""):
    """Run the command line in a process of its own, as if a package were not installed."""
    missing = f"import sys; sys.modules[{without!r}] = None; " if without else ""
    return subprocess.run(
        [sys.executable, "-c", f"{missing}from rhomboid.cli import main; main()", *map(str, words)],
        capture_output=True, text=True, check=False,
    )  # fmt: skip


def refused(ran):
    """Return the one sentence a command was refused with."""
    assert (ran.returncode, ran.stdout) == (2, "")
    assert len(ran.stderr.strip().splitlines()) == 1
    return ran.stderr.removeprefix("rhomboid: ").strip()


@pytest.fixture
def folder(tmp_path):
    """A folder with one clip."""
    return clips(tmp_path / "clips", ["row.npz"])


@pytest.mark.parametrize("package", ["fsspec", "arro3.core", "filelock", "ray"])
def test_a_missing_package_is_one_sentence(folder, tmp_path, package):
    said = refused(command("batch", folder, "--out", tmp_path / "out", without=package))

    assert said == "an archive needs an extra: pip install 'rhomboid[cluster]'"
    assert not (tmp_path / "out").exists()


def test_a_bucket_without_its_package_is_one_sentence(tmp_path):
    said = refused(command("batch", "s3://bucket/clips", "--out", tmp_path / "o", without="s3fs"))

    assert said.endswith("needs a package that is not here: pip install s3fs")


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--model", "huge"], "there is no model 'huge'; there are: lite, full, heavy"),
        (["--exercise", "squat"], "there is no exercise 'squat'; there are: "),
    ],
)
def test_what_cannot_be_is_refused_before_any_work(folder, tmp_path, options, said):
    ran = command("batch", folder, "--out", tmp_path / "out", *options)

    assert refused(ran).startswith(said)
    assert not (tmp_path / "out").exists()


def test_a_source_that_is_not_there_is_one_sentence(tmp_path):
    ran = command("batch", tmp_path / "none.mp4", "--out", tmp_path / "out")

    assert refused(ran) == f"there is no file {tmp_path}/none.mp4"
    assert not (tmp_path / "out").exists()


@pytest.fixture
def archive(folder, tmp_path):
    """An archive that an older version judged."""
    out = tmp_path / "out"
    judge_archive([str(folder)], out, where=ALONE)
    for path in (out / "sets").iterdir():
        assert path.suffix == ".parquet"
    return out


def test_an_archive_of_today_has_nothing_to_judge_again(archive):
    ran = command("rejudge", archive)

    assert (ran.returncode, ran.stderr) == (0, "")
    assert ran.stdout == "Every set was judged by today's rules already.\n"


def test_an_archive_is_judged_again_without_ray(folder, tmp_path, monkeypatch):
    older = replace(todays(), rules=dict.fromkeys(todays().rules, "older"))
    judge_archive([str(folder)], tmp_path / "out", how=older, where=ALONE)
    ran = command("rejudge", tmp_path / "out", "--json", without="ray")

    assert ran.returncode == 0, ran.stderr
    assert json.loads(ran.stdout) == {"judged": 1, "moved": {}, "failed": {}}


def test_what_is_no_archive_is_one_sentence(tmp_path):
    said = refused(command("rejudge", tmp_path))

    assert said == f"{tmp_path} holds no archive that rhomboid batch wrote"


def test_a_journal_and_an_archive_are_not_judged_at_once(archive, tmp_path):
    assert "leave one out" in refused(command("rejudge", archive, "--data", tmp_path))
