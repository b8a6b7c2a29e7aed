"""What several commands ask for in the same way."""

from datetime import date, datetime
from pathlib import Path
from typing import Annotated

import typer

from rhomboid.errors import RhomboidError

Data = Annotated[Path | None, typer.Option(help="The folder in which the journal lies.")]
AsJson = Annotated[bool, typer.Option("--json", help="Say it as JSON.")]

MOST_AHEAD_DAYS = 28
"""So far ahead are plans made. house"""

_YEARS = range(1900, 2200)


def read_day(text: str) -> date:
    """Read a day.

    Raises
    ------
    RhomboidError
        If it is none, or of another age.

    Examples
    --------
    >>> read_day("2026-03-01")
    datetime.date(2026, 3, 1)
    """
    try:
        day = date.fromisoformat(text)
    except ValueError as error:
        raise RhomboidError(f"a day is written as 2026-03-01, got {text!r}") from error
    if day.year not in _YEARS:
        raise RhomboidError(f"a day lies between the years 1900 and 2200, got {text!r}")
    return day


def today() -> date:
    """Return the day it is where this runs."""
    return datetime.now().astimezone().date()


def require_near(day: date) -> date:
    """Return a day that can be planned: one that is past, or not too far ahead.

    Raises
    ------
    RhomboidError
        If it is too far ahead.
    """
    if (day - today()).days > MOST_AHEAD_DAYS:
        raise RhomboidError(f"plans are made for at most {MOST_AHEAD_DAYS} days ahead, got {day}")
    return day
