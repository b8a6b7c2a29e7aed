"""The page on which somebody's own standing posture is measured."""

from dataclasses import dataclass

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from rhomboid.web import assets
from rhomboid.web.pages.paper import show
from rhomboid.web.person import the_person

router = APIRouter(prefix="/profile")


@dataclass(frozen=True, slots=True)
class _Words:
    """What the page says; the defaults are English."""

    title: str = "How you stand"
    lead: str = "Measured once, it makes the coach surer of your hips, knees and hands."
    how: str = (
        "A camera reads everybody a little bent, and each in their own way. Stand tall before"
        " it for some seconds, first facing it, then with one shoulder to it, so that"
        " all of you is in the picture. The coach says when to turn."
    )
    before: str = "It was measured last on {day}. Measuring again takes its place."
    begin: str = "Use the camera"
    picture: str = "Your own picture"
    done: str = "Your posture is measured. From now on checks compare with it."
    back: str = "Back to your profile"
    privacy: str = (
        "Your picture stays in this tab. Kept are three numbers: hip, knee, and the width of"
        " your shoulders."
    )


@router.get("/standing", response_class=HTMLResponse)
def standing(request: Request) -> HTMLResponse:
    """Show the page."""
    return show(
        request,
        "standing",
        said=_Words(),
        standing=the_person(request.app).standing,
        wasm=assets.WASM,
        model=assets.models()["full"]["url"],
    )
