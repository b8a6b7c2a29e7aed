"""Notes on a period for a physiotherapist, on one page to print."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Annotated

from fastapi import APIRouter, HTTPException, Query, Request
from fastapi.responses import HTMLResponse

from rhomboid.journal.journal import Journal
from rhomboid.progress.chart import digits
from rhomboid.progress.notes import CheckNote, ExerciseNote, Notes
from rhomboid.progress.notes import notes as notes_on
from rhomboid.progress.told import Told
from rhomboid.progress.words import ENGLISH as CHARTS
from rhomboid.web.pages.notes_words import ENGLISH
from rhomboid.web.pages.paper import show
from rhomboid.web.pages.words import ENGLISH as PAGES
from rhomboid.web.person import the_person, today

router = APIRouter()

_USUAL = timedelta(days=27)
"""Four weeks, if nobody says."""
_UNKNOWN = "–"


@router.get("/report", response_class=HTMLResponse)
def report(
    request: Request,
    first: Annotated[str, Query(alias="from", max_length=10)] = "",
    last: Annotated[str, Query(alias="to", max_length=10)] = "",
) -> HTMLResponse:
    """Show the notes on a period; the last four weeks if none is named."""
    to = _day(last) if last else today()
    asked = _day(first) if first else to - _USUAL
    if asked > to:
        raise HTTPException(422, ENGLISH.bad_days)
    journal: Journal = request.app.state.journal
    found = notes_on(journal, asked, to, pounds=the_person(request.app).units == "lb")
    return show(
        request,
        "notes",
        say=ENGLISH,
        notes=found,
        lead=ENGLISH.lead.format(first=CHARTS.on(found.first), last=CHARTS.on(found.last)),
        is_shortened=found.first > asked,
        done=_done(found),
        rows=[_row(one) for one in found.exercises],
        pain=_pain(found),
        faults=[_fault(one) for one in found.faults],
        unseen=[_unseen(one) for one in found.unseen],
        versions=_versions(found.versions),
    )


def _day(text: str) -> date:
    """Return a day between the years 1900 and 2200, or answer that it is none."""
    try:
        day = date.fromisoformat(text)
    except ValueError as error:
        raise HTTPException(422, ENGLISH.bad_days) from error
    if not 1901 <= day.year < 2200:
        raise HTTPException(422, ENGLISH.bad_days)
    return day


def _done(found: Notes) -> list[str]:
    """Say what was done, and what was planned."""
    kept_to = found.adherence
    sets = sum(one.sets for one in found.exercises)
    if not sets:
        return [ENGLISH.empty]
    watched = sum(one.watched for one in found.exercises)
    by = ENGLISH.watched_all if watched == sets else ENGLISH.watched
    said = [
        ENGLISH.trained.format(
            trained=kept_to.trained,
            days=kept_to.days,
            sets=CHARTS.sets(sets),
            reps=PAGES.count(sum(one.repetitions for one in found.exercises)),
        ),
        (by if watched else ENGLISH.watched_none).format(watched=watched),
        ENGLISH.kept.format(planned=CHARTS.days(kept_to.planned), kept=kept_to.kept)
        if kept_to.planned
        else ENGLISH.no_plan,
    ]
    left_out = ENGLISH.left_out.format(n=CHARTS.days(kept_to.left_out))
    return said + ([left_out] if kept_to.left_out else [])


def _row(one: ExerciseNote) -> tuple[str, ...]:
    """Return what was done of an exercise, as cells."""
    return (
        one.name,
        str(one.sets),
        str(one.watched),
        str(one.repetitions),
        one.load or _UNKNOWN,
        _of(one.good, one.counted),
        _of(one.pauses_kept, one.pauses),
        _UNKNOWN if one.hold_s is None else ENGLISH.seconds.format(s=digits(one.hold_s, 0)),
        one.span or _UNKNOWN,
        _UNKNOWN if one.effort is None else digits(one.effort, 1),
    )


def _of(number: int, of: int) -> str:
    """Return so many of so many; unknown where there are none."""
    return ENGLISH.of.format(n=number, of=of) if of else _UNKNOWN


def _pain(found: Notes) -> list[str]:
    """Say what was said of pain, with sets and apart from them, and of signs."""
    told = found.told
    if not (found.asked or told.asked or told.signs or told.morning is not None):
        return [ENGLISH.pain_none_asked]
    said = []
    if found.asked:
        words = ENGLISH.pain_some if found.pained else ENGLISH.pain_none
        said.append(words.format(asked=CHARTS.sets(found.asked), pained=found.pained))
    said += [
        ENGLISH.pain_day.format(day=CHARTS.on(one.day), worst=one.worst, names=one.names)
        for one in found.pains
    ]
    said += [ENGLISH.pain_more.format(n=found.more_pains)] if found.more_pains else []
    return said + _told(told)


def _told(told: Told) -> list[str]:
    """Say what was told of whole days."""
    said = []
    if told.worst_day is not None:
        worst = ENGLISH.told_pain.format(
            asked=CHARTS.days(told.asked), pained=told.pained, worst=told.worst,
            day=CHARTS.on(told.worst_day),
        )  # fmt: skip
        said.append(worst)
    elif told.asked:
        said.append(ENGLISH.told_no_pain.format(asked=CHARTS.days(told.asked)))
    if told.morning is not None:
        said.append(ENGLISH.pain_morning.format(n=told.morning))
    return said + [
        ENGLISH.told_signs.format(day=CHARTS.on(day), signs="; ".join(signs))
        for day, signs in told.signs
    ]


def _versions(found: Iterable[tuple[str, str, str]]) -> list[str]:
    """Say what judged, in a line for each version of the program and the model."""
    rules: dict[tuple[str, str], list[str]] = {}
    for rhomboid, model, rule in found:
        rules.setdefault((rhomboid, model), []).append(rule)
    return [
        ENGLISH.versions.format(rhomboid=rhomboid, model=model, rules=", ".join(names))
        for (rhomboid, model), names in rules.items()
    ]


def _fault(one: CheckNote) -> str:
    """Say what was found to fix."""
    return ENGLISH.fault.format(title=one.title, exercise=one.exercise, n=one.number, of=one.of)


def _unseen(one: CheckNote) -> str:
    """Say what could not be judged, and why."""
    said = ENGLISH.unseen.format(title=one.title, exercise=one.exercise, n=one.number, of=one.of)
    if not one.reason:
        return said
    return ENGLISH.unseen_why.format(said=said, reason=one.reason.rstrip("."))
