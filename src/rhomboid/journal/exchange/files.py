"""From a file to a reading: which program wrote it, and what it says."""

from dataclasses import replace
from pathlib import Path
from typing import cast

from rhomboid.errors import ExchangeError
from rhomboid.journal.exchange import fitnotes, hevy, others, own, strong
from rhomboid.journal.exchange.collect import App, collect, read_lines
from rhomboid.journal.exchange.csv_records import read_table
from rhomboid.journal.exchange.reading import Reading, Wishes
from rhomboid.journal.exchange.source import Source, look_at
from rhomboid.journal.exchange.told import Header

APPS = cast(
    "tuple[App, ...]",
    (hevy, strong, others.Liftosaur, others.LiftLog, others.StrongLifts, fitnotes, others.Fitbod),
)
"""Every program whose CSV is known, in the order in which headers are compared."""


def read_file(path: str | Path, wishes: Wishes | None = None) -> Reading:
    """Read a file of sets; nothing is kept yet.

    Parameters
    ----------
    path
        CSV of a program that is known, or our own CSV or JSON.
    wishes
        What the person says of it.

    Raises
    ------
    ExchangeError
        If it cannot be read, is of no program that is known, or is too much.
    """
    source = look_at(Path(path))
    try:
        return _read(source, wishes or Wishes())
    except ExchangeError as error:
        said = str(error)
        if str(path) in said:
            raise
        raise ExchangeError(f"{path}: {said}") from error


def _read(source: Source, wishes: Wishes) -> Reading:
    """Read a file by what it begins with."""
    if _is_json(source):
        text = source.path.read_text(source.encoding)
        return own.read_json(_batch(own.NAME, source), text)
    with source.lines() as lines:
        table = read_table(lines)
        if own.is_mine(table.columns):
            return own.read_csv(_batch(own.NAME, source), table.records)
        header = Header.of(table.columns)
        app = _app_of(header)
        found = read_lines(app, header, table.records)
    reading = collect(app.NAME, _batch(app.NAME, source), found, wishes)
    return _guessed(reading) if source.is_guessed else reading


def _is_json(source: Source) -> bool:
    """Say whether a file begins like an object of JSON."""
    with source.path.open(encoding=source.encoding) as file:
        return file.read(4096).lstrip().startswith("{")


def _app_of(header: Header) -> App:
    """Return whose header it is."""
    for app in APPS:
        if app.is_mine(header):
            return app
    known = ", ".join(app.NAME for app in APPS)
    shown = ", ".join(header.columns)[:100]
    raise ExchangeError(f"no program that is known ({known}) has such columns: {shown}")


def _batch(app: str, source: Source) -> str:
    """Return the id by which an import can be taken back."""
    return f"{app.lower()}-{source.sha256[:10]}"


def _guessed(reading: Reading) -> Reading:
    """Note that the characters of a file were only guessed."""
    return replace(reading, is_guessed=True)
