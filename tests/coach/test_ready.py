"""Counting begins only once somebody is seen from the right place and has held still."""

from dataclasses import replace

import numpy as np
import pytest

from rhomboid.catalogue.read import load, names
from rhomboid.coach.ready import Readiness, ReadyStage
from tests.coach.live_scenes import STEP_S, magnified, seen_from, still


def feed(ready, frames):
    """Feed frames; return what was seen after each."""
    return [ready.feed(f.time_s, f.image_px, f.visibility, f.world_m) for f in frames]


@pytest.mark.parametrize("exercise", names())
def test_a_still_start_seen_well_is_counted_down_and_armed(exercise):
    frames, size_px = still(exercise, seconds=5.0)
    sights = feed(Readiness(load(exercise), size_px), frames)

    stages = [sight.stage for sight in sights]
    assert stages[0] is ReadyStage.LOOKING
    assert stages[-1] is ReadyStage.READY
    first = stages.index(ReadyStage.READY)
    assert 3.5 <= frames[first].time_s - frames[0].time_s <= 4.5
    assert ReadyStage.STILL in stages[:first]


@pytest.mark.parametrize("exercise", names())
def test_somebody_who_moves_is_not_ready(exercise):
    frames, size_px = still(exercise, seconds=6.0)
    moving = [
        replace(frame, image_px=frame.image_px + np.array([60.0 * np.sin(2 * frame.time_s), 0]))
        for frame in frames
    ]
    sights = feed(Readiness(load(exercise), size_px), moving)
    assert not any(sight.stage is ReadyStage.READY for sight in sights)


def test_moving_during_the_countdown_stops_it():
    frames, size_px = still("lat_pulldown", seconds=2.5)
    ready = Readiness(load("lat_pulldown"), size_px)
    assert feed(ready, frames)[-1].stage is ReadyStage.STILL
    away = [
        replace(f, time_s=2.5 + i * STEP_S, image_px=f.image_px + np.array([8.0 * i, 0]))
        for i, f in enumerate(frames)
    ]
    assert feed(ready, away)[20].stage is ReadyStage.LOOKING


def at_times(frames, times_s):
    """Return the same stillness as a camera gives it that takes its pictures at these times."""
    return [replace(f, time_s=float(t)) for f, t in zip(frames, times_s, strict=False)]


def uneven(number):
    """Return the times of a camera on a busy machine: 4 to 16 frames a second."""
    return np.cumsum(np.random.default_rng(3).uniform(0.06, 0.22, number))


def with_gap(fps, gap_s):
    """Return the times of a camera that once, during the countdown, lets one wait."""
    times = np.arange(6 * fps) / fps
    return np.where(times > 2.5, times + gap_s - 1 / fps, times)


@pytest.mark.parametrize("exercise", names())
@pytest.mark.parametrize(
    "times_s",
    [np.arange(48) / 8, uneven(60), with_gap(8, 0.5), with_gap(15, 0.5), with_gap(8, 0.95)],
    ids=["8 a second", "uneven", "8, gap of 0.5 s", "15, gap of 0.5 s", "8, gap of 0.95 s"],
)
def test_few_and_late_frames_do_not_begin_the_countdown_again(exercise, times_s):
    frames, size_px = still(exercise, seconds=4.0)
    sights = feed(Readiness(load(exercise), size_px), at_times(frames, times_s))
    stages = [sight.stage for sight in sights]
    begun, ready = stages.index(ReadyStage.STILL), stages.index(ReadyStage.READY)
    assert set(stages[begun:ready]) == {ReadyStage.STILL}
    assert times_s[ready] - times_s[begun] <= 3.5


def test_one_frame_without_anybody_is_forgiven_and_not_told():
    frames, size_px = still("t_raise", seconds=4.0)
    times_s = np.arange(40) / 8
    seen = at_times(frames, times_s)
    seen[20] = replace(seen[20], image_px=np.full((33, 2), np.nan), visibility=np.zeros(33))
    sights = feed(Readiness(load("t_raise"), size_px), seen)
    assert (sights[20].stage, sights[20].hints) == (ReadyStage.STILL, ())
    assert sights[-1].stage is ReadyStage.READY


@pytest.mark.parametrize(
    ("wrong", "why"),
    [("gone", "I see nobody. Step into the picture."), ("moved", "You moved. Stand still."),
     ("late", "The picture stood still. I begin again.")],
)  # fmt: skip
def test_a_countdown_that_stops_says_why_once(wrong, why):
    frames, size_px = still("t_raise", seconds=4.0)
    cut = 75
    ready = Readiness(load("t_raise"), size_px)
    assert feed(ready, frames[:cut])[-1].stage is ReadyStage.STILL
    later = {
        "gone": [replace(f, image_px=np.full((33, 2), np.nan), visibility=np.zeros(33))
                 for f in frames[cut:]],
        "moved": [replace(f, image_px=f.image_px + np.array([8.0 * i, 0]))
                  for i, f in enumerate(frames[cut:])],
        "late": [replace(f, time_s=f.time_s + 1.5) for f in frames[cut:]],
    }[wrong]  # fmt: skip
    stopped = [sight.stopped for sight in feed(ready, later) if sight.stopped]
    assert stopped == [why]


def test_nobody_is_asked_to_step_in():
    size_px = (640.0, 480.0)
    ready = Readiness(load("deadlift"), size_px)
    sight = ready.feed(0.0, np.full((33, 2), np.nan), np.zeros(33), None)
    assert sight.hints == ("I see nobody. Step into the picture.",)
    assert sight.trunk_px is None
    assert not sight.ok


def test_a_wrong_place_of_the_camera_is_said_and_never_armed():
    frames, size_px = seen_from("seated_cable_row", azimuth_deg=180.0, seconds=6.0)
    sights = feed(Readiness(load("seated_cable_row"), size_px), frames)
    assert all(sight.stage is ReadyStage.LOOKING for sight in sights)
    assert "Place the camera" in sights[-1].hints[-1]


def test_hidden_joints_are_named():
    frames, size_px = still("seated_cable_row", seconds=2.0, hidden=("hip",))
    sight = feed(Readiness(load("seated_cable_row"), size_px), frames)[-1]
    assert "hips" in sight.unseen
    assert any("hips" in hint for hint in sight.hints)


@pytest.mark.parametrize(("by", "said"), [(3.0, "Step back"), (0.2, "Come a little closer")])
def test_too_near_and_too_far_are_said(by, said):
    frames, size_px = magnified("t_raise", seconds=2.0, by=by)
    sights = feed(Readiness(load("t_raise"), size_px), frames)
    assert any(said in hint for hint in sights[-1].hints)


def test_it_can_be_armed_by_hand_whatever_is_seen():
    ready = Readiness(load("deadlift"), (640.0, 480.0))
    ready.arm()
    nobody = np.full((33, 2), np.nan)
    assert ready.feed(0.0, nobody, np.zeros(33), None).stage is ReadyStage.READY
