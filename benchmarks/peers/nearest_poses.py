"""Counting by the nearest poses: the classifier and counter of MediaPipe's documentation.

Written anew from "Pose classification" (mediapipe/docs/solutions/pose_classification.md,
Google 2020) and its published constants. A pose becomes 23 lines between joints
after its place and size are taken out. Of the sample poses, the 30 with the
smallest largest difference are kept, and of these the 10 with the smallest mean
difference vote; depth weighs 0.2, and a mirrored pose may match instead. The
votes for the far end are smoothed over 10 frames (each weighs 0.8 of the one
after it). More than 6 votes enter the pose, fewer than 4 leave it, and leaving
counts one. Samples are the two ends of clean drawn performances.
"""

from functools import cache

import numpy as np
from numpy.typing import NDArray

from benchmarks.peers.models import ends_of, models
from rhomboid.pose.track import PoseTrack
from rhomboid.skeleton import INDEX, PAIRS

Floats = NDArray[np.floating]

_BY_LARGEST, _BY_MEAN = 30, 10
_WEIGHTS = np.array([1.0, 1.0, 0.2])
_WINDOW, _ALPHA = 10, 0.2
_ENTER, _EXIT = 6.0, 4.0
_TRUNKS = 2.5
"""A body is taken to be at least so many trunks large."""
_SAMPLES = 120
"""Sample poses of each end: the description asks for a few hundred."""
_CHUNK = 64
_RATE_HZ = 30.0
"""What the constants are made for, which count frames: faster recordings are thinned."""
_SIDED = [
    ("shoulder", "elbow"), ("elbow", "wrist"), ("hip", "knee"), ("knee", "ankle"),
    ("shoulder", "wrist"), ("hip", "ankle"), ("hip", "wrist"), ("shoulder", "ankle"),
    ("hip", "wrist"),
]  # fmt: skip
_ACROSS = ("elbow", "knee", "wrist", "ankle")
_LINES = np.array(
    [(INDEX[f"{side}_{a}"], INDEX[f"{side}_{b}"]) for a, b in _SIDED for side in ("left", "right")]
    + [PAIRS[name] for name in _ACROSS]
)


def count(track: PoseTrack, exercise: str) -> int:
    """Count how often the far end of an exercise is entered and left."""
    if len(track) < 2:
        return 0
    poses = _poses(track)[:: max(1, round(track.rate_hz / _RATE_HZ))]
    found = np.isfinite(poses).all(axis=(1, 2))
    samples, far = _samples(exercise, track.world_m is not None)
    return entered_and_left(smoothed(votes(poses[found], samples, far)))


def votes(poses: Floats, samples: Floats, far: NDArray[np.bool_]) -> Floats:
    """Return how many of the nearest samples are of the far end.

    Parameters
    ----------
    poses : shape (T, 33, 3)
        Joints with depth.
    samples : shape (S, 69)
        Lines of the sample poses, as :func:`lines` gives them.
    far : shape (S,)
        Which of them are of the far end.

    Returns
    -------
    shape (T,)
        0 to 10.
    """
    straight, mirrored = lines(poses), lines(poses * np.array([-1.0, 1.0, 1.0]))
    chunks = [
        _votes(straight[i : i + _CHUNK], mirrored[i : i + _CHUNK], samples, far)
        for i in range(0, len(poses), _CHUNK)
    ]
    return np.concatenate(chunks) if chunks else np.zeros(0)


def lines(poses: Floats) -> Floats:
    """Return poses as weighted lines between joints, without place and size, shape (T, 69)."""
    hips, shoulders = (poses[:, PAIRS[name]].mean(axis=1) for name in ("hip", "shoulder"))
    placed = poses - hips[:, None]
    trunk = np.linalg.norm((shoulders - hips)[:, :2], axis=-1)
    reach = np.linalg.norm(placed[..., :2], axis=-1).max(axis=1)
    size = np.maximum(trunk * _TRUNKS, reach)
    unit = placed / size[:, None, None]
    middles = unit[:, PAIRS["shoulder"]].mean(axis=1)
    between = np.concatenate([middles[:, None], unit[:, _LINES[:, 1]] - unit[:, _LINES[:, 0]]], 1)
    flat: Floats = (between * _WEIGHTS).reshape(len(poses), between.shape[1] * 3).astype(np.float32)
    return flat


def _votes(straight: Floats, mirrored: Floats, samples: Floats, far: NDArray[np.bool_]) -> Floats:
    """Return the votes for some poses."""
    largest = np.minimum(_largest(straight, samples), _largest(mirrored, samples))
    near = np.argpartition(largest, _BY_LARGEST - 1, axis=1)[:, :_BY_LARGEST]
    mean = np.minimum(
        *(np.abs(flat[:, None] - samples[near]).mean(axis=-1) for flat in (straight, mirrored))
    )
    nearest = np.argpartition(mean, _BY_MEAN - 1, axis=1)[:, :_BY_MEAN]
    won: Floats = far[np.take_along_axis(near, nearest, axis=1)].sum(axis=1).astype(float)
    return won


def _largest(flat: Floats, samples: Floats) -> Floats:
    """Return the largest difference of each pose from each sample, shape (T, S)."""
    largest = np.zeros((len(flat), len(samples)), dtype=np.float32)
    off = np.empty_like(largest)
    for column, sample in zip(flat.T, samples.T, strict=True):
        np.subtract(column[:, None], sample, out=off)
        np.abs(off, out=off)
        np.maximum(largest, off, out=largest)
    return largest


def _poses(track: PoseTrack) -> Floats:
    """Return the joints of a track with depth in pixels, shape (T, 33, 3)."""
    image = track.image_px.astype(float)
    if track.world_m is None:
        return np.concatenate([image, np.zeros_like(image[..., :1])], axis=-1)
    world = track.world_m.astype(float)
    px_per_m = np.sqrt(_spread(image) / np.maximum(_spread(world[..., :2]), 1e-9))
    return np.concatenate([image, world[..., 2:] * px_per_m[:, None, None]], axis=-1)


def _spread(places: Floats) -> Floats:
    """Return how far joints are from their middle, squared, shape (T,)."""
    off = places - places.mean(axis=1, keepdims=True)
    spread: Floats = (off * off).mean(axis=(1, 2))
    return spread


@cache
def _samples(exercise: str, deep: bool) -> tuple[Floats, NDArray[np.bool_]]:  # noqa: FBT001
    """Return samples of the two ends of an exercise, and which are of the far end."""
    ends: tuple[list[Floats], list[Floats]] = ([], [])
    for model in models(exercise):
        poses = _poses(model.track)
        for kept, frames in zip(ends, ends_of(model), strict=True):
            kept.append(poses[frames])
    rng = np.random.default_rng(0)
    chosen = [rng.permutation(np.concatenate(kept))[:_SAMPLES] for kept in ends]
    far = np.repeat([False, True], [len(kept) for kept in chosen])
    together = np.concatenate(chosen)
    return lines(together if deep else together * np.array([1.0, 1.0, 0.0])), far


def smoothed(won: Floats) -> Floats:
    """Smooth votes over the last frames, the newest weighing most."""
    if not len(won):
        return won
    weights = (1 - _ALPHA) ** np.arange(_WINDOW)
    shares = np.convolve(np.ones(len(won)), weights)[: len(won)]
    smooth: Floats = np.convolve(won, weights)[: len(won)] / shares
    return smooth


def entered_and_left(smooth: Floats) -> int:
    """Count how often votes rise above the one threshold and then fall below the other."""
    inside, counted = False, 0
    for value in smooth.tolist():
        if inside and value < _EXIT:
            inside, counted = False, counted + 1
        elif not inside and value > _ENTER:
            inside = True
    return counted
