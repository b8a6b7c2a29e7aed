"""A clip: a person who performs in a room, frame by frame, and the truth beside it."""

import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

import av
import numpy as np
from numpy.typing import NDArray

from rhomboid.athlete.camera import Camera
from rhomboid.athlete.performance import Performance, perform
from rhomboid.athlete.script import Script
from rhomboid.athlete.sight import Film
from rhomboid.skeleton import INDEX
from tools.rendered.gear import GEAR
from tools.rendered.hands import hands_of
from tools.rendered.mesh import RestBody, rest_body
from tools.rendered.people import Person
from tools.rendered.pose import Hand, Poser, fist
from tools.rendered.raster import Mesh, Renderer, joined
from tools.rendered.rooms import ROOMS, seen_from

Floats = NDArray[np.floating]

_STILL_M = 1e-4
"""Joints that move less make no new picture."""
_COMPARED = ("ear", "shoulder", "elbow", "wrist", "hip", "knee", "ankle")


@dataclass(frozen=True, slots=True)
class Clip:
    """What is to be seen.

    Attributes
    ----------
    name
        Of its files.
    room
        A key of :data:`tools.rendered.rooms.ROOMS`.
    rate_hz
        Frames a second.
    """

    name: str
    script: Script
    person: Person
    camera: Camera
    room: str
    rate_hz: float = 30.0
    crf: int = 24


class Stage:
    """A performance by a body of flesh.

    Attributes
    ----------
    shown
        What the athlete does.
    off_cm
        How far the landmarks of the mesh are from the athlete's joints: by joint,
        one distance for each side and frame painted so far.
    """

    def __init__(self, clip: Clip, rest: RestBody | None = None) -> None:
        self.shown = performed(clip)
        self.off_cm: dict[str, list[float]] = {joint: [] for joint in _COMPARED}
        self._clip, self._rest = clip, rest or rest_body(clip.person)
        self._poser = Poser(self._rest)
        fists = np.stack([self._fists(joints)[1] for joints in self.shown.room_m])
        still, self._moving = GEAR[clip.script.exercise](self.shown.room_m, fists)
        self._renderer = self._light_up(still)

    def pictures(self) -> Iterator[NDArray[np.uint8]]:
        """Paint every frame; while nothing moves, the same picture serves."""
        before, last = np.array([]), None
        for joints in self.shown.room_m:
            if last is None or np.abs(joints - before).max() > _STILL_M:
                before, last = joints, self.picture(joints)
            yield last

    def picture(self, joints: Floats) -> NDArray[np.uint8]:
        """Paint one moment; `joints` has shape (33, 3)."""
        hands, fists = self._fists(joints)
        vertices, _ = self._poser.skin(joints, hands)
        self._compare(joints, vertices)
        person = Mesh(vertices, self._rest.faces, self._rest.colours)
        return self._renderer.paint(joined([person, *self._moving(joints, fists)]))

    def _fists(self, joints: Floats) -> tuple[tuple[Hand, Hand], Floats]:
        """Return the hands, and the middles of the fists they make, shape (2, 3)."""
        script = self._clip.script
        hands = hands_of(script.exercise, joints, script.side)
        wrists = [joints[INDEX[f"{side}_wrist"]] for side in ("left", "right")]
        middles = [fist(w, h, s) for w, h, s in zip(wrists, hands, (1.0, -1.0), strict=True)]
        return hands, np.stack(middles)

    def _light_up(self, gear: list[Mesh]) -> Renderer:
        """Return what paints: camera, room and everything that stands still."""
        clip, room = self._clip, ROOMS[self._clip.room]
        around, furniture = room.build(clip.camera.azimuth_deg)
        still = joined([furniture, *gear])
        light = seen_from(room.light, clip.camera.azimuth_deg)
        return Renderer(clip.camera, self.shown.aim_m, light, around, still)

    def _compare(self, joints: Floats, vertices: Floats) -> None:
        """Note the distances between landmarks of the mesh and the athlete's joints."""
        for joint, distances in self.off_cm.items():
            for side in ("left", "right"):
                place = self._rest.landmarks[f"{side}_{joint}"] @ vertices
                off = place - joints[INDEX[f"{side}_{joint}"]]
                distances.append(float(np.sqrt(off @ off)) * 100)


def write(clip: Clip, folder: Path, rest: RestBody | None = None, *, joints: bool = False) -> Stage:
    """Write a clip and its truth, and if asked its joints.

    Parameters
    ----------
    joints
        Also write ``NAME.joints.npz``: ``room_m`` (T, 33, 3), ``picture_px``
        (T, 33, 2), ``seen_m`` (T, 33, 3, along the camera's axes) and ``times_s``.
    """
    stage = Stage(clip, rest)
    folder.mkdir(parents=True, exist_ok=True)
    _encode(stage, folder / f"{clip.name}.mp4", clip)
    write_truth(clip, stage.shown, folder)
    if joints:
        _save_joints(stage.shown, folder / f"{clip.name}.joints.npz")
    return stage


def write_truth(clip: Clip, shown: Performance, folder: Path) -> None:
    """Write what is so in a clip."""
    exact = json.dumps(told(clip, shown))
    short = json.loads(exact, parse_float=lambda number: round(float(number), 4))
    truth = folder / f"{clip.name}.truth.json"
    truth.write_text(json.dumps(short, indent=2) + "\n", encoding="utf-8")


def performed(clip: Clip) -> Performance:
    """Return what the athlete does in a clip."""
    film = Film(noise_trunk=0.0, rate_hz=clip.rate_hz)
    return perform(clip.script, body=clip.person.body, camera=clip.camera, film=film, seed=7)


def told(clip: Clip, shown: Performance) -> dict[str, object]:
    """Return the truth of a clip, with camera, body and room."""
    person = clip.person
    body = {"name": person.name, "female": person.female, "weight": person.weight}
    return {
        **shown.truth.plain(),
        "planted": dict(clip.script.faults),
        "camera": {**asdict(clip.camera), "aim_m": shown.aim_m.tolist()},
        "body": {**body, **asdict(person.body)},
        "room": clip.room,
    }


def _encode(stage: Stage, path: Path, clip: Clip) -> None:
    """Write the pictures as H.264."""
    options = {"crf": str(clip.crf), "preset": "slow"}
    with av.open(str(path), "w", options={"movflags": "+faststart"}) as container:
        stream = container.add_stream("libx264", rate=round(clip.rate_hz), options=options)
        stream.width, stream.height = (int(s) for s in clip.camera.size_px)
        stream.pix_fmt = "yuv420p"
        for picture in stage.pictures():
            container.mux(stream.encode(av.VideoFrame.from_ndarray(picture, format="rgb24")))
        container.mux(stream.encode())


def _save_joints(shown: Performance, path: Path) -> None:
    """Write where the joints are, in the room and in the picture."""
    picture_px, seen_m = shown.camera.see(shown.room_m, shown.aim_m)
    np.savez_compressed(
        path, room_m=shown.room_m, picture_px=picture_px, seen_m=seen_m,
        times_s=shown.track.times_s,
    )  # fmt: skip
