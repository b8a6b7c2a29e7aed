"""Rotations: frames from directions, and the way half between two."""

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.floating]


def unit(vector: Floats) -> Floats:
    """Scale a vector, shape (3,), to length one."""
    scaled: Floats = vector / np.maximum(np.sqrt(vector @ vector), 1e-12)
    return scaled


def frame(first: Floats, second: Floats) -> Floats:
    """Return a right-handed frame as columns, shape (3, 3).

    Parameters
    ----------
    first : shape (3,)
        Its first axis.
    second : shape (3,)
        In the half plane of its second axis.
    """
    one = unit(first)
    two = unit(second - one * (one @ second))
    return np.stack([one, two, np.cross(one, two)], axis=1)


def between(start: Floats, end: Floats) -> Floats:
    """Return the smallest rotation that takes one direction to another."""
    a, b = unit(start), unit(end)
    axis, cos = np.cross(a, b), float(a @ b)
    if cos < -0.9999:
        return about(np.cross(a, [0.577, 0.577, 0.577]), 180.0)
    skew = np.array([[0, -axis[2], axis[1]], [axis[2], 0, -axis[0]], [-axis[1], axis[0], 0]])
    turned: Floats = np.eye(3) + skew + skew @ skew / (1 + cos)
    return turned


def about(axis: Floats, angle_deg: float) -> Floats:
    """Return the rotation about an axis."""
    k, angle = unit(axis), np.radians(angle_deg)
    skew = np.array([[0, -k[2], k[1]], [k[2], 0, -k[0]], [-k[1], k[0], 0]])
    turned: Floats = np.eye(3) + np.sin(angle) * skew + (1 - np.cos(angle)) * skew @ skew
    return turned


def halfway(one: Floats, other: Floats, share: float = 0.5) -> Floats:
    """Return the rotation a share of the way from one to another."""
    step = other @ one.T
    angle = np.degrees(np.arccos(np.clip((np.trace(step) - 1) / 2, -1, 1)))
    axis = np.array([step[2, 1] - step[1, 2], step[0, 2] - step[2, 0], step[1, 0] - step[0, 1]])
    if angle < 1e-6 or (axis * axis).sum() < 1e-16:
        return one
    return about(axis, angle * share) @ one
