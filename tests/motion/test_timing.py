"""The clock of a repetition tells when the far end was reached, and how long it was held."""

import numpy as np
import pytest

from rhomboid.motion.smooth import smooth
from rhomboid.motion.timing import Timing, time_cycle


def hold(pause_s, *, way_s=1.5, rate_hz=30, noise=0.0, seed=0, steady=False):
    """Draw one way out, a hold, and the way back, beginning at 1 s."""
    times = np.arange(0, 2 + 2 * way_s + pause_s, 1 / rate_hz)
    s = np.clip((times - 1) / way_s, 0, 1)
    b = np.clip((times - 1 - way_s - pause_s) / way_s, 0, 1)
    way = (lambda s: s) if steady else (lambda s: 10 * s**3 - 15 * s**4 + 6 * s**5)
    levels = way(s) - way(b)
    levels += np.random.default_rng(seed).normal(scale=noise, size=len(times))
    levels = smooth(times, levels[:, None])[:, 0]
    start = int(np.flatnonzero(levels > 0.1)[0]) - 1
    end = int(np.flatnonzero(levels > 0.1)[-1]) + 2
    return times[:end], levels[:end], start, int(np.argmax(levels[:end]))


def clock(*args, **options):
    """Return the clock of a drawn hold."""
    times, levels, start, turn = hold(*args, **options)
    return time_cycle(times, levels, start=start, turn=turn)


@pytest.mark.parametrize("pause_s", [0.5, 1.0, 3.0, 60.0])
@pytest.mark.parametrize("way_s", [0.8, 1.5, 2.5])
def test_tells_the_pause_of_somebody_who_slows_down(pause_s, way_s):
    assert clock(pause_s, way_s=way_s).pause_s == pytest.approx(pause_s, abs=0.15)


@pytest.mark.parametrize("pause_s", [3.0, 60.0])
@pytest.mark.parametrize("way_s", [0.8, 1.5, 2.5])
def test_somebody_who_stops_dead_is_never_told_a_longer_pause(pause_s, way_s):
    told_s = clock(pause_s, way_s=way_s, steady=True).pause_s
    assert pause_s - 0.5 * way_s <= told_s <= pause_s + 0.05


def test_tells_when_it_began_and_reached_and_left_the_far_end():
    t = clock(3.0)

    assert t.start_s == pytest.approx(1.0, abs=0.1)
    assert t.reached_s == pytest.approx(2.5, abs=0.1)
    assert t.turn_s == pytest.approx(4.0, abs=0.1)
    assert t.left_s == pytest.approx(5.5, abs=0.1)


def test_noise_neither_lengthens_nor_shortens_a_pause():
    errors = [clock(3.0, noise=0.02, seed=seed).pause_s - 3.0 for seed in range(60)]

    assert abs(np.mean(errors)) < 0.1
    assert np.percentile(np.abs(errors), 95) < 0.3


def test_a_gap_longer_than_a_quarter_second_stops_the_clock():
    times, levels, start, turn = hold(4.0)
    levels[(times > 4) & (times < 4.6)] = np.nan
    t = time_cycle(times, levels, start=start, turn=turn)

    assert t.pause_s < 2.2


def test_a_way_without_a_stop_has_no_pause():
    assert clock(0.0).pause_s < 0.15


@pytest.mark.parametrize("way_s", [1.5, 3.0, 4.5])
def test_a_long_hold_is_told_with_less_spread_and_no_bias(way_s):
    usual, to_hold = [], []
    for seed in range(60):
        times, levels, start, turn = hold(8.0, way_s=way_s, noise=0.02, seed=seed)
        for told, as_hold in ((usual, False), (to_hold, True)):
            cycle = time_cycle(times, levels, start=start, turn=turn, to_hold=as_hold)
            told.append(cycle.pause_s - 8.0)

    assert np.std(to_hold) < 0.75 * np.std(usual)
    assert abs(np.mean(to_hold)) < 0.1


TOLD = Timing(1.0, 2.0, 3.0, 4.0, 5.0, 2.0)


def test_a_second_signal_tells_the_time_where_both_nearly_agree():
    other = Timing(1.1, 2.1, 3.1, 4.1, 5.1, 2.0)

    assert TOLD.told_by(other) == other


def test_a_second_signal_that_left_much_later_still_tells_the_far_end():
    other = Timing(1.9, 2.1, 3.1, 4.1, 5.1, 2.0)

    assert TOLD.told_by(other) == Timing(1.0, 2.1, 3.1, 4.1, 5.1, 2.0)


@pytest.mark.parametrize("far_s", [(2.9, 4.0), (2.0, 3.0)])
def test_a_second_signal_with_another_far_end_is_not_heard(far_s):
    reached_s, left_s = far_s
    other = Timing(1.0, reached_s, 3.0, left_s, 5.0, left_s - reached_s)

    assert TOLD.told_by(other) == TOLD
