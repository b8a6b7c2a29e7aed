"""How somebody is on a day, by their own word."""

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

Muscle = Literal["upper_back", "lats", "shoulders", "lower_back", "hips", "biceps"]
"""The groups that sets are counted for and soreness is asked for."""

RedFlag = Literal[
    "numb_saddle", "bladder_or_bowel", "weak_legs", "injury", "fever", "night_pain",
    "weight_loss", "new_numbness", "chest_pain", "fainting",
]  # fmt: skip
"""Signs with which nobody trains (evidence: red flags)."""


@dataclass(frozen=True, slots=True)
class CheckIn:
    """Answers of one day; None for what was not said.

    Attributes
    ----------
    day
        The person's own calendar day.
    readiness
        From 1, worn out, to 5, fresh.
    soreness
        By muscle, from 0, none, to 5, hard to move.
    pain
        Now, 0 to 10.
    morning_pain
        This morning, from what was done the day before, 0 to 10.
    red_flags
        What was ticked.
    minutes
        Less or more time than usual, today alone.
    without
        Ids of exercises and gear that are not wanted today.
    worst_pain
        The worst pain that was told this day, where it was told more than once.
    told_flags
        What was ticked at any time of the day, and not by mistake.
    asked
        Whether the signs were asked for; ticking none of them is an answer then.
    """

    day: date
    readiness: int | None = None
    soreness: dict[Muscle, int] = field(default_factory=dict)
    pain: int | None = None
    morning_pain: int | None = None
    red_flags: frozenset[RedFlag] = frozenset()
    minutes: int | None = None
    without: frozenset[str] = frozenset()
    worst_pain: int | None = None
    told_flags: frozenset[RedFlag] = frozenset()
    asked: bool = False

    @property
    def worst(self) -> int | None:
        """The worst pain of the day; None where nothing was said of it."""
        said = [pain for pain in (self.pain, self.worst_pain) if pain is not None]
        return max(said, default=None)

    @property
    def signs(self) -> frozenset[RedFlag]:
        """Every sign of the day, those that have gone included."""
        return self.red_flags | self.told_flags

    @property
    def is_answer(self) -> bool:
        """Whether it says how somebody is, and not only what they want today."""
        told = (self.readiness, self.pain, self.morning_pain)
        return self.asked or bool(self.soreness) or any(one is not None for one in told)

    def __post_init__(self) -> None:
        for name, value, least, most in (
            ("readiness", self.readiness, 1, 5),
            ("pain", self.pain, 0, 10),
            ("morning pain", self.morning_pain, 0, 10),
            ("worst pain", self.worst_pain, 0, 10),
            *(("soreness", value, 0, 5) for value in self.soreness.values()),
        ):
            if value is not None and not least <= value <= most:
                raise ValueError(f"{name} goes from {least} to {most}, got {value}")
