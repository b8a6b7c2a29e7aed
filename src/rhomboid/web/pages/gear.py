"""Bar, bench, cable, band, rack and mat around the athlete, as plain lines.

Where they are follows from hands, hips and feet: no more than a hint of the thing.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np
from numpy.typing import ArrayLike, NDArray

from rhomboid.skeleton import INDEX, PAIRS

Floats = NDArray[np.floating]

_FINGERS = (INDEX["left_index"], INDEX["right_index"])
_PLATE_M = 0.225
"""Half the breadth of a full-sized plate."""


@dataclass(frozen=True, slots=True, eq=False)
class Line:
    """A piece of equipment.

    Attributes
    ----------
    points_m : shape (T, N, 3)
        In the room; T is 1 for what stays where it is.
    """

    name: str
    points_m: Floats

    @property
    def moves(self) -> bool:
        """Say whether it moves with the athlete."""
        return len(self.points_m) > 1


def gear(exercise: str, room_m: Floats) -> tuple[Line, ...]:
    """Return what an exercise is done with; nothing for one we have not drawn.

    Parameters
    ----------
    room_m : shape (T, 33, 3)
        The athlete.
    """
    draw = _DRAWN.get(exercise)
    return tuple(draw(room_m)) if draw else ()


def _hands(room_m: Floats) -> Floats:
    """Return where the palms are, left and right, shape (T, 2, 3)."""
    both: Floats = room_m[:, PAIRS["wrist"]] * 0.6 + room_m[:, _FINGERS] * 0.4
    return both


def _bar(room_m: Floats, beyond_m: float, *, still: bool = False) -> Line:
    """Draw a bar through both hands, and some way beyond them."""
    hands = _hands(room_m)
    level = hands.mean(axis=1)
    half_m = abs(hands[:, 0, 1] - hands[:, 1, 1]).mean() / 2 + beyond_m
    aside = np.array([0.0, half_m, 0.0])
    ends = np.stack([level + aside, level - aside], axis=1)
    return Line("bar", ends.mean(axis=0, keepdims=True) if still else ends)


def _fixed(name: str, points_m: ArrayLike) -> Line:
    """Draw what stays where it is."""
    return Line(name, np.asarray(points_m, dtype=float)[None])


def _cable(bar: Line, pulley_m: ArrayLike) -> Line:
    """Draw a cable from the middle of a bar to a pulley."""
    middle = bar.points_m.mean(axis=1)
    pulley = np.broadcast_to(np.asarray(pulley_m, dtype=float), middle.shape)
    return Line("cable", np.stack([middle, pulley], axis=1))


def _hips(room_m: Floats) -> Floats:
    """Return the middle of the hips, over time, shape (3,)."""
    middle: Floats = room_m[:, PAIRS["hip"]].mean(axis=(0, 1))
    return middle


def _seat(room_m: Floats, ahead_m: float, behind_m: float) -> list[Line]:
    """Draw a bench under the hips."""
    x, _, z = _hips(room_m)
    top, wide = z - 0.1, 0.16
    edge = [
        (x - behind_m, wide, top), (x + ahead_m, wide, top),
        (x + ahead_m, -wide, top), (x - behind_m, -wide, top), (x - behind_m, wide, top),
    ]  # fmt: skip
    foot = [(x, 0.0, top), (x, 0.0, 0.0)]
    return [_fixed("bench", edge), _fixed("bench", foot)]


def _row(room_m: Floats) -> list[Line]:
    """Draw bench, foot plate and a low cable."""
    bar = _bar(room_m, 0.1)
    toes = room_m[:, PAIRS["foot_index"]].mean(axis=(0, 1))
    heels = room_m[:, PAIRS["heel"]].mean(axis=(0, 1))
    plate = [
        (x, y, z)
        for (x, _, z), y in (
            (heels, 0.25), (toes, 0.25), (toes, -0.25), (heels, -0.25), (heels, 0.25),
        )
    ]  # fmt: skip
    pulley = (toes[0] + 0.35, 0.0, bar.points_m[0, 0, 2] - 0.12)
    post = [(pulley[0], 0.0, 0.0), (pulley[0], 0.0, 1.5)]
    lines = [bar, _cable(bar, pulley), _fixed("plate", plate), _fixed("post", post)]
    return lines + _seat(room_m, 0.25, 0.25)


def _pulldown(room_m: Floats) -> list[Line]:
    """Draw a seat, a thigh pad, a long bar and a high cable."""
    bar = _bar(room_m, 0.15)
    above = float(bar.points_m[:, :, 2].max()) + 0.45
    pulley = (float(bar.points_m[0, 0, 0]), 0.0, above)
    knees = room_m[:, PAIRS["knee"]].mean(axis=(0, 1))
    pad = [(knees[0] - 0.1, side * 0.28, knees[2] + 0.11) for side in (1, -1)]
    post_x = knees[0] + 0.35
    frame = [(*pulley[:2], above), (post_x, 0.0, above), (post_x, 0.0, 0.0)]
    return [
        bar, _cable(bar, pulley), _fixed("pad", pad), _fixed("post", frame),
        *_seat(room_m, 0.15, 0.2),
    ]  # fmt: skip


def _barbell(room_m: Floats) -> list[Line]:
    """Draw a bar with its plates."""
    bar = _bar(room_m, 0.4)
    return [bar, *(_plate(bar.points_m[:, end]) for end in (0, 1))]


def _plate(middle_m: Floats) -> Line:
    """Draw a plate round the end of a bar, shape (T, 3)."""
    around = np.linspace(0.0, 2 * np.pi, 17)
    ring = np.stack([np.cos(around), np.zeros_like(around), np.sin(around)], axis=1) * _PLATE_M
    return Line("plate", middle_m[:, None] + ring)


def _rack(room_m: Floats) -> list[Line]:
    """Draw a bar that stays, between two posts."""
    bar = _bar(room_m, 0.35, still=True)
    ends = bar.points_m[0]
    posts = [_fixed("post", [(*end[:2], 0.0), (*end[:2], end[2] + 0.25)]) for end in ends]
    return [bar, *posts]


def _high_bar(room_m: Floats) -> list[Line]:
    """Draw a bar to hang from."""
    return [_bar(room_m, 0.3, still=True)]


def _high_cable(room_m: Floats) -> list[Line]:
    """Draw a rope on a high pulley, and its post."""
    hands = _hands(room_m)
    low = hands.mean(axis=1)
    x = float(hands[:, :, 0].max()) + 0.05
    knot = low + (np.array([x, 0.0, float(low[0, 2]) + 0.3]) - low) * 0.45
    knot[:, 2] = low[:, 2] + 0.2
    rope = Line("rope", np.stack([hands[:, 0], knot, hands[:, 1]], axis=1))
    pulley = np.broadcast_to([x, 0.0, 2.0], knot.shape)
    post = [(x, 0.0, 2.0), (x + 0.25, 0.0, 2.0), (x + 0.25, 0.0, 0.0)]
    return [rope, Line("cable", np.stack([knot, pulley], axis=1)), _fixed("post", post)]


def _band(room_m: Floats) -> list[Line]:
    """Draw a band from hand to hand under the front foot."""
    hands = _hands(room_m)
    feet = room_m[:, PAIRS["foot_index"]]
    front = int(feet[0, :, 0].argmax())
    heel = room_m[:, PAIRS["heel"][front]]
    under = (feet[:, front] + heel) / 2 * [1.0, 1.0, 0.0]
    return [Line("band", np.stack([hands[:, 0], under, hands[:, 1]], axis=1))]


def _weights(room_m: Floats) -> list[Line]:
    """Draw a dumbbell in each hand."""
    hands = _hands(room_m)
    half = np.array([0.0, 0.12, 0.0])
    return [
        Line("dumbbell", np.stack([hands[:, side] - half, hands[:, side] + half], axis=1))
        for side in (0, 1)
    ]


def _mat(room_m: Floats) -> list[Line]:
    """Draw a mat under hands, knees and feet."""
    low, high = room_m[..., 0].min() - 0.1, room_m[..., 0].max() + 0.1
    edge = [(low, 0.35, 0), (high, 0.35, 0), (high, -0.35, 0), (low, -0.35, 0), (low, 0.35, 0)]
    return [_fixed("mat", edge)]


_DRAWN: Mapping[str, Callable[[Floats], list[Line]]] = MappingProxyType(
    {
        "corkscrew": _mat,
        "deadlift": _barbell,
        "front_raise": _weights,
        "inverted_row": _rack,
        "lat_pulldown": _pulldown,
        "pull_up": _high_bar,
        "rope_pushdown": _high_cable,
        "seated_cable_row": _row,
        "t_raise": _band,
    }
)
