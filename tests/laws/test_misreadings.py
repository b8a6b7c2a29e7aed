"""A joint misread or lost for a moment adds or takes no repetition, nor turns time back."""

from dataclasses import replace

import numpy as np
import pytest

import rhomboid
from rhomboid.catalogue.read import names
from rhomboid.skeleton import INDEX
from tests.laws.scenes import Film, perform, script


def verdicts(report, check):
    """Return what a check said of every repetition."""
    return [f.verdict for rep in report.reps for f in rep.findings if f.check == check]


def at_holds(done, frames=2):
    """Return which frames lie in the middle of a hold, a few of each."""
    times = done.track.times_s
    firsts = [int(np.searchsorted(times, rep.turn_s)) for rep in done.truth.reps]
    return [first + n for first in firsts for n in range(frames)]


def moved(track, joints, frames, by_px):
    """Return a track in which some joints are elsewhere in some frames."""
    image = track.image_px.copy()
    image[np.ix_(frames, [INDEX[joint] for joint in joints])] += by_px
    return replace(track, image_px=image)


@pytest.mark.parametrize("by_px", [np.nan, np.array([0.0, -230.0])])
def test_an_elbow_lost_for_two_frames_does_not_split_a_hold(by_px):
    done = perform(script("corkscrew", repetitions=3, pause_s=8.0), seed=1)
    track = moved(done.track, ["left_elbow"], at_holds(done), by_px)
    assert rhomboid.check(track, "corkscrew").count == 3


def test_ankles_misread_for_two_frames_cost_no_deadlift():
    done = perform(script("deadlift", repetitions=3), seed=1)
    track = moved(done.track, ["left_ankle", "right_ankle"], at_holds(done), np.array([0, 250.0]))
    assert rhomboid.check(track, "deadlift").count == 3


@pytest.mark.parametrize("exercise", names())
@pytest.mark.parametrize("seed", range(3))
def test_time_never_runs_backwards(exercise, seed):
    track = perform(script(exercise, repetitions=3), seed=seed).track
    image = track.image_px.copy()
    image[np.random.default_rng(seed).random(image.shape[:2]) < 0.01] = np.nan
    for rep in rhomboid.check(replace(track, image_px=image), exercise).reps:
        assert rep.start_s < rep.turn_s < rep.end_s
        assert min(rep.out_s, rep.back_s, rep.pause_s) >= 0


@pytest.mark.parametrize(("rock_deg", "pause_s"), [(20.0, 2.6), (25.0, 2.3), (30.0, 2.0)])
def test_a_short_pause_is_not_praised_because_the_trunk_rocks(rock_deg, pause_s):
    how = {"faults": {"rocking_torso": rock_deg}, "pause_s": pause_s, "variation": 0.0}
    for seed in range(3):
        done = perform(script("seated_cable_row", **how), seed=seed)
        assert "good" not in verdicts(rhomboid.check(done.track, "seated_cable_row"), "pause")


def test_a_pause_that_was_out_of_sight_is_not_called_too_short():
    plan = script("seated_cable_row", repetitions=3, pause_s=4.0, variation=0.0)
    middle_s = perform(plan).truth.reps[1].turn_s
    done = perform(plan, film=Film(lost_s=((middle_s, 0.4),)))
    report = rhomboid.check(done.track, "seated_cable_row")
    assert verdicts(report, "pause") == ["good", "not judged", "good"]
    (found,) = [f for f in report.reps[1].findings if f.check == "pause"]
    assert "lost sight" in found.reason


@pytest.mark.parametrize("exercise", ["front_raise", "rope_pushdown"])
def test_a_boxed_track_is_counted_and_not_judged(exercise, tmp_path):
    done = perform(script(exercise, repetitions=4))
    boxed = replace(done.track, world_m=None, boxed=True)
    boxed.save(tmp_path / "boxed.npz")
    report = rhomboid.check(tmp_path / "boxed.npz", exercise)
    assert report.count == 4
    assert not report.findings
    assert not any(rep.findings for rep in report.reps)
    assert rhomboid.check(boxed).exercise is None
