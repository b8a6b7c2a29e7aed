"""The same for programs: JSON in, JSON out; described in /api/openapi.json."""

import uuid
from typing import Annotated, Any

from fastapi import APIRouter, HTTPException, Query, Request
from pydantic import AwareDatetime, BaseModel, ConfigDict, Field

from rhomboid.catalogue.read import load, names
from rhomboid.errors import NoSuchSetError, RhomboidError, SpecError
from rhomboid.journal.sets import Sets
from rhomboid.records_json import to_dict
from rhomboid.session import check
from rhomboid.training.kept import KeptSet
from rhomboid.training.target import Target
from rhomboid.web.person import here, own_standing

router = APIRouter(prefix="/api")

_MOST_BY_HAND = 1000
_MOST_AT_ONCE = 1000


class ByHand(BaseModel):
    """A set that was done without a camera."""

    model_config = ConfigDict(extra="forbid", allow_inf_nan=False)

    id: uuid.UUID | None = None
    exercise: Annotated[str, Field(max_length=64)]
    repetitions: Annotated[int, Field(ge=0, le=_MOST_BY_HAND)]
    hold_s: Annotated[float, Field(ge=0, le=3600)] | None = None
    started_at: AwareDatetime
    ended_at: AwareDatetime
    session: uuid.UUID | None = None
    target: Target | None = None


class Kept(BaseModel):
    """Where a set is kept."""

    id: str
    url: str


class SetLine(BaseModel):
    """A set in short."""

    id: str
    url: str
    exercise: str | None
    origin: str
    started_at: AwareDatetime
    counted: int
    total: int
    hold_s: float | None


class Known(BaseModel):
    """An exercise in short."""

    id: str
    name: str
    of_the_six: bool
    summary: str


@router.get("/exercises")
def exercises() -> list[Known]:
    """Return every exercise that rhomboid knows."""
    known = (load(name).exercise for name in names())
    return [Known(id=e.id, name=e.name, of_the_six=e.of_the_six, summary=e.summary) for e in known]


@router.get("/sets")
def sets(
    request: Request,
    limit: Annotated[int, Query(ge=1, le=_MOST_AT_ONCE)] = 100,
    skip: Annotated[int, Query(ge=0, le=10**9)] = 0,
) -> list[SetLine]:
    """Return the sets that were kept, the newest first, so many at once."""
    return [_line(kept) for kept in _sets(request).recent(limit, skip=skip)]


@router.get("/sets/{set_id}")
def one_set(request: Request, set_id: str) -> dict[str, Any]:
    """Return one set; with its report, as `rhomboid check --json` gives it, if a camera saw it."""
    sets = _sets(request)
    try:
        kept, track = sets.read(set_id), sets.track(set_id)
        report = None
        if track is not None and kept.exercise is not None:
            own = own_standing(request.app, kept.started_at.date())
            report = to_dict(check(track, kept.exercise, own=own, target=kept.target))
    except NoSuchSetError as error:
        raise HTTPException(404, str(error)) from error
    except RhomboidError as error:
        raise HTTPException(409, str(error)) from error
    return {**_line(kept).model_dump(mode="json"), "report": report}


@router.post("/sets/by-hand", status_code=201)
def by_hand(request: Request, done: ByHand) -> Kept:
    """Keep a set that was done without a camera, for ever told apart from those it saw.

    The same id again is the same set again.
    """
    try:
        load(done.exercise)
    except SpecError as error:
        raise HTTPException(422, str(error)) from error
    if done.ended_at < done.started_at:
        raise HTTPException(422, "ended_at lies before started_at")
    kept = KeptSet(
        id=str(done.id or uuid.uuid4()),
        exercise=done.exercise,
        origin="hand",
        started_at=here(done.started_at),
        counted=0,
        corrections=(1,) * done.repetitions,
        hold_s=done.hold_s,
        side=done.target.side if done.target else "both",
        session=str(done.session or ""),
        target=done.target,
        load=done.target.load if done.target else None,
        gear=done.target.gear if done.target else "",
    )
    try:
        _sets(request).keep(kept, None)
    except ValueError as error:
        raise HTTPException(422, str(error)) from error
    return Kept(id=kept.id, url=f"/sets/{kept.id}")


def _sets(request: Request) -> Sets:
    """Return where sets are kept."""
    sets: Sets = request.app.state.journal.sets
    return sets


def _line(kept: KeptSet) -> SetLine:
    """Return a set in short."""
    return SetLine(
        id=kept.id,
        url=f"/sets/{kept.id}",
        exercise=kept.exercise,
        origin=kept.origin,
        started_at=kept.started_at,
        counted=kept.counted,
        total=kept.total,
        hold_s=kept.hold_s,
    )
