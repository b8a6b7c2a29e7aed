"""What a browser asks for beside pages: the phone's entrance, whether we live, how to install."""

from typing import Annotated

from fastapi import APIRouter, Form, Request, Response
from fastapi.responses import FileResponse, PlainTextResponse, RedirectResponse

from rhomboid.web import assets
from rhomboid.web.guard import COOKIE
from rhomboid.web.pages.paper import show
from rhomboid.web.pairing import Door

router = APIRouter(include_in_schema=False)

_WEEK_S = 7 * 24 * 3600


@router.get("/pair")
async def ask(request: Request, token: str = "") -> Response:
    """Ask whoever brings the token of the code whether to come in: looking spends nothing."""
    door: Door | None = request.app.state.settings.door
    if door is None or not door.fits(token):
        return _turned_away()
    return show(request, "pair", token=token)


@router.post("/pair")
async def pair(request: Request, token: Annotated[str, Form(max_length=100)] = "") -> Response:
    """Let a phone in that brings the token of the code on the screen; once."""
    door: Door | None = request.app.state.settings.door
    if door is None or not door.open(token):
        return _turned_away()
    answer = RedirectResponse("/", 303)
    answer.set_cookie(
        COOKIE, door.secret, max_age=_WEEK_S, secure=True, httponly=True, samesite="strict"
    )
    return answer


def _turned_away() -> Response:
    """Say that a code opens nothing."""
    return PlainTextResponse(
        "This code was used already, or is not ours. Start rhomboid serve --lan again.", 401
    )


@router.get("/healthz")
async def healthz() -> dict[str, str]:
    """Say that the server lives."""
    return {"status": "ok"}


@router.get("/sw.js")
async def service_worker() -> Response:
    """Return the script that keeps the shell of the pages for a time without network."""
    return FileResponse(
        assets.FOLDER / "sw.js",
        media_type="text/javascript",
        headers={"cache-control": "no-cache", "service-worker-allowed": "/"},
    )


@router.get("/manifest.webmanifest")
async def manifest() -> dict[str, object]:
    """Return how rhomboid looks when it is installed like an app."""
    sizes = (192, 512)
    return {
        "name": "rhomboid",
        "short_name": "rhomboid",
        "description": "The upper-back coach on your own machine.",
        "start_url": "/",
        "display": "standalone",
        "background_color": "#10161a",
        "theme_color": "#10161a",
        "icons": [
            {"src": "/static/icon.svg", "sizes": "any", "type": "image/svg+xml"},
            *(
                {"src": f"/static/icon-{n}.png", "sizes": f"{n}x{n}", "type": "image/png"}
                for n in sizes
            ),
        ],
    }
