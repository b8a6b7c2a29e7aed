"""A performance: the joints a camera would give of it, and what really happened."""

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from rhomboid.athlete.background import BACKGROUNDS
from rhomboid.athlete.beat import Beat, minimum_jerk
from rhomboid.athlete.body import Body
from rhomboid.athlete.camera import Camera
from rhomboid.athlete.exercises import Movement, movement
from rhomboid.athlete.faults import style_of
from rhomboid.athlete.figure import joints_of
from rhomboid.athlete.opinion import judged, unseen
from rhomboid.athlete.posture import Posture, blend, chain, mirrored
from rhomboid.athlete.recording import record
from rhomboid.athlete.script import Script
from rhomboid.athlete.sight import Film
from rhomboid.athlete.style import Style
from rhomboid.athlete.truth import Truth
from rhomboid.catalogue.read import load
from rhomboid.catalogue.spec import ExerciseSpec
from rhomboid.pose.track import PoseTrack

Floats = NDArray[np.floating]

_JOIN_S = 1.2


@dataclass(frozen=True, slots=True, eq=False)
class Performance:
    """What was seen, and what was so.

    Attributes
    ----------
    track
        As a pose model would give it.
    truth
        What really happened, on the clock of the track.
    room_m : shape (T, 33, 3)
        The joints as they were, in the room.
    aim_m : shape (3,)
        What the camera looked at.
    """

    track: PoseTrack
    truth: Truth
    camera: Camera
    room_m: Floats
    aim_m: Floats


@dataclass(frozen=True, slots=True)
class _Part:
    """A stretch of time and the postures in it, by seconds since it began."""

    duration_s: float
    pose: Callable[[Floats], Posture]


def perform(
    script: Script,
    *,
    body: Body | None = None,
    camera: Camera | None = None,
    film: Film | None = None,
    seed: int = 0,
) -> Performance:
    """Perform a set in front of a camera.

    Parameters
    ----------
    script
        What to do.
    body
        Whose; None for somebody 1.75 m tall.
    camera
        From where it is seen; None for a good place.
    film
        How it is recorded; None for 30 even frames a second and a little jitter.
    seed
        Of everything left to chance: the same gives the same.

    Examples
    --------
    >>> shown = perform(Script("t_raise", repetitions=3))
    >>> len(shown.truth.reps), shown.truth.view
    (3, 'front')
    """
    body, film, rng = body or Body(), film or Film(), np.random.default_rng(seed)
    what = movement(script.exercise)
    camera = camera or _good_place(what, script)
    beats = _beats(script, rng)
    parts, begins_s = _parts(script, what, body, beats)
    times_s = film.times_s(sum(part.duration_s for part in parts), rng)
    room_m = joints_of(_posture(parts, times_s), body)
    inside = (times_s >= begins_s) & (times_s <= begins_s + sum(b.duration_s for b in beats))
    aim_m = _middle(room_m[inside] if inside.any() else room_m)
    track = record(times_s, room_m, camera, aim_m, film, rng)
    truth = _truth(script, what, body, beats, begins_s + film.starts_s, camera)
    truth = _with_opinions(
        truth,
        load(script.exercise),
        lambda times_s: joints_of(_posture(parts, times_s - film.starts_s), body),
        rises=_rises(script, what, body),
    )
    return Performance(track, truth, camera, room_m, aim_m)


def _rises(script: Script, what: Movement, body: Body) -> bool:
    """Return whether what is counted grows on the way out."""
    first, last = _progress(script, what, body, Style())(np.array([0.0, 1.0]))
    return bool(last > first)


def _good_place(what: Movement, script: Script) -> Camera:
    """Return a camera that sees the exercise well, on the side that works."""
    c = what.camera
    turned = what.one_sided and script.side == "right"
    azimuth_deg = -c.azimuth_deg % 360.0 if turned else c.azimuth_deg
    return Camera(azimuth_deg, c.height_m, c.distance_m, c.field_deg, c.size_px)


def _beats(script: Script, rng: np.random.Generator) -> list[Beat]:
    """Return the repetitions of a script in time, with halves among them."""
    beats = [_beat(script, number, rng) for number in range(1, script.repetitions + 1)]
    base = script.faults.get("starts_short", 0.0)
    half = script.faults.get("half_repetition")
    plain = Beat(*script.tempo_s, style=style_of(script.faults).lasting, base=base, counts=False)
    if half:
        beats.insert(len(beats) // 2, replace(plain, extent=half))
    if script.unfinished_last:
        held_s = max(plain.pause_s, 0.4)
        beats.append(replace(plain, pause_s=held_s, back_s=1.0, rest_s=0.0, cut=True))
    return beats


def _beat(script: Script, number: int, rng: np.random.Generator) -> Beat:
    """Return one repetition of a script, a little unlike the others."""
    has = script.faulty is None or number in script.faulty
    faults = script.faults if has else {}
    given = 0.0 if movement(script.exercise).locked else script.variation
    varied = 1 + script.variation * rng.uniform(-1, 1, 4)
    out_s, pause_s, back_s, rest_s = (np.asarray(script.tempo_s) * varied).tolist()
    short = max(faults.get(name, 0.0) for name in ("stops_short", "elbow_short_of_ceiling"))
    style = style_of(script.faults)
    return Beat(
        out_s=out_s * (1 - faults.get("fast_pull", 0.0)),
        pause_s=max(pause_s - faults.get("short_pause", 0.0), 0.0),
        back_s=back_s * (1 - faults.get("fast_return", 0.0)),
        rest_s=rest_s,
        extent=(1 - short) * (1 - given * float(rng.uniform(0, 1))),
        style=style if has else style.lasting,
        base=script.faults.get("starts_short", 0.0),
    )


def _parts(
    script: Script, what: Movement, body: Body, beats: list[Beat]
) -> tuple[list[_Part], float]:
    """Return all stretches of a performance in order, and when the set begins."""
    ahead = [_background(name, body) for name in script.lead_in]
    behind = [_background(name, body) for name in script.lead_out]
    if not beats and ahead + behind:
        joined = _joined(ahead + behind)
        return joined, sum(part.duration_s for part in joined)
    still = _still(script, what, body)
    before = _joined([*ahead, still])
    after = [] if beats and beats[-1].cut else _joined([still, *behind])
    doing = [_doing(script, what, body, beat) for beat in beats]
    return [*before, *doing, *after], sum(part.duration_s for part in before)


def _background(name: str, body: Body) -> _Part:
    """Return a movement that is no repetition."""
    pose, duration_s = BACKGROUNDS[name]
    return _Part(duration_s, lambda times_s: pose(times_s, body))


def _still(script: Script, what: Movement, body: Body) -> _Part:
    """Return a moment of stillness at the start of the movement."""
    base, style = script.faults.get("starts_short", 0.0), style_of(script.faults).lasting
    beat = Beat(1.0, 0.0, 1.0, 0.0, extent=base, style=style, base=base)
    doing = _doing(script, what, body, beat)
    return _Part(what.settle_s, doing.pose)


def _doing(script: Script, what: Movement, body: Body, beat: Beat) -> _Part:
    """Return one way out and back."""

    def pose(times_s: Floats) -> Posture:
        posture = what.pose(_share(script, beat.way(times_s)), body, beat.style)
        return mirrored(posture) if what.one_sided and script.side == "right" else posture

    return _Part(beat.duration_s, pose)


def _share(script: Script, way: Floats) -> Floats:
    """Return the share of the movement; from its far end a way begins at 1."""
    return 1 - way if script.start == "far" else way


def _joined(parts: list[_Part]) -> list[_Part]:
    """Put a smooth way between each two stretches."""
    joined = parts[:1]
    for part in parts[1:]:
        joined += [_join(joined[-1], part), part]
    return joined


def _join(first: _Part, second: _Part) -> _Part:
    """Return the way from the end of one stretch to the beginning of another."""
    here, there = first.pose(np.array([first.duration_s])), second.pose(np.array([0.0]))
    return _Part(_JOIN_S, lambda times_s: blend(here, there, minimum_jerk(times_s / _JOIN_S)))


def _posture(parts: list[_Part], times_s: Floats) -> Posture:
    """Return the postures at some times from the beginning."""
    edges_s = np.cumsum([0.0, *(part.duration_s for part in parts)])
    which = np.clip(np.searchsorted(edges_s, times_s, side="right") - 1, 0, len(parts) - 1)
    return chain(
        [
            parts[i].pose(times_s[which == i] - edges_s[i])
            for i in range(len(parts))
            if (which == i).any()
        ]
    )


def _middle(room_m: Floats) -> Floats:
    """Return the middle of the space that joints take, shape (3,)."""
    middle: Floats = (room_m.min(axis=(0, 1)) + room_m.max(axis=(0, 1))) / 2
    return middle


def _truth(
    script: Script, what: Movement, body: Body, beats: list[Beat], begins_s: float, camera: Camera
) -> Truth:
    """Return what really happened."""
    starts_s = begins_s + np.cumsum([0.0, *(beat.duration_s for beat in beats)])
    timed = [
        (beat, beat.truth(float(start_s), _progress(script, what, body, beat.style)))
        for beat, start_s in zip(beats, starts_s, strict=False)
    ]
    return Truth(
        exercise=script.exercise,
        reps=tuple(rep for beat, rep in timed if beat.counts),
        side=script.side if what.one_sided else "both",
        view=camera.view(load(script.exercise).camera.lying),
        unseen=unseen(load(script.exercise), camera.view(load(script.exercise).camera.lying)),
        halves_s=tuple((r.start_s, r.end_s) for b, r in timed if not b.counts and not b.cut),
        unfinished=script.unfinished_last,
        set_s=(begins_s, float(starts_s[-1])),
    )


def _with_opinions(
    truth: Truth, spec: ExerciseSpec, joints_at: Callable[[Floats], Floats], *, rises: bool
) -> Truth:
    """Return a truth with what should be said of each repetition."""
    reps = tuple(judged(spec, rep, joints_at, rises=rises) for rep in truth.reps)
    return replace(truth, reps=reps)


def _progress(
    script: Script, what: Movement, body: Body, style: Style
) -> Callable[[Floats], Floats]:
    """Return the measure of a movement by shares of its way."""
    return lambda way: what.measure(joints_of(what.pose(_share(script, way), body, style), body))
