"""Where the tables of an archive lie on the disk, in the order in which they were written.

A table is a folder of Parquet files. What a run has done so far lies beside it
in ``parts/``, one folder for some clips, which appears whole. Numbers rise; of
two rows of the same set, or the same clip, that of the higher number holds.
"""

import secrets
import shutil
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from rhomboid.batch.items import Row
from rhomboid.batch.rows import TABLES
from rhomboid.batch.table import columns, to_table, write
from rhomboid.errors import BatchError

PARTS, TRACKS = "parts", "tracks"
_ENDING = ".parquet"

Layer = tuple[int, Path]
"""A number, and a file that was written under it."""


def layers(folder: Path, name: str) -> list[Layer]:
    """Return the files of a table, the oldest first."""
    kept = [(_number(path), path) for path in (folder / name).glob(f"[0-9]*{_ENDING}")]
    parts = [
        (_number(path.parent), path)
        for path in (folder / PARTS).glob(f"[0-9]*/{name}{_ENDING}")
    ]  # fmt: skip
    return sorted([*kept, *parts])


def rows_of(folder: Path, name: str, wanted: Sequence[str]) -> Iterator[tuple[int, Row]]:
    """Read some columns of a table, a row at a time, each with its number.

    Raises
    ------
    BatchError
        If a file is damaged.
    """
    for number, path in layers(folder, name):
        for cells in columns(path, wanted):
            yield number, dict(zip(wanted, cells, strict=True))


def next_number(folder: Path) -> int:
    """Return a number higher than any that was used."""
    used = [number for name in TABLES for number, _ in layers(folder, name)]
    used += [_number(path) for path in (folder / PARTS).glob("[0-9]*")]
    return max(used, default=0) + 1


def write_part(folder: Path, rows: Mapping[str, Sequence[Row]]) -> None:
    """Write some rows of each table as one part; it appears whole.

    Raises
    ------
    BatchError
        If it cannot be written.
    """
    place = folder / PARTS
    part = place / f".{secrets.token_hex(6)}.part"
    try:
        part.mkdir(parents=True)
        for name, some in rows.items():
            if some:
                write(to_table(name, some), part / f"{name}{_ENDING}")
        part.rename(place / f"{next_number(folder):08d}")
    except OSError as error:
        shutil.rmtree(part, ignore_errors=True)
        raise BatchError(f"cannot write to {folder}: {error.strerror or error}") from error


def has_parts(folder: Path) -> bool:
    """Say whether a run left something that is not among the tables yet."""
    return any((folder / PARTS).glob("[0-9]*"))


def clear_unfinished(folder: Path) -> None:
    """Remove what a run was writing when it was killed."""
    for path in [*folder.glob("*/.*.part"), *folder.glob(".*.part")]:
        if path.is_dir():
            shutil.rmtree(path, ignore_errors=True)
        else:
            path.unlink(missing_ok=True)


def _number(path: Path) -> int:
    """Return the number in a name."""
    try:
        return int(path.stem.partition("-")[0])
    except ValueError as error:
        raise BatchError(f"{path} is none of rhomboid's files; move it elsewhere") from error


def file_name(number: int, index: int) -> str:
    """Return the name of a file of a table."""
    return f"{number:08d}-{index:04d}{_ENDING}"


def latest(rows: Iterator[tuple[int, Row]], key: str) -> dict[Any, tuple[int, Row]]:
    """Return the row of the highest number for each value of a column."""
    return {row[key]: (number, row) for number, row in rows}
