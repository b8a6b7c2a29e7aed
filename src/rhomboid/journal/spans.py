"""What a period holds, for notes about it: checks, versions, and plans that were shown."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from sqlalchemy import Select, case, func, or_, select, type_coerce

from rhomboid.journal.database import Database
from rhomboid.journal.sums import whole
from rhomboid.journal.tables import Moment, findings, plans, reports, sets


@dataclass(frozen=True, slots=True)
class CheckRow:
    """What a check of an exercise came to in a period, in so many repetitions.

    Attributes
    ----------
    last_blind
        When the last set began of which it could not be judged at all; None without.
    """

    exercise: str | None
    check: str
    good: int
    fix: int
    not_judged: int
    last_blind: datetime | None


class Spans:
    """Questions about the sets of one person between two days."""

    def __init__(self, database: Database, person: str) -> None:
        self._database = database
        self._person = person
        self._mine = sets.c.person_id == person
        self._works = or_(sets.c.kind.is_(None), sets.c.kind != "warm_up")

    def checks(self, first: date, last: date) -> list[CheckRow]:
        """Return what every check came to between two days, both included.

        Raises
        ------
        JournalError
            If the journal cannot be read.
        """
        counts = [whole(func.sum(findings.c[name])) for name in ("good", "fix", "not_judged")]
        blind = case((findings.c.verdict == "not judged", sets.c.started_at))
        last_blind = type_coerce(func.max(blind), Moment())
        asked = (
            select(sets.c.exercise, findings.c.check_id, *counts, last_blind)
            .join(findings, findings.c.set_id == sets.c.id)
            .where(self._mine, self._works, *_between(first, last))
            # In this order SQLite goes by time; in the other one it would read every set.
            .group_by(findings.c.check_id, sets.c.exercise)
        )
        return [CheckRow(*row) for row in self._rows(asked)]

    def blind_set(self, check: CheckRow) -> str | None:
        """Return the id of the last set of which a check could not be judged; None without.

        Raises
        ------
        JournalError
            If the journal cannot be read.
        """
        if check.last_blind is None:
            return None
        asked = select(sets.c.id).where(
            self._mine,
            sets.c.exercise == check.exercise,
            sets.c.started_at == check.last_blind,
        )
        found = self._rows(asked)
        return found[0][0] if found else None

    def pains(self, first: date, last: date) -> list[tuple[date, str | None, int]]:
        """Return the days and exercises with pain between two days, and the worst of each.

        Raises
        ------
        JournalError
            If the journal cannot be read.
        """
        asked = (
            select(sets.c.day, sets.c.exercise, func.max(sets.c.pain))
            .where(self._mine, sets.c.pain > 0, *_between(first, last))
            .group_by(sets.c.day, sets.c.exercise)
            .order_by(sets.c.day, sets.c.exercise)
        )
        return [(row[0], row[1], row[2]) for row in self._rows(asked)]

    def versions(self, first: date, last: date) -> list[tuple[str, str, str]]:
        """Return by which versions sets between two days were judged: rhomboid, model, rules.

        Raises
        ------
        JournalError
            If the journal cannot be read.
        """
        asked = (
            select(reports.c.rhomboid, reports.c.model, reports.c.rules)
            .join(sets, sets.c.id == reports.c.set_id)
            .where(self._mine, *_between(first, last))
            .distinct()
            .order_by(reports.c.rhomboid, reports.c.model, reports.c.rules)
        )
        return [(row[0], row[1], row[2]) for row in self._rows(asked)]

    def planned(self, first: date, last: date) -> dict[date, str]:
        """Return the days for which a plan was shown, with the kind of day it was, as shown last.

        Raises
        ------
        JournalError
            If the journal cannot be read.
        """
        asked = (
            select(plans.c.day, plans.c.document["kind"].as_string())
            .where(plans.c.person_id == self._person, plans.c.day.between(first, last))
            .order_by(plans.c.day, plans.c.number)
        )
        return {row[0]: row[1] or "" for row in self._rows(asked)}

    def _rows(self, asked: Select[Any]) -> list[Any]:
        """Return the rows that answer a question."""
        with self._database.reading() as connection:
            return list(connection.execute(asked).all())


def _between(first: date, last: date) -> tuple[Any, ...]:
    """Return the conditions of two days, both included."""
    # The index knows instants; no zone is two days away from UTC.
    margin = timedelta(days=2)
    from_, to = (datetime.combine(day, time(), UTC) for day in (first, last))
    return sets.c.day.between(first, last), sets.c.started_at.between(from_ - margin, to + margin)
