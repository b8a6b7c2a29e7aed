"""`rhomboid erase`: forget everything."""

import json
import sys
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from rhomboid.cli.app import app
from rhomboid.errors import JournalBusyError, JournalError, RhomboidError

if TYPE_CHECKING:
    from rhomboid.journal.erase import Erased
    from rhomboid.journal.place import Place


@app.command()
def erase(
    data: Annotated[Path | None, typer.Option(help="The folder in which the journal lies.")] = None,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Say it as JSON.")] = False,
) -> None:
    """Erase everything that is kept of you: sets, joints, plans, answers."""
    from rhomboid.journal.place import place

    lies = place(data)
    if not yes:
        _ask(lies)
    done = _erase(lies)
    if as_json:
        print(json.dumps(asdict(done)))
    else:
        _tell(done)
    if done.trouble:
        raise RhomboidError(done.trouble)


def _ask(lies: "Place") -> None:
    """Ask whether it is meant; stop if not."""
    if not sys.stdin.isatty():
        raise RhomboidError("nothing was erased; with --yes it is done without asking")
    where = f"{lies.folder} and its database" if lies.url else str(lies.folder)
    typer.confirm(f"Erase everything that is kept in {where}? It cannot be undone", abort=True)


def _erase(lies: "Place") -> "Erased":
    """Erase a journal, even one that cannot be opened any more."""
    from rhomboid.journal.erase import erase as erase_all
    from rhomboid.journal.erase import erase_file
    from rhomboid.journal.opening import open_journal

    try:
        journal = open_journal(lies)
    except JournalBusyError:
        raise
    except JournalError:
        if lies.url:
            raise
        return erase_file(lies.folder)
    try:
        return erase_all(journal)
    finally:
        journal.close()


def _tell(done: "Erased") -> None:
    """Say what was erased."""
    print(
        f"Erased: {done.sets} sets, the joints of {done.joints}, {done.sessions} sessions, "
        f"{done.plans} plans, the answers of {done.days} days."
    )
    if done.folders:
        print(f"Removed: {', '.join(done.folders)}.")
    print("Backups that you made elsewhere are still there.")
