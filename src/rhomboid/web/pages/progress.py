"""The page of progress: what many sets come to, of one exercise or of all."""

from typing import Annotated, Any

from fastapi import APIRouter, HTTPException, Query, Request
from fastapi.responses import HTMLResponse

from rhomboid.catalogue.read import load, names
from rhomboid.journal.journal import Journal
from rhomboid.progress.exercise import exercise_progress
from rhomboid.progress.overview import name_of, overview
from rhomboid.progress.period import NAMES, Period, named
from rhomboid.progress.words import ENGLISH as CHARTS
from rhomboid.web.pages.charts import shown
from rhomboid.web.pages.muscle_sets import muscle_map
from rhomboid.web.pages.paper import show
from rhomboid.web.pages.progress_words import ENGLISH
from rhomboid.web.pages.words import ENGLISH as PAGES
from rhomboid.web.person import the_person, today

router = APIRouter()


@router.get("/progress", response_class=HTMLResponse)
def progress(
    request: Request,
    exercise: Annotated[str, Query(max_length=200)] = "",
    time: Annotated[str, Query(max_length=8)] = "12w",
) -> HTMLResponse:
    """Show progress: of one exercise, or of all of them."""
    if time not in NAMES:
        raise HTTPException(422, ENGLISH.no_such_time)
    journal: Journal = request.app.state.journal
    span = named(time, today())
    pounds = the_person(request.app).units == "lb"
    said = (
        _one(journal, exercise, span, pounds=pounds)
        if exercise
        else _all(journal, span, pounds=pounds)
    )
    return show(
        request,
        "progress",
        say=ENGLISH,
        span=span,
        exercise=exercise,
        choices=_choices(exercise),
        is_empty=not journal.sets.recent(1),
        **said,
    )


def _one(journal: Journal, exercise: str, span: Period, *, pounds: bool) -> dict[str, Any]:
    """Return what is said of one exercise."""
    if exercise not in names() and not journal.sets.recent(1, exercise=exercise):
        raise HTTPException(404, ENGLISH.no_such_exercise)
    found = exercise_progress(journal, exercise, span, pounds=pounds)
    in_sum = ENGLISH.in_sum.format(
        name=found.name, sets=_sets(found.sets), reps=PAGES.count(found.repetitions)
    )
    more = ENGLISH.in_sum_watched if found.watched else ENGLISH.in_sum_none
    return {
        "one": found,
        "all": None,
        "in_sum": f"{in_sum} {more.format(watched=found.watched)}",
        "charts": [shown(chart) for chart in found.charts],
        "known": exercise in names(),
    }


def _all(journal: Journal, span: Period, *, pounds: bool) -> dict[str, Any]:
    """Return what is said of all exercises."""
    found = overview(journal, span, pounds=pounds)
    return {
        "one": None,
        "all": found,
        "muscles": muscle_map(found.muscles),
        "amounts": CHARTS.amounts,
        "charts": [shown(chart) for chart in found.charts],
    }


def _choices(exercise: str) -> list[tuple[str, str]]:
    """Return every exercise to choose from by id and name, the chosen one included."""
    known = sorted(names(), key=lambda name: (not load(name).exercise.of_the_six, name_of(name)))
    return [(name, name_of(name)) for name in [*known, *({exercise} - {*known, ""})]]


def _sets(number: int) -> str:
    """Return so many sets, in words."""
    return (PAGES.one_set if number == 1 else PAGES.many_sets).format(n=number)
