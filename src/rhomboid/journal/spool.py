"""Sets that wait in a folder until the database can take them."""

import os
import secrets
import threading
from collections.abc import Iterator
from pathlib import Path

from rhomboid.errors import OutputError
from rhomboid.journal.entry import Entry
from rhomboid.journal.rows import is_id

_ENDING = ".set"


class Spool:
    """A folder of sets that wait.

    Parameters
    ----------
    folder
        Made when the first one has to wait.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.lock = threading.RLock()
        """Held by whoever changes a set that waits, or takes it away."""

    def put(self, entry: Entry) -> None:
        """Let a set wait; it is on the disk when this returns.

        Raises
        ------
        OutputError
            If it cannot be written.
        """
        try:
            self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            _write(self._place(entry.kept.id), entry.to_bytes())
        except OSError as error:
            raise OutputError(f"cannot write to {self.folder}: {error.strerror}") from error

    def find(self, id_: str) -> Entry | None:
        """Return a set that waits; None if it does not, or cannot be read."""
        if not is_id(id_):
            return None
        try:
            return Entry.from_bytes(self._place(id_).read_bytes())
        except (OSError, ValueError, KeyError, TypeError):
            return None

    def all(self) -> Iterator[Entry]:
        """Give the sets that wait; what cannot be read is left alone."""
        for id_ in self.ids():
            entry = self.find(id_)
            if entry is not None:
                yield entry

    def ids(self) -> list[str]:
        """Return the ids of the sets that wait."""
        if not self.folder.is_dir():
            return []
        names = (place.stem for place in self.folder.glob(f"*{_ENDING}"))
        return sorted(name for name in names if is_id(name))

    def drop(self, id_: str) -> None:
        """Let a set wait no longer."""
        if is_id(id_):
            self._place(id_).unlink(missing_ok=True)

    def _place(self, id_: str) -> Path:
        """Return the file of a set."""
        return self.folder / f"{id_}{_ENDING}"


def _write(path: Path, content: bytes) -> None:
    """Write a file whole, and see that the disk has it."""
    part = path.with_name(f".{secrets.token_hex(6)}.part")
    try:
        with part.open("xb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
    _sync_folder(path.parent)


def _sync_folder(folder: Path) -> None:
    """See that the disk knows the name of a new file, where folders can be asked so."""
    if os.name == "nt":
        return
    number = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(number)
    finally:
        os.close(number)
