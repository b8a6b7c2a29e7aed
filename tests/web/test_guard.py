"""Nobody but this machine's own pages may speak to the server, and a page may tell nobody else."""

import pytest
from fastapi.testclient import TestClient
from starlette.websockets import WebSocketDisconnect

from rhomboid.web.app import Settings, create_app
from rhomboid.web.guard import COOKIE, POLICY
from rhomboid.web.pairing import Door
from tests.web.live_client import LIVE, connected, site, start

OWN = "http://127.0.0.1"


@pytest.fixture
def client(tmp_path):
    with site(tmp_path) as client:
        yield client


def test_every_answer_says_what_a_page_may_do(client):
    for path in ("/healthz", "/nowhere", "/api/exercises"):
        headers = client.get(path).headers
        assert headers["content-security-policy"] == POLICY
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["referrer-policy"] == "same-origin"
    assert "connect-src 'self'" in POLICY
    assert "http" not in POLICY


@pytest.mark.parametrize("host", ["evil.example", "localhost.evil.example", "127.0.0.1.evil", ""])
def test_another_name_is_turned_away(client, host):
    assert client.get("/healthz", headers={"host": host}).status_code == 403


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "localhost:8140", "[::1]:8140"])
def test_its_own_names_are_heard(client, host):
    assert client.get("/healthz", headers={"host": host}).status_code == 200


@pytest.mark.parametrize("origin", ["http://evil.example", "null", "https://127.0.0.1.evil"])
def test_another_page_can_neither_write_nor_open_a_socket(client, origin):
    answer = client.post("/api/sets/by-hand", json={}, headers={"origin": origin})
    assert answer.status_code == 403
    with (
        client.websocket_connect(LIVE, headers={"origin": origin}) as socket,
        pytest.raises(WebSocketDisconnect) as closed,
    ):
        socket.receive_json()
    assert closed.value.code == 4403


def test_a_request_a_browser_marks_as_cross_site_is_turned_away(client):
    headers = {"sec-fetch-site": "cross-site"}
    assert client.post("/api/sets/by-hand", json={}, headers=headers).status_code == 403


def test_its_own_page_may_open_a_socket(client):
    opening = start("deadlift", (640, 480))
    with client.websocket_connect(LIVE, headers={"origin": OWN}) as socket:
        socket.send_json(opening)
        assert socket.receive_json()["type"] == "welcome"


@pytest.fixture
def door():
    return Door()


@pytest.fixture
def stranger(tmp_path, door):
    """Somebody else on the network."""
    client = site(tmp_path, hosts=("192.168.7.7", "127.0.0.1"), door=door)
    client.base_url = "https://192.168.7.7"
    client._transport.client = ("192.168.7.9", 50_000)
    return client


def test_a_stranger_on_the_network_is_turned_away(stranger):
    for path in ("/", "/api/sets", "/static/manifest.json", "/healthz"):
        assert stranger.get(path).status_code == 401
    with (
        stranger.websocket_connect("wss://192.168.7.7/live") as socket,
        pytest.raises(WebSocketDisconnect) as closed,
    ):
        socket.receive_json()
    assert closed.value.code == 4401


def test_the_code_lets_one_phone_in_once(stranger, door):
    token = door.token
    asked = stranger.get("/pair", params={"token": token})
    assert asked.status_code == 200
    assert f'value="{token}"' in asked.text
    assert stranger.get("/api/sets").status_code == 401
    answer = stranger.post("/pair", data={"token": token}, follow_redirects=False)
    assert answer.status_code == 303
    cookie = answer.headers["set-cookie"].lower()
    assert all(word in cookie for word in ("httponly", "secure", "samesite=strict"))
    assert stranger.get("/api/sets").status_code == 200
    stranger.cookies.clear()
    assert stranger.post("/pair", data={"token": token}).status_code == 401
    assert stranger.get("/api/sets").status_code == 401


@pytest.mark.parametrize("token", ["", "x", "é", "' or 1=1"])
def test_a_guessed_token_opens_nothing(stranger, token):
    assert stranger.post("/pair", data={"token": token}).status_code == 401


def test_a_forged_cookie_opens_nothing(stranger):
    stranger.cookies.set(COOKIE, "forged")
    assert stranger.get("/api/sets").status_code == 401


def test_this_machine_needs_no_code(tmp_path, door):
    client = site(tmp_path, door=door)
    assert client.get("/api/sets").status_code == 200
    with connected(client, start("deadlift", (640, 480))) as (_, wanted):
        assert wanted == 0


def test_without_lan_there_is_no_entrance(client):
    assert client.get("/pair", params={"token": ""}).status_code == 401


def test_nothing_is_reported_to_a_collector_whatever_the_environment_says(tmp_path, monkeypatch):
    monkeypatch.setenv("FASTAPI_OTEL_AUTO_CONFIGURE", "true")
    monkeypatch.setenv("OTEL_EXPORTER_OTLP_ENDPOINT", "http://127.0.0.1:9")
    app = create_app(Settings(tmp_path))
    assert not app._native_telemetry.enabled()
    assert app._telemetry["auto_configure"] is False


def test_what_breaks_is_answered_under_the_same_policy_as_all_else(client):
    def breaks() -> None:
        raise RuntimeError

    client.app.add_api_route("/breaks", breaks)
    answer = TestClient(client.app, client.base_url, raise_server_exceptions=False).get("/breaks")
    assert answer.status_code == 500
    assert answer.headers["content-security-policy"] == POLICY
