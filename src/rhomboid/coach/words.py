"""Every sentence the coach says, in one place and plain.

Cues for single faults stand in the exercise files; what stands here is said of
any exercise.
"""

from collections.abc import Sequence

from rhomboid.catalogue.spec import ExerciseSpec
from rhomboid.records import Attempt, Finding, View

VIEWS: dict[str, str] = {
    "front": "from the front",
    "front34": "from the front, at an angle",
    "side": "from the side",
    "rear34": "from behind, at an angle",
    "rear": "from behind",
    "foot_end": "from the foot end",
    "foot_end34": "from the foot end, at an angle",
    "head_end34": "from the head end, at an angle",
    "head_end": "from the head end",
    "unknown": "from somewhere I cannot tell",
}
_JOINTS: dict[str, str] = {
    "nose": "head", "ear": "head", "shoulder": "shoulders", "elbow": "elbows", "wrist": "hands",
    "hip": "hips", "knee": "knees", "ankle": "feet", "heel": "feet", "foot_index": "feet",
}  # fmt: skip
_UNITS: dict[str, tuple[str, int, float]] = {
    "deg": ("°", 0, 1.0),
    "s": (" s", 1, 1.0),
    "trunk": (" % of your trunk", 0, 100.0),
    "shoulder": (" shoulder widths", 1, 1.0),
    "ratio": (" times", 1, 1.0),
    "repetitions": (" repetitions", 0, 1.0),
}


def amount(value: float, unit: str) -> str:
    """Say a value with its unit.

    Examples
    --------
    >>> amount(0.42, "s"), amount(12.3, "deg")
    ('0.4 s', '12°')
    """
    suffix, digits, times = _UNITS[unit]
    text = f"{value * times:.{digits}f}"
    return f"{'0' if text == '-0' else text}{suffix}"


def wrong_view(wanted: Sequence[str], view: View) -> tuple[str, str]:
    """Say that a check needs another camera place, and which."""
    places = " or ".join(VIEWS[v] for v in wanted[:2])
    seen = "I cannot tell from where I see you" if view == "unknown" else f"I see you {VIEWS[view]}"
    return seen, f"Place the camera so that it looks {places}."


def hidden(joints: Sequence[str]) -> tuple[str, str]:
    """Say which joints were hidden, and what to do about it."""
    named = list(dict.fromkeys(_JOINTS[j] for j in joints))
    listed = " and ".join([", ".join(named[:-1]), named[-1]] if len(named) > 1 else named)
    return (
        f"I could not see your {listed} well enough",
        f"Move the camera so that your {listed} show.",
    )


def not_measurable() -> tuple[str, str]:
    """Say that the recording lacks what is needed."""
    return "this recording does not hold what I need to measure it", ""


def too_close() -> str:
    """Say that a value lies between good and faulty."""
    return "too close to call from a camera"


def getting_ready() -> str:
    """Say that a movement was no repetition but came before the first."""
    return "You took hold and stood up; I count from there."


def no_repetitions() -> str:
    """Say that nothing was there to judge."""
    return "there was no complete repetition to judge"


def count(spec: ExerciseSpec, number: int) -> str:
    """Say how many repetitions were counted."""
    noun = "repetition" if number == 1 else "repetitions"
    return f"{number or 'No'} complete {noun} of the {spec.exercise.name.lower()}."


def nothing_recognised() -> str:
    """Say that none of the exercises was seen."""
    return "I recognise none of the exercises I know in this recording, so I count nothing."


def fault(found: Finding, times: int, judged: int) -> str:
    """Say what to change."""
    often = "Every time" if times == judged and judged > 1 else f"In {times} of {judged}"
    if judged == 1:
        often = "Here"
    assert found.value is not None
    measured = f"{found.title.lower()} {amount(found.value, found.unit)}"
    return f"{found.cue} {often}: {measured}, {limits(found)}."


def limits(found: Finding) -> str:
    """Say a check's limits."""
    if found.good_from is not None and found.good_to is not None:
        low, high = amount(found.good_from, found.unit), amount(found.good_to, found.unit)
        return f"good is {low} to {high}"
    if found.good_from is not None:
        return f"good is {amount(found.good_from, found.unit)} or more"
    assert found.good_to is not None
    return f"good is {amount(found.good_to, found.unit)} or less"


def praise(found: Sequence[Finding]) -> str:
    """Say what was good."""
    return f"Good: {', '.join(f.title.lower() for f in found)}."


def unjudged(found: Sequence[Finding], checks: int) -> str:
    """Say how much was not judged, and what would help most."""
    helps = [one.cue for one in found if one.cue]
    most = max(helps, key=helps.count, default="")
    return f"{len(found)} of {checks} checks I could not judge; why is listed. {most}".rstrip()


def attempts(seen: Sequence[Attempt]) -> list[str]:
    """Say what was seen and not counted."""
    said = []
    for kind, phrase in (
        ("incomplete", "not finished in the recording, so not counted"),
        ("partial", "too small to count"),
    ):
        number = sum(a.kind == kind for a in seen)
        if number:
            said.append(f"{number} more {'was' if number == 1 else 'were'} {phrase}.")
    others = [a.reason for a in seen if a.kind == "other"]
    for reason in dict.fromkeys(others):
        number = others.count(reason)
        noun = "movement was" if number == 1 else "movements were"
        said.append(
            f"{number} other {noun} not counted: {reason[0].lower()}{reason[1:]}".rstrip(".")
        )
        said[-1] += "."
    return said


def poorly_seen(share: float) -> str:
    """Say that the needed joints were often out of sight."""
    return f"I could see what I need only {share:.0%} of the time; take the count with care."


def broken_off() -> str:
    """Say that the file ends in the middle."""
    return "The file breaks off in the middle; I judged what there is."


def too_dark(seconds: float) -> str:
    """Say that nothing could be seen for a while."""
    return f"For {seconds:.1f} s the picture is too dark to see anything; I counted nothing there."
