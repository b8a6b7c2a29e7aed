"""Signs stop, answers open step by step, and what a clinician says counts from its day on."""

from dataclasses import replace
from datetime import timedelta
from typing import get_args

import pytest

from rhomboid.plan.screening import (
    QUESTIONS,
    RED_FLAGS,
    VALID,
    allowed,
    conditions_of,
    soonest,
)
from rhomboid.training.checkin import CheckIn, RedFlag
from rhomboid.training.person import Condition, Person
from rhomboid.training.screening import Question, Screening
from tests.plan.diary import LIFTER, MONDAY, codes, names_in, on, plan

EMERGENCIES = {"numb_saddle", "bladder_or_bowel", "weak_legs", "chest_pain", "fainting"}


def test_every_question_and_every_sign_has_its_words():
    assert set(QUESTIONS) == set(get_args(Question))
    assert set(RED_FLAGS) == set(get_args(RedFlag))
    assert all(asked.words.endswith("?") for asked in QUESTIONS.values())


def test_no_question_is_longer_than_two_lines_nor_copies_a_known_form():
    assert all(len(asked.words) <= 130 for asked in QUESTIONS.values())
    assert not any("physical activity" in asked.words for asked in QUESTIONS.values())


def test_what_a_yes_says_is_a_condition_the_files_know():
    told = {asked.condition for asked in QUESTIONS.values()} - {None}
    assert told <= set(get_args(Condition))


def test_no_to_everything_opens_loads():
    assert allowed(Screening(MONDAY), Person(), MONDAY) == "loads"


def test_without_answers_days_stay_light():
    assert allowed(None, Person(), MONDAY) == "light"
    planned = plan(LIFTER, screening=None)
    assert planned.kind == "light"
    assert "answer_first" in codes(planned.reasons)


@pytest.mark.parametrize(("age", "kind"), [(365, "loaded"), (366, "light")])
def test_answers_hold_for_a_year(age, kind):
    planned = plan(LIFTER, screening=Screening(MONDAY - timedelta(days=age)))

    assert planned.kind == kind
    assert timedelta(days=365) == VALID


@pytest.mark.parametrize("question", QUESTIONS)
def test_a_yes_asks_for_a_clinician_and_a_later_word_opens_it(question):
    yes = Screening(MONDAY, frozenset({question}))
    before = Person(cleared=True, cleared_on=MONDAY - timedelta(days=1))

    assert allowed(yes, Person(), MONDAY) == QUESTIONS[question].until_agreed
    assert allowed(yes, before, MONDAY) == QUESTIONS[question].until_agreed
    assert allowed(yes, Person(cleared=True, cleared_on=MONDAY), MONDAY) == "loads"
    assert allowed(yes, Person(cleared=True), MONDAY) == "loads"


def test_a_heart_that_wants_watching_opens_the_stretch_alone():
    planned = plan(LIFTER, screening=Screening(MONDAY, frozenset({"heart"})))

    assert names_in(planned) == ["corkscrew"]
    assert "agree_first" in codes(planned.reasons)


def test_a_chest_that_hurts_opens_nothing():
    planned = plan(LIFTER, screening=Screening(MONDAY, frozenset({"chest"})))

    assert (planned.kind, planned.items, planned.stop.urgency) == ("stopped", (), "doctor")


def test_a_yes_is_a_condition_too():
    yes = Screening(MONDAY, frozenset({"bones"}))

    assert conditions_of(yes, Person(conditions=frozenset({"neck_pain"}))) == {
        "neck_pain", "osteoporosis",
    }  # fmt: skip


@pytest.mark.parametrize("flag", RED_FLAGS)
def test_every_sign_stops_and_sends_to_care(flag):
    planned = plan(LIFTER, check_ins=[CheckIn(MONDAY, red_flags=frozenset({flag}))])

    assert (planned.kind, planned.items) == ("stopped", ())
    assert planned.stop.urgency == RED_FLAGS[flag].urgency
    assert "Do not train" in planned.stop.words
    assert (planned.stop.urgency == "emergency") == (flag in EMERGENCIES)


def test_a_clinicians_word_does_not_open_what_a_sign_of_today_stops():
    cleared = Person(cleared=True, cleared_on=MONDAY)
    planned = plan(cleared, check_ins=[CheckIn(MONDAY, red_flags=frozenset({"fever"}))])

    assert planned.kind == "stopped"


def test_a_sign_stops_until_another_word_comes():
    told = [CheckIn(MONDAY, red_flags=frozenset({"fever"}))]

    assert plan(LIFTER, day=on(40), check_ins=told).kind == "stopped"
    later = plan(LIFTER, day=on(2), check_ins=[*told, CheckIn(on(2), asked=True)])
    assert names_in(later) == ["corkscrew"]
    assert "flag_remembered" in codes(later.reasons)


@pytest.mark.parametrize(("cleared", "kind"), [(-1, "light"), (0, "loaded"), (None, "light")])
def test_after_a_sign_only_a_later_word_of_a_clinician_opens_loads(cleared, kind):
    day = None if cleared is None else on(cleared)
    person = Person(cleared=True, cleared_on=day)
    told = [CheckIn(MONDAY, red_flags=frozenset({"fever"})), CheckIn(on(2), asked=True)]

    assert plan(person, day=on(2), check_ins=told).kind == kind


@pytest.mark.parametrize(("days", "kind"), [(28, "light"), (35, "loaded")])
def test_a_sign_is_remembered_for_four_weeks(days, kind):
    told = [CheckIn(MONDAY, red_flags=frozenset({"fever"})), CheckIn(on(days), readiness=3)]

    assert plan(LIFTER, day=on(days), check_ins=told).kind == kind


def test_the_soonest_of_several_signs_counts():
    assert soonest(frozenset({"weight_loss", "fever", "weak_legs"})) == "emergency"
    with pytest.raises(ValueError, match="no signs"):
        soonest(frozenset())


@pytest.mark.parametrize(
    ("told", "days", "asks"),
    [("shoulder_pain", 41, False), ("shoulder_pain", 42, True), ("shoulder_pain", 48, True),
     ("shoulder_pain", 49, False), ("shoulder_pain", 84, True), (None, 42, False)],
)  # fmt: skip
def test_now_and_then_it_is_asked_whether_what_was_told_still_holds(told, days, asks):
    person = replace(LIFTER, conditions=frozenset({told} - {None}))
    planned = plan(person, day=on(days), screening=Screening(MONDAY))

    assert ("still_so" in codes(planned.notes)) == asks


def test_less_time_or_something_else_is_no_answer_about_a_sign():
    told = CheckIn(MONDAY, red_flags=frozenset({"numb_saddle"}))
    wishes = [CheckIn(on(1), minutes=10), CheckIn(on(2), without=frozenset({"t_raise"}))]

    assert plan(LIFTER, day=on(2), check_ins=[told, *wishes]).kind == "stopped"


@pytest.mark.parametrize("condition", ["osteoporosis", "pregnancy", "high_blood_pressure"])
def test_what_a_profile_tells_wants_a_clinician_as_a_yes_does(condition):
    person = replace(LIFTER, conditions=frozenset({condition}))
    planned = plan(person)

    assert planned.kind == "light"
    assert "agree_first" in codes(planned.reasons)
    assert "clinician" in " ".join(reason.words for reason in planned.reasons)
    assert plan(replace(person, cleared=True)).kind == "loaded"
