"""Turned squares cut out of a picture, and points carried back.

A region is a square that may be turned; it is what a pose model is shown. The
arithmetic is plain bilinear sampling; it knows nothing of models or people.
"""

from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

Plane = NDArray[np.uint8]
"""Samples of one kind over a picture, shape ``(height, width)``."""


@dataclass(frozen=True, slots=True, eq=False)
class Picture:
    """A picture as video keeps it: brightness in full, colour at half the size each way.

    Attributes
    ----------
    light : shape (height, width)
        Brightness; contiguous.
    blue, red : shape (half the height, half the width), rounded up
        How much bluer and redder than grey; 128 is grey. Contiguous.
    full_range
        Whether black is 0 and white 255, rather than 16 and 235.
    hd
        Whether colours follow ITU-R BT.709, rather than BT.601.
    """

    light: Plane
    blue: Plane
    red: Plane
    full_range: bool = False
    hd: bool = False

    @property
    def size_px(self) -> tuple[int, int]:
        """Width and height."""
        height, width = self.light.shape
        return width, height


@dataclass(frozen=True, slots=True)
class Region:
    """A square of a picture: its centre and side in pixels, and its turn in radians."""

    x_px: float
    y_px: float
    side_px: float
    turn_rad: float = 0.0

    def axes(self) -> NDArray[np.floating]:
        """Return the steps along the square's own x and y, in pixels, shape (2, 2)."""
        cos, sin = np.cos(self.turn_rad), np.sin(self.turn_rad)
        return self.side_px * np.array([[cos, sin], [-sin, cos]])

    def to_picture(self, points: NDArray[np.floating]) -> NDArray[np.floating]:
        """Carry points from the square (0 to 1 along each side) to the picture.

        Parameters
        ----------
        points : shape (..., 2)
            NaN stays NaN.

        Returns
        -------
        shape (..., 2)
            Pixels.

        Examples
        --------
        >>> Region(100, 50, 20).to_picture(np.array([[0.0, 0.0], [0.5, 1.0]])).tolist()
        [[90.0, 40.0], [100.0, 60.0]]
        """
        carried: NDArray[np.floating] = (points - 0.5) @ self.axes()
        carried += np.array([self.x_px, self.y_px])
        return carried


class Cropper:
    """Samples squares of pictures; past the edge the edge repeats.

    Sampling what the decoder gives, bilinearly, spares turning whole frames
    into colours. A few rows at a
    time stay in the processor's cache, and the room for them is kept from one
    square to the next, since asking for it anew costs as much as the sums. One
    cropper serves one thread.

    Parameters
    ----------
    side
        Pixels along each side of the result.
    """

    def __init__(self, side: int) -> None:
        self._side = side
        rows = min(_ROWS, side)
        self._rgb = np.empty((side, side, 3), dtype=np.float32)
        self._x, self._y, self._near, self._half = np.empty((4, rows, side), dtype=np.int32)
        self._start, self._place = np.empty((2, rows, side), dtype=np.int64)
        self._shares = np.empty((4, rows, side), dtype=np.uint16)
        self._light, self._part, self._blue, self._red = np.empty((4, rows, side), dtype=np.uint16)
        self._byte = np.empty((rows, side), dtype=np.uint8)
        self._grey, self._bluer, self._redder = np.empty((3, rows, side), dtype=np.float32)

    def crop(self, picture: Picture, region: Region) -> NDArray[np.float32]:
        """Sample a square of a picture.

        Returns
        -------
        shape (side, side, 3)
            Red, green and blue from 0 to 1; overwritten by the next call.

        Notes
        -----
        Pixel ``i`` of the result lies at ``i / side`` of the square, as in
        MediaPipe's own crop, so that landmarks agree with it. Places are exact
        to 1/256 pixel.
        """
        steps = np.arange(self._side) / self._side - 0.5
        (xx, xy), (yx, yy) = np.rint(region.axes()[..., None] * steps * _PART).astype(np.int32)
        yx += round(region.x_px * _PART)
        yy += round(region.y_px * _PART)
        height = len(self._x)
        for top in range(0, self._side, height):
            rows = slice(top, top + height)
            np.add(yx[rows, None], xx, out=self._x)
            np.add(yy[rows, None], xy, out=self._y)
            self._find_places(picture)
            self._mix_light(picture)
            self._mix_tints(picture)
            self._mix_colours(picture, self._rgb[rows])
        return self._rgb

    def _find_places(self, picture: Picture) -> None:
        """Turn places in 1/256 pixel into samples to take, and how much of the four around each."""
        height, width = picture.light.shape
        x, y = self._x, self._y
        np.clip(x, 0, (width - 1) << _BITS, out=x)
        np.clip(y, 0, (height - 1) << _BITS, out=y)
        here, right, below, both = self._shares
        np.bitwise_and(x, 255, out=right, casting="unsafe")
        np.bitwise_and(y, 255, out=below, casting="unsafe")
        np.multiply(right, below, out=both)
        both += 128
        both >>= _BITS
        right -= both
        np.subtract(256, below, out=here)
        here -= right
        below -= both
        x >>= _BITS
        y >>= _BITS

    def _mix_light(self, picture: Picture) -> None:
        """Add up the four samples of brightness around each place by their shares, in 1/256."""
        samples, width = picture.light.reshape(-1), picture.light.shape[1]
        np.multiply(self._y, np.int32(width), out=self._near)
        self._near += self._x
        self._start[:] = self._near
        self._light[:] = 0
        for step, share in zip((0, 1, width, width + 1), self._shares, strict=True):
            np.add(self._start, step, out=self._place)
            self._add(samples, share, self._light)

    def _mix_tints(self, picture: Picture) -> None:
        """Do the same with the colour of the pixels around each place; four pixels share one."""
        blue, red = picture.blue.reshape(-1), picture.red.reshape(-1)
        half_width = np.int32(picture.blue.shape[1])
        self._blue[:] = 0
        self._red[:] = 0
        for (across, down), share in zip(_CORNERS, self._shares, strict=True):
            np.add(self._y, down, out=self._near)
            self._near >>= 1
            self._near *= half_width
            np.add(self._x, across, out=self._half)
            self._half >>= 1
            self._near += self._half
            self._place[:] = self._near
            self._add(blue, share, self._blue)
            self._add(red, share, self._red)

    def _add(self, samples: Plane, share: NDArray[np.uint16], total: NDArray[np.uint16]) -> None:
        """Add a share of the samples at the places now set to a total."""
        samples.take(self._place, mode="clip", out=self._byte)
        np.multiply(self._byte, share, out=self._part)
        total += self._part

    def _mix_colours(self, picture: Picture, rgb: NDArray[np.float32]) -> None:
        """Turn brightness and tints into red, green and blue, 0 to 1."""
        black, step, tint, red_share, blue_share = _constants(
            full_range=picture.full_range, hd=picture.hd
        )
        for mixed, tinted, share in (
            (self._blue, self._bluer, blue_share), (self._red, self._redder, red_share)
        ):  # fmt: skip
            np.multiply(mixed, np.float32(1 / _PART), out=tinted)
            tinted -= 128
            tinted *= tint * 2 * (1 - share)
        np.multiply(self._light, step, out=self._grey)
        self._grey -= black
        green_share = 1 - red_share - blue_share
        np.add(self._grey, self._redder, out=rgb[..., 0])
        np.add(self._grey, self._bluer, out=rgb[..., 2])
        self._redder *= red_share / green_share
        self._bluer *= blue_share / green_share
        self._grey -= self._redder
        np.subtract(self._grey, self._bluer, out=rgb[..., 1])
        np.clip(rgb, 0.0, 1.0, out=rgb)


_ROWS = 64
_PART = 256
_BITS = 8
_CORNERS = ((0, 0), (1, 0), (0, 1), (1, 1))


def crop_colours(picture: NDArray[np.uint8], region: Region, side: int) -> NDArray[np.float32]:
    """Do what a :class:`Cropper` does with a picture that has its colours, bilinearly throughout.

    Parameters
    ----------
    picture : shape (height, width, 4)
        Blue, green, red and one unused byte.

    Returns
    -------
    shape (side, side, 3)
        Red, green and blue from 0 to 1.
    """
    height, width = picture.shape[:2]
    steps = np.arange(side) / side
    x, y = np.moveaxis(region.to_picture(np.stack(np.meshgrid(steps, steps), axis=-1)), -1, 0)
    x, y = np.clip(x, 0, width - 1), np.clip(y, 0, height - 1)
    left, top = x.astype(np.int64), y.astype(np.int64)
    right, below = np.minimum(left + 1, width - 1), np.minimum(top + 1, height - 1)
    across, down = (x - left)[..., None], (y - top)[..., None]
    upper = picture[top, left] * (1 - across) + picture[top, right] * across
    lower = picture[below, left] * (1 - across) + picture[below, right] * across
    mixed = upper * (1 - down) + lower * down
    return np.asarray(mixed[..., 2::-1] / 255, dtype=np.float32)


@cache
def _constants(*, full_range: bool, hd: bool) -> tuple[np.float32, ...]:
    """Return black, a step of light, a step of tint, and the shares of red and blue in light.

    ITU-R BT.601-7 and BT.709-6, table 3: light is a weighted sum of the colours.
    """
    black, white, tint = (0, 255, 255) if full_range else (16, 219, 224)
    red, blue = (0.2126, 0.0722) if hd else (0.299, 0.114)
    scaled = (black / white, 1 / (white * _PART), 1 / tint, red, blue)
    return tuple(np.float32(value) for value in scaled)
