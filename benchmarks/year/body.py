"""The true state of somebody: strength, weariness, practice and pain, and what changes them.

Strength answers to hard sets with diminishing returns, wears off without them, and is not
all there on a tired day. The plan sees none of this; it sees sets and words.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass, field

from benchmarks.year.nature import LOADED, PULLS, Nature, chance

RATE = 0.013
"""Share of what is still to be had that a full session of an exercise brings."""

HELPS = 0.3
"""How much one pull trains another."""

KEEPS_DAYS, WEARS_OFF = 14, 0.004
"""After so many days without it, an exercise loses this share of its strength a day."""

TIRES, RECOVERS_DAYS = 0.009, 1.4
"""Strength that a hard set takes until recovery, as a share, and how fast that fades."""

DAY_TO_DAY = 0.025
"""How much strength differs from one day to the next: standard deviation, as a share."""

PRACTICE_SETS = 45.0
"""After so many sets a habit is down to a third."""

SETTLES_DAYS = 3.0
"""Half-life of what overload leaves in a joint."""

_OF_ALL = 4.0
"""Hard sets of one exercise in a session that bring nearly all a session can."""

_SALT_DAY, _SALT_TALENT = 1, 2


@dataclass(slots=True)
class Body:
    """Somebody on a day; changed by what they do.

    Attributes
    ----------
    strength_kg
        What could be lifted once when fresh, by exercise.
    """

    nature: Nature
    seed: int
    strength_kg: dict[str, float] = field(default_factory=dict)
    weary: float = 0.0
    irritated: float = 0.0
    practice: dict[str, int] = field(default_factory=dict)
    tolerance: dict[str, float] = field(default_factory=dict)
    done: dict[str, float] = field(default_factory=dict)
    last: dict[str, int] = field(default_factory=dict)
    form: float = 1.0
    number: int = 0
    ill_days: int = 0

    def __post_init__(self) -> None:
        self.strength_kg = dict(self.nature.strength_kg)
        self.tolerance = dict(self.nature.tolerance)
        self.last = dict.fromkeys(LOADED, 0)

    @property
    def talent(self) -> float:
        """How well this one answers to training, about 1."""
        return float(chance(self.nature, self.seed, _SALT_TALENT).uniform(0.75, 1.25))

    def wake(self, number: int) -> None:
        """Begin a day: what was done yesterday works, and some of it wears off."""
        self._answer()
        self.number = number
        self.weary *= math.exp(-1 / RECOVERS_DAYS)
        self.irritated *= 0.5 ** (1 / SETTLES_DAYS)
        self.ill_days = 7 if self.nature.away_on(number) == "ill" else max(0, self.ill_days - 1)
        luck = chance(self.nature, self.seed, _SALT_DAY, number).normal(0.0, DAY_TO_DAY)
        self.form = 1.0 + float(luck) - (0.1 if self.ill_days else 0.0)

    def able_kg(self, exercise: str, sets_before: int, rest_s: float) -> float:
        """Return what could be lifted once just now, after some sets of the same exercise."""
        tires = 0.03 if rest_s >= 120 else 0.04
        fresh = self.strength_kg[exercise] * self.form * (1 - self.weary)
        return fresh * (1 - tires) ** sets_before

    def feel_set(self, exercise: str, left: float, load_kg: float) -> None:
        """Take in a set that left so many repetitions in reserve."""
        hard = min(1.0, max(0.1, 1.0 - 0.14 * max(0.0, left - 2.0)))
        self.done[exercise] = self.done.get(exercise, 0.0) + hard
        self.practice[exercise] = self.practice.get(exercise, 0) + 1
        if exercise in PULLS:
            self.weary = min(0.25, self.weary + TIRES * hard)
        over = self._over(exercise, load_kg)
        self.irritated = min(6.0, self.irritated + 0.5 * over)
        self.last[exercise] = self.number

    def flare(self) -> float:
        """Return the pain that came by itself, as it is today at rest."""
        return sum(
            flare.peak * math.pow(0.5, (self.number - flare.day) / flare.half_life_days)
            for flare in self.nature.flares
            if flare.day <= self.number
        )

    def pain_at_rest(self) -> float:
        """Return what hurts without doing anything."""
        return self.flare() * 0.75 + 0.5 * self.irritated

    def pain_in(self, exercise: str, load_kg: float) -> float:
        """Return what a set hurts."""
        felt = self.flare() * self.nature.hurts.get(exercise, 0.0)
        settled = self.irritated * (0.6 if exercise in self.nature.tolerance else 0.0)
        return felt + self._over(exercise, load_kg) + settled

    def clumsy(self, exercise: str) -> float:
        """Return the chance of a fault in a set."""
        habit = math.exp(-self.practice.get(exercise, 0) / PRACTICE_SETS)
        return self.nature.clumsy * habit + 0.02

    def _over(self, exercise: str, load_kg: float) -> float:
        """Return the pain of a load that a joint does not take."""
        takes = self.tolerance.get(exercise)
        if takes is None:
            return 0.0
        return max(0.0, 14.0 * (load_kg / (takes * self.strength_kg[exercise]) - 1.0))

    def _answer(self) -> None:
        """Let strength answer to the sets of yesterday, and wear off where there were none."""
        stimulus = _with_help(self.done)
        for exercise, strength in self.strength_kg.items():
            most = self.nature.strength_kg[exercise] * self.nature.ceiling
            full = 1.0 - math.exp(-2.0 * stimulus[exercise] / _OF_ALL)
            gained = RATE * self.talent * full * max(0.0, most - strength)
            self.strength_kg[exercise] = strength + gained
            if stimulus[exercise] > 0.3:
                self.last[exercise] = self.number
            if self.number - self.last[exercise] > KEEPS_DAYS:
                least = 0.95 * self.nature.strength_kg[exercise]
                self.strength_kg[exercise] = max(least, strength * (1 - WEARS_OFF))
        for exercise in self.tolerance:
            if self.done.get(exercise) and self.irritated < 1.0:
                self.tolerance[exercise] = min(1.0, self.tolerance[exercise] * 1.004)
        self.done = {}


def _with_help(done: Mapping[str, float]) -> dict[str, float]:
    """Return the sets of each exercise with what others do for it."""
    pulls = sum(done.get(name, 0.0) for name in PULLS if name != "deadlift")
    found = {name: done.get(name, 0.0) for name in LOADED}
    for name in PULLS:
        if name != "deadlift":
            found[name] += HELPS * (pulls - found[name])
    return found
