"""Every sentence the coach says, in one place and plain.

Cues for single faults stand in the exercise files; what stands here is said of
any exercise.
"""

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from rhomboid.catalogue.spec import ExerciseSpec
from rhomboid.records import Attempt, Finding, View

VIEWS: Mapping[str, str] = MappingProxyType(
    {
        "front": "from the front",
        "front34": "from the front, at an angle",
        "side": "from the side",
        "rear34": "from behind, at an angle",
        "rear": "from behind",
        "foot_end": "from the foot end",
        "foot_end34": "from the foot end, at an angle",
        "head_end34": "from the head end, at an angle",
        "head_end": "from the head end",
        "unknown": "not known",
    }
)
"""The name of each view, for every output."""


_JOINTS: dict[str, str] = {
    "nose": "head", "ear": "head", "shoulder": "shoulders", "elbow": "elbows", "wrist": "hands",
    "hip": "hips", "knee": "knees", "ankle": "feet", "heel": "feet", "foot_index": "feet",
}  # fmt: skip


class Unit(NamedTuple):
    """How a unit is written: what stands behind the number, its decimals, and its factor."""

    suffix: str
    digits: int
    times: float = 1.0


UNITS: Mapping[str, Unit] = MappingProxyType(
    {
        "deg": Unit("°", 0),
        "s": Unit(" s", 1),
        "trunk": Unit(" % of your trunk", 0, 100.0),
        "shoulder": Unit(" shoulder widths", 2),
        "ratio": Unit(" times", 1),
        "repetitions": Unit(" repetitions", 0),
    }
)
"""Every unit of a finding or a curve, for every output."""


def unit_called(name: str) -> Unit:
    """Return how a unit is written; one that nobody thought of stands as it is."""
    return UNITS.get(name, Unit(f" {name}".rstrip(), 2))


def number(value: float, unit: str) -> str:
    """Say a value as its unit is written, without the unit.

    Examples
    --------
    >>> number(0.42, "trunk"), number(-0.2, "deg")
    ('42', '0')
    """
    how = unit_called(unit)
    return f"{round(value * how.times, how.digits) + 0.0:.{how.digits}f}"


def amount(value: float, unit: str) -> str:
    """Say a value with its unit.

    Examples
    --------
    >>> amount(0.42, "s"), amount(12.3, "deg"), amount(0.42, "trunk")
    ('0.4 s', '12°', '42 % of your trunk')
    """
    return number(value, unit) + unit_called(unit).suffix


def in_sentence(text: str) -> str:
    """Say a title or sentence within a sentence: "Grip width" loses its capital, "T-raise" not.

    Examples
    --------
    >>> in_sentence("Grip width"), in_sentence("T-raise with a band")
    ('grip width', 'T-raise with a band')
    """
    return text[:1].lower() + text[1:] if text[1:2].islower() else text


def wrong_view(wanted: Sequence[str], view: View) -> tuple[str, str]:
    """Say that a check needs another camera place, and which."""
    places = " or ".join(VIEWS[v] for v in wanted[:2])
    seen = "I cannot tell from where I see you" if view == "unknown" else f"I see you {VIEWS[view]}"
    return seen, f"Place the camera so that it looks {places}."


def hidden(joints: Sequence[str]) -> tuple[str, str]:
    """Say which joints were hidden, and what to do about it."""
    listed = _listed(list(dict.fromkeys(_JOINTS[j] for j in joints)))
    return (
        f"I could not see your {listed} well enough",
        f"Move the camera so that your {listed} show.",
    )


def _listed(named: Sequence[str]) -> str:
    """Put names in a row: "arms, hips and feet"."""
    return " and ".join([", ".join(named[:-1]), named[-1]] if len(named) > 1 else named)


def out_of_sight() -> tuple[str, str]:
    """Say that the person could not be seen for part of a pause."""
    return "I lost sight of you while you held it", "Check that nothing comes between us."


def unsteady() -> tuple[str, str]:
    """Say that something moved that a measure needs to keep still."""
    return "your trunk moved too much for me to time it", "Keep still first; then I can time it."


def not_measurable() -> tuple[str, str]:
    """Say that the recording lacks what is needed."""
    return "this recording does not hold what I need to measure it", ""


def too_close(found: Finding, doubt: float = 0.0) -> str:
    """Say that a value lies between good and faulty; `doubt` is that of the check."""
    if found.unit == "repetitions" and found.value is not None:
        return (
            f"{number(found.value, found.unit)} is close to the {_goal(found, number)} to aim for"
        )
    said = "too close to call from a camera"
    return f"{said}; I am sure {_sure(found, doubt)}" if doubt else said


def mixed(faulty: int, seen: int) -> str:
    """Say that too few repetitions were faulty for a fault of the set, and too many for praise."""
    needs = "needs" if faulty == 1 else "need"
    return f"mixed: {faulty} of {seen} repetitions {needs} work, too few to call it a habit"


def too_few(reason: str, unseen: int, repetitions: int) -> str:
    """Say in how many repetitions something kept from judging."""
    return f"{reason} in {unseen} of {repetitions} repetitions"


def getting_ready() -> str:
    """Say that a movement was no repetition but came before the first."""
    return "You took hold and stood up; I count from there."


def no_repetitions() -> str:
    """Say that nothing was there to judge."""
    return "there was no complete repetition to judge"


def count(spec: ExerciseSpec, number: int) -> str:
    """Say how many repetitions were counted."""
    noun = "repetition" if number == 1 else "repetitions"
    return f"{number or 'No'} complete {noun} of the {in_sentence(spec.exercise.name)}."


def nothing_recognised() -> str:
    """Say that none of the exercises was seen."""
    return "I recognise none of the exercises I know in this recording, so I count nothing."


def nobody_seen() -> str:
    """Say that nobody was found in any frame."""
    return (
        "I saw nobody in this recording. Light the room and get your whole body into the picture."
    )


def fault(found: Finding, times: int, judged: int, *, doubt: float = 0.0) -> str:
    """Say what to change."""
    assert found.value is not None
    if found.unit == "repetitions":
        return f"You did {number(found.value, found.unit)}; aim for {_goal(found, number)}."
    often = "Every time" if times == judged and judged > 1 else f"In {times} of {judged}"
    if judged == 1:
        often = "Here"
    measured = f"{in_sentence(found.title)} {amount(found.value, found.unit)}"
    return f"{found.cue} {often}: {measured}, {limits(found, doubt)}."


def limits(found: Finding, doubt: float = 0.0) -> str:
    """Say a check's limits, and where `doubt` makes the coach sure of praise only further in."""
    said = f"good is {_goal(found, amount)}"
    return f"{said}, and I am sure {_sure(found, doubt)}" if doubt else said


def _goal(found: Finding, say: Callable[[float, str], str]) -> str:
    """Say between what a value is good."""
    low, high, unit = found.good_from, found.good_to, found.unit
    if low is not None and high is not None:
        return f"{number(low, unit)} to {say(high, unit)}"
    if low is not None:
        return f"{say(low, unit)} or more"
    assert high is not None
    return f"{say(high, unit)} or less"


def _sure(found: Finding, doubt: float) -> str:
    """Say between what a value is good beyond doubt."""
    low, high, unit = found.good_from, found.good_to, found.unit
    if low is not None and high is not None:
        return f"from {number(low + doubt, unit)} to {amount(high - doubt, unit)}"
    if low is not None:
        return f"from {amount(low + doubt, unit)}"
    assert high is not None
    return f"up to {amount(high - doubt, unit)}"


def praise(found: Sequence[Finding]) -> str:
    """Say what was good."""
    return f"Good: {', '.join(in_sentence(f.title) for f in found)}."


def unjudged(found: Sequence[Finding], checks: int) -> str:
    """Say how much was not judged, and what would help most: the major checks come first."""
    major = [one.cue for one in found if one.cue and one.severity == "major"]
    helps = major or [one.cue for one in found if one.cue]
    most = max(helps, key=helps.count, default="")
    return f"{len(found)} of {checks} checks I could not judge; why is listed. {most}".rstrip()


def attempts(seen: Sequence[Attempt]) -> list[str]:
    """Say what was seen and not counted."""
    unfinished = sum(a.kind == "incomplete" for a in seen)
    small = sum(a.kind == "partial" for a in seen)
    said = []
    if unfinished:
        more, it_is = _more(unfinished), "it is" if unfinished == 1 else "they are"
        said.append(f"{more} not finished in the recording, so {it_is} not counted.")
    if small:
        said.append(f"{_more(small)} too small to count.")
    others = [a.reason for a in seen if a.kind == "other"]
    for reason in dict.fromkeys(others):
        times = others.count(reason)
        noun = "movement was" if times == 1 else "movements were"
        said.append(f"{times} other {noun} not counted: {in_sentence(reason).rstrip('.')}.")
    return said


def _more(times: int) -> str:
    """Say how many more repetitions there were, or half ones."""
    return f"{times} more repetition was" if times == 1 else f"{times} more repetitions were"


def poorly_seen(share: float) -> str:
    """Say that the needed joints were often out of sight."""
    return f"I could see what I need only {share:.0%} of the time; take the count with care."


def broken_off() -> str:
    """Say that the file ends in the middle."""
    return "The file breaks off in the middle; I judged what there is."


def too_dark(seconds: float) -> str:
    """Say that nothing could be seen for a while."""
    return f"For {seconds:.1f} s the picture is too dark to see anything; I counted nothing there."


def clock_jumped() -> str:
    """Say that the times in a file begin anew in the middle."""
    return "The file's clock begins anew in the middle; I took what follows as going on."


def joint(name: str) -> str:
    """Name a joint as people do."""
    return _JOINTS[name]


def step_in() -> str:
    """Say that nobody is in the picture."""
    return "I see nobody. Step into the picture."


def step_back() -> str:
    """Say that the person is too near."""
    return "You are very close. Step back a little."


def come_closer() -> str:
    """Say that the person is too far away."""
    return "You are far away. Come a little closer."


def show(unseen: Sequence[str]) -> str:
    """Say which joints do not show."""
    return f"I cannot see your {_listed(unseen)}. Let them show, or move the camera."
