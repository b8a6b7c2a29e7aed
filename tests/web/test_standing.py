"""How somebody stands is measured over the web, kept, and used by the sets that follow."""

from datetime import datetime, timedelta

import numpy as np
import pytest

from rhomboid.coach.live import PoseFrame
from rhomboid.journal.people import LOCAL
from rhomboid.web.frames import encode
from tests.coach.test_own import standing_still
from tests.web.conftest import SET_ID


def frames(track):
    """Return a track as a browser sends it."""
    return b"".join(
        encode(i, PoseFrame(t, track.image_px[i], track.visibility[i], track.world_m[i]))
        for i, t in enumerate(track.times_s)
    )


def stand(client, look, track):
    """Send how somebody stands."""
    width, height = track.size_px
    return client.post(
        f"/api/standing/{look}", params={"width": width, "height": height}, content=frames(track)
    )


def test_both_looks_are_kept_together(client):
    assert stand(client, "side", standing_still()).json()["hip_deg"] == pytest.approx(178, abs=2)
    told = stand(client, "front", standing_still("front")).json()
    assert told["hip_deg"] == pytest.approx(178, abs=2)
    assert told["shoulders_trunk"] > 0.5
    assert client.app.state.journal.profile.now().standing.knee_deg == told["knee_deg"]
    assert client.app.state.journal.person == LOCAL
    assert told["day"] in client.get("/profile/standing").text


def test_whoever_will_not_do_is_told_why_and_nothing_is_kept(client):
    answer = stand(client, "front", standing_still())
    assert (answer.status_code, answer.json()["detail"]) == (422, "Turn to face the camera.")
    assert client.app.state.journal.profile.now() is None


@pytest.mark.parametrize("body", [b"", b"x", b"\0" * 808, frames(standing_still())[:-3]])
def test_what_is_no_frames_is_refused(client, body):
    answer = client.post("/api/standing/side?width=640&height=480", content=body)
    assert answer.status_code == 422


def test_time_that_runs_backwards_and_too_much_of_it_are_refused(client):
    still = standing_still()
    twice = frames(still) + frames(still)
    assert client.post("/api/standing/side?width=640&height=480", content=twice).status_code == 422
    endless = frames(still) * 20
    answer = client.post("/api/standing/side?width=640&height=480", content=endless)
    assert answer.status_code == 413


def test_a_set_is_judged_against_ones_own_standing_of_its_day(client, keep):
    now = datetime.now().astimezone()
    keep("deadlift", started_at=now)
    page = f"/api/sets/{SET_ID}"
    before = {f["check"]: f for f in client.get(page).json()["report"]["findings"]}
    own = stand(client, "side", standing_still()).json()
    after = {f["check"]: f for f in client.get(page).json()["report"]["findings"]}
    assert before["hips_through"]["good_from"] == 170.0
    assert after["hips_through"]["good_from"] == pytest.approx(own["hip_deg"] - 8.0)
    keep("deadlift", started_at=now - timedelta(days=2))
    earlier = {f["check"]: f for f in client.get(page).json()["report"]["findings"]}
    assert earlier["hips_through"]["good_from"] == 170.0


def test_nobody_in_the_picture_is_no_posture(client):
    empty = b"".join(
        encode(i, PoseFrame(float(i), np.full((33, 2), np.nan), np.zeros(33))) for i in range(9)
    )
    answer = client.post("/api/standing/side?width=640&height=480", content=empty)
    assert answer.status_code == 422
