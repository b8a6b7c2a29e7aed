"""When sets began and ended, for formats that want to know: we keep only the beginning.

The end is reckoned from the tempo, and sets that would overlap follow each other.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from rhomboid.catalogue.read import load, names
from rhomboid.training.kept import KeptSet

FOREIGN_REP_S = 3.0
"""How long a repetition of an exercise is that we have no file of. house"""

LEAST_S, MOST_S = 1.0, 3600.0
"""Between these lies the length of any set. house"""


@dataclass(frozen=True, slots=True)
class Timed:
    """A set with its beginning and its reckoned end."""

    kept: KeptSet
    start: datetime
    end: datetime

    @property
    def seconds(self) -> float:
        """How long it took."""
        return (self.end - self.start).total_seconds()


def timed(kept: Iterable[KeptSet]) -> Iterator[Timed]:
    """Give sets in their order, none beginning before the one before it ended."""
    free = None
    for one in sorted(kept, key=lambda each: (each.started_at, each.id)):
        start = one.started_at if free is None else max(one.started_at, free)
        free = start + timedelta(seconds=length_s(one))
        yield Timed(one, start, free)


def length_s(kept: KeptSet) -> float:
    """Return how long a set takes, by its holds or else by its tempo.

    Examples
    --------
    >>> from datetime import UTC, datetime
    >>> length_s(KeptSet("-", "other:Plank", "import", datetime.now(UTC), 1, hold_s=60))
    60.0
    """
    each_s = float(kept.hold_s or 0) or _repetition_s(kept)
    return min(max(each_s * max(kept.total, 1), LEAST_S), MOST_S)


def _repetition_s(kept: KeptSet) -> float:
    """Return how long one repetition takes."""
    told = kept.target
    if told is not None and told.out_s + told.pause_s + told.back_s > 0:
        return told.out_s + told.pause_s + told.back_s
    if kept.exercise not in names():
        return FOREIGN_REP_S
    tempo = load(kept.exercise).prescription.tempo
    return tempo.out_s + tempo.pause_s + tempo.back_s + tempo.rest_s
