"""Give a file of SQLite, and what belongs to it, another name."""

from pathlib import Path

from rhomboid.errors import JournalError

ASIDE = "set-aside"
"""What a file is called then, after its own name."""

PARTS = ("-wal", "-shm", "-journal", "")
"""What SQLite puts beside a file, and the file."""


def set_aside(file: Path) -> None:
    """Give a file another name, so that nothing of it is lost.

    Raises
    ------
    JournalError
        If it cannot be moved.
    """
    number = 1
    while _named(file, number).exists():
        number += 1
    try:
        for part in PARTS:
            old = file.with_name(file.name + part)
            if old.exists():
                old.rename(_named(file, number).with_name(_named(file, number).name + part))
    except OSError as error:
        raise JournalError(f"cannot set {file} aside: {error.strerror}") from error


def _named(file: Path, number: int) -> Path:
    """Return what a file is called when it is set aside."""
    return file.with_name(f"{file.name}.{ASIDE}-{number}")


def beside(file: Path) -> list[Path]:
    """Return the copies of a file that lie beside it, and what belongs to them."""
    return sorted(file.parent.glob(f"{file.name}.*"))
