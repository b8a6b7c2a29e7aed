"""The signals an exercise file asks for, measured in each frame.

Every signal is made of lines between joints: the length, height or tilt of
one, or the angle between two. Left and right are measured apart and become one
number as the file says; what has no sides is the same on both. Beside each
value stands how surely its joints were seen. Nothing here knows when a
repetition begins.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from rhomboid.catalogue.signals import Angle, Aside, Distance, Height, Signal, Tilt, Width
from rhomboid.motion.angles import angle_between, tilt_in_image, tilt_in_world
from rhomboid.motion.body import Body
from rhomboid.motion.lines import FLOOR, Line, Lines, end, middle, seen
from rhomboid.motion.reach import reach_of
from rhomboid.motion.view import facing
from rhomboid.skeleton import PAIRS

Floats = NDArray[np.floating]
Places = NDArray[np.int64]
Formula = Callable[[Floats, Body], Floats]
"""Makes a value, shape (T, m), of each k lines, shape (T, k, m, 3)."""

_LEAST_WEIGHT = 1e-4
_SIDES = (0, 1)
_FLAT = 1.5
"""How much further than usual is believed without a third dimension: a trunk that points at the
camera looks short. house"""
_MOST_POINTS = 4


class Measurer:
    """Measures a fixed list of signals.

    Parameters
    ----------
    signals
        S signals by name.
    """

    def __init__(self, signals: dict[str, Signal]) -> None:
        wanted = list(signals.values())
        self._groups, cells, lines = _groups(wanted)
        self._lines = Lines(lines)
        self._cells = np.array([[cells[_recipe(one, side)] for one in wanted] for side in _SIDES])
        self._points = np.array([[_needs(one, side) for one in wanted] for side in _SIDES])
        self._points = np.moveaxis(self._points, 2, 0)
        self._rules = _rules(wanted)
        self._reach = np.array([reach_of(one) for one in wanted])

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
            picture or further than it can be, or nobody is there. `surety` is
            0 to 1: the visibility of the joint seen worst, on the side seen
            best where sides are averaged.
        """
        lines = self._lines.draw(body)
        each = [group.measure(lines, body) for group in self._groups]
        sides = np.concatenate(each, axis=1).take(self._cells, axis=1)
        far = np.abs(sides) > (self._reach if body.world_m is not None else _FLAT * self._reach)
        if far.any():
            sides[far] = np.nan
        sure = seen(body).take(self._points, axis=1).min(axis=1)
        values, surest = _weighted(sides, sure), sure.max(axis=1)
        for combine, some in self._rules:
            values[:, some] = combine(sides[:, 0, some], sides[:, 1, some])
            surest[:, some] = sure[:, :, some].min(axis=1)
        return values, surest


def measure(body: Body, signals: dict[str, Signal]) -> tuple[Floats, Floats]:
    """Measure signals once; see :meth:`Measurer.measure`."""
    return Measurer(signals).measure(body)


def _weighted(sides: Floats, sure: Floats) -> Floats:
    """Average two sides, the one seen better far more; an unseen one not at all.

    What was not seen has no surety either: `sure` is set to nothing there.
    """
    weight = sure * sure + _LEAST_WEIGHT
    unseen = np.isnan(sides)
    if unseen.any():
        sure[unseen] = weight[unseen] = 0.0
        sides = np.where(unseen, 0.0, sides)
    total = weight[:, 0] + weight[:, 1]
    if unseen.any():
        total[total == 0] = np.nan
    mean: Floats = (sides[:, 0] * weight[:, 0] + sides[:, 1] * weight[:, 1]) / total
    return mean


def _differ(left: Floats, right: Floats) -> Floats:
    """Return how far left and right differ."""
    apart: Floats = np.abs(left - right)
    return apart


_COMBINE: dict[str, Callable[..., Floats]] = {
    "min": np.minimum,
    "max": np.maximum,
    "difference": _differ,
}


def _rules(signals: Sequence[Signal]) -> list[tuple[Callable[..., Floats], Places]]:
    """Return how the signals that are not averaged are made of left and right."""
    sides = [getattr(one, "sides", "mean") for one in signals]
    return [
        (combine, np.array([n for n, one in enumerate(sides) if one == rule]))
        for rule, combine in _COMBINE.items()
        if rule in sides
    ]


Recipe = tuple[Formula, tuple[Line, ...]]
"""A formula, and the lines it makes one value of."""


@dataclass(frozen=True, slots=True, eq=False)
class _Group:
    """The values one formula makes, each of `count` lines; all first ones lie before all second."""

    formula: Formula
    lines: slice
    count: int

    def measure(self, lines: Floats, body: Body) -> Floats:
        """Return the values, shape (T, m)."""
        mine = lines[:, self.lines].reshape(len(lines), self.count, -1, 3)
        return self.formula(mine, body)


def _groups(signals: Sequence[Signal]) -> tuple[list[_Group], dict[Recipe, int], list[Line]]:
    """Sort what is to be measured by its formula; say which value belongs to which recipe."""
    recipes = dict.fromkeys(_recipe(one, side) for one in signals for side in _SIDES)
    groups: list[_Group] = []
    cells: dict[Recipe, int] = {}
    lines: list[Line] = []
    for formula in dict.fromkeys(formula for formula, _ in recipes):
        some = [mine for of, mine in recipes if of is formula]
        first = len(lines)
        lines += [line for nth in zip(*some, strict=True) for line in nth]
        groups.append(_Group(formula, slice(first, len(lines)), len(some[0])))
        cells |= {(formula, mine): len(cells) + n for n, mine in enumerate(some)}
    return groups, cells, lines


def _recipe(signal: Signal, side: int) -> Recipe:
    """Return how a signal is measured on one side."""
    match signal:
        case Tilt() | Width():
            return _recipe_of_pairs(signal)
        case Height(of=of, above=above):
            below = FLOOR if above == "picture" else end(above, side)
            return _height, (Line("image", below, end(of, side)),)
        case Distance(between=(one, other), level=level):
            return _level_distance if level else _distance, (
                Line("image", end(one, side), end(other, side)),
            )
        case Angle(at=(one, joint, other), space=space):
            at = end(joint, side)
            return _angle, (Line(space, at, end(one, side)), Line(space, at, end(other, side)))
        case Aside(of=of):
            # Both arms point to the body's left: the right one from its far end inwards.
            arm = (end("shoulder", side), end(of, side))[:: 1 - 2 * side]
            return _aside, (Line("world", *arm), Line("world", middle("hip"), middle("shoulder")))


def _recipe_of_pairs(signal: Tilt | Width) -> Recipe:
    """Return how a signal that has no sides is measured."""
    if isinstance(signal, Tilt):
        tilt = _tilt_in_image if signal.space == "image" else _tilt_in_world
        return tilt, (Line(signal.space, middle(signal.start), middle(signal.end)),)
    wide = Line(signal.space, *PAIRS[signal.of])
    if signal.unit == "trunk":
        return _distance, (wide,)
    if signal.own_trunk is not None:
        return _own_ratio(signal.own_trunk), (wide,)
    return _ratio, (wide, Line(signal.space, *PAIRS["shoulder"]))


def _needs(signal: Signal, side: int) -> list[int]:
    """Return the points a signal needs on one side, the first again where they are few."""
    points = [point for _, *both in _recipe(signal, side)[1] for point in both]
    unique = list(dict.fromkeys(points))
    return (unique + unique[:1] * _MOST_POINTS)[:_MOST_POINTS]


def _height(lines: Floats, body: Body) -> Floats:
    """Measure how far one point is above another."""
    height: Floats = lines[:, 0, :, 1] / -body.trunk_px[:, None]
    return height


def _distance(lines: Floats, body: Body) -> Floats:
    """Measure how far two points are apart."""
    return _length(lines[:, 0]) / body.trunk_px[:, None]


def _level_distance(lines: Floats, body: Body) -> Floats:
    """Measure how far one point is to the left or right of another."""
    distance: Floats = np.abs(lines[:, 0, :, 0]) / body.trunk_px[:, None]
    return distance


def _ratio(lines: Floats, _body: Body) -> Floats:
    """Measure the length of a line against that of another."""
    wide = _length(lines[:, 1])
    wide[wide == 0] = np.nan
    ratio: Floats = _length(lines[:, 0]) / wide
    return ratio


@cache
def _own_ratio(width_trunk: float) -> Formula:
    """Return how to measure the length of a line against a person's own width."""

    def ratio(lines: Floats, body: Body) -> Floats:
        return _distance(lines, body) / width_trunk

    return ratio


def _angle(lines: Floats, _body: Body) -> Floats:
    """Measure the angle between two lines that start at a joint."""
    return angle_between(lines[:, 0], lines[:, 1])


def _tilt_in_image(lines: Floats, _body: Body) -> Floats:
    """Measure how far a line points away from straight up in the picture."""
    return tilt_in_image(lines[:, 0])


def _tilt_in_world(lines: Floats, _body: Body) -> Floats:
    """Measure the angle between a line and straight up."""
    return tilt_in_world(lines[:, 0])


def _aside(lines: Floats, body: Body) -> Floats:
    """Measure how much further an arm reaches out to the side than to the front, in trunks."""
    arm, axis = lines[:, 0][..., [0, 2]], facing(body)[:, None]
    out = (arm * axis).sum(axis=-1)
    ahead = np.abs(arm[..., 0] * axis[..., 1] - arm[..., 1] * axis[..., 0])
    trunk_m = _length(lines[:, 1])
    trunk_m[trunk_m == 0] = np.nan
    aside: Floats = (out - ahead) / trunk_m
    return aside


def _length(lines: Floats) -> Floats:
    """Return the length of lines."""
    length: Floats = np.sqrt(np.vecdot(lines, lines))
    return length
