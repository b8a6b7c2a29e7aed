"""What stays where, in plain words."""

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from rhomboid.web.pages.paper import show

router = APIRouter()


@router.get("/privacy", response_class=HTMLResponse)
def privacy(request: Request) -> HTMLResponse:
    """Show what is kept, and where."""
    return show(request, "privacy", folder=request.app.state.settings.folder)
