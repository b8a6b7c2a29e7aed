"""A browser's side of a live set, in Python, for tests."""

import json
from contextlib import contextmanager

from fastapi.testclient import TestClient

from rhomboid.web.app import Settings, create_app
from rhomboid.web.frames import encode

LIVE = "ws://127.0.0.1/live"
SET = "0f8fad5b-d9cb-469f-a165-70867728950e"


def site(folder, **settings):
    """Return a server that keeps its sets in a folder, and a browser for it."""
    return TestClient(
        create_app(Settings(folder, **settings)),
        base_url="http://127.0.0.1",
        client=("127.0.0.1", 50_000),
    )


def start(exercise, size_px, set_id=SET, **change):
    """Return the first message of a connection."""
    return {
        "type": "start",
        "version": 1,
        "set": set_id,
        "exercise": exercise,
        "size": list(size_px),
        "model": "full",
        "started_at": "2026-03-01T08:30:00+00:00",
    } | change


def numbered(frames, *extra):
    """Return frames and what the person asks for after them, each with its number."""
    made = [encode(i, frame) for i, frame in enumerate(frames)]
    made += [json.dumps({**one, "seq": len(frames) + i}) for i, one in enumerate(extra)]
    return made


def send(socket, message):
    """Send bytes or text."""
    (socket.send_bytes if isinstance(message, bytes) else socket.send_text)(message)


@contextmanager
def connected(client, opening):
    """Open a connection; give the socket, and the number that is wanted next."""
    with client.websocket_connect(LIVE) as socket:
        socket.send_json(opening)
        welcome = socket.receive_json()
        assert welcome["type"] == "welcome", welcome
        yield socket, welcome["next"]


def until(socket, *kinds):
    """Return all messages up to one of some kinds, that one included."""
    seen = []
    while not seen or seen[-1]["type"] not in kinds:
        seen.append(socket.receive_json())
    return seen


def whole(client, opening, messages):
    """Send a whole set undisturbed; return all that came back but acknowledgements."""
    with connected(client, opening) as (socket, wanted):
        for message in messages[wanted:]:
            send(socket, message)
        return [
            m
            for m in until(socket, "finished", "discarded", "error")
            if m["type"] not in ("ack", "counted")
        ]
