"""Today's page asks little, plans by what it was told, and stops whoever should not train."""

import html
import re
from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from rhomboid.catalogue.read import names
from rhomboid.plan.screening import QUESTIONS, RED_FLAGS
from rhomboid.routine import check_in_on, plan_for, plan_of, plan_shown, session_of
from rhomboid.training.checkin import CheckIn
from rhomboid.training.kept import KeptSet
from rhomboid.training.load import Load
from rhomboid.web.pages import today as today_page
from rhomboid.web.person import today
from tests.web.conftest import SET_ID

GYM = ["cable_station", "straight_bar", "pulldown_station", "long_bar", "band", "mat"]
NO = dict.fromkeys(QUESTIONS, "no")


@pytest.fixture
def journal(client):
    return client.app.state.journal


def tell(client, **told):
    """Fill in the profile: a gym, every day, three quarters of an hour."""
    usual = {"goals": ["strength"], "gear": GYM, "days": list("0123456"), "minutes": "45",
             "was_cleared": "no"}  # fmt: skip
    return client.post("/profile", data={**usual, "experience": "some", **told})


def begun(client):
    """Answer every question."""
    assert tell(client).status_code == 303
    assert client.post("/profile/health", data=NO).status_code == 303


def kinds(client):
    """Return what day today is, and the exercises that are planned."""
    text = client.get("/").text
    return re.search(r"<h1 id=\"plan\">(.*?)</h1>", text)[1], re.findall(r'id="plan-(\w+)"', text)


def test_the_first_start_asks_six_questions_that_may_be_skipped(client, journal):
    first = client.get("/").text
    assert "Six short questions" in first
    assert len(re.findall(r"<legend>", first.split('id="plan"')[1].split("plan plan-")[0])) == 6
    assert client.post("/profile", data={"skip": "1"}).status_code == 303
    assert "Six short questions" not in client.get("/").text
    assert journal.profile.count() == 1


def test_without_answers_about_health_no_load_is_planned(client):
    tell(client)
    assert kinds(client)[0] == "Today: a light day"
    client.post("/profile/health", data=NO)
    title, exercises = kinds(client)
    assert title == "Today: a day for loads"
    assert {"seated_cable_row", "corkscrew"} <= set(exercises)


def test_a_question_left_open_is_asked_again_and_nothing_is_kept(client, journal):
    answer = client.post("/profile/health", data={**NO, "heart": ""})
    assert answer.status_code == 422
    assert "every question" in answer.text
    assert not journal.days.screenings()


def test_every_number_has_a_reason_in_words(client):
    begun(client)
    page = client.get("/").text
    assert "Find it: take a weight" in page
    assert "Stop with" in page
    assert "our own choice" in page


@pytest.mark.parametrize("flag", RED_FLAGS)
def test_a_red_flag_stops_everything_and_says_where_to_go(client, flag):
    begun(client)
    client.post("/check-in", data={f"flag_{flag}": "on"})
    title, exercises = kinds(client)
    assert title == "Do not train now"
    assert exercises == []
    assert 'role="alert"' in client.get("/").text


def test_pain_makes_today_easier_and_is_kept(client, journal):
    begun(client)
    client.post("/check-in", data={"pain": "7", "readiness": "2", "sore_lats": "3"})
    said = check_in_on(journal, today())
    assert (said.pain, said.readiness, said.soreness) == (7, 2, {"lats": 3})
    assert "seated_cable_row" not in kinds(client)[1]


def test_something_else_takes_the_place_of_what_is_set_aside(client):
    begun(client)
    client.post("/today/minutes", data={"number": "15"})
    before = kinds(client)[1]
    client.post("/today/without", data={"name": before[0]})
    after = kinds(client)[1]
    assert before[0] not in after
    assert set(after) - set(before)
    assert "is set aside for today. In its place: " in client.get("/").text
    client.post("/today/bring-back", data={"name": before[0]})
    assert kinds(client)[1] == before
    assert "is set aside" not in client.get("/").text


def test_where_nothing_stands_in_it_is_said(client):
    for name in ("t_raise", "corkscrew"):
        client.post("/today/without", data={"name": name})
    text = client.get("/").text
    assert kinds(client) == ("Today: rest", [])
    assert text.count("Nothing else fits in its place") == 2
    assert "Nothing is left for today" in text
    assert "not a minute" not in text


def test_less_time_is_kept_to(client, journal):
    begun(client)
    client.post("/today/minutes", data={"number": "10"})
    assert plan_for(journal, today()).minutes <= 10
    client.post("/today/minutes", data={"number": ""})
    assert plan_for(journal, today()).budget_min == 45


def test_a_day_left_out_can_be_taken_up_again(client):
    begun(client)
    client.post("/today/skip")
    assert kinds(client) == ("Today: rest", [])
    client.post("/today/take-up")
    assert kinds(client)[1]


@pytest.mark.parametrize(
    ("path", "told"),
    [
        ("/check-in", {"pain": "11"}),
        ("/check-in", {"readiness": "much"}),
        ("/today/minutes", {"number": "9999"}),
        ("/today/minutes", {"number": "-5"}),
        ("/today/without", {"name": "<script>"}),
        ("/today/without", {}),
        ("/profile", {"days": "9"}),
        ("/profile", {"minutes": "1"}),
        ("/profile", {"experience": "much"}),
        ("/profile", {"conditions": "bored"}),
        ("/profile", {"units": "stone"}),
    ],
)
def test_what_makes_no_sense_is_refused_and_changes_nothing(client, journal, path, told):
    begun(client)
    before = journal.profile.now(), check_in_on(journal, today())
    assert client.post(path, data=told).status_code == 422
    assert (journal.profile.now(), check_in_on(journal, today())) == before


def test_a_profile_keeps_what_was_told_and_what_no_form_asks(client, journal):
    begun(client)
    tell(client, more="1", cleared="on", bands="red\n\n blue ", units="lb", height_cm="181,5",
         conditions=["neck_pain"])  # fmt: skip
    person = journal.profile.now()
    assert (person.bands, person.units, person.height_cm) == (("red", "blue"), "lb", 181.5)
    assert (person.cleared, person.cleared_on) == (True, today())
    assert person.conditions == {"neck_pain"}
    tell(client)
    assert journal.profile.now().bands == ("red", "blue")


def test_a_set_of_the_plan_knows_what_it_was_meant_to_be(client, journal):
    begun(client)
    page = client.get("/exercises/seated_cable_row/train").text
    session = session_of(journal, today())
    assert f'"session": "{session}"' in page
    target = plan_for(journal, today()).items[0].remaining[0]
    done = {
        "exercise": "seated_cable_row", "repetitions": 6, "session": session,
        "started_at": f"{today()}T08:00:00+00:00", "ended_at": f"{today()}T08:01:00+00:00",
        "target": {
            "kind": target.kind, "repetitions": list(target.repetitions), "load": None,
            "gear": target.gear, "out_s": 2, "pause_s": 1, "back_s": 2, "rest_s": 45,
        },
    }  # fmt: skip
    kept = client.post("/api/sets/by-hand", json=done)
    assert kept.status_code == 201, kept.text
    (one,) = journal.sets.of_session(session)
    assert one.target.kind == "warm_up"
    assert re.search(r"1 of \d sets done", client.get("/").text)


def test_what_was_used_and_felt_is_asked_after_a_set(client, journal):
    begun(client)
    tell(client, units="lb")
    when = plan_for(journal, today()).items[0].remaining[1]
    journal.sets.keep(_done(when), None)
    asked = client.get(f"/sets/{SET_ID}/after").text
    assert "(lb)" in asked
    answer = client.post(f"/sets/{SET_ID}/after", data={"load": "88,2", "spare": "2", "pain": "6"})
    assert "Noted" in answer.text
    assert "panel stop" in answer.text
    kept = journal.sets.read(SET_ID)
    assert kept.load.axis == "kg"
    assert kept.load.value == pytest.approx(40.0, abs=0.01)
    assert (kept.rating.spare, kept.rating.pain) == (2, 6)


def _done(target):
    """Return a set of a plan, done by hand today."""
    from datetime import datetime

    now = datetime.now().astimezone()
    return KeptSet(SET_ID, "seated_cable_row", "hand", now, 0, (1,) * 8, target=target,
                   gear=target.gear)  # fmt: skip


def test_the_plan_of_a_past_day_is_shown_as_it_was(client, journal):
    begun(client)
    plan = plan_for(journal, today())
    assert plan_shown(journal, today()) == plan
    tomorrow = today() + timedelta(days=1)
    assert plan_of(journal, today(), tomorrow) == plan
    assert plan_of(journal, today() - timedelta(days=400), tomorrow).kind == "light"
    assert plan_of(journal, tomorrow, today()).day == tomorrow


def test_a_load_that_was_told_is_where_the_next_plan_begins(client, journal):
    begun(client)
    target = plan_for(journal, today()).items[0].remaining[1]
    done = replace(_done(target), load=Load("kg", 40.0))
    journal.sets.keep(replace(done, started_at=done.started_at - timedelta(days=3)), None)
    later = {item.exercise: item for item in plan_for(journal, today()).items}
    assert later["seated_cable_row"].work[0].load == Load("kg", 40.0)


def test_a_clinician_s_word_is_asked_for_anew_when_something_comes_up(client, journal):
    begun(client)
    for path, told in (
        ("/profile/health", {**NO, "recent": "yes"}),
        ("/check-in", {"flag_fever": "on"}),
    ):
        tell(client, more="1", cleared="on")
        assert journal.profile.now().cleared
        client.post(path, data=told)
        assert not journal.profile.now().cleared
    tell(client, more="1", cleared="on")
    assert journal.profile.now().cleared_on == today()


def test_a_calendar_follows_the_plan_at_an_address_nobody_guesses(client):
    begun(client)
    (address,) = re.findall(r'href="(/calendar/[^"]+)"', client.get("/profile").text)
    answer = client.get(address)
    assert answer.headers["content-type"].startswith("text/calendar")
    assert answer.text.count("BEGIN:VEVENT") == 28
    assert client.get("/calendar/guessed.ics").status_code == 404
    client.post("/today/skip")
    assert "STATUS:CANCELLED" in client.get(address).text


@pytest.fixture
def held(client):
    """Return what stands before a set, or None where it begins at once."""

    def before(exercise, query=""):
        page = client.get(f"/exercises/{exercise}/train{query}").text
        shown = re.search(r'<p role="alert"><strong>(.*?)</strong>', page)
        assert ('id="coach"' in page) == (shown is None)
        return html.unescape(shown[1]) if shown else None

    return before


@pytest.mark.parametrize("exercise", names())
def test_nobody_begins_a_set_past_pain_or_a_red_flag(client, held, exercise):
    begun(client)
    client.post("/check-in", data={"pain": "7"})
    assert held(exercise, "?anyway=1").startswith("Pain of 7 is too much to train with")
    assert 'href="/exercises/deadlift/train"' not in client.get("/").text
    client.post("/check-in", data={"pain": "1", "flag_fainting": "on"})
    assert held(exercise).startswith("You told of: fainting")


@pytest.mark.parametrize("exercise", names())
def test_before_the_questions_are_answered_a_load_is_begun_by_ones_own_word_only(held, exercise):
    if exercise in {"corkscrew", "t_raise"}:
        assert held(exercise) is None
    else:
        assert held(exercise).startswith("Eight short questions come before the first load")
        assert held(exercise, "?anyway=1") is None


def test_whoever_waits_for_a_clinician_is_told_so_before_a_set(client, held):
    begun(client)
    client.post("/profile/health", data={**NO, "heart": "yes"})
    assert "clinician" in held("seated_cable_row")
    assert held("seated_cable_row", "?anyway=1") is None
    assert held("corkscrew") is None


def test_what_hurt_today_is_not_begun_again_and_the_rest_is(client, keep, held, journal):
    begun(client)
    keep("t_raise", started_at=datetime.now().astimezone())
    client.post(f"/sets/{SET_ID}/rating", data={"pain": "6"})
    assert held("t_raise", "?anyway=1").startswith("This hurt today: 6 of 10,")
    assert held("corkscrew") is None


def test_what_the_plan_does_not_ask_for_says_so_and_begins(client, held):
    begun(client)
    page = client.get("/exercises/pull_up/train").text
    assert "not in today&#39;s plan" in page
    assert held("pull_up") is None
    assert "today&#39;s plan" not in client.get("/exercises/corkscrew/train").text


def test_what_was_kept_is_said_and_what_comes_next(client):
    assert "eight questions about your health" in client.get(tell(client).headers["location"]).text
    kept = client.post("/profile/health", data=NO).headers["location"]
    assert "Saved. What you may do follows from it." in client.get(kept).text
    assert "Saved. The plan is made anew." in client.get(tell(client).headers["location"]).text
    assert client.get("/?noted=x").status_code == 200


def test_minutes_are_those_that_are_left(client, keep):
    begun(client)
    before = re.findall(r"about (\d+) min", client.get("/").text)
    keep("t_raise", started_at=datetime.now().astimezone())
    after = re.findall(r"about (\d+) min", client.get("/").text)
    assert "min left" in client.get("/").text
    assert int(after[0]) < int(before[0])


def test_goals_that_nobody_named_are_not_spoken_of(client):
    assert "For posture and back" not in client.get("/").text
    tell(client, goals=["posture"])
    assert "For posture and back" in client.get("/").text


def tick(client, *signs, shown=(), **told):
    """Send the form about today, with signs ticked."""
    flags = {f"flag_{sign}": "on" for sign in signs} | {f"shown_{sign}": "1" for sign in shown}
    return client.post("/check-in", data={**told, **flags})


def test_a_sign_is_taken_back_only_by_a_form_that_showed_it(client, journal):
    begun(client)
    tick(client, "numb_saddle")
    assert 'name="shown_numb_saddle"' in client.get("/").text
    tick(client, readiness="4")
    assert check_in_on(journal, today()).red_flags == {"numb_saddle"}
    tick(client, "fever", readiness="4")
    assert check_in_on(journal, today()).red_flags == {"numb_saddle", "fever"}
    tick(client, shown=("numb_saddle", "fever"))
    assert check_in_on(journal, today()).red_flags == frozenset()


@pytest.mark.parametrize(
    ("mistake", "title"), [({"mistake": "on"}, "a day for loads"), ({}, "a light day")]
)
def test_a_sign_that_has_gone_is_remembered_and_a_mistake_is_not(client, mistake, title):
    begun(client)
    tick(client, "numb_saddle")
    assert 'name="mistake"' in client.get("/").text
    tick(client, shown=("numb_saddle",), **mistake)
    assert kinds(client)[0] == f"Today: {title}"


def test_the_worst_pain_of_a_day_stays_known(client, journal):
    begun(client)
    tick(client, pain="8", sore_lats="2")
    tick(client, pain="0")
    said = check_in_on(journal, today())
    assert (said.pain, said.worst, said.soreness) == (0, 8, {"lats": 2})
    assert kinds(client)[0] == "Today: a light day"
    tick(client, readiness="5")
    assert check_in_on(journal, today()).pain == 0


def test_a_form_that_was_open_past_midnight_is_of_its_own_day(client, journal, monkeypatch):
    yesterday = today() - timedelta(days=1)
    monkeypatch.setattr(today_page, "NIGHT_ENDS", 24)
    tick(client, "fever", day=yesterday.isoformat())
    assert check_in_on(journal, yesterday).red_flags == {"fever"}
    assert check_in_on(journal, today()).red_flags == frozenset()


@pytest.mark.parametrize("age", [1, 2, 400, "soon"])
def test_what_an_old_form_says_in_the_morning_is_of_this_day(client, journal, monkeypatch, age):
    monkeypatch.setattr(today_page, "NIGHT_ENDS", 0)
    day = age if age == "soon" else (today() - timedelta(days=age)).isoformat()
    assert tick(client, "fever", pain="8", day=day).status_code == 303
    assert check_in_on(journal, today()).pain == 8
    assert kinds(client)[0] == "Do not train now"


def test_less_time_today_does_not_lift_a_stop_of_yesterday(client, journal):
    begun(client)
    yesterday = today() - timedelta(days=1)
    journal.days.check_in(CheckIn(yesterday, red_flags=frozenset({"numb_saddle"})))
    assert kinds(client)[0] == "Do not train now"
    client.post("/today/minutes", data={"number": "10"})
    client.post("/today/without", data={"name": "t_raise"})
    assert kinds(client)[0] == "Do not train now"
    tick(client, readiness="3")
    assert kinds(client)[0] == "Today: a light day"


def test_a_sign_stops_however_long_nobody_says_more(client, journal):
    begun(client)
    journal.days.check_in(CheckIn(today() - timedelta(days=300), red_flags=frozenset({"fever"})))
    assert kinds(client)[0] == "Do not train now"


def test_skipping_today_opens_no_load(client, held):
    client.post("/today/skip")
    assert held("deadlift").startswith("Eight short questions come before the first load")


def test_a_day_on_which_something_was_done_cannot_be_skipped(client, keep):
    begun(client)
    assert "Skip today" in client.get("/").text
    keep("t_raise", started_at=datetime.now().astimezone())
    assert "Skip today" not in client.get("/").text


def test_a_day_without_loads_because_of_pain_holds_every_load(client, held):
    begun(client)
    tick(client, pain="8")
    tick(client, pain="0")
    assert held("deadlift", "?anyway=1").startswith("Earlier today the pain was above 5")
    assert held("corkscrew") is None


def test_what_works_the_muscles_that_hurt_is_held_too(client, keep, held):
    begun(client)
    keep("seated_cable_row", started_at=datetime.now().astimezone())
    client.post(f"/sets/{SET_ID}/rating", data={"pain": "8"})
    assert held("lat_pulldown", "?anyway=1").startswith("This hurt today: 8 of 10,")


def test_a_sign_that_is_remembered_is_not_gone_past_by_ones_own_word(client, journal, held):
    begun(client)
    yesterday = today() - timedelta(days=1)
    journal.days.check_in(CheckIn(yesterday, red_flags=frozenset({"numb_saddle"})))
    tick(client, readiness="4")
    assert "told of a sign" in held("deadlift", "?anyway=1")
    assert held("corkscrew") is None


def test_a_condition_that_is_new_wants_a_clinicians_word_of_its_own(client, journal):
    begun(client)
    tell(client, more="1", was_cleared="no", cleared="on", conditions=["neck_pain"])
    assert journal.profile.now().cleared
    both = ["neck_pain", "osteoporosis"]
    tell(client, more="1", was_cleared="yes", cleared="on", conditions=both)
    assert not journal.profile.now().cleared
    assert kinds(client)[0] == "Today: a light day"
