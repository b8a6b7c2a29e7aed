"""Pictures and sound written into a video file.

Frames keep the times they are given, so a video whose frames come unevenly
stays so.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING, cast

import av
import numpy as np

from rhomboid.errors import OutputError
from rhomboid.pose.opening import open_file

if TYPE_CHECKING:
    from av.audio.stream import AudioStream
    from av.container import InputContainer, OutputContainer
    from av.packet import Packet
    from av.video.stream import VideoStream
    from PIL.Image import Image


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of video file: its container, what may encode it, what sound it takes."""

    container: str
    codecs: tuple[str, ...]
    time_base: Fraction
    sounds: frozenset[str]


KINDS = {
    ".mp4": Kind(
        "mp4",
        ("libx264", "libopenh264", "mpeg4"),
        Fraction(1, 90_000),
        frozenset({"aac", "mp3", "ac3", "opus"}),
    ),
    ".webm": Kind(
        "webm", ("libvpx-vp9", "libvpx"), Fraction(1, 1000), frozenset({"opus", "vorbis"})
    ),
}
"""The kinds of video that can be written, by the ending of the name."""

_OPTIONS = {
    "libx264": {"preset": "veryfast", "crf": "23"},
    "libvpx-vp9": {"deadline": "realtime", "cpu-used": "7", "row-mt": "1", "crf": "34", "b": "0"},
    "libvpx": {"deadline": "realtime", "cpu-used": "7", "crf": "14", "b": "3M"},
    "mpeg4": {"qscale": "4"},
}

_JUMP_S = 1.0
"""How far back sound must go for the clock to have started anew."""


def kind_of(path: Path) -> Kind:
    """Return the kind of video that a name asks for.

    Raises
    ------
    OutputError
        If the name ends in nothing that can be written.
    """
    kind = KINDS.get(path.suffix.lower())
    if kind is None:
        known = " or ".join(KINDS)
        raise OutputError(f"cannot write {path}: the name of a video must end in {known}")
    return kind


class Encoder:
    """A video file being written; use it in a ``with`` statement.

    Parameters
    ----------
    path
        Where to; overwritten.
    kind
        What kind of file.
    size_px
        Width and height, both even.
    sound
        Where to copy sound from; None for silence. Sound that the file cannot
        hold is left out.
    """

    def __init__(
        self, path: Path, kind: Kind, size_px: tuple[int, int], sound: "Sound | None" = None
    ) -> None:
        self._container: OutputContainer = av.open(str(path), "w", format=kind.container)
        self._kind = kind
        self._last_pts = -1
        self._pictures = _add_pictures(self._container, kind, size_px)
        self._sound = sound if sound is not None and sound.codec in kind.sounds else None
        self._voice: AudioStream | None = None
        if self._sound is not None:
            self._voice = self._container.add_stream_from_template(self._sound.stream)

    def __enter__(self) -> "Encoder":
        """Return the encoder itself."""
        return self

    def __exit__(self, kind: object, *_: object) -> None:
        """Finish the file; after an error, only let go of it."""
        try:
            if kind is None:
                self._finish()
        finally:
            self._container.close()

    def add(self, image: "Image", time_s: float) -> None:
        """Append a picture, shown from a moment on.

        Frames nearer to each other than the file can tell apart are kept one
        step of its clock apart.
        """
        frame = av.VideoFrame.from_ndarray(np.asarray(image), format="rgb24")
        pts = max(round(time_s / self._kind.time_base), self._last_pts + 1)
        frame.pts, frame.time_base, self._last_pts = pts, self._kind.time_base, pts
        self._add_sound(time_s)
        self._container.mux(self._pictures.encode(frame))

    def _add_sound(self, until_s: float) -> None:
        """Copy the sound up to a moment."""
        if self._sound is not None and self._voice is not None:
            for packet in self._sound.packets(until_s):
                packet.stream = self._voice
                self._container.mux(packet)

    def _finish(self) -> None:
        """Write what is still held back."""
        self._add_sound(float(self._last_pts * self._kind.time_base))
        self._container.mux(self._pictures.encode(None))


class Sound:
    """The sound of a video file, read bit by bit; use it in a ``with`` statement.

    It ends where the clock of the file starts anew: what follows cannot be placed.

    Raises
    ------
    LookupError
        If the file has no sound.
    """

    def __init__(self, path: Path) -> None:
        self._container: InputContainer = open_file(path)
        streams = self._container.streams
        if not streams.audio or not streams.video or streams.audio[0].codec_context is None:
            self._container.close()
            raise LookupError(f"{path} has no sound")
        self.stream = streams.audio[0]
        self.codec = self.stream.codec_context.codec.canonical_name
        self._start_s = _start_s(self._container.streams.video[0])
        self._rest = self._read()
        self._next: Packet[AudioStream] | None = None

    def __enter__(self) -> "Sound":
        """Return the sound itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close the file."""
        self._container.close()

    def packets(self, until_s: float) -> "Iterator[Packet[AudioStream]]":
        """Yield the sound up to a moment, counted from the first picture."""
        while (packet := self._next or next(self._rest, None)) is not None:
            self._next = packet
            if _time_s(packet) > until_s:
                return
            self._next = None
            yield packet

    def _read(self) -> "Iterator[Packet[AudioStream]]":
        """Yield all sound from the first picture on, with its times moved to begin there."""
        last = -1
        try:
            for packet in self._container.demux(self.stream):
                if packet.pts is None or packet.dts is None or packet.time_base is None:
                    continue
                shift = round(self._start_s / packet.time_base)
                packet.pts, packet.dts = packet.pts - shift, packet.dts - shift
                if last >= 0 and (last - packet.dts) * packet.time_base > _JUMP_S:
                    return
                if packet.dts > last:
                    last = packet.dts
                    yield packet
        except av.FFmpegError:
            return


def _time_s(packet: "Packet[AudioStream]") -> float:
    """Return when a packet is to be heard."""
    return float((packet.pts or 0) * (packet.time_base or 0))


def _start_s(stream: "VideoStream") -> float:
    """Return when the first picture is shown."""
    return float((stream.start_time or 0) * (stream.time_base or 0))


def _add_pictures(
    container: "OutputContainer", kind: Kind, size_px: tuple[int, int]
) -> "VideoStream":
    """Add a stream of pictures, encoded by the best encoder there is."""
    codec = next((name for name in kind.codecs if name in av.codecs_available), None)
    if codec is None:
        raise OutputError(f"no encoder for {kind.container} is installed")
    stream = cast(
        "VideoStream", container.add_stream(codec, rate=30, options=_OPTIONS.get(codec, {}))
    )
    stream.width, stream.height = size_px
    stream.pix_fmt = "yuv420p"
    stream.time_base = stream.codec_context.time_base = kind.time_base
    return stream
