"""`rhomboid rejudge`: what was judged by older rules is judged by those of today."""

import json
from typing import TYPE_CHECKING

import typer

from rhomboid.cli.app import app
from rhomboid.cli.options import AsJson, Data

if TYPE_CHECKING:
    from rhomboid.journal.journal import Journal
    from rhomboid.journal.moved import Moved

_MOST = 10**9


@app.command()
def rejudge(data: Data = None, as_json: AsJson = False) -> None:
    """Judge kept sets again by today's rules, and say what moved; nothing is lost."""
    from rhomboid.journal.opening import open_journal
    from rhomboid.journal.place import place

    journal = open_journal(place(data))
    try:
        judged, moved, failed = _judge(journal)
        if as_json:
            told = {id_: list(one.sentences) for id_, one in moved.items()}
            print(json.dumps({"judged": judged, "moved": told, "failed": failed}))
        else:
            _say(journal, judged, moved, failed)
    finally:
        journal.close()
    if failed:
        raise typer.Exit(1)


def _judge(journal: "Journal") -> tuple[int, "dict[str, Moved]", dict[str, str]]:
    """Judge every set that others judged; return how many, what moved, and what failed."""
    from rich.console import Console
    from rich.progress import track

    from rhomboid.errors import SpecError, TrackError
    from rhomboid.session import judge_again, outdated

    moved, failed = {}, {}
    ids = outdated(journal, _MOST)
    for id_ in track(ids, "Judging", console=Console(stderr=True), transient=True):
        try:
            change = judge_again(journal, id_)
        except (TrackError, SpecError) as error:
            failed[id_] = str(error).splitlines()[0]
            continue
        if change is not None and change.is_moved:
            moved[id_] = change
    return len(ids) - len(failed), moved, failed


def _say(
    journal: "Journal", judged: int, moved: "dict[str, Moved]", failed: dict[str, str]
) -> None:
    """Say it in words, the newest set first."""
    if not judged and not failed:
        print("Every set was judged by today's rules already.")
        return
    print(f"Judged again: {judged}. Moved: {len(moved)}. Counts and plans stay as they were.")
    for id_, change in moved.items():
        kept = journal.sets.read(id_)
        print(f"{kept.started_at:%Y-%m-%d %H:%M} {kept.exercise}: {' '.join(change.sentences)}")
    for id_, why in failed.items():
        print(f"Not judged: {id_}: {why}")
