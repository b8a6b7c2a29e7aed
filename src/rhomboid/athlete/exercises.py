"""What the athlete can do: each exercise's postures, its measure, and a camera that sees it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray

from rhomboid.athlete import sit, stand
from rhomboid.athlete.body import Body
from rhomboid.athlete.camera import Camera
from rhomboid.athlete.posture import Posture
from rhomboid.athlete.style import Style
from rhomboid.skeleton import PAIRS

Floats = NDArray[np.floating]

Pose = Callable[[Floats, Body, Style], Posture]
"""From shares of the way, shape (T,), to postures."""


@dataclass(frozen=True, slots=True)
class Movement:
    """One exercise as the athlete does it.

    Attributes
    ----------
    pose
        Its postures, from 0 at the start to 1 at the far end.
    measure
        From joints in the room, shape (T, 33, 3), to the number whose range is
        the range of the movement, shape (T,). Leaving the start means that a
        tenth of this range is passed.
    camera
        From where it is seen well.
    one_sided
        Whether the left side does it, and the right side mirrors it.
    locked
        Whether straight joints end it, so that its range is always the same.
    settle_s
        How long somebody stays at the start before the first and after the last.
    """

    pose: Pose
    measure: Callable[[Floats], Floats]
    camera: Camera
    one_sided: bool = False
    locked: bool = False
    settle_s: float = 1.0


def _height(of: str, above: str) -> Callable[[Floats], Floats]:
    """Measure how far a joint is above another, left and right averaged."""

    def measure(room_m: Floats) -> Floats:
        over: Floats = (room_m[:, PAIRS[of], 2] - room_m[:, PAIRS[above], 2]).mean(axis=1)
        return over

    return measure


def _distance(one: str, other: str) -> Callable[[Floats], Floats]:
    """Measure how far two joints of a side are apart, left and right averaged."""

    def measure(room_m: Floats) -> Floats:
        line = room_m[:, PAIRS[one]] - room_m[:, PAIRS[other]]
        apart: Floats = np.sqrt((line * line).sum(axis=-1)).mean(axis=1)
        return apart

    return measure


def _elbow(room_m: Floats) -> Floats:
    """Measure the angle of the elbows, left and right averaged, in degrees."""
    upper = room_m[:, PAIRS["shoulder"]] - room_m[:, PAIRS["elbow"]]
    lower = room_m[:, PAIRS["wrist"]] - room_m[:, PAIRS["elbow"]]
    size = np.sqrt((upper * upper).sum(axis=-1) * (lower * lower).sum(axis=-1))
    angle: Floats = np.degrees(np.arccos(np.clip((upper * lower).sum(axis=-1) / size, -1, 1)))
    mean: Floats = angle.mean(axis=1)
    return mean


def _higher_elbow(room_m: Floats) -> Floats:
    """Measure how far the higher elbow is above its shoulder."""
    over: Floats = (room_m[:, PAIRS["elbow"], 2] - room_m[:, PAIRS["shoulder"], 2]).max(axis=1)
    return over


_HAND_HEIGHT = _height("wrist", "shoulder")

MOVEMENTS: Mapping[str, Movement] = MappingProxyType(
    {
        "corkscrew": Movement(sit.corkscrew, _higher_elbow, Camera(90.0, 0.9, 2.4), one_sided=True),
        "deadlift": Movement(
            sit.deadlift,
            _height("shoulder", "knee"),
            Camera(90.0, 0.9, 3.2),
            locked=True,
            settle_s=2.0,
        ),
        "front_raise": Movement(stand.front_raise, _HAND_HEIGHT, Camera(90.0, 1.15, 3.0)),
        "inverted_row": Movement(
            sit.inverted_row, _distance("wrist", "shoulder"), Camera(45.0, 1.45, 2.8)
        ),
        "lat_pulldown": Movement(sit.lat_pulldown, _HAND_HEIGHT, Camera(90.0, 1.3, 3.0)),
        "pull_up": Movement(stand.pull_up, _HAND_HEIGHT, Camera(180.0, 1.5, 3.8)),
        "rope_pushdown": Movement(stand.rope_pushdown, _elbow, Camera(90.0, 1.2, 3.0)),
        "seated_cable_row": Movement(
            sit.seated_cable_row, _distance("wrist", "hip"), Camera(90.0, 0.9, 3.0)
        ),
        "t_raise": Movement(stand.t_raise, _HAND_HEIGHT, Camera(0.0, 1.15, 3.0)),
    }
)
"""Every exercise by its id."""


def movement(exercise: str) -> Movement:
    """Return an exercise as the athlete does it.

    Raises
    ------
    ValueError
        If the athlete does not know it.
    """
    if exercise not in MOVEMENTS:
        known = ", ".join(sorted(MOVEMENTS))
        raise ValueError(f"the athlete does not know {exercise!r}; it knows: {known}")
    return MOVEMENTS[exercise]
