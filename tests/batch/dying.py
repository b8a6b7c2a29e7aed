"""Judges an archive in one process after another; each is killed at a later moment.

Run as a program: ``dying.py SOURCE OUT``. The moments are those at which something is about
to be written, given its name, or removed. The last process lives.
"""

import itertools
import os
import signal
import sys
from pathlib import Path

from rhomboid.batch import run
from rhomboid.batch.archive import Where, judge_archive

MOMENTS = ("os.rename", "os.remove", "os.rmdir", "shutil.rmtree")


def judge_and_die(source: str, out: Path, after: int) -> None:
    """Judge, and die at a moment."""
    seen = itertools.count(1)

    def die(event: str, _: object) -> None:
        if event in MOMENTS and next(seen) == after:
            os.kill(os.getpid(), signal.SIGKILL)

    run.PART_CLIPS = 1
    sys.addaudithook(die)
    judge_archive([source], out, where=Where(alone=True))


def main() -> None:
    """Split off processes until one of them lives."""
    source, out = sys.argv[1:]
    for after in itertools.count(1):
        child = os.fork()
        if child == 0:
            judge_and_die(source, Path(out), after)
            os._exit(0)
        _, status = os.waitpid(child, 0)
        if os.WIFEXITED(status):
            sys.stdout.write(f"{after} {os.WEXITSTATUS(status)}")
            return


if __name__ == "__main__":
    main()
