"""Tracks to measure the engine on: a drawn athlete who trains for minutes."""

import time
from statistics import median

import numpy as np

from rhomboid.athlete.performance import perform
from rhomboid.athlete.script import Script
from rhomboid.coach.live import LiveSet, PoseFrame
from rhomboid.pose.track import PoseTrack
from rhomboid.session import check

_EXERCISE = "seated_cable_row"
_ROUNDS = 5


def long_track(*, minutes: float) -> tuple[PoseTrack, str]:
    """Return a set repeated until it is long, and its exercise."""
    one = perform(Script(_EXERCISE, repetitions=10), seed=1).track
    times = max(1, round(minutes * 60 / one.duration_s))
    step_s = one.duration_s + 1 / 30
    world = None if one.world_m is None else np.tile(one.world_m, (times, 1, 1))
    track = PoseTrack(
        times_s=np.concatenate([one.times_s + n * step_s for n in range(times)]),
        image_px=np.tile(one.image_px, (times, 1, 1)),
        visibility=np.tile(one.visibility, (times, 1)),
        size_px=one.size_px,
        world_m=world,
    )
    return track, _EXERCISE


def median_rate(track: PoseTrack, exercise: str) -> float:
    """Return frames a second of judging a whole track."""
    spent = []
    for _ in range(_ROUNDS):
        before = time.perf_counter()
        check(track, exercise)
        spent.append(time.perf_counter() - before)
    return len(track) / median(spent)


def unrest() -> float:
    """Return the 99th percentile over the median of a piece of work that is always the same.

    What this machine adds to every figure beside it: 1 for a machine of one's own.
    """
    numbers = np.random.default_rng(0).random((1, 30, 2))
    spent = []
    for _ in range(4000):
        before = time.perf_counter()
        for _ in range(100):
            np.sqrt(numbers * numbers)
        spent.append(time.perf_counter() - before)
    return float(np.percentile(spent, 99) / median(spent))


def worst_live_ms(track: PoseTrack, exercise: str) -> float:
    """Return the 99th percentile of the time one live frame takes."""
    frames = [
        PoseFrame(
            float(track.times_s[i]),
            track.image_px[i],
            track.visibility[i],
            None if track.world_m is None else track.world_m[i],
        )
        for i in range(min(len(track), 6000))
    ]
    live = LiveSet(exercise, size_px=track.size_px)
    spent = []
    for frame in frames:
        before = time.perf_counter()
        live.feed(frame)
        spent.append(time.perf_counter() - before)
    return float(np.percentile(spent, 99)) * 1e3
