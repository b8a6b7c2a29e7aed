"""`rhomboid rejudge`: what was judged by older rules is judged by those of today."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from rhomboid.cli.app import app
from rhomboid.cli.options import AsJson, Data
from rhomboid.errors import RhomboidError

if TYPE_CHECKING:
    from rhomboid.batch.again import Rejudged
    from rhomboid.journal.journal import Journal
    from rhomboid.journal.moved import Moved

_MOST = 10**9


_Archive = Annotated[
    Path | None,
    typer.Argument(help="The --out folder of an archive; the journal's sets if left out."),
]


@app.command()
def rejudge(archive: _Archive = None, data: Data = None, as_json: AsJson = False) -> None:
    """Judge kept sets again by today's rules, and say what moved; no video is needed."""
    if archive is None:
        _rejudge_journal(data, as_json=as_json)
    elif data is not None:
        raise RhomboidError("--data names a journal, and an archive is named too; leave one out")
    else:
        _rejudge_archive(archive, as_json=as_json)


def _rejudge_archive(folder: Path, *, as_json: bool) -> None:
    """Judge the sets of an archive again; those that cannot be judged make exit code 1."""
    from rhomboid.batch.again import rejudge as judge_again
    from rhomboid.cli.batch import progress

    with progress() as tell:
        done = judge_again(folder, tell=tell)
    if as_json:
        told = {"judged": done.judged, "moved": done.moved, "failed": done.failed}
        print(json.dumps(told))
    else:
        _say_archive(done)
    if done.failed:
        raise typer.Exit(1)


def _say_archive(done: "Rejudged") -> None:
    """Say what moved in an archive, and why."""
    if not done.judged and not done.failed:
        print("Every set was judged by today's rules already.")
        return
    print(f"Judged again: {done.judged}. Moved: {len(done.moved)}.")
    for address, sentences in done.moved.items():
        print(f"{address}: {' '.join(sentences)}")
    for address, why in done.failed.items():
        print(f"Not judged: {address}: {why}")


def _rejudge_journal(data: Path | None, *, as_json: bool) -> None:
    """Judge the sets of the journal again; nothing is lost."""
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
