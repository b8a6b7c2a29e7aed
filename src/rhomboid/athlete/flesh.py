"""Flesh and clothes around the joints, for a picture in which a pose model finds a person.

Every part is an ellipsoid. Sizes are metres, by eye, for somebody of 1.75 m
(house). How the parts become a picture is not known here.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from rhomboid.skeleton import INDEX

Floats = NDArray[np.floating]

Colour = tuple[float, float, float]
"""Red, green and blue, 0 to 1."""

SKIN, HAIR, SHIRT = (0.80, 0.58, 0.46), (0.16, 0.10, 0.07), (0.13, 0.42, 0.58)
SHORTS, SHOE, SOLE = (0.14, 0.15, 0.20), (0.80, 0.26, 0.20), (0.92, 0.92, 0.90)
WHITE, IRIS, LIP = (0.95, 0.95, 0.95), (0.12, 0.08, 0.06), (0.62, 0.30, 0.28)


Place = tuple[float, float, float]
"""Metres to the front, the left and up."""

_HEAD: tuple[tuple[Place, Place, Colour], ...] = (
    ((0.020, 0.0, 0.035), (0.094, 0.074, 0.100), SKIN),
    ((0.022, 0.0, 0.020), (0.092, 0.073, 0.100), SKIN),
    ((0.024, 0.0, 0.005), (0.089, 0.071, 0.099), SKIN),
    ((0.026, 0.0, -0.010), (0.086, 0.068, 0.096), SKIN),
    ((0.028, 0.0, -0.022), (0.083, 0.064, 0.091), SKIN),
    ((0.030, 0.0, -0.032), (0.079, 0.060, 0.084), SKIN),
    ((0.000, 0.0, 0.062), (0.100, 0.080, 0.090), HAIR),
    ((-0.030, 0.0, 0.020), (0.076, 0.079, 0.085), HAIR),
    ((0.108, 0.0, -0.012), (0.022, 0.016, 0.026), SKIN),
    ((0.098, 0.0, -0.055), (0.013, 0.024, 0.007), LIP),
    ((0.094, 0.031, 0.016), (0.014, 0.017, 0.010), WHITE),
    ((0.103, 0.031, 0.016), (0.008, 0.009, 0.009), IRIS),
    ((0.099, 0.032, 0.038), (0.012, 0.021, 0.005), HAIR),
    ((0.000, 0.078, 0.000), (0.020, 0.010, 0.033), SKIN),
)
"""Skull and jaw, hair, nose, mouth, eyes, brows and ears: place, half axes and colour.
What is not in the middle is there twice."""


@dataclass(frozen=True, slots=True, eq=False)
class Blob:
    """An ellipsoid.

    Attributes
    ----------
    middle : shape (3,)
        Metres, in the room.
    half : shape (3, 3)
        Its half axes, as rows, in metres.
    """

    middle: Floats
    half: Floats
    colour: Colour


def ball(middle: Floats, radius: float, colour: Colour) -> Blob:
    """Return a sphere; `radius` in metres."""
    return Blob(middle, np.eye(3) * radius, colour)


def limb(start: Floats, end: Floats, radii: list[float], colour: Colour) -> list[Blob]:
    """Return a limb as a close row of balls.

    Parameters
    ----------
    start, end : shape (3,)
        Metres.
    radii
        Metres; evenly along the limb, straight lines between them.
    """
    count = max(3, int(np.linalg.norm(end - start) / (0.16 * min(radii))))
    shares = np.linspace(0.0, 1.0, count)
    sizes = np.interp(shares, np.linspace(0.0, 1.0, len(radii)), radii)
    return [ball(start + s * (end - start), r, colour) for s, r in zip(shares, sizes, strict=True)]


def unit(vector: Floats) -> Floats:
    """Scale a vector, shape (3,), to length one."""
    scaled: Floats = vector / np.linalg.norm(vector)
    return scaled


class Figure:
    """The parts of a body around its joints.

    Parameters
    ----------
    joints : shape (33, 3)
        Metres, in the room.
    """

    def __init__(self, joints: Floats) -> None:
        self._joints = joints
        self.high, self.low = self._middle("shoulder"), self._middle("hip")
        self.up = unit(self.high - self.low)
        self.left = unit(self._at("left_shoulder") - self._at("right_shoulder"))
        self.front = np.cross(self.left, self.up)

    def blobs(self) -> list[Blob]:
        """Return every part."""
        sides = [part for side in ("left", "right") for part in self._side(side)]
        return [*self._trunk(), *self._head(), *sides]

    def _at(self, joint: str) -> Floats:
        """Return a joint, shape (3,)."""
        place: Floats = self._joints[INDEX[joint]]
        return place

    def _middle(self, joint: str) -> Floats:
        """Return the middle of a pair of joints, shape (3,)."""
        middle: Floats = (self._at(f"left_{joint}") + self._at(f"right_{joint}")) / 2
        return middle

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
            shoulder = self._at(f"{side}_shoulder") - 0.012 * self.up
            parts += limb(neck + 0.025 * self.up, shoulder, [0.058, 0.062, 0.066], SHIRT)
            parts += limb(self.high - 0.09 * self.up, shoulder, [0.085, 0.072], SHIRT)
        return parts + limb(neck, neck + 0.13 * self.up + 0.015 * self.front, [0.060, 0.055], SKIN)

    def _head(self) -> list[Blob]:
        """Return skull, hair and face."""
        ears, eyes = self._middle("ear"), self._middle("eye")
        left = unit(self._at("left_ear") - self._at("right_ear"))
        rise = eyes - (self._at("mouth_left") + self._at("mouth_right")) / 2
        up = unit(rise - (rise @ left) * left)
        head = np.stack([np.cross(left, up), left, up])
        parts = []
        for place, size, colour in _HEAD:
            for side in (1, -1) if place[1] else (1,):
                middle = ears + np.array([place[0], side * place[1], place[2]]) @ head
                parts.append(Blob(middle, np.asarray(size)[:, None] * head, colour))
        return parts

    def _side(self, side: str) -> list[Blob]:
        """Return arm, hand, leg and foot of a side."""
        shoulder, elbow, wrist = (self._at(f"{side}_{j}") for j in ("shoulder", "elbow", "wrist"))
        hip, knee, ankle = (self._at(f"{side}_{j}") for j in ("hip", "knee", "ankle"))
        knuckles = (self._at(f"{side}_index") + self._at(f"{side}_pinky")) / 2
        sleeve, hem = shoulder + 0.52 * (elbow - shoulder), hip + 0.62 * (knee - hip)
        parts = limb(shoulder, sleeve, [0.066, 0.066, 0.062], SHIRT)
        parts += limb(shoulder + 0.4 * (elbow - shoulder), elbow, [0.050, 0.047, 0.041], SKIN)
        parts += limb(elbow, wrist, [0.041, 0.044, 0.037, 0.029], SKIN)
        parts += limb(wrist, knuckles, [0.028, 0.037, 0.038], SKIN)
        parts += limb(knuckles, knuckles + 0.6 * (knuckles - wrist), [0.034, 0.024], SKIN)
        thumb = self._at(f"{side}_thumb")
        tip = thumb + 0.02 * unit(thumb - wrist)
        parts += limb(wrist + 0.3 * (thumb - wrist), tip, [0.018, 0.013], SKIN)
        parts += limb(hip, hem, [0.098, 0.098, 0.088], SHORTS)
        parts += limb(hip + 0.5 * (knee - hip), knee, [0.074, 0.064, 0.056], SKIN)
        parts += limb(knee, ankle, [0.056, 0.060, 0.050, 0.038], SKIN)
        return parts + self._foot(side)

    def _foot(self, side: str) -> list[Blob]:
        """Return a shoe with its sole."""
        ankle, heel = self._at(f"{side}_ankle"), self._at(f"{side}_heel")
        toes = self._at(f"{side}_foot_index")
        tip = toes + 0.25 * (toes - heel)
        lift = unit(ankle - heel) * 0.014
        down = heel - ankle
        parts = limb(ankle + 0.2 * down, ankle + 0.7 * down, [0.046, 0.046], SHOE)
        parts += limb(ankle + 0.5 * down, toes + lift, [0.048, 0.044, 0.036], SHOE)
        parts += limb(toes, tip, [0.036, 0.030], SHOE)
        return [*parts, *limb(heel - lift, tip - 1.3 * lift, [0.032, 0.036, 0.028], SOLE)]
