"""The server: what it is made of, and what it keeps at hand."""

from dataclasses import dataclass
from pathlib import Path

from fastapi import FastAPI
from fastapi.staticfiles import StaticFiles
from fastapi.telemetry import TelemetryConfig

from rhomboid.journal.opening import open_journal
from rhomboid.journal.place import Place
from rhomboid.version import __version__
from rhomboid.web import assets
from rhomboid.web.guard import Guard
from rhomboid.web.pairing import Door

_NO_TELEMETRY: TelemetryConfig = {
    "tracing": False,
    "metrics": False,
    "logs": False,
    "operation_spans": False,
    "auto_configure": False,
}
"""FastAPI can report to a collector, also when only a variable of the environment says so."""


@dataclass(frozen=True, slots=True)
class Settings:
    """How the server is to run.

    Attributes
    ----------
    folder
        Where the journal lies, and what waits for it.
    hosts
        Names under which it may be called, without port.
    door
        How a phone is let in; None for a server that only this machine reaches.
    database
        Address of a PostgreSQL database for the journal; empty for a file in the folder.
    """

    folder: Path
    hosts: tuple[str, ...] = ("127.0.0.1", "localhost", "[::1]")
    door: Door | None = None
    database: str = ""


def create_app(settings: Settings) -> FastAPI:
    """Return the server, ready to be run.

    Raises
    ------
    ServeError
        If the front end was not built.
    JournalError
        If the journal cannot be opened.
    """
    from rhomboid.web import api, live, pages, shell, standing

    app = FastAPI(
        title="rhomboid",
        version=__version__,
        openapi_url="/api/openapi.json",
        docs_url=None,
        redoc_url=None,
        telemetry=_NO_TELEMETRY,
    )
    app.state.settings = settings
    app.state.journal = open_journal(Place(settings.folder, settings.database))
    app.state.rooms = live.Rooms(app.state.journal.sets)
    app.mount("/static", StaticFiles(directory=assets.FOLDER, check_dir=False), name="static")
    for router in (pages.router, live.router, api.router, standing.router, shell.router):
        app.include_router(router)
    pages.add_error_pages(app)
    secret = settings.door.secret if settings.door else ""
    app.add_middleware(Guard, hosts=settings.hosts, secret=secret)
    return app
