"""Performances that the laws are held against, and ways of changing what was seen."""

from dataclasses import replace
from functools import cache

import numpy as np

from rhomboid.athlete.camera import Camera
from rhomboid.athlete.exercises import MOVEMENTS
from rhomboid.athlete.performance import perform
from rhomboid.athlete.script import Script
from rhomboid.athlete.sight import Film
from rhomboid.catalogue.read import load
from rhomboid.pose.track import PoseTrack
from rhomboid.skeleton import MIRROR

SHORT_HOLD_S = 2.0
"""For exercises that are a hold, so that a law does not take minutes."""


def script(exercise, **how):
    """Return a script of an exercise; a hold is short unless said otherwise."""
    if load(exercise).rep.hold:
        how.setdefault("pause_s", SHORT_HOLD_S)
    return Script(exercise, **how)


@cache
def usual(exercise, repetitions=5, seed=0):
    """Return a plain performance of an exercise, from where it is seen well."""
    return perform(script(exercise, repetitions=repetitions), seed=seed)


def moved(exercise, **change):
    """Return the good place for the camera, changed."""
    return replace(MOVEMENTS[exercise].camera, **change)


def mirrored(track):
    """Return what a camera behind a mirror would have seen."""
    image = track.image_px[:, MIRROR].copy()
    image[..., 0] = track.size_px[0] - image[..., 0]
    world = track.world_m[:, MIRROR] * np.array([-1.0, 1.0, 1.0])
    return PoseTrack(track.times_s, image, track.visibility[:, MIRROR], track.size_px, world)


def scaled(track, by):
    """Return the same in a larger or smaller picture."""
    size = tuple(s * by for s in track.size_px)
    return PoseTrack(track.times_s, track.image_px * by, track.visibility, size, track.world_m)


def later(track, by_s):
    """Return the same, at another time of the clock."""
    return replace(track, times_s=track.times_s + by_s)


def without(track, start_s, length_s, *, absent):
    """Return a track that misses a stretch: nobody found in it, or no frames at all."""
    gone = (track.times_s >= start_s) & (track.times_s < start_s + length_s)
    if absent:
        keep = ~gone
        return PoseTrack(
            track.times_s[keep], track.image_px[keep], track.visibility[keep], track.size_px,
            track.world_m[keep],
        )  # fmt: skip
    image, sure, world = track.image_px.copy(), track.visibility.copy(), track.world_m.copy()
    image[gone], sure[gone], world[gone] = np.nan, 0.0, np.nan
    return PoseTrack(track.times_s, image, sure, track.size_px, world)


__all__ = [
    "Camera", "Film", "later", "mirrored", "moved", "perform", "scaled", "script", "usual",
    "without",
]  # fmt: skip
