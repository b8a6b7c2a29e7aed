"""Where a report goes: a file that is written whole or not at all."""

from rhomboid.whole_file import whole_file

__all__ = ["whole_file"]


def refuse_unwritable(path: str | Path) -> None:
    """Stop where nothing could be written, before any work is done for it.

    Raises
    ------
    OutputError
        If the path leads to no ordinary file, or into no folder that may be written to.
    """
    try:
        folder = _checked(Path(path)).parent
    except OSError as error:
        raise OutputError(f"cannot write {path}: {error.strerror or error}") from error
    if not os.access(folder, os.W_OK | os.X_OK):
        raise OutputError(f"cannot write {path}: the folder {folder} may not be written to")
