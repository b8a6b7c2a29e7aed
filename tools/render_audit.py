"""Render short clips for the audit: six exercises, three bodies, many places of the camera.

Every clip is one repetition at 15 frames a second, with its joints beside it.
Run in the environment of ``make samples``; then ``python -m tools.angle_audit``.
"""

import argparse
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from rhomboid.athlete.script import Script
from rhomboid.catalogue.read import load
from tools.rendered.clips import CAMERAS
from tools.rendered.film import Clip, write
from tools.rendered.mesh import rest_body
from tools.rendered.people import ADAM, BINTA, CHEN, Person

FOLDER = Path(__file__).parents[1] / "build" / "rendered"

_UPRIGHT = {"front": 0.0, "front34": 45.0, "side": 90.0, "rear34": 135.0, "rear": 180.0}
_LYING = {"foot_end": 0.0, "foot_end34": 45.0, "side": 90.0}
PEOPLE = (ADAM, BINTA, CHEN)
_ROOMS = {"adam": "gym", "binta": "living", "chen": "evening"}


def azimuths_deg(exercise: str) -> list[float]:
    """Return the best azimuth, 20 degrees to both sides of it, and those of the other views."""
    best = CAMERAS[exercise].azimuth_deg
    places = [best, best - 20.0, best + 20.0]
    file = load(exercise).camera
    named = _LYING if file.lying == "face_up" else _UPRIGHT
    if file.lying != "face_down":
        places += [named[view] for view in (*file.views, *file.also)]
    return list(dict.fromkeys(places))


def clips() -> Iterator[Clip]:
    """Yield every clip: first the best place of each exercise, then the others."""
    places = {exercise: azimuths_deg(exercise) for exercise in CAMERAS}
    for rank in range(max(map(len, places.values()))):
        for exercise, azimuths in places.items():
            for person in PEOPLE if rank < len(azimuths) else ():
                yield clip_of(exercise, azimuths[rank], person)


def clip_of(exercise: str, azimuth_deg: float, person: Person) -> Clip:
    """Return one clip."""
    script = Script(exercise, repetitions=1, pause_s=1.0, variation=0.0)
    place = replace(CAMERAS[exercise], azimuth_deg=azimuth_deg % 360.0)
    name = f"{exercise}__{azimuth_deg:+04.0f}__{person.name}"
    return Clip(name, script, person, place, _ROOMS[person.name], rate_hz=15.0)


def main() -> None:
    """Render what is not there yet."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--out", type=Path, default=FOLDER, help="where to")
    parser.add_argument("--only", default="", help="render the clips whose names contain this")
    given = parser.parse_args()
    rest = {person.name: rest_body(person) for person in PEOPLE}
    for clip in clips():
        if given.only in clip.name and not (given.out / f"{clip.name}.joints.npz").exists():
            write(clip, given.out, rest[clip.person.name], joints=True)
            print(clip.name, flush=True)


if __name__ == "__main__":
    main()
