"""The page of one exercise, its animation, and the way to the live set."""

from collections.abc import Iterable
from typing import Annotated, Any

from fastapi import APIRouter, Depends, HTTPException, Request
from fastapi.responses import HTMLResponse, Response

from rhomboid.catalogue.read import load, sources
from rhomboid.catalogue.rules import Check
from rhomboid.catalogue.spec import ExerciseSpec
from rhomboid.coach.words import VIEWS
from rhomboid.errors import JournalError, SpecError
from rhomboid.journal.journal import Journal
from rhomboid.plan.day import DayPlan
from rhomboid.report.exercise import limit_of
from rhomboid.routine import how_far_on, plan_for
from rhomboid.web import assets
from rhomboid.web.pages.athlete import animation, shown
from rhomboid.web.pages.caution import Caution, caution
from rhomboid.web.pages.coach_words import COACH, phase_words
from rhomboid.web.pages.dose import dose, span, target, tempo
from rhomboid.web.pages.meant import first_line, meant
from rhomboid.web.pages.muscles import body_map
from rhomboid.web.pages.paper import show
from rhomboid.web.pages.place import camera_place
from rhomboid.web.pages.plan_words import PLAN
from rhomboid.web.pages.source import source_name
from rhomboid.web.pages.still import still
from rhomboid.web.pages.words import ENGLISH
from rhomboid.web.person import today

router = APIRouter(prefix="/exercises/{exercise}")

_SIDES = ("left", "right")


def _known(exercise: str) -> ExerciseSpec:
    """Return an exercise, or answer that there is none."""
    try:
        return load(exercise)
    except SpecError as error:
        raise HTTPException(404, ENGLISH.no_such_exercise) from error


Known = Annotated[ExerciseSpec, Depends(_known)]


@router.get("", response_class=HTMLResponse)
def page(request: Request, spec: Known) -> HTMLResponse:
    """Show how an exercise is done."""
    return show(
        request,
        "exercise",
        spec=spec,
        dose=dose(spec),
        tempo=tempo(spec),
        based_on=source_name(spec.prescription.source),
        rest=span(spec.prescription.rest_between_s),
        still=still(spec.id),
        shown=shown(spec.id),
        muscles=body_map(spec.id),
        judged=[_judged(check, spec) for check in spec.checks],
        sources=_cited(spec),
    )


@router.get("/athlete.json")
def athlete(spec: Known) -> Response:
    """Return one repetition of the drawn athlete."""
    return Response(animation(spec.id), media_type="application/json")


@router.get("/train", response_class=HTMLResponse)
def train(request: Request, spec: Known, side: str = "", anyway: str = "") -> HTMLResponse:
    """Show the page of the live set, or what stands before it."""
    journal: Journal = request.app.state.journal
    data, plan = _data(spec, side), _plan(journal)
    said = _caution(journal, plan, spec) if plan else None
    if said and said.holds and not (anyway and said.may_go_on):
        same_side = f"&side={side}" if data["side"] else ""
        go_on = f"/exercises/{spec.id}/train?anyway=1{same_side}"
        return show(request, "held", spec=spec, caution=said, said=PLAN, go_on=go_on)
    data["meant"] = asked = meant(journal, plan, spec.id) if plan else None
    return show(
        request,
        "train",
        spec=spec,
        exercise_data=data,
        coach=COACH,
        caution=said,
        still=still(spec.id),
        next_set=first_line(asked) or dose(spec),
    )


def _plan(journal: Journal) -> DayPlan | None:
    """Return the plan of today; a journal that fails keeps nobody from training."""
    try:
        return plan_for(journal, today())
    except JournalError:
        return None


def _caution(journal: Journal, plan: DayPlan, spec: ExerciseSpec) -> Caution | None:
    """Return what is to be said before a set that the plan does not ask for."""
    done = journal.sets.between(plan.day, plan.day)
    return caution(plan, spec, done, how_far_on(journal, plan.day))


_HEAVY = "hinge"
"""In the middle of such a lift nobody is spoken to (evidence 6)."""


def _data(spec: ExerciseSpec, side: str) -> dict[str, Any]:
    """Return what the live page must know of an exercise."""
    camera, models = spec.camera, assets.models()
    return {
        "id": spec.id,
        "name": spec.exercise.name,
        "views": [VIEWS[view] for view in camera.views],
        "advice": camera.advice,
        "place": camera_place(spec).short,
        "distance_m": camera.distance_m,
        "height_m": camera.height_m,
        "hold": spec.rep.hold,
        "phases": phase_words(spec),
        "one_sided": spec.rep.one_sided,
        "heavy": spec.exercise.pattern == _HEAVY,
        "side": side if spec.rep.one_sided and side in _SIDES else "",
        "tempo": spec.prescription.tempo.model_dump(),
        "target": target(spec),
        "stop": spec.safety.stop,
        "model_url": models["full"]["url"],
        "model_lite_url": models["lite"]["url"],
        "wasm_url": assets.WASM,
    }


def _judged(check: Check, spec: ExerciseSpec) -> dict[str, str]:
    """Return what is said of a check."""
    return {
        "title": check.title,
        "limit": limit_of(check, spec),
        "source": source_name(check.source),
    }


def _cited(spec: ExerciseSpec) -> list[str]:
    """Return the sources of an exercise, each once."""
    parts: Iterable[Any] = (
        spec.prescription, spec.progression, spec.camera, spec.rep, *spec.posture, *spec.checks,
    )  # fmt: skip
    keys = dict.fromkeys(part.source for part in parts)
    return [sources()[key] for key in keys if key in sources()]
