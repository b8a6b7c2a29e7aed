"""A profile keeps what can be read, shows again what cannot, and takes no stale tick for a word."""

import re
from dataclasses import replace
from datetime import timedelta

import pytest

from rhomboid.plan.screening import QUESTIONS
from rhomboid.training.person import Person
from rhomboid.web.person import today
from tests.web.test_after import fields

KNOWN = Person(goals=("strength",), gear=frozenset({"band", "mat"}), minutes=45, height_cm=175.5)


@pytest.fixture
def profile(client):
    """Return where the profile is kept, somebody known in it."""
    kept = client.app.state.journal.profile
    kept.keep(KNOWN, today())
    return kept


def filled(client):
    """Return the form of the profile as a browser would send it."""
    page = client.get("/profile").text
    boxes = r'<input type="(?:checkbox|radio)" name="(\w+)" value="(\w+)" checked'
    ticked = re.findall(boxes, page)
    form = {name: fields(page)[name] for name in ("more", "was_cleared", "height_cm")}
    if re.search(r'name="cleared" checked', page):
        form["cleared"] = "on"
    for name, value in ticked:
        form.setdefault(name, []).append(value)
    return form


def test_what_is_saved_unchanged_is_unchanged(client, profile):
    assert client.post("/profile", data=filled(client)).status_code == 303
    assert profile.now() == KNOWN


def test_a_tick_from_before_something_came_up_is_no_new_word(client, profile):
    profile.keep(replace(KNOWN, cleared=True, cleared_on=today() - timedelta(days=9)), today())
    stale = filled(client)
    assert stale["cleared"] == "on"
    client.post("/check-in", data={"flag_fainting": "on"})
    assert not profile.now().cleared
    assert client.post("/profile", data={**stale, "minutes": "30"}).status_code == 303
    assert (profile.now().cleared, profile.now().cleared_on) == (False, None)
    assert profile.now().minutes == 30

    client.post("/profile", data={**filled(client), "cleared": "on"})
    assert (profile.now().cleared, profile.now().cleared_on) == (True, today())


def test_a_word_is_taken_back_where_it_was_seen_and_stays_where_it_was_not(client, profile):
    unticked = filled(client)
    since = today() - timedelta(days=9)
    profile.keep(replace(KNOWN, cleared=True, cleared_on=since), today())
    client.post("/profile", data=unticked)
    assert profile.now().cleared_on == since
    ticked = filled(client)
    client.post("/profile", data={n: v for n, v in ticked.items() if n != "cleared"})
    assert not profile.now().cleared


def test_a_form_that_does_not_say_how_it_was_made_gives_no_word(client, profile):
    told = {n: v for n, v in filled(client).items() if n != "was_cleared"}
    client.post("/profile", data={**told, "cleared": "on"})
    assert not profile.now().cleared


@pytest.mark.parametrize(
    ("typed", "height"), [("181,5", 181.5), ("181 cm", 181.0), ("50", 50.0), ("260", 260.0)]
)
def test_a_height_is_kept_and_shown_as_it_is(client, profile, typed, height):
    assert client.post("/profile", data={**filled(client), "height_cm": typed}).status_code == 303
    assert profile.now().height_cm == height
    assert filled(client)["height_cm"] == f"{height:g}"


def test_a_height_that_is_emptied_is_forgotten(client, profile):
    client.post("/profile", data={**filled(client), "height_cm": " "})
    assert profile.now().height_cm is None
    assert filled(client)["height_cm"] == ""


@pytest.mark.parametrize("typed", ["nan", "inf", "1e400", "-5", "0", "49.9", "261", "1e9", "tall"])
def test_a_height_that_is_none_is_said_and_nothing_else_is_lost(client, profile, typed):
    told = {**filled(client), "height_cm": typed, "minutes": "60", "bands": "red\nblue",
            "cleared": "on", "goals": ["posture", "mobility"], "units": "lb"}  # fmt: skip
    answer = client.post("/profile", data=told)
    assert answer.status_code == 422
    assert "A height is a number of centimetres from 50 to 260" in answer.text
    assert profile.now() == KNOWN
    for shown in (
        f'value="{typed}" aria-invalid="true"', ">red\nblue</textarea>", "<option selected>lb",
        'name="cleared" checked', 'value="60" checked', 'value="mobility" checked',
        'name="was_cleared" value="no"',
    ):  # fmt: skip
        assert shown in answer.text
    assert 'value="strength" checked' not in answer.text


def test_an_answer_that_was_not_offered_leaves_the_others_on_the_page(client, profile):
    answer = client.post("/profile", data={**filled(client), "days": ["9"], "minutes": "60"})
    assert answer.status_code == 422
    assert "One of the answers cannot be read" in answer.text
    assert 'value="60" checked' in answer.text
    assert "aria-invalid" not in answer.text


def test_a_question_of_health_left_open_leaves_the_others_answered(client):
    told = dict.fromkeys(QUESTIONS, "no") | {"heart": "yes", "recent": ""}
    answer = client.post("/profile/health", data=told)
    assert answer.status_code == 422
    assert answer.text.count(" checked") == len(QUESTIONS) - 1
    assert 'name="heart" value="yes" required checked' in answer.text
    assert re.search(r'role="alert">Please answer every question', answer.text)


def address(client):
    """Return where the calendar is."""
    (found,) = re.findall(r'href="(/calendar/[^"]+)"', client.get("/profile").text)
    return found


@pytest.mark.parametrize("content", [b"", b" \n", b"short", b"\xff" * 40])
def test_a_secret_that_was_never_written_whole_is_made_anew(client, tmp_path, content):
    file = tmp_path / "calendar.secret"
    file.write_bytes(content)
    found = address(client)
    assert len(found) > 40
    assert address(client) == found
    assert client.get(found).status_code == 200
    assert client.get("/calendar/.ics").status_code == 404
    assert file.stat().st_mode & 0o777 == 0o600


def test_the_calendar_gets_another_address_when_it_is_wanted(client):
    before = address(client)
    answer = client.post("/profile/calendar")
    assert answer.status_code == 303
    assert "The address is new" in client.get(answer.headers["location"]).text
    assert address(client) != before
    assert client.get(before).status_code == 404
    assert client.get(address(client)).status_code == 200


def test_a_calendar_whose_address_cannot_be_kept_is_one_sentence(client, tmp_path):
    (tmp_path / "calendar.secret").mkdir()
    assert client.get("/calendar/guessed.ics").status_code == 500
