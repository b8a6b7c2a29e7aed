"""What is to be said before somebody begins a set that today's plan does not ask for.

Whoever told of something that stops training is not led past it. Who did not answer yet,
or waits for a clinician's word, is told so, and may go on by their own word.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from rhomboid.catalogue.spec import ExerciseSpec
from rhomboid.plan.day import DayPlan
from rhomboid.plan.pain import AMBER, pain_of
from rhomboid.plan.reason import Reason
from rhomboid.plan.screening import Allowed
from rhomboid.plan.volume import direct
from rhomboid.training.kept import KeptSet
from rhomboid.web.pages.plan_words import PLAN, PlanWords

_OPEN: Mapping[Allowed, frozenset[str]] = MappingProxyType(
    {"nothing": frozenset(), "stretch": frozenset({"corkscrew"}),
     "light": frozenset({"corkscrew", "t_raise"})}
)  # fmt: skip
"""What may be done while a question is open."""
_UNANSWERED = {"answer_first", "answer_again"}
_BY_PAIN = {"red_today", "red_yesterday", "red_morning"}
"""Reasons of a day without loads that nobody goes past."""


@dataclass(frozen=True, slots=True)
class Caution:
    """What stands before a set.

    Attributes
    ----------
    text
        Why it is not for today.
    link, link_text
        Where that can be changed; empty where nothing is to be changed.
    holds
        Whether the set is not begun from here.
    may_go_on
        Whether it is begun all the same, by the person's own word.
    """

    text: str
    link: str = ""
    link_text: str = ""
    holds: bool = False
    may_go_on: bool = False


def caution(
    plan: DayPlan,
    spec: ExerciseSpec,
    done: Iterable[KeptSet],
    open_to: tuple[Allowed, tuple[Reason, ...]],
    words: PlanWords = PLAN,
) -> Caution | None:
    """Return what to say before a set; None where the plan asks for it.

    Parameters
    ----------
    done
        The sets of today.
    open_to
        How far answers and signs let the person go, and why no further.
    """
    if plan.stop is not None:
        return Caution(plan.stop.words, "/#check-in", words.say_anew, holds=True)
    hurt = max((pain_of(kept) for kept in done if _works_the_same(kept, spec)), default=0)
    if hurt > AMBER:
        return Caution(words.hurt_today.format(pain=hurt), holds=True)
    if any(item.exercise == spec.id for item in plan.items):
        return None
    level, reasons = open_to
    if reasons and level != "loads" and spec.id not in _OPEN[level]:
        return _asks(reasons[0], words)
    pain = [one.words for one in plan.reasons if one.code in _BY_PAIN]
    if pain and spec.id not in _OPEN["stretch"]:
        return Caution(pain[0], holds=True)
    return Caution(_not_in_plan(plan, spec, words))


def _works_the_same(kept: KeptSet, spec: ExerciseSpec) -> bool:
    """Return whether a set was of an exercise, or of one for the same muscles."""
    return kept.exercise == spec.id or bool(direct(kept.exercise or "") & direct(spec.id))


def _asks(reason: Reason, words: PlanWords) -> Caution:
    """Return a caution that an answer, or a clinician's word, lifts."""
    link, text = "/profile", words.profile_title
    if reason.code in _UNANSWERED:
        link, text = "/profile/health", words.health_go
    may_go_on = reason.code != "flag_remembered"
    return Caution(reason.words, link, text, holds=True, may_go_on=may_go_on)


def _not_in_plan(plan: DayPlan, spec: ExerciseSpec, words: PlanWords) -> str:
    """Say that a plan has no such exercise today, and why if it says so."""
    name = f"{spec.exercise.name}: "
    why = next((note.words for note in plan.notes if note.words.startswith(name)), "")
    return why or words.not_in_plan
