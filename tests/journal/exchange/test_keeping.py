"""An import is kept whole, once, and can be taken back."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from rhomboid.errors import ExchangeError, JournalError
from rhomboid.journal.exchange import keeping
from rhomboid.journal.exchange.keeping import batches, keep, look, undo
from rhomboid.journal.exchange.reading import Wishes
from rhomboid.training.kept import Rating
from tests.journal.exchange import files
from tests.journal.scenes import SET

NOW = datetime(2026, 5, 4, 12, tzinfo=UTC)
LONGER = files.HEVY + (
    '"Legs","30 Mar 2025, 10:00","30 Mar 2025, 11:00","","Deadlift (Barbell)",,"",0,"normal",'
    "105,5,,,\n"
)


def test_a_file_is_looked_at_kept_and_there(journal, read):
    reading = read(files.HEVY)
    before = look(journal, reading)
    assert (before.new, before.there, journal.sets.count()) == (6, 0, 0)
    assert keep(journal, reading, NOW) == 6
    found = journal.sets.between(date(2025, 1, 1), date(2025, 12, 31))
    assert found == list(reading.sets)
    assert journal.sessions.between(date(2025, 1, 1), date(2025, 12, 31)) == list(reading.sessions)
    assert (look(journal, reading).new, look(journal, reading).there) == (0, 6)


def test_the_same_again_changes_nothing_and_more_adds_only_the_rest(journal, read):
    reading = read(files.HEVY)
    keep(journal, reading, NOW)
    said = journal.sets.rate(reading.sets[0].id, Rating(effort=3, note="mine"))
    assert keep(journal, reading, NOW) == 0
    assert keep(journal, read(LONGER), NOW) == 1
    assert journal.sets.count() == 7
    assert journal.sets.read(said.id) == said


def test_a_batch_is_taken_back_and_nothing_else(journal, read):
    journal.sets.keep(SET, None)
    first, second = read(files.HEVY), read(LONGER)
    keep(journal, first, NOW)
    keep(journal, second, replace_minute(NOW))
    assert [(one.id, one.sets) for one in batches(journal)] == [(second.batch, 1), (first.batch, 6)]
    assert batches(journal)[1].first == date(2025, 3, 28)
    assert batches(journal)[1].kept_at == NOW
    assert undo(journal, first.batch) == 6
    assert journal.sets.count() == 2
    assert len(journal.sessions.between(date(2025, 1, 1), date(2025, 12, 31))) == 1
    with pytest.raises(ExchangeError, match="there is no import"):
        undo(journal, first.batch)


def replace_minute(at):
    """Return a minute later."""
    return at.replace(minute=at.minute + 1)


def test_weights_without_a_unit_are_not_kept(journal, read):
    with pytest.raises(ExchangeError, match="kg or lb"):
        keep(journal, read(files.STRONG_IOS), NOW)
    assert journal.sets.count() == 0


def test_nothing_is_half_imported(journal, read, monkeypatch):
    reading = read(files.HEVY)
    monkeypatch.setattr(keeping, "_AT_ONCE", 2)
    write, calls = keeping._keep, []

    def fail_later(*arguments):
        calls.append(1)
        if len(calls) == 3:
            raise JournalError("the disk is full")
        return write(*arguments)

    monkeypatch.setattr(keeping, "_keep", fail_later)
    with pytest.raises(JournalError):
        keep(journal, reading, NOW)
    assert journal.sets.count() == 0
    assert journal.sessions.between(date(2025, 1, 1), date(2025, 12, 31)) == []


def test_a_set_that_stands_twice_is_kept_once(journal, read):
    reading = read(files.HEVY)
    twice = replace(reading, sets=reading.sets * 2)
    assert (look(journal, twice).new, look(journal, twice).there) == (6, 6)
    assert keep(journal, twice, NOW) == 6


def test_two_people_may_import_the_same_file(read):
    mine = {kept.id for kept in read(files.HEVY).sets}
    theirs = {kept.id for kept in read(files.HEVY, person=SET.id).sets}
    assert not mine & theirs


def test_wishes_are_empty_unless_something_is_said():
    assert Wishes() == Wishes(None, {}, None)


def test_ids_are_the_same_for_ever(read):
    assert read(files.HEVY).sets[0].id == "2c5544e5-0994-5569-ab14-413ba4735378"
