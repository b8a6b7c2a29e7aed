"""Whether somebody trains today, and how far: signs, answers and pain come first."""

from dataclasses import dataclass
from datetime import date, timedelta

from rhomboid.plan.day import DayKind, Stop
from rhomboid.plan.history import Past
from rhomboid.plan.pain import AMBER, GREEN, often_red, red_days
from rhomboid.plan.reason import Reason
from rhomboid.plan.rhythm import pull_days
from rhomboid.plan.screening import (
    CARE_NOW,
    QUESTIONS,
    RED_FLAGS,
    Allowed,
    agreed_since,
    allowed,
    current,
    soonest,
    yes_of,
)
from rhomboid.plan.setting import Setting
from rhomboid.plan.words import day_name, say
from rhomboid.training.checkin import CheckIn

REMEMBERED = timedelta(days=28)
"""For so long a sign keeps loads away unless a clinician agreed after it. House."""


@dataclass(frozen=True, slots=True)
class Gate:
    """What is open today.

    Attributes
    ----------
    kind
        ``stopped``, ``light`` or ``loaded``.
    raises
        Whether an easy raise with a band is open as well as the stretch.
    reasons
        Why.
    stop
        What to do instead; None if anything is open.
    weights
        Whether that raise may be with weights.
    """

    kind: DayKind
    raises: bool
    reasons: tuple[Reason, ...]
    stop: Stop | None = None
    weights: bool = True


def gate(at: Setting) -> Gate:
    """Return what is open on a day."""
    stop = _stop(at)
    if stop is not None:
        return Gate("stopped", raises=False, reasons=(), stop=stop)
    level, because = how_far(at)
    if level != "loads":
        raises = level == "light" and not _sore(at.past)
        return Gate("light", raises=raises, reasons=because, weights=False)
    because = _light_today(at)
    if because:
        return Gate("light", raises=not _sore(at.past), reasons=because)
    return Gate("loaded", raises=True, reasons=(say("day", "load_day"),))


def _stop(at: Setting) -> Stop | None:
    """Return why nobody trains now."""
    flagged = _flagged(at.past)
    if flagged is not None and not _told_better(at.past, flagged):
        urgency = soonest(flagged.red_flags)
        signs = "; ".join(RED_FLAGS[flag].words for flag in sorted(flagged.red_flags))
        return Stop(urgency, f"You told of: {signs.lower()}. {CARE_NOW[urgency]}")
    if allowed(at.screening, at.person, at.past.day) == "nothing":
        return Stop("doctor", f"{QUESTIONS['chest'].then} {CARE_NOW['doctor']}")
    pain = _pain_now(at.past.check_in)
    if pain > AMBER:
        if often_red(at.past):
            return Stop("doctor", say("care", "red_again", pain=pain).words)
        return Stop("pause", say("care", "red_now", pain=pain).words)
    return None


def _flagged(past: Past) -> CheckIn | None:
    """Return the last check-in that told of a sign."""
    return next((c for c in reversed(past.check_ins) if c.signs), None)


def _told_better(past: Past, flagged: CheckIn) -> bool:
    """Return whether the signs have gone: the same day, or by a later word of how they are."""
    return not flagged.red_flags or any(c.day > flagged.day and c.is_answer for c in past.check_ins)


def _pain_now(said: CheckIn | None) -> int:
    """Return the pain of now; that of the morning if nothing else was said."""
    if said is None:
        return 0
    return said.pain if said.pain is not None else said.morning_pain or 0


def how_far(at: Setting) -> tuple[Allowed, tuple[Reason, ...]]:
    """Return how far answers and signs let somebody go, and why no further."""
    level, day = allowed(at.screening, at.person, at.past.day), at.past.day
    flagged = _flagged(at.past)
    if flagged is not None and day - flagged.day <= REMEMBERED and not _agreed(at, flagged.day):
        return "stretch", (say("care", "flag_remembered", day=day_name(flagged.day)),)
    if at.screening is None:
        return level, (say("care", "answer_first"),)
    if level == "loads":
        return level, ()
    if not current(at.screening, day):
        return level, (say("care", "answer_again"),)
    asked = [q for q in QUESTIONS if q in yes_of(at.screening, at.person)]
    then = [QUESTIONS[q].then for q in asked if QUESTIONS[q].until_agreed != "loads"]
    return level, (say("care", "agree_first", then=" ".join(then)),)


def _agreed(at: Setting, day: date) -> bool:
    """Return whether a clinician agreed on or after a day; for a sign the date must be known."""
    return at.person.cleared_on is not None and agreed_since(at.person, day)


def _light_today(at: Setting) -> tuple[Reason, ...]:
    """Return why no load is due, if so."""
    past, said = at.past, at.past.check_in
    causes = {
        "red_today": said is not None and (said.worst or 0) > AMBER,
        "red_yesterday": past.yesterday in red_days(past) and _pain_now_or(past, AMBER) > GREEN,
        "red_morning": said is not None and (said.morning_pain or 0) > AMBER,
        "no_load_days": not at.person.days,
        "not_a_load_day": past.day.weekday() not in at.person.days,
        "pulls_yesterday": past.yesterday in pull_days(past),
    }
    return next(((say("day", code),) for code, so in causes.items() if so), ())


def _pain_now_or(past: Past, unsaid: int) -> int:
    """Return the pain of now, or a number where nothing was said."""
    said = past.check_in
    return unsaid if said is None or said.pain is None else said.pain


def _sore(past: Past) -> bool:
    """Return whether pain is a reason for the stretch alone."""
    yesterday = past.yesterday in red_days(past) and _pain_now_or(past, AMBER) > GREEN
    return yesterday or past.day in red_days(past)
