"""Planned days as a calendar (RFC 5545): an event for each, the same one for ever.

Pure. Times float: six in the evening is six wherever somebody is. What was told before
comes in as :class:`Told`, so that an event that changed says so, and one that did not
stays as it was.
"""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from datetime import UTC, date, datetime, time, timedelta

LINE = 75
"""Bytes of a line, its end not counted."""

PRODUCT = "-//rhomboid//training//EN"
"""Who wrote it."""

_ESCAPED = {"\\": "\\\\", ";": "\\;", ",": "\\,", "\r\n": "\\n", "\n": "\\n", "\r": "\\n"}


@dataclass(frozen=True, slots=True)
class Event:
    """One planned day.

    Attributes
    ----------
    day
        The person's own calendar day.
    title, words
        What it is called, and what there is to do.
    minutes
        How long it takes.
    is_cancelled
        Whether it is left out after all.
    """

    day: date
    title: str
    words: str = ""
    minutes: int = 30
    is_cancelled: bool = False


@dataclass(frozen=True, slots=True)
class Told:
    """What was told of a day last.

    Attributes
    ----------
    digest
        Of its content.
    sequence
        How often that changed.
    at
        When it changed last.
    """

    digest: str
    sequence: int
    at: datetime


def revise(
    events: Iterable[Event], before: Mapping[date, Told], now: datetime, *, settings: str = ""
) -> dict[date, Told]:
    """Return what is told of each day: a number more where anything changed.

    Parameters
    ----------
    events
        What there is to tell.
    before
        What was told last, by day.
    now
        When it is told, with its zone.
    settings
        What else an event depends on, as its time of day.

    Examples
    --------
    >>> now, monday = datetime(2026, 5, 1, tzinfo=UTC), date(2026, 5, 4)
    >>> first = revise([Event(monday, "Pull")], {}, now)
    >>> revise([Event(monday, "Rest")], first, now)[monday].sequence
    1
    """
    told = {}
    for event in events:
        digest = hashlib.sha256(f"{settings}{asdict(event)}".encode()).hexdigest()[:16]
        last = before.get(event.day)
        if last is None:
            told[event.day] = Told(digest, 0, now)
        elif last.digest != digest:
            told[event.day] = Told(digest, last.sequence + 1, now)
        else:
            told[event.day] = last
    return told


def write_calendar(
    events: Iterable[Event],
    told: Mapping[date, Told],
    person: str,
    *,
    begins: time = time(18),
    remind_min: int = 30,
) -> str:
    """Return a calendar.

    Parameters
    ----------
    events
        At most one a day.
    told
        Of every day, from :func:`revise`.
    person
        Whose it is; a day of theirs has the same UID for ever.
    begins
        Time of day of every event.
    remind_min
        How long before to remind; 0 for never.

    Raises
    ------
    KeyError
        If a day is not told of.
    """
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:{PRODUCT}",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        "X-WR-CALNAME:rhomboid",
        "REFRESH-INTERVAL;VALUE=DURATION:PT6H",
    ]
    for event in sorted(events, key=lambda one: one.day):
        lines += _event(event, told[event.day], person, begins, remind_min)
    lines.append("END:VCALENDAR")
    return "".join(f"{fold(line)}\r\n" for line in lines)


def settings_of(begins: time, remind_min: int) -> str:
    """Return what every event depends on, for :func:`revise`."""
    return f"{begins:%H:%M}/{remind_min}/"


def _event(event: Event, told: Told, person: str, begins: time, remind_min: int) -> list[str]:
    """Return the lines of one event."""
    start = datetime.combine(event.day, begins)
    end = start + timedelta(minutes=max(event.minutes, 1))
    stamp = f"{told.at.astimezone(UTC):%Y%m%dT%H%M%SZ}"
    lines = [
        "BEGIN:VEVENT",
        f"UID:{event.day:%Y%m%d}-{person}@rhomboid",
        f"DTSTAMP:{stamp}",
        f"LAST-MODIFIED:{stamp}",
        f"SEQUENCE:{told.sequence}",
        f"DTSTART:{start:%Y%m%dT%H%M%S}",
        f"DTEND:{end:%Y%m%dT%H%M%S}",
        f"SUMMARY:{escaped(event.title)}",
        f"STATUS:{'CANCELLED' if event.is_cancelled else 'CONFIRMED'}",
    ]
    if event.words:
        lines.append(f"DESCRIPTION:{escaped(event.words)}")
    if remind_min > 0 and not event.is_cancelled:
        lines += [
            "BEGIN:VALARM",
            "ACTION:DISPLAY",
            f"DESCRIPTION:{escaped(event.title)}",
            f"TRIGGER:-PT{remind_min}M",
            "END:VALARM",
        ]
    return [*lines, "END:VEVENT"]


def escaped(text: str) -> str:
    r"""Return a text as a calendar holds it.

    Examples
    --------
    >>> print(escaped("row, pull; rest\nC:\\"))
    row\, pull\; rest\nC:\\
    """
    plain = "".join(sign for sign in text if sign in "\r\n\t" or sign.isprintable())
    for sign, instead in _ESCAPED.items():
        plain = plain.replace(sign, instead)
    return plain


def fold(line: str) -> str:
    r"""Return a line in parts of 75 bytes, never cut within a character.

    Examples
    --------
    >>> [len(part) for part in fold("x" * 100).split("\r\n ")]
    [75, 25]
    """
    parts, part, size = [], "", 0
    for sign in line:
        width = len(sign.encode())
        if size + width > LINE:
            parts.append(part)
            part, size = "", 1
        part += sign
        size += width
    return "\r\n ".join([*parts, part])
