"""The journal: a month as a calendar, and a day with all that belongs to it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Annotated, Any

from fastapi import APIRouter, HTTPException, Query, Request
from fastapi.responses import HTMLResponse

from rhomboid.journal.journal import Journal
from rhomboid.journal.trends import DayRow
from rhomboid.progress.period import end_of, monday, month
from rhomboid.progress.set_line import load_said
from rhomboid.web.pages.journal_day import check_in_said, parts_of, plan_said
from rhomboid.web.pages.kept_line import exercise_name
from rhomboid.web.pages.paper import show
from rhomboid.web.pages.progress_words import ENGLISH
from rhomboid.web.pages.words import ENGLISH as PAGES
from rhomboid.web.person import the_person, today

router = APIRouter(prefix="/journal")


@dataclass(frozen=True, slots=True)
class Cell:
    """A day of the calendar.

    Attributes
    ----------
    inside
        Whether it belongs to the month that is shown.
    sets
        How many there were, in words; empty for none.
    weekday
        Its name, for a link that is read aloud.
    left_out
        Whether it was left out on purpose.
    """

    day: date
    inside: bool
    is_today: bool
    number: int
    sets: str
    weekday: str
    left_out: bool


@dataclass(frozen=True, slots=True)
class DayLine:
    """A day on which something was done, in a line.

    Attributes
    ----------
    done
        Each exercise with its sets.
    pain
        The worst that was noted; None for none.
    """

    day: date
    title: str
    done: str
    pain: int | None


@router.get("", response_class=HTMLResponse)
def calendar(
    request: Request, asked: Annotated[str, Query(alias="month", max_length=10)] = ""
) -> HTMLResponse:
    """Show a month."""
    now = today()
    first = _month(asked, now)
    last = end_of(first, by_month=True)
    journal: Journal = request.app.state.journal
    days = _by_day(journal.trends.month(first, last))
    left_out = journal.days.skipped(first, last)
    return show(
        request,
        "journal",
        say=ENGLISH,
        title=month_name(first),
        weeks=_weeks(first, now, days, left_out),
        lines=[_line(day, rows) for day, rows in sorted(days.items(), reverse=True)],
        in_sum=_sum(days),
        before=_other(first - timedelta(days=1)),
        after=_other(last + timedelta(days=1)) if last < now else None,
        is_now=first == month(now),
        is_empty=not days and not journal.sets.recent(1),
    )


@router.get("/{day}", response_class=HTMLResponse)
def one_day(request: Request, day: str) -> HTMLResponse:
    """Show one day."""
    on = _day(day)
    journal: Journal = request.app.state.journal
    before, after = journal.trends.neighbours(on)
    kept = journal.sets.between(on, on)
    shown = journal.days.shown(on)
    left_out = journal.days.skipped(on, on)
    pounds = the_person(request.app).units == "lb"
    return show(
        request,
        "journal_day",
        say=ENGLISH,
        title=day_name(on),
        month_title=month_name(on),
        month_address=f"{on:%Y-%m}",
        parts=parts_of(kept, journal.sessions.between(on, on)),
        loads={one.id: load_said(one.load, pounds=pounds) for one in kept},
        check_in=check_in_said(journal.days.check_ins(on, on)),
        plan=plan_said(shown[-1].document, pounds=pounds) if shown else None,
        left_out=left_out.get(on),
        before=None if before is None else (before.isoformat(), day_name(before)),
        after=None if after is None else (after.isoformat(), day_name(after)),
    )


def month_name(day: date) -> str:
    """Return the month of a day, in words."""
    name = PAGES.months[day.month - 1]
    return ENGLISH.month_name.format(month=name, year=f"{day.year:04d}")


def day_name(day: date) -> str:
    """Return a day in words.

    Examples
    --------
    >>> day_name(date(2026, 5, 4))
    'Monday 4 May 2026'
    """
    return PAGES.day.format(
        weekday=PAGES.weekdays[day.weekday()], day=day.day, month=PAGES.months[day.month - 1],
        year=day.year,
    )  # fmt: skip


def set_count(number: int) -> str:
    """Return so many sets, in words."""
    return (PAGES.one_set if number == 1 else PAGES.many_sets).format(n=number)


def _month(asked: str, now: date) -> date:
    """Return the first day of the month that is asked for; of this one if none is."""
    if not asked:
        return month(now)
    return _known(f"{asked}-01", ENGLISH.no_such_month)


def _day(asked: str) -> date:
    """Return the day that is asked for."""
    return _known(asked, ENGLISH.no_such_day)


def _known(asked: str, otherwise: str) -> date:
    """Return a day between the years 1900 and 2200, or answer that it is none."""
    try:
        day = date.fromisoformat(asked)
    except ValueError as error:
        raise HTTPException(404, otherwise) from error
    if not (1900 <= day.year < 2200 and day.isoformat() == asked):
        raise HTTPException(404, otherwise)
    return day


def _by_day(rows: Iterable[DayRow]) -> dict[date, list[DayRow]]:
    """Put rows together by day."""
    days: dict[date, list[DayRow]] = defaultdict(list)
    for row in rows:
        days[row.day].append(row)
    return days


def _weeks(
    first: date, now: date, days: Mapping[date, list[DayRow]], left_out: Mapping[date, str]
) -> list[list[Cell]]:
    """Return the weeks of a month, from Monday to Sunday."""
    start, last = monday(first), end_of(first, by_month=True)
    count = ((last - start).days // 7) + 1
    return [
        [
            _cell(start + timedelta(days=7 * week + n), first, now, days, left_out)
            for n in range(7)
        ]
        for week in range(count)
    ]  # fmt: skip


def _cell(
    day: date,
    first: date,
    now: date,
    days: Mapping[date, list[DayRow]],
    left_out: Mapping[date, str],
) -> Cell:
    """Return a day of the calendar."""
    sets = sum(row.sets for row in days.get(day, ()))
    return Cell(
        day,
        month(day) == first,
        day == now,
        day.day,
        set_count(sets) if sets else "",
        PAGES.weekdays[day.weekday()],
        day in left_out,
    )


def _line(day: date, rows: list[DayRow]) -> DayLine:
    """Return a day in a line."""
    done = ", ".join(f"{exercise_name(row.exercise)}: {set_count(row.sets)}" for row in rows)
    pains = [row.pain for row in rows if row.pain]
    return DayLine(day, day_name(day), done, max(pains, default=None))


def _sum(days: Mapping[date, list[DayRow]]) -> str:
    """Say what a month came to."""
    if not days:
        return ENGLISH.month_none
    sets = sum(row.sets for rows in days.values() for row in rows)
    return ENGLISH.month_sum.format(sets=set_count(sets), days=_days(len(days)))


def _days(number: int) -> str:
    """Return so many days, in words."""
    return (ENGLISH.one_day if number == 1 else ENGLISH.many_days).format(n=number)


def _other(day: date) -> dict[str, Any]:
    """Return the address and the name of another month."""
    return {"address": f"{day:%Y-%m}", "name": month_name(day)}
