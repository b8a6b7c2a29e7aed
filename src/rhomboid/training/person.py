"""Who trains: aims, gear, time, and what their body asks for."""

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from rhomboid.training.standing import Standing

Goal = Literal["strength", "muscle", "tone", "posture", "mobility", "return_from_injury"]
"""What somebody trains for; ``posture`` stands for back health too."""

Experience = Literal["new", "some", "trained"]
"""Under half a year of lifting, up to two years, or more."""

Condition = Literal[
    "shoulder_pain", "osteoporosis", "pregnancy", "back_pain_mild", "back_pain_acute",
    "high_blood_pressure", "neck_pain",
]  # fmt: skip
"""What the exercise files give advice for (evidence: safety, conditions)."""

Units = Literal["kg", "lb"]
"""What weights are shown in; they are kept in kilograms."""


@dataclass(frozen=True, slots=True)
class Person:
    """What the plan knows of a person; every answer may be missing.

    Attributes
    ----------
    goals
        Most important first.
    gear
        Ids of the equipment at hand, as in the exercise files. An exercise
        whose gear is not here is never prescribed.
    minutes
        For one day.
    days
        Days of the week on which loads are welcome, 0 for Monday. Stretching
        and bands are for every day.
    experience
        How long they have lifted.
    conditions
        What they told of themselves.
    bands
        Their own bands, the lightest first, in words ("red, TheraBand").
    steps_kg
        Smallest step of a weight, by gear; gear that is not named has 2.5.
    height_cm, body_kg
        None if not told.
    cleared
        Whether a clinician agreed to training, where an answer asked for that.
    units
        What weights are shown in.
    standing
        How they stand, as the camera saw it; None if it never did.
    cleared_on
        When that clinician agreed; None if nobody said. What came up later
        needs a later word.
    """

    goals: tuple[Goal, ...] = ("posture", "strength")
    gear: frozenset[str] = frozenset({"band", "mat"})
    minutes: int = 30
    days: frozenset[int] = frozenset({0, 2, 4})
    experience: Experience = "new"
    conditions: frozenset[Condition] = frozenset()
    bands: tuple[str, ...] = ()
    steps_kg: dict[str, float] = field(default_factory=dict)
    height_cm: float | None = None
    body_kg: float | None = None
    cleared: bool = False
    units: Units = "kg"
    standing: Standing | None = None
    cleared_on: date | None = None

    def __post_init__(self) -> None:
        if not 5 <= self.minutes <= 180:
            raise ValueError(f"a day has from 5 to 180 minutes, got {self.minutes}")
        if not self.days <= set(range(7)):
            raise ValueError(f"days go from 0 (Monday) to 6, got {sorted(self.days)}")
