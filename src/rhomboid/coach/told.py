"""What a guide tells, beside the events of the set itself."""

from dataclasses import dataclass

from rhomboid.coach.hold import Holding
from rhomboid.coach.live import Event, RepDone
from rhomboid.coach.ready import Sight
from rhomboid.coach.voice import Say
from rhomboid.records import Side


@dataclass(frozen=True, slots=True)
class Countdown:
    """Counting begins in so many seconds."""

    left: int


@dataclass(frozen=True, slots=True)
class Armed:
    """Counting has begun."""

    time_s: float


@dataclass(frozen=True, slots=True)
class Counted:
    """A repetition, and how many that makes.

    Attributes
    ----------
    count, total
        By the camera alone, and with what the person corrected.
    """

    done: RepDone
    count: int
    total: int
    cue: str


@dataclass(frozen=True, slots=True)
class Corrected:
    """The person added or took away one."""

    by: int
    total: int


@dataclass(frozen=True, slots=True)
class SideSeen:
    """Which arm works."""

    side: Side


Heard = Event | Sight | Countdown | Armed | Holding | Counted | Corrected | SideSeen | Say
"""Anything a guide tells."""
