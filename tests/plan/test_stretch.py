"""The stretch grows slowly, once a week at most, and pain shortens it."""

import pytest

from rhomboid.plan.history import History
from rhomboid.plan.stretch import next_hold
from rhomboid.training.checkin import CheckIn
from rhomboid.training.target import Target
from tests.plan.diary import CATALOGUE, codes, kept, on

SPEC = CATALOGUE["corkscrew"]


def held(day, hold_s=30.0, times=2, *, sides=("left", "right"), seconds=None, seen=True, **how):
    """Return a day's stretch: by default held as asked, on both sides."""
    seconds = hold_s if seconds is None else seconds
    return [
        kept("corkscrew", day, times,
             Target("work", (times, times), None, "mat", 3, hold_s, 3, 10, hold_s=hold_s,
                    side=side),
             number=n, side=side, seen=seen,
             **({"holds_s": (seconds,) * times} if seen else {}), **how)
        for n, side in enumerate(sides)
    ]  # fmt: skip


def following(days, *, day, most_s=None, more=False, check_ins=()):
    """Return the next hold after some days."""
    sets = tuple(one for each in days for one in each)
    past = History(sets, tuple(check_ins)).until(day)
    return next_hold(past, SPEC, most_s=most_s, more=more)


def daily(number, hold_s=30.0, **how):
    """Return so many days in a row."""
    return [held(on(n), hold_s, **how) for n in range(number)]


def test_begins_with_two_holds_of_half_a_minute():
    hold = following([], day=on(0))

    assert (hold.hold_s, hold.repetitions) == (30, 2)
    assert codes(hold.reasons) == {"first_hold"}


def test_a_week_of_holding_well_adds_ten_seconds():
    assert following(daily(6), day=on(6)).hold_s == 30
    assert following(daily(7), day=on(7)).hold_s == 40


@pytest.mark.parametrize(("share", "hold_s"), [(0.9, 40), (0.89, 30)])
def test_nearly_held_is_held(share, hold_s):
    assert following(daily(7, seconds=30 * share), day=on(7)).hold_s == hold_s


def test_one_side_is_half_a_stretch():
    hold = following([*daily(6), held(on(6), sides=("left",))], day=on(7))

    assert hold.hold_s == 30
    assert codes(hold.reasons) == {"hold_short"}


def test_three_times_seen_are_enough_and_by_hand_it_takes_five():
    for number, seen, hold_s in ((3, True, 40), (2, True, 30), (5, False, 40), (4, False, 30)):
        days = [held(on(2 * n), seen=seen) for n in range(number)]
        assert following(days, day=on(12)).hold_s == hold_s


def test_a_minute_is_the_end_unless_the_goal_is_to_move_better():
    minute = daily(7, 60.0)

    assert (following(minute, day=on(7)).hold_s, following(minute, day=on(7)).repetitions) == (
        60,
        2,
    )
    assert following(minute, day=on(7), more=True).repetitions == 3
    four = [held(on(n), 60.0, 4) for n in range(7)]
    assert following(four, day=on(7), more=True).repetitions == 4
    assert "hold_enough" in codes(following(four, day=on(7), more=True).reasons)


def test_a_condition_keeps_it_short():
    hold = following(daily(7), day=on(7), most_s=30.0)

    assert hold.hold_s == 30
    assert "hold_capped" in codes(hold.reasons)


@pytest.mark.parametrize(("pain", "hold_s"), [(2, 50), (3, 40), (5, 40), (6, 30)])
def test_pain_holds_and_shortens(pain, hold_s):
    days = [*daily(6, 40.0), held(on(6), 40.0, pain=pain)]

    assert following(days, day=on(7)).hold_s == hold_s


def test_pain_at_the_shortest_rests_it_for_a_week():
    days = [held(on(0), 10.0, pain=7)]

    assert following(days, day=on(1)).leave_out
    assert not following(days, day=on(7)).leave_out
    assert following(days, day=on(7)).hold_s == 10


def test_a_red_word_since_shortens_it_too():
    assert following(daily(7, 40.0), day=on(7), check_ins=[CheckIn(on(7), pain=6)]).hold_s == 30


@pytest.mark.parametrize(("days", "hold_s"), [(28, 50), (29, 30)])
def test_after_four_weeks_away_it_begins_anew(days, hold_s):
    assert following(daily(8, 40.0), day=on(7 + days)).hold_s == hold_s


def test_an_exercise_that_is_not_held_is_refused():
    with pytest.raises(ValueError, match="deadlift is not held"):
        next_hold(History().until(on(0)), CATALOGUE["deadlift"], most_s=None, more=False)
