"""Harder without a load: a longer stop, and more repetitions.

For where no load is left, or the next one is far away, as the next band often is.
"""

from collections.abc import Sequence
from datetime import timedelta

from rhomboid.plan.case import Case, Step
from rhomboid.plan.judge import Session, fell_short
from rhomboid.plan.reason import Reason
from rhomboid.plan.words import say
from rhomboid.training.load import Load

MOST_PAUSE_MORE_S = 2.0
"""By how much a stop is made longer where no load is left. House."""

MORE_REPETITIONS, MOST_MORE_REPETITIONS = 5, 10
"""By how many repetitions a range is made longer after that. House; the load matters less
for muscle than the effort (acsm2026)."""

NOT_AGAIN, REMEMBERED = timedelta(days=28), timedelta(days=84)
"""For so long a band that was too much is not tried again, and for so long it is known. House;
strength wants weeks."""


def pause_more(case: Case, last: Session) -> float:
    """Return by how many seconds the stop was longer than in the exercise file, as shown."""
    return max(0.0, last.target.pause_s - case.spec.prescription.tempo.pause_s)


def repetitions_more(case: Case, last: Session) -> int:
    """Return by how many repetitions the range was longer: no load was left, or too far away."""
    if last.load is None:
        return 0
    if case.way.axis != "band" and case.ladder.up(last.load) is not None:
        return 0
    return max(0, last.target.repetitions[1] - case.repetitions[1])


def before_next_band(case: Case, done: Sequence[Session], more: Load) -> Step | None:
    """Return what comes before a band that was too much lately; None if it may be tried."""
    tried = [s for s in done if s.load == more and case.past.day - s.day <= REMEMBERED]
    if case.way.axis != "band" or not tried or not fell_short(tried[-1]):
        return None
    last, days = done[-1], (case.past.day - tried[-1].day).days
    wider = min(repetitions_more(case, last) + MORE_REPETITIONS, MOST_MORE_REPETITIONS)
    if wider > repetitions_more(case, last):
        said = say("load", "band_too_far", load=case.words(more))
    elif timedelta(days=days) < NOT_AGAIN:
        said = say("load", "band_waits", load=case.words(more), days=days)
    else:
        return None
    return Step(last.load, (said,), last, repetitions_more=wider)


def shorter_first(case: Case, last: Session, load: Load, why: tuple[Reason, ...]) -> Step | None:
    """Return the same band with fewer repetitions, in place of a weaker one; None if none is left.

    The band below would often be a third less, and only a tenth is meant.
    """
    wider = repetitions_more(case, last)
    if case.way.axis != "band" or not wider:
        return None
    said = say("load", "shorter_range")
    return Step(load, (*why, said), last, repetitions_more=max(0, wider - MORE_REPETITIONS))


def same_band_after_break(load: Load, last: Session, days: int) -> Step:
    """Return the same band after some weeks: a whole band less would be far more than a tenth."""
    return Step(load, (say("load", "band_after_break", days=days),), last)
