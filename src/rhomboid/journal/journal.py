"""The journal of one person: what was done, meant, judged and said."""

from datetime import UTC, datetime
from pathlib import Path

from rhomboid.journal.courier import Courier
from rhomboid.journal.database import Database
from rhomboid.journal.days import Days
from rhomboid.journal.people import LOCAL, Profile
from rhomboid.journal.reports import Reports
from rhomboid.journal.sessions import Sessions
from rhomboid.journal.sets import Now, Sets
from rhomboid.journal.spans import Spans
from rhomboid.journal.spool import Spool
from rhomboid.journal.sums import Sums
from rhomboid.journal.trends import Trends

WAITING = "waiting"
"""The folder of sets that wait for the database."""


def _now() -> datetime:
    """Return what time it is."""
    return datetime.now(UTC)


class Journal:
    """A journal that is open; see :func:`rhomboid.journal.opening.open_journal`.

    Attributes
    ----------
    sets, reports, sums, trends, spans
        What was done, how it was judged, and what it comes to.
    profile, days, sessions
        What the person told of themselves, their days, and sets that belong together.
    folder
        Of this machine, where sets wait if the database does not answer.
    """

    def __init__(
        self, database: Database, folder: Path, person: str = LOCAL, now: Now = _now
    ) -> None:
        self.database = database
        self.folder = folder
        self.person = person
        self.spool = Spool(folder / WAITING / person)
        self._courier = Courier(database, person, self.spool)
        self.sets = Sets(database, person, self.spool, self._courier, now)
        self.reports = Reports(database, person, now)
        self.sums = Sums(database, person)
        self.trends = Trends(database, person)
        self.spans = Spans(database, person)
        self.profile = Profile(database, person, now)
        self.days = Days(database, person, now)
        self.sessions = Sessions(database, person)

    def deliver(self) -> int:
        """Write the sets that wait; return how many still do.

        Those are written later, as soon as the database answers.
        """
        waiting = self._courier.deliver()
        if waiting:
            self._courier.set_out()
        return waiting

    def close(self) -> None:
        """Let go of the database."""
        self._courier.close()
        self.database.close()
