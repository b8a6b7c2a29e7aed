"""Faults by name: what each does to a repetition, and which check must find it.

The name of a check is that of the exercise file; an exercise without such a
check can still have the fault.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

from rhomboid.athlete.style import Style


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault.

    Attributes
    ----------
    size
        What its dial means, with unit.
    checks
        By exercise, the check that must say "fix", and from which size on.
    style
        Which dial of a style it turns, and by how much; none for faults of
        time and of the length of the way.
    """

    size: str
    checks: Mapping[str, tuple[str, float]] = field(default_factory=dict)
    style: tuple[str, float] | None = None


def _fault(size: str, dial: str | None = None, turn: float = 1.0, **checks: Any) -> Fault:
    """Return a fault; `checks` are those of each exercise, with the size that is clear."""
    return Fault(size, MappingProxyType(checks), (dial, turn) if dial else None)


_LESS = "share of its time that {} takes less"

FAULTS: Mapping[str, Fault] = MappingProxyType(
    {
        "short_pause": _fault(
            "seconds that the pause lasts less",
            seated_cable_row=("pause", 1.2), corkscrew=("hold", 10.0),
            lat_pulldown=("stop", 0.95), inverted_row=("squeeze", 0.95),
        ),
        "half_repetition": _fault("share of the way that one more, in the middle, goes"),
        "fast_pull": _fault(
            _LESS.format("the way out"),
            seated_cable_row=("slow_pull", 0.7), lat_pulldown=("slow_pull", 0.7),
            inverted_row=("slow_pull", 0.75), corkscrew=("slow_turn", 0.85),
        ),
        "fast_return": _fault(
            _LESS.format("the way back"),
            seated_cable_row=("slow_return", 0.7), lat_pulldown=("slow_return", 0.85),
            inverted_row=("slow_return", 0.7), pull_up=("slow_return", 0.7),
            rope_pushdown=("slow_return", 0.9), t_raise=("slow_return", 0.6),
            front_raise=("slow_return", 0.6), deadlift=("lower_with_care", 0.85),
        ),
        "stops_short": _fault(
            "share of the way that is left out at the far end",
            lat_pulldown=("bar_to_chest", 0.35), pull_up=("chin_over_bar", 0.3),
            rope_pushdown=("elbows_straight", 0.3), t_raise=("arms_level", 0.4),
            front_raise=("arms_level", 0.3), deadlift=("hips_through", 0.2),
        ),
        "starts_short": _fault(
            "share of the way that is not gone back",
            seated_cable_row=("full_reach", 0.1), lat_pulldown=("full_reach", 0.12),
            inverted_row=("full_reach", 0.15), pull_up=("full_hang", 0.15),
        ),
        "elbow_short_of_ceiling": _fault(
            "share of the turn that is left out", corkscrew=("elbow_up", 0.62)
        ),
        "rocking_torso": _fault(
            "degrees by which the trunk rocks", "rock_deg",
            seated_cable_row=("torso_still", 20.0), lat_pulldown=("torso_still", 20.0),
            rope_pushdown=("torso_still", 25.0), t_raise=("trunk_still", 25.0),
            front_raise=("trunk_still", 25.0), pull_up=("no_swing", 30.0),
        ),
        "leaning_forward": _fault(
            "degrees by which the trunk leans forward all the while", "lean_deg",
            seated_cable_row=("upright", 30.0), lat_pulldown=("start_lean", 42.0),
        ),
        "hands_end_high": _fault(
            "trunk lengths by which the hands end too high", "high",
            seated_cable_row=("pull_to_abdomen", 0.4),
        ),
        "legs_push": _fault(
            "degrees by which the knees straighten along", "knee_deg",
            seated_cable_row=("legs_still", 30.0),
        ),
        "wide_grip": _fault(
            "shoulder breadths by which the hands are too far apart", "spread",
            seated_cable_row=("grip", 1.0), lat_pulldown=("grip", 0.8),
            inverted_row=("grip", 1.0),
        ),
        "narrow_grip": _fault(
            "shoulder breadths by which the hands are too close", "spread", -1.0,
            lat_pulldown=("grip", 1.0), inverted_row=("grip", 0.9),
            deadlift=("hands_outside", 0.6),
        ),
        "wide_stance": _fault(
            "shoulder breadths by which the feet are too far apart", "stance",
            deadlift=("stance", 0.6),
        ),
        "one_arm_lazy": _fault(
            "share of its way that the right arm leaves out", "lazy",
            t_raise=("symmetry", 0.35), lat_pulldown=("level", 0.35), pull_up=("level", 0.35),
        ),
        "shrugging": _fault(
            "degrees by which the collarbones lift the shoulders", "shrug_deg",
            t_raise=("shrug", 40.0), lat_pulldown=("shoulders_down", 50.0),
        ),
        "arms_too_high": _fault(
            "degrees by which the arms go above their end", "above_deg",
            t_raise=("arms_level", 35.0), front_raise=("arms_level", 40.0),
        ),
        "elbows_bend": _fault(
            "degrees by which elbows are bent that should be long", "bend_deg",
            t_raise=("elbows_long", 40.0), deadlift=("arms_straight", 30.0),
            corkscrew=("support_arm", 42.0),
        ),
        "upper_arms_travel": _fault(
            "degrees by which the upper arms travel", "swing_deg",
            rope_pushdown=("upper_arms_still", 35.0),
        ),
        "sagging_line": _fault(
            "degrees by which the body bends at the hips", "sag_deg",
            inverted_row=("body_line", 35.0),
        ),
        "pumping_hips": _fault(
            "degrees by which it bends along with the pull", "pump_deg",
            inverted_row=("line_stays", 36.0),
        ),
        "nodding": _fault(
            "degrees by which the head nods", "nod_deg",
            inverted_row=("head_in_line", 115.0), deadlift=("head_follows", 105.0),
        ),
        "stiff_legs": _fault(
            "degrees by which the knees are too straight at the floor", "knee_deg",
            deadlift=("knees_at_bottom", 75.0),
        ),
        "soft_knees": _fault(
            "degrees by which the knees stay bent at the top", "soft_deg",
            deadlift=("knees_straight", 70.0),
        ),
        "bar_drifts": _fault(
            "trunk lengths by which the bar is ahead of its path below the knees", "drift",
            deadlift=("bar_close", 1.0),
        ),
        "hips_shoot_up": _fault(
            "how many times too fast the hips rise at first, less one", "first",
            deadlift=("chest_rises", 3.5),
        ),
        "hips_too_far_back": _fault(
            "degrees by which the thighs lean back", "back_deg", corkscrew=("all_fours", 35.0)
        ),
        "hips_sway": _fault(
            "degrees by which the thighs lean back along with the turn", "sway_deg",
            corkscrew=("hips_stay", 28.0),
        ),
        "hips_turn_along": _fault("degrees by which the hips turn along", "pelvis_deg"),
        "hand_leaves_head": _fault(
            "trunk lengths by which the hand is off the head", "off",
            corkscrew=("hand_at_head", 0.85),
        ),
    }
)  # fmt: skip
"""Every fault by its name."""


def style_of(faults: Mapping[str, float]) -> Style:
    """Return the style of a repetition with some faults."""
    dials: dict[str, float] = {}
    for name, size in faults.items():
        style = FAULTS[name].style
        if style is not None:
            dial, turn = style
            dials[dial] = dials.get(dial, 0.0) + turn * size
    return Style(**dials)
