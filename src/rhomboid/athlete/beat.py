"""One way out and back in time, smooth as people move.

Between the ends a movement is minimum-jerk: Flash & Hogan 1985, J. Neurosci. 5,
1688-1703, eq. 3.
"""

from collections.abc import Callable
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from rhomboid.athlete.style import Style
from rhomboid.athlete.truth import TrueRep

Floats = NDArray[np.floating]

_LEAVES = 0.1
"""Share of the range at which a movement has left its end, as in the engine's definition."""
_FINE = 401


def minimum_jerk(share: Floats) -> Floats:
    """Return the share of the way made after a share of its time.

    Parameters
    ----------
    share : shape (T,)
        Below 0 counts as 0, above 1 as 1.

    Returns
    -------
    shape (T,)
        0 to 1.

    Examples
    --------
    >>> minimum_jerk(np.array([0.0, 0.5, 1.0])).tolist()
    [0.0, 0.5, 1.0]
    """
    s = np.clip(share, 0.0, 1.0)
    way: Floats = s**3 * (10 + s * (6 * s - 15))
    return way


@dataclass(frozen=True, slots=True)
class Beat:
    """Out, hold, back, rest.

    Attributes
    ----------
    out_s, pause_s, back_s, rest_s
        How long each takes.
    extent
        Share of the full way that is made.
    style
        Its faults of form.
    base
        Share of the full way that is not gone back.
    counts
        Whether it is a repetition.
    cut
        Whether the recording ends as the far end is left.
    """

    out_s: float
    pause_s: float
    back_s: float
    rest_s: float
    extent: float = 1.0
    style: Style = field(default_factory=Style)
    base: float = 0.0
    counts: bool = True
    cut: bool = False

    @property
    def duration_s(self) -> float:
        """How long all of it takes."""
        held_s = self.out_s + self.pause_s
        return held_s if self.cut else held_s + self.back_s + self.rest_s

    def way(self, times_s: Floats) -> Floats:
        """Return the share of the full way made at some times, shape (T,)."""
        out = minimum_jerk(times_s / self.out_s)
        back = minimum_jerk((times_s - self.out_s - self.pause_s) / self.back_s)
        way: Floats = self.base + (self.extent - self.base) * (out - back)
        return way

    def truth(self, begins_s: float, progress: Callable[[Floats], Floats]) -> TrueRep:
        """Return the times of this beat.

        Parameters
        ----------
        begins_s
            When it begins.
        progress
            From shares of the way to the measure of the movement.
        """
        reached_s = begins_s + self.out_s
        left_s = reached_s + self.pause_s
        passed = _passed(self.base, self.extent, progress)
        return TrueRep(
            begun_s=begins_s,
            start_s=begins_s + passed * self.out_s,
            reached_s=reached_s,
            turn_s=(reached_s + left_s) / 2,
            left_s=left_s,
            end_s=left_s + (1 - passed) * self.back_s,
            done_s=left_s + self.back_s,
        )


def _passed(base: float, extent: float, progress: Callable[[Floats], Floats]) -> float:
    """Return after which share of the time of a way a tenth of its range is passed."""
    time = np.linspace(0.0, 1.0, _FINE)
    values = progress(base + (extent - base) * minimum_jerk(time))
    low, high = values.min(), values.max()
    away = np.abs(values - values[0]) / (high - low)
    return float(time[int(np.argmax(away >= _LEAVES))])
