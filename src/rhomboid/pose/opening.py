"""Video files opened, and whatever is none refused in one sentence.

Nothing here decodes a picture.
"""

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from rhomboid.errors import VideoError

if TYPE_CHECKING:
    from av.container import InputContainer
    from av.video.stream import VideoStream

_FIRST = datetime(2000, 1, 1, tzinfo=UTC)
"""No camera that is still in use was set earlier; some say 1904 or 1970 where none was set."""

_STILLS = ("image2", "tty")
"""What FFmpeg calls readers of photographs, and of text, which it would show as a film."""


def open_file(path: str | Path) -> "InputContainer":
    """Open a file of pictures or sound, and nothing but a file.

    A name may look like an address, and a playlist may name other files:
    neither leads to a network.

    Raises
    ------
    av.FFmpegError, OSError, ValueError
        If it cannot be opened.
    """
    import av

    only_files = {"protocol_whitelist": "file"}
    return av.open(f"file:{path}", metadata_errors="replace", options=only_files)


def open_video(path: Path) -> "InputContainer":
    """Open a video, or say plainly why it cannot be.

    Raises
    ------
    VideoError
        If there is no such file, or it is of no kind that can be read.
    """
    import av

    try:
        _require_file(path)
        return open_file(path)
    except PermissionError as error:
        raise VideoError(f"{path} may not be read: permission denied") from error
    except (av.FFmpegError, OSError, ValueError) as error:
        raise VideoError(f"{path} is not a video that can be read, or is damaged") from error


def _require_file(path: Path) -> None:
    """Raise unless a path leads to a file that has an end, and something in it."""
    if path.is_dir():
        raise VideoError(f"{path} is a folder; give a video file")
    if not path.exists():
        raise VideoError(f"there is no file {path}")
    if not path.is_file():
        raise VideoError(f"{path} is no ordinary file; give a video file")
    if path.stat().st_size == 0:
        raise VideoError(f"{path} is empty (0 bytes)")


def recorded_at(path: Path, now: datetime) -> datetime | None:
    """Return when a video says that it was recorded; None where it says nothing, or nonsense.

    Parameters
    ----------
    now
        What was recorded later than that is not believed.

    Raises
    ------
    VideoError
        If it is no video.
    """
    with open_video(path) as container:
        said = container.metadata.get("creation_time", "")
    try:
        at = datetime.fromisoformat(said)
    except ValueError:
        return None
    if at.tzinfo is None:
        at = at.replace(tzinfo=UTC)
    return at if _FIRST <= at <= now else None


def moving_picture(container: "InputContainer", path: Path) -> "VideoStream":
    """Return the first stream of moving pictures; where there is none, the file is closed.

    Raises
    ------
    VideoError
        If there is none that can be decoded.
    """
    import av.stream

    reader = container.format.name
    if reader.endswith("_pipe") or reader in _STILLS:
        container.close()
        kind = "text" if reader == "tty" else "a picture"
        raise VideoError(f"{path} is {kind}, not a video; give a video file")
    for stream in container.streams.video:
        if not stream.disposition & av.stream.Disposition.attached_pic:
            if not stream.codec_context:
                container.close()
                raise VideoError(f"{path} is of a kind of video that cannot be decoded here")
            return stream
    sound = ", only sound" if container.streams.audio else ""
    container.close()
    raise VideoError(f"{path} holds no moving picture{sound}; give a video file")
