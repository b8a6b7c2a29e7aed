"""One set as another program tells it, before it is one of ours."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from rhomboid.journal.exchange.values import Unit, unit_of

SetKind = Literal["work", "warm_up", "drop", "failure"]
"""Work, what prepares, with less weight and no rest, or until nothing goes any more."""

MOST_NAME = 120
"""Characters of the name of an exercise. house"""


@dataclass(frozen=True, slots=True)
class Told:
    """A set.

    Attributes
    ----------
    line
        Of the file, for whoever looks for it there.
    at
        By the clock on the wall; with a zone only where the file has one.
    exercise
        By the program's own name.
    repetitions, weight, seconds
        As told; None where nothing is.
    unit
        Of the weight; None where the file does not say.
    kind
        What it was for.
    rpe
        10 for nothing left, 8 for two repetitions left (not Borg's CR10).
    note
        In the person's own words.
    distance
        In words; empty if there was none.
    facts
        What else was told, in words: a superset.
    workout, workout_note
        Name and note of what it belongs to.
    ended_at
        When that was over.
    has_time
        Whether the time of day was told.
    """

    line: int
    at: datetime
    exercise: str
    repetitions: int = 0
    weight: float | None = None
    unit: Unit | None = None
    seconds: float | None = None
    kind: SetKind = "work"
    rpe: float | None = None
    note: str = ""
    distance: str = ""
    facts: tuple[str, ...] = ()
    workout: str = ""
    workout_note: str = ""
    ended_at: datetime | None = None
    has_time: bool = True


@dataclass(frozen=True, slots=True)
class Aside:
    """A line that is no set.

    Attributes
    ----------
    what
        In a word or two, for the person.
    note
        What belongs to the set before it, or else to the next; often nothing.
    of
        Moment and exercise of that set.
    """

    line: int
    what: str
    note: str = ""
    of: tuple[datetime, str] | None = None


Line = Told | Aside
"""What a record comes to."""


@dataclass(frozen=True, slots=True)
class Header:
    """The names of a file's columns.

    Attributes
    ----------
    unit
        What the header of the weights says, where the cells do not.
    weight
        The column of the weights.
    """

    columns: tuple[str, ...]
    unit: Unit | None = None
    weight: str = "weight"
    names: frozenset[str] = field(default_factory=frozenset)

    @classmethod
    def of(cls, columns: tuple[str, ...]) -> "Header":
        """Look for the column of the weights, and for the unit in its name."""
        weight = next((c for c in columns if c.startswith("weight") and unit_of(c)), "weight")
        return cls(columns, unit_of(weight), weight, frozenset(columns))

    def has(self, *names: str) -> bool:
        """Say whether all of some columns are there."""
        return self.names.issuperset(names)


def required_name(text: str) -> str:
    """Return the name of an exercise as it is kept.

    Raises
    ------
    ValueError
        If there is none, or it is too long.
    """
    name = " ".join(text.split())
    if not name:
        raise ValueError("it names no exercise")
    if len(name) > MOST_NAME:
        raise ValueError(f"the name of an exercise has at most {MOST_NAME} characters")
    return name


def distance(amount: float | None, unit: str) -> str:
    """Return a distance in words; nothing if there was none.

    Examples
    --------
    >>> distance(5.0, "km"), distance(0.0, "km")
    ('5 km', '')
    """
    return f"{amount:.10g} {unit}".strip() if amount else ""
