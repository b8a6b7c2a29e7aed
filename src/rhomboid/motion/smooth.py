"""Take the jitter out of signals, looking no further ahead than a tenth of a second.

The same numbers come out whether a recording is smoothed at once or frame by
frame: :class:`Smoother` only waits until the frames it needs have come. However
close the frames, the work for each is bounded: `MOST_FRAMES` to each side.
"""

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.floating]

HALF_WIDTH_S = 0.07
"""How far to each side a frame has a say."""
MOST_FRAMES = 32
"""How many frames to each side have a say at most; it counts above some 450 frames a second."""
_SPREAD_S = 0.04


def smooth(times_s: Floats, values: Floats) -> Floats:
    """Smooth columns over time: a median of three, then a mean that fades with distance.

    Parameters
    ----------
    times_s : shape (T,)
        Increasing.
    values : shape (T, S)
        NaN where unseen.

    Returns
    -------
    shape (T, S)
        NaN where the frame itself was unseen: smoothing fills no gaps.

    Examples
    --------
    >>> smooth(np.arange(5) / 30, np.array([[1.0], [1.0], [9.0], [1.0], [1.0]]))[2].tolist()
    [1.0]
    """
    calm = _median_of_three(values)
    total, weight = np.zeros_like(calm), np.zeros_like(calm)
    for shift in _shifts(times_s):
        here, there = _overlap(len(times_s), shift)
        share = _share(times_s[there] - times_s[here])
        seen = ~np.isnan(calm[there])
        total[here] += np.where(seen, calm[there], 0.0) * share[:, None]
        weight[here] += seen * share[:, None]
    result: Floats = np.where(np.isnan(values), np.nan, total / np.where(weight > 0, weight, 1.0))
    return result


class Smoother:
    """Smooths columns as they come; each is given back once nothing later can change it."""

    def __init__(self) -> None:
        self._times_s: list[float] = []
        self._rows: list[Floats] = []
        self._calm: list[Floats] = []
        self._next = 0

    def feed(self, time_s: float, row: Floats) -> list[tuple[float, Floats]]:
        """Take in one frame; return those that are final now.

        Parameters
        ----------
        time_s
            Later than the last.
        row : shape (S,)
        """
        self._times_s.append(time_s)
        self._rows.append(row)
        self._calm.append(row)
        if len(self._rows) > 2:
            self._calm[-2] = _middle_of_three(*self._rows[-3:])
        done = []
        # One frame more than have a say: the last of them has a neighbour too.
        while (
            self._times_s[self._next] + HALF_WIDTH_S < time_s
            or len(self._times_s) - self._next > MOST_FRAMES + 1
        ):
            done.append(self._finish())
        return done

    def flush(self) -> list[tuple[float, Floats]]:
        """Return all that is left, as at the end of a recording."""
        done = []
        while self._next < len(self._times_s):
            done.append(self._finish())
        return done

    def _finish(self) -> tuple[float, Floats]:
        """Smooth the next frame, and drop what no later one needs."""
        now, here = self._times_s[self._next], self._rows[self._next]
        first = max(0, self._next - MOST_FRAMES)
        part = slice(first, self._next + MOST_FRAMES + 1)
        calm, share = np.array(self._calm[part]), _share(np.array(self._times_s[part]) - now)
        seen = ~np.isnan(calm)
        if seen.all():
            row = share @ calm / share.sum()
        else:
            total, weight = share @ np.where(seen, calm, 0.0), share @ seen
            row = np.where(np.isnan(here), np.nan, total / np.where(weight > 0, weight, 1.0))
        self._next += 1
        while self._next > 1 and (
            self._times_s[1] < now - HALF_WIDTH_S or self._next > MOST_FRAMES + 1
        ):
            del self._times_s[0], self._rows[0], self._calm[0]
            self._next -= 1
        return now, row


def _median_of_three(values: Floats) -> Floats:
    """Replace each value by the median of itself and its neighbours, where all three are seen."""
    calm = values.copy()
    calm[1:-1] = _middle_of_three(values[:-2], values[1:-1], values[2:])
    return calm


def _middle_of_three(before: Floats, here: Floats, after: Floats) -> Floats:
    """Return the median of three, or the one in the middle where not all are seen."""
    low, high = np.minimum(before, after), np.maximum(before, after)
    middle = np.minimum(np.maximum(here, low), high)
    result: Floats = np.where(np.isnan(middle), here, middle)
    return result


def _shifts(times_s: Floats) -> range:
    """Return how many frames to each side can lie within reach, `MOST_FRAMES` at most."""
    reach = 0
    while (
        reach + 1 < len(times_s)
        and reach < MOST_FRAMES
        and (times_s[reach + 1 :] - times_s[: -reach - 1]).min() <= HALF_WIDTH_S
    ):
        reach += 1
    return range(-reach, reach + 1)


def _overlap(length: int, shift: int) -> tuple[slice, slice]:
    """Return the frames that have a neighbour at a shift, and those neighbours."""
    if shift >= 0:
        return slice(0, length - shift), slice(shift, length)
    return slice(-shift, length), slice(0, length + shift)


def _share(apart_s: Floats) -> Floats:
    """Return how much say a frame has at a distance in time."""
    share: Floats = np.exp(-0.5 * (apart_s / _SPREAD_S) ** 2) * (np.abs(apart_s) <= HALF_WIDTH_S)
    return share
