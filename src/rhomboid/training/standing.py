"""How somebody stands and how wide they are, measured once by the camera."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

Look = Literal["side", "front"]
"""From where somebody is looked at."""


@dataclass(frozen=True, slots=True)
class Standing:
    """A person's own upright posture, as their camera and the model see it.

    Attributes
    ----------
    hip_deg, knee_deg
        The angle at hip and knee in upright standing, seen from the side. A
        model reads them a little bent for everybody, and for each in their own
        way. None where that was not measured.
    shoulders_trunk
        The shoulders' width in trunks, seen from the front; None likewise.
    day
        When it was measured last.
    """

    hip_deg: float | None = None
    knee_deg: float | None = None
    shoulders_trunk: float | None = None
    day: date | None = None
