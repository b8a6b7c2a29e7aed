"""The plan of a day: what to do, how much of it, and why.

Pure: the same person, history and day give the same plan, so that any past day can be
shown again. Only what was known by then is looked at.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta

from rhomboid.catalogue.spec import ExerciseSpec
from rhomboid.plan import choice, dose, fit, items, remarks
from rhomboid.plan.day import DayPlan
from rhomboid.plan.gate import Gate, gate
from rhomboid.plan.history import History
from rhomboid.plan.reason import Reason
from rhomboid.plan.setting import Setting, setting
from rhomboid.plan.stretch import next_hold
from rhomboid.plan.words import say
from rhomboid.training.person import Person
from rhomboid.training.screening import Screening
from rhomboid.training.target import Target

RAISE_EVERY = 2
"""So many days lie between an easy raise and the raise before. House."""


def plan_day(
    person: Person,
    history: History,
    day: date,
    catalogue: Mapping[str, ExerciseSpec],
    screening: Screening | None = None,
    *,
    without: frozenset[str] = frozenset(),
    minutes: int | None = None,
) -> DayPlan:
    """Return what to do on a day, with a reason for every choice and number.

    Parameters
    ----------
    person
        Who trains.
    history
        All that is known. Of it only what lies before the day is used, the check-in of
        the day, and the sets done on it already.
    day
        The person's own calendar day.
    catalogue
        Exercises by id.
    screening
        Answers to the questions of :mod:`rhomboid.plan.screening`; None if there are none,
        which keeps loads away.
    without
        Ids of exercises and gear that are not wanted today.
    minutes
        The time there is today; None for what was said before.

    Examples
    --------
    >>> from rhomboid.catalogue.read import load, names
    >>> plan = plan_day(Person(), History(), date(2026, 5, 4), {n: load(n) for n in names()})
    >>> plan.kind, [item.exercise for item in plan.items]
    ('light', ['corkscrew', 't_raise'])
    """
    at = setting(history.until(day), person, catalogue, screening, without, minutes)
    opened = gate(at)
    if opened.stop is not None:
        return DayPlan(day, "stopped", (), opened.reasons, 0.0, 0.0, at.minutes, opened.stop)
    if day in history.skipped and not at.past.today:
        return DayPlan(day, "rest", (), (say("day", "skipped"),), 0.0, 0.0, at.minutes)
    if opened.kind == "loaded":
        return _loaded(at, opened)
    return _light(at, opened)


def swap(
    person: Person,
    history: History,
    day: date,
    catalogue: Mapping[str, ExerciseSpec],
    exercise: str,
    *,
    screening: Screening | None = None,
    without: frozenset[str] = frozenset(),
) -> DayPlan:
    """Return the plan of a day without one of its exercises, and with what can honestly stand in.

    To keep the exercise and change its gear, put the gear into `without` of
    :func:`plan_day`. `without` holds what was set aside before.

    Raises
    ------
    ValueError
        If the exercise is not in the plan of the day.

    Examples
    --------
    >>> from rhomboid.catalogue.read import load, names
    >>> catalogue = {name: load(name) for name in names()}
    >>> plan = swap(Person(), History(), date(2026, 5, 4), catalogue, "t_raise")
    >>> [item.exercise for item in plan.items]
    ['corkscrew']
    """
    before = plan_day(person, history, day, catalogue, screening, without=without)
    if exercise not in {one.exercise for one in before.items}:
        raise ValueError(f"{exercise!r} is not in the plan of {day}")
    less = without | {exercise}
    return plan_day(person, history, day, catalogue, screening, without=less)


def less_time(
    person: Person,
    history: History,
    day: date,
    catalogue: Mapping[str, ExerciseSpec],
    minutes: int,
    *,
    screening: Screening | None = None,
) -> DayPlan:
    """Return the plan of a day in other time than was said.

    Examples
    --------
    >>> from rhomboid.catalogue.read import load, names
    >>> catalogue = {name: load(name) for name in names()}
    >>> less_time(Person(), History(), date(2026, 5, 4), catalogue, 4).minutes
    4
    """
    return plan_day(person, history, day, catalogue, screening, minutes=minutes)


def _loaded(at: Setting, opened: Gate) -> DayPlan:
    """Return a day of loads, or a light one where no load is possible."""
    picks, left = choice.pulls(at)
    pulls = [draft for draft in (dose.loaded(at, pick) for pick in picks) if draft]
    painful = [_painful(at, p) for p in picks if p.exercise not in {d.spec.id for d in pulls}]
    if not pulls:
        return _light(
            at, replace(opened, reasons=(say("day", "nothing_to_pull"),)), *left, *painful
        )
    pick, why = choice.the_raise(at)
    raises = dose.loaded(at, pick) if pick else None
    if pick and raises is None:
        painful.append(_painful(at, pick))
    wished = [*pulls, *([raises] if raises else [])]
    drafts = fit.within_week(at, wished)
    painful += [_week_full(at, d) for d in wished if d.spec.id not in {k.spec.id for k in drafts}]
    stretch, no_stretch = _stretch(at)
    few = drafts[:-1] if raises else drafts
    wanted = fit.Wanted(few, drafts[-1] if raises else None, stretch)
    found = fit.loaded_day(at, wanted)
    if found is None:
        short = (say("day", "too_short", minutes=at.minutes),)
        return _light(at, replace(opened, reasons=short), *left)
    eased = [replace(p, draft=dose.eased(at, p.draft)) for p in found]
    portions = [replace(p, number=min(p.number, _most(at, p))) for p in eased]
    taken = {p.draft.spec.id for p in portions}
    late = [_no_time(d) for d in drafts if d.spec.id not in taken]
    notes = (*left, *painful, *filter(None, [why, no_stretch]), *late)
    return _finish(
        at, replace(opened, reasons=(*opened.reasons, *remarks.week_said(at))), portions, notes
    )


def _most(at: Setting, portion: fit.Portion) -> int:
    """Return how many sets somebody does at most today: one fewer when worn out."""
    if portion.draft.target.hold_s is not None or at.readiness > dose.WORN_OUT:
        return portion.number
    return max(1, portion.number - 1)


def _light(at: Setting, opened: Gate, *notes: Reason) -> DayPlan:
    """Return a day of stretch and easy band."""
    stretch, why = _stretch(at)
    raises = _easy_raise(at, opened) if opened.raises else None
    portions = fit.light_day(stretch, raises, at.minutes * 60)
    if not portions:
        code = "no_time" if stretch or raises else "nothing_left"
        short = (say("day", code), *opened.reasons)
        return DayPlan(at.past.day, "rest", (), short, 0.0, 0.0, at.minutes, notes=notes)
    light = replace(opened, kind="light")
    return _finish(at, light, portions, (*notes, *filter(None, [why])))


def _finish(
    at: Setting,
    opened: Gate,
    portions: list[fit.Portion] | tuple[fit.Portion, ...],
    notes: tuple[Reason, ...],
) -> DayPlan:
    """Return the plan with what is done of it, and everything that is to be said."""
    shown = tuple(items.item(at, portion) for portion in portions)
    shown, hurt = items.after_pain(at, shown)
    warm_up_s = fit.GENERAL_WARM_UP_S if opened.kind == "loaded" and shown else 0.0
    reasons = (*opened.reasons, *remarks.missed(at), *remarks.goals_said(at))
    if warm_up_s:
        reasons += (say("warm_up", "general_warm_up", minutes=round(warm_up_s / 60)),)
    spent_s = warm_up_s + sum(one.seconds for one in shown)
    said = (*hurt, *remarks.care_said(at), *notes, *remarks.done_said(at, shown))
    return DayPlan(
        at.past.day, opened.kind, shown, reasons, spent_s, warm_up_s, at.minutes, notes=said
    )


def _stretch(at: Setting) -> tuple[dose.Draft | None, Reason | None]:
    """Return the stretch of a day, or why there is none."""
    pick, why = choice.the_stretch(at)
    if pick is None:
        return None, why
    spec = at.catalogue[pick.exercise]
    care, wants = at.care(spec.id), at.goal == "mobility"
    hold = next_hold(at.past, spec, most_s=care.hold_most_s, more=wants)
    if hold.leave_out:
        return None, say("exercise", "left_out_pain", name=spec.exercise.name)
    tempo, rest_s = spec.prescription.tempo, spec.prescription.rest_between_s[0]
    target = Target(
        "work", (hold.repetitions, hold.repetitions), None, pick.way.gear,
        tempo.out_s, hold.hold_s, tempo.back_s, rest_s, hold_s=hold.hold_s,
    )  # fmt: skip
    article = say("repetitions", "article_stretch")
    resting = say("rest", "rest_hold", seconds=rest_s)
    pace = say("tempo", "tempo_hold", out=tempo.out_s, back=tempo.back_s)
    reasons = (*pick.reasons, *hold.reasons, article, resting, pace)
    return dose.Draft(spec, pick, target, (), hold.repetitions, reasons), None


def _easy_raise(at: Setting, opened: Gate) -> dose.Draft | None:
    """Return the easy raise of a light day, if the last one is long enough ago.

    A weight is no find of a light day: it is one that is known, and allowed.
    """
    pick, _ = choice.the_raise(at)
    since = at.past.day - timedelta(days=RAISE_EVERY)
    lately = any(kept.started_at.date() > since and kept.total for kept in at.past.of(choice.RAISE))
    sore = at.soreness(frozenset({"shoulders"})) >= dose.SORE
    if pick is None or lately or sore or (pick.way.axis == "kg" and not opened.weights):
        return None
    draft = dose.easy(at, pick)
    return None if draft and pick.way.axis == "kg" and draft.target.load is None else draft


def _painful(at: Setting, pick: choice.Pick) -> Reason:
    """Say that an exercise is left out because it hurt."""
    return say("exercise", "left_out_pain", name=at.catalogue[pick.exercise].exercise.name)


def _week_full(at: Setting, draft: dose.Draft) -> Reason:
    """Say that the muscles of an exercise have had enough this week."""
    most = fit.MOST_A_WEEK[at.person.experience]
    return say("exercise", "week_full", name=draft.spec.exercise.name, most=most)


def _no_time(draft: dose.Draft) -> Reason:
    """Say that there is no time for an exercise."""
    return say("time", "no_time_for", name=draft.spec.exercise.name)
