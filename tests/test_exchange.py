"""A calendar follows the plan: one event a day, the same for ever, newer when it changed."""

import json
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest
from garmin_fit_sdk import Decoder, Stream
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from rhomboid.catalogue.read import load, names
from rhomboid.exchange import Reminder, feed, kept_feed, workout
from rhomboid.journal.erase import erase_folders
from rhomboid.journal.exchange.calendar import Event, escaped, fold, revise, write_calendar
from rhomboid.journal.exchange.files import read_file
from rhomboid.journal.exchange.keeping import keep
from rhomboid.journal.opening import open_journal
from rhomboid.journal.people import LOCAL
from rhomboid.plan.ahead import week_ahead
from rhomboid.plan.history import History
from rhomboid.plan.today import plan_day
from rhomboid.training.person import Person
from rhomboid.training.screening import Screening

MONDAY = date(2026, 5, 4)
NOW = datetime(2026, 5, 4, 8, tzinfo=UTC)
LATER = NOW + timedelta(hours=1)


def events(text):
    """Return the events of a calendar as somebody else's parser reads it, by day."""
    calendar = Calendar.from_ical(text)
    assert calendar["VERSION"] == "2.0"
    found = list(calendar.walk("VEVENT"))
    return {event.decoded("DTSTART").date(): event for event in found}


@pytest.fixture(scope="module")
def week():
    """A week's plans of somebody with a gym."""
    gear = frozenset({"barbell", "cable_station", "straight_bar", "band", "mat"})
    catalogue = {name: load(name) for name in names()}
    return week_ahead(Person(gear=gear), History(), MONDAY, catalogue, Screening(MONDAY))


def test_a_week_is_seven_events_with_what_to_do(week):
    text, told = feed(week, LOCAL, {}, NOW)
    found = events(text)
    assert set(found) == {plan.day for plan in week} == set(told)
    first = found[MONDAY]
    assert str(first["UID"]) == f"20260504-{LOCAL}@rhomboid"
    assert first["SUMMARY"] == "Upper back: load day"
    assert first["SEQUENCE"] == 0
    assert first.decoded("DTSTAMP") == NOW
    assert first.decoded("DTSTART") == datetime(2026, 5, 4, 18)  # noqa: DTZ001  it floats
    assert all(item.name in first["DESCRIPTION"] for item in week[0].items)
    length = first.decoded("DTEND") - first.decoded("DTSTART")
    assert length == timedelta(minutes=week[0].minutes)
    [alarm] = first.walk("VALARM")
    assert (alarm["ACTION"], alarm.decoded("TRIGGER")) == ("DISPLAY", -timedelta(minutes=30))


def test_the_same_plan_is_told_the_same(week):
    text, told = feed(week, LOCAL, {}, NOW)
    again, told_again = feed(week, LOCAL, told, LATER)
    assert (again, told_again) == (text, told)


def test_what_changed_has_a_higher_number_and_the_same_uid(week):
    before, told = feed(week, LOCAL, {}, NOW)
    changed = [replace(week[0], kind="rest", items=()), *week[1:]]
    after, told = feed(changed, LOCAL, told, LATER)
    first, now = events(before)[MONDAY], events(after)[MONDAY]
    assert (now["STATUS"], now["SEQUENCE"], now["UID"]) == ("CANCELLED", 1, first["UID"])
    assert now.decoded("DTSTAMP") == LATER
    assert now.walk("VALARM") == []
    rest = [day for day in events(after) if day != MONDAY]
    assert {events(after)[day]["SEQUENCE"] for day in rest} == {0}
    back, _ = feed(week, LOCAL, told, LATER)
    assert (events(back)[MONDAY]["STATUS"], events(back)[MONDAY]["SEQUENCE"]) == ("CONFIRMED", 2)


def test_another_time_of_day_is_a_change_too(week):
    _, told = feed(week, LOCAL, {}, NOW)
    text, _ = feed(week, LOCAL, told, LATER, Reminder(time(7, 30), 0))
    first = events(text)[MONDAY]
    assert first.decoded("DTSTART").time() == time(7, 30)
    assert first["SEQUENCE"] == 1
    assert first.walk("VALARM") == []


def test_two_people_have_different_events(week):
    mine, _ = feed(week, LOCAL, {}, NOW)
    theirs, _ = feed(week, "1f8fad5b-d9cb-469f-a165-70867728950e", {}, NOW)
    uids = [{str(one["UID"]) for one in events(text).values()} for text in (mine, theirs)]
    assert not uids[0] & uids[1]


words = st.text(st.characters(codec="utf-8"), max_size=200)


@given(words, words)
def test_any_words_come_out_as_they_went_in(title, told):
    event = Event(MONDAY, f"a{title}", f"b{told}")
    text = write_calendar([event], revise([event], {}, NOW), LOCAL)
    found = events(text)[MONDAY]
    assert max(len(line.encode()) for line in text.split("\r\n")) <= 75
    assert str(found["SUMMARY"]) == _said(event.title)
    assert str(found["DESCRIPTION"]) == _said(event.words)


def _said(text):
    """Return a text with what a calendar can say of it: printable, and lines of one kind."""
    plain = "".join(sign for sign in text if sign in "\r\n\t" or sign.isprintable())
    return plain.replace("\r\n", "\n").replace("\r", "\n")


@given(words.filter(lambda text: not set(text) & set("\r\n")))
def test_a_line_that_was_folded_unfolds(text):
    line = escaped(text)
    assert fold(line).replace("\r\n ", "") == line


@pytest.mark.parametrize("sign", ["x", "ü", "€", "𝄞"])
def test_no_part_of_a_line_is_too_long_nor_cut_within_a_character(sign):
    parts = fold(f"SUMMARY:{sign * 200}").encode().split(b"\r\n")
    assert max(map(len, parts)) <= 75
    assert all(part.decode() for part in parts)


def test_a_journal_remembers_what_it_told_and_days_left_out(tmp_path):
    journal = open_journal(tmp_path)
    first = events(kept_feed(journal, NOW))
    assert len(first) == 28
    assert kept_feed(journal, LATER) == kept_feed(journal, NOW)
    day = MONDAY + timedelta(days=3)
    journal.days.skip(day)
    after = events(kept_feed(journal, LATER))
    assert (after[day]["STATUS"], after[day]["SEQUENCE"]) == ("CANCELLED", 1)
    assert after[day]["UID"] == first[day]["UID"]
    (tmp_path / "calendar.json").write_text("damaged")
    assert len(events(kept_feed(journal, LATER))) == 28
    journal.close()
    assert "calendar.json" in erase_folders(tmp_path)
    assert not (tmp_path / "calendar.json").exists()


def numbers(text):
    """Return the number of every event, by day."""
    return {day: event["SEQUENCE"] for day, event in events(text).items()}


def test_two_calendars_with_settings_of_their_own_do_not_change_each_other(tmp_path):
    journal = open_journal(tmp_path)
    early = Reminder(time(7, 30))
    first, other = kept_feed(journal, NOW), kept_feed(journal, NOW, early)
    assert set(numbers(first).values()) == {0}
    assert set(numbers(other).values()) == {1}, "the same events, at another time"
    for _ in range(3):
        assert kept_feed(journal, LATER) == first
        assert kept_feed(journal, LATER, early) == other
    day = MONDAY + timedelta(days=3)
    journal.days.skip(day)
    assert numbers(kept_feed(journal, LATER))[day] == 1
    assert numbers(kept_feed(journal, LATER, early))[day] == 2
    later = NOW + timedelta(days=200)
    kept_feed(journal, later)
    assert list(json.loads((tmp_path / "calendar.json").read_text())) == ["18:00/30/"]
    journal.close()


def test_what_an_older_version_remembers_is_gone_on_from(tmp_path):
    journal = open_journal(tmp_path)
    first = kept_feed(journal, NOW)
    file = tmp_path / "calendar.json"
    file.write_text(json.dumps(json.loads(file.read_text())["18:00/30/"]))
    assert kept_feed(journal, LATER) == first
    file.write_text(json.dumps({"18:00/30/": {"no day": 1}}))
    assert set(numbers(kept_feed(journal, LATER)).values()) == {0}
    journal.close()


def test_what_remains_of_a_day_is_a_workout(week):
    messages, errors = Decoder(Stream.from_byte_array(bytearray(workout(week[0], NOW)))).read()
    assert errors == []
    [told] = messages["workout_mesgs"]
    assert told["wkt_name"] == "rhomboid 2026-05-04"
    active = [s for s in messages["workout_step_mesgs"] if s["intensity"] != "rest"]
    assert len(active) >= sum(len(item.remaining) for item in week[0].items)


def test_what_was_imported_is_where_the_plan_goes_on_and_warm_ups_are_not(tmp_path):
    header = (
        "title,start_time,end_time,description,exercise_title,superset_id,exercise_notes,"
        "set_index,set_type,weight_kg,reps,distance_km,duration_seconds,rpe\n"
    )
    begin = "Pull,2026-04-30 18:00:00,2026-04-30 19:00:00,,"
    rows = [
        f"{begin}Seated Cable Row,,,0,warmup,90,5,,,\n",
        f"{begin}Seated Cable Row,,,1,normal,50,12,,,\n",
        f"{begin}Bench Press (Barbell),,,0,normal,80,8,,,\n",
    ]
    file = tmp_path / "hevy.csv"
    file.write_text(header + "".join(rows))
    journal = open_journal(tmp_path / "home")
    keep(journal, read_file(file), NOW)
    done = tuple(journal.sets.between(date(2026, 4, 1), MONDAY))
    journal.close()
    gear = frozenset({"cable_station", "straight_bar"})
    catalogue = {name: load(name) for name in names()}
    plan = plan_day(Person(gear=gear), History(done), MONDAY, catalogue, Screening(MONDAY))
    [row] = [item for item in plan.items if item.exercise == "seated_cable_row"]
    assert {target.load.value for target in row.work} == {45}
    assert "from_import" in {reason.code for reason in row.about("load")}
