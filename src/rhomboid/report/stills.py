"""A still of the video at the turn of every repetition, with the skeleton on it."""

import io
from pathlib import Path
from typing import TYPE_CHECKING

from rhomboid.pose.track import PoseTrack
from rhomboid.pose.video import Frame, Video
from rhomboid.records import SetReport
from rhomboid.report.drawing import draw_skeleton, to_image
from rhomboid.report.moment import Moments

if TYPE_CHECKING:
    from PIL.Image import Image

LONGEST_SIDE_PX = 480
"""Longer side of a still."""

_QUALITY = 80


def read_stills(path: str | Path, report: SetReport, track: PoseTrack) -> dict[int, bytes]:
    """Take the stills in one pass over a video.

    Parameters
    ----------
    path
        The video that the report and the track are of.

    Returns
    -------
    dict
        JPEG pictures by number of repetition; the frame nearest to each turn.
        Empty if there are no repetitions.

    Raises
    ------
    VideoError
        If the video cannot be read.
    """
    if not report.reps:
        return {}
    moments = Moments(track)
    return {
        number: _jpeg(frame, moments) for number, frame in _frames_at_turns(path, report).items()
    }


def _frames_at_turns(path: str | Path, report: SetReport) -> dict[int, Frame]:
    """Return the frame nearest to the turn of each repetition."""
    waiting = sorted(report.reps, key=lambda rep: rep.turn_s)
    chosen: dict[int, Frame] = {}
    before: Frame | None = None
    with Video(path) as video:
        for frame in video.frames(every=True):
            while waiting and frame.time_s >= waiting[0].turn_s:
                rep = waiting.pop(0)
                chosen[rep.number] = _nearer(before, frame, rep.turn_s)
            if not waiting:
                break
            before = frame
    if before is not None:
        chosen |= {rep.number: before for rep in waiting}
    return chosen


def _nearer(before: Frame | None, after: Frame, time_s: float) -> Frame:
    """Return the frame that is nearer to a moment."""
    if before is None or after.time_s - time_s <= time_s - before.time_s:
        return after
    return before


def _jpeg(frame: Frame, moments: Moments) -> bytes:
    """Draw the skeleton on a frame, make it small, and pack it."""
    image = to_image(frame.picture)
    joints_px = moments.joints_px(frame.time_s)
    if joints_px is not None:
        draw_skeleton(image, joints_px / frame.scale)
    packed = io.BytesIO()
    _small(image).save(packed, "JPEG", quality=_QUALITY)
    return packed.getvalue()


def _small(image: "Image") -> "Image":
    """Return an image no larger than a still may be."""
    image.thumbnail((LONGEST_SIDE_PX, LONGEST_SIDE_PX))
    return image
