"""What is scored: joints, and what is known of what happened."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from rhomboid.athlete.truth import TrueRep
from rhomboid.pose.track import PoseTrack

Group = Literal["drawn", "background", "rendered", "clips", "countix", "data"]
"""A data set."""


@dataclass(frozen=True, slots=True, eq=False)
class Scene:
    """One recording and its truth.

    Attributes
    ----------
    exercise
        Its id; None for none of ours.
    count
        How many full repetitions there are; None where nobody knows.
    view
        From where it is seen, in words.
    supported
        Whether the exercise file names this view as its own.
    starts_s, turns_s, ends_s
        Within when each repetition lies, and when it turns; empty where nobody
        knows.
    reps
        The full truth of each repetition; empty where nobody knows.
    unseen
        Checks that nobody could judge from there.
    """

    track: PoseTrack
    exercise: str | None
    count: int | None
    view: str = "unknown"
    supported: bool = True
    starts_s: tuple[float, ...] = ()
    turns_s: tuple[float, ...] = ()
    ends_s: tuple[float, ...] = ()
    reps: tuple[TrueRep, ...] = ()
    unseen: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Case:
    """One thing to score, not yet made.

    Attributes
    ----------
    again
        The call that makes it again, in Python.
    make
        Makes it; can be sent to another process.
    what
        What is special about it, in words.
    fault
        The fault that is in it, if one was planted.
    """

    group: Group
    name: str
    exercise: str | None
    make: Callable[[], Scene]
    again: str
    what: str = ""
    fault: str = ""
