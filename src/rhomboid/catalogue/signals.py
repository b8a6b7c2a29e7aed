"""The signals an exercise file may ask for: what is measured, frame by frame.

Data only; the arithmetic is in :mod:`rhomboid.motion.signals`. Lengths are in
trunks (middle of the shoulders to middle of the hips), angles in degrees.
"""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, model_validator

JointName = Literal[
    "nose", "ear", "shoulder", "elbow", "wrist", "hip", "knee", "ankle", "heel", "foot_index"
]  # fmt: skip
"""A joint, without its side."""

Sides = Literal["mean", "min", "max", "difference"]
"""How left and right become one number: the mean, weighted by how well each is
seen; the smaller; the larger; or how far they differ."""

Space = Literal["image", "world"]
"""The plane of the picture, or the model's own guess of three dimensions."""

Unit = Literal["trunk", "deg", "shoulder"]


class Strict(BaseModel):
    """A table of an exercise file: frozen, and unknown keys are errors."""

    model_config = ConfigDict(extra="forbid", frozen=True, allow_inf_nan=False)


class Height(Strict):
    """How far one joint is above another, or above the picture's lower edge, in trunks."""

    kind: Literal["height"] = Field(alias="is")
    of: JointName
    above: JointName | Literal["picture"]
    sides: Sides = "mean"

    @property
    def unit(self) -> Unit:
        """Trunks."""
        return "trunk"


class Distance(Strict):
    """How far two joints of a side are apart, in trunks; if `level`, only from left to right."""

    kind: Literal["distance"] = Field(alias="is")
    between: tuple[JointName, JointName]
    level: bool = False
    sides: Sides = "mean"

    @property
    def unit(self) -> Unit:
        """Trunks."""
        return "trunk"


class Angle(Strict):
    """The angle at the middle one of three joints: 180 when straight."""

    kind: Literal["angle"] = Field(alias="is")
    at: tuple[JointName, JointName, JointName]
    space: Space = Field(default="image", alias="in")
    sides: Sides = "mean"

    @property
    def unit(self) -> Unit:
        """Degrees."""
        return "deg"


class Tilt(Strict):
    """How far a line points away from straight up.

    In the image it has a sign: positive to the right of the picture. In the
    world it has none.
    """

    kind: Literal["tilt"] = Field(alias="is")
    start: JointName = Field(alias="from")
    end: JointName = Field(alias="to")
    space: Space = Field(default="image", alias="in")

    @property
    def unit(self) -> Unit:
        """Degrees."""
        return "deg"


class Width(Strict):
    """How far the two joints of a pair are apart."""

    kind: Literal["width"] = Field(alias="is")
    of: JointName
    unit: Literal["trunk", "shoulder"] = "trunk"
    own_trunk: Annotated[float | None, Field(exclude=True, gt=0)] = None
    """The person's own width of the shoulders in trunks; never said by a file."""
    space: Space = Field(default="image", alias="in")

    @model_validator(mode="after")
    def _has_pair(self) -> "Width":
        if self.of == "nose":
            raise ValueError("a nose has no pair")
        if self.space == "world" and self.unit == "trunk":
            raise ValueError('a width in the world is measured in unit = "shoulder"')
        return self


class Aside(Strict):
    """How much further a joint is out to the side of the shoulder than in front of it, in trunks.

    In the world; about one for an arm held out to the side, less than nothing
    for one held out in front.
    """

    kind: Literal["aside"] = Field(alias="is")
    of: Literal["elbow", "wrist"]
    sides: Sides = "mean"

    @property
    def unit(self) -> Unit:
        """Trunks."""
        return "trunk"


Signal = Annotated[Height | Distance | Angle | Tilt | Width | Aside, Field(discriminator="kind")]
"""Any signal; the key `is` says which kind."""


def joints_of(signal: "Height | Distance | Angle | Tilt | Width | Aside") -> tuple[str, ...]:
    """Return the joints a signal needs, without sides."""
    match signal:
        case Height(of=of, above=above):
            return (of,) if above == "picture" else (of, above)
        case Distance(between=pair):
            return pair
        case Angle(at=three):
            return three
        case Tilt(start=start, end=end):
            return (start, end)
        case Aside(of=of):
            return (of, "shoulder")
        case Width(of=of, unit=unit):
            return (of, "shoulder") if unit == "shoulder" else (of,)
