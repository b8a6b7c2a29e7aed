"""The body in each frame: its joints, how surely each was seen, and its size.

What lies outside the picture is NaN. A joint that is merely hidden keeps the
place where the model guesses it, with the low visibility it has: counting may
lean on it a little, judging may not.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from rhomboid.skeleton import BONES, INDEX, JOINTS, PAIRS

Floats = NDArray[np.floating]

_BONES = np.zeros((len(BONES), len(JOINTS)))
"""Takes one end of each bone from the other: a row a bone."""
for _row, (_one, _other) in enumerate(BONES):
    _BONES[_row, INDEX[_one]], _BONES[_row, INDEX[_other]] = 1.0, -1.0
_TRUNK = np.zeros((1, len(JOINTS)))
"""Takes the middle of the hips from the middle of the shoulders."""
_TRUNK[0, PAIRS["shoulder"]], _TRUNK[0, PAIRS["hip"]] = 0.5, -0.5
_SCALE_S, _TRUNK_S = 1.0, 10.0
"""How slowly the size of the body follows what is seen: people walk, but do not grow. house"""
_LONGEST_S, _FEW = 0.25, 16
"""The longest step that counts as one; from how many frames on a loop is slower. house"""
_MARGIN = 0.02
"""Share of the picture's side that a joint may lie outside before it counts as unseen."""


@dataclass(frozen=True, slots=True, eq=False)
class Body:
    """Joints ready to be measured.

    Attributes
    ----------
    points_px : shape (T, 33, 2)
        NaN outside the picture.
    visibility : shape (T, 33)
        0 to 1; 0 where the point is NaN.
    world_m : shape (T, 33, 3) or None
    trunk_px : shape (T,)
        Length that a trunk across the view would have; steady over seconds.
    height_px
        Height of the picture.
    """

    points_px: Floats
    visibility: Floats
    world_m: Floats | None
    trunk_px: Floats
    height_px: float


class BodyReader:
    """Turns joints into bodies, a frame or a thousand at a time, in order.

    The size of the body is the only thing remembered from one call to the next.
    """

    def __init__(self, size_px: tuple[float, float]) -> None:
        self._size = np.asarray(size_px, dtype=np.float64)
        self._scale = _Slow(_SCALE_S)
        self._trunk = _Slow(_TRUNK_S)

    def read(
        self, times_s: Floats, image_px: Floats, visibility: Floats, world_m: Floats | None
    ) -> Body:
        """Return the bodies of some frames.

        Parameters
        ----------
        times_s : shape (T,)
        image_px : shape (T, 33, 2)
        visibility : shape (T, 33)
        world_m : shape (T, 33, 3) or None
        """
        image = np.asarray(image_px, dtype=np.float64)
        world = None if world_m is None else np.asarray(world_m, dtype=np.float64)
        sure = np.asarray(visibility, dtype=np.float64)
        scale, trunk = scale_and_trunk(image, world)
        trunk_px = self._scale.follow(times_s, scale) * self._trunk.follow(times_s, trunk)
        inside = np.abs(image - self._size / 2) <= (0.5 + _MARGIN) * self._size
        if not inside.all():
            whole = np.asarray(inside.all(axis=-1))
            image = np.where(whole[..., None], image, np.nan)
            sure = np.where(whole, sure, 0.0)
        return Body(image, sure, world, trunk_px, float(self._size[1]))


class _Slow:
    """Follows a number slowly: the mean of the first seconds, then ever the last few."""

    def __init__(self, settle_s: float) -> None:
        self._settle_s = settle_s
        self._value = np.nan
        self._seen_s = 0.0
        self._time_s: float | None = None

    def follow(self, times_s: Floats, raw: Floats) -> Floats:
        """Return the slow number at some times, shape (T,)."""
        if len(raw) > _FEW and self._seen_s >= self._settle_s and bool((raw > 0).all()):
            return self._settled(times_s, raw)
        steady = np.empty(len(raw))
        slow, seen_s, before = self._value, self._seen_s, self._time_s
        for i, (now, value) in enumerate(zip(times_s.tolist(), raw.tolist(), strict=True)):
            step_s = 1 / 30 if before is None else min(now - before, _LONGEST_S)
            before = now
            if value == value and value > 0:
                seen_s = min(seen_s + step_s, self._settle_s)
                slow = value if slow != slow else slow + step_s / seen_s * (value - slow)
            steady[i] = slow
        self._value, self._seen_s, self._time_s = slow, seen_s, before
        return steady

    def _settled(self, times_s: Floats, raw: Floats) -> Floats:
        """Return the same for many frames in which somebody was seen, without a loop."""
        first_s = times_s[0] if self._time_s is None else self._time_s
        share = np.minimum(np.diff(times_s, prepend=first_s), _LONGEST_S) / self._settle_s
        kept = np.cumprod(1.0 - share)
        steady: Floats = kept * (self._value + np.cumsum(share * raw / kept))
        self._value, self._time_s = float(steady[-1]), float(times_s[-1])
        return steady


def scale_and_trunk(image_px: Floats, world_m: Floats | None) -> tuple[Floats, Floats]:
    """Return how large a body is in the picture, as a scale and a length.

    Parameters
    ----------
    image_px : shape (T, 33, 2)
    world_m : shape (T, 33, 3) or None
        Without it the trunk's own length in the picture is taken, which
        shrinks when it points at the camera.

    Returns
    -------
    scale : shape (T,)
        Pixels a metre; NaN where nobody was seen.
    trunk : shape (T,)
        Length of the trunk in metres. Their product is the length in pixels
        that it would have across the view.

    Notes
    -----
    The pixels a metre are those that fit all bones best: least squares of the
    bones' lengths in the picture on their lengths in the world's x and y.
    """
    if world_m is None:
        return _norm(np.matmul(_TRUNK, image_px)[:, 0]), np.ones(len(image_px))
    bones_px = _norm(np.matmul(_BONES, image_px))
    bones_m = _norm(np.matmul(_BONES, world_m[..., :2]))
    square = np.vecdot(bones_m, bones_m)
    scale = np.vecdot(bones_px, bones_m) / np.where(square > 0, square, np.nan)
    return scale, _norm(np.matmul(_TRUNK, world_m)[:, 0])


def _norm(vectors: Floats) -> Floats:
    """Return the length of vectors."""
    length: Floats = np.sqrt(np.vecdot(vectors, vectors))
    return length
