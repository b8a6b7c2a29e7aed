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


def crop(picture: Picture, region: Region, side: int) -> NDArray[np.float32]:
    """Sample a square of a picture; past the edge the edge repeats.

    Parameters
    ----------
    picture
        What to sample: brightness bilinearly, colour from the nearest sample.
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
    MediaPipe's own crop, so that landmarks agree with it. Sampling what the
    decoder gives spares turning whole frames into colours; a few rows at a
    time stay in the processor's cache. Places are exact to 1/256 pixel.
    """
    steps = np.arange(side) / side - 0.5
    (xx, xy), (yx, yy) = np.rint(region.axes()[..., None] * steps * _PART).astype(np.int32)
    yx += round(region.x_px * _PART)
    yy += round(region.y_px * _PART)
    rgb = np.empty((side, side, 3), dtype=np.float32)
    for top in range(0, side, _ROWS):
        rows = slice(top, top + _ROWS)
        _sample(picture, yx[rows, None] + xx, yy[rows, None] + xy, rgb[rows])
    return rgb


_ROWS = 64
_PART = 256
_BITS = 8


def crop_colours(picture: NDArray[np.uint8], region: Region, side: int) -> NDArray[np.float32]:
    """Do what :func:`crop` does with a picture that has its colours, bilinearly throughout.

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


def _sample(
    picture: Picture, x: NDArray[np.int32], y: NDArray[np.int32], rgb: NDArray[np.float32]
) -> None:
    """Fill some rows with the colours at places given in 1/256 pixel."""
    height, width = picture.light.shape
    np.clip(x, 0, (width - 1) << _BITS, out=x)
    np.clip(y, 0, (height - 1) << _BITS, out=y)
    shares = _shares((x & 255).astype(np.uint16), (y & 255).astype(np.uint16))
    x >>= _BITS
    y >>= _BITS
    half = (y >> 1) * np.int32(picture.blue.shape[1])
    half += x >> 1
    y *= np.int32(width)
    x += y
    colour = half.astype(np.int64)
    light = _mix(picture.light.reshape(-1), x.astype(np.int64), width, shares)
    blue, red = (plane.reshape(-1).take(colour) for plane in (picture.blue, picture.red))
    _to_colours(picture, light, blue.astype(np.float32), red.astype(np.float32), rgb)


def _shares(across: NDArray[np.uint16], down: NDArray[np.uint16]) -> list[NDArray[np.uint16]]:
    """Return how much of each corner to take, in 1/256; the four add up to 256."""
    both = across * down
    both >>= _BITS
    right = across - both
    below = down - both
    here = 256 - across
    here -= below
    return [here, right, below, both]


def _mix(
    samples: NDArray[np.uint8],
    start: NDArray[np.int64],
    width: int,
    shares: list[NDArray[np.uint16]],
) -> NDArray[np.uint16]:
    """Add up the four samples around each place by their shares, in 1/256."""
    total = samples.take(start) * shares[0]
    for step, share in zip((1, width, width + 1), shares[1:], strict=True):
        corner = samples.take(start + step, mode="clip") * share
        total += corner
    return total


def _to_colours(
    picture: Picture,
    light: NDArray[np.uint16],
    bluer: NDArray[np.float32],
    redder: NDArray[np.float32],
    rgb: NDArray[np.float32],
) -> None:
    """Turn brightness and colour samples into red, green and blue, 0 to 1."""
    black, step, tint, red_share, blue_share = _constants(
        full_range=picture.full_range, hd=picture.hd
    )
    grey = light.astype(np.float32)
    grey *= step
    grey -= black
    bluer -= 128
    redder -= 128
    bluer *= tint * 2 * (1 - blue_share)
    redder *= tint * 2 * (1 - red_share)
    green_share = 1 - red_share - blue_share
    np.add(grey, redder, out=rgb[..., 0])
    np.add(grey, bluer, out=rgb[..., 2])
    redder *= red_share / green_share
    bluer *= blue_share / green_share
    grey -= redder
    np.subtract(grey, bluer, out=rgb[..., 1])
    np.clip(rgb, 0.0, 1.0, out=rgb)


@cache
def _constants(*, full_range: bool, hd: bool) -> tuple[np.float32, ...]:
    """Return black, a step of light, a step of tint, and the shares of red and blue in light.

    ITU-R BT.601-7 and BT.709-6, table 3: light is a weighted sum of the colours.
    """
    black, white, tint = (0, 255, 255) if full_range else (16, 219, 224)
    red, blue = (0.2126, 0.0722) if hd else (0.299, 0.114)
    scaled = (black / white, 1 / (white * _PART), 1 / tint, red, blue)
    return tuple(np.float32(value) for value in scaled)
