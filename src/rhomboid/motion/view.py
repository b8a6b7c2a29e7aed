"""From where the camera sees a person.

The line from the right to the left side of the body, in the model's own three
dimensions, tells it: across the picture for front and rear, towards the camera
from the side. Good to some twenty degrees; front and rear of somebody seen
edge-on are easily confused.
"""

import numpy as np
from numpy.typing import NDArray

from rhomboid.motion.body import Body
from rhomboid.records import View
from rhomboid.skeleton import JOINTS, PAIRS

Floats = NDArray[np.floating]

_NAMES: tuple[View, ...] = ("front", "front34", "side", "rear34", "rear")
_LEVEL = slice(0, 3, 2)
"""The x and z of a place."""
_ACROSS = np.zeros((1, len(JOINTS)))
"""Takes the right shoulder and hip from the left ones."""
_ACROSS[0, [PAIRS["shoulder"][0], PAIRS["hip"][0]]] = 1.0
_ACROSS[0, [PAIRS["shoulder"][1], PAIRS["hip"][1]]] = -1.0
_EDGES_DEG = (30.0, 60.0, 120.0, 150.0)
"""Between the names; a rendered body was audited every 30 degrees (views.md)."""

_FACE_UP: dict[View, View] = {
    "front": "foot_end", "front34": "foot_end34", "rear34": "head_end34", "rear": "head_end",
}  # fmt: skip
_FACE_DOWN: dict[View, View] = {
    "front": "head_end", "front34": "head_end34", "rear34": "foot_end34", "rear": "foot_end",
}  # fmt: skip


def facing(body: Body) -> Floats:
    """Return the direction of the body's own left, frame by frame.

    Returns
    -------
    shape (T, 2)
        Its x (right of the picture) and z (away from the camera), of length
        one; NaN where nobody is seen or there are no world joints.
    """
    if body.world_m is None:
        return np.full((len(body.trunk_px), 2), np.nan)
    level = np.matmul(_ACROSS, body.world_m[..., _LEVEL])[:, 0]
    length = np.sqrt(np.vecdot(level, level))[:, None]
    length[length == 0] = np.nan
    direction: Floats = level / length
    return direction


def name_view(directions: Floats, lying: str | None = None) -> View:
    """Name the view over some frames.

    Parameters
    ----------
    directions : shape (T, 2)
        As :func:`facing` gives them.
    lying
        ``face_up`` or ``face_down`` for somebody who lies or kneels on all
        fours: front and rear are ends of the body then.

    Returns
    -------
    View
        ``unknown`` where nothing was seen.

    Examples
    --------
    >>> name_view(np.array([[0.1, -0.99]]))
    'side'
    """
    seen = directions[~np.isnan(directions[:, 0])]
    if not len(seen):
        return "unknown"
    x, z = seen.mean(axis=0)
    yaw_deg = abs(float(np.degrees(np.arctan2(z, x))))
    view = _NAMES[int(np.searchsorted(_EDGES_DEG, yaw_deg))]
    ends = {"face_up": _FACE_UP, "face_down": _FACE_DOWN}.get(lying or "", {})
    return ends.get(view, view)
