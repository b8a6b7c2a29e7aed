"""Where the parts meet: a recording in, a report out."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from rhomboid.catalogue.read import load, names
from rhomboid.catalogue.spec import ExerciseSpec
from rhomboid.coach import words
from rhomboid.coach.offline import judge_track, recognise_track
from rhomboid.errors import TrackError
from rhomboid.pose.blazepose import Progress, Watched, watch
from rhomboid.pose.track import PoseTrack
from rhomboid.pose.weights import ModelName
from rhomboid.records import SetReport

TRACK_SUFFIX = ".npz"
_DARK_S = 0.2


@dataclass(frozen=True, slots=True, eq=False)
class Judged:
    """A report with the joints it was made from.

    Attributes
    ----------
    video
        The video, if there was one.
    """

    report: SetReport
    track: PoseTrack
    video: Path | None


def check(
    source: str | Path | PoseTrack,
    exercise: str | ExerciseSpec | None = None,
    *,
    model: ModelName = "full",
    every: bool = False,
    progress: Progress | None = None,
) -> SetReport:
    """Judge one recorded set.

    Parameters
    ----------
    source
        A video that FFmpeg reads, a track file (``.npz``), or a track.
    exercise
        Id of a shipped exercise or a spec of one's own; None recognises it.
    model
        ``lite``, ``full`` or ``heavy``: how thoroughly to look at a video.
    every
        Look at every frame of a fast video instead of about 30 a second.
    progress
        Called with the seconds done, and the length.

    Returns
    -------
    SetReport
        Count, times, findings, what was not judged, and what to say.

    Raises
    ------
    VideoError
        If a video cannot be read.
    TrackError
        If a track file cannot be read.
    SpecError
        If there is no such exercise.
    PoseError
        If a pose model is absent or altered.

    Examples
    --------
    >>> import numpy as np
    >>> nobody = PoseTrack(
    ...     np.arange(9) / 30, np.full((9, 33, 2), np.nan), np.zeros((9, 33)), (9, 9)
    ... )
    >>> check(nobody, "deadlift").count
    0
    """
    return judge(source, exercise, model=model, every=every, progress=progress).report


def judge(
    source: str | Path | PoseTrack,
    exercise: str | ExerciseSpec | None = None,
    *,
    model: ModelName = "full",
    every: bool = False,
    progress: Progress | None = None,
) -> Judged:
    """Do what :func:`check` does, and keep the joints.

    Raises
    ------
    VideoError, TrackError, SpecError, PoseError
        As :func:`check`.
    """
    spec = load(exercise) if isinstance(exercise, str) else exercise
    if isinstance(source, PoseTrack):
        return Judged(_report(source, spec, ()), source, None)
    path = Path(source)
    if path.suffix.lower() == TRACK_SUFFIX:
        track = PoseTrack.load(path)
        return Judged(_report(track, spec, ()), track, None)
    watched = watch(path, model=model, every=every, progress=progress)
    return Judged(_report(watched.track, spec, _notes(watched)), watched.track, path)


def _notes(watched: Watched) -> list[str]:
    """Say what was odd about a recording."""
    odd = [
        (watched.broken_off, words.broken_off()),
        (watched.clock_jumped, words.clock_jumped()),
        (watched.dark_s >= _DARK_S, words.too_dark(watched.dark_s)),
    ]
    return [note for is_so, note in odd if is_so]


def _report(track: PoseTrack, spec: ExerciseSpec | None, notes: Sequence[str]) -> SetReport:
    """Judge a track as the given exercise, or recognise it."""
    if len(track) == 0:
        raise TrackError("the track holds no frame")
    if spec is not None:
        return judge_track(track, spec, notes=notes)
    return recognise_track(track, (load(name) for name in names()), notes=notes)
