"""`rhomboid export`: what was done and what is planned, in files that others read."""

import json
from datetime import date, datetime, time
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from rhomboid.cli.app import app
from rhomboid.cli.options import read_day, require_near
from rhomboid.errors import RhomboidError

if TYPE_CHECKING:
    from rhomboid.journal.exchange.everything import Everything
    from rhomboid.journal.journal import Journal


class Format(StrEnum):
    """What can be written."""

    csv = "csv"
    json = "json"
    parquet = "parquet"
    fit = "fit"
    fit_workout = "fit-workout"
    health_connect = "health-connect"
    ics = "ics"


_OF_PLANS = (Format.fit_workout, Format.ics)


@app.command()
def export(
    file: Annotated[Path, typer.Argument(help="Where to; its ending says the format.")],
    as_: Annotated[
        Format | None, typer.Option("--as", help="The format, where the ending does not say it.")
    ] = None,
    first: Annotated[str, typer.Option("--from", help="First day, as 2026-03-01.")] = "",
    last: Annotated[str, typer.Option("--to", help="Last day.")] = "",
    day: Annotated[
        str, typer.Option(help="One day; FIT holds one: the last with a set, or today's plan.")
    ] = "",
    begins: Annotated[str, typer.Option(help="Of the calendar: when training begins.")] = "18:00",
    data: Annotated[Path | None, typer.Option(help="The folder in which the journal lies.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Say what was done as JSON.")] = False,
) -> None:
    """Write sets (.csv, .json, .parquet, .fit) or the plan (.ics, --as fit-workout) to a file."""
    from rhomboid.journal.exchange.everything import FIRST, LAST
    from rhomboid.journal.opening import open_journal
    from rhomboid.journal.place import place

    wanted = as_ or _by_ending(file)
    one = read_day(day) if day else None
    span = (
        (one, one)
        if one
        else (
            read_day(first) if first else FIRST,
            read_day(last) if last else LAST,
        )
    )
    journal = open_journal(place(data))
    try:
        if wanted in _OF_PLANS:
            count, what = _write_plan(journal, wanted, file, one, begins), "days"
        else:
            count, what = _write_sets(journal, wanted, file, span), "sets"
    finally:
        journal.close()
    if as_json:
        print(json.dumps({"file": str(file), "format": wanted.value, what: count}))
    else:
        print(f"{file} holds {count} {what}.")


def _by_ending(file: Path) -> Format:
    """Return the format that the ending of a file says."""
    try:
        return Format(file.suffix.lower().removeprefix("."))
    except ValueError as error:
        choices = ", ".join(one.value for one in Format)
        raise RhomboidError(f"{file.name} does not say its format: add --as ({choices})") from error


def _write_sets(journal: "Journal", wanted: Format, file: Path, span: tuple[date, date]) -> int:
    """Write what was done; return how many sets that is."""
    from rhomboid.journal.exchange.everything import everything

    found = everything(journal, *span)
    if wanted is Format.parquet:
        from rhomboid.journal.exchange.parquet import write_parquet

        write_parquet(found.sets, file)
        return len(found.sets)
    if wanted is Format.fit:
        found = _of_last_day(found)
    _write(file, _content(journal, wanted, found))
    return len(found.sets)


def _of_last_day(found: "Everything") -> "Everything":
    """Return the sets of the last day only."""
    from rhomboid.journal.exchange.everything import Everything

    if not found.sets:
        raise RhomboidError("there is no set to write")
    last = max(kept.started_at.date() for kept in found.sets)
    sets = tuple(kept for kept in found.sets if kept.started_at.date() == last)
    return Everything(sets, found.sessions)


def _content(journal: "Journal", wanted: Format, found: "Everything") -> bytes:
    """Return sets in a format."""
    from rhomboid.journal.exchange import fit_activity, health_connect, own

    if wanted is Format.csv:
        return own.to_csv(found.sets, found.sessions).encode()
    if wanted is Format.json:
        return own.to_json(found.sets, found.sessions.values()).encode()
    if wanted is Format.fit:
        return fit_activity.fit_activity(found.sets)
    told = health_connect.health_connect(found.sets, found.sessions, journal.person)
    return json.dumps(told, ensure_ascii=False, indent=1).encode()


def _write_plan(
    journal: "Journal", wanted: Format, file: Path, day: date | None, begins: str
) -> int:  # fmt: skip
    """Write what is planned; return of how many days."""
    from rhomboid.exchange import AHEAD_DAYS, Reminder, kept_feed, workout
    from rhomboid.routine import plan_of

    now = datetime.now().astimezone()
    if wanted is Format.ics:
        _write(file, kept_feed(journal, now, Reminder(_time(begins))).encode())
        return AHEAD_DAYS
    plan = plan_of(journal, require_near(day) if day else now.date(), now.date())
    if plan.done:
        raise RhomboidError(f"nothing is left to do on {plan.day}")
    _write(file, workout(plan, now))
    return 1


def _time(text: str) -> time:
    """Read a time of day."""
    try:
        return time.fromisoformat(text).replace(tzinfo=None)
    except ValueError as error:
        raise RhomboidError(f"a time is written as 18:00, got {text!r}") from error


def _write(file: Path, content: bytes) -> None:
    """Write a file whole, or not at all."""
    from rhomboid.whole_file import whole_file

    with whole_file(file) as part:
        part.write_bytes(content)
