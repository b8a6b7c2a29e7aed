"""The command line: words in, a session, words out.

Nothing heavy is imported until it is needed, so that help comes at once.
"""

import io
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
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
_TRACK_SUFFIX = ".npz"
"""How the name of a track ends, in small or capital letters."""

_Source = Annotated[Path, typer.Argument(help="A video, or a track (.npz) kept with --track.")]
_Exercise = Annotated[
    str | None, typer.Option("--exercise", "-e", help="Which one; recognised if left out.")
]
_Model = Annotated[str | None, typer.Option(help="lite, full (if left out) or heavy.")]
_Json = Annotated[bool, typer.Option("--json", help="Print the report as JSON.")]
_Html = Annotated[Path | None, typer.Option(help="Write a page of its own.")]
_Video = Annotated[Path | None, typer.Option(help="Write the clip, drawn on (.mp4 or .webm).")]
_Track = Annotated[Path | None, typer.Option(help="Keep the joints (.npz).")]
_Stills = Annotated[
    bool, typer.Option("--stills", help="Put stills of the clip on the page, not stick figures.")
]
_EveryFrame = Annotated[
    bool, typer.Option("--every-frame", help="Look at every frame, also above 50 a second.")
]


def main() -> None:
    """Run the command line; an error on purpose is one sentence and exit code 2."""
    _open_closed_streams()
    try:
        try:
            app()
        finally:
            sys.stdout.flush()
    except RhomboidError as error:
        _refuse(str(error))
    except BrokenPipeError:
        # The reader has gone: nothing to say, and the code that Click and Rich give.
        _leave(1)
    except OSError as error:
        _refuse(f"{error.filename or 'cannot print'}: {error.strerror or error}")


def _open_closed_streams() -> None:
    """Put nothing in the place of streams that were closed: no file of ours may take it."""
    while (number := os.open(os.devnull, os.O_RDWR)) <= 2:
        pass
    os.close(number)
    sys.stdout = sys.stdout or io.TextIOWrapper(io.FileIO(1, "w"), encoding="utf-8")
    sys.stderr = sys.stderr or io.TextIOWrapper(io.FileIO(2, "w"), encoding="utf-8")
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")


def _refuse(sentence: str) -> None:
    """Say why nothing more is done, and end."""
    with suppress(OSError):
        print(f"rhomboid: {sentence}", file=sys.stderr, flush=True)
    _leave(2)


def _leave(code: int) -> None:
    """End without writing what nobody can be given any more."""
    nothing = os.open(os.devnull, os.O_WRONLY)
    for stream in (1, 2):
        os.dup2(nothing, stream)
    sys.exit(code)


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
    source: _Source,
    exercise: _Exercise = None,
    model: _Model = None,
    as_json: _Json = False,
    html: _Html = None,
    video: _Video = None,
    track: _Track = None,
    stills: _Stills = False,
    every_frame: _EveryFrame = False,
) -> None:
    """Count and judge the repetitions of one recorded set."""
    from rhomboid.pose.track import PoseTrack
    from rhomboid.session import judge

    outputs = {"--html": html, "--video": video, "--track": track}
    wanted = {name: path for name, path in outputs.items() if path is not None}
    _refuse_options(source, model, wanted, stills=stills, every_frame=every_frame)
    _refuse_outputs(source, exercise, wanted)
    spec, recording = _spec(exercise), PoseTrack.load(source) if _is_track(source) else source
    with _progress() as progress:
        judged = judge(recording, spec, model=_model(model), every=every_frame, progress=progress)
    _write(judged, source.name, wanted, stills=stills)
    _show(judged, as_json=as_json)


@app.command()
def exercises(
    name: Annotated[
        str | None, typer.Argument(help="One of them, or the word check; all if left out.")
    ] = None,
    file: Annotated[Path | None, typer.Argument(help="After check: an exercise file.")] = None,
) -> None:
    """Show the exercises, or one in full; `check FILE` says what is wrong with a file of yours."""
    from rich.console import Console

    from rhomboid.catalogue.read import load, names
    from rhomboid.report.exercise import show_exercise, show_list

    if name == "check":
        if file is None:
            raise RhomboidError("name the exercise file: rhomboid exercises check FILE")
        _check_file(file)
    elif file is not None:
        raise RhomboidError(f"{file} stands for itself; did you mean: exercises check {file}")
    elif name is None:
        show_list([load(one) for one in names()], Console())
    else:
        show_exercise(load(_id_of(name)), Console())


def _check_file(path: Path) -> None:
    """Say whether an exercise file is valid, and whether the drawn athlete is counted by it."""
    from rhomboid.catalogue.read import read
    from rhomboid.report.trial import try_out

    spec = read(path)
    print(f"{path}: {spec.exercise.name} is a valid exercise file.")
    trial = try_out(spec)
    print("\n".join(trial.sentences))
    if trial.passed is False:
        raise typer.Exit(1)


def _refuse_options(
    source: Path, model: str | None, outputs: dict[str, Path], *, stills: bool, every_frame: bool
) -> None:
    """Stop where options do not fit each other or the source."""
    if model is not None and model not in _MODELS:
        raise RhomboidError(f"there is no model {model!r}; there are: {', '.join(_MODELS)}")
    if stills and "--html" not in outputs:
        raise RhomboidError("--stills puts pictures on the page, so it needs --html")
    given = {"--video": "--video" in outputs, "--stills": stills}
    given |= {"--model": model is not None, "--every-frame": every_frame}
    vain = [name for name, is_given in given.items() if is_given]
    if vain and _is_track(source):
        raise RhomboidError(f"a track holds no pictures, so {vain[0]} needs the video itself")


def _refuse_outputs(source: Path, exercise: str | None, outputs: dict[str, Path]) -> None:
    """Stop before any work is done that could not be written, or would destroy a file."""
    from rhomboid.report.outputs import refuse_endings, refuse_outputs

    refuse_endings(outputs.get("--track"), outputs.get("--video"))
    inputs = {"the source": source}
    if exercise is not None and exercise.endswith(".toml"):
        inputs["the exercise file"] = Path(exercise)
    refuse_outputs(outputs, inputs)


def _is_track(path: Path) -> bool:
    """Return whether a file is a track, by its name."""
    return path.suffix.lower() == _TRACK_SUFFIX


def _model(name: str | None) -> "ModelName":
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


def _write(judged: "Judged", name: str, outputs: dict[str, Path], *, stills: bool) -> None:
    """Write the files that were asked for."""
    if "--track" in outputs:
        judged.track.save(outputs["--track"])
    if "--html" in outputs:
        _write_page(outputs["--html"], judged, name, stills=stills)
    if "--video" in outputs and judged.video is not None:
        from rhomboid.report.video import write_video

        write_video(outputs["--video"], judged.video, judged.report, judged.track)


def _write_page(path: Path, judged: "Judged", name: str, *, stills: bool) -> None:
    """Write the page, with stills of the video if they are wanted."""
    from rhomboid.catalogue.read import sources
    from rhomboid.report.html import write_html
    from rhomboid.report.stills import read_stills

    pictures = None
    if stills and judged.video is not None:
        pictures = read_stills(judged.video, judged.report, judged.track)
    write_html(
        path, judged.report, judged.track, stills=pictures, sources=sources(), recording=name
    )


def _show(judged: "Judged", *, as_json: bool) -> None:
    """Print the report."""
    if as_json:
        from rhomboid.records_json import to_json

        print(to_json(judged.report))
        return
    from rich.console import Console

    from rhomboid.report.terminal import show

    show(judged.report, Console())
