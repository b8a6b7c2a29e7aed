"""A whole track at once: judged as a given exercise, or recognised first."""

from collections.abc import Iterable, Sequence

import numpy as np

from rhomboid.catalogue.spec import ExerciseSpec
from rhomboid.coach.engine import SetEngine
from rhomboid.coach.verdict import nothing, report
from rhomboid.pose.track import PoseTrack
from rhomboid.records import SetReport

_ALONE = 0.22
"""Share of a recording that a single repetition fills if it is a set. house"""
_ELSEWHERE = 0.7
"""What a repetition counts for that is seen from a place its exercise does not name. house"""


def judge_track(track: PoseTrack, spec: ExerciseSpec, *, notes: Sequence[str] = ()) -> SetReport:
    """Judge a track as one set of a given exercise."""
    return report(run(track, spec), model=track.model, recognised=False, notes=notes)


def recognise_track(
    track: PoseTrack, specs: Iterable[ExerciseSpec], *, notes: Sequence[str] = ()
) -> SetReport:
    """Judge a track as the exercise that explains it best, or as none.

    A boxed track has lost what tells exercises apart. A single movement that
    is a small part of the recording is not taken for a set.
    """
    best, most = None, 0.0
    for spec in () if track.boxed else specs:
        engine = run(track, spec)
        explained = explains(engine)
        if len(engine.reps) == 1 and _seconds(engine) < _ALONE * track.duration_s:
            continue
        if explained > most:
            best, most = engine, explained
    if best is None:
        return nothing(
            duration_s=track.duration_s,
            model=track.model,
            notes=notes,
            seen=person_seen(track),
        )
    return report(best, model=track.model, recognised=True, notes=notes)


def run(track: PoseTrack, spec: ExerciseSpec) -> SetEngine:
    """Return the engine of one exercise after a whole track."""
    engine = SetEngine(spec.counted_only if track.boxed else spec, track.size_px)
    if len(track):
        engine.run(track.times_s, track.image_px, track.visibility, track.world_m)
    return engine


def explains(engine: SetEngine) -> float:
    """Return how much of what was seen an exercise explains: seconds of clear repetitions.

    What is seen from where it cannot be judged well counts for less.
    """
    camera = engine.spec.camera
    return sum(
        (rep.end_s - rep.start_s)
        * rep.confidence
        * (1.0 if view in (*camera.views, *camera.also) else _ELSEWHERE)
        for rep, view in zip(engine.reps, engine.views, strict=True)
    )


def _seconds(engine: SetEngine) -> float:
    """Return how long all repetitions took."""
    return sum(rep.end_s - rep.start_s for rep in engine.reps)


def person_seen(track: PoseTrack) -> bool:
    """Return whether anybody was found in any frame."""
    return bool(np.isfinite(track.image_px[:, 0, 0]).any()) if len(track) else False
