"""Take in the folder in which sets lay before there was a journal.

Each set had a folder of its own, with ``set.json`` and, where a camera watched,
``joints.npz``. The folder is kept, under another name.
"""

import json
import logging
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter
from sqlalchemy import select

from rhomboid.journal.database import Database
from rhomboid.journal.entry import Entry
from rhomboid.journal.rows import is_id
from rhomboid.journal.tables import sets
from rhomboid.journal.writing import write_entry
from rhomboid.training.kept import KeptSet

FOLDER, IMPORTED = "sets", "sets.imported"
"""The folder, and what it is called afterwards."""

_FORMAT = 1
_KEPT = TypeAdapter(KeptSet)
_LOG = logging.getLogger(__name__)


def take_over(folder: Path, database: Database, person: str) -> int:
    """Write every set of the old folder that is not in the journal; return how many.

    It may be broken off at any point and begun anew. What cannot be read stays
    where it is, in the folder under its other name.

    Raises
    ------
    JournalError
        If the journal cannot be written.
    """
    old = folder / FOLDER
    if not old.is_dir():
        return 0
    taken = sum(_take(entry, database, person) for entry in _entries(old))
    _rename(old)
    return taken


def _entries(old: Path) -> Iterator[Entry]:
    """Read one set after the other."""
    for place in sorted(old.iterdir()):
        if not is_id(place.name):
            continue
        try:
            yield _read(place)
        except (OSError, ValueError, TypeError, KeyError, AttributeError):
            _LOG.warning("the set in %s cannot be read, and was left there", place.name)


def _read(place: Path) -> Entry:
    """Read a set from its folder."""
    facts: dict[str, Any] = json.loads((place / "set.json").read_text(encoding="utf-8"))
    if facts.pop("format") != _FORMAT:
        raise ValueError("another format")
    joints = place / "joints.npz"
    return Entry(
        kept=_KEPT.validate_python(facts),
        joints=joints.read_bytes() if joints.exists() else None,
        report=None,
        kept_at=datetime.fromtimestamp((place / "set.json").stat().st_mtime, UTC),
    )


def _take(entry: Entry, database: Database, person: str) -> bool:
    """Write a set unless it is there; say whether it was written."""
    asked = select(sets.c.id).where(sets.c.id == entry.kept.id)
    with database.writing() as connection:
        if connection.execute(asked).scalar() is not None:
            return False
        try:
            write_entry(connection, person, entry)
        except ValueError:
            _LOG.warning("the set in %s cannot be kept, and was left there", entry.kept.id)
            return False
        return True


def _rename(old: Path) -> None:
    """Give the folder its other name; somebody else may have done so just now."""
    new, number = old.with_name(IMPORTED), 1
    while new.exists():
        number += 1
        new = old.with_name(f"{IMPORTED}-{number}")
    try:
        old.rename(new)
    except OSError as error:
        _LOG.warning("%s keeps its name: %s", old, error.strerror)
