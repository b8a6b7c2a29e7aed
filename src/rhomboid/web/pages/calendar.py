"""The plan as a calendar that other programs on this machine read, at an address of its own."""

import hmac
import secrets
from datetime import datetime
from pathlib import Path

from fastapi import APIRouter, HTTPException, Request
from fastapi.responses import Response

from rhomboid.errors import OutputError
from rhomboid.exchange import kept_feed
from rhomboid.web.pages.words import ENGLISH

router = APIRouter(prefix="/calendar")

_SECRET = "calendar.secret"  # noqa: S105  the name of a file


def calendar_path(folder: Path) -> str:
    """Return the address of the calendar; made when it is asked for first.

    Raises
    ------
    OutputError
        If its secret cannot be kept.
    """
    file = folder / _SECRET
    try:
        if not file.exists():
            folder.mkdir(parents=True, exist_ok=True)
            file.touch(mode=0o600)
            file.write_text(secrets.token_urlsafe(24), encoding="ascii")
        return f"/calendar/{file.read_text(encoding='ascii').strip()}.ics"
    except OSError as error:
        raise OutputError(f"{file}: {error.strerror}") from error


@router.get("/{secret}.ics")
def calendar(request: Request, secret: str) -> Response:
    """Return the days ahead; whoever does not know the address learns nothing."""
    known = calendar_path(request.app.state.settings.folder)
    if not hmac.compare_digest(f"/calendar/{secret}.ics".encode(), known.encode()):
        raise HTTPException(404, ENGLISH.errors[404][1])
    text = kept_feed(request.app.state.journal, datetime.now().astimezone())
    return Response(text, media_type="text/calendar; charset=utf-8")
