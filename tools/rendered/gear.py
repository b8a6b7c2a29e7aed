"""What an exercise is done with: things that stand there, and things that hands move.

Sizes are metres, by eye (house).
"""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from rhomboid.skeleton import INDEX
from tools.rendered.people import Colour
from tools.rendered.raster import Mesh
from tools.rendered.shapes import ball, box, rod
from tools.rendered.turns import about

Floats = NDArray[np.floating]

STEEL, DARK, PAD = (0.62, 0.64, 0.67), (0.12, 0.12, 0.13), (0.16, 0.16, 0.18)
_SEAT_UNDER_HIPS_M = 0.105
_PLATE_M = 0.225
_LEFT = np.array([0.0, 1.0, 0.0])


Moving = Callable[[Floats, Floats], list[Mesh]]
"""From joints, shape (33, 3), and the middles of the fists, shape (2, 3), to what moves."""

Gear = Callable[[Floats, Floats], tuple[list[Mesh], Moving]]
"""From the joints, shape (T, 33, 3), and the middles of the fists, shape (T, 2, 3), of a
whole performance to what stands there, and to what moves."""


def _nothing_moves(joints: Floats, fists: Floats) -> list[Mesh]:  # noqa: ARG001
    """Return nothing."""
    return []


def _of(joints: Floats, name: str) -> Floats:
    """Return the middle of a pair of joints."""
    middle: Floats = (
        joints[..., INDEX[f"left_{name}"], :] + joints[..., INDEX[f"right_{name}"], :]
    ) / 2
    return middle


def _row(joints: Floats, fists: Floats) -> tuple[list[Mesh], Moving]:  # noqa: ARG001
    """Return a low pulley: seat, rail, foot plate and weight stack; bar and cable."""
    hips, ankles = _of(joints[0], "hip"), _of(joints[0], "ankle")
    seat = hips[2] - _SEAT_UNDER_HIPS_M
    toes = _of(joints[0], "foot_index") - _of(joints[0], "heel")
    tilt = about(_LEFT, float(-np.degrees(np.arctan2(toes[2], toes[0]))))
    sole = _of(joints[0], "heel") + toes * 0.4 + tilt @ np.array([0.0, 0.0, -0.028])
    still = [
        box([hips[0] + 0.04, 0, seat - 0.04], [0.46, 0.32, 0.08], PAD),
        box([0.55, 0, 0.12], [1.5, 0.08, 0.06], STEEL),
        rod([hips[0], 0, 0.12], [hips[0], 0, seat - 0.06], 0.035, STEEL),
        box(sole, [0.34, 0.46, 0.02], DARK, tilt),
        rod([ankles[0] + 0.12, 0, 0.12], sole, 0.03, STEEL),
        *_stack(1.45, 2.0), ball([1.36, 0, 0.62], 0.06, DARK),
    ]  # fmt: skip
    return still, _row_moving


def _stack(x: float, high_m: float) -> list[Mesh]:
    """Return a tower with its stack of weights."""
    plates = [
        box([x + 0.16, 0, 0.20 + 0.055 * i], [0.16, 0.40, 0.05], (0.22, 0.22, 0.24))
        for i in range(14)
    ]
    posts = [rod([x, y, 0], [x, y, high_m], 0.03, STEEL) for y in (-0.26, 0.26)]
    back = [rod([x + 0.30, y, 0], [x + 0.30, y, high_m], 0.03, STEEL) for y in (-0.26, 0.26)]
    foot = [box([x + 0.15, 0, 0.04], [0.5, 0.62, 0.08], STEEL)]
    return [*plates, *posts, *back, *foot, box([x + 0.15, 0, high_m], [0.4, 0.6, 0.08], STEEL)]


def _bar(fists: Floats, beyond_m: float, radius_m: float, colour: Colour = STEEL) -> Mesh:
    """Return a bar through both fists."""
    along = (fists[0] - fists[1]) / np.sqrt(((fists[0] - fists[1]) ** 2).sum())
    return rod(fists[0] + along * beyond_m, fists[1] - along * beyond_m, radius_m, colour)


def _row_moving(joints: Floats, fists: Floats) -> list[Mesh]:  # noqa: ARG001
    """Return bar and cable."""
    return [_bar(fists, 0.13, 0.014), rod(fists.mean(axis=0), [1.34, 0, 0.62], 0.006, DARK)]


def _pulldown(joints: Floats, fists: Floats) -> tuple[list[Mesh], Moving]:
    """Return a high pulley: seat, knee pads, tower and beam; wide bar and cable."""
    first = joints[0]
    hips, knees = _of(first, "hip"), _of(first, "knee")
    seat, x = hips[2] - _SEAT_UNDER_HIPS_M, knees[0] + 0.42
    thigh = hips + 0.72 * (knees - hips) + np.array([0, 0, 0.125])
    over, top = float(fists[..., 0].mean()), float(fists[..., 2].max()) + 0.25
    still = [
        box([hips[0] + 0.04, 0, seat - 0.04], [0.40, 0.36, 0.08], PAD),
        rod([hips[0] + 0.04, 0, 0], [hips[0] + 0.04, 0, seat - 0.06], 0.04, STEEL),
        box([(hips[0] + x) / 2, 0, 0.04], [x - hips[0] + 0.3, 0.08, 0.06], STEEL),
        rod(thigh - _LEFT * 0.27, thigh + _LEFT * 0.27, 0.06, PAD),
        rod([x, 0, thigh[2]], thigh, 0.022, STEEL),
        *_stack(x, top),
        box([(over + x) / 2, 0, top], [x - over + 0.2, 0.07, 0.07], STEEL),
        ball([over, 0, top - 0.07], 0.05, DARK),
    ]

    def moving(joints: Floats, fists: Floats) -> list[Mesh]:  # noqa: ARG001
        cable = rod(fists.mean(axis=0), [over, 0, top - 0.08], 0.006, DARK)
        return [_bar(fists, 0.28, 0.014), cable]

    return still, moving


def _deadlift(joints: Floats, fists: Floats) -> tuple[list[Mesh], Moving]:  # noqa: ARG001
    """Return the blocks from which a barbell is lifted, as low as it gets; the barbell."""
    lowest = fists.mean(axis=1)[int(fists[..., 2].mean(axis=1).argmin())]
    high_m = float(lowest[2]) - _PLATE_M
    blocks = [
        box([lowest[0], y, high_m / 2], [0.5, 0.24, max(high_m, 0.004)], (0.20, 0.20, 0.21))
        for y in (-0.71, 0.71)
    ]
    return blocks, _barbell


def _barbell(joints: Floats, fists: Floats) -> list[Mesh]:  # noqa: ARG001
    """Return a barbell with two plates on each side."""
    middle = fists.mean(axis=0)
    parts = [rod(middle - _LEFT * 0.98, middle + _LEFT * 0.98, 0.015, STEEL)]
    for side in (-1.0, 1.0):
        for near, far, radius, colour in (
            (0.66, 0.72, _PLATE_M, DARK), (0.725, 0.76, 0.16, (0.50, 0.14, 0.12)),
        ):  # fmt: skip
            parts.append(
                rod(middle + _LEFT * side * near, middle + _LEFT * side * far, radius, colour)
            )
    return parts


def _rack(joints: Floats, fists: Floats) -> tuple[list[Mesh], Moving]:  # noqa: ARG001
    """Return two uprights and a bar between them, in the fists."""
    bar = fists.mean(axis=(0, 1))
    parts = [rod(bar - _LEFT * 0.95, bar + _LEFT * 0.95, 0.016, STEEL)]
    for y in (-0.75, 0.75):
        parts.append(box([bar[0] - 0.05, y, 0.85], [0.07, 0.07, 1.7], DARK))
        parts.append(box([bar[0] - 0.05, y, 0.03], [0.9, 0.08, 0.06], DARK))
        parts.append(box([bar[0], y, bar[2] - 0.03], [0.12, 0.05, 0.04], DARK))
    parts.append(box([bar[0] - 0.05, 0, 1.68], [0.06, 1.5, 0.06], DARK))
    return parts, _nothing_moves


def _mat(joints: Floats, fists: Floats) -> tuple[list[Mesh], Moving]:  # noqa: ARG001
    """Return a mat."""
    middle = (joints[..., 0].min() + joints[..., 0].max()) / 2
    return [box([middle, 0, 0.004], [1.85, 0.66, 0.008], (0.30, 0.42, 0.52))], _nothing_moves


def _band(joints: Floats, fists: Floats) -> list[Mesh]:
    """Return a band from each fist to under the foot that is ahead."""
    heel, toes = joints[INDEX["left_heel"]], joints[INDEX["left_foot_index"]]
    foot = (heel + toes) / 2 + np.array([0.0, 0.0, -0.004])
    colour = (0.72, 0.20, 0.30)
    parts = [rod(foot - _LEFT * 0.06, foot + _LEFT * 0.06, 0.010, colour)]
    for side, fist in zip((1.0, -1.0), fists, strict=True):
        parts.append(rod(foot + _LEFT * side * 0.06, fist, 0.008, colour))
    return parts


def _stand_on_band(joints: Floats, fists: Floats) -> tuple[list[Mesh], Moving]:  # noqa: ARG001
    """Return nothing that stands; the band."""
    return [], _band


GEAR: dict[str, Gear] = {
    "seated_cable_row": _row,
    "lat_pulldown": _pulldown,
    "deadlift": _deadlift,
    "inverted_row": _rack,
    "corkscrew": _mat,
    "t_raise": _stand_on_band,
}
"""The equipment of each exercise."""
