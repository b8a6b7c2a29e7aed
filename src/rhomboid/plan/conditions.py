"""What a condition asks of each exercise, where it is more than words.

The words stand in the exercise files; the numbers here are ours, after the table of
conditions in docs/decisions/0007. Nothing here diagnoses or treats.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from rhomboid.training.person import Condition


@dataclass(frozen=True, slots=True)
class Care:
    """What is different for somebody.

    Attributes
    ----------
    leave_out
        The exercise waits until the condition has settled.
    spare
        At least so many repetitions stay in reserve.
    steps_up
        Whether it may be made harder.
    gear
        Only with one of these; empty for any.
    prefer
        Rather with one of these.
    angle_most
        Largest lean of the body away from upright, in degrees.
    hold_most_s
        Longest hold.
    repetitions
        Other repetitions than usual.
    """

    leave_out: bool = False
    spare: int = 0
    steps_up: bool = True
    gear: tuple[str, ...] = ()
    prefer: tuple[str, ...] = ()
    angle_most: float | None = None
    hold_most_s: float | None = None
    repetitions: tuple[int, int] | None = None


_GENTLE = Care(spare=4, steps_up=False)
_NEUTRAL = Care(spare=4, prefer=("neutral_bar",))
_OUT = Care(leave_out=True)
CARE: Mapping[tuple[Condition, str], Care] = MappingProxyType(
    {
        ("shoulder_pain", "seated_cable_row"): _NEUTRAL,
        ("shoulder_pain", "lat_pulldown"): _NEUTRAL,
        ("shoulder_pain", "inverted_row"): Care(spare=4),
        ("shoulder_pain", "t_raise"): _GENTLE,
        ("osteoporosis", "seated_cable_row"): Care(spare=4),
        ("osteoporosis", "lat_pulldown"): Care(spare=4),
        ("osteoporosis", "deadlift"): Care(spare=4, steps_up=False, prefer=("blocks",)),
        ("osteoporosis", "inverted_row"): Care(spare=4, angle_most=45.0),
        ("osteoporosis", "corkscrew"): Care(hold_most_s=30.0),
        ("pregnancy", "seated_cable_row"): Care(spare=4),
        ("pregnancy", "lat_pulldown"): Care(spare=4),
        ("pregnancy", "deadlift"): _GENTLE,
        ("pregnancy", "inverted_row"): Care(spare=4, gear=("straps", "rings"), angle_most=45.0),
        ("pregnancy", "t_raise"): Care(spare=4),
        ("pregnancy", "corkscrew"): Care(hold_most_s=30.0),
        ("back_pain_mild", "seated_cable_row"): Care(spare=4),
        ("back_pain_mild", "lat_pulldown"): Care(spare=4),
        ("back_pain_mild", "deadlift"): Care(spare=4, prefer=("blocks",)),
        ("back_pain_acute", "seated_cable_row"): _OUT,
        ("back_pain_acute", "lat_pulldown"): _OUT,
        ("back_pain_acute", "deadlift"): _OUT,
        ("back_pain_acute", "inverted_row"): Care(spare=4, steps_up=False, angle_most=45.0),
        ("back_pain_acute", "t_raise"): _GENTLE,
        ("back_pain_acute", "corkscrew"): Care(hold_most_s=30.0),
        ("high_blood_pressure", "seated_cable_row"): Care(spare=3),
        ("high_blood_pressure", "lat_pulldown"): Care(spare=3),
        ("high_blood_pressure", "deadlift"): Care(spare=4, repetitions=(8, 10)),
        ("neck_pain", "t_raise"): _GENTLE,
        ("neck_pain", "lat_pulldown"): Care(spare=4),
    }
)
"""Conditions that ask for more than words, by exercise. A deadlift of 8 to 10 with 4 in
reserve stays below 75 percent of what could be lifted once, by Epley's equation."""


def care_for(exercise: str, conditions: Collection[Condition]) -> Care:
    """Return what all conditions together ask of an exercise: the stricter of each.

    Examples
    --------
    >>> care_for("deadlift", {"back_pain_acute"}).leave_out
    True
    """
    asked = [CARE[c, exercise] for c in sorted(conditions) if (c, exercise) in CARE]
    angles = [care.angle_most for care in asked if care.angle_most is not None]
    holds = [care.hold_most_s for care in asked if care.hold_most_s is not None]
    repetitions = [care.repetitions for care in asked if care.repetitions is not None]
    return Care(
        leave_out=any(care.leave_out for care in asked),
        spare=max((care.spare for care in asked), default=0),
        steps_up=all(care.steps_up for care in asked),
        gear=next((care.gear for care in asked if care.gear), ()),
        prefer=next((care.prefer for care in asked if care.prefer), ()),
        angle_most=min(angles, default=None),
        hold_most_s=min(holds, default=None),
        repetitions=repetitions[0] if repetitions else None,
    )
