"""The database of a journal: how it is reached, and what it says in plain words.

Knows nothing of sets. SQLite lies in the user's folder; PostgreSQL is reached by
its address. What is committed is on the disk before anybody is told.
"""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from pydantic_core import from_json
from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError, NoSuchModuleError
from sqlalchemy.schema import Table

from rhomboid.errors import JournalError
from rhomboid.journal.place import DATABASE_VARIABLE
from rhomboid.journal.trouble import in_plain_words

FILE = "journal.sqlite3"
"""Name of the file in the user's folder."""

PATIENCE_S = 10.0
"""How long to wait for whoever else writes. house"""

_CONNECT_S, _SILENT_S = 5, 10
"""How long a server may take to answer a call, and may be silent on a line. house"""


class Database:
    """A database that is there, or can be made.

    Parameters
    ----------
    url
        Of SQLite or PostgreSQL.
    patience_s
        How long to wait for whoever else writes.
    """

    def __init__(self, url: URL, patience_s: float = PATIENCE_S) -> None:
        self.url = url
        self.is_sqlite = url.get_backend_name() == "sqlite"
        self.engine = _sqlite(url, patience_s) if self.is_sqlite else _postgres(url, patience_s)
        self._writing = self.engine.execution_options(is_writing=True)
        alone = {"is_alone": True} if self.is_sqlite else {"isolation_level": "AUTOCOMMIT"}
        self._alone = self.engine.execution_options(**alone)

    @property
    def name(self) -> str:
        """Say which one it is; never with its password."""
        if self.is_sqlite:
            return f"the journal {self.url.database}"
        return f"the journal {self.url.database} at {self.url.host or 'this machine'}"

    @property
    def file(self) -> Path | None:
        """The file it lies in; None for a server."""
        return Path(str(self.url.database)) if self.is_sqlite else None

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Give a connection that sees one state, whatever is written meanwhile.

        Raises
        ------
        JournalError
            If the database cannot be read.
        """
        with in_plain_words(self.name), self.engine.connect() as connection:
            if not self.is_sqlite:
                connection.execution_options(
                    isolation_level="REPEATABLE READ", postgresql_readonly=True
                )
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """Give a connection whose writes all happen, or none of them.

        Raises
        ------
        JournalError
            If the database cannot be written.
        """
        with in_plain_words(self.name), self._writing.begin() as connection:
            yield connection

    @contextmanager
    def alone(self) -> Iterator[Connection]:
        """Give a connection outside any transaction, for tidying up.

        Raises
        ------
        JournalError
            If the database cannot be reached.
        """
        with in_plain_words(self.name), self._alone.connect() as connection:
            yield connection

    @contextmanager
    def changing(self) -> Iterator[Connection]:
        """Give a connection that may change tables; all of it happens, or nothing.

        In SQLite nobody else writes meanwhile, and what belongs to a row is not looked
        after: a table is changed there by making it anew.

        Raises
        ------
        JournalError
            If the database cannot be written.
        """
        if not self.is_sqlite:
            with self.writing() as connection:
                yield connection
            return
        with self.alone() as connection:
            connection.exec_driver_sql("PRAGMA foreign_keys = OFF")
            try:
                connection.exec_driver_sql("BEGIN IMMEDIATE")
                yield connection
                connection.commit()
            finally:
                connection.rollback()
                connection.exec_driver_sql("PRAGMA foreign_keys = ON")

    def close(self) -> None:
        """Let go of every connection."""
        self.engine.dispose()


def address(folder: Path, url: str = "") -> URL:
    """Return where the journal of a folder lies.

    Raises
    ------
    JournalError
        If the address is none of PostgreSQL's.
    """
    if not url:
        return URL.create("sqlite", database=str(folder / FILE))
    try:
        parsed = make_url(url)
    except ArgumentError as error:
        raise JournalError(f"{DATABASE_VARIABLE} is no address of a database") from error
    if parsed.drivername not in ("postgres", "postgresql", "postgresql+psycopg"):
        raise JournalError(f"{DATABASE_VARIABLE} must begin with postgresql://")
    return parsed.set(drivername="postgresql+psycopg")


def upsert(connection: Connection, table: Table, row: dict[str, Any]) -> None:
    """Write a row in the place of the one with the same key, if there is one."""
    insert = _insert(connection)
    key = table.primary_key
    rest = {name: value for name, value in row.items() if name not in key.columns}
    connection.execute(insert(table).values(row).on_conflict_do_update(key, set_=rest))


def insert_if_new(connection: Connection, table: Table, row: dict[str, Any]) -> bool:
    """Write a row unless one with the same key is there; say whether it was written."""
    insert = _insert(connection)
    done = connection.execute(insert(table).values(row).on_conflict_do_nothing())
    return done.rowcount > 0


def _insert(connection: Connection) -> Any:
    """Return the way to insert that says what to do with a key that is there."""
    # Read when needed: each of them brings much that the other one does not use.
    if connection.dialect.name == "sqlite":
        from sqlalchemy.dialects import sqlite

        return sqlite.insert
    from sqlalchemy.dialects import postgresql

    return postgresql.insert


def _sqlite(url: URL, patience_s: float) -> Engine:
    """Return SQLite, its transactions begun by us and its promises kept."""
    engine = create_engine(
        url,
        connect_args={"timeout": patience_s},
        max_overflow=-1,
        json_serializer=_json,
        json_deserializer=from_json,
    )

    @event.listens_for(engine, "connect")
    def prepare(raw: Any, _record: object) -> None:
        raw.isolation_level = None
        for pragma in ("foreign_keys = ON", "synchronous = FULL", "secure_delete = ON"):
            raw.execute(f"PRAGMA {pragma}")

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        options = connection.get_execution_options()
        if options.get("is_alone"):
            return
        # Who means to write says so at once: two who read first could both be refused.
        is_writing = options.get("is_writing", False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if is_writing else "BEGIN")

    return engine


def _postgres(url: URL, patience_s: float) -> Engine:
    """Return PostgreSQL; a line that went dead while nobody spoke is opened anew."""
    wait_ms = max(1, round(patience_s * 1000))
    arguments = {
        "connect_timeout": _CONNECT_S,
        "keepalives_idle": _SILENT_S,
        "keepalives_interval": _SILENT_S // 2,
        "keepalives_count": 3,
        "tcp_user_timeout": _SILENT_S * 1000,
        "application_name": "rhomboid",
        "options": f"-c timezone=UTC -c synchronous_commit=on -c lock_timeout={wait_ms}",
    }
    try:
        return create_engine(
            url,
            connect_args=arguments,
            pool_pre_ping=True,
            max_overflow=20,
            json_serializer=_json,
            json_deserializer=from_json,
        )
    except (ModuleNotFoundError, NoSuchModuleError) as error:
        raise JournalError(
            "PostgreSQL is spoken to through psycopg: pip install 'rhomboid[postgres]'"
        ) from error


def _json(value: Any) -> str:
    """Return JSON that every database takes: what is no number is refused."""
    return json.dumps(value, allow_nan=False)
