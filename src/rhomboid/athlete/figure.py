"""From a posture to all the joints: two bones bend so that hand or foot is where it should be."""

import numpy as np
from numpy.typing import NDArray

from rhomboid.athlete.body import FACE, Body
from rhomboid.athlete.posture import SIDES, Posture, axes, shoulders_at, twisted
from rhomboid.skeleton import INDEX, JOINTS

Floats = NDArray[np.floating]

_STRAIGHT = 0.9999
"""Share of a limb's length to which it stretches at most."""
_ANKLE_OVER_SOLE, _HEEL_BACK, _TOE_AHEAD = 0.032, 0.03, 0.10
"""In statures; they make a foot of about the length of the table. house"""
_HAND_HALF = 0.016
"""Half the breadth of a hand, in statures. house"""


def joints_of(posture: Posture, body: Body) -> Floats:
    """Return the joints of a posture.

    Parameters
    ----------
    posture
        T moments.
    body
        Whose lengths to use. A hand or foot that lies out of reach is put as
        near to its place as the limb allows.

    Returns
    -------
    shape (T, 33, 3)
        Metres, in the room.
    """
    joints = np.empty((len(posture.hips_m), len(JOINTS), 3))
    trunk = axes(posture.angles_deg)
    shoulders = shoulders_at(posture.hips_m, posture.angles_deg, body)
    half = twisted(trunk, posture.angles_deg[:, 6])[:, 1] * body.length_m("hips") / 2
    hips = posture.hips_m[:, None] + half[:, None] * SIDES[:, None]
    elbows, wrists = reach(
        shoulders, posture.wrists_m, posture.elbows_to, _lengths(body, "upper_arm", "forearm")
    )
    knees, ankles = reach(
        hips, posture.ankles_m, posture.knees_to, _lengths(body, "thigh", "shank")
    )
    for name, both in (
        ("shoulder", shoulders), ("hip", hips), ("elbow", elbows), ("wrist", wrists),
        ("knee", knees), ("ankle", ankles),
    ):  # fmt: skip
        _put(joints, name, both)
    _add_hands(joints, elbows, wrists, trunk[:, 0], body)
    _add_feet(joints, knees, ankles, posture.toes_to, body)
    neck = posture.hips_m + trunk[:, 2] * body.length_m("trunk")
    _add_face(joints, neck, posture.angles_deg, body)
    return joints


def reach(
    root: Floats, target: Floats, towards: Floats, lengths_m: tuple[float, float]
) -> tuple[Floats, Floats]:
    """Bend a limb of two bones so that its end is at a target.

    Parameters
    ----------
    root, target : shape (..., 3)
        Where the limb begins, and where it should end.
    towards : shape (..., 3)
        The side to which its middle joint points.
    lengths_m
        Of the upper and of the lower bone.

    Returns
    -------
    middle, end : shape (..., 3)
        The end lies on the line to the target if that is out of reach.

    Examples
    --------
    >>> middle, end = reach(np.zeros(3), np.array([0, 0, -7.0]), np.array([1.0, 0, 0]), (4.0, 5.0))
    >>> [
    ...     round(float(length), 6)
    ...     for length in (np.linalg.norm(middle), np.linalg.norm(end - middle))
    ... ]
    [4.0, 5.0]
    """
    upper, lower = lengths_m
    along = _unit(target - root)
    wanted = np.sqrt(((target - root) ** 2).sum(axis=-1, keepdims=True))
    apart = np.clip(wanted, abs(upper - lower) + 1e-3, _STRAIGHT * (upper + lower))
    foot = (upper**2 - lower**2 + apart**2) / (2 * apart)
    off = np.sqrt(np.maximum(upper**2 - foot**2, 0.0))
    aside = _unit(towards - along * (towards * along).sum(axis=-1, keepdims=True))
    return root + along * foot + aside * off, root + along * apart


def _lengths(body: Body, upper: str, lower: str) -> tuple[float, float]:
    """Return the lengths of the two bones of a limb."""
    return body.length_m(upper), body.length_m(lower)


def _put(joints: Floats, name: str, both: Floats) -> None:
    """Write the left and the right of a joint, shape (T, 2, 3)."""
    joints[:, INDEX[f"left_{name}"]] = both[:, 0]
    joints[:, INDEX[f"right_{name}"]] = both[:, 1]


def _add_hands(joints: Floats, elbows: Floats, wrists: Floats, front: Floats, body: Body) -> None:
    """Put the knuckles beyond the wrists, thumbs to the front, and none under the floor."""
    ahead = _unit(wrists - elbows)
    thumb = front[:, None] - ahead * (front[:, None] * ahead).sum(axis=-1, keepdims=True)
    across = _unit(thumb) * _HAND_HALF * body.stature_m
    knuckles = wrists + ahead * body.length_m("knuckles")
    thumbs = wrists + ahead * body.length_m("knuckles") / 2 + across
    for name, place in (
        ("index", knuckles + across),
        ("pinky", knuckles - across),
        ("thumb", thumbs),
    ):
        place[..., 2] = np.maximum(place[..., 2], 0.0)
        _put(joints, name, place)


def _add_feet(joints: Floats, knees: Floats, ankles: Floats, toes_to: Floats, body: Body) -> None:
    """Put heel and toes under the ankle, the sole away from the shank."""
    ahead = _unit(toes_to)
    shank = ankles - knees
    sole = _unit(shank - ahead * (shank * ahead).sum(axis=-1, keepdims=True))
    under = ankles + sole * _ANKLE_OVER_SOLE * body.stature_m
    _put(joints, "heel", under - ahead * _HEEL_BACK * body.stature_m)
    _put(joints, "foot_index", under + ahead * _TOE_AHEAD * body.stature_m)


def _add_face(joints: Floats, neck: Floats, angles_deg: Floats, body: Body) -> None:
    """Put the head above the shoulders, turned with them and nodding."""
    chest = twisted(axes(angles_deg), angles_deg[:, 3])
    nod = np.radians(angles_deg[:, 4])[:, None]
    front = np.cos(nod) * chest[:, 0] - np.sin(nod) * chest[:, 2]
    up = np.sin(nod) * chest[:, 0] + np.cos(nod) * chest[:, 2]
    head = np.stack([front, chest[:, 1], up], axis=1)
    middle = neck + (chest[:, 2] * 0.4 + up * 0.6) * body.length_m("ears_over_shoulders")
    joints[:, INDEX["nose"]] = middle + np.einsum("i,tij->tj", body.face_m("nose"), head)
    for name in FACE:
        for side, sign in (("left", 1.0), ("right", -1.0)):
            place = body.face_m(name) * np.array([1.0, sign, 1.0])
            full = f"mouth_{side}" if name == "mouth" else f"{side}_{name}"
            if name != "nose":
                joints[:, INDEX[full]] = middle + np.einsum("i,tij->tj", place, head)


def _unit(vectors: Floats) -> Floats:
    """Scale vectors to length one; a zero vector stays zero."""
    length = np.sqrt((vectors * vectors).sum(axis=-1, keepdims=True))
    unit: Floats = vectors / np.where(length > 0, length, 1.0)
    return unit
