"""Everything a journal holds in one file, the same from every database.

A zip: ``manifest.json`` says what is inside and the sha256 of each table,
``tables/NAME.jsonl`` holds a table, a row a line, and ``traces/ID.npz`` the joints
of a set, whose sha256 stands in the table of traces (docs/journal.md).
"""

import hashlib
import json
import os
import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Table

from rhomboid.errors import OutputError
from rhomboid.journal.journal import Journal
from rhomboid.journal.migrate import HEAD
from rhomboid.journal.opening import require_whole
from rhomboid.journal.portable import joints_of, rows_of
from rhomboid.journal.set_aside import PARTS
from rhomboid.journal.tables import metadata
from rhomboid.version import __version__
from rhomboid.whole_file import whole_file

FORMAT, VERSION = "rhomboid-backup", 1
"""What a backup calls itself, and the version of its shape."""

MANIFEST = "manifest.json"
"""The part that says what the others are."""


@dataclass(frozen=True, slots=True)
class Backup:
    """What a backup holds: rows by table."""

    file: Path
    rows: dict[str, int]


def write_backup(journal: Journal, path: Path) -> Backup:
    """Write everything a journal holds, as it is at one moment, into one file.

    Sets may be kept meanwhile. The file appears when it is whole; one that was
    there before stays until then.

    Raises
    ------
    JournalError
        If the journal cannot be read.
    OutputError
        If the file cannot be written.
    """
    _refuse_own_files(journal, path)
    if journal.database.is_sqlite:
        with journal.database.alone() as connection:
            require_whole(connection, journal.database.name)
    with whole_file(path) as part:
        with journal.database.reading() as connection, zipfile.ZipFile(part, "x") as archive:
            rows = _write(connection, archive)
        _sync(part)
    return Backup(path, rows)


def _refuse_own_files(journal: Journal, path: Path) -> None:
    """Stop before a backup is written over the journal itself."""
    file, target = journal.database.file, path.resolve()
    own = [] if file is None else [file.resolve().with_name(file.name + end) for end in PARTS]
    if target in own:
        raise OutputError(f"cannot write {path}: it belongs to the journal itself")


def _write(connection: Connection, archive: zipfile.ZipFile) -> dict[str, int]:
    """Write every table, the joints, and what they are; return the rows of each table."""
    tables = {table.name: _write_table(connection, archive, table) for table in _tables()}
    for id_, joints in joints_of(connection):
        archive.writestr(f"traces/{id_}.npz", joints, zipfile.ZIP_STORED)
    manifest = {
        "format": FORMAT,
        "version": VERSION,
        "schema": HEAD,
        "rhomboid": __version__,
        "tables": tables,
    }
    archive.writestr(MANIFEST, json.dumps(manifest, indent=1), zipfile.ZIP_DEFLATED)
    return {name: told["rows"] for name, told in tables.items()}


def _tables() -> list[Table]:
    """Return every table, each after those its rows belong to."""
    return list(metadata.sorted_tables)


def _write_table(connection: Connection, archive: zipfile.ZipFile, table: Table) -> dict[str, Any]:
    """Write a table; return how many rows it has, and its sha256."""
    digest, count = hashlib.sha256(), 0
    entry = zipfile.ZipInfo(f"tables/{table.name}.jsonl")
    entry.compress_type = zipfile.ZIP_DEFLATED
    with archive.open(entry, "w", force_zip64=True) as file:
        for row in rows_of(connection, table):
            line = json.dumps(row, allow_nan=False).encode() + b"\n"
            digest.update(line)
            file.write(line)
            count += 1
    return {"rows": count, "sha256": digest.hexdigest()}


def _sync(path: Path) -> None:
    """See that the disk has a file."""
    with path.open("rb") as file:
        os.fsync(file.fileno())
