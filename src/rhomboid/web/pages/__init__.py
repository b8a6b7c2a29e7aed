"""The pages a person reads: plain HTML from the server, useful without any script."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from fastapi import APIRouter, FastAPI
from starlette.concurrency import run_in_threadpool

from rhomboid.web.pages.after import router as after_router
from rhomboid.web.pages.calendar import router as calendar_router
from rhomboid.web.pages.errors import add_error_pages
from rhomboid.web.pages.exercise import router as exercise_router
from rhomboid.web.pages.journal import router as journal_router
from rhomboid.web.pages.notes import router as notes_router
from rhomboid.web.pages.privacy import router as privacy_router
from rhomboid.web.pages.profile import router as profile_router
from rhomboid.web.pages.progress import router as progress_router
from rhomboid.web.pages.sets import router as sets_router
from rhomboid.web.pages.standing import router as standing_router
from rhomboid.web.pages.today import router as today_router
from rhomboid.web.pages.video import forget_videos, stop_watching
from rhomboid.web.pages.video import router as video_router
from rhomboid.web.pages.warm import warm_up

__all__ = ["add_error_pages", "router"]


@asynccontextmanager
async def _ready(app: FastAPI) -> AsyncIterator[None]:
    """Prepare the pages as the server starts; let go of videos and the journal when it stops."""
    await run_in_threadpool(warm_up)
    await run_in_threadpool(forget_videos, app)
    yield
    stop_watching(app)
    await run_in_threadpool(app.state.journal.close)


router = APIRouter(include_in_schema=False, lifespan=_ready)
for _noun in (
    today_router, exercise_router, after_router, sets_router, standing_router, profile_router,
    video_router, privacy_router, calendar_router, journal_router, progress_router, notes_router,
):  # fmt: skip
    router.include_router(_noun)
