"""A one-repetition maximum is a rough guess with a range, and often none at all."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rhomboid.plan.strength import one_rep_max
from rhomboid.plan.volume import direct, weekly_sets
from rhomboid.training.load import Load
from tests.plan.diary import asked, kept, kg, on


def guess(repetitions, spare=None, exercise="deadlift", load=None, **how):
    """Return the guess from one set of 100 kg."""
    return one_rep_max(kept(exercise, on(0), repetitions, load=load or kg(100), spare=spare, **how))


@pytest.mark.parametrize(
    ("repetitions", "epley", "brzycki"),
    [(3, 110.0, 105.9), (5, 116.7, 112.5), (8, 126.7, 124.1), (10, 133.3, 133.3),
     (12, 140.0, 144.0)],
)  # fmt: skip
def test_lies_between_the_two_equations_as_printed(repetitions, epley, brzycki):
    assert guess(repetitions).kg == pytest.approx((epley + brzycki) / 2, abs=0.1)


def test_one_repetition_is_no_guess():
    assert guess(1).kg == 100


@pytest.mark.parametrize(
    ("repetitions", "spare", "quality"),
    [(10, None, "fair"), (7, 3, "fair"), (8, 3, "rough"), (12, 0, "rough")],
)
def test_says_how_far_to_trust_it(repetitions, spare, quality):
    assert guess(repetitions, spare).quality == quality


@pytest.mark.parametrize(("repetitions", "spare"), [(13, None), (10, 3), (0, 5)])
def test_long_sets_say_nothing(repetitions, spare):
    assert guess(repetitions, spare) is None


@pytest.mark.parametrize("exercise", ["t_raise", "inverted_row", "corkscrew", "pull_up", None])
def test_there_is_none_for_bands_the_own_body_or_a_stretch(exercise):
    assert guess(5, exercise=exercise) is None
    assert guess(5, load=Load("band", 2), exercise="seated_cable_row") is None


def test_only_good_repetitions_count_and_no_warm_up():
    assert guess(8, good=5).kg == guess(5).kg
    assert guess(5, target=asked("deadlift", kg(100))) is not None
    warm_up = asked("deadlift", kg(100))
    warm_up = type(warm_up)("warm_up", (6, 6), kg(100), "barbell", 1, 1, 2, 45)
    assert guess(5, target=warm_up) is None


@given(repetitions=st.integers(1, 12), spare=st.integers(0, 5))
def test_the_range_holds_the_guess_and_is_wider_where_it_is_rough(repetitions, spare):
    found = guess(repetitions, spare)
    if found:
        apart = 0.05 if found.quality == "fair" else 0.10
        assert found.low_kg <= found.kg * (1 - apart) + 1e-9
        assert found.high_kg >= found.kg * (1 + apart) - 1e-9


def test_a_week_counts_directly_and_by_halves():
    sets = [kept("seated_cable_row", on(0), 8, number=n) for n in range(3)]
    sets += [kept("lat_pulldown", on(0), 8, number=n) for n in range(2)]

    week = weekly_sets(sets, on(0))
    assert (week["upper_back"], week["lats"], week["shoulders"]) == (4.0, 5.0, 1.5)
    assert week["lower_back"] == 0


@pytest.mark.parametrize(("days", "sets"), [(6, 1), (7, 0), (-1, 0)])
def test_a_week_has_seven_days(days, sets):
    assert weekly_sets([kept("deadlift", on(0), 5)], on(days))["hips"] == sets


def test_warm_ups_easy_sets_and_empty_sets_count_for_nothing():
    easy = kept("deadlift", on(0), 5, asked("deadlift", kg(50), easy=True))
    nothing = kept("deadlift", on(0), 0)

    assert weekly_sets([easy, nothing], on(0))["hips"] == 0


def test_the_worked_example_of_the_week():
    week = {"seated_cable_row": 5, "lat_pulldown": 5, "t_raise": 6, "deadlift": 3,
            "inverted_row": 5}  # fmt: skip
    sets = [kept(name, on(0), 8, number=n) for name, many in week.items() for n in range(many)]

    assert weekly_sets(sets, on(0))["upper_back"] == 17


def test_what_an_exercise_is_done_for():
    assert direct("seated_cable_row") == {"upper_back", "lats"}
    assert direct("corkscrew") == direct("bench_press") == frozenset()
