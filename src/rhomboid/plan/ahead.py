"""A look at the days to come, as if each were done as planned and no more.

For a calendar: kinds of days, exercises and minutes. Loads will differ, since people do.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

from rhomboid.catalogue.spec import ExerciseSpec
from rhomboid.plan.day import DayPlan
from rhomboid.plan.history import History
from rhomboid.plan.today import plan_day
from rhomboid.training.kept import KeptSet
from rhomboid.training.person import Person
from rhomboid.training.screening import Screening
from rhomboid.training.target import Target

_NOON = time(12, tzinfo=UTC)


def week_ahead(
    person: Person,
    history: History,
    day: date,
    catalogue: Mapping[str, ExerciseSpec],
    screening: Screening | None = None,
    *,
    days: int = 7,
    without: frozenset[str] = frozenset(),
) -> tuple[DayPlan, ...]:
    """Return the plans of a day and those after it.

    Parameters
    ----------
    without
        Ids of exercises and gear that are not wanted on the first day.

    Raises
    ------
    ValueError
        If no day is asked for.

    Examples
    --------
    >>> from rhomboid.catalogue.read import load, names
    >>> catalogue, monday = {name: load(name) for name in names()}, date(2026, 5, 4)
    >>> week = week_ahead(Person(), History(), monday, catalogue, Screening(monday))
    >>> " ".join(plan.kind for plan in week)
    'loaded light loaded light loaded light light'
    """
    if days < 1:
        raise ValueError(f"a look ahead has at least one day, got {days}")
    plans = []
    for number in range(days):
        at = day + timedelta(days=number)
        aside = frozenset() if number else without
        plan = plan_day(person, history, at, catalogue, screening, without=aside)
        plans.append(plan)
        history = replace(history, sets=(*history.sets, *as_planned(plan)))
    return tuple(plans)


def as_planned(plan: DayPlan) -> tuple[KeptSet, ...]:
    """Return the sets of a plan as if what remains were done by hand, at the low end.

    Examples
    --------
    >>> as_planned(DayPlan(date(2026, 5, 4), "rest", (), (), 0.0, 0.0, 30))
    ()
    """
    every = [(item.exercise, target) for item in plan.items for target in item.remaining]
    return tuple(
        _as_planned(plan.day, number, exercise, target)
        for number, (exercise, target) in enumerate(every)
    )


def _as_planned(day: date, number: int, exercise: str, target: Target) -> KeptSet:
    """Return one set as it was asked for."""
    return KeptSet(
        f"planned-{day}-{number}",
        exercise,
        "hand",
        datetime.combine(day, _NOON) + timedelta(seconds=number),
        0,
        corrections=(1,) * target.repetitions[0],
        hold_s=target.hold_s,
        side=target.side,
        target=target,
        load=target.load,
        gear=target.gear,
    )
