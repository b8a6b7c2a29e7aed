"""Bring a backup back: all of it, or nothing."""

import hashlib
import json
import lzma
import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Table, delete, insert, select

from rhomboid.errors import BackupError, JournalBusyError, JournalError
from rhomboid.journal.backup import FORMAT, MANIFEST, VERSION, Backup
from rhomboid.journal.database import PATIENCE_S, Database, address
from rhomboid.journal.migrate import SAME_ROWS
from rhomboid.journal.opening import add_person, bring_up_to_date, open_journal
from rhomboid.journal.place import Place
from rhomboid.journal.portable import read_row
from rhomboid.journal.rows import Row
from rhomboid.journal.set_aside import set_aside
from rhomboid.journal.tables import metadata, people, traces

_AT_ONCE = 200
_DAMAGED = (
    zipfile.BadZipFile, zlib.error, KeyError, TypeError, ValueError, AttributeError, EOFError,
    RuntimeError, struct.error, lzma.LZMAError,
)  # fmt: skip
"""What reading a file raises that is damaged, or no backup."""


def restore(path: Path, place: Place, *, replaces: bool = False) -> Backup:
    """Bring a backup back.

    Everything in it is checked before anything is written. A damaged file of SQLite
    is set aside when it is replaced.

    Parameters
    ----------
    path
        What :func:`rhomboid.journal.backup.write_backup` wrote, from any database.
    place
        Where the journal lies.
    replaces
        Whether what the journal holds may give way.

    Raises
    ------
    BackupError
        If the file is damaged or no backup, or the journal holds something.
    JournalError
        If the journal cannot be written.
    """
    with _opened(path) as archive:
        manifest = _checked(archive)
        try:
            journal = open_journal(place)
        except JournalBusyError:
            raise
        except JournalError:
            if not replaces or place.url:
                raise
            _restore_anew(archive, place)
        else:
            try:
                _restore_into(archive, journal.database, replaces=replaces)
            finally:
                journal.close()
    return Backup(path, {name: told["rows"] for name, told in manifest["tables"].items()})


@contextmanager
def _opened(path: Path) -> Iterator[zipfile.ZipFile]:
    """Give the parts of a backup; say it clearly if it is none."""
    try:
        with zipfile.ZipFile(path) as archive:
            yield archive
    except OSError as error:
        raise BackupError(f"cannot read {path}: {error.strerror or error}") from error
    except _DAMAGED as error:
        raise BackupError(f"{path} is damaged, or is no backup; nothing was changed") from error


def _checked(archive: zipfile.ZipFile) -> Row:
    """Look through a backup before anything is written; return what it says of itself."""
    manifest: Row = json.loads(archive.read(MANIFEST))
    if manifest["format"] != FORMAT:
        raise ValueError("no backup")
    if manifest["version"] != VERSION or manifest["schema"] not in SAME_ROWS:
        raise BackupError(
            f"this backup was written by rhomboid {manifest['rhomboid']}, and this version "
            "cannot read it; nothing was changed"
        )
    for table in metadata.sorted_tables:
        told = manifest["tables"][table.name]
        count = _require_table(archive, table, told["sha256"])
        if count != told["rows"]:
            raise ValueError(f"{table.name} has {count} rows")
    return manifest


def _require_table(archive: zipfile.ZipFile, table: Table, digest: str) -> int:
    """Look through a table and the joints that belong to it; return its rows."""
    seen, count = hashlib.sha256(), 0
    with archive.open(f"tables/{table.name}.jsonl") as file:
        for line in file:
            seen.update(line)
            count += 1
            row = read_row(table, json.loads(line))
            if table is traces:
                _joints(archive, row)
    if seen.hexdigest() != digest:
        raise ValueError(f"{table.name} is not what it was")
    return count


def _joints(archive: zipfile.ZipFile, row: Row) -> bytes:
    """Return the joints of a set."""
    joints = archive.read(f"traces/{row['set_id']}.npz")
    if hashlib.sha256(joints).hexdigest() != row["sha256"]:
        raise ValueError(f"the joints of {row['set_id']} are not what they were")
    return joints


def _restore_into(archive: zipfile.ZipFile, database: Database, *, replaces: bool) -> None:
    """Write a backup into a journal, in one transaction."""
    with database.writing() as connection:
        if not replaces and not _is_empty(connection):
            raise BackupError(
                f"{database.name} holds something already; with --replace it gives way"
            )
        connection.execute(delete(people))
        for table in metadata.sorted_tables:
            for rows in _rows(archive, table):
                connection.execute(insert(table), rows)
        add_person(connection)


def _restore_anew(archive: zipfile.ZipFile, place: Place) -> None:
    """Write a backup into a new file, and set the one that is of no use aside."""
    url = address(place.folder)
    old = Path(str(url.database))
    new = old.with_name(f"{old.name}.new")
    new.unlink(missing_ok=True)
    database = Database(url.set(database=str(new)), PATIENCE_S)
    try:
        bring_up_to_date(database)
        _restore_into(archive, database, replaces=True)
    finally:
        database.close()
    set_aside(old)
    new.replace(old)


def _is_empty(connection: Connection) -> bool:
    """Say whether a journal holds nothing but the name of a person."""
    tables = [table for table in metadata.sorted_tables if table is not people]
    asked = (select(*table.primary_key).limit(1) for table in tables)
    return all(connection.execute(one).first() is None for one in asked)


def _rows(archive: zipfile.ZipFile, table: Table) -> Iterator[list[Row]]:
    """Give the rows of a table, so many at once."""
    rows: list[Row] = []
    with archive.open(f"tables/{table.name}.jsonl") as file:
        for line in file:
            rows.append(_row(archive, table, json.loads(line)))
            if len(rows) == (10 if table is traces else _AT_ONCE):
                yield rows
                rows = []
    if rows:
        yield rows


def _row(archive: zipfile.ZipFile, table: Table, told: Any) -> Row:
    """Return a row as the database takes it."""
    row = read_row(table, told)
    return row | {"joints": _joints(archive, row)} if table is traces else row
