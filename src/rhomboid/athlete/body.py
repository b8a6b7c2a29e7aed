"""How long the parts of a body are.

Shares of stature, so that a body of any height can be drawn. Nothing here moves.
Lengths are between joint centres unless said otherwise.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.floating]


class Share(NamedTuple):
    """A length as a share of stature, and where the number comes from."""

    of_stature: float
    source: str


_WINTER = "Winter 2009, fig. 4.1, after Drillis & Contini 1966"
_ANSUR = "Gordon et al. 2014 (ANSUR II): biacromial breadth 0.237; joints take 0.9 of it, house"
_BELL = "house; Bell et al. 1990 put the hip joints 0.72 of the pelvic spines' distance apart"

SHARES: Mapping[str, Share] = MappingProxyType(
    {
        "upper_arm": Share(0.186, _WINTER),
        "forearm": Share(0.146, _WINTER),
        "hand": Share(0.108, _WINTER),
        "thigh": Share(0.245, _WINTER),
        "shank": Share(0.246, _WINTER),
        "ankle_height": Share(0.039, _WINTER),
        "foot": Share(0.152, _WINTER),
        "trunk": Share(0.288, f"{_WINTER}: shoulders at 0.818, hips at 0.530"),
        "shoulders": Share(0.210, _ANSUR),
        "hips": Share(0.105, _BELL),
        "ears_over_shoulders": Share(0.108, f"{_WINTER}: eyes at 0.936, ears a little lower"),
        "knuckles": Share(0.054, "house: half of the hand"),
    }
)
"""Every length by its name. Shoulders and hips are the distances of the left from the right."""

FACE: Mapping[str, tuple[float, float, float]] = MappingProxyType(
    {
        "nose": (0.070, 0.0, -0.012),
        "eye_inner": (0.052, 0.009, 0.010),
        "eye": (0.050, 0.018, 0.010),
        "eye_outer": (0.046, 0.026, 0.010),
        "ear": (0.0, 0.043, 0.0),
        "mouth": (0.055, 0.014, -0.030),
    }
)
"""Places to the front, the left and up from the middle of the ears, in statures. house"""


@dataclass(frozen=True, slots=True)
class Body:
    """A person's size.

    Parameters
    ----------
    stature_m
        Height when standing.
    breadth
        How much broader shoulders and hips are than those of the table.

    Raises
    ------
    ValueError
        If a number is not positive.

    Examples
    --------
    >>> round(Body(2.0).length_m("thigh"), 3)
    0.49
    """

    stature_m: float = 1.75
    breadth: float = 1.0

    def __post_init__(self) -> None:
        if not (self.stature_m > 0 and self.breadth > 0):
            raise ValueError("stature_m and breadth must be positive")

    def length_m(self, name: str) -> float:
        """Return a length of the table, in metres.

        Parameters
        ----------
        name
            A key of :data:`SHARES`.
        """
        wide = self.breadth if name in ("shoulders", "hips") else 1.0
        return SHARES[name].of_stature * self.stature_m * wide

    def face_m(self, name: str) -> Floats:
        """Return a place of the face about the middle of the ears, on the left side.

        Returns
        -------
        shape (3,)
            Metres to the front, the left and up.
        """
        return np.asarray(FACE[name]) * self.stature_m
