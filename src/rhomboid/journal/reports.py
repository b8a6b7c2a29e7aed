"""Every judgement of a set, and by which versions it was made."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from rhomboid.errors import NoSuchSetError
from rhomboid.journal.database import Database
from rhomboid.journal.entry import inflated
from rhomboid.journal.moved import Moved, compare
from rhomboid.journal.rows import is_id
from rhomboid.journal.sets import Now
from rhomboid.journal.tables import reports, sets, traces
from rhomboid.journal.writing import write_report
from rhomboid.records import SetReport, Versions
from rhomboid.records_json import Document, to_dict


@dataclass(frozen=True, slots=True, eq=False)
class Judgement:
    """A report as it was made once.

    Attributes
    ----------
    document
        The report as plain values, as docs/report-schema.json describes them.
    made_at
        When.
    """

    document: Document
    made_at: datetime

    @property
    def versions(self) -> Versions:
        """What made it."""
        return Versions(**self.document["versions"])


class Reports:
    """The judgements of the sets of one person."""

    def __init__(self, database: Database, person: str, now: Now) -> None:
        self._database = database
        self._person = person
        self._now = now

    def add(self, id_: str, report: SetReport) -> Moved | None:
        """Put a new judgement beside the old ones; say what moved since the last.

        Returns
        -------
        Moved or None
            None if this is the first.

        Raises
        ------
        NoSuchSetError
            If there is no such set.
        JournalError
            If the journal cannot be written.
        """
        document = to_dict(report)
        before = self.last(id_)
        with self._database.writing() as connection:
            mine = select(sets.c.id).where(sets.c.id == id_, sets.c.person_id == self._person)
            if not is_id(id_) or connection.execute(mine).scalar() is None:
                raise NoSuchSetError(f"there is no set {id_!r}")
            write_report(connection, id_, document, self._now())
        return None if before is None else compare(before.document, document)

    def last(self, id_: str) -> Judgement | None:
        """Return the judgement of a set that holds; None if nobody judged it.

        Raises
        ------
        JournalError
            If the journal cannot be read.
        """
        found = self.all(id_)
        return found[-1] if found else None

    def all(self, id_: str) -> list[Judgement]:
        """Return every judgement of a set, the oldest first.

        Raises
        ------
        JournalError
            If the journal cannot be read.
        """
        if not is_id(id_):
            return []
        asked = (
            select(reports.c.document, reports.c.made_at)
            .join(sets, sets.c.id == reports.c.set_id)
            .where(reports.c.set_id == id_, sets.c.person_id == self._person)
            .order_by(reports.c.number)
        )
        with self._database.reading() as connection:
            rows = connection.execute(asked).all()
        return [Judgement(inflated(row.document), row.made_at) for row in rows]

    def outdated(self, rhomboid: str, rules: Collection[str], limit: int = 1000) -> list[str]:
        """Return the ids of sets with joints that today's rules did not judge, the newest first.

        Parameters
        ----------
        rhomboid
            The version of today.
        rules
            Their versions, one for each exercise.
        limit
            So many at most.

        Raises
        ------
        JournalError
            If the journal cannot be read.
        """
        done = select(reports.c.set_id).where(
            reports.c.rhomboid == rhomboid, reports.c.rules.in_(rules)
        )
        asked = (
            select(sets.c.id)
            .join(traces, traces.c.set_id == sets.c.id)
            .where(sets.c.person_id == self._person, sets.c.id.not_in(done))
            .order_by(sets.c.started_at.desc())
            .limit(limit)
        )
        with self._database.reading() as connection:
            return list(connection.execute(asked).scalars())
