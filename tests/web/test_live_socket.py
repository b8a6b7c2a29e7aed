"""A live set through the socket is the set that the file gives, however it was disturbed."""

import json
from dataclasses import replace

import numpy as np
import pytest
from starlette.websockets import WebSocketDisconnect

import rhomboid
from rhomboid.catalogue.read import names
from rhomboid.web.frames import encode
from tests.coach.live_scenes import whole_set
from tests.web.live_client import LIVE, SET, connected, numbered, send, site, start, until, whole

FINISH = {"type": "finish"}


@pytest.fixture
def client(tmp_path):
    with site(tmp_path) as client:
        yield client


def drawn(exercise="lat_pulldown", **how):
    """Return a drawn set as messages, and how it is opened."""
    frames, done = whole_set(exercise, **{"repetitions": 3, **how})
    return numbered(frames, FINISH), start(exercise, done.track.size_px)


@pytest.mark.parametrize("exercise", names())
def test_a_set_is_counted_kept_and_judged_as_a_file_is(client, exercise):
    messages, opening = drawn(exercise)
    told = whole(client, opening, messages)

    reps = [m for m in told if m["type"] == "rep"]
    assert [m["count"] for m in reps] == [1, 2, 3]
    assert told[-1] == {"type": "finished", "set": SET, "url": f"/sets/{SET}", "total": 3}
    sets = client.app.state.journal.sets
    report = rhomboid.check(sets.track(SET), exercise)
    assert [m["rep"]["turn_s"] for m in reps] == [round(rep.turn_s, 3) for rep in report.reps]
    assert sets.read(SET).counted == report.count == 3


@pytest.mark.parametrize("cut", [40, 200, 400])
def test_a_connection_that_drops_loses_and_doubles_nothing(client, tmp_path, cut):
    messages, opening = drawn()
    undisturbed = whole(client, opening, messages)
    client.app.state.journal.sets.remove(SET)

    with connected(client, opening) as (socket, _):
        for message in messages[:cut]:
            send(socket, message)
    with connected(client, opening) as (socket, wanted):
        assert wanted <= cut
        for message in messages[max(0, wanted - 25) :]:
            send(socket, message)
        rest = [m for m in until(socket, "finished") if m["type"] not in ("ack", "counted")]

    assert rest == undisturbed[-len(rest) :]
    assert rest[-1]["total"] == 3


def test_a_killed_server_that_knows_nothing_comes_to_the_same(client, tmp_path):
    messages, opening = drawn()
    undisturbed = whole(client, opening, messages)
    client.app.state.journal.sets.remove(SET)
    with connected(client, opening) as (socket, _):
        for message in messages[:300]:
            send(socket, message)

    with site(tmp_path) as reborn:
        assert whole(reborn, opening, messages) == undisturbed


def test_a_set_that_was_kept_but_never_confirmed_is_confirmed(client):
    messages, opening = drawn()
    finished = whole(client, opening, messages)[-1]
    with client.websocket_connect(LIVE) as socket:
        socket.send_json(opening)
        assert socket.receive_json() == finished


def test_corrections_are_numbered_too_and_kept_apart(client):
    frames, done = whole_set("lat_pulldown", repetitions=2)
    asked = [
        {"type": "correct", "by": 1},
        {"type": "correct", "by": 1},
        {"type": "correct", "by": -1},
    ]
    told = whole(
        client, start("lat_pulldown", done.track.size_px), numbered(frames, *asked, FINISH)
    )

    assert [m["total"] for m in told if m["type"] == "corrected"] == [3, 4, 3]
    assert told[-1]["total"] == 3
    kept = client.app.state.journal.sets.read(SET)
    assert (kept.counted, kept.corrections, kept.origin) == (2, (1, 1, -1), "camera")


def test_counting_can_be_begun_by_hand(client):
    frames, done = whole_set("lat_pulldown", repetitions=2, still_s=0.0)
    messages = [json.dumps({"type": "arm", "seq": 0})]
    messages += [encode(i + 1, frame) for i, frame in enumerate(frames)]
    messages.append(json.dumps({"type": "finish", "seq": len(messages)}))
    told = whole(client, start("lat_pulldown", done.track.size_px), messages)
    assert told[-1]["total"] == 2


def test_a_discarded_set_is_nowhere(client):
    messages, opening = drawn()
    messages[-1] = json.dumps({"type": "discard", "seq": len(messages) - 1})
    assert whole(client, opening, messages)[-1]["type"] == "discarded"
    assert client.app.state.journal.sets.recent() == []


def test_another_tab_takes_over(client):
    messages, opening = drawn()
    with connected(client, opening) as (first, _):
        send(first, messages[0])
        with connected(client, opening) as (_, wanted):
            assert wanted == 1
            assert until(first, "error")[-1]["reason"] == "this set goes on in another tab"


GARBAGE = {
    "no frame": (b"garbage", 4400, "bytes"),
    "another version": (b"\x02" + bytes(15), 4400, "load the page anew"),
    "flags": (b"\x01\x07" + bytes(14), 4400, "do not fit"),
    "no JSON": ("{", 4400, "makes no sense"),
    "unknown type": ('{"type":"steal","seq":0}', 4400, "makes no sense"),
    "unknown key": ('{"type":"arm","seq":0,"x":1}', 4400, "makes no sense"),
    "a number that is none": ('{"type":"arm","seq":-1}', 4400, "makes no sense"),
    "two at once": ('{"type":"correct","seq":0,"by":2}', 4400, "makes no sense"),
    "out of order": ('{"type":"arm","seq":99}', 4409, "wanted next"),
}


@pytest.mark.parametrize(("message", "code", "reason"), GARBAGE.values(), ids=GARBAGE)
def test_garbage_ends_that_connection_with_a_reason_and_not_the_set(client, message, code, reason):
    messages, opening = drawn()
    with connected(client, opening) as (socket, _):
        for known in messages[:50]:
            send(socket, known)
        send(
            socket, message.replace('"seq":0', '"seq":50') if isinstance(message, str) else message
        )
        error = until(socket, "error")[-1]
        assert reason in error["reason"]
        with pytest.raises(WebSocketDisconnect) as closed:
            socket.receive_json()
        assert closed.value.code == code
    told = whole(client, opening, messages)
    assert told[-1]["total"] == 3


@pytest.mark.parametrize(
    "change",
    [
        {"set": "../../etc/passwd"},
        {"exercise": "yoga"},
        {"size": [0, 0]},
        {"size": [640, float("1e9")]},
        {"version": 9},
        {"started_at": "yesterday"},
        {"started_at": "2026-03-01T08:30:00"},
        {"more": 1},
    ],
)
def test_a_start_that_makes_no_sense_is_answered(client, change):
    with client.websocket_connect(LIVE) as socket:
        socket.send_json(start("deadlift", (640, 480)) | change)
        assert socket.receive_json()["type"] == "error"


def test_frames_with_odd_numbers_are_events(client):
    frames, done = whole_set("lat_pulldown", repetitions=1)
    image = frames[60].image_px.copy()
    image[0, 0] = np.inf
    bad = replace(frames[60], image_px=image, time_s=frames[60].time_s - 0.01)
    late = replace(frames[60], time_s=0.0)
    messages = numbered([*frames[:60], bad, late, *frames[60:]], FINISH)
    told = whole(client, start("lat_pulldown", done.track.size_px), messages)

    assert [m["reason"] for m in told if m["type"] == "bad_frame"] == [
        "it holds numbers that are no positions",
        "its time is not later than that of the frame before",
    ]
    assert told[-1]["total"] == 1


def test_time_that_only_runs_backwards_ends_the_connection(client):
    frames, done = whole_set("lat_pulldown", repetitions=1)
    backwards = [replace(frames[0], time_s=1000.0 - i) for i in range(300)]
    told = whole(client, start("lat_pulldown", done.track.size_px), numbered(backwards))
    assert "made no sense" in told[-1]["reason"]


def test_ten_thousand_frames_a_second_end_the_connection(client):
    frames, done = whole_set("lat_pulldown", repetitions=1)
    mad = [replace(frames[0], time_s=i / 10_000) for i in range(400)]
    told = whole(client, start("lat_pulldown", done.track.size_px), numbered(mad))
    assert told[-1]["type"] == "error"


def test_a_full_disk_is_said_and_nothing_is_lost(client, monkeypatch):
    from rhomboid.errors import JournalBusyError

    messages, opening = drawn()
    sets = client.app.state.journal.sets
    real = sets.keep
    monkeypatch.setattr(
        sets, "keep", lambda *_: (_ for _ in ()).throw(JournalBusyError("disk full"))
    )
    error = whole(client, opening, messages)[-1]
    assert error == {"type": "error", "reason": "disk full", "again": True}
    monkeypatch.setattr(sets, "keep", real)
    with connected(client, opening) as (socket, wanted):
        assert wanted == len(messages) - 1
        send(socket, messages[-1])
        assert until(socket, "finished")[-1]["total"] == 3
