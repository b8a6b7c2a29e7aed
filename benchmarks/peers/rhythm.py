"""Counting by rhythm: the swings of the body's main movement, at the pace at which it comes back.

The plain form of counting by autocorrelation, as in the first analysis of MM-Fit
(Strömbäck et al. 2020) and in many phone apps: the main component of all joints,
the period after which it is most like itself, and its swings once all that is
much faster is smoothed away. It knows no exercise, and counts whatever comes
back. Its four constants were chosen on the very sets it is scored on, so it is
flattered here.
"""

import numpy as np
from numpy.typing import NDArray

from rhomboid.pose.track import PoseTrack
from rhomboid.skeleton import PAIRS

Floats = NDArray[np.floating]

_RATE_HZ = 15.0
_JOINTS = [
    i for name in ("shoulder", "elbow", "wrist", "hip", "knee", "ankle") for i in PAIRS[name]
]
_LEAST_S, _MOST_S = 0.8, 40.0
_CLEAR = 0.15
"""The autocorrelation from which on something comes back at all."""
_NEARLY = 0.8
"""Share of the highest peak from which on the first peak is taken: later ones are multiples."""
_SMOOTH = 8
"""So many times shorter than a period is what gets smoothed away."""
_ENDS = 15.0
"""Percentiles from either side that stand for the two ends of the movement."""
_CROSSES = 0.125
"""How far past the middle a swing must go, as a share of the way between the ends."""


def count(track: PoseTrack, exercise: str = "") -> int:  # noqa: ARG001
    """Count periods of the main movement, whatever the exercise."""
    main = main_component(track)
    if len(main) < 2 * _LEAST_S * _RATE_HZ:
        return 0
    period = dominant_period(main)
    return swings(_smoothed(main, max(period // _SMOOTH, 1))) if period else 0


def swings(values: Floats) -> int:
    """Count how often values go from one end to the other and back."""
    low, high = np.percentile(values, [_ENDS, 100.0 - _ENDS])
    middle, past = (low + high) / 2, (high - low) * _CROSSES
    above, ups, downs = values[0] > middle, 0, 0
    for value in values.tolist():
        if above and value < middle - past:
            above, downs = False, downs + 1
        elif not above and value > middle + past:
            above, ups = True, ups + 1
    return min(ups, downs)


def main_component(track: PoseTrack) -> Floats:
    """Return where the joints are along their main direction of movement, 15 times a second.

    Returns
    -------
    shape (N,)
        In trunk lengths about its mean; empty where nobody was found.
    """
    places = track.image_px[:, _JOINTS].astype(float)
    found = np.isfinite(places).all(axis=(1, 2))
    if found.sum() < 2:
        return np.zeros(0)
    hips, shoulders = (track.image_px[:, PAIRS[n]].mean(axis=1) for n in ("hip", "shoulder"))
    trunk_px = float(np.nanmedian(np.linalg.norm(shoulders - hips, axis=-1)))
    flat = ((places - hips[:, None]) / max(trunk_px, 1.0)).reshape(len(places), -1)
    even = _evenly(track.times_s[found], flat[found])
    even -= even.mean(axis=0)
    _, directions = np.linalg.eigh(even.T @ even)
    main: Floats = even @ directions[:, -1]
    return main


def dominant_period(values: Floats) -> int:
    """Return after how many values they come back; 0 if they do not."""
    off = values - values.mean()
    size = float((off * off).sum())
    if size == 0:
        return 0
    first = int(_LEAST_S * _RATE_HZ)
    last = min(int(_MOST_S * _RATE_HZ), len(off) * 2 // 3)
    alike = np.array([_alike(off, lag) for lag in range(last + 1)])
    peaks = [i for i in range(first, last) if alike[i - 1] < alike[i] >= alike[i + 1]]
    clear = [i for i in peaks if alike[i] >= _CLEAR]
    if not clear:
        return 0
    highest = max(alike[i] for i in clear)
    return next(i for i in clear if alike[i] >= _NEARLY * highest)


def _alike(off: Floats, lag: int) -> float:
    """Return how much values are like those some places later, -1 to 1."""
    early, late = off[: len(off) - lag], off[lag:]
    size = float(np.sqrt((early * early).sum() * (late * late).sum()))
    return float((early * late).sum()) / size if size else 0.0


def _smoothed(values: Floats, frames: int) -> Floats:
    """Smooth values over some frames to either side."""
    weights = np.hanning(frames + 2)[1:-1]
    padded = np.pad(values, frames, mode="edge")
    return np.convolve(padded, weights / weights.sum(), mode="same")[frames:-frames]


def _evenly(times_s: Floats, values: Floats) -> Floats:
    """Return values at even times."""
    wanted_s = np.arange(times_s[0], times_s[-1], 1 / _RATE_HZ)
    return np.stack([np.interp(wanted_s, times_s, column) for column in values.T], axis=1)
