"""Where a user's data lie."""

import os
from dataclasses import dataclass
from pathlib import Path

FOLDER_VARIABLE = "RHOMBOID_HOME"
"""Of the environment: the folder to use instead of the system's own."""

DATABASE_VARIABLE = "RHOMBOID_DATABASE_URL"
"""Of the environment: the address of a PostgreSQL database to use instead of a file."""

CALENDAR = "calendar.json"
"""The file of what calendars were told last."""

CALENDAR_SECRET = "calendar.secret"  # noqa: S105  the name of a file
"""The file of what nobody can guess of the calendar's address."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where the journal of a user lies.

    Attributes
    ----------
    folder
        On this machine.
    url
        Of a database; empty for a file in the folder.
    """

    folder: Path
    url: str = ""


def place(folder: Path | None = None) -> Place:
    """Return where this user's journal lies.

    Parameters
    ----------
    folder
        The one that was named; None for RHOMBOID_HOME, or where the system keeps such things.
    """
    return Place(folder or data_folder(), os.environ.get(DATABASE_VARIABLE, ""))


def data_folder() -> Path:
    """Return where this user's data lie: RHOMBOID_HOME, or where the system keeps such things."""
    given = os.environ.get(FOLDER_VARIABLE)
    if given:
        return Path(given)
    import platformdirs

    return Path(platformdirs.user_data_dir("rhomboid", appauthor=False))
