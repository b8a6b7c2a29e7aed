"""The CSV of Liftosaur, LiftLog and Fitbod, a row for each set, and of StrongLifts, many in one."""

import re

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


class StrongLifts:
    """A row for an exercise of a day, with columns for each of its sets."""

    NAME = "StrongLifts"

    @staticmethod
    def is_mine(header: Header) -> bool:
        """Say whether a header is one of StrongLifts'."""
        return header.has("date (yyyy/mm/dd)", "exercise", "set 1 (reps)")

    @staticmethod
    def read(record: Record, header: Header) -> list[Told]:
        """Return the sets of a row; a set that is empty was not done.

        Raises
        ------
        ValueError
            If a cell makes no sense.
        """
        at, has_time = moment(record.text("date (yyyy/mm/dd)"))
        name = required_name(record.text("exercise"))
        return [
            Told(
                record.line, at, name,
                repetitions=whole(record.text(f"set {index} (reps)")),
                weight=number(record.text(f"set {index} ({unit})")),
                unit=unit_of(unit),
                note=record.text("notes") if index == "1" else "",
                workout=record.text("workout name", "workout"),
                has_time=has_time,
            )
            for index, unit in _sets_of(header)
            if record.text(f"set {index} (reps)")
        ]  # fmt: skip


def _sets_of(header: Header) -> list[tuple[str, str]]:
    """Return the number and the unit of every set that there are columns for."""
    found = (re.fullmatch(r"set (\d{1,2}) \((kg|lb)s?\)", column) for column in header.columns)
    return [(one[1], one[2]) for one in found if one]
