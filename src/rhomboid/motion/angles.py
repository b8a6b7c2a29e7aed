"""Angles at and between joints.

Arrays in, arrays out: nothing here knows of videos, exercises or people.
Positions are ``(..., d)`` with d = 2 (image plane) or 3 (world), in any unit of
length that is the same along every axis. Angles are degrees. An unseen joint is
NaN, and stays NaN.
"""

import numpy as np
from numpy.typing import NDArray

Points = NDArray[np.floating]
"""Positions, shape ``(..., d)``."""

Degrees = NDArray[np.floating]
"""Angles in degrees, shape ``(...)``."""


def joint_angle(proximal: Points, joint: Points, distal: Points) -> Degrees:
    """Return the angle at a joint: 180 when straight, 0 when folded shut.

    Parameters
    ----------
    proximal, joint, distal : shape (..., d)
        The three points of the limb, trunk side first; they broadcast.

    Returns
    -------
    shape (...)
        Degrees in [0, 180]. NaN where a point is unseen, or where two of the
        points coincide and the angle means nothing.

    Raises
    ------
    ValueError
        If the points are not all 2-D or all 3-D, or do not broadcast.

    Notes
    -----
    The half-angle form keeps its accuracy near 0 and 180, where ``arccos``
    loses half of its digits.

    Examples
    --------
    >>> shoulder, elbow, wrist = np.array([[0, 1], [0, 0], [1, 0]])
    >>> float(joint_angle(shoulder, elbow, wrist))
    90.0
    """
    dims = {p.shape[-1] if p.ndim else 0 for p in (proximal, joint, distal)}
    if dims not in ({2}, {3}):
        raise ValueError(f"points must all be 2-D or all be 3-D, got last axes {sorted(dims)}")
    return angle_between(proximal - joint, distal - joint)


def angle_between(one: Points, other: Points) -> Degrees:
    """Return the angle between two lines that start at the same point.

    Parameters
    ----------
    one, other : shape (..., d)
        From the joint outwards; they broadcast.

    Returns
    -------
    shape (...)
        Degrees in [0, 180]. NaN where a line is unseen or has no length.

    Examples
    --------
    >>> float(angle_between(np.array([0, 1]), np.array([0, -2])))
    180.0
    """
    long, short = _length(one), _length(other)
    upper, lower = one * short[..., None], other * long[..., None]
    half_rad = np.arctan2(_length(upper - lower), _length(upper + lower))
    angle: Degrees = np.where(long * short > 0, half_rad * (360 / np.pi), np.nan)
    return angle


def tilt_in_image(line: Points) -> Degrees:
    """Return how far a line points away from straight up: positive to the right.

    Parameters
    ----------
    line : shape (..., d)
        Its first two numbers count; y points down, as in pictures.

    Returns
    -------
    shape (...)
        Degrees in [-180, 180]; NaN where the line is unseen.

    Examples
    --------
    >>> float(tilt_in_image(np.array([1, -1])))
    45.0
    """
    tilt: Degrees = np.degrees(np.arctan2(line[..., 0], -line[..., 1]))
    return tilt


def tilt_in_world(line: Points) -> Degrees:
    """Return the angle between a line and straight up, without a sign.

    Parameters
    ----------
    line : shape (..., 3)
        Its y points down.

    Returns
    -------
    shape (...)
        Degrees in [0, 180]; NaN where the line is unseen.

    Examples
    --------
    >>> round(float(tilt_in_world(np.array([0, 0, 1]))))
    90
    """
    level = np.hypot(line[..., 0], line[..., 2])
    tilt: Degrees = np.degrees(np.arctan2(level, -line[..., 1]))
    return tilt


def _length(vectors: Points) -> Points:
    """Return the length of vectors."""
    length: Points = np.sqrt(np.vecdot(vectors, vectors))
    return length
