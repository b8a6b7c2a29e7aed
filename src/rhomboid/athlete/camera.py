"""A camera in the room: from joints in metres to joints in a picture.

A pinhole without distortion. It sees through everything; what is hidden is
said in :mod:`rhomboid.athlete.sight`.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from rhomboid.records import View

Floats = NDArray[np.floating]

_AROUND: tuple[View, ...] = ("front", "front34", "side", "rear34", "rear")
_FACE_UP: tuple[View, ...] = ("foot_end", "foot_end34", "side", "head_end34", "head_end")
_FACE_DOWN: tuple[View, ...] = ("head_end", "head_end34", "side", "foot_end34", "foot_end")
_EDGES_DEG = (30.0, 60.0, 120.0, 150.0)


@dataclass(frozen=True, slots=True)
class Camera:
    """Where the camera stands, and its lens.

    Parameters
    ----------
    azimuth_deg
        0 in front of the person, 90 at their left, 180 behind, 270 at their
        right. For somebody who lies on their back 0 is the foot end, for
        somebody on all fours the head end.
    height_m
        Above the floor.
    distance_m
        To the person, along the floor.
    field_deg
        The lens's field of view from top to bottom.
    size_px
        Width and height of the picture.

    Raises
    ------
    ValueError
        If distance, field or size is out of range.
    """

    azimuth_deg: float = 0.0
    height_m: float = 1.1
    distance_m: float = 3.0
    field_deg: float = 50.0
    size_px: tuple[float, float] = (1280.0, 720.0)

    def __post_init__(self) -> None:
        if not (self.distance_m > 0 and 0 < self.field_deg < 170 and min(self.size_px) > 0):
            raise ValueError("distance_m and size_px must be positive, field_deg 0 to 170")

    @property
    def focal_px(self) -> float:
        """Distance from the lens to a picture as large as the picture is."""
        return float(self.size_px[1] / 2 / np.tan(np.radians(self.field_deg) / 2))

    def view(self, lying: str | None = None) -> View:
        """Name the view of somebody who faces the front of the room.

        Parameters
        ----------
        lying
            ``face_up``, ``face_down``, or None for somebody upright.
        """
        names = {"face_up": _FACE_UP, "face_down": _FACE_DOWN}.get(lying or "", _AROUND)
        away_deg = abs((self.azimuth_deg + 180.0) % 360.0 - 180.0)
        return names[int(np.searchsorted(_EDGES_DEG, away_deg))]

    def place_m(self, aim_m: Floats) -> Floats:
        """Return where the camera is when it looks at a point of the room, shape (3,)."""
        azimuth = np.radians(self.azimuth_deg)
        level = aim_m[:2] + self.distance_m * np.array([np.cos(azimuth), np.sin(azimuth)])
        return np.array([*level, self.height_m])

    def axes(self, aim_m: Floats) -> Floats:
        """Return the picture's right and down and the way it looks, as rows, shape (3, 3)."""
        away = aim_m - self.place_m(aim_m)
        away /= np.sqrt((away * away).sum())
        right = np.cross(away, [0.0, 0.0, 1.0])
        right /= np.sqrt((right * right).sum())
        return np.stack([right, np.cross(away, right), away])

    def see(self, room_m: Floats, aim_m: Floats) -> tuple[Floats, Floats]:
        """Take pictures of points.

        Parameters
        ----------
        room_m : shape (..., 3)
            Points in the room.
        aim_m : shape (3,)
            What the camera looks at.

        Returns
        -------
        picture_px : shape (..., 2)
            Right and down from the upper left corner; NaN behind the camera.
        seen_m : shape (..., 3)
            The points along the camera's axes, from the camera: right, down, away.
        """
        seen_m = (room_m - self.place_m(aim_m)) @ self.axes(aim_m).T
        depth = np.where(seen_m[..., 2:] > 0.05, seen_m[..., 2:], np.nan)
        picture: Floats = np.asarray(self.size_px) / 2 + self.focal_px * seen_m[..., :2] / depth
        return picture, seen_m
