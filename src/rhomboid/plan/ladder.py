"""One step up or down, on the scale that the gear has.

A rounded step is never swallowed: up is always more than before, down always less,
or there is none.
"""

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from rhomboid.training.load import MOST, POUND_KG, Axis, Load
from rhomboid.training.person import Person

LEAST_RISE = 1.025
"""A step in kilograms is at least this times the load before: 2 to 10 percent (acsm2009)."""

BIG_STEP = 1.10
"""A smallest step of more than this asks for two repetitions more first (acsm2009)."""

USUAL_STEP_KG, LEAST_STEP_KG = 2.5, 0.1
"""Where nobody said, and at the least. House."""

USUAL_STEP_LB = 5.0
"""Where nobody said and weights are in pounds: the pair of the smallest plates. House."""

ANGLE_STEP = 5.0
"""Degrees of a step of the body: 5 percent of body mass or so (melrose2015). House."""

_LEAST_ANGLE, _MOST_ANGLE = 20.0, 90.0
_EPS = 1e-6
_DIGITS = 9
"""As many as :func:`~rhomboid.training.load.kg_of` keeps: pounds stay whole."""


@dataclass(frozen=True, slots=True)
class Ladder:
    """The loads that one person has with one kind of gear.

    Attributes
    ----------
    axis
        The scale.
    step
        The smallest step on it.
    most
        The largest load there is.
    """

    axis: Axis
    step: float
    most: float

    def up(self, load: Load) -> Load | None:
        """Return the next load up; None at the top.

        Examples
        --------
        >>> Ladder("kg", 2.5, 500.0).up(Load("kg", 41.3))
        Load(axis='kg', value=42.5)
        """
        if not self.step:
            return None
        wanted = load.value * LEAST_RISE if self.axis == "kg" else load.value
        steps = max(math.ceil(wanted / self.step - _EPS), math.floor(load.value / self.step) + 1)
        value = round(steps * self.step, _DIGITS)
        if value <= load.value + _EPS:
            value = round(value + self.step, _DIGITS)
        return Load(self.axis, value) if value <= self.most + _EPS else None

    def down(self, load: Load, share: float) -> Load | None:
        """Return the largest load of at most a share of this one; None if there is none.

        Examples
        --------
        >>> Ladder("kg", 2.5, 500.0).down(Load("kg", 50.0), 0.9)
        Load(axis='kg', value=45.0)
        """
        if not self.step:
            return None
        wanted = min(_LESS[self.axis](load.value, share), load.value - _EPS)
        value = round(math.floor(wanted / self.step + _EPS / 2) * self.step, _DIGITS)
        least = _LEAST_ANGLE if self.axis == "body_angle" else self.step
        return Load(self.axis, value) if least <= value < load.value else None

    def rounded(self, value: float) -> Load | None:
        """Return the largest load that is not above a value; None if there is none."""
        if not self.step:
            return None
        value = min(math.floor(value / self.step + _EPS) * self.step, self.most)
        return Load(self.axis, round(value, _DIGITS)) if value >= self.step else None

    def big_step(self, load: Load | None) -> bool:
        """Return whether the smallest step up is a large one."""
        if load is None or self.axis != "kg" or not load.value:
            return False
        more = self.up(load)
        return more is not None and more.value > load.value * BIG_STEP + _EPS


def ladder(axis: Axis, gear: str, person: Person) -> Ladder:
    """Return the loads a person has."""
    if axis == "kg":
        usual = USUAL_STEP_LB * POUND_KG if person.units == "lb" else USUAL_STEP_KG
        return Ladder(axis, max(person.steps_kg.get(gear, usual), LEAST_STEP_KG), MOST[axis])
    if axis == "band":
        return Ladder(axis, 1.0, max(1.0, float(len(person.bands))))
    if axis == "body_angle":
        return Ladder(axis, ANGLE_STEP, _MOST_ANGLE)
    return Ladder(axis, 0.0, 0.0)


def body_share(angle_deg: float) -> float:
    """Return the share of body mass in a row in straps, by degrees away from upright.

    A straight line through four measured angles (melrose2015); a bar is only similar.

    Examples
    --------
    >>> round(body_share(45), 2)
    0.52
    """
    return (10.1 + 0.94 * angle_deg) / 100


def _less_angle(angle_deg: float, share: float) -> float:
    """Return the angle at which a share of the same body mass is moved."""
    return (body_share(angle_deg) * share * 100 - 10.1) / 0.94


_LESS: Mapping[Axis, Callable[[float, float], float]] = MappingProxyType(
    {
        "kg": lambda value, share: value * share,
        "band": lambda value, _: value - 1,
        "body_angle": _less_angle,
    }
)


def bar_height_cm(angle_deg: float, height_cm: float) -> float:
    """Return about how high the bar is for a straight body at an angle, arms hanging down.

    Shoulders at 0.82 and arms of 0.38 of the height, by the proportions of Drillis and
    Contini (from memory); the bar at hip height, as the article has it, is then at 80 degrees.

    Examples
    --------
    >>> round(bar_height_cm(80, 175))
    91
    """
    return height_cm * (0.818 * math.cos(math.radians(angle_deg)) + 0.38)
