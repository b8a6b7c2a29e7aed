"""Today's routine: what the journal knows becomes a plan, and what was done goes back in."""

from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid5

from pydantic import TypeAdapter

from rhomboid.catalogue.read import load, names
from rhomboid.catalogue.spec import ExerciseSpec
from rhomboid.plan.ahead import week_ahead
from rhomboid.plan.day import DayPlan
from rhomboid.plan.gate import how_far
from rhomboid.plan.gear import WAYS
from rhomboid.plan.history import History
from rhomboid.plan.reason import Reason
from rhomboid.plan.screening import Allowed
from rhomboid.plan.setting import setting
from rhomboid.plan.today import plan_day
from rhomboid.training.checkin import CheckIn, RedFlag
from rhomboid.training.person import Person
from rhomboid.training.screening import Screening
from rhomboid.version import __version__

if TYPE_CHECKING:
    from rhomboid.journal.journal import Journal

_LOOKED_AT = timedelta(days=120)
"""How far back a plan looks: twelve weeks are its longest memory. house"""
_DAYS = UUID("6f1c1f0e-2d0b-4f0c-9a57-0c4c1f7f2f11")
"""The space of names of sessions."""
_PLAN: TypeAdapter[DayPlan] = TypeAdapter(DayPlan)


@cache
def catalogue() -> dict[str, ExerciseSpec]:
    """Return every shipped exercise by its id."""
    return {name: load(name) for name in names()}


def person_on(journal: "Journal", day: date) -> Person:
    """Return what was known of the person on a day; the usual where nothing was.

    Raises
    ------
    JournalError
        If the journal cannot be read.
    """
    return journal.profile.on(day) or Person()


def screening_on(journal: "Journal", day: date) -> Screening | None:
    """Return the last answers to the questions of safety that were given by a day.

    Raises
    ------
    JournalError
        If the journal cannot be read.
    """
    given = [one for one in journal.days.screenings() if one.day <= day]
    if not given:
        return None
    return Screening(given[-1].day, frozenset(given[-1].answers.get("yes", ())))


def history(journal: "Journal", day: date) -> History:
    """Return what lies behind a day, as far as a plan looks back.

    Of an exercise that was not done for longer, the last set stands for all.

    Raises
    ------
    JournalError
        If the journal cannot be read.
    """
    first = day - _LOOKED_AT
    done = journal.sets.between(first, day)
    seen = {kept.exercise for kept in done}
    older = [
        kept
        for exercise in WAYS
        if exercise not in seen
        for kept in journal.sets.recent(1, exercise=exercise)
        if kept.started_at.date() < first
    ]
    return History(
        (*older, *done), _check_ins(journal, day), frozenset(journal.days.skipped(first, day))
    )


def _check_ins(journal: "Journal", day: date) -> tuple[CheckIn, ...]:
    """Return what was said lately; all of it where nobody said for long how they are."""
    lately = tuple(journal.days.check_ins(day - _LOOKED_AT, day))
    if any(said.is_answer for said in lately):
        return lately
    return tuple(journal.days.check_ins(date.min, day))


def how_far_on(journal: "Journal", day: date) -> tuple[Allowed, tuple[Reason, ...]]:
    """Return how far answers and signs let the person go on a day, and why no further.

    Raises
    ------
    JournalError
        If the journal cannot be read.
    """
    past = History((), _check_ins(journal, day)).until(day)
    person, answers = person_on(journal, day), screening_on(journal, day)
    return how_far(setting(past, person, catalogue(), answers, frozenset(), None))


def plan_for(journal: "Journal", day: date) -> DayPlan:
    """Return the plan of a day by all that is known of it now, and keep that it was shown.

    Raises
    ------
    JournalError
        If the journal cannot be read or written.
    """
    plan = _plan(journal, day)
    journal.days.show(day, _PLAN.dump_python(plan, mode="json"), __version__)
    return plan


def plan_shown(journal: "Journal", day: date) -> DayPlan | None:
    """Return the plan of a day as it was shown last; None if none was.

    Raises
    ------
    JournalError
        If the journal cannot be read.
    """
    shown = journal.days.shown(day)
    return _PLAN.validate_python(shown[-1].document) if shown else None


def plan_of(journal: "Journal", day: date, today: date) -> DayPlan:
    """Return the plan of any day: as it was shown, or as it would be; nothing is kept.

    Raises
    ------
    JournalError
        If the journal cannot be read.
    """
    if day < today:
        return plan_shown(journal, day) or _plan(journal, day)
    if day == today:
        return _plan(journal, day)
    ahead = week_ahead(
        person_on(journal, today), history(journal, today), today, catalogue(),
        screening_on(journal, today), days=(day - today).days + 1,
        without=check_in_on(journal, today).without,
    )  # fmt: skip
    return ahead[-1]


def _plan(journal: "Journal", day: date) -> DayPlan:
    """Return the plan of a day."""
    said = check_in_on(journal, day)
    return plan_day(
        person_on(journal, day),
        history(journal, day),
        day,
        catalogue(),
        screening_on(journal, day),
        without=said.without,
        minutes=said.minutes,
    )


def stand_ins(journal: "Journal", day: date) -> dict[str, tuple[str, ...]]:
    """Return for each exercise that is set aside today what the plan has in its place, by name.

    Raises
    ------
    JournalError
        If the journal cannot be read.
    """
    said = check_in_on(journal, day)
    if not said.without:
        return {}
    person, past, answers = (
        person_on(journal, day),
        history(journal, day),
        screening_on(journal, day),
    )

    def items(without: frozenset[str]) -> dict[str, str]:
        plan = plan_day(
            person, past, day, catalogue(), answers, without=without, minutes=said.minutes
        )
        return {item.exercise: item.name for item in plan.items}

    now = items(said.without)
    before = {name: items(said.without - {name}) for name in sorted(said.without)}
    return {
        name: tuple(title for id_, title in now.items() if id_ not in then)
        for name, then in before.items()
    }


def check_in_on(journal: "Journal", day: date) -> CheckIn:
    """Return what was said of a day; an empty one where nothing was.

    Raises
    ------
    JournalError
        If the journal cannot be read.
    """
    said = journal.days.check_ins(day, day)
    return said[0] if said else CheckIn(day)


def say_of(journal: "Journal", day: date, **told: Any) -> CheckIn:
    """Keep a wish for a day, beside what was said before.

    Raises
    ------
    ValueError
        If a number is off its scale.
    JournalError
        If it cannot be written.
    """
    return journal.days.amend(day, lambda before: replace(before, **told))


def answer(
    journal: "Journal",
    said: CheckIn,
    shown: frozenset[RedFlag] = frozenset(),
    *,
    is_mistake: bool = False,
) -> CheckIn:
    """Keep how somebody is on a day, beside what was said before.

    What is not said stays, and so does the worst pain of the day. A sign is taken back only in
    a form that showed it: one that was opened before says nothing of it.

    Parameters
    ----------
    shown
        The signs that the form showed as told.
    is_mistake
        Whether those of them that are not told again were told by mistake; else they are
        remembered as signs that have gone.

    Raises
    ------
    JournalError
        If it cannot be written.
    """

    def change(before: CheckIn) -> CheckIn:
        told = {
            name: getattr(said, name)
            for name in ("readiness", "pain", "morning_pain")
            if getattr(said, name) is not None
        }
        gone = shown - said.red_flags
        worst = [pain for pain in (before.worst, said.pain) if pain is not None]
        return replace(
            before, **told, soreness={**before.soreness, **said.soreness}, asked=True,
            red_flags=said.red_flags | (before.red_flags - gone),
            told_flags=(before.signs | said.red_flags) - (gone if is_mistake else frozenset()),
            worst_pain=max(worst, default=None),
        )  # fmt: skip

    return journal.days.amend(said.day, change)


def session_of(journal: "Journal", day: date) -> str:
    """Return the id of the session of a day: the same whoever asks."""
    return str(uuid5(_DAYS, f"{journal.person} {day.isoformat()}"))


def plan_json(plan: DayPlan) -> str:
    """Return a plan as JSON."""
    return _PLAN.dump_json(plan, indent=1).decode()
