"""A set is kept whole or not at all, and what cannot be read is left alone."""

from dataclasses import replace
from datetime import UTC, datetime

import numpy as np
import pytest

from rhomboid.errors import OutputError, ShelfError
from rhomboid.journal.shelf import Shelf
from rhomboid.pose.track import PoseTrack
from rhomboid.training.kept import KeptSet, Rating

ID = "0f8fad5b-d9cb-469f-a165-70867728950e"
SET = KeptSet(
    id=ID,
    exercise="deadlift",
    origin="camera",
    started_at=datetime(2026, 3, 1, 8, 30, tzinfo=UTC),
    counted=5,
    corrections=(1, -1, 1),
)


@pytest.fixture
def shelf(tmp_path):
    return Shelf(tmp_path / "sets")


def track():
    return PoseTrack(np.arange(5) / 30, np.ones((5, 33, 2)), np.ones((5, 33)), (640, 480))


def test_what_is_kept_can_be_read_again(shelf):
    shelf.keep(SET, track())
    assert shelf.read(ID) == SET
    assert len(shelf.track(ID)) == 5
    assert shelf.read(ID).total == 6


def test_a_set_by_hand_has_no_joints(shelf):
    shelf.keep(replace(SET, origin="hand"), None)
    assert shelf.track(ID) is None


def test_keeping_it_twice_keeps_it_once(shelf):
    shelf.keep(SET, track())
    shelf.keep(replace(SET, counted=7), track())
    assert [kept.counted for kept in shelf.all()] == [7]


def test_the_newest_comes_first(shelf):
    older = replace(SET, id=ID[:-1] + "0", started_at=datetime(2025, 1, 1, tzinfo=UTC))
    shelf.keep(older, None)
    shelf.keep(SET, None)
    assert [kept.id for kept in shelf.all()] == [SET.id, older.id]


def test_a_rating_and_corrections_are_noted(shelf):
    shelf.keep(SET, None)
    shelf.rate(ID, Rating(effort=7, spare=2, pain=0, note="gut – ‘ok’"))
    shelf.correct(ID, -1)
    assert shelf.read(ID).rating.note == "gut – ‘ok’"
    assert shelf.read(ID).total == 5


@pytest.mark.parametrize(
    "wrong", [{"effort": 11}, {"pain": -1}, {"spare": 99}, {"note": "x" * 501}]
)
def test_a_rating_off_its_scale_is_refused(wrong):
    with pytest.raises(ValueError, match=r"from 0 to|at most"):
        Rating(**wrong)


@pytest.mark.parametrize("id_", ["../../etc", "", ID.upper(), f"{ID}/..", "."])
def test_an_odd_id_leads_nowhere(shelf, id_):
    with pytest.raises(ShelfError, match="no set"):
        shelf.read(id_)
    with pytest.raises(ValueError, match="UUID"):
        shelf.keep(replace(SET, id=id_), None)


def test_a_damaged_set_is_left_alone_and_the_others_are_read(shelf, tmp_path):
    other = replace(SET, id=ID[:-1] + "1")
    shelf.keep(SET, None)
    shelf.keep(other, None)
    damaged = tmp_path / "sets" / ID / "set.json"
    damaged.write_text("{")
    assert [kept.id for kept in shelf.all()] == [other.id]
    with pytest.raises(ShelfError, match="cannot be read"):
        shelf.read(ID)
    assert damaged.read_text() == "{"


def test_what_was_half_written_when_the_power_went_is_no_set(shelf, tmp_path):
    shelf.keep(SET, None)
    half = tmp_path / "sets" / f".{ID}.part"
    half.mkdir()
    (half / "set.json").write_text("{}")
    assert len(shelf.all()) == 1
    shelf.keep(SET, None)
    assert not half.exists()


def test_a_removed_set_is_gone(shelf):
    shelf.keep(SET, track())
    shelf.remove(ID)
    shelf.remove(ID)
    assert shelf.all() == []


def test_a_folder_that_cannot_be_made_is_said(tmp_path):
    (tmp_path / "sets").write_text("a file")
    with pytest.raises(OutputError, match="cannot keep the set"):
        Shelf(tmp_path / "sets").keep(SET, None)
