"""The signals an exercise file asks for, measured in each frame.

A column a signal, with a second number beside each: how surely what it needs
was seen. Left and right are measured apart and become one number as the file
says. All signals of a kind are measured in one go, since a live frame has no
time for one at a time. Nothing here knows when a repetition begins.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from rhomboid.catalogue.signals import (
    Angle,
    Aside,
    Distance,
    Height,
    Signal,
    Tilt,
    Width,
    joints_of,
)
from rhomboid.motion.angles import joint_angle, tilt_in_image, tilt_in_world
from rhomboid.motion.body import Body
from rhomboid.motion.view import facing
from rhomboid.skeleton import INDEX, PAIRS

Floats = NDArray[np.floating]
Places = NDArray[np.int64]
"""Joints in an array of joints, shape (n, k, 2): signal, its k joints, left and right."""

_LEAST_WEIGHT = 1e-4


class Measurer:
    """Measures a fixed list of signals.

    Parameters
    ----------
    signals
        S signals by name.
    """

    def __init__(self, signals: dict[str, Signal]) -> None:
        columns = list(enumerate(signals.values()))
        self._size = len(columns)
        self._of_sides = _OfSides([(n, one) for n, one in columns if not _is_of_pairs(one)])
        self._of_pairs = _groups([(n, one) for n, one in columns if _is_of_pairs(one)])

    def measure(self, body: Body) -> tuple[Floats, Floats]:
        """Measure every signal in every frame.

        Parameters
        ----------
        body
            Joints of T frames.

        Returns
        -------
        values, surety : shape (T, S) each
            In the units of the signals; NaN where a joint is outside the
            picture or nobody is there. `surety` is 0 to 1: the visibility of
            the joint seen worst, on the side seen best where sides are averaged.
        """
        values = np.empty((len(body.trunk_px), self._size))
        surety = np.empty_like(values)
        if self._of_sides.columns.size:
            self._of_sides.measure(body, values, surety)
        for group in self._of_pairs:
            both = body.visibility[:, group.places]
            each = both.max(axis=3) if group.formula in _OF_MIDDLES else both.min(axis=3)
            values[:, group.columns] = group.formula(body, group.places)
            surety[:, group.columns] = each.min(axis=2)
        surety[np.isnan(values)] = 0.0
        return values, surety


def measure(body: Body, signals: dict[str, Signal]) -> tuple[Floats, Floats]:
    """Measure signals once; see :meth:`Measurer.measure`."""
    return Measurer(signals).measure(body)


@dataclass(frozen=True, slots=True, eq=False)
class _Group:
    """Signals that one formula measures, and the columns they belong in."""

    columns: Places
    formula: "Callable[[Body, Places], Floats]"
    places: Places


def _groups(signals: Sequence[tuple[int, Signal]]) -> list[_Group]:
    """Sort signals by the formula that measures them."""
    by_formula: dict[tuple[object, ...], list[tuple[int, Signal]]] = {}
    for column, signal in signals:
        by_formula.setdefault(_formula_of(signal), []).append((column, signal))
    return [
        _Group(
            np.array([column for column, _ in some]),
            _FORMULAS[formula],
            np.array([_joints_in(signal) for _, signal in some]),
        )
        for formula, some in by_formula.items()
    ]


class _OfSides:
    """Signals measured on the left and on the right, which then become one number."""

    def __init__(self, signals: Sequence[tuple[int, Signal]]) -> None:
        self._groups = _groups(signals)
        self.columns = np.array([n for group in self._groups for n in group.columns], dtype=int)
        by_column = dict(signals)
        sides = [getattr(by_column[n], "sides", "mean") for n in self.columns.tolist()]
        self._smaller = np.flatnonzero([side == "min" for side in sides])
        self._larger = np.flatnonzero([side == "max" for side in sides])
        self._difference = np.flatnonzero([side == "difference" for side in sides])
        joints = [_joints_in(by_column[n]) for n in self.columns.tolist()]
        self._joints = np.array([(three * 3)[:3] for three in joints])

    def measure(self, body: Body, values: Floats, surety: Floats) -> None:
        """Measure all of them into their columns."""
        each = [group.formula(body, group.places) for group in self._groups]
        sides = np.concatenate(each, axis=1)
        sure = body.visibility[:, self._joints].min(axis=2)
        values[:, self.columns], surety[:, self.columns] = self._one_of_two(sides, sure)

    def _one_of_two(self, sides: Floats, sure: Floats) -> tuple[Floats, Floats]:
        """Make one number of left and right, from shape (T, n, 2)."""
        mean, surest = _weighted(sides, sure), sure.max(axis=2)
        for some, combine in (
            (self._smaller, np.fmin), (self._larger, np.fmax), (self._difference, np.subtract)
        ):  # fmt: skip
            if some.size:
                mean[:, some] = combine(sides[:, some, 0], sides[:, some, 1])
                surest[:, some] = sure[:, some].min(axis=2)
        if self._difference.size:
            mean[:, self._difference] = np.abs(mean[:, self._difference])
        return mean, surest


def _is_of_pairs(signal: Signal) -> bool:
    """Return whether a signal is measured between left and right, or between their middles."""
    return isinstance(signal, Tilt | Width)


def _weighted(value: Floats, sure: Floats) -> Floats:
    """Average two sides, the one seen better far more; an unseen one not at all."""
    unseen = np.isnan(value)
    weight = sure * sure + _LEAST_WEIGHT
    weight[unseen] = 0.0
    total = weight[..., 0] + weight[..., 1]
    known = np.where(unseen, 0.0, value) * weight
    mean: Floats = (known[..., 0] + known[..., 1]) / np.where(total > 0, total, np.nan)
    return mean


def _formula_of(signal: Signal) -> tuple[object, ...]:
    """Return what tells signals of one formula from those of another."""
    kind: tuple[object, ...] = (type(signal),)
    if isinstance(signal, Height):
        return (*kind, "picture") if signal.above == "picture" else kind
    if isinstance(signal, Width):
        return (*kind, signal.space, signal.unit)
    return (*kind, signal.space) if isinstance(signal, Angle | Tilt) else kind


def _joints_in(signal: Signal) -> list[tuple[int, int]]:
    """Return the left and right places of the joints a signal needs; a nose is both."""
    return [PAIRS.get(joint) or (INDEX[joint], INDEX[joint]) for joint in joints_of(signal)]


def _height_in_picture(body: Body, at: Places) -> Floats:
    """Measure how far joints are above the picture's lower edge."""
    height: Floats = (body.height_px - body.points_px[:, at[:, 0], 1]) / _trunk(body)
    return height


def _height(body: Body, at: Places) -> Floats:
    """Measure how far one joint is above another."""
    down = body.points_px[:, :, 1]
    height: Floats = (down[:, at[:, 1]] - down[:, at[:, 0]]) / _trunk(body)
    return height


def _distance(body: Body, at: Places) -> Floats:
    """Measure how far two joints of a side are apart."""
    return _norm(body.points_px[:, at[:, 0]] - body.points_px[:, at[:, 1]]) / _trunk(body)


def _angle_in_image(body: Body, at: Places) -> Floats:
    """Measure the angle at a joint in the plane of the picture."""
    points = body.points_px
    return joint_angle(points[:, at[:, 0]], points[:, at[:, 1]], points[:, at[:, 2]])


def _angle_in_world(body: Body, at: Places) -> Floats:
    """Measure the angle at a joint in the model's three dimensions."""
    points = _world(body)
    return joint_angle(points[:, at[:, 0]], points[:, at[:, 1]], points[:, at[:, 2]])


def _tilt_in_image(body: Body, at: Places) -> Floats:
    """Measure how far a line points away from straight up in the picture."""
    return tilt_in_image(*_middles(body.points_px, at))


def _tilt_in_world(body: Body, at: Places) -> Floats:
    """Measure the angle between a line and straight up."""
    return tilt_in_world(*_middles(_world(body), at))


def _middles(points: Floats, at: Places) -> tuple[Floats, Floats]:
    """Return the middles of two pairs, or the one of a pair that is in the picture."""
    one, other = points[:, at[..., 0]], points[:, at[..., 1]]
    middle = (one + other) / 2
    middle = np.where(np.isnan(one), other, np.where(np.isnan(other), one, middle))
    return middle[:, :, 0], middle[:, :, 1]


def _width_in_trunks(body: Body, at: Places) -> Floats:
    """Measure how far the joints of a pair are apart in the picture."""
    return _spans(body.points_px, at)[..., 0] / body.trunk_px[:, None]


def _width_in_shoulders(body: Body, at: Places) -> Floats:
    """Measure the same against the shoulders in the picture."""
    return _against_shoulders(_spans(body.points_px, at))


def _width_in_world(body: Body, at: Places) -> Floats:
    """Measure the same against the shoulders, in three dimensions."""
    return _against_shoulders(_spans(_world(body), at))


def _spans(points: Floats, at: Places) -> Floats:
    """Return the distance between the two joints of each pair, shape (T, n, k)."""
    return _norm(points[:, at[..., 0]] - points[:, at[..., 1]])


def _against_shoulders(spans: Floats) -> Floats:
    """Divide the first span by the last, which is that of the shoulders."""
    wide = spans[..., -1]
    ratio: Floats = spans[..., 0] / np.where(wide > 0, wide, np.nan)
    return ratio


def _aside(body: Body, at: Places) -> Floats:
    """Measure how much further out to the side than to the front a joint is."""
    world, axis = _world(body), facing(body)[:, None, None]
    line = world[:, PAIRS["shoulder"]].mean(axis=1) - world[:, PAIRS["hip"]].mean(axis=1)
    trunk_m = _norm(line)
    arm = (world[:, at[:, 0]] - world[:, at[:, 1]])[..., [0, 2]]
    out = (arm * axis).sum(axis=-1) * np.array([1.0, -1.0])
    ahead = np.abs(arm[..., 0] * axis[..., 1] - arm[..., 1] * axis[..., 0])
    aside: Floats = (out - ahead) / np.where(trunk_m > 0, trunk_m, np.nan)[:, None, None]
    return aside


def _trunk(body: Body) -> Floats:
    """Return the length of the trunk, ready to divide both sides of all signals."""
    return body.trunk_px[:, None, None]


def _world(body: Body) -> Floats:
    """Return the joints in the world; all unseen if the track has none."""
    if body.world_m is None:
        return np.full((*body.points_px.shape[:2], 3), np.nan)
    return body.world_m


def _norm(vectors: Floats) -> Floats:
    """Return the length of vectors."""
    length: Floats = np.sqrt(np.vecdot(vectors, vectors))
    return length


_FORMULAS: dict[tuple[object, ...], Callable[[Body, Places], Floats]] = {
    (Height, "picture"): _height_in_picture,
    (Height,): _height,
    (Distance,): _distance,
    (Angle, "image"): _angle_in_image,
    (Angle, "world"): _angle_in_world,
    (Tilt, "image"): _tilt_in_image,
    (Tilt, "world"): _tilt_in_world,
    (Width, "image", "trunk"): _width_in_trunks,
    (Width, "image", "shoulder"): _width_in_shoulders,
    (Width, "world", "shoulder"): _width_in_world,
    (Aside,): _aside,
}
_OF_MIDDLES = (_tilt_in_image, _tilt_in_world)
