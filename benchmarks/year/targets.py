"""The figures of a run, each beside what it must not be worse than."""

from collections.abc import Sequence
from math import isnan
from statistics import mean

from benchmarks.figures import Figure
from benchmarks.year import measures
from benchmarks.year.laws import LAWS
from benchmarks.year.measures import Gain, Year
from benchmarks.year.nature import WEEK
from benchmarks.year.stuck import MONTH, silent

RANKS = 0.4
"""Rank correlation of gains of strength and of load, at least. House."""

FITS = (0.85, 1.1)
"""Between which shares of their strength the healthy are asked for at the end. House."""

AFTER_FLARE = 28

Pairs = Sequence[tuple[Year, Year]]


def figures(years: Sequence[Year], pairs: Pairs, laws_held: int) -> list[Figure]:
    """Return every figure that can be had from a run; what was not run is left out."""
    everybody = [*years, *(twin for _, twin in pairs)]
    healthy = [year for year in everybody if year.nature.healthy]
    made = [
        Figure("days lived", sum(len(y.days) for y in everybody), "days", "higher"),
        Figure("sets judged and kept", sum(len(d.sets) for y in everybody for d in y.days),
               "sets", "higher"),
        Figure("laws held", laws_held, "laws on days", "higher",
               len(LAWS) * sum(len(y.days) for y in everybody)),
        *_strong(healthy),
        *_sore(pairs),
        *_stuck(everybody),
        Figure("adherence", mean(map(measures.adherence, everybody)), "of days of loads", "higher"),
        Figure("lighter weeks", mean(map(measures.lighter_weeks, everybody)), "a person", "higher"),
        Figure("sets with red pain", sum(map(measures.red_sets, everybody)), "sets", "lower"),
    ]  # fmt: skip
    return [f for f in made if not isnan(f.value)]


def _strong(healthy: Sequence[Year]) -> list[Figure]:
    """Return whether the strong get more."""
    gains = [gain for year in healthy for gain in measures.gains(year)]
    ranks = measures.spearman([(g.strength, g.asked) for g in gains])
    risen = [mean(g.asked for g in measures.gains(y)) > 0 for y in healthy if measures.gains(y)]
    fits = [fit for fit in map(measures.fit, healthy) if not isnan(fit)]
    return [
        Figure("strength and load gained: rank correlation", ranks, "", "higher", RANKS),
        Figure("healthy people whose loads rise", mean(risen) if risen else float("nan"),
               "of people", "higher", 1.0),
        Figure("healthy: least asked of strength", min(fits, default=float("nan")),
               "of strength", "higher", FITS[0]),
        Figure("healthy: most asked of strength", max(fits, default=float("nan")),
               "of strength", "lower", FITS[1]),
    ]  # fmt: skip


def _sore(pairs: Pairs) -> list[Figure]:
    """Return whether the sore get less than their twins."""
    made = []
    for year, twin in pairs:
        name = year.nature.id
        if year.nature.tolerance:
            found = measures.against(year, twin, tuple(year.nature.tolerance), _all(year))
            made.append(Figure(f"{name}, sore: load against the twin's", found, "", "lower", 1.0))
        elif year.nature.flares:
            sore = tuple(one for one, share in year.nature.hurts.items() if share >= _HURTS)
            found = measures.against(year, twin, sore, _after_flares(year))
            made.append(Figure(f"{name}, four weeks after a flare: load against the twin's",
                               found, "", "lower", 1.0))  # fmt: skip
            fewer = measures.hard_sets(year, sore, _after_flares(year)) / max(
                1, measures.hard_sets(twin, sore, _after_flares(year)))  # fmt: skip
            made.append(Figure(f"{name}, four weeks after a flare: hard sets against the twin's",
                               fewer, "", "lower", 1.0))  # fmt: skip
        if year.nature.away:
            found = measures.against(year, twin, _BACK, _after_breaks(year))
            made.append(Figure(f"{name}, four weeks after a break: load against the twin's",
                               found, "", "lower", 1.0))  # fmt: skip
    return made


_BACK = ("deadlift", "seated_cable_row")
_HURTS = 0.8
"""From this share of a flare on an exercise is one that hurts."""


def _all(year: Year) -> list[int]:
    """Return the number of every day."""
    return [day.number for day in year.days]


def _after_flares(year: Year) -> list[int]:
    """Return the days of the four weeks after each flare."""
    last = len(year.days)
    return [d for f in year.nature.flares for d in range(f.day, min(last, f.day + AFTER_FLARE))]


def _after_breaks(year: Year) -> list[int]:
    """Return the days of the four weeks after each break of more than two weeks."""
    long = [a for a in year.nature.away if a.last - a.first >= 2 * WEEK]
    last = len(year.days)
    return [d for a in long for d in range(a.last + 1, min(last, a.last + 1 + AFTER_FLARE))]


def _stuck(years: Sequence[Year]) -> list[Figure]:
    """Return how long loads stay."""
    stays = [run for year in years for run in measures.stays(year)]
    long = [run for run in stays if run.days > MONTH]
    return [
        Figure("loads that stay for over a month without a reason", sum(map(silent, long)),
               "times", "lower", 0.0),
        Figure("loads that stay for over a month with one", len(long), "times", "lower"),
        Figure("longest stay at one load", max((r.days for r in stays), default=0), "days",
               "lower"),
    ]  # fmt: skip


def mean_gains(gains: Sequence[Gain]) -> tuple[float, float]:
    """Return the mean gain of strength and of what was asked for; 0 where there is none."""
    if not gains:
        return 0.0, 0.0
    return mean(g.strength for g in gains), mean(g.asked for g in gains)
