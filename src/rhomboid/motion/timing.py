"""When the far end of a cycle was reached and left, and how long it was held.

The clock cannot start when the signal stops moving: near its end every
movement is slow, and the last tenth of the way is lost in jitter. Instead the
end of the way is told from how the way was slowing down: the times at which it
passed half, three quarters and nine tenths.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.floating]

_PASSES = (0.5, 0.75, 0.9)
_BAND = 0.15
"""Share of the range within which the far end counts as held. house"""
_TOP = 0.1
_BRIDGE_S = 0.25
"""Longest gap over which a hold goes on (motion.md 8)."""
_STEADY, _STEEP, _MOST = 0.25, 2.2, 1.2


@dataclass(frozen=True, slots=True)
class Timing:
    """The clock of one cycle.

    Attributes
    ----------
    start_s, end_s
        Leaving the start, and being back.
    reached_s, left_s
        The far end: reached, and left.
    turn_s
        The middle of the time at the very far end.
    pause_s
        How long the far end was held in one piece, seen all the while.
    """

    start_s: float
    reached_s: float
    turn_s: float
    left_s: float
    end_s: float
    pause_s: float


def time_cycle(times_s: Floats, levels: Floats, turn: int) -> Timing:
    """Return the clock of one cycle.

    Parameters
    ----------
    times_s : shape (n,)
        From leaving the start to being back.
    levels : shape (n,)
        The signal, low at the start and high at the far end; NaN where unseen.
    turn
        Sample with the highest level.

    Notes
    -----
    A way that runs at an even speed and stops (ratio 0.6 between its last two
    stretches) ends a quarter of the time from half to nine tenths after the
    latter; one that slows down like a minimum-jerk movement (ratio 0.94)
    takes as long again (house; both follow from the shapes themselves).

    Examples
    --------
    >>> t = np.arange(0, 7.01, 0.05)
    >>> level = np.interp(t, [0, 2, 5, 7], [0, 1, 1, 0])
    >>> round(time_cycle(t, level, 60).pause_s, 1)
    3.0
    """
    top = _plateau(times_s, levels, turn)
    out = _arrival(times_s[: turn + 1], levels[: turn + 1], float(levels[0]), top)
    back = _arrival(-times_s[turn:][::-1], levels[turn:][::-1], float(levels[-1]), top)
    reached_s, left_s = min(out, times_s[turn]), max(-back, times_s[turn])
    span = float(top - min(levels[0], levels[-1]))
    held = _held(times_s, levels, (reached_s, left_s), top - _BAND * span)
    return Timing(
        start_s=float(times_s[0]),
        reached_s=float(reached_s),
        turn_s=_turn(times_s, levels, turn, span),
        left_s=float(left_s),
        end_s=float(times_s[-1]),
        pause_s=held,
    )


def _plateau(times_s: Floats, levels: Floats, turn: int) -> float:
    """Return the level of the far end: the median of the time spent near it."""
    high = float(levels[turn])
    low = float(np.nanmin(levels))
    near = levels >= high - _BAND * (high - low)
    near &= np.abs(times_s - times_s[turn]) < np.inf
    return float(np.median(levels[near]))


def _turn(times_s: Floats, levels: Floats, turn: int, span: float) -> float:
    """Return the middle of the stretch around the highest level that is as good as it."""
    top = ~(levels < levels[turn] - _TOP * span)
    first = turn
    while first > 0 and top[first - 1]:
        first -= 1
    last = turn
    while last < len(levels) - 1 and top[last + 1]:
        last += 1
    return float(times_s[first] + times_s[last]) / 2


def _arrival(times_s: Floats, levels: Floats, low: float, top: float) -> float:
    """Return when a way from `low` came to rest at `top`."""
    half, most, near = (_last_pass(times_s, levels, low + share * (top - low)) for share in _PASSES)
    if not half < most < near:
        return float(near)
    slowing = (near - most) / (most - half)
    share = min(max(_STEADY + _STEEP * (slowing - 0.6), 0.0), _MOST)
    return float(near + share * (near - half))


def _last_pass(times_s: Floats, levels: Floats, level: float) -> float:
    """Return when a rising signal passed a level for the last time, between samples."""
    seen = ~np.isnan(levels)
    times, values = times_s[seen], levels[seen]
    below = np.flatnonzero(values < level)
    if not below.size:
        return float(times[0])
    i = int(below[-1])
    if i + 1 >= len(values):
        return float(times[-1])
    share = (level - values[i]) / (values[i + 1] - values[i])
    return float(times[i] + share * (times[i + 1] - times[i]))


def _held(times_s: Floats, levels: Floats, ends_s: tuple[float, float], floor: float) -> float:
    """Return the longest time in one piece that the level stayed up, and was seen."""
    start_s, end_s = ends_s
    inside = (times_s > start_s) & (times_s < end_s) & ~np.isnan(levels)
    times, up = times_s[inside], levels[inside] >= floor
    longest, begun, last = 0.0, start_s, start_s
    for now, good in zip(times.tolist(), up.tolist(), strict=True):
        if now - last > _BRIDGE_S:
            longest, begun = max(longest, last - begun), now
        if good:
            last = now
    if end_s - last > _BRIDGE_S:
        return max(longest, last - begun)
    return max(longest, end_s - begun)
