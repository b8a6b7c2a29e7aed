"""One set as it is kept: what was done, by whose count, and how it felt.

Nothing here knows where it is kept. What a camera counted and what a person
said stand apart for ever.
"""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from rhomboid.records import Side
from rhomboid.training.load import Load
from rhomboid.training.target import Target

Origin = Literal["camera", "video", "hand", "import"]
"""Who counted: the camera live or from a file, the person alone, or another program."""

EndedBy = Literal["", "pain", "tired", "other"]
"""Why a set was broken off; empty if it was not."""

MOST_EFFORT, MOST_PAIN, MOST_SPARE, MOST_WORDS = 10, 10, 10, 500
"""The largest rating of effort and of pain, the most repetitions in reserve, the longest note."""


@dataclass(frozen=True, slots=True)
class Rating:
    """What the person says of a set; None for what was not said.

    Parameters
    ----------
    effort
        0 to 10, of Borg's CR10 kind.
    spare
        Repetitions that could still have been done, 0 to 10.
    pain
        0 to 10.
    note
        In the person's own words.

    Raises
    ------
    ValueError
        If a number is out of range, or the note is too long.
    """

    effort: int | None = None
    spare: int | None = None
    pain: int | None = None
    note: str = ""

    def __post_init__(self) -> None:
        _require_range("effort", self.effort, MOST_EFFORT)
        _require_range("repetitions in reserve", self.spare, MOST_SPARE)
        _require_range("pain", self.pain, MOST_PAIN)
        if len(self.note) > MOST_WORDS:
            raise ValueError(f"a note has at most {MOST_WORDS} characters, got {len(self.note)}")


@dataclass(frozen=True, slots=True)
class Tally:
    """What the camera's judgement comes to, for the plan.

    Attributes
    ----------
    good
        Repetitions without a major fault.
    pauses_kept, pauses_judged
        In how many repetitions the pause could be judged, and was long enough.
    holds_s
        How long each repetition of a stretch was held.
    faults
        Ids of the major checks that the set as a whole failed.
    not_judged
        Ids of the checks that nobody could see.
    """

    good: int
    pauses_kept: int = 0
    pauses_judged: int = 0
    holds_s: tuple[float, ...] = ()
    faults: tuple[str, ...] = ()
    not_judged: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class KeptSet:
    """A set that is over.

    Attributes
    ----------
    id
        A UUID, made where the set was done.
    exercise
        Id of the exercise; None if none was recognised in a video.
    origin
        Who counted.
    started_at
        With its zone.
    counted
        Repetitions counted by the camera; 0 by hand.
    corrections
        What the person added or took away, one by one, each 1 or -1. A set
        done by hand is nothing else.
    hold_s
        Longest hold of a stretch; None for other exercises.
    side
        Which arm, where one works at a time.
    recording
        Name of the video it comes from; empty otherwise.
    rating
        What the person said of it.
    session
        Id of the session it belongs to; empty for a set done on its own.
    target
        What it was meant to be, as it was shown; None if nobody said.
    load, gear
        What it was done with; None and empty if nobody said.
    tally
        What the camera judged; None where there was no camera.
    ended_by
        Why it was broken off.
    """

    id: str
    exercise: str | None
    origin: Origin
    started_at: datetime
    counted: int
    corrections: tuple[int, ...] = ()
    hold_s: float | None = None
    side: Side = "both"
    recording: str = ""
    rating: Rating = field(default_factory=Rating)
    session: str = ""
    target: Target | None = None
    load: Load | None = None
    gear: str = ""
    tally: Tally | None = None
    ended_by: EndedBy = ""

    @property
    def total(self) -> int:
        """Repetitions, as the person leaves them."""
        return max(0, self.counted + sum(self.corrections))


def _require_range(name: str, value: int | None, most: int) -> None:
    """Refuse a rating that is off its scale."""
    if value is not None and not 0 <= value <= most:
        raise ValueError(f"{name} goes from 0 to {most}, got {value}")
