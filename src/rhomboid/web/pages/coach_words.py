"""The words of the live page that stand in its markup; ready for another language."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CoachWords:
    """The defaults are English."""

    lighter: str = "Use the lighter model"
    place: str = "Where the camera goes"
    why: str = "Why a camera"
    why_text: str = (
        "It sees where your joints are. From that, repetitions and pauses are"
        " counted and your form is judged, while you train hands-free."
    )
    use_camera: str = "Use the camera"
    without: str = "Train without a camera"
    the_set: str = "The set"
    picture: str = "Your own picture"
    repetitions: str = "Repetitions"
    rest: str = "Rest"
    next_set: str = "Next set"
    pause: str = "Pause"
    rest_more: str = "+15 s"
    see_set: str = "See this set"
    controls: str = "Controls of the set"
    begin: str = "Begin now"
    one_less: str = "−1, one less"
    one_more: str = "+1, one more"
    not_me: str = "That was not me"
    finish: str = "Finish"
    discard: str = "Discard"
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
