"""How many sets each muscle gets in a week.

A set counts fully for the muscles an exercise is done for and half for those that
help (pelland2024). The weights are ours, guided by what was measured.
"""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from types import MappingProxyType
from typing import get_args

from rhomboid.plan.history import counts, day_of
from rhomboid.training.checkin import Muscle
from rhomboid.training.kept import KeptSet

WEIGHTS: Mapping[str, Mapping[Muscle, float]] = MappingProxyType(
    {
        "seated_cable_row": {"upper_back": 1, "lats": 1, "shoulders": 0.5, "biceps": 0.5},
        "t_raise": {"upper_back": 0.5, "shoulders": 1},
        "lat_pulldown": {"upper_back": 0.5, "lats": 1, "biceps": 0.5},
        "deadlift": {"upper_back": 0.5, "lower_back": 1, "hips": 1},
        "inverted_row": {
            "upper_back": 1, "lats": 1, "shoulders": 0.5, "hips": 0.5, "biceps": 0.5,
        },
        "corkscrew": {},
    }
)  # fmt: skip
"""How much of a set each muscle gets, by exercise."""

MUSCLES: tuple[Muscle, ...] = get_args(Muscle)
"""Every muscle, in the order of reports."""

WEEK = timedelta(days=7)


def direct(exercise: str) -> frozenset[Muscle]:
    """Return the muscles an exercise is done for.

    Examples
    --------
    >>> sorted(direct("deadlift"))
    ['hips', 'lower_back']
    """
    return frozenset(m for m, weight in WEIGHTS.get(exercise, {}).items() if weight >= 1)


def weekly_sets(sets: Iterable[KeptSet], until: date) -> dict[Muscle, float]:
    """Return the sets of each muscle in the seven days that end with a day.

    Warm-ups and sets that were meant to be easy count for nothing, and neither does
    a set of which no repetition was counted.

    Returns
    -------
    One number of sets for every muscle, 0 included.

    Examples
    --------
    >>> weekly_sets((), date(2026, 5, 4))["lats"]
    0.0
    """
    total = dict.fromkeys(MUSCLES, 0.0)
    for kept in sets:
        if counts(kept) and kept.total > 0 and until - WEEK < day_of(kept) <= until:
            for muscle, weight in WEIGHTS.get(kept.exercise or "", {}).items():
                total[muscle] += weight
    return total
