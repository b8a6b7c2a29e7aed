"""The folder of an archive's results: what is known, and what is kept as it comes.

One program writes to it at a time. Each clip's joints are a file of their own;
rows wait in memory for a little, then go to the disk as one whole part.
"""

import json
from collections.abc import Mapping
from pathlib import Path
from types import TracebackType
from typing import Any

from rhomboid.batch.compact import compact
from rhomboid.batch.items import Judgement, Known, Outcome, Row
from rhomboid.batch.layers import TRACKS, clear_unfinished, rows_of, write_part
from rhomboid.batch.places import NEEDS
from rhomboid.batch.rows import TABLES
from rhomboid.batch.work import BAD
from rhomboid.errors import BatchError
from rhomboid.whole_file import whole_file

FORMAT, VERSION = "rhomboid-archive", 1
MARK = "archive.json"
"""The file that tells a folder of results from any other."""

_LOCK = ".lock"
_WHEN = {"failed_at", "judged_at"}
"""Columns that differ though nothing else does."""


class Store:
    """An open folder of results; a context that keeps others from writing to it.

    Attributes
    ----------
    folder
        Where it lies.
    known
        What was judged, and by what, when the folder was opened.
    """

    def __init__(self, folder: Path) -> None:
        """Open a folder, or make one.

        Raises
        ------
        BatchError
            If it is something else, is written to by another run, or cannot be made.
        """
        self.folder = folder
        _make(folder)
        self._lock = _locked(folder)
        clear_unfinished(folder)
        self.known = _known(folder)
        self._said = {name: _said(folder, name) for name in ("clips", "failures")}
        self._begin()
        self._written: set[str] = set()

    def __enter__(self) -> "Store":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Write what waits, and let others write."""
        try:
            self.flush()
        finally:
            self._lock.release()

    @property
    def waiting(self) -> int:
        """How many clips wait to be written."""
        return self._waiting

    def keep(self, outcome: Outcome) -> None:
        """Keep what came of one clip; nothing is written of what is known already.

        Raises
        ------
        OutputError
            If its joints cannot be written.
        """
        ids = {row["set"] for row in outcome.rows.get("sets", ())}
        if outcome.track is not None and not ids <= self._written:
            name, content = outcome.track
            with whole_file(self.folder / TRACKS / name) as part:
                part.write_bytes(content)
        for name in ("sets", "repetitions", "findings"):
            self._rows[name] += [
                row for row in outcome.rows.get(name, ()) if row["set"] not in self._written
            ]
        self._written |= ids
        for name in ("clips", "failures"):
            for row in outcome.rows.get(name, ()):
                self._keep_labels(name, row)
        self._waiting += any(outcome.rows.values())

    def flush(self) -> None:
        """Write what waits as one part.

        Raises
        ------
        BatchError
            If it cannot be written.
        """
        if any(self._rows.values()):
            write_part(self.folder, self._rows)
        self._begin()

    def finish(self) -> None:
        """Write what waits, and fold all parts into the tables.

        Raises
        ------
        BatchError, OutputError
            If a file is damaged, or cannot be written.
        """
        self.flush()
        compact(self.folder)

    def _begin(self) -> None:
        """Begin a new part."""
        self._rows: dict[str, list[Row]] = {name: [] for name in TABLES}
        self._waiting = 0

    def _keep_labels(self, name: str, row: Row) -> None:
        """Keep the row of a clip or a failure, unless the same stands there already."""
        address, said = row["address"], _hash(name, row)
        failed_before = name == "clips" and self._said["failures"].pop(address, None) is not None
        if failed_before or self._said[name].get(address) != said:
            self._rows[name].append(row)
            self._said[name][address] = said


def require_archive(folder: Path) -> None:
    """Raise unless a folder holds the results of an archive.

    Raises
    ------
    BatchError
        If it does not, or a newer version wrote it.
    """
    try:
        mark = json.loads((folder / MARK).read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise BatchError(f"{folder} holds no archive that rhomboid batch wrote") from error
    if not isinstance(mark, dict) or mark.get("format") != FORMAT:
        raise BatchError(f"{folder} holds no archive that rhomboid batch wrote")
    if mark.get("version") != VERSION:
        raise BatchError(f"another version of rhomboid wrote {folder}; this one reads {VERSION}")


def _make(folder: Path) -> None:
    """Make a folder of results, unless it is there."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if not (folder / MARK).exists():
            if any(path.name != _LOCK for path in folder.iterdir()):
                raise BatchError(f"{folder} is not empty, and holds no archive; name another")
            with whole_file(folder / MARK) as part:
                part.write_text(json.dumps({"format": FORMAT, "version": VERSION}) + "\n")
        (folder / TRACKS).mkdir(exist_ok=True)
    except OSError as error:
        raise BatchError(f"cannot make the folder {folder}: {error.strerror or error}") from error
    require_archive(folder)


def _locked(folder: Path) -> Any:
    """Keep others from writing to a folder."""
    try:
        from filelock import FileLock, Timeout
    except ModuleNotFoundError as error:
        raise BatchError(NEEDS) from error
    lock = FileLock(folder / _LOCK)
    try:
        lock.acquire(timeout=0)
    except Timeout as error:
        raise BatchError(f"another run writes to {folder} just now") from error
    return lock


def _known(folder: Path) -> Known:
    """Return what was judged, or failed for good, and by what."""
    made = ["rhomboid", "model", "rules"]
    sets = {
        row["set"]: Judgement(row["judged_by"], *(row[name] for name in made))
        for _, row in rows_of(folder, "sets", ["set", "judged_by", *made])
    }
    failed = {
        row["set"]: (row["judged_by"], row["reason"])
        for _, row in rows_of(folder, "failures", ["set", "judged_by", "reason", "kind"])
        if row["kind"] == BAD
    }
    return Known(sets, failed)


def _said(folder: Path, name: str) -> dict[str, int]:
    """Return what stands in the rows of clips or failures, shortly, by address."""
    rows = rows_of(folder, name, list(TABLES[name]))
    return {row["address"]: _hash(name, row) for _, row in rows}


def _hash(name: str, row: Mapping[str, Any]) -> int:
    """Return a number for all that a row says, but when."""
    return hash(tuple(row[column] for column in TABLES[name] if column not in _WHEN))
