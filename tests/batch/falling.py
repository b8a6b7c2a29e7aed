"""Work whose process dies, as one does that the system kills or whose machine is lost."""

import os
import signal
from pathlib import Path

from rhomboid.batch.work import work


def dies_once(item, how, known):
    """Leave one's number beside the clip and be killed; judge it the next time."""
    try:
        with Path(f"{item.address}.died").open("x") as file:
            file.write(str(os.getpid()))
    except FileExistsError:
        return work(item, how, known)
    os.kill(os.getpid(), signal.SIGKILL)
    return None


def dies_of_a_row(item, how, known):
    """Be killed by one clip, every time."""
    if item.address.endswith("row.npz"):
        os.kill(os.getpid(), signal.SIGKILL)
    return work(item, how, known)
