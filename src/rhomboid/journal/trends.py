"""Sums of sets for charts and notes, made by the database.

What a camera watched and what was counted by hand or brought from elsewhere stand
apart in every row. Sets that only warm up are left out of all but the months.
"""

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Select, and_, case, func, or_, select

from rhomboid.journal.database import Database
from rhomboid.journal.sums import since_day, whole
from rhomboid.journal.tables import sets

_WATCHED = sets.c.origin.in_(("camera", "video"))
_MOST = 12
"""More repetitions than that tell nothing of how much could be lifted once."""


@dataclass(frozen=True, slots=True)
class Trend:
    """Sets of one exercise that are alike: in a week, or in a period.

    Attributes
    ----------
    key
        The Monday of the week; the id of the exercise where a whole period is summed.
    watched
        Whether a camera counted, live or from a video.
    load_axis, load_low, load
        The scale of the load, the least and the most; None where nobody said.
    most
        Good repetitions and those in reserve, 1 to 12; None where there were more, or none.
    sets, total
        How many sets, and repetitions in all.
    counted, good
        Of the sets that were judged: repetitions counted, and those without a major fault.
    pause_s, pauses
        Sum of the typical pauses of sets, and of how many sets.
    span, spans
        The same of the typical range of the counting signal.
    hold_s
        The longest hold.
    pain, pains
        The worst pain, and for how many sets an answer was given.
    pained
        For how many of them it was more than 0.
    effort, efforts
        Sum of the efforts, and how many.
    """

    key: Any
    watched: bool
    load_axis: str | None
    most: int | None
    load_low: float | None
    load: float | None
    sets: int
    total: int
    counted: int | None
    good: int | None
    pause_s: float | None
    pauses: int
    span: float | None
    spans: int
    hold_s: float | None
    pain: int | None
    pains: int
    pained: int
    effort: int | None
    efforts: int


@dataclass(frozen=True, slots=True)
class DayRow:
    """What was done of one exercise on a day, warm-ups included."""

    day: date
    exercise: str | None
    sets: int
    repetitions: int
    pain: int | None


@dataclass(frozen=True, slots=True)
class DayTrend:
    """A day with sets that count: how many, the worst pain, and answers about it."""

    day: date
    sets: int
    pain: int | None
    pains: int
    pained: int


class Trends:
    """Sums over the sets of one person."""

    def __init__(self, database: Database, person: str) -> None:
        self._database = database
        self._person = person
        self._mine = sets.c.person_id == person
        self._works = or_(sets.c.kind.is_(None), sets.c.kind != "warm_up")

    def exercise(self, exercise: str, since: date | None = None) -> list[Trend]:
        """Return the weeks of an exercise, the oldest first.

        Raises
        ------
        JournalError
            If the journal cannot be read.
        """
        return self._trends(sets.c.week, sets.c.exercise == exercise, *since_day(since))

    def exercises(self, first: date, last: date) -> list[Trend]:
        """Return what every exercise came to between two days, both included.

        Raises
        ------
        JournalError
            If the journal cannot be read.
        """
        known = sets.c.exercise.is_not(None)
        return self._trends(sets.c.exercise, known, sets.c.day.between(first, last))

    def _trends(self, key: Any, *conditions: Any) -> list[Trend]:
        """Return sums of sets that are alike."""
        most = _most()
        heads = (key, _WATCHED, sets.c.load_axis, most)
        asked = (
            select(*(head.label(f"h{n}") for n, head in enumerate(heads)), *_sums())
            .where(self._mine, self._works, *conditions)
            .group_by("h0", "h1", "h2", "h3")
            .order_by("h0", "h1", "h2", "h3")
        )
        return [Trend(row[0], bool(row[1]), *row[2:]) for row in self._rows(asked)]

    def volume(self, since: date) -> list[tuple[date, str, int]]:
        """Return week, exercise and number of the sets that count for muscles, by week.

        As in the plan: no warm-ups, nothing that was meant to be easy, no empty sets.

        Raises
        ------
        JournalError
            If the journal cannot be read.
        """
        easy = func.coalesce(sets.c.target["easy"].as_boolean(), False)
        asked = (
            select(sets.c.week, sets.c.exercise, func.count())
            .where(self._mine, self._works, sets.c.total > 0, sets.c.exercise.is_not(None))
            .where(easy.is_(False), *since_day(since))
            .group_by(sets.c.week, sets.c.exercise)
            .order_by(sets.c.week, sets.c.exercise)
        )
        return [(row[0], row[1], row[2]) for row in self._rows(asked)]

    def days(self, since: date | None = None) -> list[DayTrend]:
        """Return the days with sets that count, the oldest first.

        Raises
        ------
        JournalError
            If the journal cannot be read.
        """
        asked = (
            select(
                sets.c.day, func.count(), func.max(sets.c.pain), func.count(sets.c.pain), _pained()
            )
            .where(self._mine, self._works, *since_day(since))
            .group_by(sets.c.day)
            .order_by(sets.c.day)
        )
        return [DayTrend(*row) for row in self._rows(asked)]

    def month(self, first: date, last: date) -> list[DayRow]:
        """Return what was done on each day between two, both included, warm-ups too.

        Raises
        ------
        JournalError
            If the journal cannot be read.
        """
        asked = (
            select(
                sets.c.day, sets.c.exercise, func.count(), whole(func.sum(sets.c.total)),
                func.max(sets.c.pain),
            )
            .where(self._mine, sets.c.day.between(first, last))
            .group_by(sets.c.day, sets.c.exercise)
            .order_by(sets.c.day, func.min(sets.c.started_at))
        )  # fmt: skip
        return [DayRow(*row) for row in self._rows(asked)]

    def neighbours(self, day: date) -> tuple[date | None, date | None]:
        """Return the nearest days with sets before and after a day.

        Raises
        ------
        JournalError
            If the journal cannot be read.
        """
        before = select(func.max(sets.c.day)).where(self._mine, sets.c.day < day)
        after = select(func.min(sets.c.day)).where(self._mine, sets.c.day > day)
        with self._database.reading() as connection:
            return connection.execute(before).scalar(), connection.execute(after).scalar()

    def _rows(self, asked: Select[Any]) -> list[Any]:
        """Return the rows that answer a question."""
        with self._database.reading() as connection:
            return list(connection.execute(asked).all())


def _most() -> Any:
    """Return good repetitions and those in reserve, where they tell what could be lifted."""
    added = case((sets.c.total > sets.c.counted, sets.c.total - sets.c.counted), else_=0)
    judged = sets.c.good + added
    good = case((sets.c.good.is_(None), sets.c.total), (judged < sets.c.total, judged),
                else_=sets.c.total)  # fmt: skip
    most = good + func.coalesce(sets.c.spare, 0)
    tells = and_(sets.c.load_axis == "kg", good >= 1, most <= _MOST)
    return case((tells, most))


def _pained() -> Any:
    """Return for how many sets pain was more than 0."""
    return func.coalesce(whole(func.sum(case((sets.c.pain > 0, 1), else_=0))), 0)


def _sums() -> tuple[Any, ...]:
    """Return the sums of a trend, in its order."""
    judged = case((sets.c.good.is_not(None), sets.c.counted))
    return (
        func.min(sets.c.load_value), func.max(sets.c.load_value), func.count(),
        whole(func.sum(sets.c.total)), whole(func.sum(judged)), whole(func.sum(sets.c.good)),
        func.sum(sets.c.pause_s), func.count(sets.c.pause_s),
        func.sum(sets.c.amplitude), func.count(sets.c.amplitude),
        func.max(sets.c.hold_s),
        func.max(sets.c.pain), func.count(sets.c.pain), _pained(),
        whole(func.sum(sets.c.effort)), func.count(sets.c.effort),
    )  # fmt: skip
