"""`rhomboid batch`: judge a whole archive, on all cores or on a cluster."""

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from rhomboid.cli.app import app
from rhomboid.cli.check import model_of
from rhomboid.cli.options import AsJson

if TYPE_CHECKING:
    from rhomboid.batch.run import Tally, Tell

_MOST_SAID = 10
"""So many failures are told in the terminal; the page and the table have the others. house"""

_Sources = Annotated[
    list[str],
    typer.Argument(
        help="Files, folders, patterns or manifests (.csv, .parquet), here or s3://BUCKET/…"
    ),
]
_Out = Annotated[Path, typer.Option(help="The folder for what comes out.")]
_Exercise = Annotated[
    str | None, typer.Option("--exercise", "-e", help="Which one; recognised if left out.")
]
_Model = Annotated[str | None, typer.Option(help="lite, full (if left out) or heavy.")]
_EveryFrame = Annotated[
    bool, typer.Option("--every-frame", help="Look at every frame, also above 50 a second.")
]
_Address = Annotated[
    str | None, typer.Option(help="Of a running Ray cluster; Ray is started here if left out.")
]
_Workers = Annotated[
    int | None, typer.Option(min=1, help="Clips at once; as many as cores if left out.")
]


@app.command()
def batch(
    sources: _Sources,
    out: _Out,
    exercise: _Exercise = None,
    model: _Model = None,
    every_frame: _EveryFrame = False,
    address: _Address = None,
    workers: _Workers = None,
    as_json: AsJson = False,
) -> None:
    """Judge an archive of clips, each as check does; run it again to go on where it stopped."""
    from rhomboid.batch.archive import Where, judge_archive
    from rhomboid.batch.work import todays

    how = todays(model_of(model), every=every_frame)
    with progress() as tell:
        try:
            tally = judge_archive(
                sources, out, exercise=exercise, how=how, where=Where(address, workers), tell=tell
            )
        except KeyboardInterrupt:
            print("Stopped; what was judged is kept. Run the same again to go on.", file=sys.stderr)
            raise typer.Exit(130) from None
    _say(out, tally, as_json=as_json)
    if tally.failures:
        raise typer.Exit(1)


@contextmanager
def progress() -> "Iterator[Tell]":
    """Show how many clips are done and the time left on a terminal, and nothing in a pipe."""
    if not sys.stderr.isatty():
        yield lambda _: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TimeRemainingColumn

    columns = ("judging", BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=None)

        def tell(tally: "Tally") -> None:
            bar.update(task, completed=tally.done, total=tally.total)

        yield tell


def _say(out: Path, tally: "Tally", *, as_json: bool) -> None:
    """Say what came of the run."""
    if as_json:
        told = {"out": str(out), "clips": tally.total, "failures": tally.failures}
        print(json.dumps({**told, **tally.counts}))
        return
    counts = tally.counts
    print(f"{tally.total} clips: {counts['judged']} judged, {counts['same']} judged before.")
    for number, (address, why) in enumerate(tally.failures.items()):
        if number == _MOST_SAID:
            print(f"And {len(tally.failures) - number} more failures; see the page.")
            break
        print(f"Not judged: {why if address in why else f'{address}: {why}'}")
    print(f"The page is {out / 'summary.html'}.")
