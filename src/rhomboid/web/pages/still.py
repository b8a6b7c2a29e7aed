"""A drawing of the athlete at both ends of a movement, seen from where the camera stands."""

from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from rhomboid.skeleton import INDEX, PAIRS
from rhomboid.web.pages.athlete import BONE_PLACES, RATE_HZ, Shown, shown

Floats = NDArray[np.floating]

_PX_PER_M = 100.0
_MARGIN_PX = 12.0
_ASIDE_DEG = {0.0: 20.0, 180.0: 200.0}
"""From where what is seen straight from the front or from behind is drawn, to show its depth."""
_HEAD_M = 0.105


@dataclass(frozen=True, slots=True)
class Figure:
    """One moment: bones as an SVG path, and the head."""

    bones: str
    head: tuple[float, float]


@dataclass(frozen=True, slots=True)
class Still:
    """The start, the far end, and what it is done with, in one drawing."""

    box: str
    start: Figure
    end: Figure
    gear: str
    floor: str
    head_px: float


@cache
def still(exercise: str) -> Still:
    """Draw an exercise.

    Raises
    ------
    SpecError, ValueError
        If there is no such exercise, or the athlete does not know it.
    """
    done = shown(exercise)
    turn = round((done.edges_s[1] + done.edges_s[2]) / 2 * RATE_HZ)
    first, far = (_seen(done.room_m[i], done) for i in (0, turn))
    gear = [_seen(line.points_m[turn if line.moves else 0], done) for line in done.gear]
    all_px = np.concatenate([first, far, *gear])
    low, high = all_px.min(axis=0) - _MARGIN_PX * 2, all_px.max(axis=0) + _MARGIN_PX
    high[1] = _MARGIN_PX
    return Still(
        box=" ".join(f"{v:.0f}" for v in (*low, *(high - low))),
        start=_figure(first),
        end=_figure(far),
        gear=" ".join(_path(line) for line in gear),
        floor=f"M{low[0]:.0f} 0H{high[0]:.0f}",
        head_px=_HEAD_M * _PX_PER_M,
    )


def _seen(room_m: Floats, done: Shown) -> Floats:
    """Return points as a far camera sees them, right and down, in pixels."""
    azimuth = np.radians(_ASIDE_DEG.get(done.azimuth_deg, done.azimuth_deg - 12.0))
    right = -np.sin(azimuth) * room_m[..., 0] + np.cos(azimuth) * room_m[..., 1]
    seen: Floats = np.stack([right, -room_m[..., 2]], axis=-1) * _PX_PER_M
    return seen


def _figure(px: Floats) -> Figure:
    """Return a moment as paths."""
    bones = " ".join(_path(px[bone]) for bone in BONE_PLACES)
    neck = px[list(PAIRS["shoulder"])].mean(axis=0)
    head = px[list(PAIRS["ear"])].mean(axis=0) * 0.6 + px[INDEX["nose"]] * 0.4
    return Figure(
        f"{bones} {_path(np.stack([neck, head]))}", (round(head[0], 1), round(head[1], 1))
    )


def _path(px: Floats) -> str:
    """Return points as a path."""
    return "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in px)
