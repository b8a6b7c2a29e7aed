"""The profile: what the plan knows of a person, and the questions about their health."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from fastapi import APIRouter, HTTPException, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from pydantic import TypeAdapter, ValidationError
from starlette.concurrency import run_in_threadpool

from rhomboid.catalogue.read import load
from rhomboid.journal.days import Screening as Answers
from rhomboid.plan.gear import ANYWHERE, WAYS
from rhomboid.plan.screening import QUESTIONS
from rhomboid.plan.words import day_name
from rhomboid.routine import screening_on
from rhomboid.training.person import Person
from rhomboid.web.pages.calendar import calendar_path
from rhomboid.web.pages.paper import show
from rhomboid.web.pages.plan_words import PLAN
from rhomboid.web.person import the_person, today

router = APIRouter(prefix="/profile")

_PERSON: TypeAdapter[Person] = TypeAdapter(Person)
_MOST_BANDS, _MOST_NAME = 12, 40


def gear_names() -> dict[str, str]:
    """Return everything the six can be done with, by id, in the order of the exercises."""
    known: dict[str, str] = {}
    for exercise in WAYS:
        equipment = load(exercise).equipment
        for one in (*equipment.usual, *equipment.substitutes):
            known.setdefault(one.id, one.name)
    needed = [gear for ways in WAYS.values() for way in ways for gear in sorted(way.needs)]
    return {gear: known[gear] for gear in dict.fromkeys(needed) if gear != ANYWHERE}


def questions(person: Person) -> dict[str, Any]:
    """Return what the form of a profile shows."""
    return {"person": person, "gear": gear_names()}


@router.get("", response_class=HTMLResponse)
def page(request: Request) -> HTMLResponse:
    """Show the profile."""
    person = the_person(request.app)
    answered = screening_on(request.app.state.journal, today())
    return show(
        request,
        "profile",
        said=PLAN,
        questions=questions(person),
        standing=day_name(person.standing.day) if person.standing and person.standing.day else "",
        answered=day_name(answered.day) if answered else "",
        calendar=calendar_path(request.app.state.settings.folder),
    )


@router.post("")
async def keep(request: Request) -> Response:
    """Keep the profile."""
    form = await request.form()
    told: dict[str, list[str]] = {}
    for key, value in form.multi_items():
        told.setdefault(key, []).append(str(value))
    await run_in_threadpool(_keep, request, told)
    return RedirectResponse("/" if "skip" in told else "/?noted=profile", 303)


def _keep(request: Request, told: Mapping[str, list[str]]) -> None:
    """Keep what a form says."""
    before = the_person(request.app)
    try:
        person = before if "skip" in told else told_of(before, told)
    except (ValueError, ValidationError) as error:
        raise HTTPException(422, PLAN.bad_answer) from error
    request.app.state.journal.profile.keep(person, today())


def told_of(before: Person, told: Mapping[str, list[str]]) -> Person:
    """Return a person with what a form says; what it does not ask for stays.

    Raises
    ------
    ValueError
        If an answer is none of those that were offered.
    """
    goals = [goal for goal in PLAN.goal_names if goal in told.get("goals", ())]
    first = [goal for goal in before.goals if goal in goals]
    changed: dict[str, Any] = {
        "goals": (*first, *(goal for goal in goals if goal not in first)) or before.goals,
        "gear": sorted(set(told.get("gear", ())) & set(gear_names())),
        "days": sorted(int(day) for day in told.get("days", ())),
        "conditions": sorted(told.get("conditions", ())),
    }
    for name in ("minutes", "experience", "units"):
        if told.get(name):
            changed[name] = told[name][0]
    if told.get("height_cm"):
        changed["height_cm"] = told["height_cm"][0].replace(",", ".") or None
    if "bands" in told:
        lines = (line.strip()[:_MOST_NAME] for line in told["bands"][0].splitlines())
        changed["bands"] = [line for line in lines if line][:_MOST_BANDS]
    if "more" in told:
        changed["cleared"] = "cleared" in told
        changed["cleared_on"] = _agreed_on(before, is_agreed="cleared" in told)
    plain = _PERSON.dump_python(before, mode="json")
    return _PERSON.validate_python({**plain, **changed})


def _agreed_on(before: Person, *, is_agreed: bool) -> str | None:
    """Return the day a clinician's word counts from."""
    if not is_agreed:
        return None
    kept = before.cleared_on if before.cleared else None
    return (kept or today()).isoformat()


@router.get("/health", response_class=HTMLResponse)
def health(request: Request) -> HTMLResponse:
    """Ask the questions about somebody's health."""
    answered = screening_on(request.app.state.journal, today())
    return show(request, "health", said=PLAN, asked=QUESTIONS, answered=answered, missing=False)


@router.post("/health")
async def answer(request: Request) -> Response:
    """Keep the answers, and say what a yes means."""
    form = await request.form()
    told = {question: str(form.get(question, "")) for question in QUESTIONS}
    if not all(value in ("yes", "no") for value in told.values()):
        return show(
            request, "health", status=422, said=PLAN, asked=QUESTIONS, answered=None, missing=True
        )
    yes = sorted(question for question, value in told.items() if value == "yes")
    await run_in_threadpool(_answered, request, yes)
    return RedirectResponse("/?noted=health", 303)


def _answered(request: Request, yes: Sequence[str]) -> None:
    """Keep the answers; after a yes a clinician's word is asked for anew."""
    request.app.state.journal.days.screen(Answers(today(), {"yes": list(yes)}))
    if yes:
        ask_anew(request)


def ask_anew(request: Request) -> None:
    """Forget that a clinician agreed: what came up since needs a word of its own."""
    person = the_person(request.app)
    if person.cleared:
        unsaid = replace(person, cleared=False, cleared_on=None)
        request.app.state.journal.profile.keep(unsaid, today())
