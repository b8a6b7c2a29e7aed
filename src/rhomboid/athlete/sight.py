"""What a pose model would make of a figure: jitter, hidden joints, lost frames.

A stand-in, by eye; real models err in more ways than these.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from rhomboid.skeleton import JOINTS, PAIRS

Floats = NDArray[np.floating]

_CLEAR, _HIDDEN = (0.95, 0.99), (0.3, 0.6)
"""Visibility of joints in the open, and behind the trunk. house, after BlazePose full"""
_THICK = 0.35
"""Half of the trunk's breadth as it hides things, in trunks. house"""
_BEHIND_M = 0.06
_PASSER = 0.45
"""Half of the breadth of somebody who passes, in trunks. house"""
COVERED = (0.2, 0.5)
"""Visibility of joints behind something. house, after BlazePose full"""
WORSE = 3.0
"""How much further off they are. house"""
_LASTS_S = 0.05
"""How long one error of a joint lasts: models smooth their own jitter. house"""


@dataclass(frozen=True, slots=True)
class Film:
    """How the performance is recorded.

    Parameters
    ----------
    rate_hz
        Frames a second.
    uneven
        How much frames come early or late, as a share of the step between them.
    noise_trunk
        How far joints are off, in trunk lengths (standard deviation on each axis).
    hide
        Whether joints behind the trunk are seen less surely.
    lost_s
        Start and length of each stretch in which nobody is found.
    behind
        Joints, without side, that equipment hides all the time.
    passing_s
        Start and length of each stretch in which somebody passes in front of
        the athlete, from the left edge of the picture to the right.
    starts_s
        What the clock shows at the first frame.

    Raises
    ------
    ValueError
        If a number is out of range.
    """

    rate_hz: float = 30.0
    uneven: float = 0.0
    noise_trunk: float = 0.01
    hide: bool = True
    lost_s: tuple[tuple[float, float], ...] = ()
    behind: tuple[str, ...] = ()
    passing_s: tuple[tuple[float, float], ...] = ()
    starts_s: float = 0.0

    def __post_init__(self) -> None:
        if not (self.rate_hz > 0 and 0 <= self.uneven < 0.5 and self.noise_trunk >= 0):
            raise ValueError("rate_hz must be positive, uneven 0 to 0.5, noise_trunk not negative")
        unknown = sorted(set(self.behind) - PAIRS.keys())
        if unknown:
            raise ValueError(f"no pair of joints is called {unknown[0]!r}: {', '.join(PAIRS)}")

    def times_s(self, duration_s: float, rng: np.random.Generator) -> Floats:
        """Return when frames are taken, from 0, shape (T,)."""
        even = np.arange(int(duration_s * self.rate_hz) + 1) / self.rate_hz
        off = rng.uniform(-self.uneven, self.uneven, len(even)) / self.rate_hz
        off[0] = 0.0
        times: Floats = even + off
        return times

    def lost(self, times_s: Floats) -> NDArray[np.bool_]:
        """Return in which frames nobody is found, shape (T,)."""
        gone = np.zeros(len(times_s), dtype=bool)
        for start_s, length_s in self.lost_s:
            gone |= (times_s >= start_s) & (times_s < start_s + length_s)
        return gone


def covered(
    times_s: Floats, picture: Floats, trunk_px: Floats, width_px: float, film: Film
) -> NDArray[np.bool_]:
    """Return which joints something stands before, shape (T, 33).

    Parameters
    ----------
    times_s : shape (T,)
        From 0.
    picture : shape (T, 33, 2)
        Pixels.
    trunk_px : shape (T,)
        Length of a trunk across the view.
    width_px
        Of the picture.
    film
        What stands there, and who passes.
    """
    hidden = np.zeros(picture.shape[:2], dtype=bool)
    for joint in film.behind:
        hidden[:, PAIRS[joint]] = True
    for start_s, length_s in film.passing_s:
        way = (times_s - start_s) / length_s
        off = np.abs(picture[..., 0] - way[:, None] * width_px)
        there = (way >= 0) & (way <= 1)
        hidden |= there[:, None] & (off < _PASSER * trunk_px[:, None])
    return hidden


def jitter(times_s: Floats, shape: tuple[int, ...], rng: np.random.Generator) -> Floats:
    """Return errors that last a little: standard deviation 1, shape (T, *shape)."""
    errors = rng.standard_normal((len(times_s), *shape))
    keep = np.exp(-np.diff(times_s) / _LASTS_S)
    for i, share in enumerate(keep.tolist(), start=1):
        errors[i] = share * errors[i - 1] + np.sqrt(1 - share * share) * errors[i]
    return errors


def visibility(
    picture: Floats, away_m: Floats, trunk_px: Floats, film: Film, rng: np.random.Generator
) -> Floats:
    """Return how surely joints are seen.

    Parameters
    ----------
    picture : shape (T, 33, 2)
        Pixels.
    away_m : shape (T, 33)
        Distance from the camera.
    trunk_px : shape (T,)
        Length of a trunk across the view.
    film
        Whether the trunk hides what is behind it.
    rng
        Draws the numbers.

    Returns
    -------
    shape (T, 33)
        0 to 1.
    """
    clear = rng.uniform(*_CLEAR, len(JOINTS))
    sure = np.broadcast_to(clear, away_m.shape).copy()
    if film.hide:
        hidden = _behind_trunk(picture, away_m, trunk_px)
        hidden[:, PAIRS["shoulder"] + PAIRS["hip"]] = False
        sure[hidden] = rng.uniform(*_HIDDEN, int(hidden.sum()))
    return sure


def _behind_trunk(picture: Floats, away_m: Floats, trunk_px: Floats) -> NDArray[np.bool_]:
    """Return which joints the trunk hides, shape (T, 33)."""
    high, low = (picture[:, PAIRS[j]].mean(axis=1)[:, None] for j in ("shoulder", "hip"))
    line = high - low
    size = (line * line).sum(axis=-1)
    along = np.clip(((picture - low) * line).sum(axis=-1) / np.maximum(size, 1.0), 0.0, 1.0)
    off = picture - low - along[..., None] * line
    near = (off * off).sum(axis=-1) < (_THICK * trunk_px[:, None]) ** 2
    deep = away_m[:, PAIRS["shoulder"] + PAIRS["hip"]].mean(axis=1)[:, None]
    hidden: NDArray[np.bool_] = near & (away_m > deep + _BEHIND_M)
    return hidden
