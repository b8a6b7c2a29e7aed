"""New rules are tried on the joints that were kept; what moves is told, and why."""

import json
import shutil
from dataclasses import replace

import pytest

from rhomboid.batch import again as again_module
from rhomboid.batch.again import rejudge
from rhomboid.batch.archive import judge_archive
from rhomboid.batch.work import todays
from rhomboid.catalogue import read
from rhomboid.coach.verdict import rules_version
from rhomboid.errors import BatchError
from tests.batch.scenes import ALONE, clips, everything, table


@pytest.fixture
def archive(tmp_path):
    """An archive of three drawn sets, whose clips are gone."""
    folder = clips(tmp_path / "clips")
    (folder / "list.csv").write_text(
        "address,exercise,person\nrow.npz,seated_cable_row,p1\nraise.npz,t_raise,\npull.npz,,\n"
    )
    judge_archive([str(folder / "list.csv")], tmp_path / "out", where=ALONE)
    for path in folder.iterdir():
        path.unlink()
    return tmp_path / "out"


@pytest.fixture
def shorter_pause(tmp_path, monkeypatch):
    """Rules of today by which the pause of a row is to last one second, and not three."""
    folder = tmp_path / "exercises"
    shutil.copytree(str(read._FOLDER), folder)
    row = folder / "seated_cable_row.toml"
    text = row.read_text(encoding="utf-8")
    assert text.count("at_least    = 3.0") == 1
    row.write_text(text.replace("at_least    = 3.0", "at_least    = 1.0"), encoding="utf-8")
    monkeypatch.setattr(read, "_FOLDER", folder)
    read.load.cache_clear()
    yield
    read.load.cache_clear()


def test_what_moved_is_told_with_the_limit_that_is_behind_it(archive, shorter_pause):
    done = rejudge(archive)
    ((address, said),) = done.moved.items()

    assert done.judged == 2  # the row, and what was recognised while the row had other rules
    assert address.endswith("row.npz")
    assert said[0] == "Wait at the belly: was not judged, is now good."
    assert said[1] == "The limit was at least 3 s, and is now at least 1 s."
    assert said[2].startswith("The rules were seated_cable_row-")
    assert len(said) == 3


def test_the_tables_hold_the_new_verdicts_and_the_new_versions_alone(archive, shorter_pause):
    rejudge(archive)
    about = "set_.exercise = 'seated_cable_row' and rep is null and \"check\" = 'pause'"
    (found,) = table(archive, "findings", "*", f"as set_ where {about}")
    rules = {
        row["rules"]
        for name in ("clips", "sets", "findings", "repetitions")
        for row in table(archive, name)
        if row["clip"] == found["clip"]
    }

    assert (found["verdict"], found["good_from"]) == ("good", 1.0)
    assert rules == {rules_version(read.load("seated_cable_row"))}
    assert {row["person"] for row in table(archive, "clips")} == {"p1", None}
    assert rejudge(archive).judged == 0


def test_rules_of_today_have_nothing_to_judge_again(archive):
    done = rejudge(archive)

    assert (done.judged, done.moved, done.failed) == (0, {}, {})


def test_no_video_and_no_clip_is_needed(archive, monkeypatch):
    before = everything(archive)
    how = todays()
    newer = replace(how, rules={name: f"{rules}-newer" for name, rules in how.rules.items()})
    monkeypatch.setattr(again_module, "todays", lambda: newer)
    done = rejudge(archive)

    assert (done.judged, done.moved, done.failed) == (3, {}, {})
    for rows in (before, after := everything(archive)):
        for row in rows["sets"]:
            row.pop("judged_by")
    assert after == before


def test_an_archive_that_is_none_is_one_sentence(tmp_path):
    with pytest.raises(BatchError, match="holds no archive that rhomboid batch wrote"):
        rejudge(tmp_path)


def test_joints_that_are_gone_are_told(archive, monkeypatch):
    how = todays()
    monkeypatch.setattr(again_module, "todays", lambda: replace(how, rhomboid="9.9.9"))
    for path in (archive / "tracks").iterdir():
        path.unlink()
    done = rejudge(archive)

    assert done.judged == 0
    assert len(done.failed) == 3
    assert all("cannot read the track" in why for why in done.failed.values())
    assert len(table(archive, "sets")) == 3
    json.dumps(done.failed)
