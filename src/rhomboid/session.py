"""Where the parts meet: a recording in, a report out."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from rhomboid.catalogue.read import load, names
from rhomboid.catalogue.spec import ExerciseSpec
from rhomboid.coach import words
from rhomboid.coach.offline import judge_track, recognise_track
from rhomboid.coach.own import fitted
from rhomboid.coach.verdict import NO_RULES, OWN, rules_version
from rhomboid.errors import SpecError, TrackError
from rhomboid.pose.blazepose import Progress, Watched, watch
from rhomboid.pose.track import PoseTrack
from rhomboid.pose.weights import ModelName
from rhomboid.records import SetReport
from rhomboid.training.standing import Standing
from rhomboid.training.target import Target
from rhomboid.version import __version__

if TYPE_CHECKING:
    from rhomboid.journal.journal import Journal
    from rhomboid.journal.moved import Moved

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
    own: Standing | None = None,
    target: Target | None = None,
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
    own
        How the person stands, if that was measured; checks compare with it.
    target
        What the set was meant to be, if a plan asked for it.

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
    return judge(
        source, exercise, model=model, every=every, progress=progress, own=own, target=target
    ).report


def judge(
    source: str | Path | PoseTrack,
    exercise: str | ExerciseSpec | None = None,
    *,
    model: ModelName = "full",
    every: bool = False,
    progress: Progress | None = None,
    own: Standing | None = None,
    target: Target | None = None,
) -> Judged:
    """Do what :func:`check` does, and keep the joints.

    Raises
    ------
    VideoError, TrackError, SpecError, PoseError
        As :func:`check`.
    """
    spec = load(exercise) if isinstance(exercise, str) else exercise
    spec = None if spec is None else fitted(spec, own, target)
    if isinstance(source, PoseTrack):
        return Judged(_report(source, spec, (), own), source, None)
    path = Path(source)
    if path.suffix.lower() == TRACK_SUFFIX:
        track = PoseTrack.load(path)
        return Judged(_report(track, spec, (), own), track, None)
    watched = watch(path, model=model, every=every, progress=progress)
    return Judged(_report(watched.track, spec, _notes(watched), own), watched.track, path)


def _notes(watched: Watched) -> list[str]:
    """Say what was odd about a recording."""
    odd = [
        (watched.broken_off, words.broken_off()),
        (watched.clock_jumped, words.clock_jumped()),
        (watched.dark_s >= _DARK_S, words.too_dark(watched.dark_s)),
    ]
    return [note for is_so, note in odd if is_so]


def _report(
    track: PoseTrack, spec: ExerciseSpec | None, notes: Sequence[str], own: Standing | None
) -> SetReport:
    """Judge a track as the given exercise, or recognise it."""
    if len(track) == 0:
        raise TrackError("the track holds no frame")
    if spec is not None:
        return judge_track(track, spec, notes=notes)
    return recognise_track(track, (fitted(load(name), own) for name in names()), notes=notes)


def judge_again(journal: "Journal", id_: str) -> "Moved | None":
    """Judge a kept set by today's rules, and put the report beside the older ones.

    Returns
    -------
    Moved or None
        What differs from the judgement before; None if there are no joints to judge,
        or there was no judgement before.

    Raises
    ------
    NoSuchSetError
        If there is no such set.
    TrackError
        If its joints cannot be read.
    SpecError
        If its exercise is gone.
    JournalError
        If the journal cannot be read or written.
    """
    kept, track = journal.sets.read(id_), journal.sets.track(id_)
    if track is None:
        return None
    person = journal.profile.on(kept.started_at.date())
    own = person.standing if person else None
    return journal.reports.add(id_, check(track, kept.exercise, own=own, target=kept.target))


def outdated(journal: "Journal", limit: int = 100) -> "list[str]":
    """Return the ids of sets that other rules or another version judged, the newest first.

    Raises
    ------
    JournalError
        If the journal cannot be read.
    """
    shipped = [rules_version(load(name)) for name in names()]
    rules = {NO_RULES, *shipped, *(f"{rules}{OWN}" for rules in shipped)}
    return journal.reports.outdated(__version__, rules, limit)


def judge_outdated(journal: "Journal", limit: int = 100) -> "dict[str, Moved]":
    """Judge again what other rules or another version judged; return what moved, by ids of sets.

    Parameters
    ----------
    limit
        So many sets at most; the newest come first.

    Raises
    ------
    JournalError
        If the journal cannot be read or written.
    """
    moved = {}
    for id_ in outdated(journal, limit):
        with suppress(TrackError, SpecError):
            change = judge_again(journal, id_)
            if change is not None and change.is_moved:
                moved[id_] = change
    return moved
