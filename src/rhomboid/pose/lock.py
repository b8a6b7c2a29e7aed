"""Keep looking at the same person.

BlazePose has no identities: whoever is in its region is the person. A passer-by
who walks through that region can carry it away. The lock remembers where the
watched person has been, refuses joints that jump, and says when the region has
wandered so far that it is worth looking whether the person is still there.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from rhomboid.pose.detector import Detection, region_from
from rhomboid.pose.landmarks import Landmarks
from rhomboid.pose.one_euro import OneEuro
from rhomboid.pose.warp import Region

_START = 0.5
"""Presence that starts a track (MediaPipe's default)."""
_KEEP = 0.3
"""Presence that keeps one; lower, because people here lie, hang and kneel (motion.md 8)."""
_JUMP = 0.4
"""Share of the region's side that its centre may move between two looks."""
_GROWTH = 1.6
_WANDERED = 0.55
_PLACE_S = 2.0
_DOUBT_EVERY_S = 0.5
_RETRY_S = 0.1


class PersonLock:
    """Where to look next, given what was seen; deterministic, frame after frame."""

    def __init__(self) -> None:
        self._smooth = OneEuro(min_cutoff_hz=0.01, beta=10.0)
        self.region: Region | None = None
        self.place: Region | None = None
        self._seen_s = -np.inf
        self._doubted_s = -np.inf
        self._missed_s = -np.inf

    def should_search(self, time_s: float) -> bool:
        """Return whether to run the detector on a frame: lost, or wandered away."""
        if self.region is None:
            return time_s - self._missed_s >= _RETRY_S
        if self._wandered() and time_s - self._doubted_s >= _DOUBT_EVERY_S:
            self._doubted_s = time_s
            return True
        return False

    def accept(self, region: Region, landmarks: Landmarks, time_s: float) -> bool:
        """Take in what was seen in a region; return whether to believe it."""
        fresh = region_from(landmarks.next_px[0], landmarks.next_px[1])
        needed = _KEEP if self.region is not None else _START
        if landmarks.presence < needed or not fresh.side_px > 0 or _jumped(region, fresh):
            self.lose()
            return False
        if self.region is None or _jumped(self.region, fresh):
            self._smooth.reset()
        steady = self._smooth(landmarks.next_px, time_s, scale=1 / fresh.side_px)
        self.region = region_from(steady[0], steady[1])
        self._remember(self.region, time_s)
        return True

    def lose(self, searched_s: float = -np.inf) -> None:
        """Note that nobody was there, and when that was searched for in vain."""
        self.region = None
        self._missed_s = max(self._missed_s, searched_s)

    def _wandered(self) -> bool:
        """Return whether the region has left the place where the person was."""
        if self.region is None or self.place is None:
            return False
        return _distance(self.region, self.place) > _WANDERED * self.place.side_px

    def _remember(self, region: Region, time_s: float) -> None:
        """Let the remembered place follow slowly."""
        if self.place is None:
            self.place = region
        else:
            share = 1 - float(np.exp(-min(time_s - self._seen_s, _PLACE_S) / _PLACE_S))
            old, new = _as_array(self.place), _as_array(region)
            x, y, side = old + share * (new - old)
            self.place = Region(float(x), float(y), float(side), region.turn_rad)
        self._seen_s = time_s


def choose(
    found: Sequence[Detection],
    *,
    current: Region | None,
    place: Region | None,
    size_px: tuple[int, int],
) -> Region | None:
    """Return whom to look at: the one known before, else the largest and most central.

    Parameters
    ----------
    found
        Whoever the detector saw.
    current
        The region followed now, if any; it is kept unless the person known
        before is seen elsewhere.
    place
        Where the person was before, if anybody was.
    size_px
        Width and height of the picture.
    """
    if place is not None:
        there = [d.region for d in found if _is_at(d.region, place)]
        if there:
            best = min(there, key=lambda region: _distance(region, place))
            if current is None or _distance(best, current) > 0.4 * place.side_px:
                return best
    if current is not None:
        return current
    if not found:
        return None
    middle = Region(size_px[0] / 2, size_px[1] / 2, max(size_px))
    return max(
        (d.region for d in found),
        key=lambda region: region.side_px * (1 - _distance(region, middle) / max(size_px)),
    )


def _is_at(region: Region, place: Region) -> bool:
    """Return whether somebody is where the person was, and about as large."""
    ratio = region.side_px / place.side_px
    return _distance(region, place) < 0.35 * place.side_px and 0.6 < ratio < 1.6


def _jumped(old: Region, new: Region) -> bool:
    """Return whether a body cannot have moved or grown so."""
    ratio = new.side_px / old.side_px
    far = _distance(old, new) > _JUMP * old.side_px
    return far or not 1 / _GROWTH < ratio < _GROWTH


def _distance(one: Region, other: Region) -> float:
    """Return the pixels between two centres."""
    return float(np.hypot(one.x_px - other.x_px, one.y_px - other.y_px))


def _as_array(region: Region) -> NDArray[np.floating]:
    """Return centre and side as one array."""
    return np.array([region.x_px, region.y_px, region.side_px])
