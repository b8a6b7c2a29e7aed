"""Numbers, units, durations and moments, as other programs write them."""

import math
import re
from datetime import datetime
from typing import Literal

from rhomboid.training.load import POUND_KG

Unit = Literal["kg", "lb"]
"""What weights are told in."""

_UNITS: dict[str, Unit] = {
    "kg": "kg", "kgs": "kg", "kilogram": "kg", "kilograms": "kg",
    "lb": "lb", "lbs": "lb", "pound": "lb", "pounds": "lb",
}  # fmt: skip
_SPACES = re.compile(r"[\s\u00a0\u202f\u2009]+")
_MOST = 1e6

# January to December, in the languages the programs speak; three letters are enough for most.
_MONTHS = (
    "jan janv gen ene янв", "feb fév fev févr фев lut", "mar mär mrz mars maa maart мар mrt marzo",
    "apr avr abr апр kwi", "may mai mag maj mei мая май", "jun juin giu cze июн",
    "jul juil lug lip июл", "aug aoû août ago sie авг", "sep sept set wrz сен",
    "oct okt ott out paź окт", "nov lis ноя", "dec dez déc dic des gru дек",
)  # fmt: skip
_MONTH = {word: number for number, words in enumerate(_MONTHS, 1) for word in words.split()}
_TIME = re.compile(r"(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?(?: ?([ap])\.?m\.?)?", re.IGNORECASE)
_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})")
_EASTERN = re.compile(r"(\d{1,2}) ?[月월]")
_CLOCK = re.compile(r"(?:(\d+):)?(\d+):(\d+(?:\.\d+)?)")
_WORDED = re.compile(r"(\d+(?:\.\d+)?) ?(h|m|s)[a-z]*")


def unit_of(text: str) -> Unit | None:
    """Return the unit that a cell or a header names; None if it names none.

    Examples
    --------
    >>> unit_of("kgs"), unit_of("Weight (lb)"), unit_of("stone")
    ('kg', 'lb', None)
    """
    words = re.findall(r"[a-z]+", text.lower())
    return next((_UNITS[word] for word in reversed(words) if word in _UNITS), None)


def kilograms(weight: float, unit: Unit) -> float:
    """Return a weight in kilograms, to the gram's hundredth.

    Examples
    --------
    >>> kilograms(100, "lb")
    45.35924
    """
    return round(weight * POUND_KG, 5) if unit == "lb" else weight


def number(text: str) -> float | None:
    """Return the number of a cell, with a point or a comma; None if it is empty.

    Raises
    ------
    ValueError
        If it says something else.

    Examples
    --------
    >>> number("82,5"), number("1.234,5"), number("1,234.5"), number("")
    (82.5, 1234.5, 1234.5, None)
    """
    plain = _SPACES.sub("", text).replace("−", "-")
    if not plain or plain == "-":
        return None
    if "," in plain and "." in plain:
        thousands = "," if plain.rfind(".") > plain.rfind(",") else "."
        plain = plain.replace(thousands, "")
    value = _float(plain.replace(",", "."), text)
    if not math.isfinite(value) or abs(value) > _MOST:
        raise ValueError(f"{text[:40]!r} is no number that can be")
    return value


def _float(plain: str, text: str) -> float:
    """Return a number; say which text is none."""
    try:
        return float(plain)
    except ValueError as error:
        raise ValueError(f"{text[:40]!r} is no number") from error


def whole(text: str) -> int:
    """Return a whole number of 0 or more; 0 for an empty cell.

    Raises
    ------
    ValueError
        If it says something else.
    """
    value = number(text) or 0.0
    if value != int(value) or value < 0:
        raise ValueError(f"{text[:40]!r} is no number of repetitions")
    return int(value)


def seconds(text: str) -> float | None:
    """Return a duration: seconds, a clock, or words; None if it is empty or 0.

    Raises
    ------
    ValueError
        If it says something else.

    Examples
    --------
    >>> seconds("90"), seconds("1:30"), seconds("0:01:30"), seconds("1h 5m")
    (90.0, 90.0, 90.0, 3900.0)
    """
    plain = text.strip().lower()
    clock = _CLOCK.fullmatch(plain)
    if clock:
        hours, minutes, rest = (float(part or 0) for part in clock.groups())
        return hours * 3600 + minutes * 60 + rest or None
    if plain and not _WORDED.sub("", plain).strip(" ,"):
        each = {"h": 3600, "m": 60, "s": 1}
        return sum(float(n) * each[unit] for n, unit in _WORDED.findall(plain)) or None
    value = number(text)
    if value is not None and value < 0:
        raise ValueError(f"{text[:40]!r} is no duration")
    return value or None


def moment(text: str) -> tuple[datetime, bool]:
    """Return a moment by the clock on the wall, and whether its time of day was told.

    One with a zone of its own keeps it.

    Raises
    ------
    ValueError
        If it is none, or day and month cannot be told apart.

    Examples
    --------
    >>> moment("28 Mar 2025, 17:29")
    (datetime.datetime(2025, 3, 28, 17, 29), True)
    >>> moment("2024-01-07")[1]
    False
    """
    plain = _SPACES.sub(" ", text).strip()
    zoned = _zoned(plain)
    if zoned is not None:
        return zoned, True
    time = _TIME.search(plain)
    day = plain if time is None else plain[: time.start()] + " " + plain[time.end() :]
    try:
        at = datetime(*_day(day), *_time(time))  # noqa: DTZ001  the wall has no zone
    except (ValueError, TypeError) as error:
        raise ValueError(f"{text[:40]!r} is no date that is known") from error
    return at, time is not None


def _zoned(plain: str) -> datetime | None:
    """Return a moment of ISO 8601 that has a zone; None if it is none."""
    try:
        at = datetime.fromisoformat(plain)
    except ValueError:
        return None
    return at if at.tzinfo is not None else None


def _time(found: re.Match[str] | None) -> tuple[int, int, int]:
    """Return hour, minute and second."""
    if found is None:
        return 12, 0, 0
    hour, half = int(found[1]), (found[4] or "").lower()
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    return hour, int(found[2]), int(found[3] or 0)


def _day(text: str) -> tuple[int, int, int]:
    """Return year, month and day."""
    iso = _ISO.search(text)
    if iso:
        return int(iso[1]), int(iso[2]), int(iso[3])
    month, rest = _month(text.lower())
    numbers = [int(digits) for digits in re.findall(r"\d+", rest)]
    year = next(n for n in [*numbers, None] if n is None or n > 31)
    numbers.remove(year or 0)
    if month is None:
        first, second = numbers
        if first <= 12 and second <= 12 and first != second:
            raise ValueError("day and month cannot be told apart")
        return year or 0, min(first, second), max(first, second)
    return year or 0, month, numbers[0]


def _month(text: str) -> tuple[int | None, str]:
    """Return the month that a text names, and the rest of it."""
    eastern = _EASTERN.search(text)
    if eastern:
        return int(eastern[1]), text.replace(eastern[0], " ")
    for word in re.findall(r"[^\W\d_]+", text):
        found = _MONTH.get(word) or _MONTH.get(word[:4]) or _MONTH.get(word[:3])
        if found:
            return found, text
    return None, text
