"""Today's page: what to do and why, what was done, and a place for a video."""

from datetime import date, datetime, timedelta
from typing import Annotated, Any

from fastapi import APIRouter, Form, HTTPException, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from starlette.concurrency import run_in_threadpool

from rhomboid.catalogue.read import load, names
from rhomboid.catalogue.spec import ExerciseSpec
from rhomboid.journal.journal import Journal
from rhomboid.plan.screening import RED_FLAGS
from rhomboid.plan.volume import MUSCLES
from rhomboid.plan.words import day_name
from rhomboid.routine import answer, check_in_on, plan_for, say_of, stand_ins
from rhomboid.training.checkin import CheckIn, RedFlag
from rhomboid.web.pages.dose import dose
from rhomboid.web.pages.kept_line import kept_lines
from rhomboid.web.pages.paper import show
from rhomboid.web.pages.plan_view import plan_view
from rhomboid.web.pages.plan_words import PLAN
from rhomboid.web.pages.profile import ask_anew, questions
from rhomboid.web.pages.still import still
from rhomboid.web.person import the_person, today

router = APIRouter()

NIGHT_ENDS = 4
"""Until this hour a form of the evening before is of that day. house"""
_LAST = 3
"""How many of the last sets are shown."""
_LESS = (10, 15, 20, 30)
"""Minutes that are offered in place of the usual."""
_ORDER = (
    "seated_cable_row", "t_raise", "lat_pulldown", "deadlift", "inverted_row", "corkscrew",
)  # fmt: skip
"""As the article has them."""


@router.get("/", response_class=HTMLResponse)
def page(request: Request, noted: str = "") -> HTMLResponse:
    """Show today's page."""
    journal, day = request.app.state.journal, today()
    known, person = journal.profile.now(), the_person(request.app)
    said, plan = check_in_on(journal, day), plan_for(journal, day)
    view = plan_view(plan, person, is_known=known is not None)
    specs = [load(name) for name in names()]
    six = sorted((spec for spec in specs if spec.exercise.of_the_six), key=_place)
    return show(
        request,
        "today",
        day=day_name(day),
        plan=view,
        said=PLAN,
        check_in=said,
        noted=_noted(noted, asks=view["asks"]),
        set_aside=_set_aside(journal, day),
        is_skipped=day in journal.days.skipped(day, day) and not view["is_begun"],
        today=day.isoformat(),
        less=[n for n in _LESS if n < plan.minutes or n == said.minutes],
        flags=RED_FLAGS,
        muscles=MUSCLES,
        questions=None if known else questions(person),
        six=[_card(spec) for spec in six],
        more=[_card(spec) for spec in specs if not spec.exercise.of_the_six],
        last=kept_lines(journal.sets.recent(_LAST)),
    )


def _noted(what: str, *, asks: bool) -> str:
    """Say that something was kept, and what comes next."""
    if what == "profile" and asks:
        return PLAN.next_health
    said = {
        "profile": PLAN.noted_profile, "health": PLAN.noted_health, "today": PLAN.noted_today,
    }  # fmt: skip
    return said.get(what, "")


def _set_aside(journal: Journal, day: date) -> list[dict[str, str]]:
    """Say what is set aside for today, and what stands in its place."""
    said = []
    for exercise, others in stand_ins(journal, day).items():
        name = load(exercise).exercise.name if exercise in names() else exercise
        text = PLAN.in_place if others else PLAN.none_in_place
        words = text.format(name=name, others=", ".join(others))
        said.append({"exercise": exercise, "name": name, "words": words})
    return said


def _number(text: str) -> int | None:
    """Read a number that may be left out."""
    return int(text) if text.strip() else None


@router.post("/check-in")
async def check_in(request: Request) -> Response:
    """Keep how somebody is today."""
    form = await request.form()
    told = {key: str(value) for key, value in form.items()}
    try:
        sore = {m: int(told[f"sore_{m}"]) for m in MUSCLES if told.get(f"sore_{m}")}
        said = CheckIn(
            _day_of(told.get("day", "")),
            readiness=_number(told.get("readiness", "")),
            soreness=sore,
            pain=_number(told.get("pain", "")),
            morning_pain=_number(told.get("morning_pain", "")),
            red_flags=frozenset(flag for flag in RED_FLAGS if f"flag_{flag}" in told),
        )
    except ValueError as error:
        raise HTTPException(422, PLAN.bad_answer) from error
    shown = frozenset(flag for flag in RED_FLAGS if f"shown_{flag}" in told)
    await run_in_threadpool(_note, request, said, shown, is_mistake="mistake" in told)
    return _back("today")


def _day_of(text: str) -> date:
    """Return the day that answers are of: yesterday for a form that was open past midnight.

    Later in the day they are of today, however old the form is: nothing told is refused.
    """
    yesterday = today() - timedelta(days=1)
    is_late = datetime.now().astimezone().hour < NIGHT_ENDS
    return yesterday if is_late and text == yesterday.isoformat() else today()


def _note(request: Request, said: CheckIn, shown: frozenset[RedFlag], *, is_mistake: bool) -> None:
    """Keep how somebody is; a sign asks for a clinician's word anew."""
    answer(request.app.state.journal, said, shown, is_mistake=is_mistake)
    if said.red_flags:
        ask_anew(request)


@router.post("/today/minutes")
def minutes(request: Request, number: Annotated[str, Form(max_length=3)] = "") -> Response:
    """Plan today for less time, or for the usual again."""
    if number and not (number.isdecimal() and 5 <= int(number) <= 180):
        raise HTTPException(422, PLAN.bad_answer)
    say_of(request.app.state.journal, today(), minutes=_number(number))
    return _back()


@router.post("/today/without")
def without(request: Request, name: Annotated[str, Form(max_length=64)]) -> Response:
    """Set an exercise aside for today, for something else."""
    journal, day = request.app.state.journal, today()
    if name not in names():
        raise HTTPException(422, PLAN.bad_answer)
    say_of(journal, day, without=check_in_on(journal, day).without | {name})
    return _back()


@router.post("/today/bring-back")
def bring_back(request: Request, name: Annotated[str, Form(max_length=64)]) -> Response:
    """Bring back what was set aside for today."""
    journal, day = request.app.state.journal, today()
    say_of(journal, day, without=check_in_on(journal, day).without - {name})
    return _back()


@router.post("/today/skip")
def skip(request: Request) -> Response:
    """Leave today out."""
    request.app.state.journal.days.skip(today())
    return _back()


@router.post("/today/take-up")
def take_up(request: Request) -> Response:
    """Train today after all."""
    request.app.state.journal.days.take_up(today())
    return _back()


def _back(noted: str = "") -> RedirectResponse:
    """Show today's page anew, and say what was kept."""
    return RedirectResponse(f"/?noted={noted}#plan" if noted else "/#plan", 303)


def _card(spec: ExerciseSpec) -> dict[str, Any]:
    """Return what a card says of an exercise."""
    return {"spec": spec, "dose": dose(spec), "still": still(spec.id)}


def _place(spec: ExerciseSpec) -> int:
    """Return the place of an exercise among the six; one we do not know comes last."""
    return _ORDER.index(spec.id) if spec.id in _ORDER else len(_ORDER)
