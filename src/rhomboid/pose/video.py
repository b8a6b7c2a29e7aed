"""Frames of a video file, upright and in order, with the time of each.

Any file that FFmpeg reads. Nothing here knows what is in the pictures.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from rhomboid.errors import VideoError
from rhomboid.pose.clock import Clock
from rhomboid.pose.opening import moving_picture, open_video
from rhomboid.pose.warp import Picture

if TYPE_CHECKING:
    from av.video.frame import VideoFrame

USUAL_RATE_HZ = 30.0
"""Frames a second that a video is thinned to."""

_FAST_HZ = 50.0
_LEAST_S = 0.00095
"""Time between frames, at least: a track takes 1000 a second, some rounded to less apart."""
_LONGEST_SIDE_PX = 1280
_ONE_THREAD_PX_S = 1920 * 1080 * 40
"""Pixels a second that one thread decodes faster than two lookers look. house"""
_PLANAR = ("yuv420p", "yuvj420p")
"""Kinds of pixels that are looked at as they are."""
_FULL, _BT709 = 2, 1
"""FFmpeg's numbers for the full range of brightness, and for ITU-R BT.709."""


@dataclass(frozen=True, slots=True)
class VideoInfo:
    """What a file says of itself before a frame is decoded.

    Attributes
    ----------
    size_px
        Width and height of the upright picture in square pixels.
    rate_hz, duration_s
        NaN where the file does not say.
    """

    path: Path
    size_px: tuple[float, float]
    rate_hz: float
    duration_s: float


@dataclass(frozen=True, slots=True, eq=False)
class Frame:
    """One frame, when it was captured, and how far it is shrunk.

    Attributes
    ----------
    raw
        As it was decoded.
    time_s
        Seconds since the first frame.
    scale
        Square pixels of the video for each pixel of the pictures below.
    drawn_px
        Width and height to shrink it to, before it is turned upright.
    matrix
        How the file asks to turn or mirror it; None for not at all.
    """

    raw: "VideoFrame"
    time_s: float
    scale: float
    drawn_px: tuple[int, int]
    matrix: tuple[int, ...] | None = None

    @property
    def picture(self) -> NDArray[np.uint8]:
        """The upright picture to draw on, shape (height, width, 4): blue, green, red, unused."""
        drawn = self._shrunk("bgra")
        width, height = self.drawn_px
        return _turned(_plane(drawn, 0, width * 4, height).reshape(height, width, 4), self.matrix)

    @property
    def planes(self) -> Picture:
        """The upright picture to look at."""
        known = self.raw.format.name in _PLANAR
        drawn = self._shrunk(self.raw.format.name if known else "yuv420p")
        width, height = self.drawn_px
        halves = (width + 1) // 2, (height + 1) // 2
        light, blue, red = (
            _turned(_plane(drawn, number, *size), self.matrix)
            for number, size in enumerate((self.drawn_px, halves, halves))
        )
        full = self.raw.format.name == "yuvj420p" or self.raw.color_range == _FULL
        return Picture(light, blue, red, full_range=full, hd=self.raw.colorspace == _BT709)

    @property
    def upright_px(self) -> tuple[int, int]:
        """Width and height of the upright picture."""
        width, height = self.drawn_px
        return (height, width) if _is_sideways(self.matrix) else (width, height)

    def _shrunk(self, kind: str) -> "VideoFrame":
        """Return the frame in another size and kind of pixels; itself where nothing changes."""
        width, height = self.drawn_px
        if (self.raw.width, self.raw.height, self.raw.format.name) == (width, height, kind):
            return self.raw
        return self.raw.reformat(width=width, height=height, format=kind, threads=1)


class Video:
    """A video file, opened; iterate over :meth:`frames` once.

    Attributes
    ----------
    broken_off, clock_jumped
        Whether the file ended in the middle, and whether its clock went back,
        as far as was read.

    Raises
    ------
    VideoError
        If there is no such file, or no moving picture in it.
    """

    def __init__(self, path: str | Path) -> None:
        self.path = Path(path)
        self._container = open_video(self.path)
        self._stream = moving_picture(self._container, self.path)
        self._use_threads()
        self.broken_off = False
        self.clock_jumped = False
        self.size_px: tuple[float, float] = (0.0, 0.0)

    def _use_threads(self) -> None:
        """Decode with one thread, which costs least, unless the pictures are too many for one."""
        rate = float(self._stream.average_rate or USUAL_RATE_HZ)
        if self._stream.width * self._stream.height * rate <= _ONE_THREAD_PX_S:
            self._stream.codec_context.thread_count = 1
        else:
            self._stream.thread_type = "AUTO"

    def __enter__(self) -> "Video":
        """Return the video itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close the file."""
        self._container.close()

    @property
    def info(self) -> VideoInfo:
        """What the file says of itself; the size is 0 until a frame was read."""
        rate = self._stream.average_rate or self._stream.guessed_rate
        length = self._stream.duration
        if length is not None and self._stream.time_base is not None:
            duration_s = float(length * self._stream.time_base)
        elif self._container.duration is not None:
            duration_s = self._container.duration / 1_000_000
        else:
            duration_s = float("nan")
        return VideoInfo(self.path, self.size_px, float(rate) if rate else float("nan"), duration_s)

    def frames(self, *, every: bool = False) -> Iterator[Frame]:
        """Yield the frames in order of time, all of one size: that of the first.

        Parameters
        ----------
        every
            Give all of them; otherwise a video of 50 frames a second or more
            is thinned to about 30.

        Raises
        ------
        VideoError
            If not a single frame can be decoded. A file that breaks off later
            ends quietly there, and `broken_off` is set.
        """
        fast = self.info.rate_hz >= _FAST_HZ and not every
        least_s = 0.9 / USUAL_RATE_HZ if fast else _LEAST_S
        scale, drawn_px, matrix = 0.0, (0, 0), None
        last_s = -np.inf
        for raw, time_s in self._timed():
            if time_s - last_s < least_s:
                continue
            if last_s == -np.inf:
                # Asked for once: a frame that was asked is not freed until a sweep.
                matrix = _matrix(raw)
                scale, drawn_px = _shape(raw, self._stream.sample_aspect_ratio)
            frame = Frame(raw, time_s, scale, drawn_px, matrix)
            if last_s == -np.inf:
                width, height = frame.upright_px
                self.size_px = (width * scale, height * scale)
            last_s = time_s
            yield frame
        if last_s == -np.inf:
            raise VideoError(f"no frame of {self.path} can be decoded; the file is damaged")

    def _timed(self) -> Iterator[tuple["VideoFrame", float]]:
        """Yield decoded frames with seconds since the first, as far as the file is whole."""
        import av

        step_s = 1 / self.info.rate_hz if self.info.rate_hz > 0 else 1 / USUAL_RATE_HZ
        clock, time_s = Clock(step_s), np.nan
        try:
            for raw in self._container.decode(self._stream):
                time_s = clock.read(raw.time)
                self.clock_jumped = clock.jumped
                yield raw, time_s
        except (av.FFmpegError, ValueError):
            self.broken_off = True
        if time_s < 0.9 * self._length_of_picture_s() - 2 * step_s:
            self.broken_off = True

    def _length_of_picture_s(self) -> float:
        """Return how long the file says its picture is, whatever its sound; NaN if it does not."""
        stream = self._stream
        if stream.duration is not None:
            return self.info.duration_s
        start_s = float((stream.start_time or 0) * (stream.time_base or 0))
        if len(self._container.streams) == 1:
            return self.info.duration_s - start_s
        return _seconds(stream.metadata.get("DURATION", "")) - start_s


def _shape(raw: "VideoFrame", aspect: Fraction | None) -> tuple[float, tuple[int, int]]:
    """Decide how far to shrink frames, to square pixels and not too large; return by how much."""
    width, height = float(raw.width), float(raw.height)
    if aspect and 0.1 < aspect < 10:
        width *= float(aspect)
    scale = max(1.0, max(width, height) / _LONGEST_SIDE_PX)
    return scale, (max(2, round(width / scale)), max(2, round(height / scale)))


def _seconds(clock: str) -> float:
    """Return the seconds that a clock like 00:01:02.5 shows; NaN for any other text."""
    try:
        hours, minutes, seconds = (float(part) for part in clock.split(":"))
    except ValueError:
        return float("nan")
    return hours * 3600 + minutes * 60 + seconds


def _matrix(raw: "VideoFrame") -> tuple[int, ...] | None:
    """Return how the file asks to turn or mirror a frame; most phones write sideways and say so."""
    matrix = raw.side_data.get("DISPLAYMATRIX")
    if matrix is None:
        return None
    # PyAV's types do not say that this is a buffer.
    return tuple(np.frombuffer(matrix, dtype=np.int32)[:5].tolist())  # type: ignore[call-overload]


def _is_sideways(matrix: tuple[int, ...] | None) -> bool:
    """Return whether the upright picture is as wide as the frame is high."""
    return matrix is not None and abs(matrix[1]) > abs(matrix[0])


def _turned(picture: NDArray[np.uint8], matrix: tuple[int, ...] | None) -> NDArray[np.uint8]:
    """Turn or mirror a picture as the file asks.

    The file's matrix carries x to (a x + c y) and y to (b x + d y); only
    quarter turns and mirrors are known.
    """
    if matrix is None:
        return picture
    a, b, _, c, d = matrix
    if abs(b) > abs(a):
        picture, a, d = picture.swapaxes(0, 1), c, b
    return np.ascontiguousarray(picture[:: -1 if d < 0 else 1, :: -1 if a < 0 else 1])


def _plane(raw: "VideoFrame", number: int, width: int, height: int) -> NDArray[np.uint8]:
    """Return one plane of a frame, without a copy where the rows are whole."""
    plane = raw.planes[number]
    # PyAV's types do not say that a plane is a buffer.
    data = np.frombuffer(plane, dtype=np.uint8)  # type: ignore[call-overload]
    return np.ascontiguousarray(data.reshape(-1, plane.line_size)[:height, :width])
