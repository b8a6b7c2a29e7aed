"""Draw the sample clips: the athlete in flesh and clothes, filmed in a plain room.

Every part of the figure is an ellipsoid, and each pixel shows the nearest one
that its ray meets. Run ``python -m tools.draw_sample`` to write samples/ anew.
"""

import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass, replace
from pathlib import Path

import av
import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFilter

from rhomboid.athlete.camera import Camera
from rhomboid.athlete.performance import Performance, perform
from rhomboid.athlete.script import Script
from rhomboid.athlete.sight import Film
from rhomboid.skeleton import INDEX

Floats = NDArray[np.floating]

FOLDER = Path(__file__).parents[1] / "samples"
OVER = 2
"""Pixels are drawn this many times finer on each axis, and averaged."""

SKIN, HAIR, SHIRT = (0.80, 0.58, 0.46), (0.16, 0.10, 0.07), (0.13, 0.42, 0.58)
SHORTS, SHOE, SOLE = (0.14, 0.15, 0.20), (0.80, 0.26, 0.20), (0.92, 0.92, 0.90)
WHITE, IRIS, LIP = (0.95, 0.95, 0.95), (0.12, 0.08, 0.06), (0.62, 0.30, 0.28)
TO_LIGHT = np.array([0.62, 0.42, 0.66])
"""In the room: from the front, the person's left, and above."""


@dataclass(frozen=True, slots=True, eq=False)
class Blob:
    """An ellipsoid: its middle, its half axes as rows, and its colour."""

    middle: Floats
    half: Floats
    colour: tuple[float, float, float]


def ball(middle: Floats, radius: float, colour: tuple[float, float, float]) -> Blob:
    """Return a sphere."""
    return Blob(middle, np.eye(3) * radius, colour)


def limb(
    start: Floats, end: Floats, radii: list[float], colour: tuple[float, float, float]
) -> list[Blob]:
    """Return a limb as a close row of balls, whose radii follow a list from end to end."""
    count = max(3, int(np.linalg.norm(end - start) / (0.10 * min(radii))))
    shares = np.linspace(0.0, 1.0, count)
    sizes = np.interp(shares, np.linspace(0.0, 1.0, len(radii)), radii)
    return [ball(start + s * (end - start), r, colour) for s, r in zip(shares, sizes, strict=True)]


def unit(vector: Floats) -> Floats:
    """Scale a vector to length one."""
    scaled: Floats = vector / np.linalg.norm(vector)
    return scaled


class Figure:
    """The parts of a body around its joints, all in metres in the room."""

    def __init__(self, joints: Floats) -> None:
        self.at = lambda name: joints[INDEX[name]]
        high, low = (
            (self.at(f"left_{j}") + self.at(f"right_{j}")) / 2 for j in ("shoulder", "hip")
        )
        self.high, self.low = high, low
        self.up = unit(high - low)
        self.left = unit(self.at("left_shoulder") - self.at("right_shoulder"))
        self.front = np.cross(self.left, self.up)

    def blobs(self) -> list[Blob]:
        """Return every part."""
        sides = [part for side in ("left", "right") for part in self._side(side)]
        return [*self._trunk(), *self._head(), *sides]

    def _trunk(self) -> list[Blob]:
        """Return chest, belly, pelvis and neck."""
        parts = []
        wide = [0.148, 0.160, 0.146, 0.134, 0.146, 0.166, 0.176, 0.168, 0.130]
        deep = [0.098, 0.112, 0.108, 0.102, 0.108, 0.116, 0.116, 0.104, 0.080]
        for share in np.linspace(-0.04, 0.94, 60):
            place = (share + 0.04) / 0.98 * (len(wide) - 1)
            w, d = (float(np.interp(place, range(len(wide)), v)) for v in (wide, deep))
            middle = self.low + share * (self.high - self.low) + 0.01 * self.front
            half = np.stack([w * self.left, d * self.front, 0.075 * self.up])
            parts.append(Blob(middle, half, SHORTS if share < 0.10 else SHIRT))
        neck = self.high + 0.02 * self.up
        for side in ("left", "right"):
            shoulder = self.at(f"{side}_shoulder") - 0.012 * self.up
            parts += limb(neck + 0.025 * self.up, shoulder, [0.058, 0.062, 0.066], SHIRT)
            parts += limb(self.high - 0.09 * self.up, shoulder, [0.085, 0.072], SHIRT)
        return parts + limb(neck, neck + 0.13 * self.up + 0.015 * self.front, [0.060, 0.055], SKIN)

    def _head(self) -> list[Blob]:
        """Return skull, hair and face."""
        left = unit(self.at("left_ear") - self.at("right_ear"))
        ears = (self.at("left_ear") + self.at("right_ear")) / 2
        eyes = (self.at("left_eye") + self.at("right_eye")) / 2
        mouth = (self.at("mouth_left") + self.at("mouth_right")) / 2
        up = unit(eyes - mouth - ((eyes - mouth) @ left) * left)
        front = np.cross(left, up)

        def blob(x: float, y: float, z: float, size: tuple[float, float, float], colour: tuple[
            float, float, float]) -> Blob:  # fmt: skip
            half = np.stack([size[0] * front, size[1] * left, size[2] * up])
            return Blob(ears + x * front + y * left + z * up, half, colour)

        parts = [
            blob(0.020, 0, 0.035, (0.094, 0.074, 0.100), SKIN),
            blob(0.030, 0, -0.035, (0.074, 0.060, 0.078), SKIN),
            blob(0.000, 0, 0.062, (0.100, 0.080, 0.090), HAIR),
            blob(-0.030, 0, 0.020, (0.076, 0.079, 0.085), HAIR),
            blob(0.108, 0, -0.012, (0.022, 0.016, 0.026), SKIN),
            blob(0.098, 0, -0.055, (0.010, 0.026, 0.007), LIP),
        ]
        for side in (1, -1):
            parts += [
                blob(0.094, side * 0.031, 0.016, (0.014, 0.017, 0.010), WHITE),
                blob(0.103, side * 0.031, 0.016, (0.008, 0.009, 0.009), IRIS),
                blob(0.099, side * 0.032, 0.038, (0.012, 0.021, 0.005), HAIR),
                blob(0.000, side * 0.078, 0.000, (0.020, 0.010, 0.033), SKIN),
            ]
        return parts

    def _side(self, side: str) -> list[Blob]:
        """Return arm, hand, leg and foot of a side."""
        shoulder, elbow, wrist = (self.at(f"{side}_{j}") for j in ("shoulder", "elbow", "wrist"))
        hip, knee, ankle = (self.at(f"{side}_{j}") for j in ("hip", "knee", "ankle"))
        knuckles = (self.at(f"{side}_index") + self.at(f"{side}_pinky")) / 2
        sleeve, hem = shoulder + 0.52 * (elbow - shoulder), hip + 0.62 * (knee - hip)
        parts = limb(shoulder, sleeve, [0.066, 0.066, 0.062], SHIRT)
        parts += limb(shoulder + 0.4 * (elbow - shoulder), elbow, [0.050, 0.047, 0.041], SKIN)
        parts += limb(elbow, wrist, [0.041, 0.044, 0.037, 0.029], SKIN)
        parts += limb(wrist, knuckles, [0.028, 0.037, 0.038], SKIN)
        parts += limb(knuckles, knuckles + 0.6 * (knuckles - wrist), [0.034, 0.024], SKIN)
        thumb = self.at(f"{side}_thumb")
        parts += limb(wrist + 0.3 * (thumb - wrist), thumb + 0.02 * unit(thumb - wrist), [0.018, 0.013], SKIN)
        parts += limb(hip, hem, [0.098, 0.098, 0.088], SHORTS)
        parts += limb(hip + 0.5 * (knee - hip), knee, [0.074, 0.064, 0.056], SKIN)
        parts += limb(knee, ankle, [0.056, 0.060, 0.050, 0.038], SKIN)
        return parts + self._foot(side)

    def _foot(self, side: str) -> list[Blob]:
        """Return a shoe with its sole."""
        ankle, heel = self.at(f"{side}_ankle"), self.at(f"{side}_heel")
        toes = self.at(f"{side}_foot_index")
        tip = toes + 0.25 * (toes - heel)
        lift = unit(ankle - heel) * 0.014
        parts = limb(ankle - 0.2 * (ankle - heel), heel + 0.3 * (ankle - heel), [0.046, 0.046], SHOE)
        parts += limb(ankle - 0.5 * (ankle - heel), toes + lift, [0.048, 0.044, 0.036], SHOE)
        parts += limb(toes, tip, [0.036, 0.030], SHOE)
        return [*parts, *limb(heel - lift, tip - 1.3 * lift, [0.032, 0.036, 0.028], SOLE)]


class Painter:
    """Paints figures from one camera in front of one background."""

    def __init__(self, camera: Camera, aim_m: Floats) -> None:
        self._size = tuple(int(s) * OVER for s in camera.size_px)
        self._camera, self._aim = replace(camera, size_px=self._size), aim_m
        self._axes, self._place = self._camera.axes(aim_m), self._camera.place_m(aim_m)
        self._background = self._room()

    def paint(self, figure: Figure) -> Image.Image:
        """Return a picture of a figure, at the camera's own size."""
        picture = self._shadow(figure)
        depth = np.full(picture.shape[:2], np.inf)
        for blob in figure.blobs():
            self._add(picture, depth, blob)
        whole = Image.fromarray((np.clip(picture, 0, 1) * 255).astype(np.uint8))
        return whole.reduce(OVER)

    def _rays(self, columns: Floats, rows: Floats) -> Floats:
        """Return the directions of pixels, shape (rows, columns, 3), in the camera's axes."""
        x, y = np.meshgrid(columns, rows)
        focal = self._camera.focal_px
        return np.stack(
            [(x - self._size[0] / 2) / focal, (y - self._size[1] / 2) / focal, np.ones_like(x)], -1
        )

    def _add(self, picture: Floats, depth: Floats, blob: Blob) -> None:
        """Paint an ellipsoid where it is nearer than what is there."""
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
        normal = (ray * near[..., None] - off)[shown] @ shrink
        depth[part][shown] = near[shown]
        picture[part][shown] = self._shade(normal, blob.colour)

    def _shade(self, normal: Floats, colour: tuple[float, float, float]) -> Floats:
        """Return the colour of a surface by where it faces."""
        normal = normal / np.linalg.norm(normal, axis=-1, keepdims=True)
        light, up = self._axes @ unit(TO_LIGHT), self._axes @ np.array([0.0, 0.0, 1.0])
        key = np.clip(normal @ light, 0, 1)
        sky = 0.5 + 0.5 * (normal @ up)
        rim = np.clip(1 + normal[:, 2], 0, 1)
        bright = 0.30 + 0.22 * sky + 0.62 * key - 0.18 * rim**2
        return np.asarray(colour) * bright[:, None]

    def _shadow(self, figure: Figure) -> Floats:
        """Return the background with the figure's shadow on the floor."""
        mask = Image.new("L", self._size, 0)
        pen = ImageDraw.Draw(mask)
        for blob in figure.blobs()[::3]:
            ground = blob.middle - TO_LIGHT / TO_LIGHT[2] * blob.middle[2] * 0.45
            radius = float(np.sqrt((blob.half**2).sum(axis=1)).max())
            angle = np.linspace(0, 2 * np.pi, 12)
            ring = np.stack([np.cos(angle) * radius, np.sin(angle) * radius, 0 * angle], -1)
            place, _ = self._camera.see(ring + [*ground[:2], 0.0], self._aim)
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
        return np.where(
            on_floor[..., None], _floor(across, along), _wall(across, point[..., 2])
        )


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


def pictures(shown: Performance) -> Iterator[Image.Image]:
    """Paint every frame of a performance."""
    painter = Painter(shown.camera, shown.aim_m)
    for joints in shown.room_m:
        yield painter.paint(Figure(joints))


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
    truth = json.dumps(asdict(shown.truth), indent=2) + "\n"
    (FOLDER / f"{name}.truth.json").write_text(truth, encoding="utf-8")


def t_raise() -> Performance:
    """Perform five T-raises, the fourth with the arms too high."""
    script = Script(
        "t_raise", repetitions=5, out_s=1.3, pause_s=0.5, back_s=1.5, rest_s=0.3,
        faults={"arms_too_high": 32.0}, faulty=(4,), variation=0.04,
    )  # fmt: skip
    camera = Camera(0.0, 1.15, 2.45, 50.0, (640.0, 480.0))
    return perform(script, camera=camera, film=Film(noise_trunk=0.0), seed=11)


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    write(t_raise(), "t_raise")
