"""The next load of an exercise, and why.

Pain lowers, a break lowers, two sets too short lower, standing still lowers for a new
run. A step up is earned by every set of the last time, and only one at a time. What
somebody feels today may hold or lower, never raise.
"""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from rhomboid.plan.case import Case, Step
from rhomboid.plan.history import day_of, worked
from rhomboid.plan.judge import (
    Session,
    faults_of,
    fell_far_short,
    fell_short,
    good_repetitions,
    mark,
    sessions,
    watched,
)
from rhomboid.plan.longer import (
    MORE_REPETITIONS,
    MOST_MORE_REPETITIONS,
    MOST_PAUSE_MORE_S,
    before_next_band,
    pause_more,
    repetitions_more,
    same_band_after_break,
    shorter_first,
)
from rhomboid.plan.pain import AMBER, GREEN, lately_red, often_red
from rhomboid.plan.reason import Reason
from rhomboid.plan.words import say
from rhomboid.training.load import Load
from rhomboid.training.person import Experience, Person

ROUND_OFF, CAREFUL = 0.9, 0.8
"""What is left after a lowering by a tenth, and by a fifth (evidence: pain, failing). House."""

LONG_BREAK, NEW_START = timedelta(days=28), timedelta(days=84)
SHORT_BREAK = timedelta(days=14)

STANDS_STILL, STANDS_FOR = 3, timedelta(days=20)
"""After so many sessions without a better one, and so long at one load, something changes:
a good day and a bad one are two repetitions apart, and a step wants weeks. House."""

_WEAK = {"far_below", "below_twice", "plateau", "plateau_again"}
"""Causes for less that are of strength, not of pain or time."""

FIRST_ANGLE: dict[Experience, float] = {"new": 45.0, "some": 60.0, "trained": 70.0}
"""Degrees away from upright of a first inverted row. House."""

FIRST_ANGLE_WITH_CARE = 30.0
"""The same after an injury, or where somebody told of a condition. House."""


def next_step(case: Case) -> Step:
    """Return the next load, or none where there is nothing to go on from."""
    done = case.sessions
    if not done or case.past.day - done[-1].day > NEW_START:
        return _start(case, long_ago=bool(done))
    load = done[-1].load
    if load is None:
        hurt = case.ache.red or case.ache.morning
        return Step(None, (say("load", "load_unknown_hurt" if hurt else "load_unknown"),), done[-1])
    lower = _lowering(case, done, load)
    if lower:
        share, reasons = min(share for share, _ in lower), tuple(why for _, why in lower)
        return _down(case, done[-1], load, share, reasons)
    if case.way.axis == "band" and _away(case, done[-1]) > SHORT_BREAK:
        return same_band_after_break(load, done[-1], _away(case, done[-1]).days)
    kept = _keeping(case, done, load)
    return kept or _up(case, done, load)


def _start(case: Case, *, long_ago: bool) -> Step:
    """Return the load of a first session with this gear."""
    reasons = [say("load", "long_ago")] if long_ago else _changed_gear(case)
    if case.way.axis == "kg":
        known = _carried_over(case)
        return Step(known[0] if known else None, (*reasons, known[1] if known else _find(case)))
    if case.way.axis == "band":
        first = Load("band", 1.0)
        return Step(first, (*reasons, say("load", "first_band", load=case.words(first))))
    if case.way.axis == "body_angle":
        first = Load("body_angle", _first_angle(case.person))
        return Step(first, (*reasons, say("load", "first_angle", load=case.words(first))))
    return Step(Load("none", 0.0), (*reasons, say("load", "no_scale")))


def _first_angle(person: Person) -> float:
    """Return the angle of a first inverted row."""
    if person.conditions or "return_from_injury" in person.goals:
        return FIRST_ANGLE_WITH_CARE
    return FIRST_ANGLE[person.experience]


def _find(case: Case) -> Reason:
    """Say how a first weight is found."""
    return say("load", "find_weight", top=case.spec.prescription.repetitions[1])


def _changed_gear(case: Case) -> list[Reason]:
    """Say that other gear begins anew, if other gear was used before."""
    before = sessions(case.past.of(case.spec.id))
    return [say("load", "new_gear")] if before and before[-1].gear != case.way.gear else []


def _carried_over(case: Case) -> tuple[Load, Reason] | None:
    """Return a careful start from a load done elsewhere or without a target."""
    since = case.past.day - NEW_START
    usual = {item.id for item in case.spec.equipment.usual}
    fits = {case.way.gear} | ({""} if case.way.gear in usual else set())
    known = [
        k
        for k in case.past.of(case.spec.id)
        if k.target is None and k.load is not None and k.load.axis == "kg"
        and k.gear in fits and day_of(k) >= since and k.load.value > 0
    ]  # fmt: skip
    if not known:
        return None
    last = [k for k in known if day_of(k) == day_of(known[-1])]
    heaviest = max(k.load.value for k in last if k.load)
    share = CAREFUL if case.past.day - day_of(known[-1]) > SHORT_BREAK else ROUND_OFF
    start = case.ladder.rounded(heaviest * share * (CAREFUL if case.ache.red else 1.0))
    if start is None:
        return None
    code = "from_import" if known[-1].origin == "import" else "from_own_set"
    before = case.words(Load("kg", heaviest))
    return start, say("load", code, load=case.words(start), before=before)


def _lowering(case: Case, done: Sequence[Session], load: Load) -> list[tuple[float, Reason]]:
    """Return every cause for less, and what is left by it."""
    hurt, since = case.ache, _away(case, done[-1])
    two, stepwise = len(done) > 1 and done[-2].load == load, case.way.axis != "band"
    found: list[tuple[float, bool, str, dict[str, Any]]] = [
        (CAREFUL, hurt.red, "red_pain", {"pain": max(hurt.worst, hurt.told)}),
        (CAREFUL, hurt.morning and not hurt.red, "morning_pain", {}),
        (ROUND_OFF, _amber(hurt.worst) and _amber(hurt.before), "amber_twice", {}),
        (CAREFUL, since > LONG_BREAK, "long_break", {"days": since.days}),
        (ROUND_OFF, stepwise and SHORT_BREAK < since <= LONG_BREAK, "short_break",
         {"days": since.days}),
        (CAREFUL, fell_far_short(done[-1]), "far_below", {}),
        (ROUND_OFF, two and fell_short(done[-1]) and fell_short(done[-2]), "below_twice", {}),
    ]  # fmt: skip
    lower = [(share, say("load", code, **said)) for share, so, code, said in found if so]
    return lower or _standing_still(case, done, load)


def _away(case: Case, last: Session) -> timedelta:
    """Return how long ago an exercise was done; easy sets, as in a lighter week, are no break."""
    easy = [day_of(k) for k in case.past.of(case.spec.id) if worked(k) and k.gear == last.gear]
    return case.past.day - max([last.day, *easy])


def _amber(pain: int) -> bool:
    return GREEN < pain <= AMBER


def _standing_still(
    case: Case, done: Sequence[Session], load: Load
) -> list[tuple[float, Reason]]:  # fmt: skip
    """Return a new run-up where the last sessions were no better than those before."""
    run = _run(done, load)
    if not _stalled(case, run):
        return []
    before = done[: len(done) - len(run)]
    again = any(
        s.load == load and case.past.day - s.day <= NEW_START for s in before[-3 * STANDS_STILL :]
    )
    code = "plateau_again" if again else "plateau"
    return [(ROUND_OFF, say("load", code, times=len(run)))]


def _run(done: Sequence[Session], load: Load) -> list[Session]:
    """Return the last sessions in a row with the same load and range."""
    run: list[Session] = []
    for session in reversed(done):
        if session.load != load or session.target.repetitions != done[-1].target.repetitions:
            break
        run.insert(0, session)
    return run


def _stalled(case: Case, run: Sequence[Session]) -> bool:
    """Return whether the last sessions brought nothing that earlier ones had not."""
    if len(run) <= STANDS_STILL or case.past.day - run[0].day < STANDS_FOR:
        return False
    if any(mark(session) == "earned" for session in run[-STANDS_STILL:]):
        return False
    best_before = max(s.score for s in run[:-STANDS_STILL])
    return max(s.score for s in run[-STANDS_STILL:]) <= best_before


def _down(
    case: Case, last: Session, load: Load, share: float, reasons: tuple[Reason, ...]
) -> Step:  # fmt: skip
    """Return less; where there is none, leave the exercise out if it hurt."""
    less = case.ladder.down(load, share)
    codes = {why.code for why in reasons}
    shorter = shorter_first(case, last, load, reasons) if codes <= _WEAK else None
    if shorter is not None:
        return shorter
    if less is not None:
        said = (*reasons, say("load", "lowered", load=case.words(less)))
        longer = MORE_REPETITIONS if case.way.axis == "band" and codes <= _WEAK else 0
        return Step(less, said, last, repetitions_more=longer)
    hurt = bool(codes & {"red_pain", "morning_pain"})
    if hurt and not case.ache.over:
        return Step(load, (*reasons, say("load", "too_painful")), last, leave_out=True)
    if hurt:
        return Step(load, (*reasons, say("load", "try_again")), last)
    more = pause_more(case, last), repetitions_more(case, last)
    return Step(load, (*reasons, say("load", "lightest_already")), last, *more)


def _keeping(case: Case, done: Sequence[Session], load: Load) -> Step | None:
    """Return the same load with what keeps it; None if nothing does."""
    last = done[-1]
    because = (*_held_by_pain(case), *_not_earned(case, done), *case.holds)
    if not because:
        return None
    same = say("load", "same", load=case.words(load))
    more = pause_more(case, last), repetitions_more(case, last)
    return Step(load, (same, *because), last, *more)


def _held_by_pain(case: Case) -> tuple[Reason, ...]:
    """Say what pain keeps a load where it is."""
    hurt, today = case.ache, case.past.check_in
    now = today.pain if today and today.pain is not None else 0
    worst = max(hurt.worst, now, hurt.told)
    if worst > GREEN:
        return (say("load", "amber_pain", pain=worst),)
    if often_red(case.past):
        return (say("load", "often_red"),)
    return (say("load", "lately_red"),) if lately_red(case.past) else ()


def _not_earned(case: Case, done: Sequence[Session]) -> tuple[Reason, ...]:
    """Say what was missing in the last session."""
    last = done[-1]
    came_to, (least, most) = mark(last), last.target.repetitions
    if came_to == "earned":
        if watched(last, case.spec) or _earned_before(done):
            return ()
        return (say("load", "unwatched"),)
    if came_to == "faults":
        return (say("load", "faults", faults=", ".join(faults_of(last, case.spec)).lower()),)
    good = " and ".join(str(good_repetitions(kept)) for kept in last.sets)
    shown: dict[str, Any] = {"good": good, "least": least, "most": most}
    return (say("load", came_to, done=len(last.sets), sets=last.target.sets, **shown),)


def _earned_before(done: Sequence[Session]) -> bool:
    """Return whether the session before earned a step with the same load too."""
    return len(done) > 1 and done[-2].load == done[-1].load and mark(done[-2]) == "earned"


def _up(case: Case, done: Sequence[Session], load: Load) -> Step:
    """Return one step more, of load or else of the stop at the far end."""
    more, last = case.ladder.up(load), done[-1]
    if more is not None and _needs_more_first(case, last, load):
        return Step(load, (say("load", "big_step", load=case.words(more)),), last)
    before = before_next_band(case, done, more) if more is not None else None
    if before is not None:
        return before
    if more is not None:
        return Step(more, (say("load", "earned", load=case.words(more)),), last)
    longer = min(pause_more(case, last) + 1.0, MOST_PAUSE_MORE_S)
    if longer > pause_more(case, last):
        return Step(load, (say("load", "longer_pause"),), last, pause_more_s=longer)
    times = repetitions_more(case, last)
    more_times = min(times + MORE_REPETITIONS, MOST_MORE_REPETITIONS)
    code = "outgrown" if more_times == times else "more_repetitions"
    return Step(load, (say("load", code),), last, longer, more_times)


def _needs_more_first(case: Case, last: Session, load: Load) -> bool:
    """Return whether a big step was not yet shown the longer range that goes before it."""
    shown = last.target.repetitions[1]
    return case.ladder.big_step(load) and shown <= case.repetitions[1]
