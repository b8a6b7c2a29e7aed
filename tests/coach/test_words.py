"""Each thing has one name and one unit, and is said as a person would say it."""

import pytest

from rhomboid.catalogue.read import load
from rhomboid.coach import words
from rhomboid.records import Attempt, Finding
from rhomboid.report.quantity import amount
from rhomboid.report.words import ENGLISH


def found(**changes):
    """Make a finding of a pause."""
    usual = {
        "check": "x", "title": "Grip width", "verdict": "fix", "value": 1.0, "uncertainty": 0.1,
        "unit": "s", "good_from": 3.0, "good_to": None, "source": "house", "cue": "Wait.",
    }  # fmt: skip
    return Finding(**{**usual, **changes})


def test_a_report_names_views_and_units_as_the_coach_does():
    assert dict(ENGLISH.views) == dict(words.VIEWS)
    for unit in words.UNITS:
        assert amount(0.42, unit) == words.amount(0.42, unit)


@pytest.mark.parametrize(
    ("title", "said"),
    [("Grip width", "grip width"), ("T-raise", "T-raise"), ("", ""), ("I saw", "I saw")],
)
def test_a_name_keeps_the_capital_that_is_its_own(title, said):
    assert words.in_sentence(title) == said


def test_an_exercise_keeps_its_name():
    assert words.count(load("t_raise"), 3) == "3 complete repetitions of the T-raise with a band."
    assert words.count(load("pull_up"), 1) == "1 complete repetition of the pull-up."


@pytest.mark.parametrize(
    ("limits", "said"),
    [
        ({"good_from": 10.0, "good_to": 12.0}, "You did 2; aim for 10 to 12."),
        ({"good_from": 10.0}, "You did 2; aim for 10 or more."),
    ],
)
def test_a_count_has_a_sentence_of_its_own(limits, said):
    assert words.fault(found(unit="repetitions", value=2.0, **limits), 0, 1) == said


def test_a_count_near_the_aim_is_not_called_hard_to_see():
    near = found(unit="repetitions", value=9.0, good_from=10.0, good_to=12.0)

    assert words.too_close(near) == "9 is close to the 10 to 12 to aim for"


@pytest.mark.parametrize(
    ("limits", "said"),
    [
        ({}, "good is 3.0 s or more, and I am sure from 3.4 s"),
        ({"good_from": None, "good_to": 5.0}, "good is 5.0 s or less, and I am sure up to 4.6 s"),
        ({"good_to": 5.0}, "good is 3.0 to 5.0 s, and I am sure from 3.4 to 4.6 s"),
    ],
)
def test_limits_say_from_where_on_the_coach_is_sure(limits, said):
    assert words.limits(found(**limits), 0.4) == said


def test_without_doubt_limits_are_the_limits():
    assert words.limits(found()) == "good is 3.0 s or more"
    assert words.too_close(found()) == "too close to call from a camera"
    assert words.too_close(found(), 0.4).endswith("I am sure from 3.4 s")


def test_what_was_not_counted_is_a_whole_sentence():
    def seen(kind, reason=""):
        return Attempt(kind, 0.0, 1.0, reason)

    assert words.attempts([seen("incomplete")]) == [
        "1 more repetition was not finished in the recording, so it is not counted."
    ]
    assert words.attempts([seen("partial"), seen("partial")]) == [
        "2 more repetitions were too small to count."
    ]
    assert words.attempts([seen("other", "The trunk is bent over.")]) == [
        "1 other movement was not counted: the trunk is bent over."
    ]


def test_what_helps_a_major_check_is_advised_first():
    minor = [found(verdict="not judged", cue="Move left.")] * 3
    major = found(verdict="not judged", cue="Move back.", severity="major")

    assert words.unjudged([*minor, major], 9).endswith("Move back.")
    assert words.unjudged(minor, 9).endswith("Move left.")
