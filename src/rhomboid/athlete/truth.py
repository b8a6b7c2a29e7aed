"""What really happened in a performance: to hold what was counted and measured against."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any, Literal

from rhomboid.records import Side, View

TrueVerdict = Literal["good", "fix", "close"]
"""What should be said; ``close`` is too close to a limit for a camera to tell."""


@dataclass(frozen=True, slots=True)
class TrueRep:
    """One full repetition.

    Attributes
    ----------
    begun_s, done_s
        The very beginning of the way out, and the very end of the way back.
    start_s
        A tenth of the movement's range is passed on the way out.
    reached_s, turn_s, left_s
        The hold at the far end: its very beginning, its middle, its very end.
    end_s
        All but a tenth of the range is passed on the way back.
    values
        What each check of a repetition measures, on the left and on the right.
    verdicts
        What each check should say where it can be judged.
    """

    begun_s: float
    start_s: float
    reached_s: float
    turn_s: float
    left_s: float
    end_s: float
    done_s: float
    values: Mapping[str, tuple[float, float]] = field(default_factory=dict)
    verdicts: Mapping[str, TrueVerdict] = field(default_factory=dict)

    @property
    def faults(self) -> tuple[str, ...]:
        """Checks that must say "fix", sorted."""
        return tuple(sorted(name for name, said in self.verdicts.items() if said == "fix"))

    @property
    def pause_s(self) -> float:
        """Seconds at the far end."""
        return self.left_s - self.reached_s


@dataclass(frozen=True, slots=True)
class Truth:
    """One performance.

    Attributes
    ----------
    exercise
        Its id.
    reps
        The full repetitions, in order.
    side
        Which arm did them.
    view
        From where the camera saw them.
    unseen
        Checks that cannot be judged from there.
    halves_s
        Start and end of each movement that is too small to count.
    unfinished
        Whether the recording ends at the far end of one more repetition.
    set_s
        Start and end of the set, without what was done before and after.
    """

    exercise: str
    reps: tuple[TrueRep, ...]
    side: Side
    view: View
    unseen: tuple[str, ...]
    halves_s: tuple[tuple[float, float], ...]
    unfinished: bool
    set_s: tuple[float, float]

    @property
    def faults(self) -> tuple[str, ...]:
        """Checks that must say "fix" in some repetition, if it can be judged; sorted."""
        return tuple(sorted({name for rep in self.reps for name in rep.faults}))

    def plain(self) -> dict[str, Any]:
        """Return it as plain values, as it stands beside a clip; numbers to four digits."""
        whole: dict[str, Any] = _rounded(asdict(self) | {"faults": self.faults})
        for rep, told in zip(self.reps, whole["reps"], strict=True):
            told["faults"] = list(rep.faults)
        return whole


def _rounded(value: Any) -> Any:
    """Round all numbers in plain values; tuples become lists."""
    if isinstance(value, float):
        return round(value, 4)
    if isinstance(value, Mapping):
        return {key: _rounded(part) for key, part in value.items()}
    return [_rounded(part) for part in value] if isinstance(value, list | tuple) else value
