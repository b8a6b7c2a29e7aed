"""What belongs to a day: how somebody was, what was planned, what was left out."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from pydantic import TypeAdapter
from sqlalchemy import Table, delete, func, insert, select

from rhomboid.journal.database import Database, upsert
from rhomboid.journal.rows import plain
from rhomboid.journal.sets import Now
from rhomboid.journal.tables import check_ins, plans, screenings, skipped_days
from rhomboid.training.checkin import CheckIn

_CHECK_IN = TypeAdapter(CheckIn)


@dataclass(frozen=True, slots=True)
class Shown:
    """A plan as it was shown.

    Attributes
    ----------
    document
        The plan as plain values.
    rules
        Version of the rules that made it.
    """

    day: date
    document: dict[str, Any]
    rules: str
    shown_at: datetime


@dataclass(frozen=True, slots=True)
class Screening:
    """Answers to the questions of safety, and the day they were given on."""

    day: date
    answers: dict[str, Any]


class Days:
    """The days of one person."""

    def __init__(self, database: Database, person: str, now: Now) -> None:
        self._database = database
        self._person = person
        self._now = now

    def check_in(self, told: CheckIn) -> None:
        """Keep how somebody is on a day; what was said of it before gives way.

        Raises
        ------
        JournalError
            If it cannot be written.
        """
        row = self._row(told.day) | {"document": _CHECK_IN.dump_python(told, mode="json")}
        with self._database.writing() as connection:
            upsert(connection, check_ins, row)

    def amend(self, day: date, change: Callable[[CheckIn], CheckIn]) -> CheckIn:
        """Change what was said of a day by what is known of it at that moment; return it.

        Raises
        ------
        JournalError
            If it cannot be written.
        """
        mine = check_ins.c.person_id == self._person, check_ins.c.day == day
        asked = select(check_ins.c.document).where(*mine).with_for_update()
        with self._database.writing() as connection:
            before = connection.execute(asked).scalar()
            known = CheckIn(day) if before is None else _CHECK_IN.validate_python(before)
            told = change(known)
            row = self._row(day) | {"document": _CHECK_IN.dump_python(told, mode="json")}
            upsert(connection, check_ins, row)
        return told

    def check_ins(self, first: date, last: date) -> list[CheckIn]:
        """Return what was said on the days between two, both included, the oldest first.

        Raises
        ------
        JournalError
            If the journal cannot be read.
        """
        rows = self._between(check_ins, first, last)
        return [_CHECK_IN.validate_python(row.document) for row in rows]

    def screen(self, screening: Screening) -> None:
        """Keep answers to the questions of safety, beside those given before.

        Raises
        ------
        JournalError
            If they cannot be written.
        """
        mine = screenings.c.person_id == self._person
        with self._database.writing() as connection:
            number = connection.execute(select(func.max(screenings.c.number)).where(mine)).scalar()
            row = self._row(screening.day) | {
                "number": (number or 0) + 1,
                "document": screening.answers,
            }
            connection.execute(insert(screenings).values(row))

    def screenings(self) -> list[Screening]:
        """Return all answers to the questions of safety, the oldest first.

        Raises
        ------
        JournalError
            If the journal cannot be read.
        """
        asked = (
            select(screenings.c.day, screenings.c.document)
            .where(screenings.c.person_id == self._person)
            .order_by(screenings.c.number)
        )
        with self._database.reading() as connection:
            return [Screening(*row) for row in connection.execute(asked)]

    def show(self, day: date, document: dict[str, Any], rules: str) -> None:
        """Keep a plan as it is shown; the same again changes nothing.

        Raises
        ------
        JournalError
            If it cannot be written.
        """
        last = self._plans(day).order_by(plans.c.number.desc()).limit(1)
        with self._database.writing() as connection:
            before = connection.execute(last).one_or_none()
            if before is not None and (before.document, before.rules) == (document, rules):
                return
            row = {
                "person_id": self._person,
                "day": day,
                "number": 1 if before is None else before.number + 1,
                "rules": plain(rules),
                "shown_at": self._now(),
                "document": document,
            }
            connection.execute(insert(plans).values(row))

    def shown(self, day: date) -> list[Shown]:
        """Return the plans that were shown for a day, the last one last.

        Raises
        ------
        JournalError
            If the journal cannot be read.
        """
        with self._database.reading() as connection:
            rows = connection.execute(self._plans(day).order_by(plans.c.number)).all()
        return [Shown(row.day, row.document, row.rules, row.shown_at) for row in rows]

    def _plans(self, day: date) -> Any:
        """Return a question for the plans of a day."""
        return select(plans).where(plans.c.person_id == self._person, plans.c.day == day)

    def skip(self, day: date, reason: str = "") -> None:
        """Note that a day is left out on purpose.

        Raises
        ------
        JournalError
            If it cannot be written.
        """
        with self._database.writing() as connection:
            upsert(connection, skipped_days, self._row(day) | {"reason": plain(reason)})

    def take_up(self, day: date) -> None:
        """Note that a day is not left out after all.

        Raises
        ------
        JournalError
            If it cannot be written.
        """
        mine = skipped_days.c.person_id == self._person, skipped_days.c.day == day
        with self._database.writing() as connection:
            connection.execute(delete(skipped_days).where(*mine))

    def skipped(self, first: date, last: date) -> dict[date, str]:
        """Return the days between two that were left out, both included, with the reasons.

        Raises
        ------
        JournalError
            If the journal cannot be read.
        """
        return {row.day: row.reason for row in self._between(skipped_days, first, last)}

    def _row(self, day: date) -> dict[str, Any]:
        """Return what every row of a day begins with."""
        return {"person_id": self._person, "day": day, "kept_at": self._now()}

    def _between(self, table: Table, first: date, last: date) -> list[Any]:
        """Return the rows of the days between two, the oldest first."""
        mine = table.c.person_id == self._person, table.c.day.between(first, last)
        with self._database.reading() as connection:
            return list(connection.execute(select(table).where(*mine).order_by(table.c.day)))
