"""Parquet in and out, through Arrow: plain columns and nothing else."""

import io
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rhomboid.batch.items import Row
from rhomboid.batch.places import NEEDS
from rhomboid.batch.rows import TABLES, Kind
from rhomboid.errors import BatchError

if TYPE_CHECKING:
    from arro3.core import DataType, RecordBatch, Schema, Table

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)
_MARK = b"PAR1"
_BATCH_ROWS = 8192
_COMPRESSION = "zstd(3)"


def to_table(name: str, rows: Sequence[Row]) -> "Table":
    """Return rows of one of our tables as Arrow holds them.

    Raises
    ------
    BatchError
        If Arrow is not installed.
    """
    try:
        from arro3.core import Array, Table
    except ModuleNotFoundError as error:
        raise BatchError(NEEDS) from error
    columns: dict[str, Any] = {}
    for column, kind in TABLES[name].items():
        plain, wanted = _types()[kind]
        columns[column] = Array([_cell(row[column]) for row in rows], plain).cast(wanted)
    return Table.from_pydict(columns)


def write(table: "Table", path: Path) -> None:
    """Write a table to a file, and see it to the disk."""
    from arro3.io import write_parquet

    with path.open("wb") as file:
        write_parquet(table, file, compression=_COMPRESSION)
    with path.open("rb") as file:
        os.fsync(file.fileno())


def batches(path: Path) -> "Iterator[RecordBatch]":
    """Read a file of ours, some thousand rows at a time.

    Raises
    ------
    BatchError
        If it is damaged, or Arrow is not installed.
    """
    reader = _reader(str(path), path.read_bytes())
    yield from reader


def columns(path: Path, wanted: Sequence[str]) -> Iterator[tuple[Any, ...]]:
    """Read some columns of a file of ours, a row at a time.

    Raises
    ------
    BatchError
        As :func:`batches`.
    """
    for batch in batches(path):
        yield from zip(*(list(batch.column(name).to_pylist()) for name in wanted), strict=True)


def read_rows(name: str, content: bytes) -> tuple[list[str], list[Row]]:
    """Read the Parquet of somebody else; return its columns and its rows.

    Raises
    ------
    BatchError
        If it is none, or Arrow is not installed.
    """
    reader = _reader(name, content)
    found = list(reader.schema.names)
    rows = [
        dict(zip(found, cells, strict=True))
        for batch in reader
        for cells in zip(*(batch.column(i).to_pylist() for i in range(len(found))), strict=True)
    ]
    return found, rows


def take(batch: "RecordBatch", rows: Iterable[int]) -> "RecordBatch":
    """Return some rows of a batch."""
    from arro3.core import Array, DataType

    return batch.take(Array(list(rows), DataType.uint64()))


def joined(parts: "Sequence[RecordBatch]", schema: "Schema") -> "Table":
    """Return batches as one table."""
    from arro3.core import Table

    return Table.from_batches(parts, schema=schema)


def _reader(name: str, content: bytes) -> Any:
    """Open Parquet; what is none is an error of ours, and not Arrow's panic."""
    try:
        from arro3.io import read_parquet
    except ModuleNotFoundError as error:
        raise BatchError(NEEDS) from error
    if len(content) < 12 or content[:4] != _MARK or content[-4:] != _MARK:
        raise BatchError(f"{name} is no Parquet, or is damaged")
    try:
        return read_parquet(io.BytesIO(content), batch_size=_BATCH_ROWS)
    except BaseException as error:
        # Arrow's reader in Rust panics at a damaged file, which is no Exception.
        if isinstance(error, Exception) or type(error).__name__ == "PanicException":
            raise BatchError(f"{name} is damaged: Arrow cannot read it") from error
        raise


def _types() -> "Mapping[Kind, tuple[DataType, DataType]]":
    """Return how Arrow is given what a column holds, and as what it keeps it."""
    from arro3.core import DataType

    return {
        "text": (DataType.utf8(), DataType.utf8()),
        "whole": (DataType.int64(), DataType.int64()),
        "number": (DataType.float64(), DataType.float64()),
        "yes": (DataType.bool(), DataType.bool()),
        "moment": (DataType.int64(), DataType.timestamp("us", tz="UTC")),
    }


def _cell(value: Any) -> Any:
    """Return a value as Arrow is given it."""
    if isinstance(value, datetime):
        return (value - _EPOCH) // _MICROSECOND
    if isinstance(value, str):
        return value.encode("utf-8", "replace").decode("utf-8")
    return value
