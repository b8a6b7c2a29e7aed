"""What the plan of a day says. Frozen values; nothing here decides."""

import math
from dataclasses import dataclass
from datetime import date
from typing import Literal

from rhomboid.plan.reason import Reason, Topic
from rhomboid.training.target import Target

DayKind = Literal["loaded", "light", "stopped", "rest"]
"""Hard bands and weights; stretch and easy bands; nothing for now; skipped."""

Urgency = Literal["emergency", "urgent", "doctor", "pause"]
"""Now; today; soon; not today, and look again tomorrow."""


@dataclass(frozen=True, slots=True)
class Stop:
    """That nobody trains now, and what to do instead."""

    urgency: Urgency
    words: str


@dataclass(frozen=True, slots=True)
class Item:
    """One exercise of the day.

    Attributes
    ----------
    exercise, name
        Id and name in the exercise file.
    gear, gear_name
        What it is done with.
    targets
        Every set in its order, warm-ups first.
    remaining
        Those that were not done yet today.
    reasons
        Why this exercise, and why each number.
    seconds
        How long all of it takes, rests and the way to it included.
    article_dose
        What the article asks for, where the plan asks for something else; empty otherwise.
    """

    exercise: str
    name: str
    gear: str
    gear_name: str
    targets: tuple[Target, ...]
    remaining: tuple[Target, ...]
    reasons: tuple[Reason, ...]
    seconds: float
    article_dose: str = ""

    @property
    def minutes(self) -> int:
        """How long it takes, in whole minutes, at least one."""
        return max(1, round(self.seconds / 60))

    @property
    def work(self) -> tuple[Target, ...]:
        """The sets that count."""
        return tuple(target for target in self.targets if target.kind == "work")

    def about(self, topic: Topic) -> tuple[Reason, ...]:
        """Return the reasons for one thing."""
        return tuple(reason for reason in self.reasons if reason.about == topic)


@dataclass(frozen=True, slots=True)
class DayPlan:
    """The plan of one day.

    Attributes
    ----------
    day
        The person's own calendar day.
    kind
        What kind of day it is.
    items
        The exercises in their order.
    reasons
        Why the day is as it is.
    seconds
        How long all of it takes, the general warm-up included.
    warm_up_s
        Easy movement before the first load: walking, arm circles.
    budget_min
        The time there is.
    stop
        Why nobody trains now; None on other days.
    notes
        What to mind, and what to know.
    """

    day: date
    kind: DayKind
    items: tuple[Item, ...]
    reasons: tuple[Reason, ...]
    seconds: float
    warm_up_s: float
    budget_min: int
    stop: Stop | None = None
    notes: tuple[Reason, ...] = ()

    @property
    def minutes(self) -> int:
        """How long it takes, in whole minutes, never rounded down."""
        return math.ceil(self.seconds / 60)

    @property
    def done(self) -> bool:
        """Whether nothing remains to be done."""
        return not any(item.remaining for item in self.items)
