"""One repetition of the drawn athlete: moving joints for the page, and a still of them.

The joints are those of the room, not of a picture: the page turns them as it likes.
"""

from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray
from pydantic_core import to_json

from rhomboid.athlete.exercises import movement
from rhomboid.athlete.performance import perform
from rhomboid.athlete.script import Script
from rhomboid.athlete.sight import Film
from rhomboid.catalogue.read import load
from rhomboid.skeleton import BONES, INDEX, JOINTS
from rhomboid.web.pages.gear import Line, gear

Floats = NDArray[np.floating]

RATE_HZ = 20.0
LONGEST_SHOWN_S = 6.0
"""A hold that lasts longer is shown shortened. house"""
_REST_S = 0.8
"""How long the start is shown at least, so that one repetition is told from the next. house"""
BONE_PLACES = [[INDEX[one], INDEX[other]] for one, other in BONES]
"""The bones, by places in an array of joints."""


@dataclass(frozen=True, slots=True, eq=False)
class Shown:
    """One repetition, ready to be drawn.

    Attributes
    ----------
    room_m : shape (T, 33, 3)
        Whole in time: the last frame leads over to the first.
    edges_s
        When the way out, the far end, the way back and the start begin, and the end.
    """

    room_m: Floats
    edges_s: tuple[float, float, float, float, float]
    gear: tuple[Line, ...]
    azimuth_deg: float
    height_m: float
    real_s: float

    @property
    def is_shortened(self) -> bool:
        """Say whether the far end is really held for longer."""
        return self.real_s > LONGEST_SHOWN_S


@cache
def shown(exercise: str) -> Shown:
    """Return one repetition of an exercise, as its file asks for it.

    Raises
    ------
    SpecError, ValueError
        If there is no such exercise, or the athlete does not know it.
    """
    pace = load(exercise).prescription.tempo
    pause_s = min(pace.pause_s, LONGEST_SHOWN_S)
    rest_s = max(pace.rest_s, _REST_S)
    script = Script(exercise, repetitions=1, pause_s=pause_s, rest_s=rest_s, variation=0.0)
    done = perform(script, film=Film(rate_hz=RATE_HZ, noise_trunk=0.0, hide=False))
    rep = done.truth.reps[0]
    first = round(rep.begun_s * RATE_HZ)
    frames = round((rep.done_s - rep.begun_s + rest_s) * RATE_HZ)
    room_m = done.room_m[first : first + frames]
    edges_s = np.array([rep.begun_s, rep.reached_s, rep.left_s, rep.done_s]) - rep.begun_s
    camera = movement(exercise).camera
    return Shown(
        room_m=room_m,
        edges_s=(*edges_s.tolist(), frames / RATE_HZ),
        gear=gear(exercise, room_m),
        azimuth_deg=camera.azimuth_deg,
        height_m=camera.height_m,
        real_s=pace.pause_s,
    )


@cache
def animation(exercise: str) -> bytes:
    """Return one repetition as JSON, as the page's player reads it.

    A line of gear that moves has ``frames``, its points in each frame; one
    that stays has only ``points``.
    """
    done = shown(exercise)
    told: dict[str, Any] = {
        "fps": int(RATE_HZ),
        "duration_s": round(done.edges_s[-1], 3),
        "joints": list(JOINTS),
        "bones": BONE_PLACES,
        "frames": done.room_m.round(3).tolist(),
        "phases": [
            {"name": name, "start_s": round(start_s, 3), "end_s": round(end_s, 3)}
            for name, start_s, end_s in zip(
                ("out", "turn", "back", "rest"), done.edges_s, done.edges_s[1:], strict=False
            )
            if end_s > start_s
        ],
        "azimuth_deg": done.azimuth_deg,
        "height_m": done.height_m,
        "gear": [_told(line) for line in done.gear],
    }
    if done.is_shortened:
        told |= {"shown_s": LONGEST_SHOWN_S, "real_s": done.real_s}
    return to_json(told)


def _told(line: Line) -> dict[str, Any]:
    """Return a line of gear as the page's player reads it."""
    told: dict[str, Any] = {"kind": "line", "name": line.name}
    told["points"] = line.points_m[0].round(3).tolist()
    if line.moves:
        told["frames"] = line.points_m.round(3).tolist()
    return told
