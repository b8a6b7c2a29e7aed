"""`rhomboid check`: judge one recorded set."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from rhomboid.cli.app import app
from rhomboid.cli.exercises import spec_of
from rhomboid.errors import RhomboidError

if TYPE_CHECKING:
    from rhomboid.pose.blazepose import Progress
    from rhomboid.pose.weights import ModelName
    from rhomboid.session import Judged

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
    spec, recording = spec_of(exercise), PoseTrack.load(source) if _is_track(source) else source
    with _progress() as progress:
        judged = judge(recording, spec, model=model_of(model), every=every_frame, progress=progress)
    _write(judged, source.name, wanted, stills=stills)
    _show(judged, as_json=as_json)


def _refuse_options(
    source: Path, model: str | None, outputs: dict[str, Path], *, stills: bool, every_frame: bool
) -> None:
    """Stop where options do not fit each other or the source."""
    model_of(model)
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


def model_of(name: str | None) -> "ModelName":
    """Return the model of a name, that which is taken if none is named.

    Raises
    ------
    RhomboidError
        If there is no such model.
    """
    if name is not None and name not in _MODELS:
        raise RhomboidError(f"there is no model {name!r}; there are: {', '.join(_MODELS)}")
    return "lite" if name == "lite" else "heavy" if name == "heavy" else "full"


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
