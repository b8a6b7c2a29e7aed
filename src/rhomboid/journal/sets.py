"""The sets that were done: kept, read, changed, and found again."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, Select, delete, func, literal, select, tuple_, update

from rhomboid.errors import JournalBusyError, NoSuchSetError
from rhomboid.journal import rows
from rhomboid.journal.courier import Courier
from rhomboid.journal.database import Database
from rhomboid.journal.entry import Entry, track_of
from rhomboid.journal.spool import Spool
from rhomboid.journal.tables import Moment, sets, traces
from rhomboid.journal.writing import write_entry
from rhomboid.records import SetReport
from rhomboid.training.kept import KeptSet, Rating

if TYPE_CHECKING:
    from rhomboid.pose.track import PoseTrack

_SUMMED = {"person_id", "day", "week", "total", "kind", "good", "pause_s", "amplitude", "batch"}
_READ = [column for column in sets.c if column.name not in _SUMMED | {"kept_at"}]
"""What a set is made of; the rest serves sums."""

Now = Callable[[], datetime]
"""A clock."""


class Sets:
    """The sets of one person.

    A set that the database cannot take just now waits in a folder, and is
    found there meanwhile.
    """

    def __init__(
        self, database: Database, person: str, spool: Spool, courier: Courier, now: Now
    ) -> None:
        self._database = database
        self._person = person
        self._spool = spool
        self._courier = courier
        self._now = now

    def keep(
        self,
        kept: KeptSet,
        track: "PoseTrack | None",
        report: SetReport | None = None,
        *,
        batch: str = "",
    ) -> None:
        """Keep a set with its joints and its report, all of it or nothing.

        One with the same id is replaced. When this returns, the set is on a disk:
        the database's, or that of this machine until the database takes it.

        Raises
        ------
        JournalError
            If it can be written nowhere.
        ValueError
            If the id is no UUID, or the time makes no sense.
        """
        rows.to_row(kept, self._person)
        entry = Entry.of(kept, track, report, self._now(), batch)
        try:
            with self._database.writing() as connection:
                write_entry(connection, self._person, entry)
        except JournalBusyError:
            if not self._courier.take(entry):
                raise
        else:
            self._spool.drop(kept.id)

    def keep_all(self, entries: Iterable[Entry]) -> None:
        """Keep many sets, all of them or none.

        Raises
        ------
        JournalError, ValueError
            As :meth:`keep`.
        """
        with self._database.writing() as connection:
            for entry in entries:
                write_entry(connection, self._person, entry)

    def read(self, id_: str) -> KeptSet:
        """Return a set.

        Raises
        ------
        NoSuchSetError
            If there is none.
        JournalError
            If the journal cannot be read.
        """
        if not rows.is_id(id_):
            raise _none(id_)
        waiting = self._spool.find(id_)
        if waiting is not None:
            return waiting.kept
        with self._database.reading() as connection:
            return self._find(connection, id_)

    def track(self, id_: str) -> "PoseTrack | None":
        """Return the joints of a set; None where there was no camera.

        Raises
        ------
        NoSuchSetError
            If there is no such set.
        TrackError
            If they cannot be read.
        JournalError
            If the journal cannot be read.
        """
        waiting = self._spool.find(id_)
        return track_of(waiting.joints if waiting is not None else self._joints(id_), id_)

    def _joints(self, id_: str) -> bytes | None:
        """Return the bytes of the joints of a set."""
        self.read(id_)
        asked = select(traces.c.joints).where(traces.c.set_id == id_)
        with self._database.reading() as connection:
            joints: bytes | None = connection.execute(asked).scalar()
            return joints

    def rate(self, id_: str, rating: Rating) -> KeptSet:
        """Note what the person says of a set.

        Raises
        ------
        NoSuchSetError
            If there is no such set.
        JournalError
            If the journal cannot be written.
        """
        return self.change(id_, lambda kept: replace(kept, rating=rating))

    def correct(self, id_: str, by: int) -> KeptSet:
        """Add or take away one repetition.

        Raises
        ------
        NoSuchSetError, JournalError
            As :meth:`rate`.
        ValueError
            If it is not one.
        """
        if by not in (1, -1):
            raise ValueError(f"a correction is 1 or -1, got {by}")
        return self.change(id_, lambda kept: replace(kept, corrections=(*kept.corrections, by)))

    def change(self, id_: str, change: Callable[[KeptSet], KeptSet]) -> KeptSet:
        """Change what the person says of a set: rating, corrections, load and gear.

        Raises
        ------
        NoSuchSetError, JournalError
            As :meth:`rate`.
        """
        if not rows.is_id(id_):
            raise _none(id_)
        with self._spool.lock:
            waiting = self._spool.find(id_)
            if waiting is not None:
                kept = change(waiting.kept)
                self._spool.put(replace(waiting, kept=kept, kept_at=self._now()))
                return kept
        with self._database.writing() as connection:
            kept = change(self._find(connection, id_, locks=True))
            values = rows.rating_row(kept.rating) | rows.corrections_row(kept) | rows.load_row(kept)
            connection.execute(update(sets).where(sets.c.id == id_).values(values))
            return kept

    def _find(self, connection: Connection, id_: str, *, locks: bool = False) -> KeptSet:
        """Return a set of this person, for nobody else to change if it is locked."""
        asked = self._asked().where(sets.c.id == id_)
        row = connection.execute(asked.with_for_update() if locks else asked).one_or_none()
        if row is None:
            raise _none(id_)
        return rows.from_row(row)

    def remove(self, id_: str) -> None:
        """Forget a set and all that belongs to it; one that is not there is forgotten already.

        Raises
        ------
        JournalError
            If the journal cannot be written.
        ValueError
            If the id is no UUID.
        """
        mine = sets.c.id == rows.require_id(id_), sets.c.person_id == self._person
        with self._database.writing() as connection:
            connection.execute(delete(sets).where(*mine))
        self._spool.drop(id_)

    def remove_batch(self, batch: str) -> int:
        """Forget the sets of one import; return how many there were.

        Raises
        ------
        JournalError
            If the journal cannot be written.
        """
        mine = sets.c.batch == batch, sets.c.person_id == self._person
        with self._database.writing() as connection:
            return connection.execute(delete(sets).where(*mine)).rowcount

    def recent(
        self,
        limit: int = 100,
        *,
        skip: int = 0,
        before: KeptSet | None = None,
        exercise: str | None = None,
    ) -> list[KeptSet]:
        """Return the last sets, the newest first.

        Parameters
        ----------
        limit
            So many at most.
        skip
            Leave out so many of the newest.
        before
            Begin after this one, the last of the page before.
        exercise
            Only sets of this one.

        Raises
        ------
        JournalError
            If the journal cannot be read.
        """
        asked = self._asked().order_by(sets.c.started_at.desc(), sets.c.id.desc())
        if exercise is not None:
            asked = asked.where(sets.c.exercise == exercise)
        if before is not None:
            place = literal(before.started_at, Moment()), literal(before.id, sets.c.id.type)
            asked = asked.where(tuple_(sets.c.started_at, sets.c.id) < tuple_(*place))
        return self._all(asked.limit(limit).offset(skip))

    def between(self, first: date, last: date, *, exercise: str | None = None) -> list[KeptSet]:
        """Return the sets from one day to another, both included, the oldest first.

        Raises
        ------
        JournalError
            If the journal cannot be read.
        """
        asked = self._asked().where(sets.c.day.between(first, last))
        if exercise is not None:
            asked = asked.where(sets.c.exercise == exercise)
        return self._all(asked.order_by(sets.c.started_at, sets.c.id))

    def of_session(self, session: str) -> list[KeptSet]:
        """Return the sets of a session, the oldest first.

        Raises
        ------
        JournalError
            If the journal cannot be read.
        """
        asked = self._asked().where(sets.c.session_id == rows.require_id(session))
        return self._all(asked.order_by(sets.c.started_at, sets.c.id))

    def count(self) -> int:
        """Return how many sets there are.

        Raises
        ------
        JournalError
            If the journal cannot be read.
        """
        asked = select(func.count()).select_from(sets).where(sets.c.person_id == self._person)
        with self._database.reading() as connection:
            return connection.execute(asked).scalar_one()

    def _asked(self) -> Select[Any]:
        """Return a question for sets of this person."""
        return select(*_READ).where(sets.c.person_id == self._person)

    def _all(self, asked: Select[Any]) -> list[KeptSet]:
        """Return the sets that answer a question."""
        with self._database.reading() as connection:
            return [rows.from_row(row) for row in connection.execute(asked)]


def _none(id_: str) -> NoSuchSetError:
    """Return that there is no such set."""
    return NoSuchSetError(f"there is no set {id_!r}")
