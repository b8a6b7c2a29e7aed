"""A mesh of a body at rest, from the body model `anny`, with its bones and its colours.

Only what comes inside the package is used: the body of MakeHuman, which is CC0.
Axes are those of the athlete's room: x to the front, y to the left, z up.
"""

import os
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from tools.rendered.people import Colour, Person
from tools.rendered.shoes import shoe

Floats = NDArray[np.floating]
Ints = NDArray[np.integer]

CACHE = Path(__file__).parents[2] / "build" / "anny-cache"

_TORSO = ("root", "pelvis", "spine", "clavicle", "shoulder")
_SLEEVES = {"upperarm": ("lowerarm01", 0.62, "shirt"), "upperleg": ("lowerleg01", 0.70, "shorts")}
"""By limb: where it ends, and to which share of it which cloth goes."""
_EYE_WHITE, _IRIS = (0.93, 0.93, 0.92), (0.13, 0.09, 0.07)


@dataclass(frozen=True, slots=True, eq=False)
class RestBody:
    """A body at rest.

    Attributes
    ----------
    vertices_m : shape (V, 3)
    faces : shape (F, 3)
        Places in `vertices_m`, seen from outside against the clock.
    colours : shape (V, 3)
    bones : shape (V, K)
        Which bones move a vertex; places in `names`.
    weights : shape (V, K)
        And how much.
    names
        Of the bones.
    heads_m : dict of shape (3,)
        Where each bone begins; and under ``ear``, the middle of the ears.
    landmarks : dict of shape (V,)
        Shares of the vertices in each landmark, as ``left_elbow``; they come with the
        body model, and know nothing of its bones.
    """

    vertices_m: Floats
    faces: Ints
    colours: Floats
    bones: Ints
    weights: Floats
    names: tuple[str, ...]
    heads_m: dict[str, Floats]
    landmarks: dict[str, Floats]


def rest_body(person: Person) -> RestBody:
    """Return a person's body at rest, dressed."""
    vertices, heads, model = _shape(person)
    landmarks = _landmarks(model)
    heads["ear"] = (landmarks["left_ear"] + landmarks["right_ear"]) @ vertices / 2
    names = tuple(model.bone_labels)
    bones, weights = model.vertex_bone_indices.numpy(), model.vertex_bone_weights.numpy()
    main = [names[i] for i in bones[np.arange(len(bones)), weights.argmax(axis=1)]]
    faces = model.faces.numpy()
    worn = _worn(vertices, heads, main, long_hair=person.long_hair)
    padded = vertices + normals(vertices, faces) * worn.thickness_m[:, None]
    colours = worn.colours(person)
    bare = RestBody(padded, faces, colours, bones, weights, names, heads, landmarks)
    return with_shoes(bare, person.shoes)


def with_shoes(bare: RestBody, colour: Colour) -> RestBody:
    """Return a body whose feet are in shoes."""
    feet = [shoe(bare.vertices_m, bare.heads_m, tag) for tag in (".L", ".R")]
    start = len(bare.vertices_m)
    parts = [bare.vertices_m, *(places for places, _ in feet)]
    offsets = [start, start + len(feet[0][0])]
    faces = [bare.faces, *(f + o for (_, f), o in zip(feet, offsets, strict=True))]
    each = [(len(places), f"foot{t}") for (places, _), t in zip(feet, (".L", ".R"), strict=True)]
    bones = np.concatenate(
        [bare.bones, *(np.full((n, bare.bones.shape[1]), bare.names.index(b)) for n, b in each)]
    )
    new = len(bones) - start
    weights = np.concatenate([bare.weights, np.eye(1, bare.bones.shape[1]).repeat(new, axis=0)])
    colours = np.concatenate([bare.colours, np.tile(np.asarray(colour), (new, 1))])
    marks = {name: np.concatenate([w, np.zeros(new)]) for name, w in bare.landmarks.items()}
    return replace(
        bare, vertices_m=np.concatenate(parts), faces=np.concatenate(faces), colours=colours,
        bones=bones, weights=weights, landmarks=marks,
    )  # fmt: skip


def normals(vertices: Floats, faces: Ints) -> Floats:
    """Return the outward directions at vertices, shape (V, 3)."""
    a, b, c = (vertices[faces[:, i]] for i in range(3))
    across = np.cross(b - a, c - a)
    total = np.stack(
        [np.bincount(faces.ravel(), np.repeat(across[:, i], 3), len(vertices)) for i in range(3)],
        axis=-1,
    )
    return total / np.maximum(np.sqrt((total * total).sum(axis=-1, keepdims=True)), 1e-12)


def _shape(person: Person) -> tuple[Floats, dict[str, Floats], "anny.Anny"]:  # noqa: F821
    """Return vertices and bone heads in the room's axes, feet at 0, and the model."""
    os.environ.setdefault("ANNY_CACHE_DIR", str(CACHE))
    import warp

    warp.config.quiet = True
    import anny
    import torch

    model = anny.Anny().to(torch.float32)
    still = torch.eye(4)[None, None].repeat(1, model.bone_count, 1, 1)
    looks = {
        "gender": person.female, "weight": person.weight, "muscle": person.muscle,
        "age": person.age, "height": 0.5, "proportions": 0.6,
    }  # fmt: skip
    with torch.no_grad():
        out = model(pose_parameters=still, phenotype_kwargs=looks)
    vertices, heads = (out[k][0].numpy() for k in ("rest_vertices", "rest_bone_heads"))
    low, size = vertices[:, 2].min(), person.body.stature_m / np.ptp(vertices[:, 2])
    turn = np.array([[0.0, -1.0, 0.0], [1.0, 0.0, 0.0], [0.0, 0.0, 1.0]])
    placed = [((v - [0, 0, low]) * size) @ turn.T for v in (vertices, heads)]
    return placed[0], dict(zip(model.bone_labels, placed[1], strict=True)), model


def _landmarks(model: "anny.Anny") -> dict[str, Floats]:  # noqa: F821
    """Return the shares of the vertices in each landmark."""
    from anny.keypoints import KeypointsRegressor

    found = KeypointsRegressor.coco(model)
    return dict(zip(found.labels, found.regression_weights.numpy(), strict=True))


@dataclass(frozen=True, slots=True, eq=False)
class _Worn:
    """What covers each vertex, by the name of a colour of the person, and how thick it is."""

    what: list[str]
    thickness_m: Floats

    def colours(self, person: Person) -> Floats:
        """Return the colour of each vertex, shape (V, 3)."""
        fixed: dict[str, Colour] = {"white": _EYE_WHITE, "iris": _IRIS}
        return np.array([fixed.get(w) or getattr(person, w) for w in self.what])


_THICK_M = {"shirt": 0.010, "shorts": 0.014, "hair": 0.014}


def _worn(vertices: Floats, heads: dict[str, Floats], main: list[str], *, long_hair: bool) -> _Worn:
    """Dress a body."""
    what = [
        _part(place, bone, heads, long_hair=long_hair)
        for place, bone in zip(vertices, main, strict=True)
    ]
    return _Worn(what, np.array([_THICK_M.get(w, 0.0) for w in what]))


def _part(place: Floats, bone: str, heads: dict[str, Floats], *, long_hair: bool) -> str:
    """Say what covers one vertex that a bone moves."""
    if bone.startswith("eye"):
        return "iris" if place[0] > heads[bone][0] + 0.0095 else "white"
    if bone.startswith(("head", "neck")):
        return _of_head(place - heads["ear"], bone, long_hair=long_hair)
    if bone.startswith(("foot", "toe")):
        return "shoes"
    for limb, (end, reach, cloth) in _SLEEVES.items():
        if bone.startswith(limb):
            side = bone[-2:]
            way = _along(place, heads[f"{limb}01{side}"], heads[f"{end}{side}"])
            return cloth if way < reach else "skin"
    if bone.startswith(_TORSO):
        waist = heads["upperleg01.L"][2] + 0.09
        return "shorts" if place[2] < waist else "shirt"
    return "skin"


def _of_head(place: Floats, bone: str, *, long_hair: bool) -> str:
    """Say what covers a vertex of head or neck, from the middle of the ears."""
    x, y, z = place
    line = 0.060 + 0.35 * max(x, 0.0) if x > -0.005 else (-0.075 if long_hair else -0.045)
    if bone.startswith("head") and z > line and abs(y) < 0.11:
        return "hair"
    if x > 0.070 and 0.016 < abs(y) < 0.050 and 0.040 < z < 0.050:
        return "hair"
    return "skin"


def _along(place: Floats, start: Floats, end: Floats) -> float:
    """Return the share of the way from `start` to `end` at which a place is."""
    line = end - start
    return float((place - start) @ line / (line @ line))
