"""Loads that stay where they are: for how long, and what the plan says of it."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from benchmarks.year.life import Lived
from benchmarks.year.nature import STRETCH

MONTH = 31
"""More days than this at one load want a reason."""

_EMPTY = frozenset({"same", "lowered"})
"""Words that say what happens, not why."""


@dataclass(slots=True)
class Run:
    """A load that was asked for again and again.

    Attributes
    ----------
    shown
        Days on which it was asked for and trained, by number, with the codes of that day.
    """

    exercise: str
    gear: str
    load: float
    shown: list[tuple[int, frozenset[str]]] = field(default_factory=list)

    @property
    def days(self) -> int:
        """How many days it lasts."""
        return self.shown[-1][0] - self.shown[0][0] if self.shown else 0


def held(days: Sequence[Lived]) -> list[Run]:
    """Return the loads of today that were the same for more than a month of training."""
    found = []
    for item in days[-1].plan.items:
        work = [t for t in item.work if not t.easy]
        if item.exercise == STRETCH or not work or work[0].load is None:
            continue
        run = Run(item.exercise, item.gear, work[0].load.value)
        for day in reversed(days):
            if not _goes_on(run, day):
                break
        run.shown.reverse()
        if run.days > MONTH:
            found.append(run)
    return found


def runs(days: Sequence[Lived]) -> list[Run]:
    """Return every load of a life with the days it was asked for and trained, in order."""
    open_now: dict[tuple[str, str], Run] = {}
    found = []
    for day in days:
        for exercise, gear, load, codes in _asked(day):
            run = open_now.get((exercise, gear))
            if run is None or run.load != load:
                run = Run(exercise, gear, load)
                found.append(run)
                open_now[exercise, gear] = run
            run.shown.append((day.number, codes))
    return found


def silent(run: Run) -> bool:
    """Return whether the plan says no more than that the load is the same."""
    return not run.shown[-1][1] - _EMPTY


def _goes_on(run: Run, day: Lived) -> bool:
    """Add a day to a run that is followed backwards; return whether it goes on before it."""
    for exercise, gear, load, codes in _asked(day):
        if (exercise, gear) != (run.exercise, run.gear):
            continue
        if load != run.load:
            return False
        run.shown.append((day.number, codes))
    return True


def _asked(day: Lived) -> list[tuple[str, str, float, frozenset[str]]]:
    """Return the hard loads that were asked for on a day on which somebody trained."""
    if not day.sets:
        return []
    asked = []
    for item in day.plan.items:
        work = [t for t in item.work if not t.easy]
        if item.exercise != STRETCH and work and work[0].load is not None:
            codes = frozenset(reason.code for reason in item.about("load"))
            asked.append((item.exercise, item.gear, work[0].load.value, codes))
    return asked
