"""What somebody is like who trains for a year: all that does not change, and what befalls them.

Every number here and in the files beside it is house unless it names a source: the people
are made up, and only what the plan makes of them is tested.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

import numpy as np

from rhomboid.training.person import Person
from rhomboid.training.screening import Question

FIRST_DAY = date(2026, 1, 5)
"""A Monday."""

WEEK = 7
PULLS = ("seated_cable_row", "lat_pulldown", "deadlift", "inverted_row")
LOADED = (*PULLS, "t_raise")
STRETCH = "corkscrew"

GAIN = {"new": 1.55, "some": 1.35, "trained": 1.15}
"""Strength that can be had over strength at the start, by experience. House, so that a year
gives the order of acsm2009 (from memory): about 40 percent for the untrained, 20 for those with
some training, and less for the trained."""

CLUMSY = {"new": 0.35, "some": 0.2, "trained": 0.1}
"""Chance of a fault in a set of an exercise that was never done here, by experience."""


@dataclass(frozen=True, slots=True)
class Flare:
    """Pain that comes by itself and fades.

    Attributes
    ----------
    day
        Number of the day it begins on.
    peak
        Pain of the first day at rest, 0 to 10.
    half_life_days
        After so many days half is left.
    """

    day: int
    peak: float
    half_life_days: float = 5.0


@dataclass(frozen=True, slots=True)
class Away:
    """Days without training, both included, by their numbers."""

    first: int
    last: int
    why: str


@dataclass(frozen=True, slots=True)
class Nature:
    """Somebody, with what is true of them.

    Attributes
    ----------
    id, title
        For files, and for people who read.
    person
        What they told the plan.
    yes
        Which questions of safety they answered with yes.
    answers_on
        Number of the day on which they answered.
    strength_kg
        What could be lifted once, by exercise, at the start.
    bands_kg
        What each of their bands pulls with.
    flares, away
        What befalls them.
    hurts
        How much of a flare is felt in an exercise.
    tolerance
        The share of their strength that a sore joint takes without pain, by exercise.
    follows
        Chance to train on a day of loads, and on a light one.
    seen
        Share of days on which a camera stands there.
    tells
        Share of days with a check-in.
    """

    id: str
    title: str
    person: Person
    strength_kg: Mapping[str, float]
    yes: frozenset[Question] = frozenset()
    answers_on: int = 0
    bands_kg: tuple[float, ...] = (6.0, 10.0, 15.0, 22.0)
    flares: tuple[Flare, ...] = ()
    away: tuple[Away, ...] = ()
    hurts: Mapping[str, float] = field(default_factory=dict)
    tolerance: Mapping[str, float] = field(default_factory=dict)
    follows: tuple[float, float] = (0.92, 0.6)
    seen: float = 0.8
    tells: float = 0.6

    @property
    def clumsy(self) -> float:
        """The chance of a fault in a set of an exercise that was never done here."""
        return CLUMSY[self.person.experience]

    @property
    def healthy(self) -> bool:
        """Whether nothing hurts, nothing holds and nobody is away for weeks."""
        return not (self.flares or self.tolerance or self.person.conditions or self.away)

    @property
    def ceiling(self) -> float:
        """Strength that can be had, over strength at the start."""
        return GAIN[self.person.experience]

    def away_on(self, number: int) -> str:
        """Return why somebody is away on a day; empty if they are not."""
        return next((a.why for a in self.away if a.first <= number <= a.last), "")

    def without_pain(self) -> "Nature":
        """Return the twin to whom nothing hurts; all else is the same."""
        return replace(self, id=f"{self.id}_twin", title=f"{self.title}, without pain",
                       flares=(), tolerance={})  # fmt: skip

    def without_breaks(self) -> "Nature":
        """Return the twin who is never away."""
        return replace(self, id=f"{self.id}_twin", title=f"{self.title}, never away", away=())


def on(number: int) -> date:
    """Return a day by its number."""
    return FIRST_DAY + timedelta(days=number)


def strengths(body_kg: float, level: float) -> dict[str, float]:
    """Return what could be lifted once, by exercise; `level` is 1 for the untrained."""
    share = {"seated_cable_row": 0.65, "lat_pulldown": 0.65, "deadlift": 1.1,
             "inverted_row": 0.85, "t_raise": 0.085}  # fmt: skip
    return {name: body_kg * level * of_body for name, of_body in share.items()}


def chance(nature: Nature, seed: int, *what: int) -> np.random.Generator:
    """Return numbers by lot for one thing of one person; a twin draws the same.

    Parameters
    ----------
    what
        Numbers that name the thing: day, set, and what it is for.
    """
    name = nature.id.removesuffix("_twin").encode()
    return np.random.default_rng([seed, *name, 999, *what])
