"""Carries sets that wait to the database, as soon as it takes them."""

import threading

from rhomboid.errors import JournalBusyError, JournalError, OutputError
from rhomboid.journal.database import Database
from rhomboid.journal.entry import Entry
from rhomboid.journal.spool import Spool
from rhomboid.journal.writing import is_written, write_entry

_EVERY_S = 2.0
"""How long to wait before knocking again. house"""


class Courier:
    """Takes what could not be written, and writes it later.

    Parameters
    ----------
    person
        Whose sets they are.
    """

    def __init__(self, database: Database, person: str, spool: Spool) -> None:
        self._database = database
        self._person = person
        self._spool = spool
        self._lock = threading.Lock()
        self._thread: threading.Thread | None = None
        self._called, self._ended = threading.Event(), threading.Event()

    def take(self, entry: Entry) -> bool:
        """Take a set that could not be written; say whether it is safe now."""
        try:
            self._spool.put(entry)
        except OutputError:
            return False
        self.set_out()
        return True

    def deliver(self) -> int:
        """Write every set that waits; return how many still do.

        One that the journal will never take is left for somebody to look at, and
        is not among them.
        """
        kept_back = 0
        for id_ in self._spool.ids():
            try:
                self._carry(id_)
            except JournalBusyError:
                break
            except (JournalError, ValueError):
                kept_back += 1
        return max(0, len(self._spool.ids()) - kept_back)

    def _carry(self, id_: str) -> None:
        """Write a set that waits, and let it wait no longer."""
        with self._spool.lock:
            entry = self._spool.find(id_)
            if entry is None:
                raise JournalError(f"the set {id_} in {self._spool.folder} cannot be read")
            self._write(entry)
            self._spool.drop(id_)

    def _write(self, entry: Entry) -> None:
        """Write a set, unless it was written though nobody heard of it."""
        with self._database.writing() as connection:
            if not is_written(connection, entry):
                write_entry(connection, self._person, entry)

    def set_out(self) -> None:
        """Knock again and again, in a thread of its own, until nothing waits."""
        self._called.set()
        with self._lock:
            if self._thread is None and not self._ended.is_set():
                self._thread = threading.Thread(target=self._knock, name="courier", daemon=True)
                self._thread.start()

    def _knock(self) -> None:
        """Knock until nothing waits."""
        while not self._ended.wait(_EVERY_S):
            self._called.clear()
            if self.deliver():
                continue
            with self._lock:
                if not self._called.is_set():
                    self._thread = None
                    return

    def close(self) -> None:
        """Stop knocking; what waits is delivered when the journal is opened again."""
        self._ended.set()
        thread = self._thread
        if thread is not None:
            thread.join()
