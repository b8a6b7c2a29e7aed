"""A clip brought within reach: a local file as it is, any other as a copy for a while."""

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory
from typing import Any

from rhomboid.batch.places import is_local, open_place
from rhomboid.errors import BatchError

_CHUNK_BYTES = 1 << 20


@dataclass(frozen=True, slots=True)
class Fetched:
    """A file within reach.

    Attributes
    ----------
    path
        Where it lies now.
    sha256
        Of all that stands in it.
    size
        In bytes.
    """

    path: Path
    sha256: str
    size: int


@contextmanager
def fetched(address: str) -> Iterator[Fetched]:
    """Bring a clip within reach for a while, and tell it by its content.

    Raises
    ------
    BatchError
        If there is no such file, or no such kind of address.
    OSError
        If it cannot be read.
    """
    filesystem, where = open_place(address)
    if is_local(filesystem):
        path = Path(where)
        if not path.is_file():
            what = "is no ordinary file" if path.exists() else "is not there"
            raise BatchError(f"{address} {what}")
        with path.open("rb") as file:
            sha256, size = _digest(file)
        yield Fetched(path, sha256, size)
        return
    with TemporaryDirectory(prefix="rhomboid-") as folder:
        path = Path(folder) / f"clip{PurePosixPath(where).suffix}"
        with _opened(filesystem, where, address) as file, path.open("wb") as copy:
            sha256, size = _digest(file, copy)
        yield Fetched(path, sha256, size)


def _opened(filesystem: Any, where: str, address: str) -> Any:
    """Open a file that lies elsewhere."""
    try:
        return filesystem.open(where, "rb")
    except FileNotFoundError as error:
        raise BatchError(f"{address} is not there") from error


def _digest(file: Any, copy: Any = None) -> tuple[str, int]:
    """Return the sha256 and the size of what is read, and write it elsewhere if asked to."""
    digest, size = hashlib.sha256(), 0
    while chunk := file.read(_CHUNK_BYTES):
        digest.update(chunk)
        size += len(chunk)
        if copy is not None:
            copy.write(chunk)
    return digest.hexdigest(), size
