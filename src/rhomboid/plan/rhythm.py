"""Which days carry loads: days between, weeks of rest, and the way back after a break.

Missed days are simply not there: nothing is made up for.
"""

from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from typing import Literal

from rhomboid.plan.history import Past, counts, day_of, worked
from rhomboid.plan.volume import direct
from rhomboid.training.checkin import Muscle
from rhomboid.training.person import Experience

PULLS: tuple[str, ...] = ("seated_cable_row", "lat_pulldown", "deadlift", "inverted_row")
"""The exercises whose loads want a day between. House, for 48 hours of recovery."""

BREAK = timedelta(days=14)
"""More days than this without a load are a break (caterisano2019)."""

CUTS = (0.5, 0.3, 0.2, 0.1)
"""By how much the sets are cut in the four weeks after a break (caterisano2019)."""

HARD_WEEKS: dict[Experience, int] = {"new": 8, "some": 6, "trained": 5}
"""After how many weeks with loads a lighter one comes: every 4 to 8 weeks (bell2023)."""

LOADED_DAYS = 2
"""So many days with loads make a hard week; none at all is a rest. House."""

DEADLIFT_GAP: dict[Experience, int] = {"new": 3, "some": 3, "trained": 2}
"""From how many days after the last deadlift the next may come. House: 72 or 48 hours."""

DEADLIFTS_A_WEEK = 2

_WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Return:
    """Being back after a break: how long it was, and which week of the way back it is."""

    days_away: int
    week: int

    @property
    def cut(self) -> float:
        """By how much the sets are cut."""
        return CUTS[self.week]


def loaded_days(past: Past) -> tuple[date, ...]:
    """Return the days before this one with a set that was meant to be hard, oldest first."""
    hard = {day_of(k) for k in past.sets if counts(k) and k.exercise in PULLS and k.total}
    return tuple(sorted(hard))


def pull_days(past: Past) -> tuple[date, ...]:
    """Return the days before this one with any pull that was no warm-up, oldest first."""
    return tuple(sorted({day_of(k) for k in past.sets if k.exercise in PULLS and worked(k)}))


def heavy_yesterday(past: Past) -> frozenset[Muscle]:
    """Return the muscles that an exercise was done for yesterday, and not meant to be easy."""
    done = [k.exercise or "" for k in past.on(past.yesterday) if counts(k) and k.total]
    return frozenset(muscle for name in done for muscle in direct(name))


def lighter_week(past: Past, experience: Experience) -> bool:
    """Return whether this calendar week is a lighter one."""
    return past.day - timedelta(days=past.day.weekday()) in _lighter_weeks(past, experience)


def _lighter_weeks(past: Past, experience: Experience) -> frozenset[date]:
    """Return the Mondays of all lighter weeks up to this one.

    One day of loads in a week neither adds to the run of hard weeks nor ends it.
    """
    days = Counter(day - timedelta(days=day.weekday()) for day in loaded_days(past))
    if not days:
        return frozenset()
    found, run, week = set(), 0, min(days)
    while week <= past.day:
        if run >= HARD_WEEKS[experience]:
            found.add(week)
            run = 0
        else:
            run = run + (days[week] >= LOADED_DAYS) if days[week] else 0
        week += _WEEK
    return frozenset(found)


def coming_back(past: Past) -> Return | None:
    """Return how far the way back after a break is; None without one, or at its end."""
    days = [*pull_days(past), past.day]
    for earlier, later in reversed(list(pairwise(days))):
        week = (past.day - later).days // 7
        if week >= len(CUTS):
            return None
        if later - earlier > BREAK:
            return Return((later - earlier).days, week)
    return None


def deadlift_waits(past: Past, experience: Experience) -> Literal["", "gap", "week"]:
    """Return why a deadlift cannot be today: too soon, or often enough this week."""
    days = sorted({day_of(k) for k in past.of("deadlift") if worked(k)})
    if days and (past.day - days[-1]).days < DEADLIFT_GAP[experience]:
        return "gap"
    if sum(past.day - _WEEK < day for day in days) >= DEADLIFTS_A_WEEK:
        return "week"
    return ""
