"""Lines between the joints of a body, drawn all at once.

A live frame has no time for one line at a time. A line runs in the picture, in
pixels and with a depth of nothing, or in the model's own three dimensions, in
metres. Both have y downwards.
"""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from rhomboid.catalogue.signals import Space
from rhomboid.motion.body import Body
from rhomboid.skeleton import INDEX, JOINTS, PAIRS

Floats = NDArray[np.floating]

_LEFT, _RIGHT = np.array(list(PAIRS.values())).T
_JOINTS = len(JOINTS)
FLOOR = _JOINTS + len(PAIRS)
"""The point that stands for the picture's lower edge."""
_POINTS = FLOOR + 1
"""Points of a space: the joints, the middles of the pairs, the lower edge."""


class Line(NamedTuple):
    """From one point to another."""

    space: Space
    start: int
    end: int


def end(joint: str, side: int) -> int:
    """Return the point of a joint on the left (0) or right (1); a nose is both."""
    return PAIRS[joint][side] if joint in PAIRS else INDEX[joint]


def middle(joint: str) -> int:
    """Return the point half way between left and right, or the one that is in the picture."""
    return _JOINTS + list(PAIRS).index(joint) if joint in PAIRS else INDEX[joint]


class Lines:
    """Draws a fixed list of lines in every frame.

    Parameters
    ----------
    lines
        N lines.
    """

    def __init__(self, lines: Sequence[Line]) -> None:
        offset = {"image": 0, "world": _POINTS}
        self._starts = np.array([offset[line.space] + line.start for line in lines], dtype=int)
        self._ends = np.array([offset[line.space] + line.end for line in lines], dtype=int)

    def draw(self, body: Body) -> Floats:
        """Draw all lines.

        Returns
        -------
        shape (T, N, 3)
            Pixels or metres; NaN where an end is unseen.
        """
        points = _points(body)
        lines: Floats = points.take(self._ends, axis=1) - points.take(self._starts, axis=1)
        return lines


def seen(body: Body) -> Floats:
    """Return how surely each point was seen, shape (T, points): a middle by its better side."""
    sure = np.ones((len(body.visibility), _POINTS))
    sure[:, :_JOINTS] = body.visibility
    sure[:, _JOINTS:FLOOR] = np.maximum(body.visibility[:, _LEFT], body.visibility[:, _RIGHT])
    return sure


def _points(body: Body) -> Floats:
    """Return all points of both spaces, shape (T, 2 * points, 3)."""
    points = np.empty((len(body.visibility), 2, _POINTS, 3))
    points[:, 0, :_JOINTS, :2] = body.points_px
    points[:, 0, :_JOINTS, 2] = 0.0
    points[:, 1, :_JOINTS] = np.nan if body.world_m is None else body.world_m
    points[:, :, _JOINTS:FLOOR] = _middles(points.take(_LEFT, axis=2), points.take(_RIGHT, axis=2))
    points[:, :, FLOOR] = 0.0, body.height_px, 0.0
    return points.reshape(len(points), 2 * _POINTS, 3)


def _middles(one: Floats, other: Floats) -> Floats:
    """Return the middles of pairs, or the one of a pair that is in the picture."""
    between: Floats = (one + other) / 2
    if np.isnan(between).any():
        between = np.where(np.isnan(one), other, np.where(np.isnan(other), one, between))
    return between
