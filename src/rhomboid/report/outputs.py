"""What must hold of the files to be written, asked before any work is done for them."""

import os
from collections.abc import Mapping
from contextlib import suppress
from itertools import combinations
from pathlib import Path

from rhomboid.errors import OutputError
from rhomboid.whole_file import whole_file


class _WritableError(Exception):
    """Ends a trial of writing that went well, so that nothing is kept of it."""


def refuse_endings(track: Path | None, video: Path | None) -> None:
    """Stop where the name of a file does not say what is to be in it.

    Raises
    ------
    OutputError
        If a track does not end in .npz, or no video can be written by that name.
    """
    if track is not None and track.suffix.lower() != ".npz":
        raise OutputError(f"a track is kept in a file that ends in .npz, not {track.name!r}")
    if video is not None:
        from rhomboid.report.encoder import kind_of

        kind_of(video)


def refuse_outputs(outputs: Mapping[str, Path], inputs: Mapping[str, Path]) -> None:
    """Stop where a file would destroy another, or cannot be written.

    Parameters
    ----------
    outputs
        The files to be written, by what they are called ("--html").
    inputs
        The files that are read, by what they are ("the source").

    Raises
    ------
    OutputError
        If an output is an input or another output, or nothing can be written there.
    """
    for path in outputs.values():
        for what, read in inputs.items():
            if is_same_file(path, read):
                raise OutputError(f"{path} is {what} itself; give another name")
    for (name, path), (other, same) in combinations(outputs.items(), 2):
        if is_same_file(path, same):
            raise OutputError(f"{name} and {other} would both be {path}; give another name")
    for path in outputs.values():
        refuse_unwritable(path)


def is_same_file(one: Path, other: Path) -> bool:
    """Return whether two paths lead to one file, by whatever links or spellings."""
    try:
        return one.samefile(other)
    except OSError:
        return os.path.realpath(one) == os.path.realpath(other)


def refuse_unwritable(path: Path) -> None:
    """Stop where nothing can be written: write an empty file beside it, and remove it.

    Raises
    ------
    OutputError
        If nothing can be written there.
    """
    with suppress(_WritableError), whole_file(path) as part:
        part.touch()
        raise _WritableError
