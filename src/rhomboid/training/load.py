"""How hard an exercise is made, on the scale that its gear has."""

import math
from dataclasses import dataclass
from typing import Literal

Axis = Literal["kg", "band", "body_angle", "seconds", "none"]
"""By what an exercise is made harder."""

POUND_KG = 0.45359237
"""Kilograms in a pound, by its definition of 1959."""

MOST = {"kg": 500.0, "band": 20.0, "body_angle": 90.0, "seconds": 600.0, "none": 0.0}
"""The largest value of each scale that makes sense."""

MOST_BANDS = 12
"""So many bands anybody has at most, where none are named. House."""


@dataclass(frozen=True, slots=True)
class Load:
    """How hard it was, or shall be.

    Attributes
    ----------
    axis
        The scale.
    value
        ``kg``: everything that is moved, bar included. ``band``: number of the
        band among the person's own, 1 for the lightest, since colours mean
        different strengths with different makers. ``body_angle``: degrees of
        the straight body away from upright, 90 for lying. ``seconds``: how long
        each hold lasts. ``none``: 0.

    Raises
    ------
    ValueError
        If the value is off its scale.

    Examples
    --------
    >>> Load("kg", 40.0)
    Load(axis='kg', value=40.0)
    """

    axis: Axis
    value: float

    def __post_init__(self) -> None:
        if self.axis not in MOST:
            raise ValueError(f"a load is in one of {', '.join(MOST)}, got {self.axis!r}")
        if not (math.isfinite(self.value) and 0 <= self.value <= MOST[self.axis]):
            most = f"{MOST[self.axis]:g}"
            raise ValueError(f"a load in {self.axis} goes from 0 to {most}, got {self.value}")


def kg_of(pounds: float) -> float:
    """Return pounds in kilograms: the same pounds are the same kilograms, however they came about.

    Examples
    --------
    >>> kg_of(45)
    20.41165665
    """
    return round(pounds * POUND_KG, 9)


def is_band(number: float, named: int) -> bool:
    """Return whether there is a band of this number, where somebody named so many.

    Examples
    --------
    >>> is_band(2.0, 3), is_band(4.0, 3), is_band(4.0, 0), is_band(1.5, 3)
    (True, False, True, False)
    """
    return number.is_integer() and 1 <= number <= (named or MOST_BANDS)
