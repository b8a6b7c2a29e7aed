"""The plan as a calendar that other programs on this machine read, at an address of its own."""

import hmac
import re
import secrets
from datetime import datetime
from pathlib import Path

from fastapi import APIRouter, HTTPException, Request
from fastapi.responses import Response

from rhomboid.errors import OutputError
from rhomboid.exchange import kept_feed
from rhomboid.journal.place import CALENDAR_SECRET
from rhomboid.web.pages.words import ENGLISH
from rhomboid.whole_file import whole_file

router = APIRouter(prefix="/calendar")

_BYTES = 24
_WHOLE = re.compile(r"[A-Za-z0-9_-]{32,}")
"""So many bytes as text; what is shorter was never written to its end."""


def calendar_path(folder: Path) -> str:
    """Return the address of the calendar; made when it is asked for first.

    Raises
    ------
    OutputError
        If its secret cannot be kept.
    """
    return f"/calendar/{_kept(folder / CALENDAR_SECRET) or renew(folder)}.ics"


def renew(folder: Path) -> str:
    """Give the calendar another address, and return its secret; the old one leads nowhere.

    Raises
    ------
    OutputError
        If it cannot be kept.
    """
    secret = secrets.token_urlsafe(_BYTES)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OutputError(f"{folder}: {error.strerror}") from error
    with whole_file(folder / CALENDAR_SECRET) as part:
        part.touch(mode=0o600)
        part.write_text(secret, encoding="ascii")
    return secret


def _kept(file: Path) -> str:
    """Return the secret that is kept; empty where there is none, or not a whole one."""
    try:
        text = file.read_text(encoding="ascii").strip()
    except (FileNotFoundError, UnicodeDecodeError):
        return ""
    except OSError as error:
        raise OutputError(f"{file}: {error.strerror}") from error
    return text if _WHOLE.fullmatch(text) else ""


@router.get("/{secret}.ics")
def calendar(request: Request, secret: str) -> Response:
    """Return the days ahead; whoever does not know the address learns nothing."""
    known = calendar_path(request.app.state.settings.folder)
    if not hmac.compare_digest(f"/calendar/{secret}.ics".encode(), known.encode()):
        raise HTTPException(404, ENGLISH.errors[404][1])
    text = kept_feed(request.app.state.journal, datetime.now().astimezone())
    return Response(text, media_type="text/calendar; charset=utf-8")
