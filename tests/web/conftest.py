"""A server to ask, with a folder of its own and a stand-in where the front end is not built."""

import shutil
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from rhomboid.athlete.performance import perform
from rhomboid.athlete.script import Script
from rhomboid.journal.opening import open_journal
from rhomboid.journal.place import Place
from rhomboid.training.kept import KeptSet
from rhomboid.web import assets
from rhomboid.web.app import Settings, create_app
from tests.web.history import TODAY, furnish

_STAND_IN = {
    "manifest.json": {
        "src/site.ts": {"file": "assets/site.js", "css": ["assets/site.css"]},
        "src/live.ts": {"file": "assets/live.js"},
        "src/standing.ts": {"file": "assets/standing.js"},
        "src/chart.ts": {"file": "assets/chart.js"},
    },
    "models.json": {
        name: {"url": f"/static/models/{name}.task", "sha256": "0" * 64, "bytes": 1}
        for name in ("full", "lite")
    },
}
SET_ID = "0e8b6b3a-7b0e-4a58-9f0c-0a5a3a0e9d11"


@pytest.fixture
def front_end(monkeypatch: pytest.MonkeyPatch) -> None:
    """Stand in for the front end where it is not built."""
    missing = [name for name in _STAND_IN if not (assets.FOLDER / name).exists()]
    if missing:
        read = assets._read
        monkeypatch.setattr(
            assets, "_read", lambda name: _STAND_IN[name] if name in missing else read(name)
        )


@pytest.fixture
def client(tmp_path: Path, front_end: None) -> Iterator[TestClient]:
    """A browser of the server."""
    app = create_app(Settings(folder=tmp_path))
    yield TestClient(app, base_url="http://127.0.0.1", follow_redirects=False)
    app.state.journal.close()


@pytest.fixture
def keep(client: TestClient) -> Callable[..., str]:
    """Return a function that keeps a set of the drawn athlete, and says its id."""

    def kept(exercise: str | None = "t_raise", *, repetitions: int = 3, **facts: object) -> str:
        facts = {"id": SET_ID, "origin": "camera", "counted": repetitions} | facts
        facts.setdefault("started_at", datetime(2026, 11, 24, 18, 5, tzinfo=UTC))
        track = None
        if facts["origin"] != "hand":
            track = perform(Script(exercise or "t_raise", repetitions=repetitions)).track
        client.app.state.journal.sets.keep(KeptSet(exercise=exercise, **facts), track)
        return str(facts["id"])

    return kept


@pytest.fixture(scope="module")
def furnished(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with a journal of some months, made once for a module."""
    folder = tmp_path_factory.mktemp("furnished")
    journal = open_journal(Place(folder))
    furnish(journal, TODAY)
    journal.close()
    return folder


@pytest.fixture
def full(furnished: Path, tmp_path: Path, front_end: None) -> TestClient:
    """A browser of a server with a history of its own."""
    folder = tmp_path / "full"
    shutil.copytree(furnished, folder)
    app = create_app(Settings(folder=folder))
    return TestClient(app, base_url="http://127.0.0.1", follow_redirects=False)
