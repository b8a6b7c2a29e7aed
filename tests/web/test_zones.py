"""The day of a set is its person's own, however far from Greenwich the server stands."""

import time
from datetime import UTC, date, datetime, timedelta

import pytest
from fastapi.testclient import TestClient

from rhomboid.plan.history import History
from rhomboid.training.kept import KeptSet
from rhomboid.web.person import here
from tests.coach.live_scenes import whole_set
from tests.web.conftest import SET_ID
from tests.web.live_client import SET, numbered, site, start, whole

LATE, EARLY = "2026-11-24T23:47:00.000Z", "2026-11-25T03:30:00.000Z"
"""What a browser sends at 10:47 on 25 November in Sydney, and at 22:30 on the 24th in New York."""
FAR = [
    ("Australia/Sydney", LATE, datetime(2026, 11, 25, 10, 47)),  # noqa: DTZ001  on the wall
    ("America/New_York", EARLY, datetime(2026, 11, 24, 22, 30)),  # noqa: DTZ001  on the wall
]


@pytest.fixture
def live_in(monkeypatch):
    """Return a function that moves this machine into another zone."""
    with monkeypatch.context() as moved:

        def move(zone):
            moved.setenv("TZ", zone)
            time.tzset()

        yield move
    time.tzset()


def on_the_wall(kept):
    """Return when a set was done, by the clock on the wall."""
    return kept.started_at.replace(tzinfo=None)


@pytest.mark.parametrize(("zone", "sent", "wall"), FAR)
def test_a_set_by_hand_falls_on_the_day_of_its_person(client, live_in, zone, sent, wall):
    live_in(zone)
    done = {"exercise": "t_raise", "repetitions": 8, "started_at": sent, "ended_at": sent}
    answer = client.post("/api/sets/by-hand", json={"id": SET_ID, **done})
    assert answer.status_code == 201, answer.text
    kept = client.app.state.journal.sets.read(SET_ID)
    assert on_the_wall(kept) == wall
    assert kept.started_at == datetime.fromisoformat(sent)
    assert client.app.state.journal.sets.recent()[0].started_at.date() == wall.date()


@pytest.mark.parametrize(("zone", "sent", "wall"), FAR)
def test_a_live_set_falls_on_the_day_of_its_person(tmp_path, live_in, zone, sent, wall):
    live_in(zone)
    frames, done = whole_set("lat_pulldown", repetitions=1)
    opening = start("lat_pulldown", done.track.size_px, started_at=sent)
    with site(tmp_path) as browser:
        whole(browser, opening, numbered(frames, {"type": "finish"}))
        assert on_the_wall(browser.app.state.journal.sets.read(SET)) == wall


def test_today_crosses_off_what_was_just_done(client: TestClient, live_in):
    live_in("Pacific/Kiritimati" if datetime.now(UTC).hour >= 10 else "Pacific/Pago_Pago")
    now = datetime.now(UTC)
    assert now.date() != now.astimezone().date()
    sent = now.isoformat().replace("+00:00", "Z")
    done = {"exercise": "t_raise", "repetitions": 8, "started_at": sent, "ended_at": sent}
    before = client.get("/").text
    client.post("/api/sets/by-hand", json=done)
    assert "sets done" not in before
    assert "sets done" in client.get("/").text


def test_a_moment_that_no_clock_shows_is_left_to_whoever_refuses_it(client):
    first = datetime.min.replace(tzinfo=UTC)
    assert here(first).tzinfo is not None
    told = "0001-01-01T00:00:00+14:00"
    done = {"exercise": "t_raise", "repetitions": 8, "started_at": told, "ended_at": told}
    assert client.post("/api/sets/by-hand", json=done).status_code == 422


def test_sets_of_one_day_stand_in_the_order_in_which_they_were_done():
    east = datetime.fromisoformat("2026-11-25T10:00:00+11:00")
    sets = [
        KeptSet("third", "t_raise", "hand", east + timedelta(hours=2), 0),
        KeptSet("first", "t_raise", "hand", east, 0),
        KeptSet("second", "t_raise", "hand", datetime.fromisoformat("2026-11-25T00:30Z"), 0),
    ]
    past = History(tuple(sets)).until(date(2026, 11, 26))
    assert [kept.id for kept in past.sets] == ["first", "second", "third"]
