"""Turned squares cut out of a picture, and points carried back.

A region is a square that may be turned; it is what a pose model is shown. The
arithmetic is plain bilinear sampling; it knows nothing of models or people.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Picture = NDArray[np.uint8]
"""A picture, shape ``(height, width, 4)``: blue, green, red, and one unused byte."""


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


def crop(picture: Picture, region: Region, side: int) -> NDArray[np.float32]:
    """Sample a square of a picture, bilinearly; past the edge the edge repeats.

    Parameters
    ----------
    picture : shape (height, width, 4)
        Must be contiguous.
    region
        The square to sample.
    side
        Pixels along each side of the result.

    Returns
    -------
    shape (side, side, 3)
        Red, green and blue from 0 to 1.

    Notes
    -----
    Pixel ``i`` of the result lies at ``i / side`` of the square, as in
    MediaPipe's own crop, so that landmarks agree with it. Four bytes a pixel
    let one gather fetch a whole pixel as one 32-bit word, and two channels
    are mixed at once in its halves, with places and shares in 1/256 pixel.
    A few rows at a time stay in the processor's cache.
    """
    words = picture.reshape(-1, 4).view(np.uint32)[:, 0]
    steps = np.arange(side) / side - 0.5
    (xx, xy), (yx, yy) = np.rint(region.axes()[..., None] * steps * 256).astype(np.int32)
    yx += round(region.x_px * 256)
    yy += round(region.y_px * 256)
    mixed = np.empty((side, side), dtype=np.uint32)
    for top in range(0, side, _ROWS):
        rows = slice(top, top + _ROWS)
        x, y = yx[rows, None] + xx, yy[rows, None] + xy
        mixed[rows] = _sample(words, picture.shape[1], picture.shape[0], x, y)
    colours = np.multiply(mixed.view(np.uint8), np.float32(1 / 255)).reshape(side, side, 4)
    rgb = np.empty((side, side, 3), dtype=np.float32)
    for channel in range(3):
        rgb[..., channel] = colours[..., 2 - channel]
    return rgb


_ROWS = 64
_HALVES = np.uint32(0x00FF00FF)
"""Every second byte of a word: room to multiply each by a share of 256."""


def _sample(
    words: NDArray[np.uint32], width: int, height: int, x: NDArray[np.int32], y: NDArray[np.int32]
) -> NDArray[np.uint32]:
    """Mix the four pixels around each place, given in 1/256 pixel."""
    np.clip(x, 0, (width - 1) << 8, out=x)
    np.clip(y, 0, (height - 1) << 8, out=y)
    shares = _shares((x & 255).view(np.uint32), (y & 255).view(np.uint32))
    x >>= 8
    y >>= 8
    y *= width
    x += y
    start = x.astype(np.int64)
    corners = [words.take(start + step, mode="clip") for step in (0, 1, width, width + 1)]
    even = _mix([corner & _HALVES for corner in corners], shares)
    for corner in corners:
        corner >>= 8
        corner &= _HALVES
    odd = _mix(corners, shares)
    odd <<= 8
    even |= odd
    return even


def _shares(across: NDArray[np.uint32], down: NDArray[np.uint32]) -> list[NDArray[np.uint32]]:
    """Return how much of each corner to take, in 1/256; the four add up to 256."""
    both = across * down
    both += 128
    both >>= 8
    right = across - both
    below = down - both
    here = 256 - across
    here -= below
    return [here, right, below, both]


def _mix(corners: list[NDArray[np.uint32]], shares: list[NDArray[np.uint32]]) -> NDArray[np.uint32]:
    """Add up two bytes a word by their shares; the corners are used up."""
    total, *others = corners
    total *= shares[0]
    for corner, share in zip(others, shares[1:], strict=True):
        corner *= share
        total += corner
    total += np.uint32(0x00800080)
    total >>= 8
    total &= _HALVES
    return total
