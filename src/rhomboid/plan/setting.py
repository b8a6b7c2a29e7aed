"""Everything a day's plan depends on, gathered once."""

from collections.abc import Mapping
from dataclasses import dataclass

from rhomboid.catalogue.spec import ExerciseSpec
from rhomboid.plan.conditions import Care, care_for
from rhomboid.plan.history import Past
from rhomboid.plan.rhythm import Return, coming_back, lighter_week
from rhomboid.plan.screening import conditions_of
from rhomboid.training.checkin import Muscle
from rhomboid.training.person import Condition, Goal, Person
from rhomboid.training.screening import Screening

USUAL_READINESS = 3


@dataclass(frozen=True, slots=True)
class Setting:
    """A person on a day.

    Attributes
    ----------
    past, person, catalogue, screening
        History, whose it is, what exercises there are, and what was answered.
    conditions
        What was told, in whichever place.
    without
        Exercises and gear that are not wanted today.
    minutes
        The time there is.
    lighter
        Whether it is a lighter week.
    back
        How far the way back after a break is; None without one.
    """

    past: Past
    person: Person
    catalogue: Mapping[str, ExerciseSpec]
    screening: Screening | None
    conditions: frozenset[Condition]
    without: frozenset[str]
    minutes: int
    lighter: bool
    back: Return | None

    @property
    def goal(self) -> Goal:
        """What matters most to them."""
        return self.person.goals[0] if self.person.goals else "posture"

    @property
    def comes_back(self) -> bool:
        """Whether they come back from an injury, whatever else they train for."""
        return "return_from_injury" in self.person.goals

    @property
    def readiness(self) -> int:
        """How fresh they are, from 1 to 5; the middle if they did not say."""
        said = self.past.check_in.readiness if self.past.check_in else None
        return USUAL_READINESS if said is None else said

    @property
    def at_hand(self) -> frozenset[str]:
        """The gear there is today."""
        return self.person.gear - self.without

    def soreness(self, muscles: frozenset[Muscle]) -> int:
        """Return the worst soreness of some muscles, 0 if nothing was said."""
        said = self.past.check_in.soreness if self.past.check_in else {}
        return max((said.get(muscle, 0) for muscle in muscles), default=0)

    def care(self, exercise: str) -> Care:
        """Return what their conditions ask of an exercise."""
        return care_for(exercise, self.conditions)


def setting(
    past: Past,
    person: Person,
    catalogue: Mapping[str, ExerciseSpec],
    screening: Screening | None,
    without: frozenset[str],
    minutes: int | None,
) -> Setting:
    """Gather what a day's plan depends on; `minutes` goes before what was said that day."""
    said = past.check_in.minutes if past.check_in else None
    return Setting(
        past,
        person,
        catalogue,
        screening,
        conditions_of(screening, person),
        without,
        minutes if minutes is not None else person.minutes if said is None else said,
        lighter_week(past, person.experience),
        coming_back(past),
    )
