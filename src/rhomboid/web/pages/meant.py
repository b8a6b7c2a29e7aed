"""What the plan of today still asks for of an exercise, as the live page has it."""

from collections import Counter
from dataclasses import replace
from typing import Any

from pydantic import TypeAdapter

from rhomboid.journal.journal import Journal
from rhomboid.plan.day import DayPlan, Item
from rhomboid.routine import person_on, session_of
from rhomboid.training.person import Person
from rhomboid.training.target import Target
from rhomboid.web.pages.coach_words import COACH, NEXT_SET
from rhomboid.web.pages.plan_view import set_lines

_TARGETS = TypeAdapter(tuple[Target, ...])


def meant(journal: Journal, plan: DayPlan, exercise: str) -> dict[str, Any] | None:
    """Return what the plan still asks for, and how much of it is done; None if it never did.

    Of each set that remains there is its ``place`` among the sets of its kind (the
    number and how many there are), and its ``line``: how much it is, in words.
    """
    item = next((one for one in plan.items if one.exercise == exercise), None)
    if item is None:
        return None
    person = person_on(journal, plan.day)
    return {
        "session": session_of(journal, plan.day),
        "targets": _TARGETS.dump_python(item.remaining, mode="json"),
        "places": _places(item),
        "lines": [_line(item, target, person) for target in item.remaining],
    }


def first_line(asked: dict[str, Any] | None) -> str:
    """Say what the next set is; empty where the plan asks for none."""
    if not asked or not asked["targets"]:
        return ""
    (number, total), warm_up = asked["places"][0], asked["targets"][0]["kind"] == "warm_up"
    said = COACH.warm_up_of if warm_up else COACH.set_of
    return COACH.next_is.format(which=said.format(n=number, all=total), what=asked["lines"][0])


def _places(item: Item) -> list[tuple[int, int]]:
    """Return of each set that remains its number among its kind, and how many there are."""
    every = Counter(target.kind for target in item.targets)
    left = Counter(target.kind for target in item.remaining)
    places = []
    for target in item.remaining:
        places.append((every[target.kind] - left[target.kind] + 1, every[target.kind]))
        left[target.kind] -= 1
    return places


def _line(item: Item, target: Target, person: Person) -> str:
    """Say how much one set is."""
    return set_lines(replace(item, targets=(target,)), person, NEXT_SET)[0]
