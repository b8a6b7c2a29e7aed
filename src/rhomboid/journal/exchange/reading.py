"""What a file comes to: sets of ours, and what is to be said of it before they are kept."""

from dataclasses import dataclass, field
from datetime import date, tzinfo
from typing import Literal

from rhomboid.journal.exchange.values import Unit
from rhomboid.journal.people import LOCAL
from rhomboid.journal.sessions import KeptSession
from rhomboid.training.kept import KeptSet

SKIP, OTHER = "skip", "other"
"""What a name may be mapped to besides an exercise: nothing, and itself."""

Units = Literal["", "kg", "lb", "kg and lb"]
"""What the weights of a file are told in; empty where there are none."""


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the person says of a file.

    Attributes
    ----------
    unit
        Of its weights, where it names none.
    names
        Exercises by the names of the file: an id, ``skip`` or ``other``.
    zone
        Of its times; None for that of this machine.
    person
        Whose sets they become.
    """

    unit: Unit | None = None
    names: dict[str, str] = field(default_factory=dict)
    zone: tzinfo | None = None
    person: str = LOCAL


@dataclass(frozen=True, slots=True)
class Remark:
    """What is to be said of a line."""

    line: int
    words: str


@dataclass(frozen=True, slots=True)
class Named:
    """A name of the file, what it stands for, and in how many sets.

    Attributes
    ----------
    exercise
        Its id with us; empty if it is left out.
    """

    name: str
    exercise: str
    sets: int


@dataclass(frozen=True, slots=True)
class Reading:
    """What a file comes to.

    Attributes
    ----------
    app
        Which program wrote it.
    batch
        The id by which it can be taken back; the same for the same file.
    sets, sessions
        What is in it.
    names
        Every exercise it names.
    skipped
        What was left out, and how much of each.
    errors
        Lines that could not be read.
    remarks
        Lines that were read, and lost a little.
    unit
        What its weights are told in.
    asks_unit
        Whether it has weights and no unit, and nobody said which.
    is_guessed
        Whether its characters were only guessed.
    """

    app: str
    batch: str
    sets: tuple[KeptSet, ...]
    sessions: tuple[KeptSession, ...] = ()
    names: tuple[Named, ...] = ()
    skipped: dict[str, int] = field(default_factory=dict)
    errors: tuple[Remark, ...] = ()
    remarks: tuple[Remark, ...] = ()
    unit: Units = ""
    asks_unit: bool = False
    is_guessed: bool = False

    @property
    def first(self) -> date | None:
        """The day of the oldest set."""
        return min((kept.started_at.date() for kept in self.sets), default=None)

    @property
    def last(self) -> date | None:
        """The day of the newest set."""
        return max((kept.started_at.date() for kept in self.sets), default=None)
