"""What a period holds, for notes about it: checks, versions, and plans that were shown."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from sqlalchemy import Integer, Select, and_, cast, func, or_, select

from rhomboid.journal.database import Database
from rhomboid.journal.sums import whole
from rhomboid.journal.tables import findings, plans, reports, sets


@dataclass(frozen=True, slots=True)
class CheckRow:
    """What a check of an exercise came to in a period: in so many repetitions, of so many sets.

    Attributes
    ----------
    bad_sets, blind_sets
        Sets in which a repetition was to fix, and in which one could not be judged.
    """

    exercise: str | None
    check: str
    good: int
    fix: int
    not_judged: int
    bad_sets: int
    blind_sets: int


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
        bad, blind = (
            whole(func.sum(cast(findings.c[name] > 0, Integer))) for name in ("fix", "not_judged")
        )
        asked = (
            select(sets.c.exercise, findings.c.check_id, *counts, bad, blind)
            .join(findings, findings.c.set_id == sets.c.id)
            .where(self._mine, self._works, *_between(first, last))
            .group_by(sets.c.exercise, findings.c.check_id)
        )
        return [CheckRow(*row) for row in self._rows(asked)]

    def last_blind(self, check: CheckRow, first: date, last: date) -> str | None:
        """Return the id of the last set in which a check could not be judged; None without.

        Raises
        ------
        JournalError
            If the journal cannot be read.
        """
        asked = (
            select(sets.c.id)
            .join(findings, findings.c.set_id == sets.c.id)
            .where(self._mine, sets.c.exercise == check.exercise)
            .where(*_between(first, last))
            .where(and_(findings.c.check_id == check.check, findings.c.verdict == "not judged"))
            .order_by(sets.c.started_at.desc())
            .limit(1)
        )
        with self._database.reading() as connection:
            found: str | None = connection.execute(asked).scalar()
            return found

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
