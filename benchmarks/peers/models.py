"""Clean performances from which the other counters learn what an exercise looks like.

None of them is among the sets that anybody is scored on: those have other seeds.
"""

from functools import cache

import numpy as np
from numpy.typing import NDArray

from benchmarks.lab.places import place
from rhomboid.athlete.body import Body
from rhomboid.athlete.exercises import movement
from rhomboid.athlete.performance import Performance, perform
from rhomboid.athlete.script import Script
from rhomboid.catalogue.read import load

_SEED = 7_000_000
_STATURES_M = (1.6, 1.8)
_PAUSE_S, _REST_S = 1.0, 0.8
_NEAR_S = 0.2

Flags = NDArray[np.bool_]


@cache
def models(exercise: str) -> tuple[Performance, ...]:
    """Return clean performances from every place the exercise may be seen from, best first."""
    camera = load(exercise).camera
    ways = [
        (view, stature_m, mirrored)
        for view in dict.fromkeys(camera.views + camera.also)
        for stature_m in _STATURES_M
        for mirrored in (False, True)
    ]
    return tuple(_model(exercise, *way, seed=_SEED + i) for i, way in enumerate(ways))


def own_models(exercise: str) -> tuple[Performance, ...]:
    """Return those from the views that its file names as its own."""
    own = load(exercise).camera.views
    lying = load(exercise).camera.lying
    return tuple(m for m in models(exercise) if m.camera.view(lying) in own)


def _model(exercise: str, view: str, stature_m: float, mirrored: bool, *, seed: int) -> Performance:  # noqa: FBT001
    """Perform an exercise cleanly, seen from one place."""
    turned = mirrored and movement(exercise).one_sided
    script = Script(
        exercise,
        repetitions=2,
        pause_s=_PAUSE_S,
        rest_s=_REST_S,
        side="right" if turned else "left",
    )
    camera = place(exercise, view, mirrored=mirrored)
    return perform(script, body=Body(stature_m), camera=camera, seed=seed)


def ends_of(shown: Performance) -> tuple[Flags, Flags]:
    """Return in which frames a performance is at rest, and in which at the far end.

    Returns
    -------
    two of shape (T,)
    """
    times_s, reps = shown.track.times_s, shown.truth.reps
    rest = times_s < reps[0].begun_s
    far = np.zeros_like(rest)
    for rep, after in zip(reps, [*reps[1:], None], strict=True):
        until_s = after.begun_s if after else np.inf
        rest |= (times_s >= rep.done_s) & (times_s < until_s)
        far |= np.abs(times_s - rep.turn_s) <= max(rep.pause_s / 2, _NEAR_S)
    return rest, far
