"""`rhomboid backup` and `rhomboid restore`: everything in one file, and back."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from rhomboid.cli.app import app
from rhomboid.cli.options import AsJson, Data

if TYPE_CHECKING:
    from rhomboid.journal.backup import Backup

_File = Annotated[Path, typer.Argument(help="The file of the backup (.zip).")]


@app.command()
def backup(file: _File, data: Data = None, as_json: AsJson = False) -> None:
    """Write everything the journal holds into one file."""
    from rhomboid.journal.backup import write_backup
    from rhomboid.journal.opening import open_journal
    from rhomboid.journal.place import place

    journal = open_journal(place(data))
    try:
        done = write_backup(journal, file)
    finally:
        journal.close()
    _tell(done, "{file} holds {sets} sets, {traces} of them with joints.", as_json=as_json)


@app.command()
def restore(
    file: _File,
    data: Data = None,
    replace: Annotated[
        bool, typer.Option("--replace", help="Let what the journal holds give way.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Bring a backup back: all of it, or nothing."""
    from rhomboid.journal.place import place
    from rhomboid.journal.restore import restore as bring_back

    done = bring_back(file, place(data), replaces=replace)
    said = "{sets} sets are back, {traces} of them with joints."
    _tell(done, said, as_json=as_json)


def _tell(done: "Backup", sentence: str, *, as_json: bool) -> None:
    """Say what a backup holds."""
    if as_json:
        print(json.dumps({"file": str(done.file), "rows": done.rows}))
    else:
        print(sentence.format(file=done.file, **done.rows))
