"""Progress and the notes say what was measured, and what was not."""

import html
import json
import re
from datetime import UTC, date, datetime, time, timedelta

import pytest

from rhomboid.training.checkin import CheckIn
from rhomboid.training.kept import KeptSet
from rhomboid.training.load import Load
from rhomboid.training.person import Person
from rhomboid.training.target import Target
from rhomboid.web.pages import notes, progress
from tests.web.conftest import SET_ID
from tests.web.history import HOSTILE, TODAY
from tests.web.test_journal_pages import text


@pytest.fixture(autouse=True)
def now(monkeypatch):
    """It is the last day of the history."""
    monkeypatch.setattr(progress, "today", lambda: TODAY)
    monkeypatch.setattr(notes, "today", lambda: TODAY)


def specs(answer):
    """Return the charts of a page, as its script would find them."""
    found = re.findall(r'<script type="application/json">(.*?)</script>', answer.text, re.DOTALL)
    return [json.loads(one) for one in found]


def test_with_nothing_done_it_says_what_to_do(client):
    said = text(client.get("/progress"))
    assert "There is nothing to show yet. Do a set" in said
    assert specs(client.get("/progress")) == []
    assert "src/chart.ts" not in client.get("/progress").text
    assert "chart" not in " ".join(
        re.findall(r"<script[^>]*src=[^>]*>", client.get("/progress").text)
    )


def test_every_chart_has_its_sentence_and_its_numbers(full):
    answer = full.get("/progress?exercise=seated_cable_row")
    drawn = specs(answer)
    assert len(drawn) >= 6
    said = text(answer)
    for one in drawn:
        assert one["description"] in said
        assert f'<rh-chart label="{one["description"]}">' in html.unescape(answer.text)
    assert answer.text.count("<details>") == len(drawn)
    assert "37.5 kg" in said
    assert "by hand or imported" in said


def test_all_exercises_have_muscles_days_and_pain(full):
    said = text(full.get("/progress"))
    assert "Upper back 11 10 or more" in said
    assert "You trained on 52 days in 13 weeks" in said
    assert "A plan was shown for 13 days; on 13 of them you trained." in said
    assert "the worst was 3 of 10" in said
    assert 'href="/report"' in full.get("/progress").text


def test_the_map_says_its_numbers(full):
    page = full.get("/progress").text
    assert "Back: sets in the last seven days. Upper back: 11; Lats: 10;" in page


@pytest.mark.parametrize("time", ["12w", "year", "all"])
@pytest.mark.parametrize("exercise", ["", "corkscrew", "t_raise", "front_raise"])
def test_every_time_and_exercise_is_a_page(full, time, exercise):
    text(full.get(f"/progress?exercise={exercise}&time={time}"))


def test_what_is_not_known_is_said(client):
    assert client.get("/progress?exercise=squat").status_code == 404
    assert client.get("/progress?time=ever").status_code == 422
    assert "You did no set of this in that time." in text(client.get("/progress?exercise=t_raise"))


def test_an_exercise_whose_file_is_gone_is_shown_by_its_id(full):
    at = datetime(2026, 11, 18, 12, tzinfo=UTC)
    full.app.state.journal.sets.keep(KeptSet(SET_ID, HOSTILE, "hand", at, 0, (1, 1)), None)
    for path in ("/progress", "/report"):
        assert "<b>bold" not in full.get(path).text
    answer = full.get("/progress", params={"exercise": HOSTILE})
    assert HOSTILE in text(answer)
    assert "<b>bold" not in answer.text
    assert specs(answer)[0]["description"].startswith("2 repetitions in 1 set")


def test_weights_are_shown_as_the_person_wants_them(full):
    full.app.state.journal.profile.keep(Person(units="lb"), TODAY)
    said = text(full.get("/progress?exercise=deadlift"))
    assert "110.2 lb" in said
    assert " kg" not in said
    assert "lb" in text(full.get("/report"))


def test_what_was_not_judged_stands_beside_what_was(full):
    said = text(full.get("/progress?exercise=seated_cable_row"))
    assert "What the camera judged" in said
    assert re.search(r"Grip width 0 0 \d+", said)
    assert "Not judged, and so not counted:" in said


def test_the_notes_say_what_was_done_and_planned(full):
    said = text(full.get("/report?from=2026-10-01&to=2026-11-20"))
    assert "From 1 Oct 2026 to 20 Nov 2026" in said
    assert re.search(r"Trained on 29 of 51 days: \d+ sets", said)
    assert "A plan with exercises was shown for 7 days; on 7 of them something was done." in said
    assert "Left out on purpose: 2 days." in said
    assert re.search(r"Seated cable row \d+ \d+ \d+ 33–37.5 kg \d+ of \d+", said)
    assert "It is no medical device, and this is no diagnosis." in said


def test_the_notes_say_what_could_not_be_judged_and_why(full):
    said = text(full.get("/report?from=2026-09-01"))
    assert re.search(
        r"Grip width \(Seated cable row\): not judged in (\d+) of \1 repetitions", said
    )
    assert "The last time: I see you from the side." in said
    assert "Never judged, since joints in a picture cannot show it: muscle activity" in said
    assert re.search(r"rhomboid [\d.]+, pose model drawn athlete, rules", said)


def test_the_notes_say_when_it_hurt(full):
    said = text(full.get("/report?from=2026-09-01"))
    assert "30 Sept 2026: 3 of 10 (Deadlift)" in said
    assert "The worst of the mornings after: 2 of 10." in said


def test_easy_sets_are_not_in_the_numbers_of_muscles_and_that_is_said(client):
    easy = Target("work", (10, 10), Load("band", 1), "band", 2.0, 1.0, 2.0, 45.0, easy=True)
    at = datetime.combine(TODAY, time(12), UTC)
    client.app.state.journal.sets.keep(
        KeptSet(SET_ID, "t_raise", "hand", at, 0, (1,) * 10, target=easy), None
    )
    said = text(client.get("/progress"))
    assert "1 easy set of these days is not in the numbers" in said


def test_the_notes_keep_nothing_back_that_was_told_of_a_day(client):
    days, day = client.app.state.journal.days, date(2026, 10, 5)
    days.check_in(CheckIn(day, pain=0, worst_pain=9, red_flags=frozenset({"fever"})))
    days.check_in(CheckIn(day + timedelta(days=1), pain=0))
    said = text(client.get("/report?from=2026-10-01&to=2026-10-20"))
    assert "Nothing was said about pain" not in said
    assert "Apart from sets, told for 2 days: pain on 1 of them, the worst 9 of 10 on" in said
    assert "told of: Fever or chills together with back pain." in said


def test_notes_on_an_empty_time_claim_nothing(client):
    said = text(client.get("/report?from=2026-01-01&to=2026-02-01"))
    assert "No set was done in this time." in said
    assert "Nothing was said about pain." in said
    assert "No set was judged by a camera." in said
    assert "Found to fix" not in said


def test_notes_cover_a_year_at_most(full):
    said = text(full.get("/report?from=2016-01-01&to=2026-11-20"))
    assert "Notes cover a year at most, so they begin here." in said
    assert "From 19 Nov 2025" in said


@pytest.mark.parametrize(
    "asked", ["from=x", "from=2026-02-01&to=2026-01-01", "to=0001-01-01", "from=9999-12-31"]
)
def test_days_that_make_no_sense_are_said_to(client, asked):
    assert client.get(f"/report?{asked}").status_code == 422
