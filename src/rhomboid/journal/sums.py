"""Sums over many sets, made by the database: for charts, calendars and plans.

Sets that only warm up are left out of everything but the calendar.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from sqlalchemy import Integer, cast, func, or_, select

from rhomboid.journal.database import Database
from rhomboid.journal.tables import findings, repetitions, sets


@dataclass(frozen=True, slots=True)
class DaySum:
    """What was done on a day: sets, and repetitions in all."""

    day: date
    sets: int
    repetitions: int


@dataclass(frozen=True, slots=True)
class WeekSum:
    """What was done of one exercise in a week, with one kind of load.

    Attributes
    ----------
    week
        Its Monday.
    load_axis, load
        The scale and the most that was moved; None where nobody said.
    good
        Repetitions without a major fault; None where no camera judged.
    pause_s, amplitude
        Mean over the sets of what is typical of each.
    hold_s
        The longest.
    pain, effort
        The worst, and the mean.
    """

    week: date
    load_axis: str | None
    load: float | None
    sets: int
    repetitions: int
    good: int | None
    pause_s: float | None
    amplitude: float | None
    hold_s: float | None
    pain: int | None
    effort: float | None


@dataclass(frozen=True, slots=True)
class Volume:
    """How many sets of an exercise a week had; its Monday stands for it."""

    week: date
    exercise: str | None
    sets: int
    repetitions: int


@dataclass(frozen=True, slots=True)
class CheckSum:
    """What a check came to in a week: in so many repetitions."""

    week: date
    check: str
    good: int
    fix: int
    not_judged: int


@dataclass(frozen=True, slots=True)
class RepetitionRow:
    """One repetition of a set, for a chart of it."""

    number: int
    start_s: float
    turn_s: float
    end_s: float
    out_s: float | None
    pause_s: float | None
    back_s: float | None
    hold_s: float | None
    amplitude: float | None
    side: str
    confidence: float | None


class Sums:
    """Sums over the sets of one person."""

    def __init__(self, database: Database, person: str) -> None:
        self._database = database
        self._mine = sets.c.person_id == person
        self._works = or_(sets.c.kind.is_(None), sets.c.kind != "warm_up")

    def calendar(self, first: date, last: date) -> list[DaySum]:
        """Return what was done on each day between two, both included; days of rest are left out.

        Raises
        ------
        JournalError
            If the journal cannot be read.
        """
        asked = (
            select(sets.c.day, func.count(), whole(func.sum(sets.c.total)))
            .where(self._mine, sets.c.day.between(first, last))
            .group_by(sets.c.day)
            .order_by(sets.c.day)
        )
        return [DaySum(*row) for row in self._rows(asked)]

    def progress(self, exercise: str, since: date | None = None) -> list[WeekSum]:
        """Return the weeks of an exercise, the oldest first.

        Raises
        ------
        JournalError
            If the journal cannot be read.
        """
        asked = (
            select(
                sets.c.week, sets.c.load_axis, func.max(sets.c.load_value), func.count(),
                whole(func.sum(sets.c.total)), whole(func.sum(sets.c.good)),
                func.avg(sets.c.pause_s), func.avg(sets.c.amplitude), func.max(sets.c.hold_s),
                func.max(sets.c.pain), func.avg(cast(sets.c.effort, sets.c.pause_s.type)),
            )
            .where(self._mine, self._works, sets.c.exercise == exercise, *since_day(since))
            .group_by(sets.c.week, sets.c.load_axis)
            .order_by(sets.c.week, sets.c.load_axis)
        )  # fmt: skip
        return [WeekSum(*row) for row in self._rows(asked)]

    def volume(self, since: date | None = None) -> list[Volume]:
        """Return the sets of each exercise week by week, the oldest first.

        Raises
        ------
        JournalError
            If the journal cannot be read.
        """
        asked = (
            select(sets.c.week, sets.c.exercise, func.count(), whole(func.sum(sets.c.total)))
            .where(self._mine, self._works, *since_day(since))
            .group_by(sets.c.week, sets.c.exercise)
            .order_by(sets.c.week, sets.c.exercise)
        )
        return [Volume(*row) for row in self._rows(asked)]

    def checks(self, exercise: str, since: date | None = None) -> list[CheckSum]:
        """Return what each check of an exercise came to week by week, the oldest first.

        Raises
        ------
        JournalError
            If the journal cannot be read.
        """
        counts = (whole(func.sum(findings.c[name])) for name in ("good", "fix", "not_judged"))
        asked = (
            select(sets.c.week, findings.c.check_id, *counts)
            .join(findings, findings.c.set_id == sets.c.id)
            .where(self._mine, self._works, sets.c.exercise == exercise, *since_day(since))
            .group_by(sets.c.week, findings.c.check_id)
            .order_by(sets.c.week, findings.c.check_id)
        )
        return [CheckSum(*row) for row in self._rows(asked)]

    def repetitions(self, id_: str) -> list[RepetitionRow]:
        """Return the repetitions of a set, in order.

        Raises
        ------
        JournalError
            If the journal cannot be read.
        """
        columns = [column for column in repetitions.c if column.name != "set_id"]
        asked = (
            select(*columns)
            .join(sets, sets.c.id == repetitions.c.set_id)
            .where(self._mine, sets.c.id == id_)
            .order_by(repetitions.c.number)
        )
        return [RepetitionRow(*row) for row in self._rows(asked)]

    def _rows(self, asked: Any) -> list[Any]:
        """Return the rows that answer a question."""
        with self._database.reading() as connection:
            return list(connection.execute(asked))


def since_day(day: date | None) -> tuple[Any, ...]:
    """Return the condition of a first day, if there is one."""
    if day is None:
        return ()
    # The index knows instants; no zone is two days away from UTC.
    instant = datetime.combine(day, time(), UTC) - timedelta(days=2)
    return sets.c.day >= day, sets.c.started_at >= instant


def whole(value: Any) -> Any:
    """Return a sum as a whole number; PostgreSQL makes more of it."""
    return cast(value, Integer)
