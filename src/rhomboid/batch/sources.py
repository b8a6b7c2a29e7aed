"""Which clips there are: from files, folders, patterns and manifests to items."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path, PurePosixPath
from typing import Any

from rhomboid.batch.items import Item
from rhomboid.batch.layers import TRACKS
from rhomboid.batch.manifest import MANIFESTS, exercise_id, read_manifest
from rhomboid.batch.places import address_of, is_local, open_place, plain
from rhomboid.errors import BatchError

SUFFIXES = frozenset({
    ".npz", ".3gp", ".avi", ".flv", ".m2ts", ".m4v", ".mkv", ".mov", ".mp4", ".mpeg", ".mpg",
    ".mts", ".ogv", ".ts", ".webm", ".wmv",
})  # fmt: skip
"""What is taken for a clip in a folder: tracks, and what FFmpeg is known to read."""

_PATTERN = frozenset("*?[")


def find(
    sources: Iterable[str], *, exercise: str | None = None, out: Path | None = None
) -> list[Item]:
    """Return the clips that were named, each once, in the order of their addresses.

    Parameters
    ----------
    sources
        Files, folders, patterns, or manifests (``.csv``, ``.parquet``).
    exercise
        Which exercise is done in all clips of which no manifest says it.
    out
        The folder of the results; the joints kept in it are no clips.

    Raises
    ------
    BatchError
        If a source is not there or holds no clip, or a manifest has a mistake.
    """
    given = None if exercise is None else exercise_id(exercise)
    found: dict[str, Item] = {}
    labelled: set[str] = set()
    for source in sources:
        filesystem, path = open_place(source)
        if PurePosixPath(path).suffix.lower() in MANIFESTS and not _is_pattern(path):
            items = read_manifest(source, filesystem, path)
            _refuse_clash(found, labelled, items)
            labelled |= {item.address for item in items}
            found |= {item.address: item for item in items}
            continue
        for address in _listed(source, filesystem, path, out):
            found.setdefault(address, Item(address))
    items = sorted(found.values(), key=lambda item: item.address)
    return [replace(one, exercise=one.exercise or given) for one in items]


def _refuse_clash(found: dict[str, Item], labelled: set[str], items: Iterable[Item]) -> None:
    """Raise where two manifests say different things of one clip."""
    for item in items:
        if item.address in labelled and found[item.address] != item:
            raise BatchError(f"two manifests say different things of {item.address}")


def _listed(source: str, filesystem: Any, path: str, out: Path | None) -> Iterator[str]:
    """Yield the addresses of the clips that a source names."""
    try:
        paths = _paths(source, filesystem, path)
    except (OSError, ValueError) as error:
        raise BatchError(f"{source} cannot be looked into: {plain(error)}") from error
    kept = _kept_of(filesystem, out)
    wanted = [one for one in paths if kept is None or not Path(one).is_relative_to(kept)]
    if not wanted:
        raise BatchError(f"no clip lies in {source}")
    for one in wanted:
        yield address_of(filesystem, one)


def _paths(source: str, filesystem: Any, path: str) -> list[str]:
    """Return the paths of the clips that a source names."""
    if _is_pattern(path):
        matched = filesystem.glob(path, detail=True)
        paths = [one for one, what in matched.items() if what["type"] == "file"]
        if not paths:
            raise BatchError(f"no file matches {source}")
        return [one for one in paths if not _is_hidden(one)]
    if filesystem.isdir(path):
        return [one for one in filesystem.find(path) if _is_clip(one)]
    if not filesystem.exists(path):
        raise BatchError(f"there is no file {source}")
    return [path]


def _is_pattern(path: str) -> bool:
    """Say whether a path names many files by a pattern."""
    return not _PATTERN.isdisjoint(path)


def _is_clip(path: str) -> bool:
    """Say whether a file in a folder is taken for a clip, by its name."""
    return not _is_hidden(path) and PurePosixPath(path).suffix.lower() in SUFFIXES


def _is_hidden(path: str) -> bool:
    """Say whether a file is one that its system hides."""
    return PurePosixPath(path).name.startswith(".")


def _kept_of(filesystem: Any, out: Path | None) -> Path | None:
    """Return the folder of the joints that were kept, if it lies on the same filesystem."""
    return out.absolute() / TRACKS if out is not None and is_local(filesystem) else None
