"""One angle and two thresholds: the rule of the workout counter of Ultralytics (AIGym).

Written anew from its documentation (docs.ultralytics.com, "Workouts Monitoring",
read in 2026): the angle at the middle one of three keypoints decides the stage.
Above `up_angle`, 145 degrees unless said otherwise, the stage is "up"; below
`down_angle`, 90, it is "down", and coming there from "up" counts one. Nothing is
smoothed, and no confidence is asked for. Which three keypoints is left to the
user; ours are the joint that each exercise bends, on the side seen better.
"""

from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from benchmarks.peers.models import ends_of, own_models
from rhomboid.pose.track import PoseTrack
from rhomboid.skeleton import PAIRS

Floats = NDArray[np.floating]

_ELBOW = ("shoulder", "elbow", "wrist")
_SHOULDER = ("hip", "shoulder", "elbow")
_HIP = ("shoulder", "hip", "knee")
_JOINTS = {
    "deadlift": _HIP,
    "corkscrew": _SHOULDER,
    "front_raise": _SHOULDER,
    "t_raise": _SHOULDER,
}
"""The joint that an exercise bends; the elbow where nothing is said."""


@dataclass(frozen=True, slots=True)
class Thresholds:
    """Above and below which angles the stage changes, in degrees."""

    up_deg: float = 145.0
    down_deg: float = 90.0


def count(track: PoseTrack, exercise: str) -> int:
    """Count with the thresholds that the rule comes with."""
    return _count(angle_deg(track, exercise), Thresholds())


def count_fitted(track: PoseTrack, exercise: str) -> int:
    """Count with thresholds set to the exercise, as a careful user would."""
    return _count(angle_deg(track, exercise), fitted(exercise))


def angle_deg(track: PoseTrack, exercise: str) -> Floats:
    """Return the angle that is watched, on the side seen better.

    Returns
    -------
    shape (T,)
        0 to 180 degrees; NaN where nobody was found.
    """
    names = _JOINTS.get(exercise, _ELBOW)
    sure = [track.visibility[:, [PAIRS[n][side] for n in names]].mean() for side in (0, 1)]
    side = int(sure[1] > sure[0])
    first, middle, last = (track.image_px[:, PAIRS[n][side]] for n in names)
    turned = np.degrees(_heading(last - middle) - _heading(first - middle))
    folded: Floats = np.abs((turned + 180.0) % 360.0 - 180.0)
    return folded


@cache
def fitted(exercise: str) -> Thresholds:
    """Return thresholds a quarter of the way from each end of clean sets from its own views."""
    ends = [
        _end_angles_deg(model.track, exercise, *ends_of(model)) for model in own_models(exercise)
    ]
    rest, far = np.median(np.asarray(ends), axis=0)
    low, high = min(rest, far), max(rest, far)
    return Thresholds(high - (high - low) / 4, low + (high - low) / 4)


def _end_angles_deg(
    track: PoseTrack, exercise: str, rest: NDArray[np.bool_], far: NDArray[np.bool_]
) -> tuple[float, float]:
    """Return the usual angle at rest and at the far end."""
    angles_deg = angle_deg(track, exercise)
    return float(np.nanmedian(angles_deg[rest])), float(np.nanmedian(angles_deg[far]))


def _count(angles_deg: Floats, at: Thresholds) -> int:
    """Count the ways from above the upper threshold to below the lower one."""
    stage, counted = "", 0
    for angle in angles_deg.tolist():
        if angle < at.down_deg:
            counted += stage == "up"
            stage = "down"
        elif angle > at.up_deg:
            stage = "up"
    return counted


def _heading(lines: Floats) -> Floats:
    """Return where lines point, in radians."""
    heading: Floats = np.arctan2(lines[..., 1], lines[..., 0])
    return heading
