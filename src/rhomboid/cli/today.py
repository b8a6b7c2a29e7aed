"""`rhomboid today` and `rhomboid plan`: what to do on a day, and why."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from rhomboid.cli.app import app
from rhomboid.cli.options import AsJson, Data, read_day, require_near
from rhomboid.cli.options import today as now

if TYPE_CHECKING:
    from rich.console import Console

    from rhomboid.plan.day import DayPlan, Item
    from rhomboid.training.person import Person
    from rhomboid.training.target import Target

_Why = Annotated[bool, typer.Option("--why", help="Give the reason for every number.")]


@app.command()
def today(why: _Why = False, data: Data = None, as_json: AsJson = False) -> None:
    """Say what to do today, and why."""
    _show(None, data, why=why, as_json=as_json)


@app.command()
def plan(
    day: Annotated[
        str, typer.Option("--date", help="The day, as 2026-03-01: past, today or to come.")
    ] = "",
    why: _Why = True,
    data: Data = None,
    as_json: AsJson = False,
) -> None:
    """Show the plan of any day with its reasons: past ones as they were."""
    _show(require_near(read_day(day)) if day else None, data, why=why, as_json=as_json)


def _show(day: date | None, data: Path | None, *, why: bool, as_json: bool) -> None:
    """Show the plan of a day."""
    from rhomboid.journal.opening import open_journal
    from rhomboid.journal.place import place
    from rhomboid.routine import person_on, plan_for, plan_json, plan_of

    here = now()
    journal = open_journal(place(data))
    try:
        person = person_on(journal, here)
        found = plan_of(journal, day, here) if day else plan_for(journal, here)
    finally:
        journal.close()
    if as_json:
        print(plan_json(found))
    else:
        _tell(found, person, why=why)


def _tell(found: "DayPlan", person: "Person", *, why: bool) -> None:
    """Say a plan in words; nothing that a person or a file says is taken for markup."""
    from rich.console import Console
    from rich.text import Text

    from rhomboid.cli.today_words import KINDS, minutes
    from rhomboid.plan.words import day_name

    console = Console(highlight=False)
    heading = Text(f"{day_name(found.day)}: ").append(KINDS[found.kind], "bold")
    console.print(heading.append(f", {minutes(found.minutes)}" if found.items else ""))
    if found.stop is not None:
        console.print(Text(found.stop.words, "bold red"))
    for reason in found.reasons if why else found.reasons[:1]:
        console.print(Text(f"  {reason.words}", "dim"))
    for item in found.items:
        _tell_item(console, item, person, why=why)
    for note in found.notes if why else ():
        console.print(Text(f"  {note.words}", "dim"))


def _tell_item(console: "Console", item: "Item", person: "Person", *, why: bool) -> None:
    """Say one exercise in words."""
    from itertools import groupby

    from rich.text import Text

    from rhomboid.cli.today_words import DONE

    heading = Text("\n").append(item.name, "bold").append(f", {item.gear_name}")
    console.print(heading if item.remaining else heading.append(": ").append(DONE, "green"))
    for target, alike in groupby(item.targets):
        console.print(Text(f"  {_line(target, len(list(alike)), person)}"))
    for reason in item.reasons if why else ():
        console.print(Text(f"    {reason.words}", "dim"))


def _line(target: "Target", number: int, person: "Person") -> str:
    """Say some sets that are alike."""
    from rhomboid.cli.today_words import sets
    from rhomboid.plan.words import amount

    load = "" if target.load is None else amount(target.load, person)
    return sets(target, number, load)
