"""How well a repetition is done: the dials of the faults that show in a posture."""

from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Style:
    """Faults of a movement's form; none by default.

    Some go along with the movement: nothing of them at the start, all at the
    far end. Others last as long as the set.

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
        How far the line of a straight body bends at the hips; lasts.
    pump_deg
        The same, along with the movement.
    lean_deg
        How far the trunk leans forward; lasts.
    high
        How far too high the hands end, in trunks.
    spread
        How far too wide the hands are, in shoulder breadths; lasts.
    stance
        The same of the feet; lasts.
    knee_deg
        How far the knees straighten along with the movement; in a deadlift,
        how much too straight they are at the floor.
    soft_deg
        How far knees stay bent at the far end, where they should be straight.
    shrug_deg
        How far the collarbones lift the shoulders along with the movement.
    bend_deg
        How far elbows bend that should be straight; lasts.
    swing_deg
        How far upper arms travel that should be still.
    nod_deg
        How far the head nods.
    drift
        How far ahead of its path the bar is at the floor, in trunks; less on the way up.
    first
        How many times too fast the hips rise at first, less one.
    back_deg
        How far the thighs of somebody on all fours lean back; lasts.
    sway_deg
        The same, along with the movement.
    pelvis_deg
        How far the hips turn along with the shoulders.
    off
        How far the hand is off the head, in trunks; lasts.
    """

    rock_deg: float = 0.0
    above_deg: float = 0.0
    lazy: float = 0.0
    sag_deg: float = 0.0
    pump_deg: float = 0.0
    lean_deg: float = 0.0
    high: float = 0.0
    spread: float = 0.0
    stance: float = 0.0
    knee_deg: float = 0.0
    soft_deg: float = 0.0
    shrug_deg: float = 0.0
    bend_deg: float = 0.0
    swing_deg: float = 0.0
    nod_deg: float = 0.0
    drift: float = 0.0
    first: float = 0.0
    back_deg: float = 0.0
    sway_deg: float = 0.0
    pelvis_deg: float = 0.0
    off: float = 0.0

    @property
    def lasting(self) -> "Style":
        """What of it shows also between repetitions."""
        kept = {name: getattr(self, name) for name in _LASTING}
        return replace(Style(), **kept)


_LASTING = (
    "sag_deg", "lean_deg", "spread", "stance", "bend_deg", "back_deg", "off", "knee_deg", "nod_deg",
    "drift", "soft_deg",
)  # fmt: skip
