"""What an exercise file may say.

Pure: a file is text elsewhere. Every table is frozen and unknown keys are
errors. Every number of consequence stands beside its `source`: a key of
sources.toml, or ``house`` for our own choice.
"""

from typing import Annotated, Literal

from pydantic import Field, model_validator

from rhomboid.catalogue.signals import JointName, Signal, Strict

Words = Annotated[str, Field(min_length=1)]
ArticleLine = Annotated[str, Field(pattern=r"^[WRTPDIC]\d+$")]
"""The id of a fact of the article, such as ``R5``."""

ViewName = Literal[
    "front", "front34", "side", "rear34", "rear",
    "foot_end", "foot_end34", "head_end34", "head_end",
]  # fmt: skip
MeasureName = Literal[
    "value", "highest", "lowest", "swing", "change", "seconds", "speed_ratio", "repetitions"
]  # fmt: skip
WindowName = Literal["start", "turn", "out", "back", "rise", "fall", "rep", "pause", "set"]


class Exercise(Strict):
    """Who it is: names, kind, and muscles."""

    id: Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*$")]
    name: Words
    aliases: tuple[Words, ...] = ()
    summary: Words
    pattern: Words
    of_the_six: bool = False
    primary: tuple[Words, ...]
    secondary: tuple[Words, ...] = ()


class Line(Strict):
    """One line of guidance, and the facts of the article it carries."""

    text: Words
    article: tuple[ArticleLine, ...] = ()


class Guidance(Strict):
    """How to do it, in words."""

    setup: tuple[Line, ...]
    steps: tuple[Line, ...]
    faults: tuple[Line, ...] = ()
    breathing: str = ""
    easier: tuple[Words, ...] = ()
    harder: tuple[Words, ...] = ()


class Item(Strict):
    """A piece of equipment, usual or in its place."""

    id: Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*$")]
    name: Words
    note: str = ""
    article: tuple[ArticleLine, ...] = ()


class Equipment(Strict):
    """What it is done with, and what can stand in for that."""

    usual: tuple[Item, ...]
    substitutes: tuple[Item, ...] = ()


class Tempo(Strict):
    """Seconds for the way out, the far end, the way back, and the start."""

    out_s: Annotated[float, Field(ge=0, le=60)]
    pause_s: Annotated[float, Field(ge=0, le=600)]
    back_s: Annotated[float, Field(ge=0, le=60)]
    rest_s: Annotated[float, Field(ge=0, le=60)] = 0.0


class Prescription(Strict):
    """How much of it."""

    sets: tuple[int, int]
    repetitions: tuple[int, int]
    tempo: Tempo
    hold_s: tuple[float, float] | None = None
    per_side: bool = False
    rest_between_s: tuple[float, float]
    note: str = ""
    article_dose: str = ""
    article: tuple[ArticleLine, ...] = ()
    source: Words


class Progression(Strict):
    """By what it is made harder."""

    axis: Literal["kg", "band", "body_angle", "seconds"]
    step: Words
    source: Words


class Camera(Strict):
    """Where the camera stands, and what it must see."""

    views: tuple[ViewName, ...]
    also: tuple[ViewName, ...] = ()
    lying: Literal["face_up", "face_down"] | None = None
    distance_m: tuple[float, float]
    height_m: tuple[float, float]
    needs: tuple[JointName, ...]
    advice: Words
    source: Words


class RepRule(Strict):
    """When a repetition starts, turns and ends.

    Where a set may begin at either end, `gets_ready_s` is how long the other
    end is held, the first time it is reached, by somebody who only takes hold.
    """

    signal: Words
    title: Words
    rests: Literal["low", "high", "either"]
    least: Annotated[float, Field(gt=0)]
    least_s: Annotated[float, Field(gt=0)] = 0.6
    most_s: Annotated[float, Field(gt=0)] = 20.0
    gets_ready_s: Annotated[float, Field(gt=0)] | None = None
    hold: bool = False
    one_sided: bool = False
    source: Words


class Posture(Strict):
    """What must be so for the movement to be this exercise at all."""

    signal: Words
    at: Literal["start", "turn", "rep"]
    measure: Literal["value", "size", "swing", "highest", "lowest"] = "value"
    at_least: float | None = None
    at_most: float | None = None
    say: Words
    source: Words

    @model_validator(mode="after")
    def _limited(self) -> "Posture":
        if self.at_least is None and self.at_most is None:
            raise ValueError("give at_least, at_most or both")
        return self


class Check(Strict):
    """One thing to judge, from where it can be seen, and what to say of it.

    A value is good inside the limits, by `doubt` at least where measuring is
    known to flatter; it is to be fixed from `margin` beyond them on.
    """

    id: Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*$")]
    title: Words
    at: WindowName
    measure: MeasureName = "value"
    signal: str | None = None
    at_least: float | None = None
    at_most: float | None = None
    margin: Annotated[float, Field(ge=0)]
    doubt: Annotated[float, Field(ge=0)] = 0.0
    uncertainty: Annotated[float, Field(ge=0)]
    views: tuple[ViewName, ...] = ()
    severity: Literal["major", "minor"] = "minor"
    say: Words
    article: tuple[ArticleLine, ...] = ()
    source: Words

    @model_validator(mode="after")
    def _complete(self) -> "Check":
        if self.at_least is None and self.at_most is None:
            raise ValueError("give at_least, at_most or both")
        if (self.signal is None) != (self.measure in ("seconds", "speed_ratio", "repetitions")):
            raise ValueError(f"measure {self.measure!r} and signal {self.signal!r} do not fit")
        if (self.at == "set") != (self.measure == "repetitions"):
            raise ValueError("only `repetitions` is measured at the set")
        return self


class Safety(Strict):
    """What to mind, and when to stop."""

    before: tuple[Line, ...]
    stop: Words
    conditions: dict[str, Words] = Field(default_factory=dict)


class FitCode(Strict):
    """Category and name of Garmin's FIT profile."""

    category: int
    name: int


class Codes(Strict):
    """What other programs call it."""

    fit: FitCode
    health_connect: Words
    wger: int | None = None


class ExerciseSpec(Strict):
    """A whole exercise file."""

    format: Literal[1]
    exercise: Exercise
    guidance: Guidance
    equipment: Equipment
    prescription: Prescription
    progression: Progression
    camera: Camera
    signals: dict[str, Signal]
    rep: RepRule
    posture: tuple[Posture, ...] = ()
    checks: tuple[Check, ...] = ()
    safety: Safety
    codes: Codes

    @property
    def id(self) -> str:
        """The id of the exercise."""
        return self.exercise.id

    @model_validator(mode="after")
    def _known_signals(self) -> "ExerciseSpec":
        used = {self.rep.signal}
        used |= {p.signal for p in self.posture}
        used |= {c.signal for c in self.checks if c.signal is not None}
        unknown = sorted(used - set(self.signals))
        if unknown:
            raise ValueError(f"there is no signal called {', '.join(map(repr, unknown))}")
        twice = {c.id for c in self.checks if sum(c.id == d.id for d in self.checks) > 1}
        if twice:
            raise ValueError(f"two checks have the id {', '.join(sorted(twice))}")
        return self
