"""Right after a set: what it was done with, and how it felt, in three answers."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from fastapi import APIRouter, HTTPException, Request
from fastapi.responses import HTMLResponse, Response
from starlette.concurrency import run_in_threadpool

from rhomboid.errors import NoSuchSetError
from rhomboid.plan.gear import WAYS
from rhomboid.training.kept import KeptSet
from rhomboid.training.load import Axis
from rhomboid.web.pages.pain import pain_said
from rhomboid.web.pages.paper import show
from rhomboid.web.pages.plan_words import PLAN
from rhomboid.web.pages.told import MOST_TYPED, SPARE, Told, shown, used
from rhomboid.web.person import the_person

router = APIRouter(prefix="/sets/{set_id}/after")


@router.get("", response_class=HTMLResponse)
def ask(request: Request, set_id: str) -> HTMLResponse:
    """Ask how a set was."""
    return _form(request, _read(request, set_id))


@router.post("")
async def keep(request: Request, set_id: str) -> Response:
    """Keep how a set was: what cannot be read of it keeps nothing else back."""
    told = {name: str(value)[:MOST_TYPED] for name, value in (await request.form()).items()}
    return await run_in_threadpool(_keep, request, set_id, told)


def _keep(request: Request, set_id: str, form: Mapping[str, str]) -> Response:
    """Keep what a form says."""
    kept, person = _read(request, set_id), the_person(request.app)
    sets = request.app.state.journal.sets
    told, axis = Told.of(form, shown(kept, person)), axis_of(kept)
    try:
        told.rating(kept.rating)
    except ValueError as error:
        raise HTTPException(422, PLAN.bad_answer) from error
    kept = sets.change(kept.id, lambda now: replace(now, rating=told.rating(now.rating)))
    if told.load is None or axis is None:
        return _form(request, kept, is_saved=True)
    try:
        load = used(told.load, axis, kept.load, person)
    except ValueError:
        return _form(request, kept, typed=told.load, trouble=PLAN.bad_loads[axis])
    kept = sets.change(kept.id, lambda now: replace(now, load=load))
    return _form(request, kept, is_saved=True)


def axis_of(kept: KeptSet) -> Axis | None:
    """Return on which scale a set's load is told; None where nobody has to tell it."""
    if kept.load is not None:
        return kept.load.axis if kept.load.axis in ("kg", "band", "body_angle") else None
    ways = WAYS.get(kept.exercise or "", ())
    axis = next((way.axis for way in ways if way.gear == kept.gear), None)
    if axis is None and ways and not kept.gear:
        axis = ways[0].axis
    return axis if axis in ("kg", "band", "body_angle") else None


def _form(
    request: Request, kept: KeptSet, *, is_saved: bool = False, typed: str = "", trouble: str = ""
) -> HTMLResponse:  # fmt: skip
    """Return the questions with their answers so far, and what of them could not be read."""
    person, axis = the_person(request.app), axis_of(kept)
    return show(
        request,
        "after",
        kept=kept,
        said=PLAN,
        axis=axis,
        unit=person.units if axis == "kg" else "",
        bands=person.bands,
        shown=shown(kept, person),
        typed=typed,
        trouble=trouble,
        spares=SPARE,
        most_typed=MOST_TYPED,
        is_saved=is_saved,
        pain=pain_said(kept.rating.pain),
        is_stretch=bool(kept.target and kept.target.hold_s),
    )


def _read(request: Request, set_id: str) -> Any:
    """Return a set.

    Raises
    ------
    HTTPException
        If there is none.
    """
    try:
        return request.app.state.journal.sets.read(set_id)
    except NoSuchSetError as error:
        raise HTTPException(404, str(error)) from error
