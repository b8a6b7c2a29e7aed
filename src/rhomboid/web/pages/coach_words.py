"""The words of the live page that stand in its markup; ready for another language."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from rhomboid.catalogue.spec import ExerciseSpec
from rhomboid.web.pages.plan_words import PLAN


@dataclass(frozen=True, slots=True)
class CoachWords:
    """The defaults are English."""

    lighter: str = "Use the lighter model"
    place: str = "Where the camera goes"
    how: str = "How it is done"
    set_of: str = "Set {n} of {all}"
    warm_up_of: str = "Warm-up {n} of {all}"
    next_is: str = "{which}: {what}"
    why: str = "Why a camera"
    why_text: str = (
        "It sees where your joints are. From that, repetitions and pauses are"
        " counted and your form is judged, while you train hands-free."
    )
    use_camera: str = "Use the camera"
    without: str = "Train without a camera"
    without_text: str = "Without a camera I count by the clock. −1 and +1 put it right."
    by_clock: str = "I count by the clock. −1 and +1 put it right."
    the_set: str = "The set"
    picture: str = "Your own picture"
    repetitions: str = "Repetitions"
    rest: str = "Rest"
    next_set: str = "Next set"
    pause: str = "Pause"
    to_plan: str = "Today's plan"
    rest_more: str = "+15 s"
    see_set: str = "See this set"
    controls: str = "Controls of the set"
    begin: str = "Begin now"
    one_less: str = "−1, one less"
    one_more: str = "+1, one more"
    not_me: str = "Not me: take back"
    finish: str = "Finish"
    discard: str = "Discard the set"
    settings: str = "Sound and picture"
    mute: str = "Mute"
    volume: str = "Volume"
    mirror: str = "Mirror"
    camera: str = "Camera"
    privacy: str = (
        "Your picture stays in this tab. Only the places of 33 joints go to"
        " the program on your own machine."
    )
    no_script: str = "The coach needs JavaScript, which is switched off here."
    train: str = "train"
    space: str = "Space"
    key_begin: str = "begin now"
    key_correct: str = "correct"
    key_mute: str = "mute"
    key_finish: str = "finish"


COACH = CoachWords()
NEXT_SET = replace(
    PLAN,
    set_warm="{reps} repetitions{load}",
    set_work="{reps} repetitions{load}",
)
"""How one set of the plan is said, beside its number."""

_WAYS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "elbow extension": ("Push", "Let up"),
        "hinge": ("Stand up", "Lower"),
        "horizontal pull": ("Pull", "Let out"),
        "rotation": ("Turn", "Come back"),
        "shoulder raise": ("Raise", "Lower"),
        "vertical pull": ("Pull", "Let up"),
    }
)
"""What to do on the way out and on the way back, for each pattern of movement."""
_WAYS_OF: Mapping[str, tuple[str, str]] = MappingProxyType(
    {"inverted_row": ("Pull", "Lower"), "pull_up": ("Pull", "Lower")}
)
"""The same where it is the body that is pulled."""


def phase_words(spec: ExerciseSpec) -> dict[str, str]:
    """Return what is shown in each phase of a repetition.

    Examples
    --------
    >>> from rhomboid.catalogue.read import load
    >>> phase_words(load("seated_cable_row"))
    {'out': 'Pull', 'turn': 'Hold', 'back': 'Let out', 'rest': 'Ready'}
    """
    out, back = _WAYS_OF.get(spec.id) or _WAYS.get(spec.exercise.pattern, ("Out", "Back"))
    return {"out": out, "turn": "Hold", "back": back, "rest": "Ready"}
