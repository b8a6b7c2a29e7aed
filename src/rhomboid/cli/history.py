"""`rhomboid history` and `rhomboid progress`: what was done, and what it comes to."""

import json
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from rhomboid.cli.app import app
from rhomboid.cli.exercises import id_of
from rhomboid.cli.options import AsJson, Data, read_day, today
from rhomboid.errors import RhomboidError

if TYPE_CHECKING:
    from rhomboid.journal.journal import Journal

_DAYS = 7


@app.command()
def history(
    days: Annotated[
        int | None, typer.Option(min=1, max=36500, help="So many days up to today; 7 if left out.")
    ] = None,
    first: Annotated[str | None, typer.Option("--from", help="First day, as 2026-05-04.")] = None,
    last: Annotated[str | None, typer.Option("--to", help="Last day; today if left out.")] = None,
    data: Data = None,
    as_json: AsJson = False,
) -> None:
    """Show the sets that were done."""
    if days is not None and first is not None:
        raise RhomboidError("give either --days or --from, not both")
    to = read_day(last) if last else today()
    from_ = read_day(first) if first else to - timedelta(days=(days or _DAYS) - 1)
    if from_ > to:
        raise RhomboidError(f"the first day, {from_}, is after the last, {to}")
    journal = _open(data)
    try:
        _history(journal, from_, to, as_json=as_json)
    finally:
        journal.close()


@app.command()
def progress(
    exercise: Annotated[
        str | None, typer.Argument(help="One of them, by id or name; all if left out.")
    ] = None,
    time: Annotated[str, typer.Option(help="12w (if left out), year or all.")] = "12w",
    data: Data = None,
    as_json: AsJson = False,
) -> None:
    """Show what the sets come to: load, repetitions, form, pain, sets for each muscle."""
    from rhomboid.progress.period import NAMES

    if time not in NAMES:
        raise RhomboidError(f"there is no time {time!r}; there are: {', '.join(NAMES)}")
    journal = _open(data)
    try:
        if exercise is None:
            _all(journal, time, as_json=as_json)
        else:
            _one(journal, id_of(exercise), time, as_json=as_json)
    finally:
        journal.close()


def _history(journal: "Journal", first: date, last: date, *, as_json: bool) -> None:
    """Print the sets between two days."""
    from rhomboid.progress.set_line import as_document, lines_of

    kept = journal.sets.between(first, last)
    if as_json:
        told = {"from": str(first), "to": str(last), "sets": [as_document(one) for one in kept]}
        print(json.dumps(told))
        return
    from rhomboid.progress.terminal import show_history

    show_history(lines_of(kept, pounds=_pounds(journal)), first, last)


def _all(journal: "Journal", time: str, *, as_json: bool) -> None:
    """Print what all exercises come to."""
    from rhomboid.progress.overview import overview
    from rhomboid.progress.period import named
    from rhomboid.progress.terminal import overview_document, show_overview

    found = overview(journal, named(time, today()), pounds=_pounds(journal))
    if as_json:
        print(json.dumps(overview_document(found)))
    else:
        show_overview(found)


def _one(journal: "Journal", exercise: str, time: str, *, as_json: bool) -> None:
    """Print what one exercise comes to."""
    from rhomboid.catalogue.read import names
    from rhomboid.progress.exercise import exercise_progress
    from rhomboid.progress.period import named
    from rhomboid.progress.terminal import progress_document, show_progress

    if exercise not in names() and not journal.sets.recent(1, exercise=exercise):
        known = ", ".join(names())
        raise RhomboidError(f"there is no exercise called {exercise!r}; there are: {known}")
    found = exercise_progress(
        journal, exercise, named(time, today()), pounds=_pounds(journal)
    )  # fmt: skip
    if as_json:
        print(json.dumps(progress_document(found)))
    else:
        show_progress(found)


def _open(data: Path | None) -> "Journal":
    """Open the journal."""
    from rhomboid.journal.opening import open_journal
    from rhomboid.journal.place import place

    return open_journal(place(data))


def _pounds(journal: "Journal") -> bool:
    """Return whether weights are shown in pounds."""
    person = journal.profile.now()
    return person is not None and person.units == "lb"
