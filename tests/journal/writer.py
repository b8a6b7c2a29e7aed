"""Splits off processes that keep one set after the other until somebody kills them.

Run as a program: ``writer.py FOLDER URL``. For each number it reads, a process begins with the
set of that number: it says its own number, and then that of each set once it is kept.
"""

import itertools
import os
import sys
from pathlib import Path

from rhomboid.journal.opening import open_journal
from rhomboid.journal.place import Place
from tests.journal.scenes import drawn, numbered, track


def keep_sets(place: Place, first: int) -> None:
    """Keep sets until somebody kills this process."""
    journal = open_journal(place)
    joints, (_, report) = track(), drawn("t_raise", 1)
    _say(os.getpid())
    for number in itertools.count(first):
        journal.sets.keep(numbered(number), joints, report)
        _say(number)


def _say(number: int) -> None:
    """Say a number, for the other end of the pipe."""
    sys.stdout.write(f"{number}\n")
    sys.stdout.flush()


def main() -> None:
    """Split off a process for each number that is read."""
    folder, url = sys.argv[1:]
    drawn("t_raise", 1)
    for line in sys.stdin:
        child = os.fork()
        if child == 0:
            keep_sets(Place(Path(folder), url), int(line))
        os.waitpid(child, 0)
        _say(-1)


if __name__ == "__main__":
    main()
