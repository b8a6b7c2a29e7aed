"""Where the joints were at one moment of a recording."""

import numpy as np

from rhomboid.pose.track import Floats, PoseTrack
from rhomboid.records import Side
from rhomboid.skeleton import INDEX

NEAR_S = 0.05
"""How far from a moment the nearest frame of a track may be."""

_CLEARLY_NEARER = 0.3
_SEEN_AT_LEAST = 0.5


class Moments:
    """The joints of a track, by time.

    Parameters
    ----------
    track
        The joints of the whole recording.
    """

    def __init__(self, track: PoseTrack) -> None:
        self._track = track
        self._seen_px = track.seen(_SEEN_AT_LEAST)

    def joints_px(self, time_s: float, within_s: float = NEAR_S) -> Floats | None:
        """Return the joints in the frame nearest to a moment.

        Returns
        -------
        shape (J, 2)
            Square pixels of the upright video; NaN where unseen. None if no
            frame is near enough, or nobody was seen in it.
        """
        at = self._nearest(time_s, within_s)
        if at is None or np.isnan(self._seen_px[at]).all():
            return None
        joints_px: Floats = self._seen_px[at]
        return joints_px

    def nearer_side(self, time_s: float, within_s: float = NEAR_S) -> Side:
        """Return which side of the body is nearer to the camera, or ``both``.

        Depth decides where the track has it, measured against the width of
        the shoulders; otherwise how well each side could be seen.
        """
        at = self._nearest(time_s, within_s)
        if at is None:
            return "both"
        lead = self._lead_in_depth(at)
        if not np.isfinite(lead):
            lead = self._lead_in_sight(at)
        if abs(lead) < _CLEARLY_NEARER:
            return "both"
        return "left" if lead > 0 else "right"

    def _nearest(self, time_s: float, within_s: float) -> int | None:
        """Return the place of the nearest frame, if it is near enough."""
        times_s = self._track.times_s
        if not len(times_s):
            return None
        after = int(np.searchsorted(times_s, time_s))
        around = [i for i in (after - 1, after) if 0 <= i < len(times_s)]
        at = min(around, key=lambda i: abs(times_s[i] - time_s))
        return at if abs(times_s[at] - time_s) <= within_s else None

    def _lead_in_depth(self, at: int) -> float:
        """Return how much nearer the left side is, in widths of the body; NaN if unknown."""
        if self._track.world_m is None:
            return float("nan")
        left, right = _trunk_corners(self._track.world_m[at])
        width_m = float(np.linalg.norm(left - right))
        return float(right[2] - left[2]) / width_m if width_m > 0 else float("nan")

    def _lead_in_sight(self, at: int) -> float:
        """Return how much better the left side could be seen, -1 to 1."""
        left, right = _trunk_corners(self._track.visibility[at][:, None])
        return float(left[0] - right[0])


def _trunk_corners(values: Floats) -> tuple[Floats, Floats]:
    """Return the mean over shoulder and hip of the left side and of the right."""
    left, right = (
        values[[INDEX[f"{side}_shoulder"], INDEX[f"{side}_hip"]]].mean(axis=0)
        for side in ("left", "right")
    )
    return left, right
