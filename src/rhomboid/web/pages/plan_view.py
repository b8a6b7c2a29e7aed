"""A day's plan as a page says it."""

from dataclasses import dataclass
from itertools import groupby
from typing import Any

from rhomboid.plan.day import DayPlan, Item
from rhomboid.plan.reason import Reason
from rhomboid.plan.words import amount
from rhomboid.training.person import Person
from rhomboid.training.target import Target
from rhomboid.web.pages.dose import span
from rhomboid.web.pages.plan_words import PLAN, PlanWords
from rhomboid.web.pages.source import source_name

_ASKS = {"answer_first", "answer_again"}
"""Codes of reasons that ask for answers about somebody's health."""


@dataclass(frozen=True, slots=True)
class ItemView:
    """One exercise of the day, in words.

    Attributes
    ----------
    sets
        What is to be done, a line for each kind of set.
    state
        How much of it is done; empty where nothing is.
    train_url
        Where the next set is begun; empty where nothing remains.
    """

    exercise: str
    name: str
    gear: str
    minutes: int
    sets: tuple[str, ...]
    state: str
    train_url: str
    reasons: tuple[dict[str, Any], ...]
    article_dose: str


def item_view(item: Item, person: Person, words: PlanWords = PLAN) -> ItemView:
    """Return one exercise as a page says it."""
    done = len(item.targets) - len(item.remaining)
    state = words.some_left.format(done=done, all=len(item.targets)) if done else ""
    url = f"/exercises/{item.exercise}/train" if item.remaining else ""
    return ItemView(
        item.exercise,
        item.name,
        item.gear_name,
        minutes_of(left_s(item)),
        tuple(set_lines(item, person, words)),
        state if item.remaining else words.done,
        url,
        tuple(reason_view(reason) for reason in item.reasons),
        item.article_dose,
    )


def left_s(item: Item) -> float:
    """Return about how long what remains of an exercise takes."""
    return item.seconds * len(item.remaining) / max(1, len(item.targets))


def minutes_of(length_s: float) -> int:
    """Return a length in whole minutes, at least one."""
    return max(1, round(length_s / 60))


def set_lines(item: Item, person: Person, words: PlanWords = PLAN) -> list[str]:
    """Say what is to be done: sets that are alike in one line."""
    return [
        _line(target, len(list(alike)), person, words) for target, alike in groupby(item.targets)
    ]


def _line(target: Target, number: int, person: Person, words: PlanWords) -> str:
    """Say some sets that are alike."""
    reps = span(target.repetitions)
    if target.hold_s is not None:
        side = {"left": words.left_side, "right": words.right_side}.get(target.side, "")
        said = words.set_hold if number == 1 else words.many_holds
        return said.format(n=number, reps=reps, s=f"{target.hold_s:g}", side=side)
    load = words.find_load if target.kind == "work" else ""
    if target.load is not None:
        no_load = target.load.axis in ("none", "seconds")
        load = "" if no_load else words.at_load.format(load=amount(target.load, person))
    elif target.gear == "bottles":
        load = ""
    if target.kind == "warm_up":
        return words.set_warm.format(n=number, reps=reps, load=load)
    said = words.set_work.format(n=number, reps=reps, load=load)
    return said + (words.set_pause.format(s=f"{target.pause_s:g}") if target.pause_s >= 2 else "")


def reason_view(reason: Reason) -> dict[str, Any]:
    """Return a reason and where it comes from."""
    return {
        "words": reason.words,
        "source": source_name(reason.source),
        "code": reason.code,
        "is_own": reason.source == "house",
    }


def minutes_left(plan: DayPlan) -> int:
    """Return how long what remains of a day takes, the general warm-up until something is done."""
    if all(item.remaining == item.targets for item in plan.items):
        return plan.minutes
    return minutes_of(sum(left_s(item) for item in plan.items))


def plan_view(
    plan: DayPlan, person: Person, words: PlanWords = PLAN, *, is_known: bool = True
) -> dict[str, Any]:
    """Return a whole day as a page says it; goals that nobody named are not spoken of."""
    told = [r for r in plan.reasons if is_known or not r.code.startswith("goal_")]
    return {
        "kind": plan.kind,
        "title": words.kinds[plan.kind],
        "minutes": minutes_left(plan),
        "is_begun": any(item.remaining != item.targets for item in plan.items),
        "budget": plan.budget_min,
        "done": bool(plan.items) and plan.done,
        "stop": plan.stop,
        "exercises": [item_view(item, person, words) for item in plan.items],
        "reasons": [reason_view(reason) for reason in told],
        "notes": [reason_view(reason) for reason in plan.notes],
        "asks": any(r.code in _ASKS for r in (*plan.notes, *plan.reasons)),
    }
