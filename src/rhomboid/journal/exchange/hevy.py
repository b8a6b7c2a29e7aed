"""The CSV of Hevy: a row for each set, units in the header, times without a zone."""

from rhomboid.journal.exchange.csv_records import Record
from rhomboid.journal.exchange.told import Header, Line, SetKind, Told, distance, required_name
from rhomboid.journal.exchange.values import moment, number, seconds, whole

NAME = "Hevy"

_KINDS: dict[str, SetKind] = {
    "normal": "work", "": "work", "warmup": "warm_up", "warm_up": "warm_up",
    "dropset": "drop", "failure": "failure",
}  # fmt: skip


def is_mine(header: Header) -> bool:
    """Say whether a header is one of Hevy's."""
    return header.has("exercise_title", "set_index", "start_time", "reps")


def read(record: Record, header: Header) -> Line:
    """Return the set of a row.

    Raises
    ------
    ValueError
        If a cell makes no sense.
    """
    at, has_time = moment(record.text("start_time"))
    ended = record.text("end_time")
    kind = record.text("set_type").lower()
    if kind not in _KINDS:
        raise ValueError(f"{kind[:40]!r} is no kind of set that is known")
    miles = "distance_miles" in header.names
    far = number(record.text("distance_km", "distance_miles"))
    superset = record.text("superset_id")
    return Told(
        record.line,
        at,
        required_name(record.text("exercise_title")),
        repetitions=whole(record.text("reps")),
        weight=number(record.text(header.weight)),
        unit=header.unit,
        seconds=seconds(record.text("duration_seconds")),
        kind=_KINDS[kind],
        rpe=number(record.text("rpe")),
        note=record.text("exercise_notes"),
        distance=distance(far, "miles" if miles else "km"),
        facts=(f"superset {superset}",) if superset else (),
        workout=record.text("title"),
        workout_note=record.text("description"),
        ended_at=moment(ended)[0] if ended else None,
        has_time=has_time,
    )
