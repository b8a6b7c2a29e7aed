"""The rules of an exercise file: what a repetition is, what it must look like, what is judged.

Pure data. Every number of consequence stands beside its `source`.
"""

from typing import Annotated, Literal

from pydantic import Field, model_validator

from rhomboid.catalogue.signals import Strict

Words = Annotated[str, Field(min_length=1)]
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
_PAUSES = ("turn", "pause")
_UNTIMED = ("start", "set")
"""Windows whose seconds say nothing of the person."""


def _require_limits(at_least: float | None, at_most: float | None) -> None:
    """Refuse limits that are absent, or that nothing can keep."""
    if at_least is None and at_most is None:
        raise ValueError("give at_least, at_most or both")
    if at_least is not None and at_most is not None and at_least > at_most:
        raise ValueError(f"at_least {at_least:g} is larger than at_most {at_most:g}")


class Clock(Strict):
    """A signal that tells the time better than the one that counts, where it can be seen.

    The hand of an arm that goes round its shoulder hardly rises at first and
    at last; the arm's angle shows all of it. It grows as the other grows. What
    `less` names is taken away: two joints err less than one.
    """

    signal: Words
    less: Words | None = None
    views: Annotated[tuple[ViewName, ...], Field(min_length=1)]


class ByHeight(Strict):
    """What counts instead, in trunks, where angles and distances mean nothing."""

    signal: Words
    rests: Literal["low", "high"]
    least: Annotated[float, Field(gt=0)]


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
    by_height: ByHeight | None = None
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
    measure: Literal["value", "size", "swing", "highest", "lowest", "returns"] = "value"
    at_least: float | None = None
    at_most: float | None = None
    say: Words
    source: Words

    @model_validator(mode="after")
    def _limited(self) -> "Posture":
        _require_limits(self.at_least, self.at_most)
        return self


class Own(Strict):
    """What a check asks for where the person's own standing posture was measured.

    A model reads joints a little bent, and everybody in another way; against how
    somebody stands, less doubt remains. `within` takes the place of the lower
    limit: that far from their own.
    """

    posture: Literal["hip", "knee"]
    within: Annotated[float, Field(ge=0)]
    margin: Annotated[float, Field(ge=0)]
    uncertainty: Annotated[float, Field(ge=0)]
    source: Words


class Check(Strict):
    """One thing to judge, from where it can be seen, and what to say of it.

    A value is good inside the limits, by `doubt` at least where measuring is
    known to flatter; it is to be fixed from `margin` beyond them on. It is not
    judged where the check named by `steady` is not within its limits.
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
    steady: str | None = None
    uncertainty: Annotated[float, Field(ge=0)]
    views: tuple[ViewName, ...] = ()
    severity: Literal["major", "minor"] = "minor"
    say: Words
    article: tuple[ArticleLine, ...] = ()
    source: Words
    own: Own | None = None

    @property
    def times_a_pause(self) -> bool:
        """Whether it asks how long the far end was held."""
        return self.measure == "seconds" and self.at in _PAUSES

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
