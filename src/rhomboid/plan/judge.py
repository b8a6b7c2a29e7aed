"""What the last time comes to: only good repetitions count, against what was shown.

Every set that was asked for must reach the top of its range, with the pause kept, the
reserve kept and no major fault. What is missing is a miss. Nothing here knows of loads
to come.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Literal

from rhomboid.catalogue.spec import ExerciseSpec
from rhomboid.plan.history import counts, day_of, tells
from rhomboid.training.kept import KeptSet
from rhomboid.training.load import Load
from rhomboid.training.target import Target

PAUSES_KEPT = 0.8
"""Share of the pauses that could be judged which must be long enough. House."""

MISJUDGED, MUCH = 1, 4
"""By so many repetitions people think they are nearer to their last one than they are
(Halperin and others 2022, abstract read). Who is asked to keep much is taken at their word.
House."""

Mark = Literal[
    "earned", "sets_missing", "lighter", "faults", "pauses", "below", "in_range", "hard",
]  # fmt: skip
"""What a session came to: the step is earned, or the first thing that kept it."""

_SAME_KG = 0.0227
"""Half of the last digit that is shown, 0.1 lb: nobody can tell less apart. House."""


@dataclass(frozen=True, slots=True)
class Session:
    """The sets of one exercise on one day that were shown as targets and counted."""

    day: date
    sets: tuple[KeptSet, ...]

    @property
    def target(self) -> Target:
        """What was shown."""
        target = self.sets[0].target
        assert target is not None
        return target

    @property
    def gear(self) -> str:
        """What it was done with."""
        return self.sets[0].gear or self.target.gear

    @property
    def load(self) -> Load | None:
        """The lightest load that was used; what was shown, if nobody said."""
        loads = [kept.load or shown_to(kept).load for kept in self.sets]
        known = [load for load in loads if load is not None]
        return min(known, key=lambda load: load.value) if known else None

    @property
    def score(self) -> float:
        """Good repetitions of a set, on average, none counted beyond the top."""
        done = [min(good_repetitions(k), shown_to(k).repetitions[1]) for k in self.sets]
        return sum(done) / max(len(done), self.target.sets)


def sessions(sets: Sequence[KeptSet]) -> tuple[Session, ...]:
    """Return the sessions of one exercise, oldest first: sets with a target that count."""
    shown = [kept for kept in sets if counts(kept) and tells(kept) and kept.target is not None]
    return tuple(Session(day, tuple(group)) for day, group in groupby(shown, key=day_of))


def shown_to(kept: KeptSet) -> Target:
    """Return the target of a set that is known to have one."""
    assert kept.target is not None
    return kept.target


def good_repetitions(kept: KeptSet) -> int:
    """Return how many repetitions of a set count.

    With a camera those without a major fault, and what the person added by hand;
    without one, what the person says.

    Examples
    --------
    >>> from datetime import UTC, datetime
    >>> from rhomboid.training.kept import Tally
    >>> when = datetime(2026, 5, 4, tzinfo=UTC)
    >>> good_repetitions(KeptSet("a", "deadlift", "camera", when, 8, tally=Tally(good=6)))
    6
    """
    if kept.tally is None:
        return kept.total
    return min(kept.total, kept.tally.good + max(0, sum(kept.corrections)))


def watched(session: Session, spec: ExerciseSpec) -> bool:
    """Return whether a camera saw every repetition that was asked for, and could judge it."""
    major = {check.id for check in spec.checks if check.severity == "major"}
    return all(
        kept.tally is not None
        and kept.tally.good >= shown_to(kept).repetitions[1]
        and not (major and major <= set(kept.tally.not_judged))
        for kept in session.sets
    )


def mark(session: Session) -> Mark:
    """Return whether a session earned a step, and if not, the first thing that kept it."""
    failed: Mapping[Mark, bool] = {
        "sets_missing": len(session.sets) < session.target.sets,
        "lighter": any(map(_lighter, session.sets)),
        "below": any(good_repetitions(k) < shown_to(k).repetitions[0] for k in session.sets),
        "faults": any(k.tally is not None and k.tally.faults for k in session.sets),
        "pauses": any(map(_pauses_cut, session.sets)),
        "in_range": any(good_repetitions(k) < shown_to(k).repetitions[1] for k in session.sets),
        "hard": any(map(_too_hard, session.sets)),
    }
    return next((name for name, so in failed.items() if so), "earned")


def fell_short(session: Session) -> bool:
    """Return whether a set stayed below the bottom of its range because it was too heavy.

    Bad repetitions with enough in reserve, by the person's own word, ask for better ones
    with the same load; they say nothing of strength.
    """
    return any(map(_fell_short, session.sets))


def fell_far_short(session: Session) -> bool:
    """Return whether not even half of the bottom of the range was possible, in any set."""
    least = session.target.repetitions[0]
    return all(2 * kept.total < least and not kept.ended_by for kept in session.sets)


def faults_of(session: Session, spec: ExerciseSpec) -> tuple[str, ...]:
    """Return the titles of the major faults of a session, each once."""
    titles = {check.id: check.title for check in spec.checks}
    found = [name for kept in session.sets if kept.tally for name in kept.tally.faults]
    return tuple(dict.fromkeys(titles.get(name, name.replace("_", " ")) for name in found))


def _fell_short(kept: KeptSet) -> bool:
    """Return whether a set was too heavy for the bottom of its range."""
    target, said = shown_to(kept), kept.rating.spare
    at_ease = said is not None and target.spare is not None and said >= target.spare
    done = kept.total if at_ease else good_repetitions(kept)
    return done < target.repetitions[0]


def _lighter(kept: KeptSet) -> bool:
    """Return whether less was lifted than was shown."""
    shown = shown_to(kept).load
    return shown is not None and kept.load is not None and kept.load.value < shown.value - _SAME_KG


def _pauses_cut(kept: KeptSet) -> bool:
    """Return whether too many of the pauses that could be judged were too short."""
    tally = kept.tally
    return tally is not None and tally.pauses_kept < PAUSES_KEPT * tally.pauses_judged


def _too_hard(kept: KeptSet) -> bool:
    """Return whether less was in reserve than was asked for, or the set was broken off."""
    said, asked = kept.rating.spare, shown_to(kept).spare
    if said is None or asked is None:
        return bool(kept.ended_by)
    return bool(kept.ended_by) or said < asked - (MISJUDGED if asked < MUCH else 0)
