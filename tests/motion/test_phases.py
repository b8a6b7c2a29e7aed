"""A repetition is a whole way out and back: nothing less, and nothing twice."""

from itertools import pairwise

import numpy as np
import pytest

from rhomboid.catalogue.rules import RepRule
from rhomboid.motion.cycles import Cycle
from rhomboid.motion.phases import PhaseMachine

RULE = RepRule(signal="x", title="x", rests="low", least=0.5, source="house")


def wave(*levels, way_s=1.0, hold_s=0.4, rate_hz=30, noise=0.0, seed=0):
    """Draw a signal that goes from level to level along smooth ways, resting at each."""
    steps = int(way_s * rate_hz)
    s = np.arange(steps) / steps
    way = 10 * s**3 - 15 * s**4 + 6 * s**5
    parts = [np.full(int(hold_s * rate_hz), levels[0])]
    for here, there in pairwise(levels):
        parts += [here + (there - here) * way, np.full(int(hold_s * rate_hz), there)]
    values = np.concatenate(parts).astype(float)
    values += np.random.default_rng(seed).normal(scale=noise, size=len(values))
    return np.arange(len(values)) / rate_hz, values


def run(times, values, *, rule=RULE, flip=False):
    """Run a machine over a signal; return the cycles and the misses."""
    machine = PhaseMachine(rule, flip=flip)
    found = []
    for now, value in zip(times.tolist(), values.tolist(), strict=True):
        one = machine.step(now, value)
        if isinstance(one, Cycle):
            machine.confirm(one)
        found.append(one)
    found.append(machine.finish())
    cycles = [one for one in found if isinstance(one, Cycle)]
    return cycles, [one for one in found if one is not None and not isinstance(one, Cycle)]


@pytest.mark.parametrize("reps", [1, 3, 12])
@pytest.mark.parametrize("noise", [0, 0.02])
def test_counts_whole_repetitions(reps, noise):
    cycles, misses = run(*wave(*[0, 1] * reps, 0, noise=noise))

    assert len(cycles) == reps
    assert not misses


def test_counts_a_signal_that_rests_high_when_told_to_turn_it_over():
    times, values = wave(*[1, 0] * 4, 1)

    assert len(run(times, values, flip=True)[0]) == 4
    assert len(run(times, values)[0]) == 3


def test_a_half_movement_is_not_a_repetition():
    cycles, misses = run(*wave(0, 1, 0, 1, 0, 0.5, 0, 1, 0))

    assert len(cycles) == 3
    assert [miss.kind for miss in misses] == ["partial"]


def test_a_movement_below_the_least_range_is_not_a_repetition():
    assert not run(*wave(*[0, 0.4] * 5, 0))[0]


def test_a_wiggle_at_the_far_end_does_not_count_twice():
    assert len(run(*wave(0, 1, 0.6, 1, 0))[0]) == 1


def test_a_repetition_that_the_recording_cuts_off_is_incomplete():
    times, values = wave(0, 1, 0, 1, 0)
    cycles, misses = run(times[:-35], values[:-35])

    assert len(cycles) == 1
    assert [miss.kind for miss in misses] == ["incomplete"]


def test_a_start_that_creeps_is_followed():
    times, values = wave(*[0, 1] * 8, 0)

    assert len(run(times, values + 0.04 * times)[0]) == 8


@pytest.mark.parametrize(("gap_s", "lost"), [(0.2, 0), (2.0, 1)])
def test_a_short_gap_is_bridged_and_a_long_one_gives_the_repetition_up(gap_s, lost):
    times, values = wave(*[0, 1] * 5, 0)
    middle = times[-1] / 2
    values[np.abs(times - middle) < gap_s / 2] = np.nan

    assert 5 - lost - 1 <= len(run(times, values)[0]) <= 5
    assert len(run(times, values)[0]) >= 5 - lost


def test_what_is_too_quick_is_no_repetition():
    assert not run(*wave(0, 1, 0, 1, 0, way_s=0.15, hold_s=0.07))[0]


@pytest.mark.parametrize("rate_hz", [15, 24, 30, 60])
def test_the_frame_rate_changes_nothing(rate_hz):
    cycles, _ = run(*wave(*[0, 1] * 6, 0, rate_hz=rate_hz, noise=0.01))

    assert len(cycles) == 6
