"""Gear that is not at hand is never asked for, and every way stands in the exercise file."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rhomboid.plan.conditions import CARE
from rhomboid.plan.gear import ANYWHERE, WAYS, ways
from tests.plan.diary import CATALOGUE, EVERYTHING


@pytest.mark.parametrize("exercise", WAYS)
def test_every_way_is_one_of_the_file_and_the_first_is_the_usual_one(exercise):
    equipment = CATALOGUE[exercise].equipment
    usual = {item.id for item in equipment.usual}
    known = usual | {item.id for item in equipment.substitutes}

    assert {way.gear for way in WAYS[exercise]} <= known
    assert WAYS[exercise][0].gear in usual
    assert WAYS[exercise][0].axis == CATALOGUE[exercise].progression.axis


@given(st.frozensets(st.sampled_from(sorted(EVERYTHING))))
def test_needs_nothing_that_is_not_at_hand(at_hand):
    for exercise in WAYS:
        assert all(way.needs <= at_hand for way in ways(exercise, at_hand))


def test_a_cable_without_a_bar_is_no_row():
    assert ways("seated_cable_row", {"cable_station"}) == ()
    assert [way.gear for way in ways("seated_cable_row", {"cable_station", "v_grip"})] == ["v_grip"]


def test_the_stretch_can_always_be_done():
    assert [way.gear for way in ways("corkscrew", ())] == [ANYWHERE]


def test_what_is_not_known_cannot_be_done():
    assert ways("bench_press", EVERYTHING) == ()


@pytest.mark.parametrize(("condition", "exercise"), CARE)
def test_whatever_a_condition_changes_stands_in_the_file_in_words_too(condition, exercise):
    assert condition in CATALOGUE[exercise].safety.conditions
