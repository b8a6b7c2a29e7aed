"""The time of each frame of a file whose clock may jump.

Two recordings put end to end, as transport streams may be, make a file whose
clock starts anew in the middle. Knows nothing of files: times in, times out.
"""

_JUMP_S = 1.0
"""How far back a time must lie to be a new start, and not a frame out of order."""


class Clock:
    """Turns the times a file gives its frames into seconds since the first.

    A time more than a second before the last is taken for a new start, and goes
    on one step after the last. If the clock returns to where it was, so does
    the time: a single frame may have been marked wrongly. A frame without a
    time comes a step after the last.

    Parameters
    ----------
    step_s
        The usual time from frame to frame.

    Attributes
    ----------
    jumped
        Whether the clock went back.

    Examples
    --------
    >>> clock = Clock(0.5)
    >>> [clock.read(at_s) for at_s in (7.0, 7.5, 8.0, 3.0, 3.5, None)]
    [0.0, 0.5, 1.0, 1.5, 2.0, 2.5]
    >>> clock.jumped
    True
    """

    def __init__(self, step_s: float) -> None:
        self._step_s = step_s
        self._shift_s: float | None = None
        self._old_shift_s: float | None = None
        self._last_s = -step_s
        self.jumped = False

    def read(self, at_s: float | None) -> float:
        """Return seconds since the first frame; a frame out of order keeps its own time."""
        if at_s is None:
            self._last_s += self._step_s
            return self._last_s
        if self._shift_s is None:
            self._shift_s = self._last_s + self._step_s - at_s
        if at_s + self._shift_s < self._last_s - _JUMP_S:
            self.jumped = True
            self._old_shift_s = self._shift_s
            self._shift_s = self._last_s + self._step_s - at_s
        elif self._old_shift_s is not None and self._goes_on(at_s + self._old_shift_s):
            self._shift_s, self._old_shift_s = self._old_shift_s, None
        time_s = at_s + self._shift_s
        self._last_s = max(self._last_s, time_s)
        return time_s

    def _goes_on(self, time_s: float) -> bool:
        """Return whether a time comes soon after the last, or is in its place."""
        return -self._step_s <= time_s - self._last_s <= _JUMP_S
