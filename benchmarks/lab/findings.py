"""How right the findings are: what was said beside what a perfect eye would say.

Truths that are too close to a threshold are scored nowhere.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from benchmarks.lab.examine import Pause, Said
from benchmarks.lab.measures import share

_TRUTHS = ("good", "fix", "close")
_FAR_TOO_SHORT = 0.9
"""Share of the pause asked for, below which nobody may be praised: 2.7 of 3 seconds."""
_LONG_S = 3.0
"""Pauses shorter than this are beats, whose tenth is less than a few frames."""


@dataclass(frozen=True, slots=True)
class Found:
    """How right findings are.

    Attributes
    ----------
    good, fix, close
        How often each was so; what is too close to a threshold is scored nowhere.
    precision
        Share of the faults that were named that are there.
    recall
        Share of the faults that are there, and that something was said of,
        that were named.
    recall_of_all
        The same of all that are there: what was not judged, and what is in a
        repetition that was not counted, counts as missed.
    not_judged
        Share of which nothing was said.
    """

    good: int
    fix: int
    close: int
    precision: float
    recall: float
    recall_of_all: float
    not_judged: float


def found(said: Iterable[Said]) -> Found:
    """Measure findings."""
    number = Counter((s.truth, s.verdict) for s in said)
    good, fix, close = (sum(n for (t, _), n in number.items() if t == so) for so in _TRUTHS)
    right, wrongly = number["fix", "fix"], number["good", "fix"]
    judged = right + wrongly + number["fix", "good"] + number["good", "good"]
    return Found(
        good=good,
        fix=fix,
        close=close,
        precision=share(right, right + wrongly),
        recall=share(right, right + number["fix", "good"]),
        recall_of_all=share(right, fix),
        not_judged=share(good + fix - judged, good + fix),
    )


def wrong(said: Iterable[Said]) -> list[Said]:
    """Return what was said and is not so."""
    return [s for s in said if {s.truth, s.verdict} == {"good", "fix"}]


def praised(pauses: Iterable[Pause]) -> tuple[int, int]:
    """Return how many far too short pauses pass as long enough, and how many there are."""
    long = [p for p in pauses if p.asked_s >= _LONG_S]
    short = [p for p in long if p.true_s < _FAR_TOO_SHORT * p.asked_s]
    return sum(p.verdict == "good" for p in short), len(short)
