"""The command line: words in, a session, words out.

Nothing heavy is imported until it is needed, so that help comes at once.
"""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from rhomboid.errors import RhomboidError
from rhomboid.version import __version__

if TYPE_CHECKING:
    from rhomboid.catalogue.spec import ExerciseSpec
    from rhomboid.pose.blazepose import Progress
    from rhomboid.pose.weights import ModelName
    from rhomboid.session import Judged

app = typer.Typer(
    name="rhomboid",
    help="The upper-back coach that watches, counts, corrects and remembers.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)

_MODELS = ("lite", "full", "heavy")


def main() -> None:
    """Run the command line; an error on purpose is one sentence and exit code 2."""
    try:
        app()
    except RhomboidError as error:
        print(f"rhomboid: {error}", file=sys.stderr)
        sys.exit(2)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(141)


def _show_version(wanted: bool) -> None:  # noqa: FBT001  the shape typer calls
    """Print the version and stop."""
    if wanted:
        print(f"rhomboid {__version__}")
        raise typer.Exit


@app.callback()
def _root(
    version: Annotated[
        bool, typer.Option("--version", callback=_show_version, is_eager=True, help="Say which.")
    ] = False,
) -> None:
    """The upper-back coach that watches, counts, corrects and remembers."""


@app.command()
def check(
    source: Annotated[Path, typer.Argument(help="A video, or a track (.npz) kept with --track.")],
    exercise: Annotated[
        str | None, typer.Option("--exercise", "-e", help="Which one; recognised if left out.")
    ] = None,
    model: Annotated[str, typer.Option(help="lite, full or heavy.")] = "full",
    as_json: Annotated[bool, typer.Option("--json", help="Print the report as JSON.")] = False,
    html: Annotated[Path | None, typer.Option(help="Write a page of its own.")] = None,
    video: Annotated[Path | None, typer.Option(help="Write the clip, drawn on.")] = None,
    track: Annotated[Path | None, typer.Option(help="Keep the joints (.npz).")] = None,
    stills: Annotated[
        bool, typer.Option(help="Put stills of the clip on the page, not stick figures.")
    ] = False,
    every_frame: Annotated[
        bool, typer.Option(help="Look at every frame, also above 50 a second.")
    ] = False,
) -> None:
    """Count and judge the repetitions of one recorded set."""
    from rhomboid.session import judge

    _refuse_bad_options(model, track, video, source)
    with _progress() as progress:
        judged = judge(
            source, _spec(exercise), model=_model(model), every=every_frame, progress=progress
        )
    _write(judged, source.name, html=html, video=video, track=track, stills=stills)
    if as_json:
        from rhomboid.records_json import to_json

        print(to_json(judged.report))
    else:
        from rich.console import Console

        from rhomboid.report.terminal import show

        show(judged.report, Console())


@app.command()
def exercises(
    name: Annotated[str | None, typer.Argument(help="One of them; all if left out.")] = None,
    check_file: Annotated[
        Path | None, typer.Option("--check", help="Say what is wrong with an exercise file.")
    ] = None,
) -> None:
    """Show the exercises, or one of them in full."""
    from rich.console import Console

    from rhomboid.catalogue.read import load, names, read
    from rhomboid.report.exercise import show_exercise, show_list

    console = Console()
    if check_file is not None:
        console.print(f"{check_file}: {read(check_file).exercise.name} is a valid exercise file.")
    elif name is None:
        show_list([load(one) for one in names()], console)
    else:
        show_exercise(load(_id_of(name)), console)


def _refuse_bad_options(model: str, track: Path | None, video: Path | None, source: Path) -> None:
    """Stop before any work is done that could not be written."""
    if model not in _MODELS:
        raise RhomboidError(f"there is no model {model!r}; there are: {', '.join(_MODELS)}")
    if track is not None and track.suffix != ".npz":
        raise RhomboidError(f"a track is kept in a file that ends in .npz, not {track.name!r}")
    if video is not None and source.suffix == ".npz":
        raise RhomboidError("a track holds no pictures, so --video needs the video itself")
    for path in (track, video):
        if path is not None and path.resolve() == source.resolve():
            raise RhomboidError(f"{path} is the source itself; give another name")


def _model(name: str) -> "ModelName":
    """Return a name that is known to be a model's."""
    return "lite" if name == "lite" else "heavy" if name == "heavy" else "full"


def _spec(exercise: str | None) -> "ExerciseSpec | None":
    """Return the exercise meant: a file of one's own, an id, or a name."""
    from rhomboid.catalogue.read import load, read

    if exercise is None:
        return None
    if exercise.endswith(".toml"):
        return read(exercise)
    return load(_id_of(exercise))


def _id_of(name: str) -> str:
    """Return the id of an exercise named in any way that is known."""
    from rhomboid.catalogue.read import load, names

    plain = name.strip().lower().replace("-", "_").replace(" ", "_")
    for known in names():
        called = load(known).exercise
        words = (known, called.name, *called.aliases)
        if plain in {word.lower().replace("-", "_").replace(" ", "_") for word in words}:
            return known
    return name


@contextmanager
def _progress() -> "Iterator[Progress | None]":
    """Show a bar with the time left on a terminal, and nothing in a pipe."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("{task.description}"), BarColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("watching", total=None)

        def tell(done_s: float, length_s: float) -> None:
            bar.update(task, completed=done_s, total=length_s if length_s > 0 else None)

        yield tell


def _write(
    judged: "Judged",
    name: str,
    *,
    html: Path | None,
    video: Path | None,
    track: Path | None,
    stills: bool,
) -> None:
    """Write the files that were asked for."""
    if track is not None:
        judged.track.save(track)
    if html is not None:
        from rhomboid.catalogue.read import sources
        from rhomboid.report.html import write_html
        from rhomboid.report.stills import read_stills

        pictures = None
        if stills and judged.video is not None:
            pictures = read_stills(judged.video, judged.report, judged.track)
        write_html(
            html, judged.report, judged.track, stills=pictures, sources=sources(), recording=name
        )
    if video is not None and judged.video is not None:
        from rhomboid.report.video import write_video

        write_video(video, judged.video, judged.report, judged.track)
