"""The clock of a repetition tells when the far end was reached, and how long it was held."""

import numpy as np
import pytest

from rhomboid.motion.smooth import smooth
from rhomboid.motion.timing import time_cycle


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
