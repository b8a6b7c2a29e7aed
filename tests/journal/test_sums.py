"""Sums over many sets are what adding them up by hand comes to."""

from datetime import UTC, date, datetime, timedelta

import pytest

from rhomboid.journal.entry import Entry
from rhomboid.training.kept import Rating, Tally
from rhomboid.training.load import Load
from rhomboid.training.target import Target
from tests.journal.scenes import SET, numbered

MONDAY = datetime(2026, 3, 2, 12, tzinfo=UTC)
WARM_UP = Target("warm_up", (5, 8), None, "barbell", 2, 0, 2, 60)


@pytest.fixture
def filled(journal):
    """A journal with three weeks of two exercises: on each Monday and Tuesday, two sets."""
    sets = []
    for number in range(12):
        week, place = divmod(number, 4)
        sets.append(
            numbered(
                number,
                exercise="deadlift" if place < 3 else "t_raise",
                started_at=MONDAY + timedelta(weeks=week, days=place // 2),
                counted=number,
                corrections=(1,),
                load=Load("kg", 40.0 + week),
                target=WARM_UP if place == 0 else None,
                rating=Rating(effort=place, pain=week),
                tally=Tally(good=number),
            )
        )
    journal.sets.keep_all(Entry(kept, None, None, SET.started_at) for kept in sets)
    return journal


def test_a_calendar_shows_every_day_on_which_something_was_done(filled):
    days = filled.sums.calendar(date(2026, 3, 2), date(2026, 3, 9))
    assert [(one.day.day, one.sets, one.repetitions) for one in days] == [
        (2, 2, 3),
        (3, 2, 7),
        (9, 2, 11),
    ]


def test_progress_leaves_warming_up_out(filled):
    weeks = filled.sums.progress("deadlift")
    assert [one.week.day for one in weeks] == [2, 9, 16]
    assert [one.sets for one in weeks] == [2, 2, 2]
    assert [one.load for one in weeks] == [40.0, 41.0, 42.0]
    assert [one.repetitions for one in weeks] == [2 + 3, 6 + 7, 10 + 11]
    assert [one.good for one in weeks] == [1 + 2, 5 + 6, 9 + 10]
    assert [one.pain for one in weeks] == [0, 1, 2]
    assert [one.effort for one in weeks] == [1.5, 1.5, 1.5]
    assert {one.load_axis for one in weeks} == {"kg"}
    assert len(filled.sums.progress("deadlift", since=date(2026, 3, 9))) == 2


def test_sets_are_counted_week_by_week(filled):
    volume = filled.sums.volume(since=date(2026, 3, 16))
    assert [(one.exercise, one.sets) for one in volume] == [("deadlift", 2), ("t_raise", 1)]
    assert len(filled.sums.volume()) == 6


def test_nothing_comes_to_nothing(journal):
    assert journal.sums.calendar(date.min, date.max) == []
    assert journal.sums.progress("deadlift") == journal.sums.volume() == []
    assert journal.sums.checks("deadlift") == journal.sums.repetitions(SET.id) == []
