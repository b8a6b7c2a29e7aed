"""Keeps a set in one process after another, each killed one statement later than the one before.

The last one lives, and the number of its set is said. Run as a program: ``dying.py FOLDER URL``.
"""

import itertools
import os
import signal
import sys
from pathlib import Path

from sqlalchemy import event

from rhomboid.journal.opening import open_journal
from rhomboid.journal.place import Place
from tests.journal.scenes import drawn, numbered, track


def keep_and_die(place: Place, after: int) -> None:
    """Keep a set, and die at a statement of it, or when it is to be committed."""
    journal = open_journal(place)
    seen = itertools.count(1)

    def die(*_: object) -> None:
        if next(seen) == after:
            os.kill(os.getpid(), signal.SIGKILL)

    event.listen(journal.database.engine, "before_cursor_execute", die)
    event.listen(journal.database.engine, "commit", die)
    journal.sets.keep(numbered(after), track(), drawn("t_raise", 1)[1])


def main() -> None:
    """Split off processes until one of them lives."""
    folder, url = sys.argv[1:]
    drawn("t_raise", 1)
    for after in itertools.count(1):
        child = os.fork()
        if child == 0:
            keep_and_die(Place(Path(folder), url), after)
            os._exit(0)
        if os.waitpid(child, 0)[1] == 0:
            sys.stdout.write(f"{after}\n")
            return


if __name__ == "__main__":
    main()
