"""What an exercise file may say.

Pure: a file is text elsewhere. Every table is frozen and unknown keys are
errors. Every number of consequence stands beside its `source`: a key of
sources.toml, or ``house`` for our own choice.
"""

from collections import Counter
from typing import Annotated, Literal, TypeVar

from pydantic import AfterValidator, Field, model_validator

from rhomboid.catalogue.rules import ArticleLine, Check, Posture, RepRule, ViewName, Words
from rhomboid.catalogue.signals import Height, JointName, Signal, Strict, joints_of

Number = TypeVar("Number", int, float)


def _ordered(pair: tuple[Number, Number]) -> tuple[Number, Number]:
    """Refuse a range that ends before it begins."""
    if pair[0] > pair[1]:
        raise ValueError("the first number must not be larger than the second")
    return pair


_Count = Annotated[int, Field(ge=0, le=1000)]
_Amount = Annotated[float, Field(ge=0)]
_Code = Annotated[int, Field(ge=0, le=65_535)]
Counts = Annotated[tuple[_Count, _Count], AfterValidator(_ordered)]
"""From how many to how many."""
Amounts = Annotated[tuple[_Amount, _Amount], AfterValidator(_ordered)]
"""From how much to how much."""
_MOST = 100
"""How many signals, postures and checks there may be of each."""


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
    own_of: Annotated[str, Field(exclude=True, max_length=100)] = ""
    """Version of the rules that were fitted to a person; never said by a file."""

    @property
    def id(self) -> str:
        """The id of the exercise."""
        return self.exercise.id

    @property
    def counted_only(self) -> "ExerciseSpec":
        """The same without asking how it is done, nor judging it: where angles mean nothing."""
        instead = self.rep.by_height.model_dump() if self.rep.by_height else {}
        rep = self.rep.model_copy(update={"clock": None, **instead})
        return self.model_copy(update={"posture": (), "checks": (), "rep": rep})

    @model_validator(mode="after")
    def _known_signals(self) -> "ExerciseSpec":
        used = {self.rep.signal}
        used |= {part.signal for part in (self.rep.clock, self.rep.by_height) if part}
        used |= {self.rep.clock.less} if self.rep.clock and self.rep.clock.less else set()
        used |= {p.signal for p in self.posture}
        used |= {c.signal for c in self.checks if c.signal is not None}
        unknown = sorted(used - set(self.signals))
        if unknown:
            raise ValueError(f"there is no signal called {', '.join(map(repr, unknown))}")
        instead = self.rep.by_height.signal if self.rep.by_height else self.rep.signal
        for name in (self.rep.signal, instead):
            if joints_of(self.signals[name])[0] == "nose":
                raise ValueError(
                    f"rep.signal {name!r} begins at the nose, which is neither left nor"
                    " right; let its first joint be one of a pair"
                )
        if self.rep.by_height and not isinstance(self.signals[instead], Height):
            raise ValueError(f"rep.by_height.signal {instead!r} must be a height")
        return self

    @model_validator(mode="after")
    def _steady_by_a_check(self) -> "ExerciseSpec":
        known = {check.id for check in self.checks if check.steady is None}
        for check in self.checks:
            if check.steady is not None and check.steady not in known:
                raise ValueError(f"check {check.id!r}: steady names no check, {check.steady!r}")
        return self

    @model_validator(mode="after")
    def _told_apart(self) -> "ExerciseSpec":
        number = Counter(check.id for check in self.checks)
        twice = sorted(id_ for id_, times in number.items() if times > 1)
        if twice:
            raise ValueError(f"two checks have the id {', '.join(twice)}")
        return self
