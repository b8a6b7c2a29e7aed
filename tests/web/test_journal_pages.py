"""The journal shows each month and each day, whatever was said of them."""

import html
import re
from datetime import UTC, date, datetime, timedelta

import pytest

from rhomboid.training.load import Load
from rhomboid.web.pages import journal as pages
from tests.web.history import HOSTILE, TODAY


@pytest.fixture(autouse=True)
def now(monkeypatch):
    """It is the last day of the history."""
    monkeypatch.setattr(pages, "today", lambda: TODAY)


def text(answer):
    """Return what a page says, without its elements."""
    assert answer.status_code == 200, answer.text
    plain = re.sub(r"<script.*?</script>|<[^>]+>", " ", answer.text, flags=re.DOTALL)
    return html.unescape(re.sub(r"\s+", " ", plain))


def test_an_empty_journal_says_what_to_do(client):
    said = text(client.get("/journal"))
    assert "Nothing has been done here yet. Do a set" in said
    assert "November 2026" in said
    assert 'href="/"' in client.get("/journal").text


def test_a_month_is_a_table_with_a_link_for_each_day(full):
    page = full.get("/journal").text
    assert page.count('<th scope="col">') == 7
    assert page.count("<caption") == 1
    assert 'href="/journal/2026-11-16"' in page
    assert "Monday </span>16" in page
    assert "5 sets" in text(full.get("/journal"))
    assert 'aria-current="date"' in page
    assert 'href="/journal/2026-11-19"' not in page


def test_months_lead_to_one_another_and_not_into_the_future(full):
    page = full.get("/journal").text
    assert 'href="/journal?month=2026-10"' in page
    assert "2026-12" not in page
    before = full.get("/journal?month=2026-10").text
    assert 'href="/journal?month=2026-11"' in before
    assert "October 2026" in before


def test_a_month_without_sets_says_so(full):
    assert "No set was done in this month." in text(full.get("/journal?month=2020-02"))
    assert "29" in text(full.get("/journal?month=2020-02"))


@pytest.mark.parametrize("month", ["2026-13", "2026-1", "x", "0001-01", "9999-12", "2026-05-04"])
def test_what_is_no_month_is_nowhere(client, month):
    assert client.get("/journal", params={"month": month}).status_code == 404


@pytest.mark.parametrize("day", ["2026-02-30", "20260504", "today", "1800-01-01"])
def test_what_is_no_day_is_nowhere(client, day):
    assert client.get(f"/journal/{day}").status_code == 404


def test_a_day_has_its_session_sets_and_their_loads(full):
    answer = full.get("/journal/2026-11-16")
    said = text(answer)
    assert "Monday 16 November 2026" in said
    assert "Session from" in said
    assert said.count("Seated cable row") >= 3
    assert "37.5 kg" in said
    assert answer.text.count('href="/sets/') == 5


def test_a_day_has_what_was_said_and_what_was_planned(full):
    said = text(full.get("/journal/2026-11-16"))
    assert "Readiness 4 of 5" in said
    assert "Lats 2 of 5" in said
    assert "A day for loads" in said
    assert "Seated cable row: 3 sets of 8–12 with 35 kg" in said


def test_days_with_sets_lead_to_one_another(full):
    page = full.get("/journal/2026-11-16").text
    assert 'href="/journal/2026-11-13"' in page
    assert 'href="/journal/2026-11-17"' in page


def test_a_day_of_rest_is_a_page_too(full):
    assert "No set was done on this day." in text(full.get("/journal/2026-11-15"))


def test_what_a_person_writes_is_never_taken_for_the_page(full, keep):
    day = date(2026, 11, 5)
    full.app.state.journal.days.skip(day, HOSTILE)
    keep(HOSTILE, origin="hand", counted=0, corrections=(1,), load=Load("kg", 20.0),
         started_at=datetime(2026, 11, 5, 12, tzinfo=UTC))  # fmt: skip
    for path in ("/journal", f"/journal/{day}", "/journal/2026-11-16"):
        page = full.get(path).text
        assert "<b>bold" not in page
        assert 'alert("1")' not in page
    assert f"Left out on purpose: {HOSTILE}" in html.unescape(full.get(f"/journal/{day}").text)


def test_a_plan_of_another_shape_breaks_nothing(client):
    day = TODAY - timedelta(days=3)
    for document in ({}, {"kind": 3, "items": "none"}, {"kind": "rest", "items": [{"targets": 1}]}):
        client.app.state.journal.days.show(day, document, "1")
        assert client.get(f"/journal/{day}").status_code == 200
