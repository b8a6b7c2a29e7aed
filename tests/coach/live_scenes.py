"""Frames of the drawn athlete as a camera gives them: first a still start, then a set."""

from dataclasses import replace

import numpy as np

from rhomboid.coach.live import PoseFrame
from rhomboid.skeleton import PAIRS
from tests.laws.scenes import moved, perform, script

STEP_S = 1 / 30
_JITTER_PX = 0.7


def frames_of(track):
    """Return a track frame by frame."""
    return [
        PoseFrame(float(time_s), image, visibility, world)
        for time_s, image, visibility, world in zip(
            track.times_s, track.image_px, track.visibility, track.world_m, strict=True
        )
    ]


def stay(frame, seconds, seed=0):
    """Return somebody who stays as in one frame, with the jitter of a model."""
    rng = np.random.default_rng(seed)
    number = round(seconds / STEP_S)
    return [
        replace(
            frame,
            time_s=i * STEP_S,
            image_px=frame.image_px + rng.normal(scale=_JITTER_PX, size=(33, 2)),
        )
        for i in range(number)
    ]


def still(exercise, *, seconds, hidden=()):
    """Return somebody at the start of an exercise, from where it is seen well."""
    track = perform(script(exercise, repetitions=1)).track
    frame = frames_of(track)[0]
    visibility = frame.visibility.copy()
    visibility[[i for joint in hidden for i in PAIRS[joint]]] = 0.1
    return stay(replace(frame, visibility=visibility), seconds), track.size_px


def seen_from(exercise, *, azimuth_deg, seconds):
    """Return the same from another place of the camera."""
    camera = moved(exercise, azimuth_deg=azimuth_deg)
    track = perform(script(exercise, repetitions=1), camera=camera).track
    return stay(frames_of(track)[0], seconds), track.size_px


def magnified(exercise, *, seconds, by):
    """Return the same with the person larger or smaller in the picture."""
    frames, size_px = still(exercise, seconds=seconds)
    middle = np.asarray(size_px) / 2
    larger = [replace(f, image_px=(f.image_px - middle) * by + middle) for f in frames]
    return larger, size_px


def whole_set(exercise, *, still_s=5.0, seed=1, **how):
    """Return a still start and a set, and what it was made of."""
    done = perform(script(exercise, **how), seed=seed)
    frames = frames_of(done.track)
    waiting = stay(frames[0], still_s)
    later = [replace(f, time_s=f.time_s + still_s) for f in frames]
    return [*waiting, *later], done
