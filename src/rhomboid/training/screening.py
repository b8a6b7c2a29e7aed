"""What somebody answered before the first day, and once a year."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

Question = Literal[
    "heart", "chest", "bones", "pregnancy", "shoulder", "recent", "legs", "other",
]  # fmt: skip
"""What is asked; the words stand in :mod:`rhomboid.plan.screening`."""


@dataclass(frozen=True, slots=True)
class Screening:
    """The answers of one day.

    Attributes
    ----------
    day
        The person's own calendar day.
    yes
        Ids of the questions answered with yes; all others were answered with no.
    """

    day: date
    yes: frozenset[Question] = frozenset()
