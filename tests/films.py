"""Small videos made on the spot, whose every frame says what it is.

The four corners of a frame are red, green, blue and white, from the upper left
clockwise, and a grey bar in its middle grows with time.
"""

import struct
from collections.abc import Iterable, Sequence
from fractions import Fraction
from pathlib import Path

import av
import numpy as np

CORNERS = {"red": (255, 0, 0), "green": (0, 255, 0), "blue": (0, 0, 255), "white": (255, 255, 255)}

ROOT_SAMPLE = Path(__file__).parents[1] / "samples" / "t_raise.mp4"

UPRIGHT = (1, 0, 0, 1)
CLOCKWISE = (0, 1, -1, 0)
UPSIDE_DOWN = (-1, 0, 0, -1)
COUNTER_CLOCKWISE = (0, -1, 1, 0)
MIRRORED = (-1, 0, 0, 1)
"""Matrices of ISO 14496-12: x goes to a x + c y, y to b x + d y, for (a, b, c, d)."""


def draw(width: int, height: int, share: float) -> np.ndarray:
    """Draw one frame, shape (height, width, 3)."""
    picture = np.zeros((height, width, 3), dtype=np.uint8)
    right, low = width // 2, height // 2
    places = [np.s_[:low, :right], np.s_[:low, right:], np.s_[low:, right:], np.s_[low:, :right]]
    for place, colour in zip(places, CORNERS.values(), strict=True):
        picture[place] = colour
    picture[low - 4 : low + 4, : 8 + int(share * (width - 8))] = 128
    return picture


def record(
    path: Path,
    *,
    size: tuple[int, int] = (64, 48),
    rate: int = 30,
    seconds: float = 1.0,
    times_s: Sequence[float] | None = None,
    codec: str = "mpeg4",
    aspect: Fraction | None = None,
    options: dict[str, str] | None = None,
    recorded: str | None = None,
) -> Path:
    """Write a video of even steps, or with a frame at each of `times_s`."""
    times = times_s if times_s is not None else [i / rate for i in range(round(rate * seconds))]
    clock = Fraction(1, 30_000)
    with av.open(str(path), "w", options=options) as container:
        if recorded is not None:
            container.metadata["creation_time"] = recorded
        stream = container.add_stream(codec, rate=rate)
        stream.width, stream.height = size
        stream.pix_fmt = "yuv444p" if codec == "ffv1" else "yuv420p"
        stream.codec_context.time_base = clock
        if aspect is not None:
            stream.sample_aspect_ratio = aspect
        for i, time_s in enumerate(times):
            frame = av.VideoFrame.from_ndarray(draw(*size, i / len(times)))
            frame.pts, frame.time_base = round(time_s / clock), clock
            container.mux(stream.encode(frame))
        container.mux(stream.encode())
    return path


def record_sound(path: Path, *, cover: bytes | None = None) -> Path:
    """Write a second of silence, with a picture on the cover if one is given."""
    with av.open(str(path), "w") as container:
        stream = container.add_stream("mp3" if path.suffix == ".mp3" else "aac", rate=44_100)
        picture = _cover(container) if cover is not None else None
        for start in range(0, 44_100, 1152):
            frame = av.AudioFrame.from_ndarray(np.zeros((2, 1152), np.float32), "fltp", "stereo")
            frame.sample_rate, frame.pts = 44_100, start
            container.mux(stream.encode(frame))
        container.mux(stream.encode())
        if cover is not None and picture is not None:
            packet = av.Packet(cover)
            packet.stream, packet.pts, packet.dts = picture, 0, 0
            packet.time_base = Fraction(1, 90_000)
            container.mux(packet)
    return path


def _cover(container: av.container.OutputContainer) -> av.VideoStream:
    """Add the stream of a cover picture."""
    stream = container.add_stream("mjpeg", rate=1)
    stream.width, stream.height, stream.pix_fmt = 64, 48, "yuvj420p"
    stream.disposition = av.stream.Disposition.attached_pic
    return stream


def set_matrix(path: Path, matrix: Iterable[int]) -> Path:
    """Say in an MP4 file how to turn its picture, byte by byte, as phones do."""
    content = bytearray(path.read_bytes())
    start = content.index(b"tkhd") + 4 + 40
    a, b, c, d = (number << 16 for number in matrix)
    content[start : start + 36] = struct.pack(">9i", a, b, 0, c, d, 0, 0, 0, 1 << 30)
    path.write_bytes(content)
    return path


def corners(picture: np.ndarray) -> list[str]:
    """Name the colours of the four corners of a BGRA picture, from the upper left clockwise."""
    height, width = picture.shape[:2]
    right, low = width - 1 - width // 8, height - 1 - height // 8
    left, top = width // 8, height // 8
    seen = [picture[top, left], picture[top, right], picture[low, right], picture[low, left]]
    return [
        min(CORNERS, key=lambda name: np.abs(pixel[2::-1].astype(int) - CORNERS[name]).sum())
        for pixel in seen
    ]
