"""A manifest: a table that names clips, and says what is known of each."""

import csv
import io
from collections.abc import Iterable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

from rhomboid.batch.items import Item
from rhomboid.batch.places import address_of, is_local, open_place, plain
from rhomboid.batch.table import read_rows
from rhomboid.catalogue.read import names
from rhomboid.errors import BatchError

MANIFESTS = (".csv", ".parquet")
"""How the names of manifests end."""

COLUMNS = ("address", "exercise", "person", "recorded_at")
"""The columns that a manifest may have; the first it must have."""

_MOST_TOLD = 3
"""How many mistakes are told at once; more would not be read. house"""

_Line = dict[str, Any]


def read_manifest(source: str, filesystem: Any, path: str) -> list[Item]:
    """Read a manifest; an address in it that is no whole one begins where the manifest lies.

    Raises
    ------
    BatchError
        If it cannot be read, or has mistakes; the first are told with their lines.
    """
    try:
        content = filesystem.cat_file(path)
    except FileNotFoundError as error:
        raise BatchError(f"there is no file {source}") from error
    except OSError as error:
        raise BatchError(f"the manifest {source} cannot be read: {plain(error)}") from error
    lines = _csv(source, content) if path.lower().endswith(".csv") else _parquet(source, content)
    items, faults = _items(lines, address_of(filesystem, path.rpartition("/")[0]))
    if faults:
        more = f"; and {len(faults) - _MOST_TOLD} more" if len(faults) > _MOST_TOLD else ""
        raise BatchError(f"{source}: {'; '.join(faults[:_MOST_TOLD])}{more}")
    if not items:
        raise BatchError(f"the manifest {source} names no clip")
    return items


def exercise_id(name: str) -> str:
    """Return the id of an exercise, however it is spelt.

    Raises
    ------
    BatchError
        If there is none of that name.

    Examples
    --------
    >>> exercise_id("Lat pulldown")
    'lat_pulldown'
    """
    wanted = name.strip().lower().replace("-", "_").replace(" ", "_")
    if wanted not in names():
        raise BatchError(f"there is no exercise {name!r}; there are: {', '.join(names())}")
    return wanted


def _csv(source: str, content: bytes) -> Iterator[tuple[str, _Line]]:
    """Yield the lines of a manifest in CSV, each with the name of its place."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise BatchError(f"the manifest {source} is not text in UTF-8") from error
    reader = csv.DictReader(io.StringIO(text, newline=""), strict=True, restkey="")
    try:
        _require_columns(source, reader.fieldnames or ())
        for line in reader:
            yield f"line {reader.line_num}", dict(line)
    except csv.Error as error:
        raise BatchError(f"{source}, after line {reader.line_num}: {plain(error)}") from error


def _parquet(source: str, content: bytes) -> Iterator[tuple[str, _Line]]:
    """Yield the rows of a manifest in Parquet, each with the name of its place."""
    columns, rows = read_rows(source, content)
    _require_columns(source, columns)
    for number, row in enumerate(rows, start=1):
        yield f"row {number}", row


def _require_columns(source: str, columns: Iterable[str]) -> None:
    """Raise unless there is an address, and nothing that is not understood."""
    given = list(columns)
    if "address" not in given:
        raise BatchError(f"the manifest {source} has no column address")
    unknown = [name or "without a name" for name in given if name not in COLUMNS]
    if unknown:
        known = ", ".join(COLUMNS)
        raise BatchError(f"{source} has an unknown column, {unknown[0]}; known are: {known}")
    if len(set(given)) < len(given):
        raise BatchError(f"{source} has two columns of the same name")


def _items(lines: Iterable[tuple[str, _Line]], folder: str) -> tuple[list[Item], list[str]]:
    """Return the clips that lines name, and what is wrong with the other lines."""
    items: dict[str, Item] = {}
    faults: list[str] = []
    for place, line in lines:
        try:
            item = _item(line, folder)
        except BatchError as error:
            faults.append(f"{place}: {error}")
            continue
        if items.setdefault(item.address, item) is not item:
            faults.append(f"{place}: {item.address} stands here a second time")
    return list(items.values()), faults


def _item(line: _Line, folder: str) -> Item:
    """Return the clip that one line names."""
    if "" in line:
        raise BatchError("it has more cells than the first line has columns")
    address, exercise, person = (_text(line, name) for name in COLUMNS[:3])
    if address is None:
        raise BatchError("it has no address")
    if address.lower().endswith(MANIFESTS):
        raise BatchError(f"{address} is a manifest itself; name it beside this one")
    return Item(
        _address(address, folder),
        exercise and exercise_id(exercise),
        person,
        _moment(line.get("recorded_at")),
    )


def _text(line: _Line, name: str) -> str | None:
    """Return the text of a cell without what surrounds it; None if nothing is left."""
    cell = line.get(name)
    return str(cell).strip() or None if cell is not None else None


def _address(address: str, folder: str) -> str:
    """Return a whole address; one that is none begins in a folder."""
    is_whole = "://" in address or "::" in address or Path(address).is_absolute()
    filesystem, path = open_place(address if is_whole else f"{folder}/{address}")
    return str(Path(path).resolve()) if is_local(filesystem) else address_of(filesystem, path)


def _moment(cell: object) -> datetime | None:
    """Return the moment in a cell; None where there is none."""
    if cell is None or (isinstance(cell, str) and not cell.strip()):
        return None
    try:
        moment = cell if isinstance(cell, datetime) else datetime.fromisoformat(str(cell).strip())
    except ValueError:
        moment = None
    if moment is None or moment.tzinfo is None:
        wanted = "2026-03-01T18:00:00+01:00, with its zone"
        raise BatchError(f"recorded_at is written as {wanted}, got {str(cell).strip()!r}")
    return moment
