"""What a database says when something is wrong, in one plain sentence each."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy.exc import DBAPIError, SQLAlchemyError, StatementError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError

from rhomboid.errors import JournalBusyError, JournalError

_LOCKED = "{name} is in use by another program just now; try again in a moment"
_FULL = "{name} cannot be written: its disk is full; make room and try again"
_SILENT = "{name} is not answering; nothing is lost, try again when its server runs"
_CORRUPT = (
    "{name} is damaged, or is no journal; it was left as it is "
    "(rhomboid restore FILE --replace brings a backup back)"
)
_READ_ONLY = "{name} cannot be written: the file or its folder may only be read"
_NO_WAY = "{name} cannot be opened"
_BROKEN = "{name} cannot be read or written: its disk reports an error"
_REFUSED = "{name} lets nobody in by this name and password, or there is no such database"

_SQLITE = {
    sqlite3.SQLITE_BUSY: (JournalBusyError, _LOCKED),
    sqlite3.SQLITE_LOCKED: (JournalBusyError, _LOCKED),
    sqlite3.SQLITE_FULL: (JournalBusyError, _FULL),
    sqlite3.SQLITE_IOERR: (JournalBusyError, _BROKEN),
    sqlite3.SQLITE_CORRUPT: (JournalError, _CORRUPT),
    sqlite3.SQLITE_NOTADB: (JournalError, _CORRUPT),
    sqlite3.SQLITE_READONLY: (JournalError, _READ_ONLY),
    sqlite3.SQLITE_PERM: (JournalError, _READ_ONLY),
    sqlite3.SQLITE_CANTOPEN: (JournalError, _NO_WAY),
}
"""By the first byte of SQLite's code."""

_POSTGRES = {
    "08": (JournalBusyError, _SILENT),
    "57": (JournalBusyError, _SILENT),
    "40": (JournalBusyError, _LOCKED),
    "23505": (JournalBusyError, _LOCKED),
    "55P03": (JournalBusyError, _LOCKED),
    "53100": (JournalBusyError, _FULL),
    "53": (JournalBusyError, _SILENT),
    "58": (JournalBusyError, _BROKEN),
    "25006": (JournalError, _READ_ONLY),
    "42501": (JournalError, _READ_ONLY),
    "28": (JournalError, _REFUSED),
    "3D": (JournalError, _REFUSED),
    "XX": (JournalError, _CORRUPT),
}
"""By PostgreSQL's code, or the first two letters of it."""


@contextmanager
def in_plain_words(name: str) -> Iterator[None]:
    """Turn what a database says into an error of ours.

    Parameters
    ----------
    name
        Of the database, for the sentence.

    Raises
    ------
    JournalBusyError
        If it may work later.
    JournalError
        If it will not.
    ValueError, TypeError
        If a value cannot be kept at all.
    """
    try:
        yield
    except PoolTimeoutError as error:
        raise JournalBusyError(_LOCKED.format(name=name)) from error
    except DBAPIError as error:
        kind, sentence = _meaning(error.orig)
        raise kind(sentence.format(name=name)) from error
    except sqlite3.Error as error:
        kind, sentence = _of_sqlite(error)
        raise kind(sentence.format(name=name)) from error
    except StatementError as error:
        if isinstance(error.orig, ValueError | TypeError):
            raise error.orig from error
        raise JournalError(f"{name}: {_first_line(error)}") from error
    except SQLAlchemyError as error:
        raise JournalError(f"{name}: {_first_line(error)}") from error


def _meaning(cause: Any) -> tuple[type[JournalError], str]:
    """Return what an error of a driver comes to."""
    if isinstance(cause, sqlite3.Error):
        return _of_sqlite(cause)
    code = getattr(cause, "sqlstate", None)
    if code is None:
        return _without_code(cause)
    told = _POSTGRES.get(code) or _POSTGRES.get(code[:2])
    return told or (JournalError, "{name}: " + _escaped(cause))


def _of_sqlite(cause: sqlite3.Error) -> tuple[type[JournalError], str]:
    """Return what an error of SQLite comes to."""
    code = getattr(cause, "sqlite_errorcode", 0) & 0xFF
    return _SQLITE.get(code, (JournalError, "{name}: " + _escaped(cause)))


def _without_code(cause: Any) -> tuple[type[JournalError], str]:
    """Return what is meant where no connection came about: no code is given then."""
    said = str(cause)
    if any(words in said for words in ("authentication failed", "does not exist")):
        return JournalError, _REFUSED
    return JournalBusyError, _SILENT


def _first_line(error: object) -> str:
    """Return the first line of an error."""
    return (str(error) or type(error).__name__).splitlines()[0]


def _escaped(error: object) -> str:
    """Return the first line of an error, as part of a format."""
    return _first_line(error).replace("{", "{{").replace("}", "}}")
