"""A step is never swallowed by rounding, and never finer than the gear."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rhomboid.plan.ladder import Ladder, bar_height_cm, body_share, ladder
from rhomboid.training.load import Load, kg_of
from rhomboid.training.person import Person

STEPS = st.sampled_from([0.5, 1.0, 1.25, 2.0, 2.268, 2.5, 4.536, 5.0, 7.5, 10.0])
LOADS = st.floats(0.5, 400).map(lambda value: round(value, 3))
SHARES = st.sampled_from([0.9, 0.8])


def on_grid(value, step):
    return abs(value / step - round(value / step)) < 1e-3


@given(step=STEPS, value=LOADS)
def test_up_is_more_and_something_the_gear_can_do(step, value):
    more = Ladder("kg", step, 500.0).up(Load("kg", value))

    assert more.value > value
    assert on_grid(more.value, step)


@given(step=STEPS, value=LOADS)
def test_up_is_the_smallest_step_of_two_and_a_half_percent(step, value):
    more = Ladder("kg", step, 500.0).up(Load("kg", value))

    assert more.value >= value * 1.025 - 1e-3
    assert more.value - step < max(value * 1.025, value + 1e-3)


@given(step=STEPS, value=LOADS, share=SHARES)
def test_down_is_less_by_at_least_what_was_asked_and_something_the_gear_can_do(
    step, value, share
):  # fmt: skip
    less = Ladder("kg", step, 500.0).down(Load("kg", value), share)

    if less is None:
        assert value * share < step
    else:
        assert less.value <= value * share + 1e-3
        assert less.value > value * share - step - 1e-3
        assert on_grid(less.value, step)


@given(step=STEPS, value=LOADS, share=SHARES)
def test_a_step_up_and_then_down_never_ends_higher(step, value, share):
    steps = Ladder("kg", step, 500.0)
    less = steps.down(steps.up(Load("kg", value)), share)

    assert less is None or less.value <= steps.up(Load("kg", value)).value - 1e-6


@pytest.mark.parametrize(("value", "more"), [(40, 42.5), (100, 102.5), (101, 105.0), (20, 22.5)])
def test_steps_of_two_and_a_half_kilograms(value, more):
    assert Ladder("kg", 2.5, 500.0).up(Load("kg", value)) == Load("kg", more)


def test_there_is_an_end_to_every_ladder():
    assert Ladder("kg", 2.5, 500.0).up(Load("kg", 500.0)) is None
    assert Ladder("kg", 2.5, 500.0).down(Load("kg", 2.5), 0.9) is None
    assert ladder("band", "band", Person(bands=("red", "blue"))).up(Load("band", 2)) is None
    assert ladder("band", "band", Person()).up(Load("band", 1)) is None
    assert ladder("band", "band", Person()).down(Load("band", 1), 0.9) is None
    assert ladder("body_angle", "rings", Person()).up(Load("body_angle", 90)) is None
    assert ladder("body_angle", "rings", Person()).down(Load("body_angle", 20), 0.9) is None
    assert ladder("none", "bottles", Person()).up(Load("none", 0)) is None


def test_bands_go_one_by_one():
    steps = ladder("band", "band", Person(bands=("red", "blue", "black")))

    assert steps.up(Load("band", 1)) == Load("band", 2)
    assert steps.down(Load("band", 3), 0.8) == Load("band", 2)


@given(angle=st.integers(6, 18).map(lambda n: 5.0 * n), share=SHARES)
def test_a_higher_bar_takes_off_at_least_what_was_asked(angle, share):
    less = ladder("body_angle", "rings", Person()).down(Load("body_angle", angle), share)

    assert less is None or body_share(less.value) <= body_share(angle) * share + 1e-9


def test_the_measured_shares_of_body_mass_are_met_within_two_points():
    measured = {30: 0.374, 45: 0.529, 60: 0.681, 75: 0.794}

    assert all(abs(body_share(a) - share) < 0.02 for a, share in measured.items())


def test_the_bar_of_the_article_at_hip_height_is_eighty_degrees():
    assert bar_height_cm(80, 100) == pytest.approx(53, abs=2)


def test_a_smallest_step_of_more_than_a_tenth_is_a_big_one():
    steps = Ladder("kg", 5.0, 500.0)

    assert steps.big_step(Load("kg", 20.0))
    assert not steps.big_step(Load("kg", 50.0))
    assert not steps.big_step(None)


def test_gear_without_a_step_of_its_own_has_two_and_a_half_kilograms():
    person = Person(steps_kg={"cable_station": 5.0, "barbell": -1.0})

    assert ladder("kg", "cable_station", person).step == 5.0
    assert ladder("kg", "trap_bar", person).step == 2.5
    assert ladder("kg", "barbell", person).step > 0


@given(pounds=st.integers(1, 200).map(lambda n: 5 * n), share=SHARES)
def test_whoever_weighs_in_pounds_goes_in_steps_of_five_whole_pounds(pounds, share):
    steps, load = ladder("kg", "barbell", Person(units="lb")), Load("kg", kg_of(pounds))
    found = [steps.up(load), steps.down(load, share), steps.rounded(load.value)]

    assert found[2] == load
    assert found[0] is None or found[0].value > load.value
    for one in filter(None, found):
        assert one.value in {kg_of(5 * n) for n in range(1, 221)}


def test_a_step_in_kilograms_that_was_named_is_kept_to_in_pounds_too():
    person = Person(units="lb", steps_kg={"cable_station": 5.0})

    assert ladder("kg", "cable_station", person).step == 5.0
    assert ladder("kg", "barbell", person).up(Load("kg", kg_of(45))) == Load("kg", kg_of(50))
