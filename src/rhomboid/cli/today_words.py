"""What the terminal says of a plan and of a set noted by hand, in one place."""

from collections.abc import Mapping
from types import MappingProxyType

from rhomboid.training.target import Target

KINDS: Mapping[str, str] = MappingProxyType(
    {"loaded": "loads", "light": "light", "rest": "rest", "stopped": "do not train"}
)
DONE = "done"
_SIDES = MappingProxyType({"left": ", left", "right": ", right", "both": ""})


def minutes(number: int) -> str:
    """Say how long a day takes.

    Examples
    --------
    >>> minutes(24)
    'about 24 min'
    """
    return f"about {number} min"


def sets(target: Target, number: int, load: str) -> str:
    """Say some sets that are alike.

    Examples
    --------
    >>> sets(Target("work", (8, 12), None, "band", 2.0, 3.0, 2.0, 90.0), 2, "40 kg")
    '2 x 8 to 12 with 40 kg, 3 s stop'
    """
    least, most = target.repetitions
    span = str(least) if least == most else f"{least} to {most}"
    if target.hold_s is not None:
        return f"{number} x {span} holds of {target.hold_s:g} s{_SIDES[target.side]}"
    said = f"{number} x {span}"
    said += f" with {load}" if load and load != "no load" else ""
    if target.kind == "warm_up":
        return f"{said} to warm up"
    return said + (f", {target.pause_s:g} s stop" if target.pause_s >= 2 else "")


def noted(name: str, repetitions: int) -> str:
    """Say that a set was noted.

    Examples
    --------
    >>> noted("Deadlift", 1)
    'Noted: Deadlift, 1 repetition.'
    """
    return f"Noted: {name}, {repetitions} repetition{'' if repetitions == 1 else 's'}."
