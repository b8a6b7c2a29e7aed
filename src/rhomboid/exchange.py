"""Where the plan meets what other programs read: a calendar, and a workout for a watch."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from pathlib import Path

from pydantic import TypeAdapter

from rhomboid.journal.exchange.calendar import Event, Told, revise, settings_of, write_calendar
from rhomboid.journal.exchange.fit_workout import Planned, fit_workout
from rhomboid.journal.journal import Journal
from rhomboid.journal.place import CALENDAR
from rhomboid.plan.ahead import week_ahead
from rhomboid.plan.day import DayPlan
from rhomboid.routine import catalogue, history, person_on, plan_of, screening_on
from rhomboid.whole_file import whole_file

KEPT_DAYS = 90
"""So long is remembered what was told of a day that is over. house"""

AHEAD_DAYS = 28
"""So many days a calendar shows. house"""

_TITLES = {
    "loaded": "Upper back: load day",
    "light": "Upper back: light day",
    "stopped": "No training for now",
    "rest": "Left out",
}
_Days = dict[date, Told]
_MEMORY, _OLD_MEMORY = TypeAdapter(dict[str, _Days]), TypeAdapter(_Days)


@dataclass(frozen=True, slots=True)
class Reminder:
    """When training begins, and when to remind of it.

    Attributes
    ----------
    begins
        Time of day, by the clock on the wall.
    before_min
        How long before; 0 for never.
    """

    begins: time = time(18)
    before_min: int = 30


def feed(
    plans: Iterable[DayPlan],
    person: str,
    before: Mapping[date, Told],
    now: datetime,
    reminder: Reminder | None = None,
) -> tuple[str, dict[date, Told]]:
    """Return planned days as a calendar, and what is told with it.

    Pure. Give what is told back as `before` the next time: then an event that changed
    carries a higher SEQUENCE, and one that did not stays as it was.

    Parameters
    ----------
    plans
        One for each day, as :func:`rhomboid.plan.ahead.week_ahead` gives them.
    person
        Whose they are.
    before
        What was told last, by day.
    now
        With its zone.
    reminder
        When training begins.
    """
    when = reminder or Reminder()
    events = [event_of(plan) for plan in plans]
    settings = settings_of(when.begins, when.before_min)
    told = revise(events, before, now, settings=settings)
    text = write_calendar(
        events, told, person, begins=when.begins, remind_min=when.before_min
    )  # fmt: skip
    return text, {**before, **told}


def plans_ahead(journal: Journal, today: date, days: int = AHEAD_DAYS) -> list[DayPlan]:
    """Return the plans of today and the days after it; days left out are known ahead.

    Raises
    ------
    JournalError
        If the journal cannot be read.
    """
    last = today + timedelta(days=days - 1)
    past = history(journal, today)
    past = replace(past, skipped=past.skipped | frozenset(journal.days.skipped(today, last)))
    person, screening = person_on(journal, today), screening_on(journal, today)
    ahead = week_ahead(person, past, today, catalogue(), screening, days=days)
    return [plan_of(journal, today, today), *ahead[1:]]


def kept_feed(
    journal: Journal, now: datetime, reminder: Reminder | None = None, *, days: int = AHEAD_DAYS
) -> str:
    """Return :func:`feed` of the days ahead, with what is told remembered beside the journal.

    Parameters
    ----------
    journal
        Whose plan it is.
    now
        With the zone in which today is today.
    reminder
        When training begins.
    days
        How many, today included.

    Raises
    ------
    JournalError
        If the journal cannot be read.
    OutputError
        If what is told cannot be remembered.
    """
    when = reminder or Reminder()
    plans = plans_ahead(journal, now.date(), days)
    file, settings = journal.folder / CALENDAR, settings_of(when.begins, when.before_min)
    memory = _remembered(file)
    before = memory[settings] if settings in memory else _newest(memory)
    text, told = feed(plans, journal.person, before, now, when)
    content = _MEMORY.dump_json(_recent({**memory, settings: told}, now.date()))
    if not file.exists() or file.read_bytes() != content:
        with whole_file(file) as part:
            part.write_bytes(content)
    return text


def _remembered(file: Path) -> dict[str, _Days]:
    """Return what was told last with which settings; nothing if that is gone or damaged."""
    try:
        known = json.loads(file.read_bytes())
        try:
            return _MEMORY.validate_python(known)
        except ValueError:
            return {"": _OLD_MEMORY.validate_python(known)}
    except (OSError, ValueError):
        return {}


def _newest(memory: Mapping[str, _Days]) -> _Days:
    """Return what settings that are new go on from: of every day the highest number told.

    A calendar that was told of a day with other settings then takes the change.
    """
    newest: _Days = {}
    for days in memory.values():
        for day, told in days.items():
            known = newest.get(day)
            newest[day] = max(known or told, told, key=lambda one: one.sequence)
    return newest


def _recent(memory: Mapping[str, _Days], today: date) -> dict[str, _Days]:
    """Return what is worth remembering, of each of the settings."""
    oldest = today - timedelta(days=KEPT_DAYS)
    kept = {
        settings: {day: told for day, told in days.items() if day >= oldest}
        for settings, days in memory.items()
        if settings
    }
    return {settings: days for settings, days in kept.items() if days}


def event_of(plan: DayPlan) -> Event:
    """Return the event of a planned day; one without training is cancelled.

    Examples
    --------
    >>> event_of(DayPlan(date(2026, 5, 4), "rest", (), (), 0.0, 0.0, 30)).is_cancelled
    True
    """
    is_off = plan.kind in ("rest", "stopped") or not plan.items
    lines = [f"{item.name}, {len(item.work)} x, about {item.minutes} min" for item in plan.items]
    if plan.stop is not None:
        lines.append(plan.stop.words)
    minutes = plan.minutes or plan.budget_min
    return Event(plan.day, _TITLES[plan.kind], "\n".join(lines), minutes, is_off)


def workout(plan: DayPlan, now: datetime) -> bytes:
    """Return what remains of a day as a workout of FIT.

    Raises
    ------
    ValueError
        If nothing remains.
    """
    items = [Planned(item.exercise, item.name, item.remaining) for item in plan.items]
    return fit_workout(f"rhomboid {plan.day}", items, now)
