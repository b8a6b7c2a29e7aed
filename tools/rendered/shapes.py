"""Boxes, rods, discs and balls, as coloured triangles."""

import numpy as np
from numpy.typing import ArrayLike, NDArray

from tools.rendered.people import Colour
from tools.rendered.raster import Mesh
from tools.rendered.turns import frame, unit

Floats = NDArray[np.floating]

_ROUND = 16


def box(middle: ArrayLike, size: ArrayLike, colour: Colour, turn: Floats | None = None) -> Mesh:
    """Return a box.

    Parameters
    ----------
    middle, size : shape (3,)
        Metres.
    turn : shape (3, 3)
        Its axes as columns; None for those of the room.
    """
    axes = np.eye(3) if turn is None else turn
    corners, faces = [], []
    for axis in range(3):
        for sign in (1.0, -1.0):
            faces += [[len(corners) + i for i in f] for f in ((0, 1, 2), (0, 2, 3))]
            corners += _side(axis, sign)
    places = np.asarray(middle) + (np.array(corners) * np.asarray(size) / 2) @ axes.T
    return _mesh(places, faces, colour)


def _side(axis: int, sign: float) -> list[list[float]]:
    """Return the corners of one side of a cube, seen from outside against the clock."""
    one, two = (axis + 1) % 3, (axis + 2) % 3
    corners = []
    for a, b in ((-1, -1), (1, -1), (1, 1), (-1, 1)):
        corner = [0.0, 0.0, 0.0]
        corner[axis], corner[one], corner[two] = sign, float(a), float(b)
        corners.append(corner)
    return corners if sign > 0 else corners[::-1]


def rod(start: ArrayLike, end: ArrayLike, radius_m: float, colour: Colour) -> Mesh:
    """Return a round rod with flat ends."""
    a, b = np.asarray(start, dtype=float), np.asarray(end, dtype=float)
    along = unit(b - a)
    aside = [0.0, 1.0, 0.0] if abs(along[2]) > 0.9 else [0.0, 0.0, 1.0]
    axes = frame(along, np.asarray(aside))
    turn = np.linspace(0, 2 * np.pi, _ROUND, endpoint=False)
    ring = radius_m * (np.cos(turn)[:, None] * axes[:, 1] + np.sin(turn)[:, None] * axes[:, 2])
    places = np.concatenate([a + ring, b + ring, a + ring, b + ring, [a, b]])
    n, faces = _ROUND, []
    for i in range(n):
        j = (i + 1) % n
        faces += [[i, j, n + i], [j, n + j, n + i]]
        faces += [[2 * n + j, 2 * n + i, 4 * n], [3 * n + i, 3 * n + j, 4 * n + 1]]
    return _mesh(places, faces, colour)


def ball(middle: ArrayLike, radius_m: float, colour: Colour) -> Mesh:
    """Return a ball."""
    across, down = np.meshgrid(
        np.linspace(0, 2 * np.pi, _ROUND + 1), np.linspace(0, np.pi, _ROUND // 2 + 1)
    )
    places = np.stack([np.sin(down) * np.cos(across), np.sin(down) * np.sin(across), np.cos(down)])
    points = np.asarray(middle) + radius_m * places.reshape(3, -1).T
    faces, wide = [], _ROUND + 1
    for row in range(_ROUND // 2):
        for i in range(_ROUND):
            k = row * wide + i
            faces += [[k, k + wide, k + 1], [k + 1, k + wide, k + wide + 1]]
    return _mesh(points, faces, colour)


def sheet(corner: ArrayLike, one: ArrayLike, two: ArrayLike, colours: Floats) -> Mesh:
    """Return a flat grid of fields, each of its own colour.

    Parameters
    ----------
    corner, one, two : shape (3,)
        Where it begins, and its two edges; it is seen from where `one` goes to
        `two` against the clock.
    colours : shape (N, M, 3)
        Of the fields along `one` and along `two`.
    """
    rows, columns = colours.shape[:2]
    places, faces, painted = [], [], []
    for i in range(rows):
        for j in range(columns):
            faces += [[len(places) + k for k in f] for f in ((0, 1, 2), (0, 2, 3))]
            for a, b in ((i, j), (i + 1, j), (i + 1, j + 1), (i, j + 1)):
                places.append(np.asarray(one) * a / rows + np.asarray(two) * b / columns)
                painted.append(colours[i, j])
    return Mesh(np.asarray(corner) + np.array(places), np.array(faces), np.array(painted))


def _mesh(places: Floats, faces: list[list[int]], colour: Colour) -> Mesh:
    """Return triangles of one colour."""
    return Mesh(places, np.array(faces), np.tile(np.asarray(colour), (len(places), 1)))
