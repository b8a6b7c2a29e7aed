"""`rhomboid import`: sets out of the files of other programs, looked at before they are kept."""

import json
import sys
from dataclasses import asdict
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from rhomboid.cli.app import app
from rhomboid.errors import ExchangeError, RhomboidError

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

    from rhomboid.journal.exchange.keeping import Preview
    from rhomboid.journal.exchange.reading import Remark, Wishes
    from rhomboid.journal.journal import Journal

_SHOWN = 20


@app.command(name="import")
def import_(
    file: Annotated[
        Path | None,
        typer.Argument(help="CSV of Hevy, Strong, FitNotes and others; our own CSV or JSON."),
    ] = None,
    unit: Annotated[
        str | None, typer.Option(help="kg or lb, for a file that does not say.")
    ] = None,
    map_: Annotated[
        list[str] | None,
        typer.Option("--map", help='"Their name=lat_pulldown", =skip or =other; many times.'),
    ] = None,
    zone: Annotated[
        str | None, typer.Option(help="Of its times, as Europe/Berlin; else that of this machine.")
    ] = None,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False,
    undo: Annotated[str | None, typer.Option(metavar="BATCH", help="Take an import back.")] = None,
    lists: Annotated[bool, typer.Option("--list", help="Show what was imported.")] = False,
    data: Annotated[Path | None, typer.Option(help="The folder in which the journal lies.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Say it as JSON.")] = False,
) -> None:
    """Show what a file holds, and keep it when you agree; nothing is kept twice."""
    if sum((file is not None, undo is not None, lists)) != 1:
        raise RhomboidError("name one file, or --undo BATCH, or --list")
    from rhomboid.journal.opening import open_journal
    from rhomboid.journal.place import place

    wishes = _wishes(unit, map_ or [], zone)
    journal = open_journal(place(data))
    try:
        if lists:
            _list(journal, as_json=as_json)
        elif undo is not None:
            _undo(journal, undo, as_json=as_json)
        elif file is not None:
            _import(journal, file, wishes, yes=yes, as_json=as_json)
    finally:
        journal.close()


def _wishes(unit: str | None, mapped: list[str], zone: str | None) -> "Wishes":
    """Return what the person says of the file."""
    from rhomboid.journal.exchange.reading import Wishes
    from rhomboid.journal.exchange.values import unit_of

    said = None if unit is None else unit_of(unit)
    if unit is not None and said is None:
        raise RhomboidError(f"--unit is kg or lb, got {unit!r}")
    names = {}
    for one in mapped:
        name, sign, exercise = one.rpartition("=")
        if not sign or not name.strip() or not exercise.strip():
            raise RhomboidError(f"--map is written as 'Their name=lat_pulldown', got {one!r}")
        names[name] = exercise
    return Wishes(said, names, None if zone is None else _zone(zone))


def _zone(name: str) -> "ZoneInfo":
    """Return a zone by its name."""
    from zoneinfo import ZoneInfo

    try:
        return ZoneInfo(name)
    except (OSError, ValueError) as error:
        raise RhomboidError(f"there is no zone called {name!r}") from error
    except KeyError as error:  # ZoneInfoNotFoundError
        raise RhomboidError(f"there is no zone called {name!r}") from error


def _import(
    journal: "Journal", file: Path, wishes: "Wishes", *, yes: bool, as_json: bool
) -> None:  # fmt: skip
    """Show what a file holds, ask, and keep it."""
    from rhomboid.journal.exchange.files import read_file
    from rhomboid.journal.exchange.keeping import keep, look

    preview = look(journal, read_file(file, wishes))
    if not as_json:
        _tell(preview)
    kept = None
    if yes or (preview.new and not as_json):
        if preview.reading.asks_unit:
            raise ExchangeError(f"{file} does not say whether its weights are kg or lb: add --unit")
        if not yes:
            _ask(preview.new)
        kept = keep(journal, preview.reading, datetime.now(UTC))
    if as_json:
        print(json.dumps(_told(preview) | {"kept": kept}))
    elif kept:
        print(f"{kept} sets are kept. rhomboid import --undo {preview.reading.batch}")


def _ask(new: int) -> None:
    """Ask whether it is meant; stop if not."""
    if not sys.stdin.isatty():
        raise RhomboidError("nothing was imported; with --yes it is done without asking")
    typer.confirm(f"Keep these {new} sets?", abort=True)


def _tell(preview: "Preview") -> None:
    """Say what a file holds."""
    reading = preview.reading
    span = f", {reading.first} to {reading.last}" if reading.sets else ""
    print(f"{reading.app}: {len(reading.sets)} sets{span}.")
    print(f"  new: {preview.new}, there already: {preview.there}")
    if reading.unit:
        print(f"  weights in {reading.unit}")
    if reading.is_guessed:
        print("  its characters are not UTF-8; read as Latin-1, look whether names are right")
    for what, count in reading.skipped.items():
        print(f"  left out: {count} {what}")
    _tell_names(preview)
    _tell_remarks("could not be read", reading.errors)
    _tell_remarks("lost a little", reading.remarks)


def _tell_names(preview: "Preview") -> None:
    """Say what each name stands for."""
    from rhomboid.training.foreign import is_foreign

    known = [one for one in preview.reading.names if one.exercise and not is_foreign(one.exercise)]
    foreign = [one for one in preview.reading.names if is_foreign(one.exercise)]
    for one in known:
        print(f"  {one.name} ({one.sets}) is {one.exercise}")
    if foreign:
        print("  kept under their own names (--map 'Name=exercise' changes that):")
    for one in foreign[:_SHOWN]:
        print(f"    {one.name} ({one.sets})")
    if len(foreign) > _SHOWN:
        print(f"    and {len(foreign) - _SHOWN} more")


def _tell_remarks(what: str, remarks: "tuple[Remark, ...]") -> None:
    """Say what is to be said of lines."""
    if remarks:
        print(f"  lines that {what}: {len(remarks)}")
    for remark in remarks[:_SHOWN]:
        print(f"    line {remark.line}: {remark.words}")
    if len(remarks) > _SHOWN:
        print(f"    and {len(remarks) - _SHOWN} more")


def _told(preview: "Preview") -> dict[str, Any]:
    """Return a preview for other programs."""
    reading = preview.reading
    return {
        "app": reading.app,
        "batch": reading.batch,
        "sets": len(reading.sets),
        "new": preview.new,
        "there": preview.there,
        "first": _day(reading.first),
        "last": _day(reading.last),
        "unit": reading.unit,
        "asks_unit": reading.asks_unit,
        "encoding_guessed": reading.is_guessed,
        "names": [asdict(one) for one in reading.names],
        "skipped": reading.skipped,
        "errors": [asdict(one) for one in reading.errors],
        "remarks": [asdict(one) for one in reading.remarks],
    }


def _day(day: date | None) -> str | None:
    """Return a day for other programs."""
    return None if day is None else day.isoformat()


def _undo(journal: "Journal", batch: str, *, as_json: bool) -> None:
    """Take an import back."""
    from rhomboid.journal.exchange.keeping import undo

    count = undo(journal, batch)
    print(json.dumps({"batch": batch, "sets": count}) if as_json else f"{count} sets are gone.")


def _list(journal: "Journal", *, as_json: bool) -> None:
    """Show what was imported."""
    from rhomboid.journal.exchange.keeping import batches

    found = batches(journal)
    if as_json:
        print(json.dumps([asdict(one) for one in found], default=str))
        return
    for one in found:
        when = f"{one.kept_at.astimezone():%Y-%m-%d %H:%M}"
        print(f"{one.id}: {one.sets} sets of {one.first} to {one.last}, imported {when}")
    if not found:
        print("Nothing was imported.")
