"""A chart as plain values: what it shows, in a sentence and in points. Nothing is drawn here."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from rhomboid.progress.period import end_of

Shape = Literal["line", "bars", "range"]
"""Points joined by a line; parts on top of each other; points with how far off they may be."""

Scale = Literal["near", "zero", "hundred", "ten"]
"""Where the values lie; from 0; from 0 to 100; from 0 to 10."""


@dataclass(frozen=True, slots=True)
class Point:
    """One value of a week or a month.

    Attributes
    ----------
    start
        The Monday, or the first of the month.
    kind
        Which of the chart's kinds it belongs to, from 0.
    low, high
        Between what it may lie, or the ends of a part of a bar; None otherwise.
    leads
        Whether the line goes through it.
    """

    start: date
    value: float
    kind: int = 0
    low: float | None = None
    high: float | None = None
    leads: bool = True


@dataclass(frozen=True, slots=True)
class Chart:
    """One chart.

    Attributes
    ----------
    id
        A word for addresses and programs.
    title, axis
        What it shows, and what its scale says.
    sentence
        What it shows, said of the same points.
    meaning
        How it was measured, and what it does not tell.
    kinds
        What tells points apart, in words; one word where nothing does.
    unit
        What stands behind a number.
    digits
        Decimals.
    by_month
        Whether a point stands for a month rather than a week.
    """

    id: str
    title: str
    axis: str
    sentence: str
    meaning: str
    points: tuple[Point, ...]
    shape: Shape = "line"
    scale: Scale = "near"
    kinds: tuple[str, ...] = ("",)
    unit: str = ""
    digits: int = 1
    by_month: bool = False

    def number(self, value: float) -> str:
        """Return a value with as many decimals as it deserves, without its unit.

        Examples
        --------
        >>> Chart("a", "", "", "", "", ()).number(37.5)
        '37.5'
        >>> Chart("a", "", "", "", "", ()).number(40.0)
        '40'
        """
        return digits(value, self.digits)

    def end(self, point: Point) -> date:
        """Return the last day a point stands for."""
        return end_of(point.start, by_month=self.by_month)


def digits(value: float, most: int) -> str:
    """Return a number with so many decimals at most.

    Examples
    --------
    >>> digits(37.50, 1), digits(40.04, 1), digits(-0.01, 0)
    ('37.5', '40', '0')
    """
    said = f"{value:.{most}f}"
    said = said.rstrip("0").rstrip(".") if "." in said else said
    return "0" if said == "-0" else said
