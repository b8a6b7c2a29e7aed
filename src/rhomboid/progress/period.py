"""Spans of time to look back on."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal, get_args

Name = Literal["12w", "year", "all"]
"""Twelve weeks, a year, or all there is."""

NAMES: tuple[Name, ...] = get_args(Name)
_WEEK = timedelta(weeks=1)
_BY_MONTH = timedelta(weeks=104)
"""What is longer is shown by months: nobody reads 500 points. house"""


@dataclass(frozen=True, slots=True)
class Period:
    """Days to look back on.

    Attributes
    ----------
    first
        A Monday; None for all there is.
    last
        Today.
    """

    name: Name
    first: date | None
    last: date

    @property
    def within_a_year(self) -> date:
        """The first day, but none that lies more than a year back."""
        year = monday(self.last) - 52 * _WEEK
        return year if self.first is None else max(self.first, year)


def period(name: Name, today: date) -> Period:
    """Return a period that ends today.

    Examples
    --------
    >>> period("12w", date(2026, 5, 7)).first
    datetime.date(2026, 2, 9)
    """
    weeks = {"12w": 12, "year": 52}
    first = monday(today) - weeks[name] * _WEEK if name in weeks else None
    return Period(name, first, today)


def named(name: str, today: date) -> Period:
    """Return the period of a name that came from outside.

    Raises
    ------
    ValueError
        If there is none of that name.
    """
    for known in NAMES:
        if known == name:
            return period(known, today)
    raise ValueError(f"there is no time {name!r}; there are: {', '.join(NAMES)}")


def monday(day: date) -> date:
    """Return the Monday of a week."""
    return day - timedelta(days=day.weekday())


def is_long(first: date, last: date) -> bool:
    """Return whether a span is shown by months rather than weeks."""
    return last - first > _BY_MONTH


def month(day: date) -> date:
    """Return the first day of a month."""
    return day.replace(day=1)


def end_of(start: date, *, by_month: bool) -> date:
    """Return the last day of a week or a month that begins on a day.

    Examples
    --------
    >>> end_of(date(2026, 2, 1), by_month=True), end_of(date(2026, 2, 2), by_month=False)
    (datetime.date(2026, 2, 28), datetime.date(2026, 2, 8))
    """
    if not by_month:
        return start + timedelta(days=6)
    return (start + timedelta(days=31)).replace(day=1) - timedelta(days=1)
