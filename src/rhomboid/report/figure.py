"""A person drawn as a stick figure, as SVG to stand inside a page.

The sides of the body differ by line, not by colour alone: the nearer one is
thick and whole, the farther one thin and broken. What was not seen is not
drawn. Colours are the page's own, by class.
"""

from dataclasses import dataclass
from xml.etree import ElementTree as ET

import numpy as np

from rhomboid.pose.track import Floats
from rhomboid.records import Side
from rhomboid.skeleton import BONES, INDEX

_HEAD = ("nose", "left_ear", "right_ear", "left_eye", "right_eye")
_MARGIN = 0.12
_HEAD_IN_TRUNKS = 0.2


@dataclass(frozen=True, slots=True)
class Box:
    """A part of the picture, in square pixels of the video."""

    left_px: float
    top_px: float
    width_px: float
    height_px: float

    @classmethod
    def around(cls, people_px: list[Floats]) -> "Box":
        """Return the box that holds every joint of several moments, with a margin.

        Parameters
        ----------
        people_px
            Arrays of shape (J, 2); NaN where unseen.

        Raises
        ------
        ValueError
            If no joint is seen in any of them.
        """
        points = np.concatenate(people_px)
        points = points[np.isfinite(points).all(axis=1)]
        if not len(points):
            raise ValueError("people_px must hold at least one joint that was seen")
        low, high = points.min(axis=0), points.max(axis=0)
        margin_px = _MARGIN * max(float((high - low).max()), 1.0)
        (left, top), (width, height) = low - margin_px, high - low + 2 * margin_px
        return cls(float(left), float(top), float(width), float(height))


def figure_svg(
    joints_px: Floats,
    box: Box,
    *,
    alt: str,
    nearer: Side = "both",
    working: Side = "both",
    height: int = 200,
) -> str:
    """Draw one moment.

    Parameters
    ----------
    joints_px : shape (J, 2)
        Square pixels of the video; NaN where unseen.
    box
        What part of the picture to show.
    alt
        The same in words, for whoever cannot see it.
    nearer
        The side nearer to the camera; ``both`` draws them alike.
    working
        The arm that does the work; ``both`` marks neither.
    height
        Height of the drawing in its own units.

    Returns
    -------
    str
        An ``<svg>`` element.
    """
    scale = height / box.height_px
    points = (joints_px - [box.left_px, box.top_px]) * scale
    view = f"0 0 {box.width_px * scale:.0f} {height}"
    svg = ET.Element("svg", {"class": "figure", "viewBox": view, "role": "img", "aria-label": alt})
    for start, end in sorted(BONES, key=lambda bone: _is_far(bone, nearer), reverse=True):
        _add_bone(svg, points, (start, end), _style((start, end), nearer, working))
    _add_head(svg, points)
    return ET.tostring(svg, encoding="unicode")


def _is_far(bone: tuple[str, str], nearer: Side) -> bool:
    """Say whether a bone belongs to the farther side of the body."""
    return nearer != "both" and _side(bone) not in (None, nearer)


def _side(bone: tuple[str, str]) -> str | None:
    """Return the side a bone belongs to; None if it joins the two."""
    sides = {joint.split("_")[0] for joint in bone}
    return sides.pop() if len(sides) == 1 else None


def _style(bone: tuple[str, str], nearer: Side, working: Side) -> str:
    """Return the classes that say how a bone looks."""
    is_arm = any(joint.endswith(("elbow", "wrist")) for joint in bone)
    works = working != "both" and is_arm and _side(bone) == working
    return ("far" if _is_far(bone, nearer) else "near") + (" works" if works else "")


def _add_bone(svg: ET.Element, points: Floats, bone: tuple[str, str], style: str) -> None:
    """Draw a line between two joints, if both were seen."""
    start, end = points[INDEX[bone[0]]], points[INDEX[bone[1]]]
    if np.isfinite(start).all() and np.isfinite(end).all():
        _add_line(svg, start, end, style)


def _add_line(svg: ET.Element, start: Floats, end: Floats, style: str) -> None:
    """Draw a line."""
    ends = dict(zip(("x1", "y1", "x2", "y2"), (*start, *end), strict=True))
    ET.SubElement(svg, "line", {"class": style} | {k: f"{v:.1f}" for k, v in ends.items()})


def _add_head(svg: ET.Element, points: Floats) -> None:
    """Draw the head as a ring about what was seen of it, and the neck below it."""
    centre, radius = head_centre(points), head_radius(points)
    if centre is None:
        return
    neck = points[[INDEX["left_shoulder"], INDEX["right_shoulder"]]].mean(axis=0)
    length = float(np.linalg.norm(neck - centre))
    if length > radius:
        top = centre + (neck - centre) * radius / length
        _add_line(svg, top, neck, "near")
    around = {"cx": centre[0], "cy": centre[1], "r": radius}
    ET.SubElement(svg, "circle", {"class": "near"} | {k: f"{v:.1f}" for k, v in around.items()})


def head_centre(points: Floats) -> Floats | None:
    """Return the middle of what was seen of the head, shape (2,), or None."""
    face = points[[INDEX[name] for name in _HEAD]]
    face = face[np.isfinite(face).all(axis=1)]
    return face.mean(axis=0) if len(face) else None


def head_radius(points: Floats) -> float:
    """Return a fitting radius for the head, from the trunk or else from the face."""
    trunks = [
        float(np.linalg.norm(points[INDEX[f"{side}_shoulder"]] - points[INDEX[f"{side}_hip"]]))
        for side in ("left", "right")
    ]
    seen = [trunk for trunk in trunks if np.isfinite(trunk)]
    face = points[[INDEX[name] for name in _HEAD]]
    face = face[np.isfinite(face).all(axis=1)]
    width = float(np.ptp(face, axis=0).max()) if len(face) else 0.0
    return max([width * 0.7, *(_HEAD_IN_TRUNKS * trunk for trunk in seen), 1.0])
