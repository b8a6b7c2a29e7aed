"""A skeleton and words drawn onto a picture.

Knows pictures, joints and words, and neither repetitions nor videos. Sizes go
by the picture's shorter side, so that a phone's video reads like any other.
"""

from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from rhomboid.pose.track import Floats
from rhomboid.report.figure import head_centre, head_radius
from rhomboid.skeleton import BONES, INDEX

if TYPE_CHECKING:
    from PIL.Image import Image
    from PIL.ImageDraw import ImageDraw
    from PIL.ImageFont import FreeTypeFont, ImageFont

_LEFT, _RIGHT, _MIDDLE = (255, 178, 62), (96, 200, 255), (245, 245, 245)
_OUTLINE = (16, 18, 22)
_PLATE = (16, 18, 22, 205)
_WHITE, _CUE = (255, 255, 255), (255, 205, 140)

Point = tuple[float, float]


def to_image(picture: "NDArray[np.uint8]") -> "Image":
    """Return a picture as an image that can be drawn on."""
    from PIL import Image

    height, width = picture.shape[:2]
    return Image.frombuffer("RGB", (width, height), picture.tobytes(), "raw", "BGRX", 0, 1)


def draw_skeleton(image: "Image", joints_px: Floats) -> None:
    """Draw what was seen of a person, left and right in colours of their own.

    Parameters
    ----------
    joints_px : shape (J, 2)
        Pixels of the image; NaN where unseen.
    """
    from PIL import ImageDraw

    pen, width = ImageDraw.Draw(image), max(1, round(min(image.size) / 120))
    bones = [(joints_px[INDEX[a]], joints_px[INDEX[b]], _colour(a, b)) for a, b in BONES]
    seen = [bone for bone in bones if np.isfinite(bone[:2]).all()]
    for extra, outline in ((max(2, width), True), (0, False)):
        for start, end, colour in seen:
            line = (_point(start), _point(end))
            pen.line(line, fill=_OUTLINE if outline else colour, width=width + extra)
        for place in (place for bone in seen for place in bone[:2]):
            pen.circle(_point(place), width + extra / 2, fill=_OUTLINE if outline else _MIDDLE)
        _draw_head(pen, joints_px, width + extra, _OUTLINE if outline else _MIDDLE)


def _draw_head(
    pen: "ImageDraw", joints_px: Floats, width: int, colour: tuple[int, int, int]
) -> None:
    """Draw a ring about the head, which leaves the face free."""
    centre = head_centre(joints_px)
    if centre is not None:
        radius = head_radius(joints_px) * 1.15
        pen.ellipse((*(centre - radius), *(centre + radius)), outline=colour, width=width)


def _colour(start: str, end: str) -> tuple[int, int, int]:
    """Return the colour of a bone by its side."""
    if start.startswith("left") and end.startswith("left"):
        return _LEFT
    if start.startswith("right") and end.startswith("right"):
        return _RIGHT
    return _MIDDLE


def _point(place: Floats) -> Point:
    """Return a place as the drawing library wants it."""
    return float(place[0]), float(place[1])


@lru_cache(maxsize=64)
def count_plate(count: int, phase: str, clock: str, short_px: int) -> "Image":
    """Return a plate with a big count, and the phase with its clock beside it.

    Parameters
    ----------
    short_px
        Shorter side of the picture that the plate is for.
    """
    big, small = _font(max(14, short_px // 5)), _font(max(10, short_px // 18))
    pad, text = max(3, short_px // 50), str(count)
    (count_w, count_h), gap = _size(text, big), pad * 2
    beside_w = max(_size(word, small)[0] for word in (phase or " ", "Pause", "00.0 s"))
    plate, pen = _plate((count_w + gap + beside_w + 2 * pad, count_h + 2 * pad))
    middle = plate.height / 2
    pen.text((pad, middle), text, font=big, fill=_WHITE, anchor="lm")
    beside = pad + count_w + gap
    if clock:
        pen.text((beside, middle), phase, font=small, fill=_WHITE, anchor="ld")
        pen.text((beside, middle), clock, font=small, fill=_WHITE, anchor="la")
    else:
        pen.text((beside, middle), phase, font=small, fill=_WHITE, anchor="lm")
    return plate


@lru_cache(maxsize=64)
def cue_plate(cue: str, width_px: int, short_px: int) -> "Image":
    """Return a plate with a cue, wrapped to fit a width."""
    font, pad = _font(max(10, short_px // 18)), max(3, short_px // 50)
    text = "\n".join(_wrapped(cue, font, width_px - 2 * pad))
    plate, pen = _plate(_size(text, font, pad=pad))
    pen.multiline_text((pad, pad), text, font=font, fill=_CUE, align="center")
    return plate


def put(image: "Image", plate: "Image", place: tuple[int, int]) -> None:
    """Lay a plate onto an image, its upper left corner at a place."""
    image.paste(plate, place, plate)


def _plate(size: tuple[int, int]) -> tuple["Image", "ImageDraw"]:
    """Return an empty dark plate and a pen for it."""
    from PIL import Image, ImageDraw

    plate = Image.new("RGBA", size, (0, 0, 0, 0))
    pen = ImageDraw.Draw(plate)
    pen.rounded_rectangle((0, 0, size[0] - 1, size[1] - 1), min(size) // 6, fill=_PLATE)
    return plate, pen


@lru_cache(maxsize=16)
def _font(size_px: int) -> "FreeTypeFont | ImageFont":
    """Return the drawing library's own font in a size."""
    from PIL import ImageFont

    return ImageFont.load_default(size=size_px)


def _size(text: str, font: "FreeTypeFont | ImageFont", pad: int = 0) -> tuple[int, int]:
    """Return the room a text needs, in pixels."""
    from PIL import Image, ImageDraw

    pen = ImageDraw.Draw(Image.new("L", (1, 1)))
    _, _, right, bottom = pen.multiline_textbbox((0, 0), text, font=font)
    return round(right) + 1 + 2 * pad, round(bottom) + 1 + 2 * pad


def _wrapped(text: str, font: "FreeTypeFont | ImageFont", width_px: int) -> list[str]:
    """Break a text into lines that fit a width, where a word allows it."""
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and font.getlength(longer) <= width_px:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines or [""]
