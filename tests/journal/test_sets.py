"""A set is kept whole or not at all, comes out as it went in, and is found again."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from threading import Barrier, Thread
from uuid import uuid4

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rhomboid.errors import NoSuchSetError, TrackError
from rhomboid.journal.entry import Entry
from rhomboid.training.kept import KeptSet, Rating, Tally
from rhomboid.training.load import MOST, Load
from rhomboid.training.target import Target
from tests.journal.scenes import ID, SET, drawn, numbered, track


def test_what_is_kept_can_be_read_again(journal):
    journal.sets.keep(SET, track())
    assert journal.sets.read(ID) == SET
    assert len(journal.sets.track(ID)) == 5
    assert journal.sets.read(ID).total == 6


def test_joints_come_out_as_they_went_in(journal):
    joints, report = drawn()
    journal.sets.keep(SET, joints, report)
    found = journal.sets.track(ID)

    np.testing.assert_array_equal(found.times_s, joints.times_s)
    np.testing.assert_array_equal(found.image_px, joints.image_px.astype(np.float32))
    assert found.model == joints.model


def test_a_set_by_hand_has_no_joints(journal):
    journal.sets.keep(replace(SET, origin="hand"), None)
    assert journal.sets.track(ID) is None


def test_keeping_it_twice_keeps_it_once(journal):
    journal.sets.keep(SET, track())
    journal.sets.keep(replace(SET, counted=7), track())
    assert [kept.counted for kept in journal.sets.recent()] == [7]


def test_the_newest_comes_first(journal):
    older = numbered(1, started_at=datetime(2025, 1, 1, tzinfo=UTC))
    journal.sets.keep(older, None)
    journal.sets.keep(SET, None)
    assert [kept.id for kept in journal.sets.recent()] == [SET.id, older.id]


def test_pages_of_sets_leave_none_out_and_show_none_twice(journal):
    at_once = [numbered(n, started_at=SET.started_at) for n in range(7)]
    journal.sets.keep_all(Entry(kept, None, None, SET.started_at) for kept in at_once)
    seen, last = [], None
    while page := journal.sets.recent(3, before=last):
        seen += page
        last = page[-1]

    assert [kept.id for kept in seen] == [kept.id for kept in reversed(at_once)]
    assert journal.sets.recent(2, skip=3) == seen[3:5]
    assert journal.sets.count() == 7


def test_sets_are_found_by_day_exercise_and_session(journal):
    session = str(uuid4())
    night = datetime(2026, 3, 2, 0, 30, tzinfo=timezone(timedelta(hours=9)))
    journal.sets.keep(replace(SET, started_at=night, session=session), None)
    journal.sets.keep(numbered(1, exercise="t_raise"), None)
    second = date(2026, 3, 2)

    assert [kept.id for kept in journal.sets.between(second, second)] == [ID]
    assert journal.sets.between(date(2026, 3, 3), date.max) == []
    assert len(journal.sets.between(date.min, date.max)) == 2
    assert len(journal.sets.between(date.min, date.max, exercise="t_raise")) == 1
    assert [kept.exercise for kept in journal.sets.recent(exercise="t_raise")] == ["t_raise"]
    assert [kept.id for kept in journal.sets.of_session(session)] == [ID]
    assert journal.sessions.read(session).day == second


def test_a_rating_and_corrections_are_noted(journal):
    journal.sets.keep(SET, None)
    journal.sets.rate(ID, Rating(effort=7, spare=2, pain=0, note="gut – ‘ok’"))
    journal.sets.correct(ID, -1)
    assert journal.sets.read(ID).rating.note == "gut – ‘ok’"
    assert journal.sets.read(ID).total == 5
    with pytest.raises(ValueError, match="1 or -1"):
        journal.sets.correct(ID, 2)


def test_corrections_at_the_same_time_are_all_noted(journal):
    journal.sets.keep(replace(SET, corrections=()), None)
    together = Barrier(4)

    def add():
        together.wait()
        journal.sets.correct(ID, 1)

    threads = [Thread(target=add) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert journal.sets.read(ID).corrections == (1, 1, 1, 1)


@pytest.mark.parametrize("id_", ["../sets", "", "x", ID.upper(), f"{ID}\n", "0" * 32])
def test_an_odd_id_leads_nowhere(journal, id_):
    with pytest.raises(NoSuchSetError, match="no set"):
        journal.sets.read(id_)
    with pytest.raises(NoSuchSetError, match="no set"):
        journal.sets.rate(id_, Rating())
    with pytest.raises(ValueError, match="UUID"):
        journal.sets.keep(replace(SET, id=id_), None)


def test_what_is_not_there_is_said(journal):
    for ask in (journal.sets.read, journal.sets.track, lambda id_: journal.sets.correct(id_, 1)):
        with pytest.raises(NoSuchSetError, match=ID):
            ask(ID)


def test_damaged_joints_are_said_and_hide_nothing_else(journal):
    journal.sets.keep(SET, track())
    with journal.database.writing() as connection:
        connection.exec_driver_sql("UPDATE traces SET joints = CAST('no track' AS BLOB)"
                                   if journal.database.is_sqlite else
                                   "UPDATE traces SET joints = 'no track'")  # fmt: skip
    with pytest.raises(TrackError, match=ID):
        journal.sets.track(ID)
    assert journal.sets.read(ID) == SET


def test_a_removed_set_is_gone_with_all_that_belonged_to_it(journal):
    journal.sets.keep(SET, *drawn())
    journal.sets.remove(ID)
    journal.sets.remove(ID)

    assert journal.sets.recent() == []
    with journal.database.reading() as connection:
        for table in ("reports", "repetitions", "findings", "traces"):
            assert connection.exec_driver_sql(f"SELECT count(*) FROM {table}").scalar() == 0


def test_an_import_can_be_undone_at_once(journal):
    journal.sets.keep(SET, None)
    for number in range(3):
        journal.sets.keep(numbered(number), None, batch="2026-03")

    assert journal.sets.remove_batch("2026-03") == 3
    assert journal.sets.recent() == [SET]


def test_many_sets_are_kept_all_or_none(journal):
    good = Entry(SET, None, None, SET.started_at)
    with pytest.raises(ValueError, match="UUID"):
        journal.sets.keep_all([good, replace(good, kept=replace(SET, id="x"))])
    assert journal.sets.count() == 0


def test_what_no_database_holds_is_put_right(journal):
    half = "a\x00b\ud800"
    told = replace(SET, rating=Rating(note=half), recording=half, gear=half, hold_s=float("nan"))
    journal.sets.keep(replace(told, tally=Tally(1, holds_s=(2.0, float("inf")))), None)
    kept = journal.sets.read(ID)

    assert (kept.rating.note, kept.recording, kept.hold_s) == ("ab?", "ab?", None)
    assert kept.tally.holds_s == (2.0,)
    with pytest.raises(ValueError, match="1900 to 2200"):
        journal.sets.keep(replace(SET, started_at=datetime(1, 1, 1, tzinfo=UTC)), None)


words = st.text(st.characters(codec="utf-8", exclude_characters="\x00"), max_size=40)
seconds = st.floats(0, 600)
loads = st.sampled_from(sorted(MOST)).flatmap(
    lambda axis: st.builds(Load, st.just(axis), st.floats(0, MOST[axis]))
)
sides = st.sampled_from(["left", "right", "both"])
small = st.integers(0, 10)
targets = st.builds(
    Target,
    kind=st.sampled_from(["warm_up", "work"]),
    repetitions=st.tuples(st.integers(1, 20), st.integers(20, 100)),
    load=st.none() | loads,
    gear=words,
    out_s=seconds, pause_s=seconds, back_s=seconds, rest_s=seconds,
    hold_s=st.none() | seconds,
    spare=st.none() | small,
    side=sides,
)  # fmt: skip
tallies = st.builds(
    Tally,
    good=small, pauses_kept=small, pauses_judged=small,
    holds_s=st.lists(seconds, max_size=3).map(tuple),
    faults=st.lists(words, max_size=3).map(tuple),
    not_judged=st.lists(words, max_size=3).map(tuple),
)  # fmt: skip
EARLY, LATE = datetime(1901, 1, 1), datetime(2199, 1, 1)  # noqa: DTZ001  the zone is drawn
zones = st.integers(-14 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))
kept_sets = st.builds(
    KeptSet,
    id=st.uuids().map(str),
    exercise=st.none() | words,
    origin=st.sampled_from(["camera", "video", "hand", "import"]),
    started_at=st.datetimes(EARLY, LATE, timezones=zones),
    counted=st.integers(0, 100_000),
    corrections=st.lists(st.sampled_from([1, -1]), max_size=5).map(tuple),
    hold_s=st.none() | seconds,
    side=sides,
    recording=words,
    rating=st.builds(Rating, st.none() | small, st.none() | small, st.none() | small, words),
    session=st.just("") | st.uuids().map(str),
    target=st.none() | targets,
    load=st.none() | loads,
    gear=words,
    tally=st.none() | tallies,
    ended_by=st.sampled_from(["", "pain", "tired", "other"]),
)


@settings(
    max_examples=60,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(kept_sets)
def test_any_set_comes_out_as_it_went_in(journal, kept):
    journal.sets.keep(kept, None)
    found = journal.sets.read(kept.id)

    assert found == kept
    assert found.started_at.utcoffset() == kept.started_at.utcoffset()


@settings(max_examples=30, suppress_health_check=[HealthCheck.too_slow])
@given(kept_sets)
def test_any_set_that_has_to_wait_comes_out_as_it_went_in(kept):
    entry = Entry.of(kept, track(), drawn()[1], SET.started_at, "batch")
    found = Entry.from_bytes(entry.to_bytes())

    assert (found.kept, found.joints, found.report) == (kept, entry.joints, entry.report)
    assert (found.kept_at, found.batch) == (entry.kept_at, "batch")
