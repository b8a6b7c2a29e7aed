"""One set as it is kept: what was done, by whose count, and how it felt.

Nothing here knows where it is kept. What a camera counted and what a person
said stand apart for ever.
"""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from rhomboid.records import Side

Origin = Literal["camera", "video", "hand"]
"""Who counted: the camera live, the camera from a file, or the person alone."""

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

    @property
    def total(self) -> int:
        """Repetitions, as the person leaves them."""
        return max(0, self.counted + sum(self.corrections))


def _require_range(name: str, value: int | None, most: int) -> None:
    """Refuse a rating that is off its scale."""
    if value is not None and not 0 <= value <= most:
        raise ValueError(f"{name} goes from 0 to {most}, got {value}")
