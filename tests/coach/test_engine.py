"""The engine keeps its clocks together, whatever came before, and however often it is asked."""

import numpy as np
import pytest

from rhomboid.athlete.performance import perform
from rhomboid.athlete.script import Script
from rhomboid.catalogue.read import load
from rhomboid.coach.offline import run
from rhomboid.pose.track import PoseTrack


def half_movement(exercise, end):
    """Return the joints during one movement that is too small to count, and nothing else."""
    script = Script(exercise, repetitions=1, start=end, faults={"half_repetition": 0.55})
    done = perform(script, seed=4)
    start_s, end_s = done.truth.halves_s[0]
    track = done.track
    some = (track.times_s > start_s - 0.5) & (track.times_s < end_s + 0.5)
    return PoseTrack(
        track.times_s[some] - track.times_s[some][0], track.image_px[some],
        track.visibility[some], track.size_px, track.world_m[some],
    )  # fmt: skip


def after_half_movements(exercise, times):
    """Return a set after some movements too small to count, and when the set begins."""
    end = "far" if exercise == "deadlift" else "rest"
    idle = half_movement(exercise, end)
    real = perform(Script(exercise, repetitions=3, start=end), seed=4).track
    parts = [idle] * times + [real]
    begins_s = np.cumsum([0.0, *[part.duration_s + 1 / 30 for part in parts[:-1]]])
    track = PoseTrack(
        np.concatenate([part.times_s + at for part, at in zip(parts, begins_s, strict=True)]),
        np.concatenate([part.image_px for part in parts]),
        np.concatenate([part.visibility for part in parts]),
        real.size_px,
        np.concatenate([part.world_m for part in parts]),
    )
    return track, float(begins_s[-1])


@pytest.mark.parametrize("exercise", ["deadlift", "lat_pulldown"])
def test_movements_that_do_not_count_shift_no_clock(exercise):
    spec = load(exercise)
    alone = run(after_half_movements(exercise, 0)[0], spec)
    track, begins_s = after_half_movements(exercise, 9)
    after = run(track, spec)

    turns = [rep.turn_s - begins_s for rep in after.reps[-2:]]
    assert turns == pytest.approx([rep.turn_s for rep in alone.reps[-2:]], abs=0.1)


def test_a_clock_may_begin_before_zero():
    track = perform(Script("lat_pulldown", repetitions=3), seed=4).track
    early = PoseTrack(
        track.times_s - 100, track.image_px, track.visibility, track.size_px, track.world_m
    )
    spec = load("lat_pulldown")
    here, there = run(track, spec), run(early, spec)

    starts = [rep.start_s + 100 for rep in there.reps]
    assert starts == pytest.approx([rep.start_s for rep in here.reps], abs=1e-6)


def test_no_repetition_ends_after_the_recording():
    track = perform(Script("lat_pulldown", repetitions=3), seed=4).track
    for cut in range(1, 60, 6):
        short = PoseTrack(
            track.times_s[:-cut], track.image_px[:-cut], track.visibility[:-cut],
            track.size_px, track.world_m[:-cut],
        )  # fmt: skip
        assert all(rep.end_s <= short.times_s[-1] for rep in run(short, load("lat_pulldown")).reps)


def test_finishing_twice_is_finishing_once():
    track = perform(Script("lat_pulldown", repetitions=2, unfinished_last=True), seed=4).track
    engine = run(track, load("lat_pulldown"))
    before = len(engine.attempts)
    engine.finish()

    assert len(engine.attempts) == before == 1
