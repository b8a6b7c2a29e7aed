"""Sets of the drawn athlete, drawn by lot: a number gives a set, the same one every time."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import get_args

import numpy as np

from benchmarks.lab.places import place
from benchmarks.lab.scene import Case, Scene
from rhomboid.athlete.body import Body
from rhomboid.athlete.camera import Camera
from rhomboid.athlete.exercises import movement
from rhomboid.athlete.faults import FAULTS, Fault
from rhomboid.athlete.performance import Performance, perform
from rhomboid.athlete.script import BackgroundName, Script
from rhomboid.athlete.sight import Film
from rhomboid.catalogue.read import load, names

_BACKGROUNDS: tuple[BackgroundName, ...] = get_args(BackgroundName)
_LOT, _BACKGROUND_LOT = 101, 202
_AWAY_DEG = 12.0
"""How far the camera is from the middle of its view, at most."""
_LIKE_A_LIFT: BackgroundName = "bend_down"
"""Bending down and standing up again is a deadlift without a bar: joints cannot tell the two
apart. It is done where no standing up follows."""
_SHORT_OF_READY = 0.7
"""Share of the time of getting ready that the first stay on the floor takes at most, where a
set begins at lock-out: no joint tells taking hold from a repetition."""
_BEYOND = (0.3, 1.15)
"""Sizes of faults, over the size from which they must be found."""
_MOST_SHARE = 0.9
_LEFT_OUT, _MOST_LEFT_OUT = ("stops_short", "starts_short", "elbow_short_of_ceiling"), 0.35
"""Faults that leave out some of the way; what leaves out more is half a repetition."""
_LEGS, _RARE = ("knee", "ankle", "heel", "foot_index"), 0.1
"""What equipment hides, and how often it does, or somebody passes."""
_CLEAR = 0.3
"""The same where no check finds the fault, as half of a repetition more."""
_FULL_S = (28.0, 34.0)
_SHORT_S = (2.0, 8.0)
"""How long a hold lasts: mostly short, so that a set does not take minutes."""


@dataclass(frozen=True, slots=True)
class Plan:
    """All that is chosen for one set, ready for :func:`perform_plan`."""

    script: Script
    body: Body
    camera: Camera
    film: Film
    view: str
    supported: bool
    seed: int


def case(number: int) -> Case:
    """Return a drawn set by its number."""
    exercise = names()[number % len(names())]
    again = f"drawn.perform_plan(drawn.plan({number}))"
    chosen = plan(number)
    fault = next(iter(chosen.script.faults), "")
    return Case(
        "drawn",
        f"drawn {number}",
        exercise,
        partial(scene, number),
        again,
        describe(chosen),
        fault,
    )


def background_case(number: int) -> Case:
    """Return a recording without any exercise, by its number."""
    again = f"drawn.perform_plan(drawn.background_plan({number}))"
    make = partial(_background_scene, number)
    what = describe(background_plan(number))
    return Case("background", f"background {number}", None, make, again, what)


def scene(number: int) -> Scene:
    """Perform a set by its number."""
    chosen = plan(number)
    shown = perform_plan(chosen)
    reps = shown.truth.reps
    return Scene(
        track=shown.track,
        exercise=chosen.script.exercise,
        count=len(reps),
        view=chosen.view,
        supported=chosen.supported,
        starts_s=tuple(rep.begun_s for rep in reps),
        turns_s=tuple(rep.turn_s for rep in reps),
        ends_s=tuple(rep.done_s for rep in reps),
        reps=reps,
        unseen=shown.truth.unseen,
    )


def _background_scene(number: int) -> Scene:
    """Perform what is no exercise."""
    shown = perform_plan(background_plan(number))
    return Scene(shown.track, None, 0, view="any")


def perform_plan(chosen: Plan) -> Performance:
    """Perform what was chosen."""
    return perform(
        chosen.script, body=chosen.body, camera=chosen.camera, film=chosen.film, seed=chosen.seed
    )


def plan(number: int) -> Plan:
    """Choose a set by its number."""
    rng = np.random.default_rng((_LOT, number))
    exercise = names()[number % len(names())]
    mirrored = bool(rng.random() < 0.5)
    view, supported = _view(exercise, rng)
    script = _script(exercise, rng, mirrored=mirrored)
    return Plan(
        script=script,
        body=Body(float(rng.uniform(1.5, 2.0)), float(rng.uniform(0.9, 1.1))),
        camera=_near(place(exercise, view, mirrored=mirrored), rng),
        film=_film(script, rng),
        view=view,
        supported=supported,
        seed=number,
    )


def background_plan(number: int) -> Plan:
    """Choose what somebody does who does no exercise, by its number."""
    rng = np.random.default_rng((_BACKGROUND_LOT, number))
    exercise = names()[number % len(names())]
    drawn: list[BackgroundName] = rng.permutation(_BACKGROUNDS).tolist()
    done = tuple(sorted(drawn[: int(rng.integers(2, 6))], key=lambda name: name == _LIKE_A_LIFT))
    script = Script(exercise, repetitions=0, lead_in=done)
    camera = replace(Camera(), azimuth_deg=float(rng.uniform(0, 360)))
    body = Body(float(rng.uniform(1.5, 2.0)), float(rng.uniform(0.9, 1.1)))
    return Plan(script, body, camera, _film(script, rng), "any", supported=True, seed=number)


def describe(chosen: Plan) -> str:
    """Say in one line what is special about a set."""
    script, film = chosen.script, chosen.film
    tempo = "/".join(f"{s:.1f}" for s in script.tempo_s)
    said = [
        f"{chosen.view} {chosen.camera.azimuth_deg:.0f}°",
        f"{script.repetitions} × {tempo} s",
        f"{film.rate_hz:.0f} Hz",
        f"start={script.start}" if script.start != "rest" else "",
        *(f"{name}={size:.2f}" for name, size in script.faults.items()),
        f"in={','.join(script.lead_in)}" if script.lead_in else "",
        f"out={','.join(script.lead_out)}" if script.lead_out else "",
        "unfinished" if script.unfinished_last else "",
        f"lost={film.lost_s}" if film.lost_s else "",
    ]
    return "; ".join(filter(None, said))


def _view(exercise: str, rng: np.random.Generator) -> tuple[str, bool]:
    """Choose from where an exercise is seen: mostly from a view of its own."""
    camera = load(exercise).camera
    supported = bool(rng.random() < 0.7) or not camera.also
    views = camera.views if supported else camera.also
    return views[int(rng.integers(len(views)))], supported


def _near(camera: Camera, rng: np.random.Generator) -> Camera:
    """Move a camera a little."""
    return replace(
        camera,
        azimuth_deg=float((camera.azimuth_deg + rng.uniform(-_AWAY_DEG, _AWAY_DEG)) % 360.0),
        height_m=float(camera.height_m + rng.uniform(-0.15, 0.15)),
        distance_m=float(camera.distance_m * rng.uniform(0.95, 1.25)),
    )


def _script(exercise: str, rng: np.random.Generator, *, mirrored: bool) -> Script:
    """Choose what is done."""
    hold = load(exercise).rep.hold
    repetitions = int(rng.integers(3, 6 if hold else 13))
    faults = _faults(exercise, rng)
    either = load(exercise).rep.rests == "either"
    far = either and bool(rng.random() < 0.5)
    out_s, pause_s, back_s, rest_s = _tempo_s(exercise, rng, far=far)
    lead_in = _around(rng, bending=not far)
    # Who comes from standing and ends standing has done one more, seen from the other end.
    one_more = either and not far and bool(lead_in)
    return Script(
        exercise,
        repetitions=repetitions,
        out_s=out_s, pause_s=pause_s, back_s=back_s, rest_s=rest_s,
        side="right" if mirrored and movement(exercise).one_sided else "left",
        start="far" if far else "rest",
        lead_in=lead_in,
        lead_out=_around(rng, bending=not either),
        unfinished_last=bool(rng.random() < 0.15) and not one_more,
        faults=faults,
        faulty=_faulty(repetitions, rng),
        variation=float(rng.uniform(0.0, 0.15)),
    )  # fmt: skip


def _tempo_s(
    exercise: str, rng: np.random.Generator, *, far: bool
) -> tuple[float, float, float, float]:
    """Choose a tempo about the usual one."""
    usual = load(exercise).prescription.tempo
    pause_s = max(usual.pause_s + rng.uniform(-0.5, 1.0), 0.0)
    if load(exercise).rep.hold:
        pause_s = rng.uniform(*(_FULL_S if rng.random() < 0.1 else _SHORT_S))
    if far:
        pause_s = min(pause_s, _SHORT_OF_READY * (load(exercise).rep.gets_ready_s or np.inf))
    return (
        float(usual.out_s * rng.uniform(0.7, 1.6)),
        float(pause_s),
        float(usual.back_s * rng.uniform(0.7, 1.5)),
        float(usual.rest_s + rng.uniform(0.0, 1.0)),
    )


def _faults(exercise: str, rng: np.random.Generator) -> Mapping[str, float]:
    """Choose one fault for every second set, of any size up to far beyond its threshold."""
    if rng.random() < 0.5:
        return {}
    known = sorted(n for n, f in FAULTS.items() if exercise in f.checks or not f.checks)
    name = known[int(rng.integers(len(known)))]
    size = _size(FAULTS[name], exercise, rng)
    return {name: min(size, _MOST_LEFT_OUT) if name in _LEFT_OUT else size}


def _size(fault: Fault, exercise: str, rng: np.random.Generator) -> float:
    """Choose a size of a fault; no more than nearly all of anything can be left out."""
    _, clear = fault.checks.get(exercise, ("", _CLEAR))
    size = float(clear * rng.uniform(*_BEYOND))
    return min(size, _MOST_SHARE) if "share" in fault.size else size


def _faulty(repetitions: int, rng: np.random.Generator) -> tuple[int, ...] | None:
    """Choose which repetitions have the fault: all of them, or some."""
    if rng.random() < 0.5:
        return None
    return tuple(n for n in range(1, repetitions + 1) if rng.random() < 0.5)


def _around(rng: np.random.Generator, *, bending: bool) -> tuple[BackgroundName, ...]:
    """Choose what is done before or after a set: mostly nothing."""
    known = [name for name in _BACKGROUNDS if bending or name != _LIKE_A_LIFT]
    return (known[int(rng.integers(len(known)))],) if rng.random() < 0.25 else ()


def _film(script: Script, rng: np.random.Generator) -> Film:
    """Choose how a set is recorded."""
    about_s = script.repetitions * sum(script.tempo_s)
    lost = [
        (float(rng.uniform(1.0, 1.0 + about_s)), float(rng.uniform(0.1, 0.4)))
        for _ in range(int(rng.integers(1, 3)) if rng.random() < 0.2 else 0)
    ]
    return Film(
        rate_hz=float(rng.uniform(15.0, 60.0)),
        uneven=float(rng.uniform(0.05, 0.3)) if rng.random() < 0.5 else 0.0,
        lost_s=tuple(lost),
        behind=_LEGS if rng.random() < _RARE else (),
        passing_s=((float(rng.uniform(1.0, 2.0 + about_s)), 2.0),) if rng.random() < _RARE else (),
    )
