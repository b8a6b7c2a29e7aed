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
_JUMP, _JUMP_PER_S = 0.1, 0.8
"""Shares of the region's side that its centre may move: at once, and in a second. The side is
some 2.1 m, so that is faster than anybody trains. house"""
_GROWTH = 1.6
"""How many times larger or smaller somebody may look from one moment to the next. house"""
_WANDERED = 0.2
_THERE = 0.35
_APART = 0.2
"""Shares of the side: from where on a place has been left, is somebody at a place, and are two
squares about two people. house"""
_PLACE_S = 2.5
"""Over how long the place of a person is averaged. house"""
_PATIENCE_S = 2.0
"""How long only the person known before is looked for. house"""
_DOUBT_EVERY_S = 0.25
_RETRY_S = 0.1
"""How often it is searched whether the person is still at the place, or there again. house"""


class PersonLock:
    """Where to look next, given what was seen; deterministic, frame after frame."""

    def __init__(self) -> None:
        self._smooth = OneEuro(min_cutoff_hz=0.01, beta=10.0)
        self.region: Region | None = None
        self.place: Region | None = None
        self._watched_s = 0.0
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

    def place_at(self, time_s: float) -> Region | None:
        """Return where the person must be, unless unseen for so long that anybody will do."""
        return self.place if time_s - self._seen_s <= _PATIENCE_S else None

    def accept(self, region: Region, landmarks: Landmarks, time_s: float) -> bool:
        """Take in what was seen in a region; return whether to believe it."""
        fresh = region_from(landmarks.next_px[0], landmarks.next_px[1])
        needed = _KEEP if self.region is not None else _START
        step_s = min(time_s - self._seen_s, 1.0)
        jumped = _jumped(region, fresh, step_s) if self.region is not None else False
        if landmarks.presence < needed or not fresh.side_px > 0 or jumped:
            self.lose()
            return False
        if self.region is None:
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
        """Let the remembered place follow slowly: the mean of the last seconds."""
        if self.place_at(time_s) is None:
            self._watched_s = 0.0
        step_s = min(time_s - self._seen_s, 0.25)
        self._watched_s = min(self._watched_s + step_s, _PLACE_S)
        if self.place is None or self._watched_s <= step_s:
            self.place = region
        else:
            share = step_s / self._watched_s
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
        Where the person must be who was known before, if anybody was.
    size_px
        Width and height of the picture.
    """
    if place is not None:
        there = [d.region for d in found if _is_at(d.region, place)]
        if there:
            best = min(there, key=lambda region: _distance(region, place))
            if current is None or _distance(best, current) > _APART * place.side_px:
                return best
    if current is not None:
        return current
    if not found or place is not None:
        return None
    middle = Region(size_px[0] / 2, size_px[1] / 2, max(size_px))
    return max(
        (d.region for d in found),
        key=lambda region: region.side_px * (1 - _distance(region, middle) / max(size_px)),
    )


def _is_at(region: Region, place: Region) -> bool:
    """Return whether somebody is where the person was, and about as large."""
    ratio = region.side_px / place.side_px
    near = _distance(region, place) < _THERE * place.side_px
    return near and 1 / _GROWTH < ratio < _GROWTH


def _jumped(old: Region, new: Region, step_s: float) -> bool:
    """Return whether a body cannot have moved or grown so in a time."""
    ratio = new.side_px / old.side_px
    far = _distance(old, new) > (_JUMP + _JUMP_PER_S * step_s) * old.side_px
    return far or not 1 / _GROWTH < ratio < _GROWTH


def _distance(one: Region, other: Region) -> float:
    """Return the pixels between two centres."""
    return float(np.hypot(one.x_px - other.x_px, one.y_px - other.y_px))


def _as_array(region: Region) -> NDArray[np.floating]:
    """Return centre and side as one array."""
    return np.array([region.x_px, region.y_px, region.side_px])
