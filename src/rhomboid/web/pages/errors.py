"""What a person is told when something is not there, or goes wrong."""

import logging

from fastapi import FastAPI, Request
from fastapi.exception_handlers import (
    http_exception_handler,
    request_validation_exception_handler,
)
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse, Response
from starlette.exceptions import HTTPException

from rhomboid.errors import JournalBusyError, JournalError, NoSuchSetError, OutputError
from rhomboid.web.guard import HEADERS
from rhomboid.web.pages.paper import show
from rhomboid.web.pages.words import ENGLISH

_LOG = logging.getLogger(__name__)


def add_error_pages(app: FastAPI) -> None:
    """Let a server answer in plain words when something is wrong.

    Programs that ask for JSON are answered in JSON, as before.
    """
    app.add_exception_handler(HTTPException, _refused)
    app.add_exception_handler(RequestValidationError, _misunderstood)
    app.add_exception_handler(NoSuchSetError, _missing)
    app.add_exception_handler(JournalBusyError, _busy)
    app.add_exception_handler(JournalError, _unwritten)
    app.add_exception_handler(OutputError, _unwritten)
    app.add_exception_handler(Exception, _broken)


def _wants_json(request: Request) -> bool:
    """Say whether a program asks, and no person."""
    path, accepts = request.url.path, request.headers.get("accept", "")
    return (
        path.startswith(("/api/", "/static/"))
        or path.endswith(".json")
        or ("application/json" in accepts and "text/html" not in accepts)
    )


def _page(request: Request, status: int, said: str = "") -> Response:
    """Return the page of an error."""
    title, text = ENGLISH.errors.get(status, ENGLISH.errors[500 if status >= 500 else 400])
    return show(request, "error", status=status, code=status, title=title, text=said or text)


async def _refused(request: Request, error: Exception) -> Response:
    """Answer what was refused on purpose."""
    assert isinstance(error, HTTPException)
    if _wants_json(request):
        return await http_exception_handler(request, error)
    answer = _page(request, error.status_code, _own_words(error))
    answer.headers.update(error.headers or {})
    return answer


def _own_words(error: HTTPException) -> str:
    """Return the sentence of an error; empty where it is only the name of its number."""
    from http import HTTPStatus

    said = str(error.detail)
    return "" if said == HTTPStatus(error.status_code).phrase else said


async def _misunderstood(request: Request, error: Exception) -> Response:
    """Answer a form that was filled in so that it cannot be read."""
    assert isinstance(error, RequestValidationError)
    if _wants_json(request):
        return await request_validation_exception_handler(request, error)
    return _page(request, 422)


async def _missing(request: Request, _error: Exception) -> Response:
    """Answer that a set is gone, though it was there just now."""
    return _told(request, 404, ENGLISH.no_such_set)


async def _busy(request: Request, error: Exception) -> Response:
    """Answer that the journal cannot be had just now."""
    answer = _told(request, 503, str(error))
    answer.headers["Retry-After"] = "5"
    return answer


async def _unwritten(request: Request, error: Exception) -> Response:
    """Answer that something could not be read or written."""
    return _told(request, 500, str(error))


async def _broken(request: Request, _error: Exception) -> Response:
    """Answer that something broke; what it was stands in the log, not on the page."""
    _LOG.error("%s %s failed", request.method, request.url.path)
    answer = _told(request, 500, "")
    # This answer goes out beside the guard, who sees nothing of it.
    answer.headers.update(HEADERS)
    return answer


def _told(request: Request, status: int, said: str) -> Response:
    """Return an error as a page or as JSON."""
    if _wants_json(request):
        return JSONResponse({"detail": said or ENGLISH.errors[500][1]}, status)
    return _page(request, status, said)
