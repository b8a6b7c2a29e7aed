"""The CSV of Strong, in all four shapes: iOS, iOS without notes, semicolons, Android.

The first two name no unit: whoever imports them has to.
"""

from datetime import datetime, timedelta

from rhomboid.journal.exchange.csv_records import Record
from rhomboid.journal.exchange.told import (
    Aside,
    Header,
    Line,
    SetKind,
    Told,
    distance,
    required_name,
)
from rhomboid.journal.exchange.values import moment, number, seconds, unit_of, whole

NAME = "Strong"

_KINDS: dict[str, SetKind] = {"w": "warm_up", "d": "drop", "f": "failure"}


def is_mine(header: Header) -> bool:
    """Say whether a header is one of Strong's."""
    return header.has("date", "workout name", "exercise name", "set order", "reps")


def read(record: Record, header: Header) -> Line:
    """Return the set of a row; a rest and a note are no sets.

    Raises
    ------
    ValueError
        If a cell makes no sense.
    """
    order = record.text("set order").lower()
    if order == "rest timer":
        return Aside(record.line, "rests")
    at, has_time = moment(record.text("date"))
    name = required_name(record.text("exercise name"))
    if order == "note":
        return Aside(record.line, "notes", record.text("notes"), (at, name))
    far = number(record.text("distance", "distance (meters)", "distance (km)"))
    weight = number(record.text(header.weight, "weight"))
    return Told(
        record.line,
        at,
        name,
        repetitions=whole(record.text("reps")),
        weight=weight,
        unit=unit_of(record.text("weight unit")) or header.unit,
        seconds=seconds(record.text("seconds")),
        kind=_kind(order),
        rpe=number(record.text("rpe")),
        note=record.text("notes"),
        distance=distance(far, _far_in(record, header)),
        workout=record.text("workout name"),
        workout_note=record.text("workout notes"),
        ended_at=_ended(at, record),
        has_time=has_time,
    )


def _kind(order: str) -> SetKind:
    """Return what a set was for: a letter says so, with a number or alone."""
    if order.isdigit():
        return "work"
    letter, rest = order[:1], order[1:]
    if letter in _KINDS and (not rest or rest.isdigit()):
        return _KINDS[letter]
    raise ValueError(f"{order[:40]!r} is no set order that is known")


def _far_in(record: Record, header: Header) -> str:
    """Return the unit of a distance; nothing where nobody says."""
    if "distance (meters)" in header.names:
        return "m"
    return "km" if "distance (km)" in header.names else record.text("distance unit")


def _ended(at: datetime, record: Record) -> datetime | None:
    """Return when a workout was over."""
    length_s = seconds(record.text("duration", "workout duration", "duration (sec)"))
    return None if length_s is None else at + timedelta(seconds=length_s)
