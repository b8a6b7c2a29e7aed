"""Sets as a table of Parquet, a row each; written by Arrow, which is an extra of ours."""

import json
from collections.abc import Sequence
from dataclasses import asdict
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from rhomboid.errors import OutputError
from rhomboid.journal.exchange.names import name_of
from rhomboid.training.foreign import is_foreign
from rhomboid.training.kept import KeptSet
from rhomboid.whole_file import whole_file

COLUMNS = {
    "id": "text", "exercise": "text", "name": "text", "is_foreign": "yes", "origin": "text",
    "started_at": "moment", "offset_s": "whole", "day": "day", "counted": "whole",
    "total": "whole", "hold_s": "number", "side": "text", "load_axis": "text",
    "load_value": "number", "gear": "text", "kind": "text", "effort": "whole", "spare": "whole",
    "pain": "whole", "note": "text", "good": "whole", "session": "text", "recording": "text",
    "ended_by": "text", "corrections": "text", "target": "text", "tally": "text",
}  # fmt: skip
"""The columns and what each holds; the last three are JSON."""

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND, _DAY = timedelta(microseconds=1), timedelta(days=1)


def write_parquet(kept: Sequence[KeptSet], path: Path) -> None:
    """Write sets as Parquet: moments in UTC with their offset beside, loads in columns.

    Raises
    ------
    OutputError
        If it cannot be written, or Arrow is not installed.
    """
    try:
        from arro3.core import Array, DataType, Table
        from arro3.io import write_parquet as write
    except ModuleNotFoundError as error:
        raise OutputError("Parquet needs an extra: pip install 'rhomboid[export]'") from error
    types = {
        "text": (DataType.utf8(), DataType.utf8()),
        "whole": (DataType.int64(), DataType.int64()),
        "number": (DataType.float64(), DataType.float64()),
        "yes": (DataType.bool(), DataType.bool()),
        "moment": (DataType.int64(), DataType.timestamp("us", tz="UTC")),
        "day": (DataType.int32(), DataType.date32()),
    }
    rows = [_row(one) for one in kept]
    columns: dict[str, Any] = {}
    for name, kind in COLUMNS.items():
        plain, wanted = types[kind]
        columns[name] = Array([row[name] for row in rows], plain).cast(wanted)
    with whole_file(path) as part:
        write(Table.from_pydict(columns), part)


def _row(kept: KeptSet) -> dict[str, Any]:
    """Return the cells of a set."""
    at = kept.started_at
    same = ("id", "exercise", "origin", "counted", "total", "hold_s", "side", "gear", "session",
            "recording", "ended_by")  # fmt: skip
    return {
        **{name: getattr(kept, name) for name in same},
        "name": name_of(kept.exercise),
        "is_foreign": is_foreign(kept.exercise),
        "started_at": (at - _EPOCH) // _MICROSECOND,
        "offset_s": round((at.utcoffset() or timedelta()).total_seconds()),
        "day": (at.date() - date(1970, 1, 1)) // _DAY,
        "load_axis": kept.load.axis if kept.load else None,
        "load_value": kept.load.value if kept.load else None,
        "kind": kept.target.kind if kept.target else None,
        "effort": kept.rating.effort,
        "spare": kept.rating.spare,
        "pain": kept.rating.pain,
        "note": kept.rating.note,
        "good": kept.tally.good if kept.tally else None,
        "corrections": json.dumps(kept.corrections),
        "target": json.dumps(asdict(kept.target)) if kept.target else None,
        "tally": json.dumps(asdict(kept.tally)) if kept.tally else None,
    }
