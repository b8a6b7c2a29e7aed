"""Many small parts into few files, and only what holds of them; a batch of rows at a time.

A crash at any moment loses nothing: new files are written before old ones are
removed, that of the sets last, since it decides which rows of other tables hold.
"""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from rhomboid.batch.layers import (
    PARTS,
    file_name,
    has_parts,
    latest,
    layers,
    next_number,
    rows_of,
)
from rhomboid.batch.table import batches, joined, take, to_table, write
from rhomboid.whole_file import whole_file

if TYPE_CHECKING:
    from arro3.core import RecordBatch, Table

FILE_ROWS = 100_000
"""So many rows of a table go into one file, so that they fit in memory. house"""

_Holds = Callable[[int, str], bool]
"""Whether a row with this number and this key holds."""

_KEYS = {
    "findings": "set",
    "repetitions": "set",
    "failures": "address",
    "clips": "address",
    "sets": "set",
}
"""The column that tells rows of a table apart; in the order of writing."""


def compact(folder: Path, file_rows: int = FILE_ROWS) -> None:
    """Fold what runs left in parts into the tables.

    Raises
    ------
    BatchError
        If a file is damaged.
    OutputError
        If a file cannot be written.
    """
    if not has_parts(folder):
        return
    holds = _what_holds(folder)
    number = next_number(folder)
    old = [path for name in _KEYS for _, path in layers(folder, name) if path.parent.name == name]
    for name, key in _KEYS.items():
        (folder / name).mkdir(exist_ok=True)
        files = _gathered(_rows_that_hold(folder, name, key, holds[name]), name, file_rows)
        for index, table in enumerate(files):
            with whole_file(folder / name / file_name(number, index)) as part:
                write(table, part)
    for path in old:
        path.unlink()
    shutil.rmtree(folder / PARTS)


def _what_holds(folder: Path) -> dict[str, _Holds]:
    """Return for each table which of its rows hold."""
    clips = latest(rows_of(folder, "clips", ["address", "set"]), "address")
    failed = latest(rows_of(folder, "failures", ["address"]), "address")
    sets = latest(rows_of(folder, "sets", ["set"]), "set")
    alive = {row["set"] for _, row in clips.values()}

    def clip(number: int, address: str) -> bool:
        return clips[address][0] == number

    def failure(number: int, address: str) -> bool:
        judged = clips.get(address)
        return failed[address][0] == number and (judged is None or judged[0] <= number)

    def of_set(number: int, set_: str) -> bool:
        return set_ in alive and set_ in sets and sets[set_][0] == number

    return {
        "clips": clip, "failures": failure, "sets": of_set, "repetitions": of_set,
        "findings": of_set,
    }  # fmt: skip


def _rows_that_hold(folder: Path, name: str, key: str, holds: _Holds) -> "Iterator[RecordBatch]":
    """Yield the rows of a table that hold."""
    for number, path in layers(folder, name):
        for batch in batches(path):
            keys = batch.column(key).to_pylist()
            yield take(batch, [i for i, value in enumerate(keys) if holds(number, value)])


def _gathered(some: "Iterator[RecordBatch]", name: str, file_rows: int) -> "Iterator[Table]":
    """Yield tables of so many rows, and one at least, so that every table has its columns."""
    schema = to_table(name, []).schema
    waiting: list[RecordBatch] = []
    is_first = True
    for batch in some:
        waiting.append(batch)
        if sum(one.num_rows for one in waiting) >= file_rows:
            yield joined(waiting, schema)
            waiting, is_first = [], False
    if is_first or any(one.num_rows for one in waiting):
        yield joined(waiting, schema)
