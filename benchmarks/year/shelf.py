"""Where the people of the year keep their journals: a file each, or one database for all."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path

from benchmarks.year.life import person_id
from rhomboid.journal.database import insert_if_new
from rhomboid.journal.journal import Journal
from rhomboid.journal.opening import open_journal
from rhomboid.journal.place import Place
from rhomboid.journal.tables import people


@contextmanager
def journal_of(name: str, folder: Path, url: str = "") -> Iterator[Journal]:
    """Open the journal of somebody; in a database each is a person of their own.

    Parameters
    ----------
    name
        Theirs; the same name is the same person.
    folder
        Of this machine.
    url
        Of a PostgreSQL database; empty for a file in the folder.
    """
    with closing(open_journal(Place(folder, url))) as opened:
        row = {"id": person_id(name), "name": "", "created_at": datetime.now(UTC)}
        with opened.database.writing() as connection:
            insert_if_new(connection, people, row)
        yield Journal(opened.database, folder, person_id(name))
