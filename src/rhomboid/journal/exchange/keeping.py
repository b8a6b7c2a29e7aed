"""Keep what was read, all of it or nothing; say what is there already; take a batch back."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import islice
from typing import Any

from sqlalchemy import Connection, Table, delete, func, select
from sqlalchemy.dialects import postgresql, sqlite

from rhomboid.errors import ExchangeError
from rhomboid.journal.exchange.reading import Reading
from rhomboid.journal.journal import Journal
from rhomboid.journal.rows import Row, plain, to_row
from rhomboid.journal.sessions import KeptSession
from rhomboid.journal.tables import sessions, sets

_AT_ONCE = 500
"""Rows of one statement; SQLite takes 32 766 values in one."""


@dataclass(frozen=True, slots=True)
class Preview:
    """What an import would do.

    Attributes
    ----------
    reading
        What the file comes to.
    new
        How many sets would be kept.
    there
        How many are kept already, or stand twice in the file.
    """

    reading: Reading
    new: int
    there: int


@dataclass(frozen=True, slots=True)
class Batch:
    """An import that was done.

    Attributes
    ----------
    id
        By which it can be taken back.
    sets
        How many of its sets are still there.
    kept_at
        When it was done.
    first, last
        Days of its sets.
    """

    id: str
    sets: int
    kept_at: datetime
    first: date
    last: date


def look(journal: Journal, reading: Reading) -> Preview:
    """Return what keeping a reading would do; nothing is written.

    Raises
    ------
    JournalError
        If the journal cannot be read.
    """
    ids = {kept.id for kept in reading.sets}
    with journal.database.reading() as connection:
        there = sum(len(_there(connection, part)) for part in _parts(sorted(ids)))
    return Preview(reading, len(ids) - there, len(reading.sets) - len(ids) + there)


def keep(journal: Journal, reading: Reading, now: datetime) -> int:
    """Keep every set that is not there already; return how many those were.

    A set that is there stays as it is, with whatever was corrected or said of it since.

    Raises
    ------
    ExchangeError
        If the file has weights whose unit nobody said, or a session of somebody else.
    JournalError
        If the journal cannot be written; then nothing of it is.
    """
    if reading.asks_unit:
        raise ExchangeError("the file does not say whether its weights are kg or lb")
    batch = {"kept_at": now, "batch": reading.batch}
    own = {kept.id: kept for kept in reversed(reading.sets)}
    needed = {kept.session for kept in own.values()}
    opened = [_session_row(one, journal.person) for one in reading.sessions if one.id in needed]
    opened += _unnamed(own.values(), {one.id for one in reading.sessions}, journal.person)
    with journal.database.writing() as connection:
        for rows in _parts(opened):
            _insert(connection, sessions, rows)
            _require_own(connection, [row["id"] for row in rows], journal.person)
        return sum(
            _keep(connection, [to_row(own[id_], journal.person) | batch for id_ in part])
            for part in _parts(list(own))
        )


def undo(journal: Journal, batch: str) -> int:
    """Take back an import: its sets, and the sessions that are empty without them.

    Returns
    -------
    int
        How many sets there were.

    Raises
    ------
    ExchangeError
        If there is no such batch.
    JournalError
        If the journal cannot be written.
    """
    mine = sets.c.batch == batch, sets.c.person_id == journal.person
    with journal.database.writing() as connection:
        asked = select(sets.c.session_id).where(*mine, sets.c.session_id.is_not(None)).distinct()
        opened = list(connection.execute(asked).scalars())
        count = connection.execute(delete(sets).where(*mine)).rowcount
        for part in _parts(opened):
            used = select(sets.c.session_id).where(sets.c.session_id.in_(part))
            empty = sessions.c.id.in_(part), sessions.c.id.not_in(used)
            connection.execute(delete(sessions).where(*empty))
    if count == 0:
        raise ExchangeError(f"there is no import {batch!r}; rhomboid import --list names them")
    return count


def batches(journal: Journal) -> list[Batch]:
    """Return every import that can be taken back, the newest first.

    Raises
    ------
    JournalError
        If the journal cannot be read.
    """
    kept_at = func.max(sets.c.kept_at, type_=sets.c.kept_at.type)
    asked = (
        select(sets.c.batch, func.count(), kept_at, func.min(sets.c.day), func.max(sets.c.day))
        .where(sets.c.person_id == journal.person, sets.c.batch.is_not(None))
        .group_by(sets.c.batch)
        .order_by(kept_at.desc(), sets.c.batch)
    )
    with journal.database.reading() as connection:
        return [Batch(*row) for row in connection.execute(asked)]


def _keep(connection: Connection, rows: Sequence[Row]) -> int:
    """Write the sets that are not there; return how many those were."""
    there = _there(connection, [row["id"] for row in rows])
    new = [row for row in rows if row["id"] not in there]
    _insert(connection, sets, new)
    return len(new)


def _there(connection: Connection, ids: Sequence[str]) -> set[str]:
    """Return which of some ids are kept already, whosever they are."""
    return set(connection.execute(select(sets.c.id).where(sets.c.id.in_(ids))).scalars())


def _insert(connection: Connection, table: Table, rows: Sequence[Row]) -> None:
    """Write rows; one whose key is there stays as it is."""
    if rows:
        insert = sqlite.insert if connection.dialect.name == "sqlite" else postgresql.insert
        connection.execute(insert(table).on_conflict_do_nothing(), list(rows))


def _require_own(connection: Connection, ids: Sequence[str], person: str) -> None:
    """Refuse sets of sessions that belong to somebody else."""
    asked = select(sessions.c.id).where(sessions.c.id.in_(ids), sessions.c.person_id != person)
    if connection.execute(asked.limit(1)).scalar() is not None:
        raise ExchangeError("a session of the file belongs to somebody else")


def _session_row(session: KeptSession, person: str) -> Row:
    """Return the row of a session."""
    return {
        "id": session.id,
        "person_id": person,
        "day": session.day,
        "started_at": session.started_at,
        "ended_at": session.ended_at,
        "status": session.status,
        "note": plain(session.note),
    }


def _unnamed(kept: Iterable[Any], named: set[str], person: str) -> list[Row]:
    """Return rows of sessions that sets name and that are told nowhere."""
    first: dict[str, Any] = {}
    for one in kept:
        if one.session and one.session not in named:
            before = first.setdefault(one.session, one)
            first[one.session] = min(before, one, key=lambda each: each.started_at)
    return [
        _session_row(
            KeptSession(id_, one.started_at.date(), one.started_at, status="done"), person
        )
        for id_, one in first.items()
    ]  # fmt: skip


def _parts(values: Iterable[Any]) -> Iterator[list[Any]]:
    """Divide values into parts that fit into one statement."""
    left = iter(values)
    while part := list(islice(left, _AT_ONCE)):
        yield part
