"""A repetition begins, turns, pauses and ends when it did."""

import numpy as np
import pytest

import rhomboid
from rhomboid.catalogue.read import names
from tests.laws.scenes import perform, script

EVERY = names()
PAUSES_S = (1.0, 3.0)


each_exercise = pytest.mark.parametrize("exercise", EVERY)


def errors(exercise, measure, seeds=3):
    """Return by how much a measure is off in every repetition of several sets, in seconds."""
    off = []
    for seed in range(seeds):
        for pause_s in PAUSES_S:
            how = {"out_s": 1.5 + 0.25 * seed, "back_s": 2.0, "rest_s": 0.8, "pause_s": pause_s}
            done = perform(script(exercise, repetitions=4, **how), seed=seed)
            report = rhomboid.check(done.track, exercise)
            assert report.count == 4
            off += [measure(*both) for both in zip(report.reps, done.truth.reps, strict=True)]
    return np.array(off)


def pause_off(rep, true):
    """Return by how much a pause was measured too long."""
    return rep.pause_s - true.pause_s


@each_exercise
def test_the_pause_is_right_on_average(exercise):
    assert abs(errors(exercise, pause_off).mean()) <= 0.1


@each_exercise
def test_nearly_every_pause_is_right_within_a_third_of_a_second(exercise):
    off = errors(exercise, pause_off)
    assert (np.abs(off) <= 0.3).mean() >= 0.9


@pytest.mark.parametrize("seed", range(4))
def test_a_pause_of_2_6_seconds_is_never_praised_as_three(seed):
    how = {"pause_s": 2.6, "out_s": 1.2 + 0.3 * seed, "variation": 0.0}
    done = perform(script("seated_cable_row", **how), seed=seed)
    report = rhomboid.check(done.track, "seated_cable_row")
    pauses = [f for rep in report.reps for f in rep.findings if f.check == "pause"]
    assert len(pauses) == 5
    assert [f.value for f in pauses if f.verdict == "good"] == []


@each_exercise
def test_the_turn_is_in_the_middle_of_the_pause(exercise):
    off = errors(exercise, lambda rep, true: rep.turn_s - true.turn_s)
    assert np.median(np.abs(off)) <= 0.1


@each_exercise
def test_the_start_is_when_the_movement_begins(exercise):
    off = errors(exercise, lambda rep, true: rep.start_s - true.begun_s)
    assert abs(np.median(off)) <= 0.1


@each_exercise
def test_the_end_is_when_the_movement_ends(exercise):
    off = errors(exercise, lambda rep, true: rep.end_s - true.done_s)
    assert abs(np.median(off)) <= 0.1


@each_exercise
def test_way_out_and_way_back_are_measured_alike(exercise):
    out = errors(exercise, lambda rep, true: rep.out_s - (true.reached_s - true.begun_s))
    back = errors(exercise, lambda rep, true: rep.back_s - (true.done_s - true.left_s))
    assert abs(np.median(out) - np.median(back)) <= 0.15
