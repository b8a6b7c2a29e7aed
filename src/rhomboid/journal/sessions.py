"""Sets that belong together: begun, ended, or broken off."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Literal

from sqlalchemy import select

from rhomboid.journal.database import Database, upsert
from rhomboid.journal.rows import is_id, plain, require_id
from rhomboid.journal.tables import sessions

Status = Literal["open", "done", "stopped"]
"""Still under way; ended; broken off."""


@dataclass(frozen=True, slots=True)
class KeptSession:
    """A session as it is kept.

    Attributes
    ----------
    id
        A UUID.
    day
        The person's own calendar day.
    ended_at
        None while it is under way.
    note
        In the person's own words.
    """

    id: str
    day: date
    started_at: datetime
    ended_at: datetime | None = None
    status: Status = "open"
    note: str = ""


class Sessions:
    """The sessions of one person."""

    def __init__(self, database: Database, person: str) -> None:
        self._database = database
        self._person = person

    def keep(self, session: KeptSession) -> None:
        """Keep a session; one with the same id is replaced.

        Raises
        ------
        JournalError
            If it cannot be written.
        ValueError
            If the id is no UUID, or belongs to somebody else.
        """
        row = {
            "id": require_id(session.id),
            "person_id": self._person,
            "day": session.day,
            "started_at": session.started_at,
            "ended_at": session.ended_at,
            "status": session.status,
            "note": plain(session.note),
        }
        owner = select(sessions.c.person_id).where(sessions.c.id == session.id)
        with self._database.writing() as connection:
            if connection.execute(owner).scalar() not in (None, self._person):
                raise ValueError("the session of this id belongs to somebody else")
            upsert(connection, sessions, row)

    def read(self, id_: str) -> KeptSession | None:
        """Return a session; None if there is none.

        Raises
        ------
        JournalError
            If the journal cannot be read.
        """
        found = self._all(sessions.c.id == id_) if is_id(id_) else []
        return found[0] if found else None

    def between(self, first: date, last: date) -> list[KeptSession]:
        """Return the sessions of the days between two, both included, the oldest first.

        Raises
        ------
        JournalError
            If the journal cannot be read.
        """
        return self._all(sessions.c.day.between(first, last))

    def under_way(self) -> list[KeptSession]:
        """Return the sessions that were begun and not ended, the oldest first.

        Raises
        ------
        JournalError
            If the journal cannot be read.
        """
        return self._all(sessions.c.status == "open")

    def _all(self, condition: Any) -> list[KeptSession]:
        """Return the sessions of this person for which something holds."""
        columns = [column for column in sessions.c if column.name != "person_id"]
        asked = (
            select(*columns)
            .where(sessions.c.person_id == self._person, condition)
            .order_by(sessions.c.started_at, sessions.c.id)
        )
        with self._database.reading() as connection:
            return [KeptSession(*row) for row in connection.execute(asked)]
