"""What one set is meant to be."""

from dataclasses import dataclass
from typing import Literal

from rhomboid.records import Side
from rhomboid.training.load import Load

Kind = Literal["warm_up", "work"]
"""Sets that prepare count for nothing else."""


@dataclass(frozen=True, slots=True)
class Target:
    """One set, as it is prescribed and shown: what was done is judged against this.

    Attributes
    ----------
    kind
        Whether it prepares or counts.
    repetitions
        From how many to how many; holds count as repetitions.
    load
        None where the person finds the first one.
    gear
        Id of the equipment in the exercise file.
    out_s, pause_s, back_s
        Tempo: the way out, the far end, the way back.
    hold_s
        How long each repetition of a stretch is held; None otherwise.
    spare
        Repetitions that should still be possible at the end; None for a stretch.
    rest_s
        To rest afterwards.
    side
        Which arm, where one works at a time.
    sets
        How many sets that count the day asks for of this exercise, for each side.
    easy
        Whether it is meant to be easy, as on light days: what was done then
        judges nothing.
    """

    kind: Kind
    repetitions: tuple[int, int]
    load: Load | None
    gear: str
    out_s: float
    pause_s: float
    back_s: float
    rest_s: float
    hold_s: float | None = None
    spare: int | None = None
    side: Side = "both"
    sets: int = 1
    easy: bool = False

    def __post_init__(self) -> None:
        least, most = self.repetitions
        if not 0 < least <= most:
            raise ValueError(f"repetitions go from one number to a larger one, got {least}, {most}")
