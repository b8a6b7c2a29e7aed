"""What people do before and after a set, which is no repetition.

Amounts are house: by eye, so that a scene looks plain.
"""

from collections.abc import Callable, Mapping
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray

from rhomboid.athlete import sit, stand
from rhomboid.athlete.beat import minimum_jerk
from rhomboid.athlete.body import Body
from rhomboid.athlete.posture import Posture, blend
from rhomboid.athlete.style import Style

Floats = NDArray[np.floating]

Background = Callable[[Floats, Body], Posture]
"""From seconds since its beginning, shape (T,), to postures."""

_STEP_S, _STEP = 0.55, 0.38
_WALK_S, _WALK_FROM = 2.75, 1.15
_TURN_S = 0.6


def walk_in(times_s: Floats, body: Body) -> Posture:
    """Come in from the person's left, and turn to the front."""
    height = body.stature_m
    way = np.minimum(times_s / _WALK_S, 1.0)
    stride = np.sin(np.pi * times_s / _STEP_S) * np.minimum(1.0, 8 * (1 - way))
    turn = -90.0 * (1 - minimum_jerk((times_s - _WALK_S) / _TURN_S))
    posture = stand.arms_hang(times_s, body)
    swing = np.zeros((len(times_s), 2, 3))
    swing[..., 0] = stride[:, None] * np.array([1.0, -1.0]) * _STEP / 2 * height
    feet = posture.ankles_m + swing
    feet[..., 2] += 0.06 * np.maximum(np.cos(np.pi * times_s / _STEP_S)[:, None] * [1, -1], 0.0)
    moved = Posture(
        hips_m=posture.hips_m, angles_deg=posture.angles_deg,
        wrists_m=posture.wrists_m - swing * 0.6,
        elbows_to=posture.elbows_to, ankles_m=feet, knees_to=posture.knees_to,
        toes_to=posture.toes_to,
    )  # fmt: skip
    return _turned(moved, turn, (1 - way) * _WALK_FROM * height)


def fidget(times_s: Floats, body: Body) -> Posture:
    """Stand, shift the weight, let the arms swing a little."""
    roll = 2.5 * np.sin(2 * np.pi * times_s / 2.9)
    lean = 2.0 + 2.0 * np.sin(2 * np.pi * times_s / 2.1)
    posture = stand.arms_hang(times_s, body, roll=roll, lean=lean, nod=8 * np.sin(times_s * 1.7))
    wrists = posture.wrists_m.copy()
    wrists[:, 0, 0] += 0.05 * np.sin(2 * np.pi * times_s / 1.3)
    wrists[:, 1, 0] += 0.06 * (1 - np.cos(2 * np.pi * times_s / 1.7)) / 2
    return stand.standing(times_s, body, wrists, posture.elbows_to, roll=roll, lean=lean)


def bend_down(times_s: Floats, body: Body) -> Posture:
    """Bend down to a bar on the floor, and settle the grip."""
    low = sit.deadlift(np.zeros_like(times_s), body, Style())
    fuss = 0.012 * np.sin(2 * np.pi * times_s / 0.7) * (times_s > 1.5)
    low.wrists_m[..., 1] += fuss[:, None]
    return blend(stand.arms_hang(times_s, body), low, minimum_jerk(times_s / 1.4))


def sit_down(times_s: Floats, body: Body) -> Posture:
    """Sit down where the seat of a pulldown is, hands on the thighs."""
    seat = sit.lat_pulldown(np.zeros_like(times_s), body, Style())
    hands = (seat.hips_m + np.array([0.20, 0.0, 0.04]) * body.stature_m)[:, None]
    seat.wrists_m[...] = hands + np.array([[0, 0.06, 0], [0, -0.06, 0]]) * body.stature_m
    return blend(stand.arms_hang(times_s, body), seat, minimum_jerk(times_s / 1.5))


def scratch_head(times_s: Floats, body: Body) -> Posture:
    """Stand, and scratch the head with the right hand."""
    posture = stand.arms_hang(times_s, body)
    up = minimum_jerk(times_s / 0.9) - minimum_jerk((times_s - 2.2) / 0.9)
    shoulder = stand.shoulders_standing(times_s, body)[:, 1]
    place = shoulder + np.array([0.03, 0.05, 0.11]) * body.stature_m
    place[:, 0] += 0.02 * np.sin(2 * np.pi * times_s / 0.35)
    wrists = posture.wrists_m.copy()
    wrists[:, 1] += up[:, None] * (place - wrists[:, 1])
    wrists[:, 1, 0] += 0.15 * np.sin(np.pi * up)
    return stand.standing(times_s, body, wrists, posture.elbows_to)


def _turned(posture: Posture, turn_deg: Floats, left_m: Floats) -> Posture:
    """Turn a whole body to the left about the floor, and move it to the left."""
    angle = np.radians(turn_deg)[:, None]
    cos, sin = np.cos(angle), np.sin(angle)

    def about(points: Floats) -> Floats:
        x, y, z = points[..., 0], points[..., 1], points[..., 2]
        c, s = (cos, sin) if points.ndim == 3 else (cos[:, 0], sin[:, 0])
        return np.stack([c * x - s * y, s * x + c * y, z], axis=-1)

    shift = np.stack([0 * left_m, left_m, 0 * left_m], axis=-1)
    return Posture(
        hips_m=about(posture.hips_m) + shift,
        angles_deg=posture.angles_deg + turn_deg[:, None] * np.eye(7)[0],
        wrists_m=about(posture.wrists_m) + shift[:, None],
        elbows_to=about(posture.elbows_to),
        ankles_m=about(posture.ankles_m) + shift[:, None],
        knees_to=about(posture.knees_to),
        toes_to=about(posture.toes_to),
    )


BACKGROUNDS: Mapping[str, tuple[Background, float]] = MappingProxyType(
    {
        "walk_in": (walk_in, _WALK_S + _TURN_S + 0.3),
        "fidget": (fidget, 3.0),
        "bend_down": (bend_down, 3.0),
        "sit_down": (sit_down, 2.2),
        "scratch_head": (scratch_head, 3.6),
    }
)
"""Each with how long it takes, in seconds."""
