"""What really happened in a performance: to hold what was counted and measured against."""

from dataclasses import dataclass

from rhomboid.records import Side, View


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
    """

    begun_s: float
    start_s: float
    reached_s: float
    turn_s: float
    left_s: float
    end_s: float
    done_s: float
    faults: tuple[str, ...] = ()

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
    faults
        Checks that must say "fix" in every faulty repetition, sorted.
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
    faults: tuple[str, ...]
    halves_s: tuple[tuple[float, float], ...]
    unfinished: bool
    set_s: tuple[float, float]
