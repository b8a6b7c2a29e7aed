"""What is to be said before somebody begins a set that today's plan does not ask for.

Whoever told of something that stops training is not led past it. Who did not answer yet,
or waits for a clinician's word, is told so, and may go on by their own word.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from rhomboid.catalogue.spec import ExerciseSpec
from rhomboid.plan.day import DayPlan
from rhomboid.plan.pain import AMBER, pain_of
from rhomboid.plan.reason import Reason
from rhomboid.training.kept import KeptSet
from rhomboid.web.pages.plan_words import PLAN, PlanWords

_UNANSWERED = {"answer_first", "answer_again"}
_WAITS = {"agree_first", "flag_remembered"}
_NO_LOAD = {"corkscrew", "t_raise"}
"""What a light day may have before any question is answered."""


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
    plan: DayPlan, spec: ExerciseSpec, done: Iterable[KeptSet], words: PlanWords = PLAN
) -> Caution | None:
    """Return what to say before a set; None where the plan asks for it.

    Parameters
    ----------
    done
        The sets of today.
    """
    if plan.stop is not None:
        return Caution(plan.stop.words, "/#check-in", words.say_anew, holds=True)
    hurt = max((pain_of(kept) for kept in done if kept.exercise == spec.id), default=0)
    if hurt > AMBER:
        return Caution(words.hurt_today.format(pain=hurt), holds=True)
    if any(item.exercise == spec.id for item in plan.items):
        return None
    return _open_question(plan, spec, words) or Caution(_not_in_plan(plan, spec, words))


def _open_question(plan: DayPlan, spec: ExerciseSpec, words: PlanWords) -> Caution | None:
    """Return what has to be answered or agreed to first."""
    for reason in plan.reasons:
        if reason.code in _UNANSWERED and spec.id not in _NO_LOAD:
            return _asks(reason, "/profile/health", words.health_go)
        if reason.code in _WAITS and spec.id != "corkscrew":
            return _asks(reason, "/profile", words.profile_title)
    return None


def _asks(reason: Reason, link: str, link_text: str) -> Caution:
    """Return a caution that an answer lifts."""
    return Caution(reason.words, link, link_text, holds=True, may_go_on=True)


def _not_in_plan(plan: DayPlan, spec: ExerciseSpec, words: PlanWords) -> str:
    """Say that a plan has no such exercise today, and why if it says so."""
    name = f"{spec.exercise.name}: "
    why = next((note.words for note in plan.notes if note.words.startswith(name)), "")
    return why or words.not_in_plan
