"""Where the joints are inside a region: BlazePose's landmark model.

One region of one picture in, joints out; nothing is remembered from frame to
frame.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from rhomboid.pose.warp import Cropper, Picture, Region
from rhomboid.pose.weights import ModelName, interpreter
from rhomboid.skeleton import JOINTS

_SIDE = 256
_GRID = 64
_KERNEL = 7
_LEAST = 0.5
_WANTED = (0, 1, 3, 4)
"""Points, presence, heat maps and world; the third output is a mask we have no use for."""


@dataclass(frozen=True, slots=True, eq=False)
class Landmarks:
    """The joints of one person in one frame.

    Attributes
    ----------
    image_px : shape (33, 2)
        Pixels of the picture.
    visibility : shape (33,)
        0 to 1.
    world_m : shape (33, 3)
        Metres about the middle of the hips.
    next_px : shape (2, 2)
        Middle of the hips, and the point that gives size and turn of the next region.
    presence
        How sure the model is that there is a person, 0 to 1.
    """

    image_px: NDArray[np.floating]
    visibility: NDArray[np.floating]
    world_m: NDArray[np.floating]
    next_px: NDArray[np.floating]
    presence: float


class LandmarkModel:
    """BlazePose's landmark model on LiteRT.

    Raises
    ------
    PoseError
        If the model is absent or altered.
    """

    def __init__(self, name: ModelName = "full", *, threads: int = 1) -> None:
        filename = f"pose_landmark_{name}.tflite"
        self._model = interpreter(filename, threads=threads, outputs=_WANTED)
        self._cropper = Cropper(_SIDE)
        self._input = self._model.get_input_details()[0]["index"]
        outputs = [o["index"] for o in self._model.get_output_details()]
        self._points, self._flag, self._heat, self._world = outputs

    def find(self, picture: Picture, region: Region) -> Landmarks:
        """Return the joints of the person in a region of a picture."""
        self._model.set_tensor(self._input, self._cropper.crop(picture, region)[None])
        self._model.invoke()
        points = self._model.get_tensor(self._points).reshape(39, 5)
        inside = refine(points[:, :2] / _SIDE, self._model.get_tensor(self._heat)[0])
        image_px = region.to_picture(inside)
        joints = len(JOINTS)
        return Landmarks(
            image_px=image_px[:joints],
            visibility=1 / (1 + np.exp(-points[:joints, 3])),
            world_m=self._turned_world(region)[:joints],
            next_px=image_px[joints : joints + 2],
            presence=float(self._model.get_tensor(self._flag)[0, 0]),
        )

    def _turned_world(self, region: Region) -> NDArray[np.floating]:
        """Return the joints in metres, turned as the region is turned."""
        world = self._model.get_tensor(self._world).reshape(39, 3).astype(np.float64)
        cos, sin = np.cos(region.turn_rad), np.sin(region.turn_rad)
        world[:, :2] = world[:, :2] @ np.array([[cos, sin], [-sin, cos]])
        turned: NDArray[np.floating] = world
        return turned


_REACH = np.arange(_KERNEL) - _KERNEL // 2


def refine(points: NDArray[np.floating], heat: NDArray[np.floating]) -> NDArray[np.floating]:
    """Move each point to the centre of the heat around it, where there is heat enough.

    Parameters
    ----------
    points : shape (n, 2)
        0 to 1 along each side of the region.
    heat : shape (64, 64, n)
        Logits, one map a point.

    Returns
    -------
    shape (n, 2)

    Notes
    -----
    MediaPipe's ``refine_landmarks_from_heatmap`` with its kernel of 7 and its
    least confidence of 0.5; a point off the map stays where it is.
    """
    cell = np.floor(points * _GRID).astype(np.int64)
    on_map = ((cell >= 0) & (cell < _GRID)).all(axis=1)
    columns, rows = (cell[:, axis, None] + _REACH for axis in (0, 1))
    window = ((rows >= 0) & (rows < _GRID))[:, :, None] & ((columns >= 0) & (columns < _GRID))[
        :, None
    ]
    logits = heat[
        np.clip(rows, 0, _GRID - 1)[:, :, None],
        np.clip(columns, 0, _GRID - 1)[:, None],
        np.arange(len(points))[:, None, None],
    ]
    weights = np.where(window, 1 / (1 + np.exp(-logits)), 0)
    sure = on_map & (weights.max(axis=(1, 2)) >= _LEAST)
    total = np.where(sure, weights.sum(axis=(1, 2)), 1)
    refined = points.astype(np.float64)
    refined[sure, 0] = ((weights.sum(axis=1) * columns).sum(axis=1) / total / _GRID)[sure]
    refined[sure, 1] = ((weights.sum(axis=2) * rows).sum(axis=1) / total / _GRID)[sure]
    return refined
