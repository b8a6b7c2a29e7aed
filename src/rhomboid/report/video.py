"""The video again, with the skeleton, the count, the phase and the cues drawn on it."""

import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from rhomboid.errors import OutputError
from rhomboid.pose.ahead import ahead
from rhomboid.pose.track import PoseTrack
from rhomboid.pose.video import Frame, Video
from rhomboid.records import SetReport
from rhomboid.report.caption import Caption, caption_at
from rhomboid.report.drawing import count_plate, cue_plate, draw_skeleton, put, to_image
from rhomboid.report.moment import Moments
from rhomboid.report.target import whole_file
from rhomboid.report.words import ENGLISH, Words
from rhomboid.skeleton import INDEX

if TYPE_CHECKING:
    from PIL.Image import Image

    from rhomboid.report.encoder import Encoder, Kind, Sound

Progress = Callable[[float], None]
"""Called with the share that is done, 0 to 1."""


def write_video(
    path: str | Path,
    source: str | Path,
    report: SetReport,
    track: PoseTrack,
    progress: Progress | None = None,
    *,
    words: Words = ENGLISH,
) -> None:
    """Write an annotated copy of a video.

    Frames keep their times, and the sound is copied where the new file can
    hold it. Videos larger than 1280 pixels are made smaller.

    Parameters
    ----------
    path
        Where to, ``.mp4`` or ``.webm``; the file appears when it is whole.
    source
        The video that the report and the track are of.
    progress
        Told now and then what share is done.

    Raises
    ------
    VideoError
        If the source cannot be read.
    OutputError
        If the video cannot be written, or would replace its own source.
    """
    import av

    from rhomboid.report.encoder import kind_of

    kind = kind_of(Path(path))
    if os.path.realpath(path) == os.path.realpath(source):
        raise OutputError(f"cannot write {path}: it is the video that is being read")
    with whole_file(path) as part, Video(source) as video:
        drawn = _drawn(video, report, track, words)
        try:
            _encode(part, kind, Path(source), drawn, _share_of(report, video, progress))
        except av.FFmpegError as error:
            raise OutputError(f"cannot write {path}: {error.strerror}") from error


def _share_of(
    report: SetReport, video: Video, progress: Progress | None
) -> Callable[[float], None]:
    """Return what turns a moment of the video into the share that is done."""
    lengths_s = (video.info.duration_s, report.duration_s)
    length_s = next((s for s in lengths_s if np.isfinite(s) and s > 0), 1.0)
    if progress is None:
        return lambda _: None
    return lambda time_s: progress(min(1.0, time_s / length_s))


def _drawn(
    video: Video, report: SetReport, track: PoseTrack, words: Words
) -> Iterator[tuple["Image", float]]:
    """Yield the frames with all that is drawn on them; decoding runs ahead."""
    moments, corner = Moments(track), free_corner(track)
    with closing(ahead(video.frames(every=True))) as frames:
        for frame in frames:
            caption = caption_at(report, frame.time_s, words)
            yield annotated(frame, moments, caption, corner), frame.time_s


def _encode(
    part: Path,
    kind: "Kind",
    source: Path,
    drawn: Iterator[tuple["Image", float]],
    tell: Callable[[float], None],
) -> None:
    """Write frames as they come; drawing runs ahead."""
    encoder: Encoder | None = None
    with ExitStack() as stack:
        for image, time_s in stack.enter_context(closing(ahead(drawn))):
            if encoder is None:
                encoder = stack.enter_context(_open(part, kind, image.size, source, stack))
            encoder.add(image, time_s)
            tell(time_s)
        tell(float("inf"))


def _open(
    part: Path, kind: "Kind", size_px: tuple[int, int], source: Path, stack: ExitStack
) -> "Encoder":
    """Open the file to write, with the sound of the source if it has any."""
    from rhomboid.report.encoder import Encoder

    sound = _sound(source)
    if sound is not None:
        stack.enter_context(sound)
    return Encoder(part, kind, size_px, sound)


def _sound(source: Path) -> "Sound | None":
    """Return the sound of a video, or None."""
    import av

    from rhomboid.report.encoder import Sound

    try:
        return Sound(source)
    except (LookupError, av.FFmpegError):
        return None


def annotated(
    frame: Frame, moments: Moments, caption: Caption, corner: tuple[bool, bool]
) -> "Image":
    """Draw everything onto one frame.

    Parameters
    ----------
    corner
        Where the count stands: at the right rather than the left, and at the
        bottom rather than the top.

    Returns
    -------
    PIL.Image.Image
        Width and height are even: an odd last row or column is cut off.
    """
    image = to_image(frame.picture)
    image = image.crop((0, 0, max(2, image.width // 2 * 2), max(2, image.height // 2 * 2)))
    joints_px = moments.joints_px(frame.time_s)
    if joints_px is not None:
        draw_skeleton(image, joints_px / frame.scale)
    _put_count(image, caption, corner)
    if caption.cue:
        _put_cue(image, caption.cue, corner)
    return image


def _put_count(image: "Image", caption: Caption, corner: tuple[bool, bool]) -> None:
    """Lay the count into its corner."""
    short_px = min(image.size)
    plate = count_plate(caption.count, caption.phase, caption.clock, short_px)
    margin = short_px // 40
    x = image.width - plate.width - margin if corner[0] else margin
    y = image.height - plate.height - margin if corner[1] else margin
    put(image, plate, (x, y))


def _put_cue(image: "Image", cue: str, corner: tuple[bool, bool]) -> None:
    """Lay the cue along the edge that the count leaves free."""
    plate = cue_plate(cue, round(image.width * 0.94), min(image.size))
    margin = min(image.size) // 40
    y = margin if corner[1] else image.height - plate.height - margin
    put(image, plate, ((image.width - plate.width) // 2, y))


def free_corner(track: PoseTrack) -> tuple[bool, bool]:
    """Return the corner in which the head is least often: right of left, bottom of top.

    The upper left one is taken unless another is clearly better.
    """
    head = track.seen()[:, INDEX["nose"]] / np.asarray(track.size_px)
    head = head[np.isfinite(head).all(axis=1)]
    if not len(head):
        return (False, False)
    corners = [(False, False), (True, False), (False, True), (True, True)]
    return min(corners, key=lambda corner: round(_share_in(head, corner), 1))


def _share_in(head: np.ndarray, corner: tuple[bool, bool]) -> float:
    """Return the share of frames in which the head is in the part a count would cover."""
    from_edge = np.where(np.asarray(corner), 1 - head, head)
    return float(((from_edge[:, 0] < 0.45) & (from_edge[:, 1] < 0.3)).mean())
