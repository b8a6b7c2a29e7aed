"""How much of an exercise: sets, repetitions, reserve, rest, tempo, warm-ups.

Each number comes with its reason. What it may take in time is decided elsewhere.
"""

import math
from dataclasses import dataclass, replace

from rhomboid.catalogue.spec import ExerciseSpec
from rhomboid.plan.case import Case, Step
from rhomboid.plan.choice import RAISE, Pick
from rhomboid.plan.judge import Session, sessions
from rhomboid.plan.pain import ache
from rhomboid.plan.progression import next_step
from rhomboid.plan.reason import Reason
from rhomboid.plan.setting import Setting
from rhomboid.plan.volume import direct
from rhomboid.plan.warm_up import warm_ups
from rhomboid.plan.words import amount, say
from rhomboid.training.load import Load
from rhomboid.training.person import Experience
from rhomboid.training.target import Target

SPARE: dict[Experience, int] = {"new": 3, "some": 3, "trained": 2}
"""Repetitions in reserve (evidence: target). House."""

SPARE_FIRST, SPARE_AFTER_INJURY, SPARE_EASY, SPARE_LIGHTER_WEEK = 3, 4, 6, 2

NEW_FOR = 4
"""For so many sessions somebody new does the smaller number of sets. House."""

WORN_OUT, TIRED, SORE = 1, 2, 4
"""Readiness that lowers, readiness that holds, soreness that holds. House."""

EASY_SETS = 2

_KEEPS = 0.9


@dataclass(frozen=True, slots=True)
class Draft:
    """One exercise before the clock has its say.

    Attributes
    ----------
    spec, pick
        What it is and why.
    target
        A set that counts.
    warm_ups
        The sets before.
    sets
        How many sets that count are wanted.
    reasons
        Why each number.
    rested
        The same for somebody fresh, where today's state kept a step back: its time is set
        aside, so that who is less ready never gets more.
    """

    spec: ExerciseSpec
    pick: Pick
    target: Target
    warm_ups: tuple[Target, ...]
    sets: int
    reasons: tuple[Reason, ...]
    rested: "Draft | None" = None


def loaded(at: Setting, pick: Pick) -> Draft | None:
    """Return a hard exercise; None where it is better left out."""
    lasting, today = _no_steps_up(at, pick), _not_today(at, pick)
    draft = _loaded(at, pick, (*lasting, *today))
    return replace(draft, rested=_loaded(at, pick, lasting)) if draft and today else draft


def _loaded(at: Setting, pick: Pick, holds: tuple[Reason, ...]) -> Draft | None:
    """Return a hard exercise with what keeps its load; None where it is better left out."""
    spec = at.catalogue[pick.exercise]
    case = Case(at.past, at.person, spec, pick.way, holds)
    step = _capped(at, case, next_step(case))
    if step.leave_out:
        return None
    step, easy = _lighter_week(at, case, step)
    sets, set_reasons = _sets(at, pick, case.sessions)
    target, reasons = _target(at, pick, step, easy=easy)
    before, warm_reasons = warm_ups(target, case.ladder, spec.id, at.person)
    because = (*pick.reasons, *step.reasons, *reasons, *set_reasons, *warm_reasons)
    return Draft(spec, pick, target, before, sets, because)


def easy(at: Setting, pick: Pick) -> Draft | None:
    """Return an exercise as a light day has it; None where it is better left out."""
    spec = at.catalogue[pick.exercise]
    case = Case(at.past, at.person, spec, pick.way)
    step = next_step(case)
    hurt = ache(at.past, spec.id)
    if step.leave_out or ((hurt.red or hurt.morning) and not hurt.over):
        return None
    last = case.sessions[-1].load if case.sessions else step.load
    less = case.ladder.down(last, _KEEPS) if last is not None and case.sessions else None
    load = less or (last if pick.way.axis != "kg" or case.sessions else None)
    low = spec.prescription.repetitions[0]
    target, why = _target(
        at, pick, replace(step, load=load, pause_more_s=0.0, repetitions_more=0), easy=True
    )
    target = replace(target, repetitions=(low, low), spare=SPARE_EASY)
    said = (
        say("load", "easy_load", load=amount(load, at.person) if load else "something light"),
        say("sets", "easy_sets"),
        say("repetitions", "easy_range", least=low),
        say("effort", "spare_easy", spare=SPARE_EASY),
    )
    kept = tuple(reason for reason in why if reason.about in {"rest", "tempo"})
    return Draft(spec, pick, target, (), EASY_SETS, (*pick.reasons, *said, *kept))


def eased(at: Setting, draft: Draft) -> Draft:
    """Return less of an exercise for somebody who is worn out; readiness never adds."""
    if at.readiness > WORN_OUT or draft.target.hold_s is not None:
        return draft
    case = Case(at.past, at.person, draft.spec, draft.pick.way)
    less = case.ladder.down(draft.target.load, _KEEPS) if draft.target.load else None
    load = less or draft.target.load
    said = say("load", "worn_out", load=amount(load, at.person) if load else "less")
    target = replace(draft.target, load=load, easy=True)
    before = tuple(
        w for w in draft.warm_ups
        if w.load is None or load is None or w.load.value < load.value
    )  # fmt: skip
    sets, reasons = max(1, draft.sets - 1), (*draft.reasons, said, say("sets", "worn_out_sets"))
    return replace(draft, target=target, warm_ups=before, sets=sets, reasons=reasons)


def _no_steps_up(at: Setting, pick: Pick) -> tuple[Reason, ...]:
    """Say that a condition keeps the load where it is."""
    return () if at.care(pick.exercise).steps_up else (say("load", "no_steps_up"),)


def _not_today(at: Setting, pick: Pick) -> tuple[Reason, ...]:
    """Say what of today keeps the load where it is, whatever was earned."""
    causes = {
        "tired": at.readiness <= TIRED,
        "sore": at.soreness(direct(pick.exercise)) >= SORE,
    }
    return tuple(say("load", code) for code, so in causes.items() if so)


def _capped(at: Setting, case: Case, step: Step) -> Step:
    """Return a step that keeps within what a condition allows."""
    most = at.care(case.spec.id).angle_most
    if most is None or step.load is None or step.load.axis != "body_angle":
        return step
    if step.load.value <= most:
        return step
    load = Load("body_angle", most)
    why = say("load", "angle_capped", load=amount(load, at.person))
    return replace(step, load=load, reasons=(*step.reasons, why))


def _lighter_week(at: Setting, case: Case, step: Step) -> tuple[Step, bool]:
    """Return a lighter load in a lighter week, and whether it is one."""
    if not at.lighter:
        return step, False
    last = step.base.load if step.base else None
    less = case.ladder.down(last, _KEEPS) if last else None
    known = [load for load in (less, step.load) if load is not None]
    load = min(known, key=lambda one: one.value) if known else None
    why = say("load", "lighter_week", load=amount(load, at.person) if load else "less")
    return replace(step, load=load, reasons=(*step.reasons, why)), True


def _target(
    at: Setting, pick: Pick, step: Step, *, easy: bool
) -> tuple[Target, tuple[Reason, ...]]:  # fmt: skip
    """Return a set that counts, and why its repetitions, reserve, rest and tempo."""
    spec = at.catalogue[pick.exercise]
    repetitions, why = _repetitions(at, pick, step)
    spare, spare_why = _spare(at, pick, find=step.load is None, easy=easy)
    rest_s, rest_why = _rest(at, spec)
    tempo = spec.prescription.tempo
    pause_s = tempo.pause_s + step.pause_more_s
    pace = say("tempo", "tempo", out=tempo.out_s, pause=pause_s, back=tempo.back_s,
               source=spec.prescription.source)  # fmt: skip
    target = Target(
        "work", repetitions, step.load, pick.way.gear, tempo.out_s, pause_s, tempo.back_s,
        rest_s, spare=spare, easy=easy,
    )  # fmt: skip
    return target, (why, spare_why, rest_why, pace)


def _repetitions(at: Setting, pick: Pick, step: Step) -> tuple[tuple[int, int], Reason]:
    """Return from how many to how many repetitions, and why."""
    prescription, care = at.catalogue[pick.exercise].prescription, at.care(pick.exercise)
    asked, code = prescription.repetitions, "usual_range"
    if prescription.article_dose and any(a in {"P8", "I5"} for a in prescription.article):
        code = "article_range"
    if pick.way.repetitions:
        asked, code = pick.way.repetitions, "gear_range"
    elif at.goal == "strength" and at.person.experience != "new" and asked == (8, 12):
        asked, code = (6, 10), "strength_range"
    if care.repetitions:
        asked, code = care.repetitions, "care_range"
    case = Case(at.past, at.person, at.catalogue[pick.exercise], pick.way)
    if case.ladder.big_step(step.load):
        asked, code = (asked[0], asked[1] + 2), "long_range"
    if step.repetitions_more:
        more = step.repetitions_more
        asked, code = (asked[0] + more, asked[1] + more), "more_range"
    least, most = asked
    source = prescription.source if code == "usual_range" else ""
    return asked, say("repetitions", code, least=least, most=most, source=source)


def _spare(at: Setting, pick: Pick, *, find: bool, easy: bool) -> tuple[int, Reason]:
    """Return how many repetitions stay in reserve, and why."""
    spare, code = SPARE[at.person.experience], f"spare_{at.person.experience}"
    if at.goal == "muscle" and at.person.experience == "trained" and pick.exercise != "deadlift":
        spare, code = 1, "spare_muscle"
    if find and spare < SPARE_FIRST:
        spare, code = SPARE_FIRST, "spare_first"
    if at.comes_back and spare < SPARE_AFTER_INJURY:
        spare, code = SPARE_AFTER_INJURY, "spare_injury"
    if at.care(pick.exercise).spare > spare:
        spare, code = at.care(pick.exercise).spare, "spare_care"
    spare += pick.way.spare + (SPARE_LIGHTER_WEEK if easy else 0)
    return spare, say("effort", code, spare=spare)


def _rest(at: Setting, spec: ExerciseSpec) -> tuple[float, Reason]:
    """Return how long to rest between sets, and why."""
    shortest, longest = spec.prescription.rest_between_s
    long = at.goal in {"strength", "muscle"}
    rest_s = longest if long else shortest
    return rest_s, say("rest", "rest_long" if long else "rest_short", seconds=rest_s)


def _sets(at: Setting, pick: Pick, done: tuple[Session, ...]) -> tuple[int, tuple[Reason, ...]]:
    """Return how many sets are wanted, and why."""
    least, most = at.catalogue[pick.exercise].prescription.sets
    days = sessions(at.past.of(pick.exercise))
    if at.person.experience == "new" and len(days) < NEW_FOR:
        sets, code = least, "sets_new"
    elif at.comes_back or at.goal == "mobility" or pick.exercise == RAISE:
        sets, code = least, "sets_least"
    else:
        sets, code = most, "sets_most"
    reasons = [say("sets", code, sets=sets)]
    managed = _managed(done)
    if managed and managed < sets:
        sets = managed
        reasons.append(say("sets", "as_you_do", sets=sets))
    if at.back is not None and at.back.cut:
        sets = max(1, math.ceil(sets * (1 - at.back.cut) - 0.5))
        reasons.append(say("sets", "back_from_break", sets=sets, week=at.back.week + 1,
                           days=at.back.days_away, cut=round(at.back.cut * 100)))  # fmt: skip
    if at.lighter:
        sets = max(1, math.ceil(sets / 2))
        reasons.append(say("sets", "lighter_sets", sets=sets))
    return sets, tuple(reasons)


def _managed(done: tuple[Session, ...]) -> int:
    """Return how many sets were managed, if the last three times it was fewer than asked."""
    last = done[-3:]
    if len(last) < 3 or any(len(s.sets) >= s.target.sets for s in last):
        return 0
    return max(len(session.sets) for session in last)
