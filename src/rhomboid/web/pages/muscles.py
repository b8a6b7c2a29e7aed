"""A body map, front and back, and where on it each muscle lies.

Drawn by us, of simple shapes: it shows where to look for a muscle, not what it
looks like. Half a body is drawn; the other half is its mirror image.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from rhomboid.catalogue.read import load

BODY = (
    "M100 54H110L111 68C118 76 134 78 144 84C154 89 158 99 159 112L163 148"
    "C168 162 172 180 173 208L177 226C178 238 172 246 167 241L163 211"
    "C157 188 150 170 146 152L140 121C139 142 135 160 132 177C131 190 135 204 138 218"
    "C142 246 139 280 133 304C137 326 135 352 127 390L128 403C136 412 135 420 125 420H113"
    "L113 392C107 360 106 330 109 306C105 280 103 258 101 238L100 236Z"
)
"""The outline of half a body."""

_FRONT: Mapping[str, str] = MappingProxyType(
    {
        "deltoid, front": "M136 83C147 86 152 93 153 106L147 116C143 106 138 98 131 93Z",
        "deltoid, middle": "M148 87C156 92 158 101 159 113L158 124C153 121 151 113 153 104Z",
        "trapezius, upper": "M110 64C114 73 123 77 133 79L125 84C117 82 112 78 108 72Z",
        "biceps brachii": (
            "M146 118L155 117C158 128 159 138 158 147L149 148C146 138 144 128 143 122Z"
        ),
        "brachialis": "M158 125L160 124L163 149L160 155L155 151C159 143 159 134 158 125Z",
        "forearm flexors": (
            "M149 152L162 154C168 170 171 188 171 206L164 207C159 188 153 170 149 152Z"
        ),
        "serratus anterior": (
            "M131 122L138 119C138 132 136 142 134 150L128 147L131 141L127 138L131 133L128 129Z"
        ),
        "obliques": (
            "M127 152L133 155C132 164 130 172 130 178C130 188 133 198 134 208L122 216"
            "C122 194 122 172 125 156Z"
        ),
        "quadriceps": (
            "M108 246C112 232 126 224 136 222C140 248 137 276 131 299L118 303"
            "C110 290 107 266 108 246Z"
        ),
    }
)
_BACK: Mapping[str, str] = MappingProxyType(
    {
        "trapezius, upper": "M101 56H109L110 69C117 77 130 79 140 82L134 88C122 90 112 92 101 98Z",
        "supraspinatus": "M117 89C125 87 132 87 138 88L136 93C129 94 122 95 117 96Z",
        "trapezius, middle": "M101 99C110 95 122 94 134 93L131 99C121 104 111 110 101 117Z",
        "trapezius, lower": "M101 119C107 115 112 111 117 108C114 124 108 142 101 158Z",
        "rhomboids": "M103 116L119 103C121 110 121 118 120 126L107 133C104 128 103 122 103 116Z",
        "deltoid, rear": "M136 87C146 87 152 93 154 105L149 116C142 110 136 104 131 98Z",
        "deltoid, middle": "M149 88C156 92 158 101 159 113L158 124C153 121 152 113 155 104Z",
        "teres major": "M124 116C131 114 137 114 143 116L141 123C135 125 129 125 123 123Z",
        "latissimus dorsi": (
            "M121 127C128 128 134 127 140 124C139 142 135 160 131 174C122 182 112 190 102 197"
            "L102 166C109 150 116 138 121 127Z"
        ),
        "thoracic rotators": "M101 100H106L106 158H101Z",
        "erector spinae": "M101 150C105 148 109 150 110 156L110 206C107 211 104 213 101 214Z",
        "obliques": (
            "M130 178C130 188 133 197 135 206L124 200C120 196 118 192 118 189"
            "C123 185 127 181 130 178Z"
        ),
        "triceps brachii": (
            "M149 119L157 126C160 136 162 144 161 151L150 151C146 140 144 130 143 124Z"
        ),
        "forearm flexors": (
            "M150 156L156 155C161 172 165 190 167 206L164 207C159 190 154 174 150 156Z"
        ),
        "gluteus maximus": (
            "M102 216C110 210 122 204 134 208C139 220 140 232 138 246C126 252 112 252 102 244Z"
        ),
        "hamstrings": (
            "M104 254C114 258 128 258 137 252C138 272 135 288 131 302L113 304"
            "C108 290 105 272 104 254Z"
        ),
    }
)
NAMED = frozenset(_FRONT) | frozenset(_BACK)
"""Every muscle that has a place on the map."""
_DEEPEST_LAST = ("thoracic rotators", "rhomboids", "supraspinatus")
"""What lies under other muscles is drawn over them, so that it can be seen."""


@dataclass(frozen=True, slots=True)
class Region:
    """One muscle on one side of the map; `rank` is primary, secondary or idle."""

    name: str
    path: str
    rank: str


@dataclass(frozen=True, slots=True)
class BodyMap:
    """Both sides, and the outline."""

    body: str
    front: tuple[Region, ...]
    back: tuple[Region, ...]


@cache
def body_map(exercise: str) -> BodyMap:
    """Return the map of the muscles of an exercise.

    Raises
    ------
    SpecError
        If there is no such exercise.
    """
    who = load(exercise).exercise
    ranks = dict.fromkeys(who.secondary, "secondary") | dict.fromkeys(who.primary, "primary")
    return BodyMap(BODY, _regions(_FRONT, ranks), _regions(_BACK, ranks))


def _regions(paths: Mapping[str, str], ranks: Mapping[str, str]) -> tuple[Region, ...]:
    """Return the muscles of one side; what does not work lies below what does."""
    order = {"idle": 0, "secondary": 1, "primary": 2}
    regions = [Region(name, path, ranks.get(name, "idle")) for name, path in paths.items()]
    shown = [r for r in regions if r.rank != "idle" or r.name not in _DEEPEST_LAST]
    return tuple(sorted(shown, key=lambda r: (r.name in _DEEPEST_LAST, order[r.rank])))


def drawn(side: str) -> tuple[tuple[str, str], ...]:
    """Return every muscle of a side, ``front`` or ``back``, and its path; the deepest last."""
    paths = _FRONT if side == "front" else _BACK
    return tuple(sorted(paths.items(), key=lambda one: one[0] in _DEEPEST_LAST))
