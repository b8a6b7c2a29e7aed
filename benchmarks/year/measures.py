"""What a year comes to: what was asked, against what was possible; gains, sets, stays.

What a target asks for is said as the strength it needs: load, repetitions and reserve in one
number, by Epley's equation. So a longer range with the same band counts as more, and a plan
that fits somebody asks for their whole strength, no more and no less.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import mean

import numpy as np

from benchmarks.year.life import Lived
from benchmarks.year.nature import LOADED, PULLS, WEEK, Nature
from benchmarks.year.strength import PAUSE_COSTS, longer_s, moved_kg
from benchmarks.year.stuck import Run, runs
from rhomboid.plan.day import Item
from rhomboid.plan.pain import AMBER, pain_of
from rhomboid.plan.volume import WEIGHTS
from rhomboid.training.target import Target

EARLY, SPAN = 14, 42
"""Gains go from the six weeks after the second to the last six weeks."""

_SAYS_NOTHING = {"same", "lowered"}


@dataclass(frozen=True, slots=True)
class Year:
    """Somebody and their days."""

    nature: Nature
    days: tuple[Lived, ...]


@dataclass(frozen=True, slots=True)
class Gain:
    """By how much strength and what was asked for grew, as shares."""

    nature: Nature
    exercise: str
    strength: float
    asked: float


def asked_kg(nature: Nature, exercise: str, target: Target) -> float | None:
    """Return the strength a target needs; None where the load is left to the person."""
    if target.load is None:
        return None
    repetitions = target.repetitions[1] / (1 - PAUSE_COSTS * longer_s(exercise, target))
    moved = moved_kg(nature, exercise, target.load)
    return moved * (1 + (repetitions + (target.spare or 0)) / 30)


def asked(year: Year, exercise: str) -> list[tuple[int, float]]:
    """Return what was asked for in an exercise, by day, on days that were not meant to be easy."""
    found = []
    for day in year.days:
        for item in hard_items(day):
            kg = asked_kg(year.nature, exercise, item.work[0])
            if item.exercise == exercise and kg is not None:
                found.append((day.number, kg))
    return found


def hard_items(day: Lived) -> list[Item]:
    """Return the items of a day's plan that count for more than moving."""
    return [i for i in day.plan.items if i.exercise in LOADED and i.work and not i.work[0].easy]


def gains(year: Year) -> list[Gain]:
    """Return the gains in every exercise that was asked for early and late."""
    last = year.days[-1].number
    found = []
    for exercise in LOADED:
        known = asked(year, exercise)
        before = [kg for day, kg in known if EARLY <= day < EARLY + SPAN]
        after = [kg for day, kg in known if day > last - SPAN]
        if before and after:
            first, now = year.days[EARLY].strength_kg, year.days[-1].strength_kg
            grown = now[exercise] / first[exercise] - 1
            found.append(Gain(year.nature, exercise, grown, mean(after) / mean(before) - 1))
    return found


def fit(year: Year) -> float:
    """Return the strength that was asked for over what there was, in the last six weeks."""
    last = year.days[-1].number
    shares = [
        kg / year.days[day].strength_kg[exercise]
        for exercise in LOADED
        for day, kg in asked(year, exercise)
        if day > last - SPAN
    ]
    return float(np.median(shares)) if shares else float("nan")


def against(year: Year, twin: Year, exercises: Sequence[str], days: Sequence[int]) -> float:
    """Return what was asked for of somebody over what was asked for of the twin, on some days.

    Days on which only one of the two had an exercise take the last that was asked for.
    """
    shares = []
    for exercise in exercises:
        one, other = (_filled(y, exercise) for y in (year, twin))
        shares += [one[d] / other[d] for d in days if one[d] > 0 and other[d] > 0]
    return mean(shares) if shares else float("nan")


def hard_sets(year: Year, exercises: Sequence[str], days: Sequence[int]) -> int:
    """Return how many hard sets were done of some exercises on some days."""
    return sum(
        kept.exercise in exercises and kept.target is not None and kept.target.kind == "work"
        and not kept.target.easy
        for day in days
        for kept in year.days[day].sets
    )  # fmt: skip


def weekly(year: Year, muscle: str = "upper_back") -> list[float]:
    """Return the hard sets of a muscle, by week."""
    weeks = [0.0] * (len(year.days) // WEEK + bool(len(year.days) % WEEK))
    for day in year.days:
        for kept in day.sets:
            if kept.target and kept.target.kind == "work" and not kept.target.easy and kept.total:
                weights = {str(m): w for m, w in WEIGHTS[kept.exercise or ""].items()}
                weeks[day.number // WEEK] += weights.get(muscle, 0.0)
    return weeks


def lighter_weeks(year: Year) -> int:
    """Return in how many weeks the plan went lighter on purpose."""
    return len(
        {d.number // WEEK for d in year.days
         if any(r.code == "lighter_week_day" for r in d.plan.reasons)}
    )  # fmt: skip


def adherence(year: Year) -> float:
    """Return on which share of the days of loads somebody trained."""
    offered = [day for day in year.days if day.plan.kind == "loaded"]
    return sum(bool(day.sets) for day in offered) / max(1, len(offered))


def reasons(years: Sequence[Year]) -> Counter[str]:
    """Return how often each rule decided a load."""
    return Counter(
        reason.code
        for year in years
        for day in year.days
        for item in hard_items(day)
        for reason in item.about("load")
        if reason.code not in _SAYS_NOTHING
    )


def stays(year: Year) -> list[Run]:
    """Return every load that stayed, the longest first."""
    return sorted(runs(year.days), key=lambda run: -run.days)


def red_sets(year: Year) -> int:
    """Return in how many sets pain was above five."""
    return sum(pain_of(kept) > AMBER for day in year.days for kept in day.sets)


def main_pull(year: Year) -> str:
    """Return the pull that was asked for most often."""
    return max(PULLS, key=lambda exercise: len(asked(year, exercise)))


def spearman(pairs: Sequence[tuple[float, float]]) -> float:
    """Return the correlation of ranks.

    Examples
    --------
    >>> spearman([(1, 10), (2, 20), (3, 25)])
    1.0
    """
    if len(pairs) < 3:
        return float("nan")
    one, other = (np.argsort(np.argsort(values)) for values in zip(*pairs, strict=True))
    return round(float(np.corrcoef(one, other)[0, 1]), 12)


def _filled(year: Year, exercise: str) -> list[float]:
    """Return what was asked for last, by day; 0 before the first time."""
    known, last, filled = dict(asked(year, exercise)), 0.0, []
    for day in year.days:
        last = known.get(day.number, last)
        filled.append(last)
    return filled
