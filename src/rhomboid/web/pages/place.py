"""Where the camera stands: a drawing from above, and the same in words.

The person looks up the page. Angles are those of the exercise's views: 0 in front,
90 at the person's left; of somebody who lies on their back 0 is the foot end, of
somebody on all fours the head end.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from math import cos, radians, sin
from types import MappingProxyType

from rhomboid.athlete.exercises import movement
from rhomboid.catalogue.read import load
from rhomboid.catalogue.spec import ExerciseSpec
from rhomboid.coach.words import VIEWS
from rhomboid.web.pages.dose import span
from rhomboid.web.pages.words import ENGLISH, Words

_PX_PER_M = 46.0
_ARCS_DEG: Mapping[str, tuple[float, float]] = MappingProxyType(
    {
        "front": (0, 30), "front34": (30, 60), "side": (60, 120),
        "rear34": (120, 150), "rear": (150, 180),
        "foot_end": (0, 30), "foot_end34": (30, 60), "head_end34": (30, 60), "head_end": (0, 30),
    }
)  # fmt: skip
"""From where to where each view reaches, on either side."""

_EQUIPMENT: Mapping[str, str] = MappingProxyType(
    {
        "corkscrew": "M-19 -50h38v104h-38z",
        "deadlift": "M-44 -13h88M-38 -23v20M38 -23v20M-42 -20v14M42 -20v14",
        "front_raise": "M-16 -13h8M8 -13h8",
        "inverted_row": "M-40 22h80M-40 15v14M40 15v14",
        "lat_pulldown": "M-28 -42h56v-14h-56zM-9 -8h18v18h-18zM-30 -6h60",
        "pull_up": "M-34 -2h68",
        "rope_pushdown": "M-24 -34h48v-14h-48zM0 -34v14",
        "seated_cable_row": "M-24 -66h48v-14h-48zM-10 -30h20v46h-20zM0 -66v32M-12 -34h24",
        "t_raise": "M-40 5H40M-40 -1v12M40 -1v12",
    }
)
"""What the exercise is done with, from above, about the middle of the person, in pixels."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A point of the drawing."""

    x: float
    y: float


@dataclass(frozen=True, slots=True)
class CameraPlace:
    """The drawing, ready for its template.

    Attributes
    ----------
    box
        The SVG's view box.
    good, fair
        Where the camera may stand: from where everything is judged, and from
        where at least it is counted; as paths.
    camera
        Where it stands best; `turn_deg` turns the sign so that it looks at the person.
    sight
        Its two edges of view.
    lying
        ``face_up``, ``face_down`` or empty.
    said
        All of it in words.
    """

    box: str
    good: str
    fair: str
    camera: Spot
    turn_deg: float
    sight: str
    distance: str
    height: str
    equipment: str
    lying: str
    said: str
    short: str


def camera_place(spec: ExerciseSpec) -> CameraPlace:
    """Return where the camera stands for an exercise, as a drawing."""
    return _of(spec.id)


@cache
def _of(exercise: str, words: Words = ENGLISH) -> CameraPlace:
    """Draw the place of an exercise's camera."""
    spec = load(exercise)
    camera = spec.camera
    near, far = (metres * _PX_PER_M for metres in camera.distance_m)
    azimuth_deg = _best_deg(spec)
    spot = _at(azimuth_deg, (near + far) / 2)
    sides = (1,) if spec.rep.one_sided else (1, -1)
    distance = words.metres.format(m=span(camera.distance_m))
    height = words.metres.format(m=span(camera.height_m))
    return CameraPlace(
        box=_box(camera.views + camera.also, far, len(sides)),
        good=_sectors(camera.views, sides, near, far),
        fair=_sectors(camera.also, sides, near, far),
        camera=spot,
        turn_deg=-azimuth_deg,
        sight=_sight(spot, azimuth_deg, near),
        distance=distance,
        height=height,
        equipment=_EQUIPMENT.get(exercise, ""),
        lying=camera.lying or "",
        said=_said(spec, words),
        short=_short(spec, words),
    )


def _best_deg(spec: ExerciseSpec) -> float:
    """Return the direction in which the camera stands best."""
    return movement(spec.id).camera.azimuth_deg


def _at(azimuth_deg: float, away_px: float) -> Spot:
    """Return a point of the drawing by direction and distance."""
    angle = radians(azimuth_deg)
    return Spot(round(-sin(angle) * away_px, 1), round(-cos(angle) * away_px, 1))


def _box(views: tuple[str, ...], far: float, sides: int) -> str:
    """Return a view box that holds the person and every place a camera may stand."""
    edges = [_at(deg * way, far) for v in views for deg in _ARCS_DEG[v] for way in (1, -1)[:sides]]
    xs, ys = [-70.0, 70.0, *(e.x for e in edges)], [-90.0, 80.0, *(e.y for e in edges)]
    if "side" in views:
        xs += [-far] if sides == 1 else [-far, far]
    if "front" in views or "foot_end" in views:
        ys.append(-far)
    if "rear" in views:
        ys.append(far)
    left, right = min(xs) - 12, max(xs) + 12
    top, bottom = min(ys) - 36, max(ys) + 30
    return f"{left:.0f} {top:.0f} {right - left:.0f} {bottom - top:.0f}"


def _sectors(views: tuple[str, ...], sides: tuple[int, ...], near: float, far: float) -> str:
    """Return rings between two distances, one for each view and side, as a path."""
    return " ".join(_ring(*_ARCS_DEG[v], way, near, far) for v in views for way in sides)


def _ring(from_deg: float, to_deg: float, way: int, near: float, far: float) -> str:
    """Return a piece of a ring as a path."""
    a, b = _at(from_deg * way, far), _at(to_deg * way, far)
    c, d = _at(to_deg * way, near), _at(from_deg * way, near)
    there, back = (0, 1) if way > 0 else (1, 0)
    return (
        f"M{a.x} {a.y}A{far:.0f} {far:.0f} 0 0 {there} {b.x} {b.y}"
        f"L{c.x} {c.y}A{near:.0f} {near:.0f} 0 0 {back} {d.x} {d.y}Z"
    )


def _sight(spot: Spot, azimuth_deg: float, near: float) -> str:
    """Return the two edges of what the camera sees, as a path."""
    ends = [_at(azimuth_deg + side, near * 0.62) for side in (-42, 42)]
    return " ".join(f"M{spot.x} {spot.y}L{end.x} {end.y}" for end in ends)


def _said(spec: ExerciseSpec, words: Words) -> str:
    """Say all of the drawing."""
    camera = spec.camera
    also = [VIEWS[view] for view in camera.also]
    said = words.place_said.format(
        views=_either([VIEWS[view] for view in camera.views]),
        distance=words.metres.format(m=span(camera.distance_m)),
        height=words.metres.format(m=span(camera.height_m)),
    )
    return f"{said} {words.place_also.format(views=_either(also))}" if also else said


def _short(spec: ExerciseSpec, words: Words) -> str:
    """Say where the camera stands in a few words."""
    camera = spec.camera
    said = words.place_short.format(
        view=VIEWS[camera.views[0]], distance=span(camera.distance_m), height=span(camera.height_m)
    )
    return said[:1].upper() + said[1:]


def _either(names: list[str]) -> str:
    """Put views in a row."""
    return " or ".join(names) if len(names) < 3 else ", ".join(names[:-1]) + " or " + names[-1]
