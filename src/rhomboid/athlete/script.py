"""What the athlete is to do: which exercise, how often, how fast, and with which faults."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Literal

from rhomboid.athlete.exercises import movement
from rhomboid.athlete.faults import FAULTS
from rhomboid.catalogue.read import load

BackgroundName = Literal["walk_in", "fidget", "bend_down", "sit_down", "scratch_head"]
"""A movement that is no repetition."""


@dataclass(frozen=True, slots=True)
class Script:
    """One set, as it is to be performed.

    Parameters
    ----------
    exercise
        Its id.
    repetitions
        How many full ones.
    out_s, pause_s, back_s, rest_s
        Tempo; None takes that of the exercise file.
    side
        Which arm, in an exercise that is done with one.
    start
        ``rest``: from the start of the movement; ``far``: from its other end,
        as a deadlift that begins at lock-out.
    lead_in, lead_out
        What is done before and after the set.
    unfinished_last
        Whether the recording ends while the far end of one more repetition,
        which is not among `repetitions`, is held.
    faults
        Sizes by name of fault; see :data:`rhomboid.athlete.faults.FAULTS`.
    faulty
        Numbers of the repetitions that have the faults; None for all.
    variation
        How much times and ranges differ from one repetition to the next, as a
        share.

    Raises
    ------
    ValueError
        If the exercise or a fault is unknown, or a number is out of range.
    """

    exercise: str
    repetitions: int = 5
    out_s: float | None = None
    pause_s: float | None = None
    back_s: float | None = None
    rest_s: float | None = None
    side: Literal["left", "right"] = "left"
    start: Literal["rest", "far"] = "rest"
    lead_in: tuple[BackgroundName, ...] = ()
    lead_out: tuple[BackgroundName, ...] = ()
    unfinished_last: bool = False
    faults: Mapping[str, float] = field(default_factory=lambda: MappingProxyType({}))
    faulty: tuple[int, ...] | None = None
    variation: float = 0.05

    def __post_init__(self) -> None:
        movement(self.exercise)
        unknown = sorted(set(self.faults) - FAULTS.keys())
        if unknown:
            raise ValueError(f"no fault is called {unknown[0]!r}; there are: {', '.join(FAULTS)}")
        if any(self.faults.get(name, 0.0) >= 1 for name in ("fast_pull", "fast_return")):
            raise ValueError("a way takes some time: fast_pull and fast_return are below 1")
        if self.repetitions < 0 or not 0 <= self.variation < 0.5:
            raise ValueError("repetitions must not be negative, variation must be 0 to 0.5")
        if min(self.tempo_s[0], self.tempo_s[2]) <= 0 or min(self.tempo_s) < 0:
            raise ValueError("a way takes longer than no time, and nothing takes less")

    @property
    def tempo_s(self) -> tuple[float, float, float, float]:
        """Seconds for the way out, the far end, the way back, and the start."""
        usual = load(self.exercise).prescription.tempo
        given = (self.out_s, self.pause_s, self.back_s, self.rest_s)
        asked = (usual.out_s, usual.pause_s, usual.back_s, usual.rest_s)
        out_s, pause_s, back_s, rest_s = (
            asked[i] if value is None else value for i, value in enumerate(given)
        )
        return out_s, pause_s, back_s, rest_s
