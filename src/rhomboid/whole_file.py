"""A file that is written whole or not at all."""

import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from rhomboid.errors import OutputError


@contextmanager
def whole_file(path: str | Path) -> Iterator[Path]:
    """Give a place beside a file to write to; it takes the file's name at the end.

    If anything goes wrong, what was written is removed, and a file that was
    there before stays as it was.

    Raises
    ------
    OutputError
        If nothing can be written there.
    """
    part: Path | None = None
    try:
        target = _checked(Path(path))
        part = target.with_name(f".{secrets.token_hex(6)}.part")
        yield part
        part.replace(target)
    except OSError as error:
        raise OutputError(f"cannot write {path}: {error.strerror or error}") from error
    finally:
        if part is not None:
            part.unlink(missing_ok=True)


def _checked(path: Path) -> Path:
    """Return the file a path leads to, if it may become or replace an ordinary file."""
    target = Path(os.path.realpath(path))
    if target.is_dir():
        raise OutputError(f"cannot write {path}: it is a folder; give the name of a file")
    if target.exists() and not target.is_file():
        raise OutputError(f"cannot write {path}: it is no ordinary file")
    if not target.parent.is_dir():
        raise OutputError(f"cannot write {path}: there is no folder {target.parent}")
    return target
