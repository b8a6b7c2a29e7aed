"""A video file, dropped on the page instead of a live set."""

import time
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from fastapi import APIRouter, FastAPI, HTTPException, Request
from fastapi.responses import RedirectResponse, Response
from starlette.concurrency import run_in_threadpool

from rhomboid.catalogue.read import names
from rhomboid.web.pages.paper import is_part, show
from rhomboid.web.pages.upload import MOST_BYTES, Upload, UploadError, receive, remove_stale
from rhomboid.web.pages.watching import TooManyError, Video, Videos
from rhomboid.web.pages.words import ENGLISH

router = APIRouter(prefix="/videos")

_INCOMING = "incoming"


def videos(request: Request) -> Videos:
    """Return the videos of this server; made when the first is asked for."""
    state = request.app.state
    if not hasattr(state, "videos"):
        state.videos = Videos(state.journal.sets)
    found: Videos = state.videos
    return found


def forget_videos(app: FastAPI) -> None:
    """Remove what a server that was killed left half watched."""
    remove_stale(app.state.settings.folder / _INCOMING, time.time())


def stop_watching(app: FastAPI) -> None:
    """Let go of every video, since the server stops."""
    if hasattr(app.state, "videos"):
        app.state.videos.close()


def _folder(request: Request) -> Path:
    """Return where videos lie while they are watched."""
    folder: Path = request.app.state.settings.folder / _INCOMING
    return folder


@router.post("")
async def drop(request: Request) -> Response:
    """Take in a video."""
    length = request.headers.get("content-length", "")
    if length.isdecimal() and int(length) > MOST_BYTES * 1.01:
        raise HTTPException(413, ENGLISH.too_large.format(gb=f"{MOST_BYTES / 1e9:g}"))
    try:
        upload = await receive(
            request.headers.get("content-type", ""),
            request.stream(),
            _folder(request),
            most_bytes=MOST_BYTES,
        )
    except UploadError as error:
        raise HTTPException(error.status, str(error)) from error
    try:
        video = _queue(request, upload)
    except (HTTPException, TooManyError) as error:
        await run_in_threadpool(partial(upload.path.unlink, missing_ok=True))
        if isinstance(error, TooManyError):
            raise HTTPException(503, str(error)) from error
        raise
    return RedirectResponse(f"/videos/{video.id}", 303)


def _queue(request: Request, upload: Upload) -> Video:
    """Put a video in line."""
    exercise = upload.fields.get("exercise", "").strip()
    if exercise and exercise not in names():
        raise HTTPException(422, ENGLISH.no_such_exercise)
    now = datetime.now(UTC).astimezone()
    return videos(request).add(upload.path, upload.name, exercise or None, now)


@router.get("/{video_id}")
def progress(request: Request, video_id: str) -> Response:
    """Show how far a video is watched; go on to its set when it is done."""
    video = videos(request).find(video_id)
    if video is None:
        raise HTTPException(404, ENGLISH.no_such_video)
    place = f"/sets/{video.id}"
    if video.state == "done" and not is_part(request):
        return RedirectResponse(place, 303)
    return show(
        request,
        "watching" if is_part(request) else "video",
        headers={"HX-Redirect": place} if video.state == "done" else None,
        video=video,
        ahead=videos(request).ahead_of(video),
    )
