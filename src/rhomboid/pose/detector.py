"""Where in a picture there may be a person: BlazePose's detector.

It looks at one picture and remembers nothing. It was trained on people who
stand; to find those who lie or hang it can be shown the picture turned.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from rhomboid.pose.warp import Region, crop_colours
from rhomboid.pose.weights import interpreter

_SIDE = 224
_SCORE = 0.5
_OVERLAP = 0.3
_WIDER = 1.25
_GRIDS = ((28, 2), (14, 2), (7, 6))
"""Cells along a side, and anchors a cell (MediaPipe ``pose_detection_cpu.pbtxt``)."""


@dataclass(frozen=True, slots=True)
class Detection:
    """Somebody who may be there: the region to look at, and how sure it is."""

    region: Region
    score: float


class PersonDetector:
    """BlazePose's person detector on LiteRT.

    Raises
    ------
    PoseError
        If the model is absent or altered.
    """

    def __init__(self, *, threads: int = 1) -> None:
        self._model = interpreter("pose_detection.tflite", threads=threads)
        self._input = self._model.get_input_details()[0]["index"]
        self._boxes, self._scores = (o["index"] for o in self._model.get_output_details())
        self._anchors = anchors()

    def find(self, picture: NDArray[np.uint8], *, turns: tuple[int, ...] = (0,)) -> list[Detection]:
        """Return everybody found, surest first; later turns are tried only if nobody was.

        Parameters
        ----------
        picture : shape (height, width, 4)
            Blue, green, red and one unused byte, made by FFmpeg as MediaPipe's
            are: the detector is so sensitive that a step of brightness moves
            the region by a pixel.
        turns
            Quarter turns to look at the picture by, in order.
        """
        height, width = picture.shape[:2]
        whole = float(max(width, height))
        for turn in turns:
            view = Region(width / 2, height / 2, whole, np.pi / 2 * turn)
            found = self._look(picture, view)
            if found:
                return found
        return []

    def _look(self, picture: NDArray[np.uint8], view: Region) -> list[Detection]:
        """Run the model on one square view of a picture."""
        self._model.set_tensor(self._input, _letterbox(picture, view)[None] * 2 - 1)
        self._model.invoke()
        raw = self._model.get_tensor(self._boxes)[0]
        logits = self._model.get_tensor(self._scores)[0, :, 0]
        scores = 1 / (1 + np.exp(-np.clip(logits, -80, 80)))
        keep = scores >= _SCORE
        boxes = raw[keep].reshape(-1, 6, 2) / _SIDE
        boxes[:, [0, 2, 3, 4, 5]] += self._anchors[keep][:, None]
        merged = merge(boxes, scores[keep])
        return [Detection(_region(points, view), score) for points, score in merged]


def _letterbox(picture: NDArray[np.uint8], view: Region) -> NDArray[np.float32]:
    """Sample a view; what lies beyond the picture is black, as in MediaPipe."""
    height, width = picture.shape[:2]
    square = crop_colours(picture, view, _SIDE)
    steps = np.arange(_SIDE) / _SIDE
    x, y = np.moveaxis(view.to_picture(np.stack(np.meshgrid(steps, steps), axis=-1)), -1, 0)
    square[(x < -0.5) | (x > width - 0.5) | (y < -0.5) | (y > height - 0.5)] = 0
    return square


def anchors() -> NDArray[np.float32]:
    """Return the centre of every anchor, 0 to 1, in the model's order, shape (2254, 2).

    Notes
    -----
    Each cell has two anchors per layer (MediaPipe's
    ``interpolated_scale_aspect_ratio`` adds the second), and layers of the
    same stride are merged: 28x28x2 + 14x14x2 + 7x7x6.
    """
    grids = []
    for cells, each in _GRIDS:
        steps = (np.arange(cells) + 0.5) / cells
        centres = np.stack(np.meshgrid(steps, steps), axis=-1).reshape(-1, 2)
        grids.append(np.repeat(centres, each, axis=0))
    return np.concatenate(grids).astype(np.float32)


def merge(
    boxes: NDArray[np.floating], scores: NDArray[np.floating]
) -> list[tuple[NDArray[np.floating], float]]:
    """Merge boxes that overlap into their average, weighted by score.

    Parameters
    ----------
    boxes : shape (n, 6, 2)
        Centre, size, and four points of each.
    scores : shape (n,)

    Returns
    -------
    list
        The merged (6, 2) points with the best score of each group, surest first.
    """
    merged = []
    left = np.argsort(-scores, kind="stable")
    while left.size:
        near = _overlap(boxes[left[0]], boxes[left]) > _OVERLAP
        near[0] = True
        group = left[near]
        weights = scores[group, None, None]
        merged.append(
            ((boxes[group] * weights).sum(axis=0) / weights.sum(), float(scores[left[0]]))
        )
        left = left[~near]
    return merged


def _overlap(box: NDArray[np.floating], others: NDArray[np.floating]) -> NDArray[np.floating]:
    """Return the shared area of a box with each other, over the area of both."""
    low = np.maximum(box[0] - box[1] / 2, others[:, 0] - others[:, 1] / 2)
    high = np.minimum(box[0] + box[1] / 2, others[:, 0] + others[:, 1] / 2)
    shared = np.clip(high - low, 0, None).prod(axis=-1)
    both = box[1].prod() + others[:, 1].prod(axis=-1) - shared
    share: NDArray[np.floating] = shared / np.where(both > 0, both, np.inf)
    return share


def _region(points: NDArray[np.floating], view: Region) -> Region:
    """Turn the two alignment points of a detection into a region of the picture."""
    hips, head = view.to_picture(points[2:4])
    return region_from(hips, head)


def region_from(centre: NDArray[np.floating], rim: NDArray[np.floating]) -> Region:
    """Return the region about a centre whose circle passes through a point above the head.

    Parameters
    ----------
    centre, rim : shape (2,)
        Pixels: the middle of the hips, and the point that gives size and turn.

    Notes
    -----
    Twice the distance, widened by 1.25, turned so that `rim` is up
    (MediaPipe ``pose_detection_to_roi.pbtxt``).
    """
    across, down = rim - centre
    turn = np.pi / 2 - np.arctan2(-down, across)
    turn -= 2 * np.pi * np.floor((turn + np.pi) / (2 * np.pi))
    side = 2 * float(np.hypot(across, down)) * _WIDER
    return Region(float(centre[0]), float(centre[1]), side, float(turn))
