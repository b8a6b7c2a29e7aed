"""How many sets each muscle had, on the body map: as a number, in words and by shade."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from rhomboid.progress.chart import digits
from rhomboid.progress.overview import Amount, MuscleSets
from rhomboid.training.checkin import Muscle
from rhomboid.web.pages.muscles import BODY, drawn

_PARTS: Mapping[str, Muscle] = MappingProxyType(
    {
        "trapezius, middle": "upper_back",
        "trapezius, lower": "upper_back",
        "rhomboids": "upper_back",
        "latissimus dorsi": "lats",
        "teres major": "lats",
        "deltoid, front": "shoulders",
        "deltoid, middle": "shoulders",
        "deltoid, rear": "shoulders",
        "erector spinae": "lower_back",
        "gluteus maximus": "hips",
        "hamstrings": "hips",
        "biceps brachii": "biceps",
        "brachialis": "biceps",
    }
)
"""The muscles of the map that sets are counted for."""

_PLACES: Mapping[str, Mapping[Muscle, tuple[int, int]]] = MappingProxyType(
    {
        "front": {"shoulders": (148, 103), "biceps": (151, 137)},
        "back": {
            "upper_back": (110, 122), "lats": (121, 162), "shoulders": (147, 103),
            "lower_back": (100, 196), "hips": (120, 234),
        },
    }
)  # fmt: skip
"""Where the number of each stands, on the right half of a side."""


@dataclass(frozen=True, slots=True)
class Area:
    """A part of the map; `amount` is its shade, empty for what no set is counted for."""

    path: str
    amount: Amount | str


@dataclass(frozen=True, slots=True)
class Number:
    """A number on the map."""

    x: int
    y: int
    text: str


@dataclass(frozen=True, slots=True)
class Side:
    """One side of the body."""

    areas: tuple[Area, ...]
    numbers: tuple[Number, ...]
    muscles: tuple[MuscleSets, ...]


@dataclass(frozen=True, slots=True)
class MuscleMap:
    """Both sides, and the outline."""

    body: str
    front: Side
    back: Side


def muscle_map(muscles: Iterable[MuscleSets]) -> MuscleMap:
    """Return the map of the sets of each muscle."""
    known = {one.muscle: one for one in muscles}
    return MuscleMap(BODY, _side("front", known), _side("back", known))


def _side(name: str, known: Mapping[Muscle, MuscleSets]) -> Side:
    """Return one side of the map; what no set is counted for lies below what counts."""
    areas = [
        Area(path, known[_PARTS[part]].amount if part in _PARTS else "")
        for part, path in drawn(name)
    ]
    places = _PLACES[name]
    return Side(
        tuple(sorted(areas, key=lambda area: area.amount != "")),
        tuple(Number(x, y, digits(known[m].week, 1)) for m, (x, y) in places.items()),
        tuple(known[muscle] for muscle in places),
    )
