"""What must hold on every day of everybody; a law that is broken ends the run with a sentence.

The laws are written from what the plan promises, and share none of its arithmetic.
"""

from collections.abc import Callable, Iterator, Sequence
from datetime import timedelta

from benchmarks.year.life import Life, Lived
from benchmarks.year.nature import STRETCH
from benchmarks.year.stuck import held, silent
from rhomboid import routine
from rhomboid.catalogue.read import sources
from rhomboid.plan.day import DayPlan, Item
from rhomboid.plan.gear import WAYS
from rhomboid.plan.sources import SOURCES
from rhomboid.plan.volume import WEIGHTS
from rhomboid.training.kept import KeptSet
from rhomboid.training.target import Target

RED, RED_DAYS = 5, 7
GAP_DAYS = {"new": 3, "some": 3, "trained": 2}
AGAIN_DAYS = 10
NUMBERS = {"exercise", "gear", "load", "sets", "repetitions", "effort", "rest", "tempo"}
NUMBERS_OF_A_HOLD = {"exercise", "gear", "hold", "repetitions", "rest", "tempo"}


class LawBrokenError(Exception):
    """A law does not hold; says who, when and what."""


def check_laws(life: Life) -> int:
    """Hold the last day of a life against every law; return how many were held.

    Raises
    ------
    LawBrokenError
        If one does not hold.
    """
    for law in LAWS:
        fault = next(law(life), None)
        if fault is not None:
            day = life.days[-1]
            words = (law.__doc__ or "").splitlines()[0].rstrip(".")
            who = f"{life.nature.id}, day {day.number} ({day.day})"
            raise LawBrokenError(f"{who}: {words}: {fault}")
    return len(LAWS)


def _a_day_between(life: Life) -> Iterator[str]:
    """No muscle works hard two days in a row."""
    today = life.days[-1]
    before = life.days[-2] if len(life.days) > 1 else None
    for one, other in ((_done(today), before and _done(before)),
                       (_planned(today.plan), before and _done(before))):  # fmt: skip
        both = one & (other or set())
        if both:
            yield ", ".join(sorted(both))


def _within_time(life: Life) -> Iterator[str]:
    """No day asks for more time than there is."""
    plan, minutes = life.days[-1].plan, life.nature.person.minutes
    least_s = plan.warm_up_s + sum(_least_s(item) for item in plan.items)
    if plan.minutes > minutes or least_s > 60 * minutes:
        needed = f"{least_s / 60:.1f} are needed, {minutes} are there"
        yield f"{plan.minutes} minutes are shown, {needed}"


def _gear_at_hand(life: Life) -> Iterator[str]:
    """Only gear at hand is asked for."""
    for item in life.days[-1].plan.items:
        way = next((w for w in WAYS[item.exercise] if w.gear == item.gear), None)
        if way is None or not way.needs <= life.nature.person.gear:
            yield f"{item.exercise} with {item.gear}"


def _no_step_after_pain(life: Life) -> Iterator[str]:
    """Nothing gets harder within seven days of red pain."""
    if not _red_lately(life.days):
        return
    for item in _loaded(life.days[-1].plan):
        last, now = _last(life.days[:-1], item), item.work[0].load
        if last and now and (old := _lightest(last)) is not None and now.value > old + 1e-6:
            yield f"{item.exercise} goes from {old:g} to {now.value:g}"


def _a_step_is_earned(life: Life) -> Iterator[str]:
    """Nothing gets harder after faults, or after sets that were missed or fell short."""
    for item in _loaded(life.days[-1].plan):
        last, now = _last(life.days[:-1], item), item.work[0].load
        if not last or now is None or (old := _lightest(last)) is None or now.value <= old + 1e-6:
            continue
        fault = _unearned(last)
        if fault and not _begins(item):
            yield f"{item.exercise} goes from {old:g} to {now.value:g} though {fault}"


def _answers_first(life: Life) -> Iterator[str]:
    """Nothing is loaded before the questions are answered."""
    today = life.days[-1]
    if today.number < life.nature.answers_on and _loaded(today.plan):
        yield today.plan.kind


def _deadlifts_apart(life: Life) -> Iterator[str]:
    """Deadlifts have their days between, and come twice a week at most."""
    days = [d.number for d in life.days[-8:] if _did(d, "deadlift")]
    if not days or days[-1] != life.days[-1].number:
        return
    gap = GAP_DAYS[life.nature.person.experience]
    if len(days) > 1 and days[-1] - days[-2] < gap:
        yield f"{days[-1] - days[-2]} days between"
    if sum(day > days[-1] - 7 for day in days) > 2:
        yield "three in a week"


def _reasons_with_sources(life: Life) -> Iterator[str]:
    """Every item and every number has reasons, and every reason a source that is known."""
    plan = life.days[-1].plan
    for reason in (*plan.reasons, *plan.notes, *(r for item in plan.items for r in item.reasons)):
        if not reason.words or reason.source not in _KNOWN:
            yield f"{reason.code}: {reason.source!r}"
    for item in plan.items:
        wanted = NUMBERS_OF_A_HOLD if item.exercise == STRETCH else NUMBERS
        missing = wanted - {reason.about for reason in item.reasons}
        if missing:
            yield f"{item.exercise} says nothing of {', '.join(sorted(missing))}"


def _shown_again(life: Life) -> Iterator[str]:
    """No plan of a past day is another when it is shown again."""
    today = life.days[-1]
    for past in life.days[-1 - AGAIN_DAYS : -AGAIN_DAYS]:
        if routine.plan_of(life.journal, past.day, today.day) != past.again:
            yield f"that of {past.day} is another"


def _never_silent(life: Life) -> Iterator[str]:
    """Nobody stays at a load for more than a month of training without a reason."""
    for run in held(life.days):
        if silent(run):
            yield f"{run.exercise} at {run.load:g} for {run.days} days"


LAWS: tuple[Callable[[Life], Iterator[str]], ...] = (
    _a_day_between, _within_time, _gear_at_hand, _no_step_after_pain, _a_step_is_earned,
    _answers_first, _deadlifts_apart, _reasons_with_sources, _shown_again, _never_silent,
)  # fmt: skip
"""Every law."""

_KNOWN = {"house", *SOURCES, *sources()}


def _hard(target: Target | None) -> bool:
    """Return whether a target counts and is not meant to be easy."""
    return target is not None and target.kind == "work" and not target.easy


def _muscles(exercises: Sequence[str]) -> set[str]:
    """Return what exercises are done for."""
    return {m for name in exercises for m, share in WEIGHTS.get(name, {}).items() if share >= 1}


def _done(day: Lived) -> set[str]:
    """Return the muscles that worked hard on a day."""
    return _muscles([k.exercise or "" for k in day.sets if _hard(k.target) and k.total])


def _planned(plan: DayPlan) -> set[str]:
    """Return the muscles that a plan works hard."""
    return _muscles([item.exercise for item in plan.items if any(map(_hard, item.work))])


def _did(day: Lived, exercise: str) -> bool:
    """Return whether an exercise was more than prepared on a day."""
    return any(k.exercise == exercise and k.total and k.target and k.target.kind == "work"
               for k in day.sets)  # fmt: skip


def _loaded(plan: DayPlan) -> list[Item]:
    """Return the items of a plan that are hard."""
    return [i for i in plan.items if i.exercise != STRETCH and any(map(_hard, i.work))]


def _least_s(item: Item) -> float:
    """Return how long an item takes at its longest, without the way to it."""
    return sum(
        t.repetitions[1] * (t.out_s + (t.pause_s if t.hold_s is None else t.hold_s) + t.back_s)
        for t in item.targets
    )


def _red_lately(days: Sequence[Lived]) -> bool:
    """Return whether pain was red within the last seven days, as far as it was told."""
    today = days[-1]
    for day in days[-1 - RED_DAYS :]:
        told = max(day.said.pain or 0, day.said.morning_pain or 0) if day.said else 0
        felt = max((k.rating.pain or 0 for k in day.sets if day is not today), default=0)
        if max(told, felt) > RED and today.day - day.day <= timedelta(days=RED_DAYS):
            return True
    return False


def _last(days: Sequence[Lived], item: Item) -> list[KeptSet]:
    """Return the hard sets of the last time an exercise was done with the same gear."""
    for day in reversed(days[-84:]):
        found = [k for k in day.sets if k.exercise == item.exercise and _hard(k.target)
                 and k.gear == item.gear]  # fmt: skip
        if found:
            return found
    return []


def _lightest(sets: Sequence[KeptSet]) -> float | None:
    """Return the lightest load of some sets."""
    return min((k.load.value for k in sets if k.load is not None), default=None)


def _unearned(sets: Sequence[KeptSet]) -> str:
    """Return why some sets earned no step; empty if they did."""
    target = sets[0].target
    assert target is not None
    good = [min(k.total, k.tally.good) if k.tally else k.total for k in sets]
    if len(sets) < target.sets:
        return f"{len(sets)} of {target.sets} sets were done"
    if any(k.tally is not None and k.tally.faults for k in sets):
        return "there were faults"
    return f"{min(good)} were good" if min(good) < target.repetitions[1] else ""


def _begins(item: Item) -> bool:
    """Return whether the exercise began anew today, which is no step."""
    codes = {reason.code for reason in item.about("load")}
    return bool(codes & {"first_band", "first_angle", "find_weight", "long_ago", "new_gear"})
