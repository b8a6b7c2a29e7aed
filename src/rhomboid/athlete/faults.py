"""Faults by name: what each does to a repetition, and which check must find it.

The name of a check is that of the exercise file; an exercise without such a
check can still have the fault.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from rhomboid.athlete.style import Style


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault.

    Attributes
    ----------
    size
        What its dial means, with unit.
    clear
        The size from which a check must find it. house
    checks
        The check that must say "fix", by exercise.
    """

    size: str
    clear: float
    checks: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))


FAULTS: Mapping[str, Fault] = MappingProxyType(
    {
        "short_pause": Fault(
            "seconds that the pause lasts less",
            1.0,
            MappingProxyType({"seated_cable_row": "pause", "corkscrew": "hold"}),
        ),
        "half_repetition": Fault("share of the way that one more, in the middle, goes", 0.3),
        "rocking_torso": Fault(
            "degrees by which the trunk rocks",
            20.0,
            MappingProxyType(
                {
                    "seated_cable_row": "torso_still",
                    "lat_pulldown": "torso_still",
                    "rope_pushdown": "torso_still",
                    "t_raise": "trunk_still",
                    "front_raise": "trunk_still",
                }
            ),
        ),
        "arms_too_high": Fault(
            "degrees by which the arms go above their end",
            30.0,
            MappingProxyType({"t_raise": "arms_level", "front_raise": "arms_level"}),
        ),
        "one_arm_lazy": Fault(
            "share of its way that the right arm leaves out",
            0.3,
            MappingProxyType({"t_raise": "symmetry"}),
        ),
        "sagging_line": Fault(
            "degrees by which the body bends at the hips",
            30.0,
            MappingProxyType({"inverted_row": "body_line"}),
        ),
        "elbow_short_of_ceiling": Fault(
            "share of the turn that is left out",
            0.42,
            MappingProxyType({"corkscrew": "elbow_up"}),
        ),
        "fast_return": Fault(
            "share of its time that the way back takes less",
            0.75,
            MappingProxyType(
                {
                    "seated_cable_row": "slow_return",
                    "lat_pulldown": "slow_return",
                    "inverted_row": "slow_return",
                    "pull_up": "slow_return",
                    "rope_pushdown": "slow_return",
                    "t_raise": "slow_return",
                    "front_raise": "slow_return",
                }
            ),
        ),
    }
)
"""Every fault by its name."""


def style_of(faults: Mapping[str, float]) -> Style:
    """Return the style of a repetition with some faults."""
    return Style(
        rock_deg=faults.get("rocking_torso", 0.0),
        above_deg=faults.get("arms_too_high", 0.0),
        lazy=faults.get("one_arm_lazy", 0.0),
        sag_deg=faults.get("sagging_line", 0.0),
    )


def planted(exercise: str, faults: Mapping[str, float]) -> tuple[str, ...]:
    """Return the checks of an exercise that must find something, sorted."""
    found = {
        FAULTS[name].checks[exercise]
        for name, size in faults.items()
        if exercise in FAULTS[name].checks and size >= FAULTS[name].clear
    }
    return tuple(sorted(found))
