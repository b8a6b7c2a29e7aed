"""What belongs to a person and to a day is kept as it was then."""

from dataclasses import replace
from datetime import UTC, date, datetime
from uuid import uuid4

import pytest

from rhomboid.journal.days import Screening
from rhomboid.journal.sessions import KeptSession
from rhomboid.training.checkin import CheckIn
from rhomboid.training.person import Person
from tests.journal.scenes import SET

FIRST, LATER = date(2026, 3, 1), date(2026, 3, 9)


def test_a_person_is_known_as_they_were_on_a_day(journal):
    before = Person(goals=("strength",), bands=("red, light",), steps_kg={"barbell": 2.5})
    after = replace(before, minutes=60, conditions=frozenset({"neck_pain"}), body_kg=71.5)
    assert journal.profile.now() is None
    journal.profile.keep(before, FIRST)
    journal.profile.keep(after, LATER)
    journal.profile.keep(after, LATER)

    assert journal.profile.now() == after
    assert journal.profile.on(date(2026, 3, 8)) == before
    assert journal.profile.on(LATER) == after
    assert journal.profile.on(date(2026, 2, 1)) is None
    assert journal.profile.count() == 2


def test_how_somebody_is_on_a_day_is_said_once(journal):
    tired = CheckIn(FIRST, readiness=1, soreness={"lats": 3}, red_flags=frozenset({"fever"}))
    journal.days.check_in(CheckIn(FIRST, readiness=5))
    journal.days.check_in(tired)
    journal.days.check_in(CheckIn(LATER, pain=2))
    assert journal.days.check_ins(FIRST, FIRST) == [tired]
    assert [one.day for one in journal.days.check_ins(FIRST, LATER)] == [FIRST, LATER]


def test_every_plan_that_was_shown_is_kept(journal):
    plan = {"sets": [{"exercise": "deadlift", "kg": 40.0}], "why": "größer"}
    journal.days.show(FIRST, plan, "rules-1")
    journal.days.show(FIRST, plan, "rules-1")
    journal.days.show(FIRST, plan | {"sets": []}, "rules-1")
    journal.days.show(LATER, plan, "rules-2")

    shown = journal.days.shown(FIRST)
    assert [one.document for one in shown] == [plan, plan | {"sets": []}]
    assert journal.days.shown(LATER)[0].rules == "rules-2"
    assert journal.days.shown(date(2026, 1, 1)) == []
    with pytest.raises(ValueError, match="JSON"):
        journal.days.show(FIRST, {"kg": float("nan")}, "rules-1")


def test_answers_to_the_questions_of_safety_are_all_kept(journal):
    told = [Screening(FIRST, {"heart": False}), Screening(FIRST, {"heart": True})]
    for one in told:
        journal.days.screen(one)
    assert journal.days.screenings() == told


def test_a_day_is_left_out_and_taken_up_again(journal):
    journal.days.skip(FIRST, "ill")
    journal.days.skip(FIRST, "travelling")
    journal.days.skip(LATER)
    assert journal.days.skipped(FIRST, LATER) == {FIRST: "travelling", LATER: ""}
    journal.days.take_up(FIRST)
    assert journal.days.skipped(FIRST, LATER) == {LATER: ""}


def test_a_session_goes_on_until_it_is_ended(journal):
    at = datetime(2026, 3, 1, 8, tzinfo=UTC)
    session = KeptSession(str(uuid4()), FIRST, at)
    journal.sessions.keep(session)
    journal.sets.keep(replace(SET, session=session.id), None)
    assert journal.sessions.under_way() == [session]

    ended = replace(session, ended_at=at, status="done", note="well done")
    journal.sessions.keep(ended)
    assert journal.sessions.under_way() == []
    assert journal.sessions.between(FIRST, LATER) == [ended]
    assert journal.sessions.read(session.id) == ended
    assert journal.sessions.read("x") is None
    assert len(journal.sets.of_session(session.id)) == 1
    with pytest.raises(ValueError, match="UUID"):
        journal.sessions.keep(replace(session, id="x"))
