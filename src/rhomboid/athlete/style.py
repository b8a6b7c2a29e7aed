"""How well a repetition is done: the dials of the faults that show in a posture."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Style:
    """Faults of a movement's form; none by default.

    Attributes
    ----------
    rock_deg
        How far the trunk rocks along with the movement: back, or to the side
        where arms go out to the sides.
    above_deg
        How far the arms go beyond where they should stop.
    lazy
        Share of its way that the right arm leaves out.
    sag_deg
        How far the line of a straight body bends at the hips.
    """

    rock_deg: float = 0.0
    above_deg: float = 0.0
    lazy: float = 0.0
    sag_deg: float = 0.0
