"""Rooms and lights: what is behind and around the person."""

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from tools.rendered.people import Colour
from tools.rendered.raster import Light, Mesh, joined
from tools.rendered.shapes import ball, box, rod, sheet

Floats = NDArray[np.floating]

_HALF_M, _HIGH_M = 4.2, 4.4


@dataclass(frozen=True, slots=True)
class Room:
    """A room with its light.

    Attributes
    ----------
    build
        Makes its walls and floor, and its furniture, which stays behind the person
        as seen from the azimuth of the camera.
    """

    name: str
    build: Callable[[float], tuple[Mesh, Mesh]]
    light: Light


def _walls(floor: Floats, wall: Colour, skirting: Colour) -> Mesh:
    """Return floor and walls about the person, without a ceiling."""
    h, top = _HALF_M, _HIGH_M
    parts = [sheet([-h, -h, 0], [2 * h, 0, 0], [0, 2 * h, 0], floor)]
    corners = [(-h, -h), (h, -h), (h, h), (-h, h)]
    for (ax, ay), (bx, by) in zip(corners, corners[1:] + corners[:1], strict=True):
        for low, high, colour in ((0.0, 0.1, skirting), (0.1, top, wall)):
            paint = np.tile(np.asarray(colour), (1, 16, 1))
            parts.append(sheet([ax, ay, low], [0, 0, high - low], [bx - ax, by - ay, 0], paint))
    return joined(parts)


def _behind(azimuth_deg: float) -> Callable[[float, float, float], Floats]:
    """Return places as seen from the camera: to its right, away from the person, up."""
    angle = np.radians(azimuth_deg)
    away = -np.array([np.cos(angle), np.sin(angle)])
    right = np.array([away[1], -away[0]])

    def at(across: float, behind: float, up: float) -> Floats:
        return np.array([*(right * across + away * behind), up])

    return at


def _turn(azimuth_deg: float) -> Floats:
    """Return the axes of furniture that faces the camera: right, away, up."""
    at = _behind(azimuth_deg)
    return np.stack([at(1, 0, 0), at(0, 1, 0), np.array([0.0, 0.0, 1.0])], axis=1)


def _planks(seed: int, count: tuple[int, int], colour: Colour, spread: float) -> Floats:
    """Return colours of the fields of a floor, a little unlike each other."""
    rng = np.random.default_rng(seed)
    return np.asarray(colour) * (1 + spread * rng.uniform(-1, 1, (*count, 1)))


def living_room(azimuth_deg: float) -> tuple[Mesh, Mesh]:
    """Build a living room: planks, a cupboard, a plant, a picture."""
    at, turn = _behind(azimuth_deg), _turn(azimuth_deg)
    wood, leaf = (0.45, 0.32, 0.22), (0.22, 0.40, 0.20)
    around = _walls(_planks(1, (14, 50), (0.62, 0.47, 0.34), 0.08), (0.84, 0.82, 0.76), (0.95,) * 3)
    parts = [box(at(-1.7, 2.4, 0.45), [1.0, 0.4, 0.9], wood, turn)]
    parts += [
        box(at(-1.7, 2.19, shelf), [0.96, 0.01, 0.02], (0.3, 0.2, 0.14), turn)
        for shelf in (0.3, 0.62)
    ]
    parts.append(box(at(-1.9, 2.4, 1.0), [0.2, 0.15, 0.2], (0.75, 0.30, 0.25), turn))
    parts.append(box(at(0.2, 2.9, 1.75), [0.9, 0.03, 0.6], (0.30, 0.42, 0.52), turn))
    parts.append(rod(at(1.9, 2.3, 0), at(1.9, 2.3, 0.35), 0.17, (0.80, 0.78, 0.74)))
    leaves = ((0, 0, 0.55), (0.15, 0.1, 0.95), (-0.14, 0.05, 1.0), (0.02, -0.05, 1.2))
    parts += [ball(at(1.9 + x, 2.3 + y, z), 0.17, leaf) for x, y, z in leaves]
    return around, joined(parts)


def gym(azimuth_deg: float) -> tuple[Mesh, Mesh]:
    """Build a gym: rubber tiles, a rack of dumbbells, a mirror, a kettlebell."""
    at, turn = _behind(azimuth_deg), _turn(azimuth_deg)
    steel, iron = (0.55, 0.57, 0.60), (0.16, 0.16, 0.17)
    around = _walls(_planks(2, (17, 17), (0.27, 0.28, 0.30), 0.06), (0.66, 0.70, 0.74), (0.25,) * 3)
    parts = [box(at(0.3, 3.0, 1.5), [2.4, 0.02, 1.3], (0.76, 0.82, 0.86), turn)]
    for shelf in (0.35, 0.75):
        parts.append(box(at(1.4, 2.5, shelf), [1.5, 0.35, 0.04], steel, turn))
        for i in range(5):
            place = at(0.85 + 0.28 * i, 2.45, shelf + 0.10)
            parts.append(rod(place - turn[:, 1] * 0.12, place + turn[:, 1] * 0.12, 0.07, iron))
    parts += [box(at(x, 2.6, 0.45), [0.06, 0.1, 0.9], steel, turn) for x in (0.7, 2.1)]
    parts.append(ball(at(-1.6, 1.9, 0.13), 0.13, (0.65, 0.20, 0.16)))
    parts.append(box(at(-2.0, 2.6, 0.25), [0.7, 0.5, 0.5], (0.55, 0.40, 0.25), turn))
    return around, joined(parts)


def seen_from(light: Light, azimuth_deg: float) -> Light:
    """Return a light that is given as seen from the camera: to its right, behind it, up."""
    across, behind, up = light.towards
    at = _behind(azimuth_deg)(across, -behind, up)
    return replace(light, towards=(float(at[0]), float(at[1]), float(at[2])))


ROOMS: dict[str, Room] = {
    "living": Room("living", living_room, Light((0.55, 0.50, 0.80), 0.62, 0.52, 0.34)),
    "gym": Room("gym", gym, Light((-0.45, 0.55, 0.95), 0.80, 0.62, 0.40, (1.0, 0.98, 0.94))),
    "evening": Room(
        "evening", living_room, Light((-0.70, 0.40, 0.60), 0.50, 0.38, 0.24, (1.0, 0.86, 0.68))
    ),
}
"""Every room by its name; lights as seen from the camera: to its right, behind it, up."""
