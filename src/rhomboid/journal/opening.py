"""Open a journal: make it, bring it up to date, or say clearly why that cannot be."""

from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import Connection, select

from rhomboid.errors import JournalError
from rhomboid.journal.database import PATIENCE_S, Database, address, insert_if_new
from rhomboid.journal.journal import Journal
from rhomboid.journal.migrate import HEAD, lock_tables, state_of, upgrade
from rhomboid.journal.old_shelf import take_over
from rhomboid.journal.people import LOCAL
from rhomboid.journal.place import Place
from rhomboid.journal.tables import people

_CHECKED_BYTES = 32_000_000
"""A larger file is looked through only when a backup is made: it would take too long. house"""


def open_journal(place: Place | Path, *, patience_s: float = PATIENCE_S) -> Journal:
    """Open the journal of a user; make it if there is none.

    Tables of an older version are brought up to date, after a copy of the file was made
    beside it. Sets of the folder that came before the journal are taken in, and so are
    sets that had to wait.

    Parameters
    ----------
    place
        Where it lies; a folder alone stands for a file in it.
    patience_s
        How long to wait for whoever else writes.

    Raises
    ------
    JournalError
        If it cannot be opened, is damaged, or was written by a newer version.
    """
    lies = place if isinstance(place, Place) else Place(place)
    database = Database(address(lies.folder, lies.url), patience_s)
    try:
        _make_folder(lies.folder)
        bring_up_to_date(database)
        journal = Journal(database, lies.folder)
        take_over(lies.folder, database, LOCAL)
        journal.deliver()
    except BaseException:  # handed to the caller
        database.close()
        raise
    return journal


def _make_folder(folder: Path) -> None:
    """Make the folder of a user, for nobody else to read."""
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    except OSError as error:
        raise JournalError(f"cannot make the folder {folder}: {error.strerror}") from error


def bring_up_to_date(database: Database) -> None:
    """Bring the tables of a database to what this version knows.

    Raises
    ------
    JournalError
        If they are newer, damaged, or belong to something else.
    """
    if database.file is not None:
        _prepare_file(database, database.file)
    with database.reading() as connection:
        if state_of(connection, database.name) == HEAD and _has_person(connection):
            return
    with database.changing() as connection:
        lock_tables(connection)
        state = state_of(connection, database.name)
        if state != HEAD:
            _copy_before(database, state)
            upgrade(connection)
        add_person(connection)


def _prepare_file(database: Database, file: Path) -> None:
    """Make the file, or look through it, and let it be written safely."""
    try:
        file.touch(mode=0o600)
        is_small = file.stat().st_size <= _CHECKED_BYTES
    except OSError as error:
        raise JournalError(f"cannot open {database.name}: {error.strerror}") from error
    with database.alone() as connection:
        connection.exec_driver_sql("PRAGMA journal_mode = WAL")
        if is_small:
            require_whole(connection, database.name)


def require_whole(connection: Connection, name: str) -> None:
    """Look through a file of SQLite.

    Raises
    ------
    JournalError
        If it is damaged.
    """
    said = connection.exec_driver_sql("PRAGMA quick_check(1)").scalar()
    if said != "ok":
        raise JournalError(
            f"{name} is damaged; it was left as it is "
            "(rhomboid restore FILE --replace brings a backup back)"
        )


def _copy_before(database: Database, state: str) -> None:
    """Copy a file of SQLite before its tables are changed."""
    if database.file is None or not state:
        return
    copy = database.file.with_name(f"{database.file.name}.before-{HEAD}")
    copy.unlink(missing_ok=True)
    with database.alone() as connection:
        connection.exec_driver_sql("VACUUM INTO ?", (str(copy),))


def _has_person(connection: Connection) -> bool:
    """Say whether there is somebody who trains."""
    asked = select(people.c.id).where(people.c.id == LOCAL)
    return connection.execute(asked).scalar() is not None


def add_person(connection: Connection) -> None:
    """Write the row of whoever trains where there are no accounts."""
    row = {"id": LOCAL, "name": "", "created_at": datetime.now(UTC)}
    insert_if_new(connection, people, row)
