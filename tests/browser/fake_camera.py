"""A video file in place of a camera: a still start, the clip, and a still end."""

import io
import itertools
from pathlib import Path

import av

RATE_HZ = 30
_QUALITY = 90


def write_camera(clip: Path, path: Path, *, still_s: float, end_s: float) -> Path:
    """Write a clip as pictures one after the other, as Chromium's own fake camera reads them."""
    with path.open("wb") as out:
        last = b""
        for number, picture in enumerate(pictures(clip)):
            last = picture
            for _ in range(1 if number else 1 + round(still_s * RATE_HZ)):
                out.write(picture)
        for _ in range(round(end_s * RATE_HZ)):
            out.write(last)
    return path


def write_stills(shots: list[tuple[Path, float, float]], path: Path) -> Path:
    """Write single pictures of clips, each for some seconds: clip, moment in it, and how long."""
    with path.open("wb") as out:
        for clip, at_s, length_s in shots:
            picture = next(itertools.islice(pictures(clip), round(at_s * RATE_HZ), None))
            for _ in range(round(length_s * RATE_HZ)):
                out.write(picture)
    return path


def pictures(clip: Path):
    """Yield a clip as JPEG pictures, thirty a second whatever it was."""
    with av.open(str(clip)) as container:
        due_s = 0.0
        for frame in container.decode(video=0):
            jpeg = None
            while frame.time + 0.5 / RATE_HZ >= due_s:
                jpeg = jpeg or _jpeg(frame)
                yield jpeg
                due_s += 1 / RATE_HZ


def _jpeg(frame) -> bytes:
    """Return one picture as a JPEG."""
    out = io.BytesIO()
    frame.to_image().save(out, "JPEG", quality=_QUALITY)
    return out.getvalue()
