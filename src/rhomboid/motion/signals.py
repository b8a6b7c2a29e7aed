"""The signals an exercise file asks for, measured in each frame.

A column a signal, with a second number beside each: how surely what it needs
was seen. Left and right are measured apart and become one number as the file
says. Nothing here knows when a repetition begins.
"""

from collections.abc import Callable
from typing import assert_never

import numpy as np
from numpy.typing import NDArray

from rhomboid.catalogue.signals import Angle, Aside, Distance, Height, Sides, Signal, Tilt, Width
from rhomboid.motion.angles import joint_angle, tilt_in_image, tilt_in_world
from rhomboid.motion.body import Body
from rhomboid.motion.view import facing
from rhomboid.skeleton import INDEX, PAIRS

Floats = NDArray[np.floating]
Column = tuple[Floats, Floats]
"""Values and how surely they were seen, each of shape (T,)."""

_LEAST_WEIGHT = 1e-4


def measure(body: Body, signals: dict[str, Signal]) -> tuple[Floats, Floats]:
    """Measure every signal in every frame.

    Parameters
    ----------
    body
        Joints of T frames.
    signals
        S signals by name.

    Returns
    -------
    values, surety : shape (T, S) each
        In the units of the signals; NaN where a joint is outside the picture
        or nobody is there. `surety` is 0 to 1: the visibility of the joint
        seen worst, on the side seen best where the sides are averaged.
    """
    columns = [_measure_one(body, signal) for signal in signals.values()]
    values = np.stack([value for value, _ in columns], axis=1)
    surety = np.stack([sure for _, sure in columns], axis=1)
    return values, np.where(np.isnan(values), 0.0, surety)


def _measure_one(body: Body, signal: Signal) -> Column:
    """Measure one signal."""
    match signal:
        case Height():
            return _height(body, signal)
        case Distance():
            return _distance(body, signal)
        case Angle():
            return _angle(body, signal)
        case Tilt():
            return _tilt(body, signal)
        case Width():
            return _width(body, signal)
        case Aside():
            return _aside(body, signal)
        case _:
            assert_never(signal)


def _ends(joint: str) -> tuple[int, int]:
    """Return the places of a joint's left and right; a nose is both."""
    return PAIRS.get(joint) or (INDEX[joint], INDEX[joint])


def _by_side(
    body: Body, joints: tuple[str, ...], sides: Sides, value: Callable[[tuple[int, ...]], Floats]
) -> Column:
    """Measure both sides and make one number of them."""
    places = [_ends(joint) for joint in joints]
    (left, sure_left), (right, sure_right) = (
        (value(chain), body.visibility[:, chain].min(axis=1))
        for chain in (tuple(place[side] for place in places) for side in (0, 1))
    )
    if sides == "mean":
        return _weighted(left, sure_left, right, sure_right)
    both = np.minimum(sure_left, sure_right)
    if sides == "min":
        return np.fmin(left, right), both
    if sides == "max":
        return np.fmax(left, right), both
    return np.abs(left - right), both


def _weighted(left: Floats, sure_left: Floats, right: Floats, sure_right: Floats) -> Column:
    """Average two sides, the one seen better far more; an unseen one not at all."""
    weight_left = np.where(np.isnan(left), 0.0, sure_left * sure_left + _LEAST_WEIGHT)
    weight_right = np.where(np.isnan(right), 0.0, sure_right * sure_right + _LEAST_WEIGHT)
    total = weight_left + weight_right
    mixed = np.where(weight_left > 0, left, 0.0) * weight_left
    mixed += np.where(weight_right > 0, right, 0.0) * weight_right
    mean = mixed / np.where(total > 0, total, np.nan)
    return mean, np.maximum(sure_left, sure_right)


def _height(body: Body, signal: Height) -> Column:
    """Measure how far one joint is above another, or above the picture's lower edge."""
    if signal.above == "picture":
        return _by_side(
            body,
            (signal.of,),
            signal.sides,
            lambda at: (body.height_px - body.points_px[:, at[0], 1]) / body.trunk_px,
        )
    return _by_side(
        body,
        (signal.of, signal.above),
        signal.sides,
        lambda at: (body.points_px[:, at[1], 1] - body.points_px[:, at[0], 1]) / body.trunk_px,
    )


def _distance(body: Body, signal: Distance) -> Column:
    """Measure how far two joints of a side are apart."""

    def apart(at: tuple[int, ...]) -> Floats:
        line = body.points_px[:, at[0]] - body.points_px[:, at[1]]
        length: Floats = np.sqrt((line * line).sum(axis=1)) / body.trunk_px
        return length

    return _by_side(body, signal.between, signal.sides, apart)


def _angle(body: Body, signal: Angle) -> Column:
    """Measure the angle at a joint."""
    points = body.points_px if signal.space == "image" else body.world_m
    if points is None:
        return _unknown(body)
    return _by_side(
        body,
        signal.at,
        signal.sides,
        lambda at: joint_angle(points[:, at[0]], points[:, at[1]], points[:, at[2]]),
    )


def _tilt(body: Body, signal: Tilt) -> Column:
    """Measure how far a line points away from straight up."""
    low, sure_low = _middle(body, signal.start, signal.space)
    high, sure_high = _middle(body, signal.end, signal.space)
    if low is None or high is None:
        return _unknown(body)
    tilt = tilt_in_image(low, high) if signal.space == "image" else tilt_in_world(low, high)
    return tilt, np.minimum(sure_low, sure_high)


def _middle(body: Body, joint: str, space: str) -> tuple[Floats | None, Floats]:
    """Return the middle of a pair, or the one of them that is in the picture."""
    left, right = _ends(joint)
    points = body.points_px if space == "image" else body.world_m
    sure = np.maximum(body.visibility[:, left], body.visibility[:, right])
    if points is None:
        return None, sure
    one, other = points[:, left], points[:, right]
    middle = (one + other) / 2
    middle = np.where(np.isnan(one), other, np.where(np.isnan(other), one, middle))
    return middle, sure


def _width(body: Body, signal: Width) -> Column:
    """Measure how far the joints of a pair are apart."""
    points = body.points_px if signal.space == "image" else body.world_m
    if points is None or (signal.space == "world" and signal.unit == "trunk"):
        return _unknown(body)
    apart, sure = _span(points, body, signal.of)
    if signal.unit == "trunk":
        return apart / body.trunk_px, sure
    shoulders, sure_shoulders = _span(points, body, "shoulder")
    wide = np.where(shoulders > 0, shoulders, np.nan)
    return apart / wide, np.minimum(sure, sure_shoulders)


def _aside(body: Body, signal: Aside) -> Column:
    """Measure how much further out to the side than to the front a joint is."""
    world = body.world_m
    if world is None:
        return _unknown(body)
    left_axis = facing(body)
    middle = [(world[:, PAIRS[j][0]] + world[:, PAIRS[j][1]]) / 2 for j in ("shoulder", "hip")]
    line = middle[0] - middle[1]
    trunk_m = np.sqrt((line * line).sum(axis=1))
    left_shoulder = PAIRS["shoulder"][0]

    def further(at: tuple[int, ...]) -> Floats:
        level = (world[:, at[0]] - world[:, at[1]])[:, [0, 2]]
        out = (level * left_axis).sum(axis=1) * (1 if at[1] == left_shoulder else -1)
        ahead = np.abs(level[:, 0] * left_axis[:, 1] - level[:, 1] * left_axis[:, 0])
        value: Floats = (out - ahead) / np.where(trunk_m > 0, trunk_m, np.nan)
        return value

    return _by_side(body, (signal.of, "shoulder"), signal.sides, further)


def _span(points: Floats, body: Body, joint: str) -> Column:
    """Return the distance between the two joints of a pair."""
    left, right = PAIRS[joint]
    line = points[:, left] - points[:, right]
    sure = np.minimum(body.visibility[:, left], body.visibility[:, right])
    return np.sqrt((line * line).sum(axis=1)), sure


def _unknown(body: Body) -> Column:
    """Return a signal that cannot be measured from this track."""
    frames = len(body.trunk_px)
    return np.full(frames, np.nan), np.zeros(frames)
