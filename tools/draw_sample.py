"""Draw the sample clips: the athlete in flesh and clothes, filmed in a plain room.

Every part of the figure is an ellipsoid, and each pixel shows the nearest one
that its ray meets. Run ``python -m tools.draw_sample`` to write samples/ anew.
"""

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import av
import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFilter

from rhomboid.athlete.camera import Camera
from rhomboid.athlete.flesh import Blob, Figure, ball, unit
from rhomboid.athlete.performance import Performance, perform
from rhomboid.athlete.script import Script
from rhomboid.athlete.sight import Film
from rhomboid.skeleton import INDEX

Floats = NDArray[np.floating]

FOLDER = Path(__file__).parents[1] / "samples"
OVER = 2
"""Pixels are drawn this many times finer on each axis, and averaged."""

TO_LIGHT = np.array([0.62, 0.42, 0.66])
"""In the room: from the front, the person's left, and above."""


class Painter:
    """Paints figures from one camera in front of one background."""

    def __init__(self, camera: Camera, aim_m: Floats) -> None:
        self._size = tuple(int(s) * OVER for s in camera.size_px)
        self._camera, self._aim = replace(camera, size_px=self._size), aim_m
        self._axes, self._place = self._camera.axes(aim_m), self._camera.place_m(aim_m)
        self._background = self._room()

    def paint(self, blobs: list[Blob]) -> Image.Image:
        """Return a picture of some parts, at the camera's own size."""
        picture = self._shadow(blobs)
        depth = np.full(picture.shape[:2], np.inf)
        normal, colour = np.zeros_like(picture), np.zeros_like(picture)
        for blob in blobs:
            self._add(depth, normal, colour, blob)
        shown = np.isfinite(depth)
        picture[shown] = self._shade(normal[shown], colour[shown])
        whole = Image.fromarray((np.clip(picture, 0, 1) * 255).astype(np.uint8))
        return whole.reduce(OVER)

    def _rays(self, columns: Floats, rows: Floats) -> Floats:
        """Return the directions of pixels, shape (rows, columns, 3), in the camera's axes."""
        x, y = np.meshgrid(columns, rows)
        focal = self._camera.focal_px
        return np.stack(
            [(x - self._size[0] / 2) / focal, (y - self._size[1] / 2) / focal, np.ones_like(x)], -1
        )

    def _add(self, depth: Floats, normal: Floats, colour: Floats, blob: Blob) -> None:
        """Put an ellipsoid where it is nearer than what is there."""
        middle = self._axes @ (blob.middle - self._place)
        half = blob.half @ self._axes.T
        reach = np.sqrt((half**2).sum(axis=0))[:2] * 1.1 / (middle[2] - 0.2) * self._camera.focal_px
        place = middle[:2] / middle[2] * self._camera.focal_px + np.array(self._size) / 2
        first = np.clip(np.floor(place - reach), 0, self._size).astype(int)
        last = np.clip(np.ceil(place + reach) + 1, 0, self._size).astype(int)
        part = np.s_[first[1] : last[1], first[0] : last[0]]
        rays = self._rays(np.arange(first[0], last[0]) + 0.5, np.arange(first[1], last[1]) + 0.5)
        shrink = half / (half**2).sum(axis=1)[:, None]
        ray, off = rays @ shrink.T, shrink @ middle
        a, b = (ray**2).sum(axis=-1), ray @ off
        root = b * b - a * (off @ off - 1)
        with np.errstate(invalid="ignore"):
            near = (b - np.sqrt(root)) / a
        shown = near < depth[part]
        depth[part][shown] = near[shown]
        normal[part][shown] = (ray[shown] * near[shown, None] - off) @ shrink
        colour[part][shown] = blob.colour

    def _shade(self, normal: Floats, colour: Floats) -> Floats:
        """Return the colour of a surface by where it faces."""
        normal = normal / np.linalg.norm(normal, axis=-1, keepdims=True)
        light, up = self._axes @ unit(TO_LIGHT), self._axes @ np.array([0.0, 0.0, 1.0])
        key = np.clip(normal @ light, 0, 1)
        sky = 0.5 + 0.5 * (normal @ up)
        rim = np.clip(1 + normal[:, 2], 0, 1)
        bright = 0.30 + 0.22 * sky + 0.62 * key - 0.18 * rim**2
        shaded: Floats = colour * bright[:, None]
        return shaded

    def _shadow(self, blobs: list[Blob]) -> Floats:
        """Return the background with a shadow on the floor."""
        mask = Image.new("L", self._size, 0)
        pen = ImageDraw.Draw(mask)
        for blob in blobs[::3]:
            ground = blob.middle - TO_LIGHT / TO_LIGHT[2] * blob.middle[2] * 0.45
            radius = float(np.sqrt((blob.half**2).sum(axis=1)).max())
            angle = np.linspace(0, 2 * np.pi, 12)
            ring = np.stack([np.cos(angle) * radius, np.sin(angle) * radius, 0 * angle], -1)
            place, _ = self._camera.see(ring + np.array([ground[0], ground[1], 0.0]), self._aim)
            pen.polygon([tuple(p) for p in place.tolist()], fill=120)
        soft = np.asarray(mask.filter(ImageFilter.GaussianBlur(5 * OVER)), dtype=float) / 255
        return self._background * (1 - soft[..., None])

    def _room(self) -> Floats:
        """Return an empty room: a wall, a skirting board, a floor of planks, and a mat."""
        width, height = self._size
        rays = self._rays(np.arange(width) + 0.5, np.arange(height) + 0.5) @ self._axes
        level = unit(np.array([*(self._aim - self._place)[:2], 0.0]))
        with np.errstate(divide="ignore"):
            to_floor = np.where(rays[..., 2] < 0, -self._place[2] / rays[..., 2], np.inf)
        wall_away = self._camera.distance_m + 1.3
        to_wall = wall_away / (rays @ level)
        on_floor = to_floor < to_wall
        point = self._place + rays * np.where(on_floor, to_floor, to_wall)[..., None]
        across = point @ np.array([-level[1], level[0], 0.0])
        along = (point - self._aim) @ level
        return np.where(on_floor[..., None], _floor(across, along), _wall(across, point[..., 2]))


def _wall(across: Floats, height: Floats) -> Floats:
    """Return the colours of the wall: two paints, a rail, and a skirting board."""
    light = 1.0 - 0.05 * np.abs(across) + 0.03 * height
    upper = np.asarray([0.80, 0.81, 0.79]) * light[..., None]
    lower = np.asarray([0.62, 0.68, 0.68]) * light[..., None]
    wall = np.where((height > 1.15)[..., None], upper, lower)
    wall[np.abs(height - 1.15) < 0.012] = [0.45, 0.46, 0.45]
    wall[height < 0.10] = [0.88, 0.88, 0.86]
    return wall


def _floor(across: Floats, along: Floats) -> Floats:
    """Return the colours of the floor: planks, and a mat where the person is."""
    plank = np.floor(across / 0.18)
    tone = 0.92 + 0.06 * np.sin(plank * 12.9898) + 0.02 * np.sin(along * 9 + plank * 3)
    floor = np.asarray([0.62, 0.47, 0.33]) * tone[..., None]
    floor[np.abs(across / 0.18 - np.round(across / 0.18)) < 0.02] *= 0.75
    mat = (np.abs(across) < 0.62) & (np.abs(along) < 0.45)
    floor[mat] = [0.33, 0.38, 0.42]
    return floor


def rod(
    start: Floats, end: Floats, breadth: tuple[float, float], colour: tuple[float, float, float]
) -> list[Blob]:
    """Return a long part from end to end, so broad across the room and so high."""
    along = unit(end - start)
    upright = abs(along[2]) > 0.9
    across = np.array([0, 1.0, 0]) if upright else unit(np.cross(along, [0.0, 0.0, 1.0]))
    thick = min(breadth)
    half = np.stack([along * thick, across * breadth[0], np.cross(along, across) * breadth[1]])
    count = 2 + int(np.linalg.norm(end - start) / (0.25 * thick))
    places = np.linspace(0.0, 1.0, count)
    return [Blob(start + share * (end - start), half, colour) for share in places]


def row_machine(joints: Floats) -> list[Blob]:
    """Return a low pulley: seat, foot plate, tower, and the cable to the hands."""

    def at(x: float, z: float) -> Floats:
        return np.array([x, 0.0, z])

    left, right = (joints[INDEX[f"{side}_index"]] for side in ("left", "right"))
    pulley, reach = at(1.42, 0.66), 0.15 * (left - right)
    steel, dark = (0.60, 0.62, 0.65), (0.10, 0.10, 0.11)
    return [
        *rod(at(-0.16, 0.31), at(0.34, 0.31), (0.17, 0.05), dark),
        *rod(at(-0.18, 0.16), at(1.45, 0.16), (0.04, 0.04), steel),
        *rod(at(-0.10, 0.03), at(-0.10, 0.28), (0.04, 0.04), steel),
        *rod(at(0.28, 0.03), at(0.28, 0.28), (0.04, 0.04), steel),
        *rod(at(0.93, 0.10), at(0.97, 0.50), (0.22, 0.03), dark),
        *rod(at(1.45, 0.05), at(1.45, 2.60), (0.05, 0.05), steel),
        ball(pulley, 0.06, dark),
        *rod(pulley, (left + right) / 2, (0.008, 0.008), dark),
        *rod(left + reach, right - reach, (0.016, 0.016), steel),
    ]


def pictures(shown: Performance) -> Iterator[Image.Image]:
    """Paint every frame of a performance."""
    painter = Painter(shown.camera, shown.aim_m)
    sits = shown.truth.exercise == "seated_cable_row"
    for joints in shown.room_m:
        yield painter.paint(Figure(joints).blobs() + (row_machine(joints) if sits else []))


def write(shown: Performance, name: str) -> None:
    """Write a clip and its truth."""
    rate = round(shown.track.rate_hz)
    with av.open(str(FOLDER / f"{name}.mp4"), "w", options={"movflags": "+faststart"}) as container:
        stream = container.add_stream("libx264", rate=rate, options={"crf": "23", "preset": "slow"})
        stream.width, stream.height = (int(s) for s in shown.camera.size_px)
        stream.pix_fmt = "yuv420p"
        for picture in pictures(shown):
            container.mux(stream.encode(av.VideoFrame.from_image(picture)))
        container.mux(stream.encode())
    truth = json.dumps(shown.truth.plain(), indent=2) + "\n"
    (FOLDER / f"{name}.truth.json").write_text(truth, encoding="utf-8")


def t_raise() -> Performance:
    """Perform five T-raises, the fourth with the arms too high."""
    script = Script(
        "t_raise", repetitions=5, out_s=1.3, pause_s=0.5, back_s=1.5, rest_s=0.25,
        faults={"arms_too_high": 32.0}, faulty=(4,), variation=0.04,
    )  # fmt: skip
    camera = Camera(0.0, 1.15, 2.45, 50.0, (640.0, 480.0))
    return perform(script, camera=camera, film=Film(noise_trunk=0.0), seed=11)


def seated_cable_row() -> Performance:
    """Perform three seated rows, the second with too short a pause."""
    script = Script(
        "seated_cable_row", repetitions=3, out_s=1.5, pause_s=3.3, back_s=1.6, rest_s=0.2,
        faults={"short_pause": 1.8}, faulty=(2,), variation=0.0,
    )  # fmt: skip
    camera = Camera(90.0, 0.95, 2.5, 50.0, (640.0, 480.0))
    return perform(script, camera=camera, film=Film(noise_trunk=0.0), seed=12)


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    for show in (t_raise, seated_cable_row):
        write(show(), show.__name__)
