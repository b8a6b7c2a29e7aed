"""Sets as a table of Parquet, a row each; written by Arrow, which is an extra of ours."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from rhomboid.errors import OutputError
from rhomboid.journal.exchange.names import name_of
from rhomboid.training.kept import KeptSet
from rhomboid.whole_file import whole_file


def write_parquet(kept: Iterable[KeptSet], path: Path) -> None:
    """Write sets as Parquet: times in UTC with their offset beside, loads in columns.

    Raises
    ------
    OutputError
        If it cannot be written, or Arrow is not installed.
    """
    try:
        from arro3.core import Array, DataType, Table
        from arro3.io import write_parquet as write
    except ModuleNotFoundError as error:
        raise OutputError("Parquet needs the extra: pip install 'rhomboid[export]'") from error
    rows = [_row(one) for one in kept]
    types = {
        "text": DataType.utf8(),
        "whole": DataType.int64(),
        "number": DataType.float64(),
        "moment": DataType.timestamp("us", tz="UTC"),
        "day": DataType.date32(),
        "steps": DataType.list(DataType.int64()),
        "yes": DataType.bool(),
    }
    columns = {
        name: Array([row[name] for row in rows], types[kind]) for name, kind in COLUMNS.items()
    }
    with whole_file(path) as part:
        write(Table.from_pydict(columns), part)


COLUMNS = {
    "id": "text", "exercise": "text", "name": "text", "is_foreign": "yes", "origin": "text",
    "started_at": "moment", "offset_s": "whole", "day": "day", "counted": "whole",
    "corrections": "steps", "total": "whole", "hold_s": "number", "side": "text",
    "load_axis": "text", "load_value": "number", "gear": "text", "kind": "text",
    "target_least": "whole", "target_most": "whole", "effort": "whole", "spare": "whole",
    "pain": "whole", "note": "text", "good": "whole", "session": "text", "recording": "text",
    "ended_by": "text",
}  # fmt: skip
"""The columns, and what each holds."""


def _row(kept: KeptSet) -> dict[str, Any]:
    """Return the row of a set."""
    return {
        "id": kept.id,
        "exercise": kept.exercise,
        "name": name_of(kept.exercise),
        "origin": kept.origin,
    }
