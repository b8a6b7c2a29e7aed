"""Addresses: local paths and whatever else fsspec opens."""

from importlib.util import find_spec
from pathlib import Path
from typing import Any

from rhomboid.errors import BatchError

NEEDS = "an archive needs an extra: pip install 'rhomboid[cluster]'"
"""What to say where a package is missing."""


def require_packages(*names: str) -> None:
    """Raise before any work is done if a package is missing.

    Raises
    ------
    BatchError
        If one is.
    """
    try:
        is_whole = all(find_spec(name) is not None for name in names)
    except (ModuleNotFoundError, ValueError):
        is_whole = False
    if not is_whole:
        raise BatchError(NEEDS)


def open_place(address: str) -> tuple[Any, str]:
    """Return the filesystem of an address, and its path there.

    Raises
    ------
    BatchError
        If there is no such kind of address, or a package for it is missing.
    """
    try:
        from fsspec.core import url_to_fs
    except ModuleNotFoundError as error:
        raise BatchError(NEEDS) from error
    try:
        filesystem, path = url_to_fs(address)
    except ImportError as error:
        extra = "pip install s3fs" if address.startswith("s3:") else plain(error)
        raise BatchError(f"{address} needs a package that is not here: {extra}") from error
    except (ValueError, OSError) as error:
        raise BatchError(f"{address} is no address that can be opened: {plain(error)}") from error
    return filesystem, path


def is_local(filesystem: Any) -> bool:
    """Say whether paths of a filesystem are those of this machine."""
    from fsspec.implementations.local import LocalFileSystem

    return isinstance(filesystem, LocalFileSystem)


def address_of(filesystem: Any, path: str) -> str:
    """Return the whole address of a path."""
    if is_local(filesystem):
        return str(Path(path))
    return str(filesystem.unstrip_protocol(path))


def plain(error: BaseException) -> str:
    """Say an error in one line."""
    if isinstance(error, OSError) and error.strerror:
        return error.strerror
    return (str(error).strip() or type(error).__name__).splitlines()[0]
