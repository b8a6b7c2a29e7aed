"""What the phase machine speaks of: stages, whole cycles, and movements that were none."""

from dataclasses import dataclass
from enum import Enum
from typing import Literal


class Stage(Enum):
    """Where in a repetition a person is."""

    START = "start"
    OUT = "out"
    BACK = "back"


@dataclass(frozen=True, slots=True)
class Cycle:
    """One way out and back, in numbers of samples, and its range in the signal's unit.

    Attributes
    ----------
    start, turn, end
        Leaving the start, the furthest, and being back.
    known
        The last sample seen when it was complete.
    """

    start: int
    turn: int
    end: int
    known: int
    amplitude: float


@dataclass(frozen=True, slots=True)
class Miss:
    """A movement that began and did not become a cycle."""

    kind: Literal["incomplete", "partial", "other"]
    start: int
    end: int
    reason: str
