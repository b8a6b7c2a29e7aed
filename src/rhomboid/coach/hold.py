"""How long the far end is held: a clock that forgives a moment's loss."""

import math
from dataclasses import dataclass

_GRACE_S = 1.0
"""How long a position may be lost before a hold is over; what is lost does not count. house"""

_STEP_S = 0.25
"""The longest step between two frames that counts: what nobody watched is no hold (motion.md 8)."""


@dataclass(frozen=True, slots=True)
class Holding:
    """The far end is held.

    Attributes
    ----------
    seconds
        Of this hold, a moment's loss left out.
    left
        Whole seconds to the target, 0 when it is reached; None without one, or beyond it.
    longest_s, total_s
        Of the whole set.
    """

    seconds: int
    left: int | None
    target_s: float | None
    longest_s: float
    total_s: float


class HoldClock:
    """Adds up how long the far end is held, over a set.

    Parameters
    ----------
    target_s
        How long it is to be held; None for no matter.
    """

    def __init__(self, target_s: float | None) -> None:
        self._target_s = target_s
        self._early_s = 0.0 if target_s is None else math.ceil(target_s) - target_s
        self._time_s = self._held_s = self._lost_s = 0.0
        self._told = 0
        self._before_s = 0.0
        self.longest_s = self.total_s = 0.0

    def end(self) -> None:
        """Take note that the hold is over for good."""
        self._held_s, self._told = 0.0, 0

    def follow(self, time_s: float, held_s: float) -> Holding | None:
        """Take in how long the far end is held now; tell each second, the target falling on one."""
        step_s, self._time_s = time_s - self._time_s, time_s
        if step_s > _GRACE_S:
            self.end()
            step_s = 0.0
        if held_s > 0:
            grown_s = min(step_s, _STEP_S, held_s) if self._before_s else min(held_s, _STEP_S)
            self._held_s += grown_s
            self.total_s += grown_s
            self._lost_s = 0.0
        else:
            self._lost_s += step_s
            if self._lost_s > _GRACE_S:
                self.end()
        self._before_s = held_s
        self.longest_s = max(self.longest_s, self._held_s)
        whole = int(self._held_s + self._early_s)
        if whole <= self._told:
            return None
        self._told = whole
        left = None if self._target_s is None else round(self._target_s + self._early_s) - whole
        return Holding(
            int(self._held_s),
            left if left is not None and left >= 0 else None,
            self._target_s,
            self.longest_s,
            self.total_s,
        )
