"""Fitting a day into the time there is.

A day grows in a fixed order, the most important first, and stops where the next piece
would be too long. So more time never takes anything away.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from rhomboid.plan.dose import Draft
from rhomboid.plan.rhythm import PULLS
from rhomboid.plan.setting import Setting
from rhomboid.plan.volume import WEIGHTS, direct, weekly_sets
from rhomboid.plan.words import say
from rhomboid.training.checkin import Muscle
from rhomboid.training.person import Experience
from rhomboid.training.target import Target

TO_NEXT_S = 45.0
"""From one exercise to the next: walking, setting up. House."""

GENERAL_WARM_UP_S = 180.0
"""Easy movement before loads: 3 to 5 minutes (warmup2020)."""

MOST_A_WEEK: dict[Experience, int] = {"new": 16, "some": 18, "trained": 20}
"""Sets of one muscle in seven days, at most. House; ten and more build muscle (acsm2026)."""

SHORTER_S = (20.0, 10.0)
"""Holds for whoever has less time than the stretch wants. House."""

FEW_SETS = 2
"""So many sets of everything come before a third of anything. House."""


@dataclass(frozen=True, slots=True)
class Portion:
    """An exercise and how much of it: sets, or holds on each side."""

    draft: Draft
    number: int


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a loaded day would have with time enough."""

    pulls: tuple[Draft, ...]
    raises: Draft | None
    stretch: Draft | None


def seconds(portion: Portion) -> float:
    """Return how long a portion takes, the way to it included and the last rest left out."""
    draft, number = portion.draft, portion.number
    if draft.target.hold_s is not None:
        holds = 2 * number
        return TO_NEXT_S + holds * _set_s(draft, 1) + (holds - 1) * draft.target.rest_s
    before = sum(_warm_up_s(draft, target) for target in draft.warm_ups)
    most = draft.target.repetitions[1]
    return TO_NEXT_S + before + number * _set_s(draft, most) + (number - 1) * draft.target.rest_s


def _set_aside_s(portion: Portion) -> float:
    """Return for how long room is kept: as long as it takes, or would take somebody rested."""
    rested = portion.draft.rested
    fresh_s = seconds(replace(portion, draft=rested)) if rested else 0.0
    return max(seconds(portion), fresh_s)


def _set_s(draft: Draft, repetitions: int) -> float:
    """Return how long a set takes at its longest."""
    target, start_s = draft.target, draft.spec.prescription.tempo.rest_s
    far_s = target.pause_s if target.hold_s is None else target.hold_s
    return repetitions * (target.out_s + far_s + target.back_s + start_s)


def _warm_up_s(draft: Draft, target: Target) -> float:
    """Return how long a set that prepares takes, with its rest."""
    one_s = target.out_s + target.pause_s + target.back_s + draft.spec.prescription.tempo.rest_s
    return target.repetitions[1] * one_s + target.rest_s


def within_week(at: Setting, drafts: Sequence[Draft]) -> tuple[Draft, ...]:
    """Return the exercises with no more sets than a week of their muscles takes, at least one.

    A third pull for which not even two sets are left is not worth its warm-up.
    """
    most = MOST_A_WEEK[at.person.experience]
    used: dict[Muscle, float] = weekly_sets(at.past.sets, at.past.day)
    kept = []
    for place, draft in enumerate(drafts):
        weights = WEIGHTS[draft.spec.id]
        room = min((most - used[m] for m in direct(draft.spec.id)), default=most)
        if place >= FEW_SETS and draft.spec.id in PULLS and room < FEW_SETS <= draft.sets:
            continue
        sets = max(1, min(draft.sets, int(room)))
        if sets < draft.sets:
            why = say("sets", "sets_week", sets=sets, most=most)
            draft = replace(draft, sets=sets, reasons=(*draft.reasons, why))
        for muscle, weight in weights.items():
            used[muscle] += weight * sets
        kept.append(draft)
    return tuple(kept)


def loaded_day(at: Setting, wanted: Wanted) -> tuple[Portion, ...] | None:
    """Return what fits of a loaded day in its order; None if not even one pull does."""
    if not wanted.pulls:
        return None
    steps = [*_first_steps(at, wanted), *_further_steps(wanted)]
    chosen = _grow(steps, at.minutes * 60 - GENERAL_WARM_UP_S)
    if wanted.pulls[0].spec.id not in chosen:
        return None
    order = [*wanted.pulls, *filter(None, [wanted.raises, wanted.stretch])]
    return tuple(Portion(d, chosen[d.spec.id]) for d in order if d.spec.id in chosen)


def _first_steps(at: Setting, wanted: Wanted) -> list[tuple[Draft, int]]:
    """Return what comes first: a stretch, two pulls and the raise, two sets of each."""
    steps: list[tuple[Draft, int]] = []
    if wanted.stretch:
        steps.append((wanted.stretch, wanted.stretch.sets if at.goal == "mobility" else 1))
    pulls = [_up_to(pull, 1, FEW_SETS) for pull in wanted.pulls[:FEW_SETS]]
    if wanted.raises:
        pulls.insert(1 if at.goal == "posture" else FEW_SETS, _up_to(wanted.raises, 1, FEW_SETS))
    return steps + [step for several in pulls for step in several]


def _further_steps(wanted: Wanted) -> list[tuple[Draft, int]]:
    """Return what follows if there is time: the whole stretch, third sets, a third pull."""
    steps = [(wanted.stretch, wanted.stretch.sets)] if wanted.stretch else []
    for pull in wanted.pulls[:FEW_SETS]:
        steps += _up_to(pull, FEW_SETS + 1, pull.sets)
    for pull in wanted.pulls[FEW_SETS:]:
        steps += _up_to(pull, 1, pull.sets)
    return steps


def light_day(
    stretch: Draft | None, raises: Draft | None, budget_s: float
) -> tuple[Portion, ...]:  # fmt: skip
    """Return what fits of a light day; a stretch becomes shorter before it is left out."""
    steps: list[tuple[Draft, int]] = []
    for hold_s in (None, *SHORTER_S):
        if stretch and hold_s and hold_s < (stretch.target.hold_s or 0):
            stretch = shorter(stretch, hold_s)
        if stretch is None or seconds(Portion(stretch, 1)) <= budget_s:
            break
    if stretch:
        steps += [(stretch, number) for number in range(1, stretch.sets + 1)]
    if raises:
        steps += _up_to(raises, 1, raises.sets)
    chosen = _grow(steps, budget_s)
    order = filter(None, [stretch, raises])
    return tuple(Portion(d, chosen[d.spec.id]) for d in order if d.spec.id in chosen)


def shorter(stretch: Draft, hold_s: float) -> Draft:
    """Return a stretch with a shorter hold, which judges nothing."""
    target = replace(stretch.target, hold_s=hold_s, pause_s=hold_s, easy=True)
    return replace(stretch, target=target, reasons=(*stretch.reasons, say("hold", "hold_time")))


def _up_to(draft: Draft, first: int, last: int) -> list[tuple[Draft, int]]:
    """Return the numbers of sets from one to another, as far as they are wanted."""
    return [(draft, number) for number in range(first, min(last, draft.sets) + 1)]


def _grow(steps: Sequence[tuple[Draft, int]], budget_s: float) -> Mapping[str, int]:
    """Return how many sets of each fit if they are taken in their order."""
    chosen: dict[str, int] = {}
    drafts = {draft.spec.id: draft for draft, _ in steps}
    for draft, number in steps:
        more = chosen | {draft.spec.id: max(number, chosen.get(draft.spec.id, 0))}
        if sum(_set_aside_s(Portion(drafts[name], n)) for name, n in more.items()) > budget_s:
            break
        chosen = more
    return chosen
