"""Joints over time: what a pose model saw, and nothing of what it means.

A track knows neither exercise nor person. Positions are in square pixels of
the upright picture, x to the right and y down. A frame in which nobody was
found is NaN; how sure the model was of each joint is kept beside it, and
:meth:`PoseTrack.seen` is the one place where unsure becomes NaN.
"""

import io
import lzma
import struct
import tokenize
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, BinaryIO

import numpy as np
from numpy.typing import NDArray

from rhomboid.errors import TrackError
from rhomboid.skeleton import JOINTS
from rhomboid.whole_file import whole_file

Floats = NDArray[np.floating]
"""An array of real numbers; shape and unit stand beside its use."""

FORMAT = 1
"""Version of the file that :meth:`PoseTrack.save` writes."""

MAX_RATE_HZ = 1000.0
"""Frames a second that a track may hold; more would take for ever to smooth."""

_MAX_FRAMES = 1_000_000
_MAX_BYTES = 2_000_000_000
_ROUNDING = 1e-6
_REAL, _TEXT = "fiu", "U"
_KINDS = {
    "format": "iu", "joints": _TEXT, "times_s": _REAL, "image_px": _REAL, "visibility": _REAL,
    "world_m": _REAL, "size_px": _REAL, "model": _TEXT,
    "boxed": "b",
}  # fmt: skip
"""The arrays of a file, and NumPy's letters for the kinds of number each may hold."""
_SAID = {_REAL: "real numbers", _TEXT: "text", "b": "true or false"}

_NO_TRACK = (ValueError, TypeError, ArithmeticError, LookupError, EOFError, zipfile.BadZipFile)
_DAMAGED = (
    NotImplementedError, RuntimeError, MemoryError,
    zipfile.LargeZipFile, zlib.error, lzma.LZMAError, struct.error, SyntaxError,
    tokenize.TokenError,
)  # fmt: skip
"""What zipfile and NumPy raise on a file that is something else, or was altered."""


@dataclass(frozen=True, slots=True, eq=False)
class PoseTrack:
    """The joints of one person in every frame of a recording.

    Parameters
    ----------
    times_s : shape (T,)
        When each frame was captured, in seconds, strictly increasing; no more
        than 1000 frames a second.
    image_px : shape (T, J, 2)
        Where each joint was, in square pixels; NaN where nobody was found.
    visibility : shape (T, J)
        How sure the model was that the joint could be seen, 0 to 1; never NaN.
    size_px
        Width and height of the upright picture, in square pixels.
    world_m : shape (T, J, 3), optional
        Joints in metres about the middle of the hips, x right, y down,
        z away from the camera.
    model
        Name and version of what found the joints.
    boxed
        Whether positions are shares of the box around the person, scaled anew
        in every frame. Then heights can be compared, and angles mean nothing.

    Raises
    ------
    ValueError
        If shapes do not fit each other, times do not increase or are too
        close, or a number lies where it cannot.

    Examples
    --------
    >>> track = PoseTrack(np.arange(3) / 30, np.zeros((3, 33, 2)), np.ones((3, 33)), (640, 480))
    >>> len(track), round(track.rate_hz)
    (3, 30)
    """

    times_s: Floats
    image_px: Floats
    visibility: Floats
    size_px: tuple[float, float]
    world_m: Floats | None = field(default=None)
    model: str = "unknown"
    boxed: bool = False

    def __post_init__(self) -> None:
        frames, joints = len(self.times_s), len(JOINTS)
        _require_shape("times_s", self.times_s, (frames,))
        _require_shape("image_px", self.image_px, (frames, joints, 2))
        _require_shape("visibility", self.visibility, (frames, joints))
        _require_times(self.times_s)
        _require_no_infinity("image_px", self.image_px)
        if self.world_m is not None:
            _require_shape("world_m", self.world_m, (frames, joints, 3))
            _require_no_infinity("world_m", self.world_m)
        if not ((self.visibility >= -_ROUNDING) & (self.visibility <= 1 + _ROUNDING)).all():
            raise ValueError("visibility must be 0 to 1, and 0 where nobody was found")
        if len(self.size_px) != 2 or not all(0 < s < 1e6 for s in self.size_px):
            raise ValueError(f"size_px must be two positive numbers, got {self.size_px}")

    def __len__(self) -> int:
        """Return the number of frames."""
        return len(self.times_s)

    @property
    def rate_hz(self) -> float:
        """Frames a second: one over the median step; NaN for fewer than two frames."""
        return float(1 / np.median(np.diff(self.times_s))) if len(self) > 1 else float("nan")

    @property
    def duration_s(self) -> float:
        """Seconds from the first frame to the last; 0 for none."""
        return float(self.times_s[-1] - self.times_s[0]) if len(self) else 0.0

    def seen(self, at_least: float = 0.5) -> Floats:
        """Return the positions with every unsure joint turned into NaN.

        A joint is unsure if its visibility is below `at_least`, or if it lies
        outside the picture, where a model can only guess.

        Returns
        -------
        shape (T, J, 2)
            Square pixels; NaN where unseen.
        """
        inside = ((self.image_px >= 0) & (self.image_px <= np.asarray(self.size_px))).all(axis=-1)
        sure = (self.visibility >= at_least) & inside
        return np.where(sure[..., None], self.image_px, np.nan)

    def save(self, path: str | Path) -> None:
        """Write the track to a file (format: docs/track-format.md).

        The file appears when it is whole; until then, one that was there stays.

        Raises
        ------
        OutputError
            If the file cannot be written.
        """
        with whole_file(path) as part, part.open("wb") as file:
            np.savez_compressed(file, **self._arrays())

    def to_bytes(self) -> bytes:
        """Return what :meth:`save` would write."""
        file = io.BytesIO()
        np.savez_compressed(file, **self._arrays())
        return file.getvalue()

    def _arrays(self) -> dict[str, Any]:
        """Return the arrays of the file."""
        arrays: dict[str, Any] = {
            "times_s": self.times_s.astype(np.float64),
            "image_px": self.image_px.astype(np.float32),
            "visibility": self.visibility.astype(np.float32),
            "size_px": np.asarray(self.size_px, dtype=np.float64),
            "joints": np.asarray(JOINTS),
            "format": np.asarray(FORMAT),
            "model": np.asarray(self.model),
        }
        if self.world_m is not None:
            arrays["world_m"] = self.world_m.astype(np.float32)
        if self.boxed:
            arrays["boxed"] = np.asarray(self.boxed)
        return arrays

    @classmethod
    def load(cls, path: str | Path) -> "PoseTrack":
        """Read a track that :meth:`save` wrote.

        Raises
        ------
        TrackError
            If the file is absent, is no track, is damaged, or is newer than
            this version can read.
        """
        with _told_of(str(path)):
            if Path(path).exists() and not Path(path).is_file():
                raise TrackError(f"cannot read the track {path}: it is no ordinary file")
            return _from_arrays(_read_arrays(Path(path)))

    @classmethod
    def from_bytes(cls, content: bytes, name: str) -> "PoseTrack":
        """Read a track that :meth:`to_bytes` gave; `name` stands for it in errors.

        Raises
        ------
        TrackError
            As :meth:`load`.
        """
        with _told_of(name):
            return _from_arrays(_read_arrays(io.BytesIO(content)))


@contextmanager
def _told_of(name: str) -> Iterator[None]:
    """Turn what is raised by a file that is no track into one error of ours."""
    try:
        yield
    except OSError as error:
        raise TrackError(f"cannot read the track {name}: {error.strerror or error}") from error
    except _NO_TRACK as error:
        raise TrackError(f"{name} is not a rhomboid track: {_plain(error)}") from error
    except _DAMAGED as error:
        raise TrackError(f"{name} is damaged: {_plain(error)}") from error


def _plain(error: BaseException) -> str:
    """Say an error in one line."""
    if isinstance(error, KeyError):
        return f"it has no {error.args[0]!r}"
    return (str(error) or type(error).__name__).splitlines()[0]


def _require_shape(name: str, array: Floats, shape: tuple[int, ...]) -> None:
    """Raise unless an array has the shape it must have."""
    if array.shape != shape:
        raise ValueError(f"{name} must have shape {shape}, got {array.shape}")


def _require_times(times_s: Floats) -> None:
    """Raise unless times go forward, and not in steps too small."""
    with np.errstate(over="ignore"):
        steps_s = np.diff(times_s)
    if not np.isfinite(times_s).all() or not np.isfinite(steps_s).all() or (steps_s <= 0).any():
        raise ValueError("times_s must be finite and strictly increasing")
    if steps_s.size and np.median(steps_s) < 0.999 / MAX_RATE_HZ:
        raise ValueError(f"times_s hold more than {MAX_RATE_HZ:.0f} frames a second")


def _require_no_infinity(name: str, places: Floats) -> None:
    """Raise if a place is infinitely far away."""
    if np.isinf(places).any():
        raise ValueError(f"{name} must be finite, or NaN where nobody was found")


def _read_arrays(file: Path | BinaryIO) -> dict[str, NDArray[Any]]:
    """Read the known arrays of a file, refusing one that would not fit in memory."""
    with zipfile.ZipFile(file) as archive:
        total = sum(entry.file_size for entry in archive.infolist())
        if total > _MAX_BYTES:
            raise ValueError(f"it unpacks to {total / 1e9:.0f} GB, which no recording needs")
    with np.load(file, allow_pickle=False) as archive:
        if "format" not in archive.files:
            raise KeyError("format")
        return {name: archive[name] for name in _KINDS if name in archive.files}


def _require_kinds(arrays: dict[str, NDArray[Any]]) -> None:
    """Raise unless every array holds the kind of thing it must hold."""
    for name, array in arrays.items():
        # NumPy hands out bytes for what is no array.
        kind = array.dtype.kind if isinstance(array, np.ndarray) else "no array"
        if kind not in _KINDS[name]:
            what = {_REAL: "real numbers", _TEXT: "text", "b": "true or false"}.get(
                _KINDS[name], "a whole number"
            )
            raise ValueError(f"its {name!r} must be {what}")


def _from_arrays(arrays: dict[str, NDArray[Any]]) -> PoseTrack:
    """Build a track from the arrays of a file."""
    _require_kinds(arrays)
    version = int(arrays["format"])
    if version != FORMAT:
        raise ValueError(f"its format is {version}, this version reads {FORMAT}")
    if tuple(arrays["joints"].tolist()) != JOINTS:
        raise ValueError("its joints are not the 33 that this version knows")
    if len(arrays["times_s"]) > _MAX_FRAMES:
        raise ValueError(f"it has more than {_MAX_FRAMES} frames")
    width, height = (float(v) for v in arrays["size_px"])
    world = arrays.get("world_m")
    with np.errstate(over="ignore"):  # what is too large becomes infinite, and is refused
        return PoseTrack(
            times_s=arrays["times_s"].astype(np.float64),
            image_px=arrays["image_px"].astype(np.float32),
            visibility=arrays["visibility"].astype(np.float32),
            size_px=(width, height),
            world_m=None if world is None else world.astype(np.float32),
            model=str(arrays["model"]),
            boxed=bool(arrays.get("boxed", False)),
        )
