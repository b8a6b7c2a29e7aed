"""What programs ask of a server comes from the journal, whichever database that is."""

from datetime import timedelta
from uuid import UUID

import pytest
from fastapi.testclient import TestClient

from rhomboid.journal.entry import Entry
from rhomboid.web.app import Settings, create_app
from tests.journal.scenes import SET, numbered


@pytest.fixture
def client(place):
    app = create_app(Settings(place.folder, database=place.url))
    with TestClient(app, base_url="http://127.0.0.1") as client:
        yield client


def test_a_set_by_hand_is_kept_listed_and_shown(client):
    told = {
        "id": SET.id,
        "exercise": "deadlift",
        "repetitions": 5,
        "started_at": SET.started_at.isoformat(),
        "ended_at": (SET.started_at + timedelta(minutes=1)).isoformat(),
    }
    for _ in range(2):
        assert client.post("/api/sets/by-hand", json=told).status_code == 201
    (line,) = client.get("/api/sets").json()
    assert (line["id"], line["total"], line["origin"]) == (SET.id, 5, "hand")
    assert client.get(f"/api/sets/{SET.id}").json()["total"] == 5
    assert client.get(f"/api/sets/{numbered(1).id}").status_code == 404


def test_sets_are_given_so_many_at_once(client):
    journal = client.app.state.journal
    journal.sets.keep_all(Entry(numbered(n), None, None, SET.started_at) for n in range(120))

    def numbers(asked):
        return [UUID(line["id"]).int for line in client.get(f"/api/sets{asked}").json()]

    assert numbers("") == list(range(119, 19, -1))
    assert numbers("?limit=3&skip=118") == [1, 0]
    assert client.get("/api/sets?limit=100000").status_code == 422
