"""Sums for charts and notes are the same on both databases, and tell apart who counted."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from rhomboid.training.kept import Rating, Tally
from rhomboid.training.load import Load
from rhomboid.training.target import Target
from tests.journal.scenes import drawn, numbered

MONDAY = date(2026, 3, 2)
AT = datetime(2026, 3, 3, 18, tzinfo=UTC)


def lifted(number, weight, counted, **change):
    """Return a set with a weight."""
    facts = {"started_at": AT + timedelta(minutes=number), "load": Load("kg", weight)}
    facts |= {"counted": counted, "corrections": ()} | change
    return numbered(number, **facts)


def test_weeks_are_summed_by_who_counted_and_by_what_could_be_lifted(journal):
    sets = [
        lifted(1, 60.0, 8, tally=Tally(6), rating=Rating(effort=7, spare=2, pain=3)),
        lifted(2, 70.0, 8, tally=Tally(6), rating=Rating(effort=8, spare=2, pain=0)),
        lifted(3, 80.0, 15),
        lifted(4, 50.0, 0, origin="hand", corrections=(1,) * 5),
        lifted(5, 90.0, 9, started_at=AT + timedelta(weeks=1)),
    ]
    for one in sets:
        journal.sets.keep(one, None)
    rows = journal.trends.exercise("deadlift")
    found = {(row.key, row.watched, row.most): row for row in rows}
    assert set(found) == {
        (MONDAY, True, 8), (MONDAY, True, None), (MONDAY, False, 5),
        (MONDAY + timedelta(weeks=1), True, 9),
    }  # fmt: skip
    eights = found[MONDAY, True, 8]
    assert (eights.sets, eights.total, eights.counted, eights.good) == (2, 16, 16, 12)
    assert (eights.load_low, eights.load, eights.load_axis) == (60.0, 70.0, "kg")
    assert (eights.pain, eights.pains, eights.pained) == (3, 2, 1)
    assert (eights.effort, eights.efforts) == (15, 2)
    assert found[MONDAY, True, None].counted is None


def test_what_a_hand_added_counts_as_good(journal):
    journal.sets.keep(lifted(1, 60.0, 8, tally=Tally(6), corrections=(1, 1)), None)
    journal.sets.keep(lifted(2, 61.0, 8, tally=Tally(6), corrections=(-1, -1, -1)), None)
    assert [row.most for row in journal.trends.exercise("deadlift")] == [5, 8]


def test_warm_ups_and_easy_sets_are_no_volume(journal):
    target = Target("work", (5, 8), None, "bar", 2.0, 0.0, 2.0, 90.0)
    journal.sets.keep(lifted(1, 60.0, 8, target=target), None)
    journal.sets.keep(lifted(2, 60.0, 8, target=replace(target, easy=True)), None)
    journal.sets.keep(lifted(3, 60.0, 8, target=replace(target, kind="warm_up")), None)
    journal.sets.keep(lifted(4, 60.0, 0), None)
    journal.sets.keep(lifted(5, 60.0, 8), None)
    assert journal.trends.volume(MONDAY) == [(MONDAY, "deadlift", 2)]
    assert journal.trends.days()[0].sets == 4
    assert journal.trends.month(MONDAY, MONDAY + timedelta(days=30))[0].sets == 5


def test_a_day_knows_its_neighbours(journal):
    for days in (0, 3, 9):
        journal.sets.keep(lifted(days, 60.0, 8, started_at=AT + timedelta(days=days)), None)
    day = AT.date()
    assert journal.trends.neighbours(day + timedelta(days=3)) == (day, day + timedelta(days=9))
    assert journal.trends.neighbours(day) == (None, day + timedelta(days=3))
    assert journal.trends.neighbours(date(2020, 1, 1)) == (None, day)


def test_checks_name_the_last_set_that_could_not_be_judged(journal):
    joints, report = drawn()
    for number in (1, 2):
        one = numbered(number, exercise="t_raise", counted=3, corrections=(), started_at=AT
                       + timedelta(days=number))  # fmt: skip
        journal.sets.keep(one, joints, report)
    span = (MONDAY, MONDAY + timedelta(days=30))
    checks = journal.spans.checks(*span)
    assert {check.check for check in checks} == {found.check for found in report.findings}
    blind = {found.check for found in report.not_judged}
    for check in checks:
        assert (check.last_blind is not None) == (check.check in blind)
        wanted = numbered(2).id if check.check in blind else None
        assert journal.spans.blind_set(check) == wanted
    assert journal.spans.versions(*span) == [
        (report.versions.rhomboid, report.versions.model, report.versions.rules)
    ]


def test_pain_and_plans_of_a_period(journal):
    journal.sets.keep(lifted(1, 60.0, 8, rating=Rating(pain=4)), None)
    journal.sets.keep(lifted(2, 60.0, 8, rating=Rating(pain=0)), None)
    day = AT.date()
    span = (MONDAY, MONDAY + timedelta(days=30))
    assert journal.spans.pains(*span) == [(day, "deadlift", 4)]
    journal.days.show(day, {"kind": "light"}, "1")
    journal.days.show(day, {"kind": "loaded"}, "2")
    journal.days.show(day + timedelta(days=1), {}, "1")
    assert journal.spans.planned(*span) == {day: "loaded", day + timedelta(days=1): ""}


def test_an_empty_journal_answers_with_nothing(journal):
    span = (MONDAY, MONDAY + timedelta(days=30))
    assert journal.trends.exercise("deadlift") == []
    assert journal.trends.exercises(*span) == []
    assert journal.trends.days() == []
    assert journal.trends.neighbours(MONDAY) == (None, None)
    assert journal.spans.checks(*span) == []
    assert journal.spans.planned(*span) == {}
