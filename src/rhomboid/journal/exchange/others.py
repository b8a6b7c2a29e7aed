"""The CSV of Liftosaur, LiftLog, Fitbod and StrongLifts: what of it stands row by row."""

from rhomboid.journal.exchange.csv_records import Record
from rhomboid.journal.exchange.told import Aside, Header, Line, Told, distance, required_name
from rhomboid.journal.exchange.values import moment, number, seconds, unit_of, whole

_YES = {"1", "1.0", "true", "yes"}


class Liftosaur:
    """Twenty columns, what was required and what was done."""

    NAME = "Liftosaur"

    @staticmethod
    def is_mine(header: Header) -> bool:
        """Say whether a header is one of Liftosaur's."""
        return header.has("workout datetime", "exercise", "completed reps", "is warmup set?")

    @staticmethod
    def read(record: Record, _header: Header) -> Line:
        """Return the set of a row; one that was not done is none.

        Raises
        ------
        ValueError
            If a cell makes no sense.
        """
        if not record.text("completed reps", "completed reps time"):
            return Aside(record.line, "sets that were not done")
        at, has_time = moment(record.text("workout datetime"))
        names = [record.text("program"), record.text("day name")]
        unit = record.text("completed weight unit", "required weight unit")
        return Told(
            record.line,
            at,
            required_name(record.text("exercise")),
            repetitions=whole(record.text("completed reps")),
            weight=number(record.text("completed weight value")),
            unit=unit_of(unit),
            seconds=seconds(record.text("completed reps time")),
            kind="warm_up" if record.text("is warmup set?").lower() in _YES else "work",
            rpe=number(record.text("completed rpe")),
            note=record.text("notes"),
            workout=", ".join(name for name in names if name),
            has_time=has_time,
        )


class LiftLog:
    """Eight columns; the program itself does not read them again."""

    NAME = "LiftLog"

    @staticmethod
    def is_mine(header: Header) -> bool:
        """Say whether a header is one of LiftLog's."""
        return header.has("sessionid", "timestamp", "exercise", "weight", "reps")

    @staticmethod
    def read(record: Record, _header: Header) -> Line:
        """Return the set of a row.

        Raises
        ------
        ValueError
            If a cell makes no sense.
        """
        at, has_time = moment(record.text("timestamp"))
        return Told(
            record.line,
            at,
            required_name(record.text("exercise")),
            repetitions=whole(record.text("reps")),
            weight=number(record.text("weight")),
            unit=unit_of(record.text("weightunit")),
            note=record.text("notes"),
            has_time=has_time,
        )


class Fitbod:
    """Units in the header."""

    NAME = "Fitbod"

    @staticmethod
    def is_mine(header: Header) -> bool:
        """Say whether a header is one of Fitbod's."""
        return header.has("date", "exercise", "reps", "iswarmup")

    @staticmethod
    def read(record: Record, header: Header) -> Line:
        """Return the set of a row.

        Raises
        ------
        ValueError
            If a cell makes no sense.
        """
        at, has_time = moment(record.text("date"))
        return Told(
            record.line,
            at,
            required_name(record.text("exercise")),
            repetitions=whole(record.text("reps")),
            weight=number(record.text(header.weight)),
            unit=header.unit,
            seconds=seconds(record.text("duration(s)")),
            kind="warm_up" if record.text("iswarmup").lower() in _YES else "work",
            note=record.text("note"),
            distance=distance(number(record.text("distance(m)")), "m"),
            has_time=has_time,
        )
