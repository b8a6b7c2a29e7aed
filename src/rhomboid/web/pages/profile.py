"""The profile: what the plan knows of a person, and the questions about their health."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from pydantic import TypeAdapter
from starlette.concurrency import run_in_threadpool

from rhomboid.catalogue.read import load
from rhomboid.journal.days import Screening as Answers
from rhomboid.plan.gear import ANYWHERE, WAYS
from rhomboid.plan.screening import QUESTIONS
from rhomboid.plan.words import day_name
from rhomboid.routine import screening_on
from rhomboid.training.load import MOST_BANDS
from rhomboid.training.person import Person
from rhomboid.web.pages.calendar import calendar_path, renew
from rhomboid.web.pages.paper import show
from rhomboid.web.pages.plan_words import PLAN
from rhomboid.web.person import the_person, today

router = APIRouter(prefix="/profile")

_PERSON: TypeAdapter[Person] = TypeAdapter(Person)
_MOST_NAME, _MOST_TYPED = 40, 12

LEAST_CM, MOST_CM = 50, 260
"""The smallest and the tallest of people."""

Form = Mapping[str, Sequence[str]]
"""What a form says: every value of every name."""


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
    return _page(request, the_person(request.app))


def _page(
    request: Request, person: Person, told: Form | None = None, trouble: str = ""
) -> HTMLResponse:  # fmt: skip
    """Show a profile; one that could not be kept, as it was told."""
    answered = screening_on(request.app.state.journal, today())
    typed = told if told and "more" in told else None
    return show(
        request,
        "profile",
        status=422 if trouble else 200,
        said=PLAN,
        questions=questions(person),
        height=_typed_height(person, typed),
        cleared="cleared" in typed if typed else person.cleared,
        was_cleared=_was_cleared(typed) if typed else person.cleared,
        trouble=trouble,
        standing=day_name(person.standing.day) if person.standing and person.standing.day else "",
        answered=day_name(answered.day) if answered else "",
        calendar=calendar_path(request.app.state.settings.folder),
        is_renewed=request.query_params.get("noted") == "calendar",
    )


@router.post("")
async def keep(request: Request) -> Response:
    """Keep the profile."""
    form = await request.form()
    told: dict[str, list[str]] = {}
    for key, value in form.multi_items():
        told.setdefault(key, []).append(str(value))
    return await run_in_threadpool(_keep, request, told)


def _keep(request: Request, told: Form) -> Response:
    """Keep what a form says, or show it again with what of it cannot be read."""
    before = the_person(request.app)
    try:
        person = before if "skip" in told else told_of(before, told)
    except ValueError:
        read, is_height = _as_far_as_read(before, told)
        return _page(request, read, told, PLAN.bad_height if is_height else PLAN.bad_answer)
    request.app.state.journal.profile.keep(person, today())
    return RedirectResponse("/" if "skip" in told else "/?noted=profile", 303)


def told_of(before: Person, told: Form) -> Person:
    """Return a person with what a form says; what it does not ask for stays.

    Raises
    ------
    ValueError
        If an answer is none of those that were offered.
    """
    return _with(before, _said(before, told))


def _said(before: Person, told: Form) -> dict[str, Any]:
    """Return what a form says, by the names of a person's answers."""
    goals = [goal for goal in PLAN.goal_names if goal in told.get("goals", ())]
    first = [goal for goal in before.goals if goal in goals]
    said: dict[str, Any] = {
        "goals": (*first, *(goal for goal in goals if goal not in first)) or before.goals,
        "gear": sorted(set(told.get("gear", ())) & set(gear_names())),
        "days": sorted(told.get("days", ())),
        "conditions": sorted(told.get("conditions", ())),
    }
    for name in ("minutes", "experience", "units"):
        if told.get(name):
            said[name] = told[name][0]
    if "height_cm" in told:
        height = told["height_cm"][0].strip().lower().replace(",", ".").removesuffix("cm").strip()
        said["height_cm"] = height or None
    if "bands" in told:
        lines = (line.strip()[:_MOST_NAME] for line in told["bands"][0].splitlines())
        said["bands"] = [line for line in lines if line][:MOST_BANDS]
    if before.cleared and set(said["conditions"]) - before.conditions:
        said |= {"cleared": False, "cleared_on": None}  # Something new wants a word of its own.
    if "more" in told and ("cleared" in told) != _was_cleared(told):
        said["cleared"] = "cleared" in told
        said["cleared_on"] = _agreed_on(before) if said["cleared"] else None
    return said


def _with(before: Person, said: Mapping[str, Any]) -> Person:
    """Return a person with some answers.

    Raises
    ------
    ValueError
        If one of them makes no sense.
    """
    person = _PERSON.validate_python({**_PERSON.dump_python(before, mode="json"), **said})
    if said.get("height_cm") and not LEAST_CM <= (person.height_cm or 0) <= MOST_CM:
        raise ValueError(f"a height goes from {LEAST_CM} to {MOST_CM} cm")
    return person


def _as_far_as_read(before: Person, told: Form) -> tuple[Person, bool]:
    """Return a person with every answer that makes sense, and whether the height made none."""
    person, is_height = before, False
    for name, value in _said(before, told).items():
        try:
            person = _with(person, {name: value})
        except ValueError:
            is_height = is_height or name == "height_cm"
    return person, is_height


def _typed_height(person: Person, told: Form | None) -> str:
    """Return a height as it was typed, or as it is known."""
    if told and "height_cm" in told:
        return told["height_cm"][0][:_MOST_TYPED]
    return f"{person.height_cm:g}" if person.height_cm else ""


def _was_cleared(told: Form) -> bool:
    """Return whether a form was made with a clinician's word in it; so is one that does not say.

    What came up since it was made may have asked for a new word: only a tick that was set in
    the form itself is one.
    """
    return told.get("was_cleared", ("yes",))[0] != "no"


def _agreed_on(before: Person) -> str:
    """Return the day a clinician's word counts from."""
    kept = before.cleared_on if before.cleared else None
    return (kept or today()).isoformat()


@router.post("/calendar")
def renew_calendar(request: Request) -> Response:
    """Give the calendar another address."""
    renew(request.app.state.settings.folder)
    return RedirectResponse("/profile?noted=calendar#calendar", 303)


@router.get("/health", response_class=HTMLResponse)
def health(request: Request) -> HTMLResponse:
    """Ask the questions about somebody's health."""
    answered = screening_on(request.app.state.journal, today())
    told = {name: "yes" if name in answered.yes else "no" for name in QUESTIONS} if answered else {}
    return show(request, "health", said=PLAN, asked=QUESTIONS, told=told, missing=False)


@router.post("/health")
async def answer(request: Request) -> Response:
    """Keep the answers, and say what a yes means."""
    form = await request.form()
    told = {question: str(form.get(question, "")) for question in QUESTIONS}
    if not all(value in ("yes", "no") for value in told.values()):
        return show(
            request, "health", status=422, said=PLAN, asked=QUESTIONS, told=told, missing=True
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
