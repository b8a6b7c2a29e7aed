"""What a perfect eye would measure: the signals of an exercise file, of joints in the room.

Angles and distances are those in three dimensions; a tilt is that in the plane
across the view. So they do not hang on the place of the camera, as what is
measured in a picture does. This is told apart from the product's own
arithmetic on purpose: one is held against the other.
"""

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from rhomboid.catalogue.signals import Angle, Aside, Distance, Height, Signal, Tilt, Width
from rhomboid.skeleton import INDEX, PAIRS

Floats = NDArray[np.floating]

_UP = np.array([0.0, 0.0, 1.0])


def true_signals(
    room_m: Floats, signals: Mapping[str, Signal], azimuth_deg: float
) -> dict[str, Floats]:
    """Measure signals on the left and on the right.

    Parameters
    ----------
    room_m : shape (T, 33, 3)
        Joints in the room.
    signals
        By name.
    azimuth_deg
        Of the camera across whose view tilts are measured.

    Returns
    -------
    dict of str to array, shape (T, 2)
        By name of the signal; the same twice where there are no sides.
    """
    azimuth = np.radians(azimuth_deg)
    right = np.array([-np.sin(azimuth), np.cos(azimuth), 0.0])
    return {name: _sided(_true_signal(room_m, one, right), one) for name, one in signals.items()}


def _sided(both: Floats, signal: Signal) -> Floats:
    """Return what a signal that compares left and right comes to, twice; else both as they are."""
    rule = getattr(signal, "sides", "mean")
    if rule == "mean":
        return both
    one = {"min": both.min(axis=1), "max": both.max(axis=1), "difference": np.ptp(both, axis=1)}
    return np.repeat(one[rule][:, None], 2, axis=1)


def _true_signal(room_m: Floats, signal: Signal, right: Floats) -> Floats:
    """Measure one signal, shape (T, 2)."""
    trunk_m = _norm(_middle(room_m, "shoulder") - _middle(room_m, "hip"))[:, None]
    match signal:
        case Tilt() | Width():
            return np.repeat(_of_pairs(room_m, signal, right, trunk_m[:, 0])[:, None], 2, axis=1)
        case Height(of=of, above="picture"):
            return _at(room_m, of)[..., 2] / trunk_m
        case Height(of=of, above=above):
            return (_at(room_m, of) - _at(room_m, above))[..., 2] / trunk_m
        case Distance(between=(one, other), level=level):
            apart = _at(room_m, one) - _at(room_m, other)
            return (np.abs(apart @ right) if level else _norm(apart)) / trunk_m
        case Angle(at=(one, joint, other)):
            middle = _at(room_m, joint)
            return _angle_deg(_at(room_m, one) - middle, _at(room_m, other) - middle)
        case Aside(of=of):
            return _aside(room_m, of) / trunk_m


def _of_pairs(room_m: Floats, signal: Tilt | Width, right: Floats, trunk_m: Floats) -> Floats:
    """Measure a signal that has no sides, shape (T,)."""
    if isinstance(signal, Tilt):
        line = _middle(room_m, signal.end) - _middle(room_m, signal.start)
        if signal.space == "world":
            return _angle_deg(line, np.broadcast_to(_UP, line.shape))
        tilt: Floats = np.degrees(np.arctan2(line @ right, line[:, 2]))
        return tilt
    wide_m = _breadth(room_m, signal.of)
    return wide_m / (trunk_m if signal.unit == "trunk" else _breadth(room_m, "shoulder"))


def _aside(room_m: Floats, of: str) -> Floats:
    """Measure how much further out to the side than to the front a joint is, in metres."""
    across = sum(room_m[:, PAIRS[j][0]] - room_m[:, PAIRS[j][1]] for j in ("shoulder", "hip"))
    axis = np.asarray(across)[:, :2]
    axis /= _norm(axis)[:, None]
    arm = (_at(room_m, of) - _at(room_m, "shoulder"))[..., :2]
    out = (arm * axis[:, None]).sum(axis=-1) * np.array([1.0, -1.0])
    ahead = np.abs(arm[..., 0] * axis[:, None, 1] - arm[..., 1] * axis[:, None, 0])
    aside: Floats = out - ahead
    return aside


def _at(room_m: Floats, joint: str) -> Floats:
    """Return a joint on the left and on the right, shape (T, 2, 3); a nose is both."""
    return room_m[:, PAIRS.get(joint) or (INDEX[joint],) * 2]


def _middle(room_m: Floats, joint: str) -> Floats:
    """Return the middle of a pair of joints, shape (T, 3)."""
    middle: Floats = _at(room_m, joint).mean(axis=1)
    return middle


def _breadth(room_m: Floats, joint: str) -> Floats:
    """Return how far the joints of a pair are apart, shape (T,)."""
    both = _at(room_m, joint)
    return _norm(both[:, 0] - both[:, 1])


def _angle_deg(one: Floats, other: Floats) -> Floats:
    """Return the angle between lines."""
    cos = (one * other).sum(axis=-1) / (_norm(one) * _norm(other))
    angle: Floats = np.degrees(np.arccos(np.clip(cos, -1.0, 1.0)))
    return angle


def _norm(vectors: Floats) -> Floats:
    """Return the length of vectors."""
    length: Floats = np.sqrt((vectors * vectors).sum(axis=-1))
    return length
