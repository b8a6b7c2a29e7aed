"""A shoe round a bare foot: rings from heel to toe, each flat below and round above."""

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.floating]
Ints = NDArray[np.integer]

_RINGS, _ROUND = 22, 20
_TOE_M, _WALL_M, _SOLE_M = 0.010, 0.006, 0.007


def shoe(vertices_m: Floats, heads_m: dict[str, Floats], tag: str) -> tuple[Floats, Ints]:
    """Return a shoe for a foot of a body at rest.

    Parameters
    ----------
    vertices_m : shape (V, 3)
    heads_m
        Where each bone begins.
    tag
        ``.L`` or ``.R``.

    Returns
    -------
    places : shape (N, 3)
    faces : shape (F, 3)
    """
    ankle, toe = heads_m[f"foot{tag}"], heads_m[f"toe2-1{tag}"]
    along = (toe - ankle)[:2] / np.sqrt(((toe - ankle)[:2] ** 2).sum())
    axes = np.array([[*along, 0.0], [-along[1], along[0], 0.0], [0.0, 0.0, 1.0]])
    foot = (vertices_m[:, 2] < ankle[2] * 1.12) & (vertices_m[:, 1] * ankle[1] > 0)
    own = (vertices_m[foot] - [*ankle[:2], 0.0]) @ axes.T
    begin, end = own[:, 0].min() - _WALL_M, own[:, 0].max() + _TOE_M
    rings = [_ring(own, begin, end, share) for share in np.linspace(0.0, 1.0, _RINGS)]
    places = np.concatenate(rings) @ axes + [*ankle[:2], 0.0]
    return places, _skin()


def _ring(own: Floats, begin: float, end: float, share: float) -> Floats:
    """Return one ring of the shoe, shape (K, 3), in the foot's own axes."""
    x = begin + share * (end - begin)
    near = own[np.abs(own[:, 0] - np.clip(x, begin + 0.02, end - 0.025)) < 0.02]
    low, high = near[:, 1].min() - _WALL_M, near[:, 1].max() + _WALL_M
    top = near[:, 2].max() + _WALL_M
    # Rounded off at both ends, as a quarter of a circle.
    tip = min(1.0, (x - begin) / 0.03, (end - x) / 0.045)
    shrink = np.sqrt(max(1 - (1 - tip) ** 2, 0.0))
    turn = np.linspace(0, 2 * np.pi, _ROUND, endpoint=False)
    across = (low + high) / 2 + shrink * (high - low) / 2 * _square(np.cos(turn))
    up = np.where(np.sin(turn) > 0, shrink * top * _square(np.sin(turn)), -_SOLE_M * shrink)
    return np.stack([np.full(_ROUND, x), across, up], axis=-1)


def _square(value: Floats) -> Floats:
    """Make a circle a little square."""
    squared: Floats = np.sign(value) * np.abs(value) ** 0.7
    return squared


def _skin() -> Ints:
    """Return the triangles between rings."""
    faces = []
    for ring in range(_RINGS - 1):
        for i in range(_ROUND):
            a, b = ring * _ROUND + i, ring * _ROUND + (i + 1) % _ROUND
            faces += [[a, b, a + _ROUND], [b, b + _ROUND, a + _ROUND]]
    return np.array(faces)
