"""Measuring how somebody stands: joints in, a sentence out."""

from dataclasses import replace
from datetime import date
from typing import Annotated

import numpy as np
from fastapi import APIRouter, HTTPException, Query, Request
from pydantic import BaseModel
from starlette.concurrency import run_in_threadpool

from rhomboid.coach.own import measure_standing
from rhomboid.errors import StandingError
from rhomboid.pose.track import PoseTrack
from rhomboid.training.standing import Look
from rhomboid.web.frames import LARGEST, BadMessageError, decode
from rhomboid.web.person import the_person, today

router = APIRouter(prefix="/api")

_MOST_FRAMES = 900
"""Half a minute at thirty a second. house"""
_SidePx = Annotated[float, Query(ge=16, le=16_384)]


class Stands(BaseModel):
    """How somebody stands, as far as it was measured."""

    hip_deg: float | None
    knee_deg: float | None
    shoulders_trunk: float | None
    day: date | None


@router.post("/standing/{look}")
async def measure(request: Request, look: Look, width: _SidePx, height: _SidePx) -> Stands:
    """Measure how somebody stands from some seconds of joints, and keep it.

    The body holds frames as they go over the live socket, one after the other.
    """
    body = await _body(request)
    track = _track(body, (width, height))
    return await _run(request, look, track)


async def _run(request: Request, look: Look, track: PoseTrack) -> Stands:
    """Measure and keep."""

    def keep() -> Stands:
        person, day = the_person(request.app), today()
        standing = measure_standing(track, look, person.standing, day)
        request.app.state.journal.profile.keep(replace(person, standing=standing), day)
        return Stands(
            hip_deg=standing.hip_deg,
            knee_deg=standing.knee_deg,
            shoulders_trunk=standing.shoulders_trunk,
            day=standing.day,
        )

    try:
        return await run_in_threadpool(keep)
    except StandingError as error:
        raise HTTPException(422, str(error)) from error


async def _body(request: Request) -> bytes:
    """Return the frames; refuse more than anybody stands still for."""
    body = bytearray()
    async for piece in request.stream():
        body += piece
        if len(body) > _MOST_FRAMES * LARGEST:
            raise HTTPException(413, f"at most {_MOST_FRAMES} frames are taken")
    return bytes(body)


def _track(body: bytes, size_px: tuple[float, float]) -> PoseTrack:
    """Read frames of somebody, one after the other."""
    try:
        frames = [decode(body[at : at + LARGEST]).frame for at in range(0, len(body), LARGEST)]
        return PoseTrack(
            np.array([frame.time_s for frame in frames]),
            np.stack([frame.image_px for frame in frames]),
            np.stack([frame.visibility for frame in frames]),
            size_px,
            np.stack([frame.world_m for frame in frames if frame.world_m is not None]),
        )
    except (BadMessageError, ValueError) as error:
        raise HTTPException(422, f"these are no frames of somebody: {error}") from error
