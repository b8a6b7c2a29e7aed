"""Erase what is known of a person, wherever it lies."""

import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import delete, func, select, text

from rhomboid.errors import JournalError
from rhomboid.journal.database import Database, address
from rhomboid.journal.journal import WAITING, Journal
from rhomboid.journal.old_shelf import FOLDER, IMPORTED
from rhomboid.journal.opening import add_person
from rhomboid.journal.place import CALENDAR, CALENDAR_SECRET
from rhomboid.journal.set_aside import PARTS, beside
from rhomboid.journal.tables import check_ins, metadata, people, plans, sessions, sets, traces

_INCOMING = "incoming"
"""Where videos lie while they are watched."""

_BESIDE = (FOLDER, WAITING, _INCOMING, CALENDAR, CALENDAR_SECRET)


@dataclass(frozen=True, slots=True)
class Erased:
    """What was erased.

    Attributes
    ----------
    sets, joints, sessions, days, plans
        How many there were; days are those on which something was said.
    folders
        What was removed beside the database.
    trouble
        What could not be done; empty if all was.
    """

    sets: int
    joints: int
    sessions: int
    days: int
    plans: int
    folders: tuple[str, ...]
    trouble: str = ""


def erase(journal: Journal) -> Erased:
    """Erase everything of the person of a journal, and tidy up so that it is gone.

    Raises
    ------
    JournalError
        If the journal cannot be written.
    """
    counts = _counts(journal)
    with journal.database.writing() as connection:
        connection.execute(delete(people).where(people.c.id == journal.person))
        add_person(connection)
    folders = erase_folders(journal.folder)
    trouble = ""
    try:
        _tidy(journal.database)
    except JournalError as error:
        trouble = f"all rows are gone, but their place on the disk was not cleared: {error}"
    return Erased(**counts, folders=folders, trouble=trouble)


def erase_file(folder: Path) -> Erased:
    """Erase a journal that cannot be opened, with everything beside it.

    Raises
    ------
    JournalError
        If it cannot be removed.
    """
    file = Path(str(address(folder).database))
    parts = (file.with_name(file.name + end) for end in PARTS)
    gone = [part for part in parts if part.exists()]
    for part in gone:
        _remove(part)
    names = (*(part.name for part in gone), *erase_folders(folder))
    return Erased(0, 0, 0, 0, 0, names)


def erase_folders(folder: Path) -> tuple[str, ...]:
    """Remove what lies beside a database: older folders, copies, calendars, and what waits.

    Returns
    -------
    tuple of str
        The names of what was removed.

    Raises
    ------
    JournalError
        If something cannot be removed.
    """
    there = [folder / name for name in _BESIDE if (folder / name).exists()]
    there += sorted(folder.glob(f"{IMPORTED}*"))
    there += beside(Path(str(address(folder).database)))
    for place in there:
        _remove(place)
    return tuple(place.name for place in there)


def _remove(place: Path) -> None:
    """Remove a file or a folder."""
    try:
        if place.is_dir() and not place.is_symlink():
            shutil.rmtree(place)
        else:
            place.unlink()
    except OSError as error:
        raise JournalError(f"cannot remove {place}: {error.strerror}") from error


def _counts(journal: Journal) -> dict[str, Any]:
    """Count what there is of the person."""
    mine = {
        name: select(func.count()).select_from(table).where(table.c.person_id == journal.person)
        for name, table in (
            ("sets", sets), ("sessions", sessions), ("days", check_ins), ("plans", plans),
        )
    }  # fmt: skip
    joints = select(func.count()).select_from(traces.join(sets))
    mine["joints"] = joints.where(sets.c.person_id == journal.person)
    with journal.database.reading() as connection:
        return {name: connection.execute(asked).scalar() for name, asked in mine.items()}


def _tidy(database: Database) -> None:
    """Let the database forget where the rows stood."""
    with database.alone() as connection:
        if database.is_sqlite:
            connection.exec_driver_sql("VACUUM")
            connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
            return
        for table in metadata.sorted_tables:
            connection.execute(text(f"VACUUM FULL {table.name}"))
