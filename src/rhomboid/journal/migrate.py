"""Bring a database to the tables that this version knows.

All steps happen in one transaction, and only one process at a time takes them. A
database that a newer version wrote is left as it is.
"""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, inspect, text

from rhomboid.errors import JournalError
from rhomboid.journal.tables import metadata

if TYPE_CHECKING:
    from alembic.config import Config
    from alembic.script import ScriptDirectory

KNOWN = ("0001", "0002")
"""Every state of the tables that was ever released, the oldest first."""

HEAD = KNOWN[-1]
"""The state that this version reads and writes."""

SAME_ROWS = KNOWN
"""States whose rows have today's columns, so that a backup from there can be read as it is."""

_KEY = 0x72686F6D
"""Of PostgreSQL's lock: whoever holds it may change tables."""


def state_of(connection: Connection, name: str) -> str:
    """Return the state of a database; empty for one without any table.

    Parameters
    ----------
    name
        Of the database, for errors.

    Raises
    ------
    JournalError
        If it is newer than this version, or belongs to something else.
    """
    tables = inspect(connection).get_table_names()
    if not tables:
        return ""
    if "alembic_version" not in tables:
        raise JournalError(f"{name} holds tables of something else, and was left as it is")
    state = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    if state is None:
        return ""
    if state not in KNOWN:
        raise JournalError(
            f"{name} was written by a newer rhomboid (its tables are of version {state}, this "
            f"one knows them up to {HEAD}); it was left as it is: install the newer rhomboid"
        )
    return str(state)


def lock_tables(connection: Connection) -> None:
    """Keep every other process from changing tables until this transaction ends."""
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _KEY})


def upgrade(connection: Connection, to: str = HEAD) -> None:
    """Take the steps that are missing, inside the transaction of a connection."""
    from alembic.runtime.environment import EnvironmentContext

    config = _config()
    script = steps()

    def missing(state: Any, _context: Any) -> Any:
        return script._upgrade_revs(to, state)

    with EnvironmentContext(config, script, fn=missing, destination_rev=to) as alembic:
        alembic.configure(connection=connection, target_metadata=metadata)
        alembic.run_migrations()


def steps() -> "ScriptDirectory":
    """Return all steps there are."""
    from alembic.script import ScriptDirectory

    return ScriptDirectory.from_config(_config())


def _config() -> "Config":
    """Return what Alembic needs to know; there is no file of its own."""
    from alembic.config import Config

    config = Config()
    folder = str(Path(__file__).parent / "migrations")
    config.set_main_option("script_location", folder.replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    return config
