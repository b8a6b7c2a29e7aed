"""What the next load of one exercise depends on, and what it comes to."""

from dataclasses import dataclass

from rhomboid.catalogue.spec import ExerciseSpec
from rhomboid.plan.gear import Way
from rhomboid.plan.history import Past
from rhomboid.plan.judge import Session, sessions
from rhomboid.plan.ladder import Ladder, ladder
from rhomboid.plan.pain import Ache, ache
from rhomboid.plan.reason import Reason
from rhomboid.plan.words import amount
from rhomboid.training.load import Load
from rhomboid.training.person import Person


@dataclass(frozen=True, slots=True)
class Step:
    """What the next load is.

    Attributes
    ----------
    load
        None where the person finds it.
    reasons
        Why.
    base
        The last session it goes on from; None for a start.
    pause_more_s
        By how much the stop at the far end is longer than in the exercise file.
    repetitions_more
        By how many repetitions the range is longer than usual.
    leave_out
        Whether the exercise is better left out today.
    """

    load: Load | None
    reasons: tuple[Reason, ...]
    base: Session | None = None
    pause_more_s: float = 0.0
    repetitions_more: int = 0
    leave_out: bool = False


@dataclass(frozen=True, slots=True)
class Case:
    """All that the next load of one exercise depends on.

    Attributes
    ----------
    past, person, spec, way
        History, whose it is, and what is done with what.
    holds
        Why no step up is taken today whatever was earned.
    """

    past: Past
    person: Person
    spec: ExerciseSpec
    way: Way
    holds: tuple[Reason, ...] = ()

    @property
    def ladder(self) -> Ladder:
        """The loads there are."""
        return ladder(self.way.axis, self.way.gear, self.person)

    @property
    def repetitions(self) -> tuple[int, int]:
        """The usual range with this gear."""
        return self.way.repetitions or self.spec.prescription.repetitions

    @property
    def sessions(self) -> tuple[Session, ...]:
        """What was done with this gear, oldest first."""
        done = sessions(self.past.of(self.spec.id))
        return tuple(s for s in done if s.gear == self.way.gear)

    @property
    def ache(self) -> Ache:
        """What hurt since the session that a next load goes on from."""
        done = self.sessions
        return ache(self.past, self.spec.id, done[-1].day if done else None)

    def words(self, load: Load) -> str:
        """Say a load as this person reads it."""
        return amount(load, self.person)
