"""When the far end of a cycle was reached and left, and how long it was held.

The clock cannot start when the signal stops moving: near its end every
movement is slow, and the last tenth of the way is lost in jitter. Instead the
end of the way is told from the times at which its middle parts were passed.
"""

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.floating]
Weights = tuple[float, float, float, float]

_PASSES = (0.3, 0.5, 0.7, 0.9)
"""Shares of a way at which it is timed. house"""
_WEIGHTS = (0.330, -0.655, -1.403, 2.728)
"""What the time of each counts for the end of the way. For seven tenths they are the weights of
least spread that are exact for a minimum-jerk movement (Flash & Hogan 1985), for three tenths
those exact for an even speed too, whose spread is six times as large. house"""
_HOLD_WEIGHTS = (-0.645, -0.221, 0.307, 1.559)
"""The same with nine tenths and one tenth, for ways to a long hold: nobody stops dead to stay for
half a minute, and their ways are slow, so that half the spread is worth more. house"""
_BAND = 0.15
"""Share of the range within which the far end counts as held. house"""
_TOP = 0.1
"""Share of the range that counts as the very far end. house"""
SLOWING = 0.24
"""Share of its time that a minimum-jerk movement spends near its end (Flash & Hogan 1985)."""
_BRIDGE_S = 0.25
"""Longest gap over which a hold goes on (motion.md 8)."""
_FIT = 0.06
"""Share of the range around a level within which a line tells when it was passed. house"""
_BELOW = 0.2
"""Share of the range by which a way may begin below the sample at which it clearly had. house"""
_AHEAD = 0.35
"""Share of the way back by which its end may lie after the last tenth was entered; a third for
a minimum-jerk movement. house"""
_APART_S, _APART = 0.2, 0.35
"""How far two signals may differ on when a way began or ended: seconds, and a share of it. house"""
_MOST = 1.2
"""How much of a way is left after nine tenths at most, as a share of the time from half to there;
0.9 for a minimum-jerk movement. house"""


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
        Half way between the two.
    pause_s
        How long the far end was held in one piece, seen all the while.
    whole
        Whether that was all of it: nothing was out of sight meanwhile.
    """

    start_s: float
    reached_s: float
    turn_s: float
    left_s: float
    end_s: float
    pause_s: float
    whole: bool = True

    def told_by(self, other: "Timing") -> "Timing":
        """Return the clock of another signal, each end where both tell nearly the same.

        The far end is taken as a whole or not at all.
        """
        out_s = _APART_S + _APART * (self.reached_s - self.start_s)
        back_s = _APART_S + _APART * (self.end_s - self.left_s)
        near = (
            abs(other.reached_s - self.reached_s) <= out_s
            and abs(other.left_s - self.left_s) <= back_s
        )
        if not near:
            return self
        start_s = other.start_s if abs(other.start_s - self.start_s) <= out_s else self.start_s
        end_s = other.end_s if abs(other.end_s - self.end_s) <= back_s else self.end_s
        ordered = start_s < other.reached_s <= other.left_s < end_s
        return replace(other, start_s=start_s, end_s=end_s) if ordered else self


def time_cycle(
    times_s: Floats,
    levels: Floats,
    *,
    start: int,
    turn: int,
    end: int = -1,
    to_hold: bool = False,
) -> Timing:
    """Return the clock of one cycle.

    Parameters
    ----------
    times_s : shape (n,)
        From before the start was left to being back.
    levels : shape (n,)
        The signal, low at the start and high at the far end; NaN where unseen.
    start
        Sample at which the start had clearly been left.
    turn
        Sample with the highest level.
    end
        Sample at which the start had clearly been reached again.
    to_hold
        Whether the far end is there to be held for long.

    Notes
    -----
    The time of arrival is a weighted sum of the times of passing: right for
    ways that slow down as people do (docs/decisions/0005), some tenths late
    for one that stops dead. So a pause is rather told too short than too long.
    A way is left as it is reached, seen backwards.

    Examples
    --------
    >>> t = np.arange(0, 9.01, 0.05)
    >>> way = np.interp(t, [1, 3, 6, 8], [0, 1, 1, 0])
    >>> clock = time_cycle(t, way**3 * (10 - 15 * way + 6 * way**2), start=24, turn=80)
    >>> round(clock.start_s, 1), round(clock.reached_s, 1), round(clock.pause_s, 1)
    (1.0, 3.0, 3.0)
    """
    top = _plateau(levels[start:], turn - start)
    low = _bottom(levels[: start + 1], float(levels[start]), top)
    last = min(low, _bottom(levels[turn:], float(levels[end]), top))
    there, back = slice(start, turn + 1), slice(turn, None)
    far = _HOLD_WEIGHTS if to_hold else _WEIGHTS
    reached_s = min(_arrival(times_s[there], levels[there], low, top, far), times_s[turn])
    left_s = max(_departure(times_s[back], -levels[back], -top, -last, far), times_s[turn])
    start_s = min(_departure(times_s[there], levels[there], low, top), times_s[start])
    end_s = _arrival(times_s[back], -levels[back], -top, -last)
    latest_s = times_s[end] + _AHEAD * (times_s[end] - left_s)
    span = top - last
    pause_s, whole = _held(times_s, levels, (reached_s, left_s), top - _BAND * span)
    return Timing(
        start_s=float(max(start_s, times_s[0])),
        reached_s=float(reached_s),
        turn_s=float((reached_s + left_s) / 2),
        left_s=float(left_s),
        end_s=float(min(max(end_s, times_s[end]), latest_s)),
        pause_s=pause_s,
        whole=whole,
    )


def ends_of(levels: Floats, turn: int) -> tuple[int, int]:
    """Return the last sample near the start before a turn, and the first near it again after.

    Parameters
    ----------
    levels : shape (n,)
        Low at the start and high at the turn.
    turn
        Sample with the highest level.
    """
    before, after = levels[: turn + 1], levels[turn:]
    out = np.flatnonzero(before <= _edge(before, levels[turn]))
    back = np.flatnonzero(after <= _edge(after, levels[turn]))
    return int(out[-1]) if len(out) else 0, turn + (int(back[0]) if len(back) else len(after) - 1)


def middle_of_top(levels: Floats, turn: int) -> int:
    """Return the middle one of the samples at the top: in a hold, the highest is any of them.

    Parameters
    ----------
    levels : shape (n,)
        Low at the start and high at the turn.
    turn
        A sample at the top by another signal: where there are two tops, the one
        that was held for longer is meant.
    """
    tops = [top_of(levels, top) for top in (turn, int(np.nanargmax(levels)))]
    first, last = max(tops, key=lambda ends: ends[1] - ends[0])
    return (first + last) // 2


def top_of(levels: Floats, turn: int, start: int = 0) -> tuple[int, int]:
    """Return the first and the last sample in one piece near the top, around a turn.

    Parameters
    ----------
    levels : shape (n,)
        Low at the start and high at the turn.
    turn
        A sample; if it is not near the top, it stands for itself alone.
    start
        What comes before does not matter.
    """
    part = levels[start:]
    high, low = float(np.nanmax(part)), float(np.nanmin(part))
    away = start + np.flatnonzero(~(part >= high - _TOP * (high - low)))
    if turn in away:
        return turn, turn
    before, after = away[away < turn], away[away > turn]
    return (
        int(before[-1]) + 1 if len(before) else start,
        int(after[0]) - 1 if len(after) else len(levels) - 1,
    )


def _edge(way: Floats, top: float) -> float:
    """Return the level at which a way from or to the top has a tenth left."""
    low = float(np.nanmin(way))
    return low + _TOP * (top - low)


def _bottom(levels: Floats, edge: float, top: float) -> float:
    """Return the level where a way begins or ends, a little below its edge, deaf to outliers."""
    return max(float(np.nanmin(levels)), edge - _BELOW * (top - edge))


def _plateau(levels: Floats, turn: int) -> float:
    """Return the level of the far end: the median of the time spent near it."""
    high = float(levels[turn])
    low = float(np.nanmin(levels))
    near = levels >= high - _TOP * (high - low)
    return float(np.median(levels[near]))


def _arrival(
    times_s: Floats, levels: Floats, low: float, top: float, weights: Weights = _WEIGHTS
) -> float:
    """Return when a way from `low` came to rest at `top`."""
    span = top - low
    seen = ~np.isnan(levels)
    times, values = times_s[seen].tolist(), levels[seen].tolist()
    passed = [_last_pass(times, values, low + p * span, _FIT * abs(span)) for p in _PASSES]
    _, half, _, near = passed
    told = sum(weight * time for weight, time in zip(weights, passed, strict=True))
    return float(min(max(told, near), near + _MOST * (near - half)))


def _departure(
    times_s: Floats, levels: Floats, low: float, top: float, weights: Weights = _WEIGHTS
) -> float:
    """Return when a way from `low` to `top` was begun: an arrival, seen backwards."""
    return -_arrival(-times_s[::-1], -levels[::-1], -top, -low, weights)


def _last_pass(times_s: list[float], values: list[float], level: float, reach: float) -> float:
    """Return when a rising signal passed a level for the last time.

    A line through the samples within `reach` of the level tells it: on a slow
    way there are many, and their jitter averages out. Plain numbers, since the
    samples are few and a live frame is short of time.
    """
    first = len(values) - 1
    while first >= 0 and not values[first] < level:
        first -= 1
    last = below = first
    if first < 0 or below + 1 == len(values):
        return times_s[below] if first >= 0 else times_s[0]
    while first > 0 and values[first - 1] > level - reach:
        first -= 1
    last += 1
    while last + 1 < len(values) and values[last + 1] < level + reach:
        last += 1
    t, v = times_s[first : last + 1], values[first : last + 1]
    t_middle, v_middle = sum(t) / len(t), sum(v) / len(v)
    rise = sum((a - t_middle) * (b - v_middle) for a, b in zip(t, v, strict=True))
    if rise <= 0:
        return times_s[below]
    spread = sum((a - t_middle) ** 2 for a in t)
    return min(max(t_middle + (level - v_middle) * spread / rise, t[0]), t[-1])


def _held(
    times_s: Floats, levels: Floats, ends_s: tuple[float, float], floor: float
) -> tuple[float, bool]:
    """Return the longest time in one piece that the level stayed up, and whether all was seen."""
    start_s, end_s = ends_s
    inside = (times_s > start_s) & (times_s < end_s) & ~np.isnan(levels)
    times, up = times_s[inside], levels[inside] >= floor
    seen_s = np.concatenate([[start_s], times, [end_s]])
    whole = bool((np.diff(seen_s) <= _BRIDGE_S).all())
    longest, begun, last = 0.0, start_s, start_s
    for now, good in zip(times.tolist(), up.tolist(), strict=True):
        if now - last > _BRIDGE_S:
            longest, begun = max(longest, last - begun), now
        if good:
            last = now
    if end_s - last > _BRIDGE_S:
        return float(max(longest, last - begun)), whole
    return float(max(longest, end_s - begun)), whole
