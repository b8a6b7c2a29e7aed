"""Keeps one set after the other, and says the number of each once it is kept.

Run as a program: ``writer.py FOLDER URL FIRST``.
"""

import itertools
import sys
from pathlib import Path

from rhomboid.journal.opening import open_journal
from rhomboid.journal.place import Place
from tests.journal.scenes import drawn, numbered, track


def main() -> None:
    """Keep sets until somebody kills this process."""
    folder, url, first = sys.argv[1:]
    journal = open_journal(Place(Path(folder), url))
    joints, (_, report) = track(), drawn("t_raise", 1)
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    for number in itertools.count(int(first)):
        journal.sets.keep(numbered(number), joints, report)
        sys.stdout.write(f"{number}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
