"""What an exercise file may say.

Pure: a file is text elsewhere. Every table is frozen and unknown keys are
errors. Every number of consequence stands beside its `source`: a key of
sources.toml, or ``house`` for our own choice.
"""

from collections import Counter
from typing import Annotated, Literal, TypeVar

from pydantic import AfterValidator, Field, model_validator

from rhomboid.catalogue.signals import JointName, Signal, Strict, joints_of

Number = TypeVar("Number", int, float)


def _ordered(pair: tuple[Number, Number]) -> tuple[Number, Number]:
    """Refuse a range that ends before it begins."""
    if pair[0] > pair[1]:
        raise ValueError("the first number must not be larger than the second")
    return pair


Words = Annotated[str, Field(min_length=1)]
_Count = Annotated[int, Field(ge=0, le=1000)]
_Amount = Annotated[float, Field(ge=0)]
_Code = Annotated[int, Field(ge=0, le=65_535)]
Counts = Annotated[tuple[_Count, _Count], AfterValidator(_ordered)]
"""From how many to how many."""
Amounts = Annotated[tuple[_Amount, _Amount], AfterValidator(_ordered)]
"""From how much to how much."""
ArticleLine = Annotated[str, Field(pattern=r"^[WRTPDIC]\d+$")]
"""The id of a fact of the article, such as ``R5``."""

ViewName = Literal[
    "front", "front34", "side", "rear34", "rear",
    "foot_end", "foot_end34", "head_end34", "head_end",
]  # fmt: skip
MeasureName = Literal[
    "value", "highest", "lowest", "swing", "sinks", "change", "seconds", "speed_ratio",
    "repetitions",
]  # fmt: skip
WindowName = Literal["start", "turn", "out", "back", "rise", "fall", "rep", "pause", "set"]
_UNTIMED = ("start", "set")
"""Windows whose seconds say nothing of the person."""
_MOST = 100
"""How many signals, postures and checks there may be of each."""


def _require_limits(at_least: float | None, at_most: float | None) -> None:
    """Refuse limits that are absent, or that nothing can keep."""
    if at_least is None and at_most is None:
        raise ValueError("give at_least, at_most or both")
    if at_least is not None and at_most is not None and at_least > at_most:
        raise ValueError(f"at_least {at_least:g} is larger than at_most {at_most:g}")


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

    sets: Counts
    repetitions: Counts
    tempo: Tempo
    hold_s: Amounts | None = None
    per_side: bool = False
    rest_between_s: Amounts
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

    views: Annotated[tuple[ViewName, ...], Field(min_length=1)]
    also: tuple[ViewName, ...] = ()
    lying: Literal["face_up", "face_down"] | None = None
    distance_m: Amounts
    height_m: Amounts
    needs: Annotated[tuple[JointName, ...], Field(min_length=1)]
    advice: Words
    source: Words


class Clock(Strict):
    """A signal that tells the time better than the one that counts, where it can be seen.

    The hand of an arm that goes round its shoulder hardly rises at first and
    at last; the arm's angle shows all of it. It grows as the other grows.
    """

    signal: Words
    views: Annotated[tuple[ViewName, ...], Field(min_length=1)]


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
    clock: Clock | None = None
    source: Words

    @model_validator(mode="after")
    def _takes_some_time(self) -> "RepRule":
        if self.least_s >= self.most_s:
            raise ValueError(
                f"least_s {self.least_s:g} must be smaller than most_s {self.most_s:g}"
            )
        return self


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
        _require_limits(self.at_least, self.at_most)
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
        _require_limits(self.at_least, self.at_most)
        if (self.signal is None) != (self.measure in ("seconds", "speed_ratio", "repetitions")):
            raise ValueError(f"measure {self.measure!r} and signal {self.signal!r} do not fit")
        if (self.at == "set") != (self.measure == "repetitions"):
            raise ValueError("only `repetitions` is measured at the set")
        if self.measure == "seconds" and self.at in _UNTIMED:
            raise ValueError(f"`seconds` are not measured at the {self.at}")
        return self


class Safety(Strict):
    """What to mind, and when to stop."""

    before: tuple[Line, ...]
    stop: Words
    conditions: dict[str, Words] = Field(default_factory=dict)


class FitCode(Strict):
    """Category and name of Garmin's FIT profile."""

    category: _Code
    name: _Code


class Codes(Strict):
    """What other programs call it."""

    fit: FitCode
    health_connect: Words
    wger: _Code | None = None


class ExerciseSpec(Strict):
    """A whole exercise file."""

    format: Literal[1]
    exercise: Exercise
    guidance: Guidance
    equipment: Equipment
    prescription: Prescription
    progression: Progression
    camera: Camera
    signals: Annotated[dict[str, Signal], Field(max_length=_MOST)]
    rep: RepRule
    posture: Annotated[tuple[Posture, ...], Field(max_length=_MOST)] = ()
    checks: Annotated[tuple[Check, ...], Field(max_length=_MOST)] = ()
    safety: Safety
    codes: Codes

    @property
    def id(self) -> str:
        """The id of the exercise."""
        return self.exercise.id

    @model_validator(mode="after")
    def _known_signals(self) -> "ExerciseSpec":
        used = {self.rep.signal}
        used |= {self.rep.clock.signal} if self.rep.clock else set()
        used |= {p.signal for p in self.posture}
        used |= {c.signal for c in self.checks if c.signal is not None}
        unknown = sorted(used - set(self.signals))
        if unknown:
            raise ValueError(f"there is no signal called {', '.join(map(repr, unknown))}")
        if joints_of(self.signals[self.rep.signal])[0] == "nose":
            raise ValueError(
                f"rep.signal {self.rep.signal!r} begins at the nose, which is neither left nor"
                " right; let its first joint be one of a pair"
            )
        return self

    @model_validator(mode="after")
    def _told_apart(self) -> "ExerciseSpec":
        number = Counter(check.id for check in self.checks)
        twice = sorted(id_ for id_, times in number.items() if times > 1)
        if twice:
            raise ValueError(f"two checks have the id {', '.join(twice)}")
        return self
