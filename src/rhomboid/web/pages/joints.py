"""The joints of a kept set, for the stick figure that replays it."""

from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray
from pydantic_core import to_json

from rhomboid.pose.track import PoseTrack
from rhomboid.records import SetReport
from rhomboid.report.page import worst_first
from rhomboid.skeleton import BONES, INDEX
from rhomboid.web.pages.athlete import BONE_PLACES
from rhomboid.web.pages.judged import Judged

_RATE_HZ, _LEAST_RATE_HZ = 30.0, 10.0
_MOST_FRAMES = 3000
"""A long set is sent with fewer frames a second, but never fewer than the least. house"""
_AT_HAND = 4
_SLACK = 1.02
"""A camera of 30 frames a second gives a few more."""
_LEAST_SEEN = 0.2
"""A joint the model was less sure of is left out. house"""
_DRAWN = sorted({INDEX[end] for bone in BONES for end in bone} | {INDEX["nose"]})
"""What a stick figure is made of; fingers and faces are not sent."""


@lru_cache(maxsize=_AT_HAND)
def replay(found: Judged) -> bytes:
    """Return the joints in the picture as JSON, at most 30 frames a second.

    Raises
    ------
    ValueError
        If there are none.
    """
    if found.track is None or found.report is None:
        raise ValueError("a set without joints cannot be replayed")
    return to_json(_told(found.track, found.report))


def _told(track: PoseTrack, report: SetReport) -> dict[str, Any]:
    """Return what the page's player reads."""
    chosen = _thinned(track.times_s)
    width, height = track.size_px
    return {
        "times_s": track.times_s[chosen].round(3).tolist(),
        "joints": _joints(track, chosen),
        "size": [round(width), round(height)],
        "bones": BONE_PLACES,
        "reps": [
            {
                "number": rep.number,
                "start_s": round(rep.start_s, 3),
                "turn_s": round(rep.turn_s, 3),
                "end_s": round(rep.end_s, 3),
                "faults": [fault.title for fault in worst_first(rep.findings)],
            }
            for rep in report.reps
        ],
    }


def _thinned(times_s: NDArray[np.floating]) -> NDArray[np.intp]:
    """Return which frames to send."""
    if len(times_s) < 2:
        return np.arange(len(times_s))
    rate_hz = _MOST_FRAMES / float(times_s[-1] - times_s[0])
    rate_hz = min(max(rate_hz, _LEAST_RATE_HZ), _RATE_HZ)
    slots = np.floor((times_s - times_s[0]) * rate_hz * _SLACK + 1e-6)
    return np.flatnonzero(np.diff(slots, prepend=-1.0) > 0)


def _joints(track: PoseTrack, chosen: NDArray[np.intp]) -> list[list[list[float] | None]]:
    """Return places of joints frame by frame; None where a joint was not seen."""
    px = track.image_px[chosen].astype(np.float64).round(1)
    seen = np.isfinite(px).all(axis=-1) & (track.visibility[chosen] >= _LEAST_SEEN)
    is_drawn = np.zeros(px.shape[1], dtype=bool)
    is_drawn[_DRAWN] = True
    seen &= is_drawn
    return [
        [place if is_seen else None for place, is_seen in zip(frame, flags, strict=True)]
        for frame, flags in zip(px.tolist(), seen.tolist(), strict=True)
    ]
