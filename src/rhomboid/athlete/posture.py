"""A posture: where trunk, hands and feet are, and which way elbows and knees point.

The room has x to the front of a person who stands at the start, y to their left
and z up, in metres from the floor between their feet. Angles are degrees. A
posture holds T moments at once; pairs are left, right.
"""

from collections.abc import Mapping
from dataclasses import dataclass, fields

import numpy as np
from numpy.typing import ArrayLike, NDArray

from rhomboid.athlete.body import Body

Floats = NDArray[np.floating]

SIDES = np.array([1.0, -1.0])
"""Left and right, along y."""


@dataclass(frozen=True, slots=True, eq=False)
class Posture:
    """T moments of a body.

    Attributes
    ----------
    hips_m : shape (T, 3)
        Middle of the hips.
    angles_deg : shape (T, 7)
        Turn (of the whole body, to the left), lean (of the trunk, forward),
        roll (of the trunk, to the left), twist (of the shoulders against the
        trunk, to the left), nod (of the head, forward), shrug (of the
        collarbones, up) and pelvis (of the hips against the trunk, to the left).
    wrists_m, ankles_m : shape (T, 2, 3)
    elbows_to, knees_to, toes_to : shape (T, 2, 3)
        Directions in which they point; any length but zero.
    """

    hips_m: Floats
    angles_deg: Floats
    wrists_m: Floats
    elbows_to: Floats
    ankles_m: Floats
    knees_to: Floats
    toes_to: Floats


def blend(first: Posture, second: Posture, share: Floats) -> Posture:
    """Return the postures on the way from one to another.

    Parameters
    ----------
    first, second
        Of T moments, or of one.
    share : shape (T,)
        0 for the first, 1 for the second.
    """
    parts = {}
    for field in fields(Posture):
        a, b = getattr(first, field.name), getattr(second, field.name)
        parts[field.name] = a + share.reshape(-1, *[1] * (a.ndim - 1)) * (b - a)
    return Posture(**parts)


def chain(postures: list[Posture]) -> Posture:
    """Return postures one after the other."""
    return Posture(
        **{f.name: np.concatenate([getattr(p, f.name) for p in postures]) for f in fields(Posture)}
    )


def mirrored(posture: Posture) -> Posture:
    """Return the same with left and right exchanged."""
    flip = np.array([1.0, -1.0, 1.0])
    parts = {
        name: getattr(posture, name)[:, ::-1] * flip
        for name in ("wrists_m", "elbows_to", "ankles_m", "knees_to", "toes_to")
    }
    signs = np.array([-1.0, 1.0, -1.0, -1.0, 1.0, 1.0, -1.0])
    return Posture(hips_m=posture.hips_m * flip, angles_deg=posture.angles_deg * signs, **parts)


def lerp(share: Floats, start: ArrayLike, end: ArrayLike) -> Floats:
    """Return numbers on the way from `start` to `end`, shape of `share`."""
    a, b = np.asarray(start, dtype=float), np.asarray(end, dtype=float)
    between: Floats = a + share * (b - a)
    return between


def span(one: float, other: float, angle_deg: ArrayLike) -> Floats:
    """Return how far apart the ends of two bones are that meet at an angle.

    Examples
    --------
    >>> float(span(3.0, 4.0, 90.0))
    5.0
    """
    cos = np.cos(np.radians(np.asarray(angle_deg, dtype=float)))
    apart: Floats = np.sqrt(one**2 + other**2 - 2 * one * other * cos)
    return apart


def point(like: Floats, x: ArrayLike, y: ArrayLike, z: ArrayLike) -> Floats:
    """Return points from numbers or arrays, shape (T, 3); `like` says how many, shape (T,)."""
    return np.stack(
        [np.broadcast_to(np.asarray(v, dtype=float), like.shape) for v in (x, y, z)], -1
    )


def pair(like: Floats, x: ArrayLike, y: ArrayLike, z: ArrayLike) -> Floats:
    """Return points of left and right from those of the left, shape (T, 2, 3).

    Parameters
    ----------
    x, z : shape () or (T,) or (T, 2)
    y : shape () or (T,) or (T, 2)
        To the outside, away from the middle.
    """
    shape = (*like.shape, 2)

    def both(value: ArrayLike) -> Floats:
        array = np.asarray(value, dtype=float)
        return np.broadcast_to(array[:, None] if array.ndim == 1 else array, shape)

    return np.stack([both(x), both(y) * SIDES, both(z)], axis=-1)


def angles(like: Floats, given_deg: Mapping[str, ArrayLike]) -> Floats:
    """Return the angles of a posture, shape (T, 7); those not given are zero."""
    zero = np.zeros_like(like)
    return np.stack([zero + np.asarray(given_deg.get(name, 0.0)) for name in _ANGLES], axis=-1)


_ANGLES = ("turn", "lean", "roll", "twist", "nod", "shrug", "pelvis")


def axes(angles_deg: Floats) -> Floats:
    """Return the front, left and up of a trunk, seen from the hips.

    Parameters
    ----------
    angles_deg : shape (T, 7)

    Returns
    -------
    shape (T, 3, 3)
        Rows: front, left, up.
    """
    turn, lean, roll = (np.radians(angles_deg[:, i]) for i in range(3))
    front = np.stack([np.cos(lean), 0 * lean, -np.sin(lean)], axis=-1)
    up = np.stack([np.sin(lean) * np.cos(roll), np.sin(roll), np.cos(lean) * np.cos(roll)], axis=-1)
    left = np.cross(up, front)
    level = np.stack([front, left, up], axis=1)
    cos, sin = np.cos(turn)[:, None], np.sin(turn)[:, None]
    x, y, z = level[..., 0], level[..., 1], level[..., 2]
    return np.stack([cos * x - sin * y, sin * x + cos * y, z], axis=-1)


def twisted(trunk: Floats, twist_deg: Floats) -> Floats:
    """Turn a trunk's front and left about its up, to the left; shape (T, 3, 3)."""
    cos, sin = (f(np.radians(twist_deg))[:, None] for f in (np.cos, np.sin))
    front, left, up = trunk[:, 0], trunk[:, 1], trunk[:, 2]
    return np.stack([cos * front + sin * left, cos * left - sin * front, up], axis=1)


def shoulders_at(hips_m: Floats, angles_deg: Floats, body: Body) -> Floats:
    """Return where the shoulders are.

    Parameters
    ----------
    hips_m : shape (T, 3)
    angles_deg : shape (T, 7)

    Returns
    -------
    shape (T, 2, 3)
        Left and right, in metres.
    """
    trunk = axes(angles_deg)
    left = twisted(trunk, angles_deg[:, 3])[:, 1]
    middle = hips_m + trunk[:, 2] * body.length_m("trunk")
    shrug = np.radians(angles_deg[:, 5])[:, None]
    half_m = body.length_m("shoulders") / 2
    out, rise = left * np.cos(shrug) * half_m, trunk[:, 2] * np.sin(shrug) * half_m
    both: Floats = (middle + rise)[:, None] + out[:, None] * SIDES[:, None]
    return both
