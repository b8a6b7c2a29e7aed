"""From one signal to cycles: out from the start, the far end, and back.

A machine with hysteresis. It knows the range of movement that the exercise must
have at least and learns the person's own; it does not know the exercise. A
cycle is given out when the signal is back, so that a half movement, a wiggle at
the far end, or a movement that the recording cuts off never is one.
"""

from statistics import median

from rhomboid.catalogue.rules import RepRule
from rhomboid.motion.cycles import Cycle, Miss, Stage

_WIGGLE = 0.3
"""Share of the least range that is no change of direction. house"""
_OWN_WIGGLE = 0.2
"""Share of the person's own range that is no change of direction. house"""
_OWN_LEAST = 0.55
"""Share of the person's own range that a repetition must have. house"""
_BACK = 0.35
"""Share of a repetition's range from the start at which it counts as back. house"""
_ENDED = 0.2
"""The same where the recording ends: nothing later can show the rest of the way. house"""
_CLOSE = 0.04
"""The same where nothing more needs to be waited for. house"""
_EDGE = 0.1
"""Share of the range that belongs to the ends: the clock of the way out starts here. house"""
_NEAR = 0.15
"""Share of the range within which the far end is held. house"""
_HALF, _NEARLY, _REST = 0.5, 0.95, 0.61
"""Shares of the way that were passed, and how much time is left then, as a share of that between
them: so a minimum-jerk movement arrives (Flash & Hogan 1985)."""
_SETTLED_S = 0.15
"""How long nearly being back must last to be taken as back. house"""
_CLOCK_SETTLED_S = 0.35
"""The same where another signal tells the time: it has more of its way to go. house"""
_RESTED_S = 0.5
"""How long the signal must stay where it is for that to be where it rests. house"""
_WHOLE, _ELSEWHERE = 0.75, 0.45
"""A way back that ends elsewhere is whole at this share of the person's own range; while that
is unknown, of the way out. house"""
_FORGET_S = 4.0
"""How fast a start position that drifts is followed."""
_LOST_S = 0.5
"""How long a gap may be before a movement is given up (motion.md 8)."""
_LOST_IN_HOLD_S = 2.0
"""The same in an exercise that is a long hold: nobody goes down and up again so soon. house"""
_REMEMBERED = 8
"""How many repetitions the person's own range is taken from. house"""


class PhaseMachine:
    """Finds cycles in a signal that rests low and turns high, sample by sample.

    Parameters
    ----------
    rule
        What the exercise file says of a repetition.
    flip
        Whether the signal rests high, and is to be turned over first.

    Attributes
    ----------
    least
        The range that a repetition must have.
    wiggle
        The change that counts as a change of direction.
    """

    def __init__(self, rule: RepRule, *, flip: bool) -> None:
        self._rule = rule
        self._sign = -1.0 if flip else 1.0
        self._lost_s = _LOST_IN_HOLD_S if rule.hold else _LOST_S
        self._settled_s = _SETTLED_S if rule.clock is None else _CLOCK_SETTLED_S
        self._close = _CLOSE if rule.clock is None else 0.0
        self.times_s: list[float] = []
        self.values: list[float] = []
        self.stage = Stage.START
        self.least = rule.least
        self.wiggle = _WIGGLE * rule.least
        self._own: list[float] = []
        self._low = self._high = self._last_low = float("nan")
        self._left = self._turn = self._bottom = self._half = self._nearly = 0
        self._seen_s: float | None = None
        self._near_s: float | None = None

    @property
    def held_s(self) -> float:
        """Seconds since the signal came to its furthest, while it stays there; else 0.

        As far as can be told now: that it has arrived shows only later.
        """
        if self.stage is not Stage.OUT or self._near_s is None:
            return 0.0
        half_s, nearly_s = self.times_s[self._half], self.times_s[self._nearly]
        arrived_s = nearly_s + _REST * (nearly_s - half_s)
        return max(0.0, self.times_s[-1] - max(arrived_s, self._near_s))

    @property
    def rising(self) -> bool:
        """Whether the signal itself, not turned over, grows on the way out."""
        return self._sign > 0

    def confirm(self, cycle: Cycle) -> None:
        """Learn the person's own range from a cycle that was counted."""
        self._own.append(cycle.amplitude)
        del self._own[:-_REMEMBERED]
        own = median(self._own)
        self.least = max(self._rule.least, _OWN_LEAST * own)
        self.wiggle = max(_WIGGLE * self._rule.least, _OWN_WIGGLE * own)

    def step(self, time_s: float, value: float) -> Cycle | Miss | None:
        """Take in one sample; NaN is unseen.

        Returns
        -------
        A cycle when one is complete, a miss when one is given up, else None.
        """
        level = self._sign * value
        self.times_s.append(time_s)
        self.values.append(level)
        if level != level:
            return self._unseen(time_s)
        step_s = 0.0 if self._seen_s is None else time_s - self._seen_s
        self._seen_s = time_s
        if self._low != self._low:
            self._low, self._bottom = level, len(self.values) - 1
            return None
        if self.stage is Stage.START:
            self._at_start(level, step_s)
            return None
        if self.stage is Stage.OUT:
            return self._going_out(level)
        return self._coming_back(level, time_s)

    def finish(self) -> Cycle | Miss | None:
        """Say what is left when the recording ends: a cycle that is nearly still, or a miss."""
        if self.stage is Stage.BACK and self._is_back(self._last_low, _ENDED):
            return self._complete()
        if self.stage is Stage.START or self._high - self._low < self.least:
            return None
        return Miss(
            "incomplete",
            self._begin(),
            len(self.values) - 1,
            "the recording ends before the return",
        )

    def _unseen(self, time_s: float) -> Miss | None:
        """Hold still over a short gap; give the movement up over a long one."""
        if self._seen_s is None or time_s - self._seen_s <= self._lost_s:
            return None
        was, begun = self.stage, self._left
        large = self.stage is not Stage.START and self._high - self._low >= self.least
        self._reset()
        if was is Stage.START or not large:
            return None
        return Miss("incomplete", begun, len(self.values) - 1, "out of sight before the return")

    def _reset(self) -> None:
        """Forget the movement under way, not the person's range."""
        self.stage = Stage.START
        self._low = self._high = self._last_low = float("nan")
        self._seen_s = None

    def _at_start(self, level: float, step_s: float) -> None:
        """Wait for the signal to leave the start."""
        if level <= self._low:
            self._low, self._bottom = level, len(self.values) - 1
            return
        if level >= self._low + self.wiggle:
            self.stage = Stage.OUT
            self._left = len(self.values) - 1
            self._high, self._turn = level, self._left
            self._half = self._nearly = self._begin()
            self._near_s = None
            return
        self._low += (level - self._low) * min(1.0, step_s / _FORGET_S)

    def _going_out(self, level: float) -> Miss | None:
        """Follow the way out until the signal turns."""
        if level < self._high - _NEAR * (self._high - self._low):
            self._near_s = None
        elif self._near_s is None:
            self._near_s = self.times_s[-1]
        if level > self._high:
            self._high, self._turn = level, len(self.values) - 1
            self._half = self._passed(_HALF, self._half)
            self._nearly = self._passed(_NEARLY, self._nearly)
            return None
        if level > self._high - self.wiggle:
            return None
        if self._high - self._low >= self.least:
            self.stage, self._last_low = Stage.BACK, level
            self._near_s = None
            self._bottom = len(self.values) - 1
            return None
        if not self._is_back(level):
            return None
        large = self._high - self._low >= 0.5 * self.least
        miss = Miss(
            "partial", self._begin(), len(self.values) - 1, "it covered too little of the way"
        )
        self._begin_anew(level)
        return miss if large else None

    def _passed(self, share: float, before: int) -> int:
        """Return the sample at which a share of the way so far was first reached."""
        goal = self._low + share * (self._high - self._low)
        i = before
        while not self.values[i] >= goal:
            i += 1
        return i

    def _coming_back(self, level: float, time_s: float) -> Cycle | Miss | None:
        """Follow the way back until it ends."""
        if level < self._last_low:
            self._last_low, self._bottom = level, len(self.values) - 1
        if self._is_back(self._last_low):
            return self._complete() if self._has_arrived(level, time_s) else None
        turned = level > self._last_low + self.wiggle
        rested = time_s - self.times_s[self._bottom] >= _RESTED_S
        if (turned or rested) and self._is_back_elsewhere():
            self._low = self._last_low
            return self._complete()
        if turned:
            self.stage = Stage.OUT
            if level > self._high:
                self._high, self._turn = level, len(self.values) - 1
        return None

    def _has_arrived(self, level: float, time_s: float) -> bool:
        """Return whether a way back that is nearly over is over: close, still, or turned."""
        span = self._high - self._low
        if level > self._low + _EDGE * span:
            self._near_s = None
        elif self._near_s is None:
            self._near_s = time_s
        still = time_s - self.times_s[self._bottom] >= self._settled_s
        waited = self._near_s is not None and time_s - self._near_s >= self._settled_s
        close = level <= self._low + self._close * span
        return close or still or waited or level > self._last_low + self.wiggle

    def _is_back_elsewhere(self) -> bool:
        """Return whether the way back is whole though it ends above where the way out began.

        Somebody who bends for a weight, or is misread for a moment, sets out
        from a place to which no repetition returns.
        """
        fall = self._high - self._last_low
        if self._own:
            return fall >= _WHOLE * median(self._own)
        return fall >= max(self.least, _ELSEWHERE * (self._high - self._low))

    def _is_back(self, level: float, share: float = _BACK) -> bool:
        """Return whether the signal is back near where it started."""
        return level <= self._low + share * (self._high - self._low)

    def _complete(self) -> Cycle | Miss:
        """Give out the cycle, and be at the start again."""
        start, end = self._begin(), self._end()
        amplitude = self._high - min(self._low, self._last_low)
        cycle = Cycle(start, self._turn, end, len(self.values) - 1, amplitude)
        lasted_s = self.times_s[end] - self.times_s[start]
        self._begin_anew(self._last_low)
        if lasted_s < self._rule.least_s:
            return Miss("other", start, end, "too quick to be a repetition")
        if lasted_s > self._rule.most_s:
            return Miss("other", start, end, "too slow to be a repetition")
        return cycle

    def _begin(self) -> int:
        """Return the sample at which the signal left the start."""
        edge = self._low + _EDGE * (self._high - self._low)
        i = self._turn
        while i > 0 and not self.values[i] <= edge:
            i -= 1
        return i

    def _end(self) -> int:
        """Return the first sample at which the signal was back."""
        edge = max(self._low, self._last_low) + _EDGE * (self._high - self._last_low)
        i = self._bottom
        while i > self._turn and not self.values[i - 1] > edge:
            i -= 1
        return i

    def _begin_anew(self, level: float) -> None:
        """Wait for the next way out, starting from here."""
        self.stage = Stage.START
        self._low, self._bottom = level, len(self.values) - 1
        self._high = float("nan")
