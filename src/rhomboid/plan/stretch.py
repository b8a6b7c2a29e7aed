"""How long the stretch is held, and how often.

Slowly: a step at most once a week, since ten minutes in a week already give what
stretching gives, and four minutes in one session (ingram2025).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from rhomboid.catalogue.spec import ExerciseSpec
from rhomboid.plan.history import Past
from rhomboid.plan.judge import Session, sessions
from rhomboid.plan.pain import GREEN, ache
from rhomboid.plan.reason import Reason
from rhomboid.plan.words import say
from rhomboid.training.kept import KeptSet

STEP_S, LEAST_S = 10.0, 10.0
"""A step, and the shortest hold. House; 10 to 30 s is what guidelines begin with."""

NEARLY = 0.9
"""Share of a hold that counts as held: the clock starts and stops late. House."""

KEPT_SEEN, KEPT_BY_HAND = 3, 5
"""So many sessions in a row earn a step: seen by a camera, or told. House."""

_WEEK, _LONG_AWAY = timedelta(days=7), timedelta(days=28)


@dataclass(frozen=True, slots=True)
class Hold:
    """How long each hold is, how many there are on each side, and why."""

    hold_s: float
    repetitions: int
    reasons: tuple[Reason, ...]
    leave_out: bool = False


def next_hold(past: Past, spec: ExerciseSpec, *, most_s: float | None, more: bool) -> Hold:
    """Return the next hold.

    Parameters
    ----------
    past
        History.
    spec
        A stretch.
    most_s
        The longest hold that conditions allow, in seconds; None for no limit of theirs.
    more
        Whether more holds may follow once they are long: for whoever trains to move better.

    Raises
    ------
    ValueError
        If the exercise is not held.
    """
    if spec.prescription.hold_s is None:
        raise ValueError(f"{spec.id} is not held")
    longest = min(spec.prescription.hold_s[1], most_s or spec.prescription.hold_s[1])
    found = _next(past, spec, longest, more=more)
    if most_s is not None and found.hold_s >= longest:
        found = Hold(longest, found.repetitions, (*found.reasons, say("hold", "hold_capped")),
                     found.leave_out)  # fmt: skip
    return found


def _next(past: Past, spec: ExerciseSpec, longest: float, *, more: bool) -> Hold:
    """Return the next hold, before what conditions say."""
    assert spec.prescription.hold_s is not None
    first_s, least = spec.prescription.hold_s[0], spec.prescription.repetitions[0]
    done = sessions(past.of(spec.id))
    hurt = ache(past, spec.id, done[-1].day if done else None)
    if not done or past.day - done[-1].day > _LONG_AWAY:
        code = "hold_again" if done else "first_hold"
        return Hold(min(first_s, longest), least, (say("hold", code, seconds=first_s),))
    now = Hold(min(done[-1].target.hold_s or first_s, longest), done[-1].target.repetitions[0], ())
    if hurt.red or hurt.morning:
        less = now.hold_s - STEP_S
        why = say("hold", "hold_pain", pain=max(hurt.worst, hurt.told))
        return Hold(
            max(less, LEAST_S), now.repetitions, (why,), leave_out=less < LEAST_S and not hurt.over
        )
    if max(hurt.worst, hurt.told) > GREEN:
        return Hold(now.hold_s, now.repetitions, (say("hold", "hold_amber"),))
    return _longer(past, done, now, _Limits(longest, spec.prescription.repetitions[1], more))


@dataclass(frozen=True, slots=True)
class _Limits:
    """How far a stretch goes."""

    longest_s: float
    repetitions: int
    more: bool


def _longer(past: Past, done: Sequence[Session], now: Hold, limits: _Limits) -> Hold:
    """Return a longer hold if it is time for one, then one hold more."""
    run = _run(done)
    needed = KEPT_SEEN if all(map(_seen, run[-KEPT_SEEN:])) else KEPT_BY_HAND
    if len(run) < needed or not all(map(_held, run[-needed:])):
        code = "hold_short" if not _held(done[-1]) else "hold_same"
        return Hold(now.hold_s, now.repetitions, (say("hold", code, seconds=now.hold_s),))
    if past.day - run[0].day < _WEEK:
        return Hold(now.hold_s, now.repetitions, (say("hold", "hold_week"),))
    if now.hold_s < limits.longest_s:
        longer = min(now.hold_s + STEP_S, limits.longest_s)
        return Hold(longer, now.repetitions, (say("hold", "hold_longer", seconds=longer),))
    if limits.more and now.repetitions < limits.repetitions:
        return Hold(now.hold_s, now.repetitions + 1, (say("hold", "one_hold_more"),))
    return Hold(now.hold_s, now.repetitions, (say("hold", "hold_enough"),))


def _run(done: Sequence[Session]) -> list[Session]:
    """Return the last sessions in a row with the same hold and number."""
    run: list[Session] = []
    for session in reversed(done):
        same = (session.target.hold_s, session.target.repetitions) == (
            done[-1].target.hold_s, done[-1].target.repetitions,
        )  # fmt: skip
        if not same:
            break
        run.insert(0, session)
    return run


def _held(session: Session) -> bool:
    """Return whether both sides were held, long and often enough."""
    sides = {kept.side for kept in session.sets}
    both = {"left", "right"} <= sides or "both" in sides
    return both and all(map(_set_held, session.sets))


def _set_held(kept: KeptSet) -> bool:
    """Return whether every hold of a set was long enough."""
    assert kept.target is not None
    times, wanted_s = kept.target.repetitions[0], (kept.target.hold_s or 0.0) * NEARLY
    if kept.ended_by:
        return False
    if kept.tally is None:
        return kept.total >= times
    return sum(seconds >= wanted_s for seconds in kept.tally.holds_s) >= times


def _seen(session: Session) -> bool:
    """Return whether a camera saw it."""
    return all(kept.tally is not None for kept in session.sets)
