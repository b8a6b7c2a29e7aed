"""The folder in which sets lay before the journal is taken in whole, once, and stays."""

import json
from dataclasses import replace

import pytest
from pydantic import TypeAdapter

from rhomboid.errors import TrackError
from rhomboid.journal.opening import open_journal
from rhomboid.training.kept import KeptSet, Rating
from tests.journal.scenes import ID, SET, numbered, track


def put(folder, kept, joints=None):
    """Put a set into a folder as was done before there was a journal."""
    place = folder / "sets" / kept.id
    place.mkdir(parents=True)
    facts = {"format": 1, **TypeAdapter(KeptSet).dump_python(kept, mode="json")}
    (place / "set.json").write_text(json.dumps(facts), encoding="utf-8")
    if joints is not None:
        joints.save(place / "joints.npz")
    return place


def test_every_set_is_taken_in_with_its_joints(place):
    rated = replace(SET, rating=Rating(pain=2, note="über"))
    put(place.folder, rated, track())
    put(place.folder, numbered(1))
    journal = open_journal(place)

    assert journal.sets.read(ID) == rated
    assert len(journal.sets.track(ID)) == 5
    assert journal.sets.track(numbered(1).id) is None
    assert journal.reports.last(ID) is None
    assert not (place.folder / "sets").exists()
    assert (place.folder / "sets.imported" / ID / "joints.npz").exists()
    journal.close()


def test_it_is_done_once_and_may_be_broken_off(place):
    put(place.folder, SET, track())
    open_journal(place).close()
    journal = open_journal(place)
    journal.sets.rate(ID, Rating(effort=8))
    journal.sets.keep(numbered(2), None)
    put(place.folder, SET, track())
    put(place.folder, numbered(2))
    again = open_journal(place)

    assert again.sets.read(ID).rating.effort == 8
    assert again.sets.count() == 2
    assert (place.folder / "sets.imported-2" / ID).is_dir()
    journal.close()
    again.close()


def test_what_cannot_be_read_is_left_there_and_the_rest_is_taken_in(place, caplog):
    (put(place.folder, SET) / "set.json").write_text("{")
    put(place.folder, numbered(1), track()).joinpath("joints.npz").write_bytes(b"no track")
    (place.folder / "sets" / ".0f8fad5b.part").mkdir()
    (place.folder / "sets" / numbered(3).id).mkdir()
    journal = open_journal(place)

    assert [kept.id for kept in journal.sets.recent()] == [numbered(1).id]
    with pytest.raises(TrackError):
        journal.sets.track(numbered(1).id)
    assert (place.folder / "sets.imported" / ID / "set.json").read_text() == "{"
    assert ID in caplog.text
    journal.close()
