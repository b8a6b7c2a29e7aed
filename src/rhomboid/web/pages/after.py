"""Right after a set: what it was done with, and how it felt, in three answers."""

from dataclasses import replace
from typing import Annotated, Any

from fastapi import APIRouter, Form, HTTPException, Request
from fastapi.responses import HTMLResponse, Response

from rhomboid.errors import NoSuchSetError
from rhomboid.plan.gear import WAYS
from rhomboid.training.kept import KeptSet
from rhomboid.training.load import POUND_KG, Axis, Load
from rhomboid.training.person import Person
from rhomboid.web.pages.pain import pain_said
from rhomboid.web.pages.paper import show
from rhomboid.web.pages.plan_words import PLAN
from rhomboid.web.person import the_person

router = APIRouter(prefix="/sets/{set_id}/after")

_SPARE = range(6)


@router.get("", response_class=HTMLResponse)
def ask(request: Request, set_id: str) -> HTMLResponse:
    """Ask how a set was."""
    kept = _read(request, set_id)
    return _form(request, kept, is_saved=False)


@router.post("")
def keep(
    request: Request,
    set_id: str,
    load: Annotated[str, Form(max_length=8)] = "",
    spare: Annotated[str, Form(max_length=2)] = "",
    pain: Annotated[str, Form(max_length=2)] = "",
) -> Response:
    """Keep how a set was."""
    kept, person = _read(request, set_id), the_person(request.app)
    try:
        used = _load(load, axis_of(kept), person)
        rating = replace(
            kept.rating,
            spare=_number(spare, kept.rating.spare),
            pain=_number(pain, kept.rating.pain),
        )
    except ValueError as error:
        raise HTTPException(422, PLAN.bad_answer) from error
    changed = request.app.state.journal.sets.change(
        kept.id, lambda now: replace(now, load=used or now.load, rating=rating)
    )
    return _form(request, changed, is_saved=True)


def axis_of(kept: KeptSet) -> Axis | None:
    """Return on which scale a set's load is told; None where nobody has to tell it."""
    if kept.load is not None:
        return kept.load.axis if kept.load.axis in ("kg", "band", "body_angle") else None
    ways = WAYS.get(kept.exercise or "", ())
    axis = next((way.axis for way in ways if way.gear == kept.gear), None)
    if axis is None and ways and not kept.gear:
        axis = ways[0].axis
    return axis if axis in ("kg", "band", "body_angle") else None


def _form(request: Request, kept: KeptSet, *, is_saved: bool) -> HTMLResponse:
    """Return the questions with their answers so far."""
    person, axis = the_person(request.app), axis_of(kept)
    return show(
        request,
        "after",
        kept=kept,
        said=PLAN,
        axis=axis,
        unit=person.units if axis == "kg" else "",
        bands=person.bands,
        used=_said(kept, person),
        spares=_SPARE,
        is_saved=is_saved,
        pain=pain_said(kept.rating.pain),
        is_stretch=bool(kept.target and kept.target.hold_s),
    )


def _said(kept: KeptSet, person: Person) -> str:
    """Say a load as its field holds it."""
    if kept.load is None:
        return ""
    is_pounds = kept.load.axis == "kg" and person.units == "lb"
    return f"{round(kept.load.value / (POUND_KG if is_pounds else 1), 1):g}"


def _load(text: str, axis: Axis | None, person: Person) -> Load | None:
    """Read a load; None where none was told."""
    plain = text.strip().replace(",", ".")
    if not plain or axis is None:
        return None
    value = float(plain)
    return Load(axis, value * POUND_KG if axis == "kg" and person.units == "lb" else value)


def _number(text: str, before: int | None) -> int | None:
    """Read a number; what is not said stays."""
    return int(text) if text.strip() else before


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
