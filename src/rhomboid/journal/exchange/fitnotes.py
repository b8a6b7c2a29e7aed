"""The CSV of FitNotes, from Android and iOS, and the third layout that goes by its name."""

from rhomboid.errors import ExchangeError
from rhomboid.journal.exchange.csv_records import Record
from rhomboid.journal.exchange.told import Header, Line, SetKind, Told, distance, required_name
from rhomboid.journal.exchange.values import Unit, moment, number, seconds, unit_of, whole

NAME = "FitNotes"

_KINDS: dict[str, SetKind] = {
    "": "work", "r": "work", "t": "work", "w": "warm_up", "d": "drop",
}  # fmt: skip
_YES = {"1", "true", "yes"}


def is_mine(header: Header) -> bool:
    """Say whether a header is one of FitNotes'.

    Raises
    ------
    ExchangeError
        If it is that of the file of body measurements, which holds no set.
    """
    if header.has("date", "measurement", "value"):
        raise ExchangeError("this is the file of body measurements; export the workouts instead")
    told = header.has("date", "exercise", "category", "reps")
    return told or header.has("starttime", "exercise", "equipment", "iswarmup", "reps")


def read(record: Record, header: Header) -> Line:
    """Return the set of a row.

    Raises
    ------
    ValueError
        If a cell makes no sense.
    """
    if header.has("starttime", "iswarmup"):
        return _third(record)
    at, has_time = moment(record.text("date"))
    weight, unit = _weight(record, header)
    kind = record.text("kind").lower()
    if kind not in _KINDS:
        raise ValueError(f"{kind[:40]!r} is no kind of set that is known")
    far = number(record.text("distance"))
    return Told(
        record.line,
        at,
        required_name(record.text("exercise")),
        repetitions=whole(record.text("reps")),
        weight=weight,
        unit=unit,
        seconds=seconds(record.text("time")),
        kind=_KINDS[kind],
        note=record.text("comment", "notes"),
        distance=distance(far, record.text("distance unit")),
        has_time=has_time,
    )


def _weight(record: Record, header: Header) -> tuple[float | None, Unit | None]:
    """Return a weight and its unit: of the row, or of the column that holds one."""
    for column in header.columns:
        if column.startswith("weight (") and record.text(column):
            return number(record.text(column)), unit_of(column)
    return number(record.text("weight")), unit_of(record.text("weight unit"))


def _third(record: Record) -> Told:
    """Return the set of a row with start, end and status."""
    at, has_time = moment(record.text("starttime"))
    ended, left = record.text("endtime"), number(record.text("rir"))
    rpe = number(record.text("rpe"))
    gear = record.text("equipment")
    name = record.text("exercise")
    return Told(
        record.line,
        at,
        required_name(f"{name} ({gear})" if gear and name else name),
        repetitions=whole(record.text("reps")),
        weight=number(record.text("weight")),
        seconds=seconds(record.text("time")),
        kind="warm_up" if record.text("iswarmup").lower() in _YES else "work",
        rpe=10 - left if rpe is None and left is not None else rpe,
        note=record.text("note"),
        distance=distance(number(record.text("distance")), ""),
        workout=record.text("name"),
        ended_at=moment(ended)[0] if ended else None,
        has_time=has_time,
    )
