"""What hands do in each exercise: grip a bar, hold a band, lie on the floor or behind the head."""

import numpy as np
from numpy.typing import NDArray

from rhomboid.skeleton import INDEX
from tools.rendered.pose import Hand
from tools.rendered.turns import unit

Floats = NDArray[np.floating]

_UP = np.array([0.0, 0.0, 1.0])
_BARS = ("seated_cable_row", "lat_pulldown", "deadlift", "inverted_row")


def hands_of(exercise: str, joints: Floats, side: str) -> tuple[Hand, Hand]:
    """Return the left and the right hand.

    Parameters
    ----------
    joints : shape (33, 3)
    side
        Which arm does an exercise that is done with one.
    """
    names = ("left", "right")
    if exercise == "corkscrew":
        left, right = (
            _behind_head(joints, n) if n == side else _on_floor(joints, n) for n in names
        )
        return left, right
    hold = _on_bar if exercise in _BARS else _as_drawn
    hang = exercise == "inverted_row"
    first, second = (hold(joints, n, hang=hang) for n in names)
    return first, second


def _on_bar(joints: Floats, side: str, *, hang: bool) -> Hand:
    """Return a fist round a bar, palm away from the person; from a fixed bar it hangs."""
    at = {n: joints[INDEX[f"{side}_{n}"]] for n in ("elbow", "wrist")}
    other = joints[INDEX[f"{'right' if side == 'left' else 'left'}_wrist"]]
    ahead = _UP if hang else unit(at["wrist"] - at["elbow"])
    return Hand(ahead, unit(other - at["wrist"]), 1.0)


def _as_drawn(joints: Floats, side: str, *, hang: bool) -> Hand:  # noqa: ARG001
    """Return a fist as the athlete's own hand points."""
    wrist, index, pinky = (joints[INDEX[f"{side}_{n}"]] for n in ("wrist", "index", "pinky"))
    return Hand((index + pinky) / 2 - wrist, index - pinky, 1.0)


def _on_floor(joints: Floats, side: str) -> Hand:
    """Return a flat hand, palm down, fingers to where the head is."""
    hips = (joints[INDEX["left_hip"]] + joints[INDEX["right_hip"]]) / 2
    ahead = joints[INDEX[f"{side}_wrist"]] - hips
    ahead = unit(ahead * [1.0, 0.0, 0.0])
    inward = np.cross(-_UP, ahead) * (1.0 if side == "left" else -1.0)
    return Hand(ahead - 0.10 * _UP, inward, 0.05)


def _behind_head(joints: Floats, side: str) -> Hand:
    """Return a flat hand whose palm lies on the back of the head."""
    ears = (joints[INDEX["left_ear"]] + joints[INDEX["right_ear"]]) / 2
    front = unit(joints[INDEX["nose"]] - ears)
    wrist = joints[INDEX[f"{side}_wrist"]]
    ahead = unit(ears - 0.115 * front - wrist)
    palm = front - ahead * (front @ ahead)
    thumb = np.cross(palm, ahead) * (1.0 if side == "left" else -1.0)
    return Hand(ahead, thumb, 0.15)
