"""What we write of FIT is what Garmin's own kit reads."""

from datetime import UTC, datetime, timedelta

import pytest
from garmin_fit_sdk import Decoder, Profile, Stream
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rhomboid.catalogue.read import names
from rhomboid.journal.exchange.fit_activity import fit_activity
from rhomboid.journal.exchange.fit_codes import _BY_GEAR, _OLD, LAST_OLD, code_of
from rhomboid.journal.exchange.fit_workout import Planned, fit_workout
from rhomboid.training.kept import KeptSet
from rhomboid.training.load import Load
from rhomboid.training.target import Target
from tests.journal.test_sets import kept_sets

START = datetime(2026, 5, 4, 18, tzinfo=UTC)


def decoded(content):
    """Return the messages of a file, as Garmin reads it."""
    assert Decoder(Stream.from_byte_array(bytearray(content))).check_integrity()
    messages, errors = Decoder(Stream.from_byte_array(bytearray(content))).read()
    assert errors == []
    return messages


def kept(exercise, minute, counted=10, **change):
    """Return a set, so many minutes after the first."""
    at = START + timedelta(minutes=minute)
    return KeptSet(str(minute), exercise, "hand", at, 0, (1,) * counted, **change)


def test_an_activity_has_every_set_its_rest_and_its_weight():
    row = [
        kept("seated_cable_row", number * 3, load=Load("kg", 52.5), gear="cable_station")
        for number in range(2)
    ]
    told = decoded(fit_activity(row))
    [file] = told["file_id_mesgs"]
    assert (file["type"], file["manufacturer"]) == ("activity", "development")
    first, rest, second = told["set_mesgs"]
    assert first["set_type"] == second["set_type"] == "active"
    assert rest["set_type"] == "rest"
    assert (first["repetitions"], first["weight"], first["weight_display_unit"]) == (
        10, 52.5, "kilogram",
    )  # fmt: skip
    assert (first["category"], first["category_subtype"]) == ("row", 18)
    assert first["start_time"] == START
    assert first["duration"] + rest["duration"] == 180
    assert first["timestamp"] == rest["start_time"]
    [session] = told["session_mesgs"]
    assert (session["sport"], session["sub_sport"]) == ("training", "strength_training")
    assert session["total_timer_time"] == (second["timestamp"] - START).total_seconds()
    assert len(told["lap_mesgs"]) == len(told["activity_mesgs"]) == 1
    assert [event["event_type"] for event in told["event_mesgs"]] == ["start", "stop_all"]


def test_a_hold_has_a_duration_and_no_repetitions():
    stretch = kept("corkscrew", 0, 2, hold_s=45.0, load=Load("seconds", 45))
    told = decoded(fit_activity([stretch]))
    [one] = told["set_mesgs"]
    assert one["duration"] == 90
    assert "repetitions" not in one
    assert "weight" not in one
    assert (one["category"], one["category_subtype"]) == ("warm_up", 24)
    assert told["session_mesgs"][0]["sub_sport"] == "flexibility_training"


def test_a_foreign_exercise_has_its_name():
    done = [kept("other:Bänkdrücken", 0), kept("other:Squat", 5), kept(None, 9)]
    told = decoded(fit_activity(done))
    titles = {
        (one["exercise_category"], one["exercise_name"]): one["wkt_step_name"]
        for one in told["exercise_title_mesgs"]
    }
    found = [
        titles[one["category"], one["category_subtype"]]
        for one in told["set_mesgs"]
        if one["set_type"] == "active"
    ]
    assert found == ["Bänkdrücken", "Squat", "Exercise"]
    assert {category for category, _ in titles} == {"unknown"}


def test_sets_of_one_moment_follow_each_other():
    told = decoded(fit_activity([kept("deadlift", 0), kept("deadlift", 0)]))
    first, second = told["set_mesgs"]
    assert first["timestamp"] == second["start_time"]
    with pytest.raises(ValueError, match="at least one set"):
        fit_activity([])


@pytest.mark.parametrize("exercise", names())
def test_every_exercise_has_a_name_in_fit(exercise):
    categories = Profile["types"]["exercise_category"]
    for gear in ["", *(gear for known, gear in _BY_GEAR if known == exercise)]:
        for old in (False, True):
            category, name = code_of(exercise, gear, old=old) or (0, 0)
            known = Profile["types"][f"{categories[category]}_exercise_name"]
            assert name in known, (exercise, gear)
            assert not old or category <= LAST_OLD
    assert set(_OLD) <= set(names())


def target(**change):
    """Return a target of three sets, or another."""
    told = {
        "kind": "work", "repetitions": (8, 12), "load": Load("kg", 40.25), "gear": "barbell",
        "out_s": 2.0, "pause_s": 3.0, "back_s": 2.0, "rest_s": 90.0,
    }  # fmt: skip
    return Target(**told | change)


def test_a_workout_leads_through_sets_rests_and_holds():
    warm_up = target(kind="warm_up", repetitions=(5, 5), rest_s=30.0)
    stretch = target(hold_s=45.0, repetitions=(2, 2), load=None, side="left", pause_s=0.0)
    items = [
        Planned("deadlift", "Deadlift", (warm_up, target())),
        Planned("corkscrew", "Corkscrew stretch", (stretch,)),
    ]
    told = decoded(fit_workout("Monday", items, START))
    assert told["file_id_mesgs"][0]["type"] == "workout"
    [workout] = told["workout_mesgs"]
    steps = told["workout_step_mesgs"]
    assert (workout["wkt_name"], workout["num_valid_steps"]) == ("Monday", len(steps))
    assert (workout["sport"], workout["sub_sport"]) == ("training", "strength_training")
    assert [one["message_index"] for one in steps] == list(range(6))
    assert [one["intensity"] for one in steps] == [
        "warmup", "rest", "active", "rest", "active", "active",
    ]  # fmt: skip
    assert [one["duration_type"] for one in steps] == [
        "reps", "time", "reps", "time", "time", "time",
    ]  # fmt: skip
    assert [one.get("duration_reps") for one in steps[::2]] == [5, 12, None]
    assert [one["duration_time"] for one in steps[1::2]] == [30, 90, 45]
    assert (steps[2]["exercise_weight"], steps[2]["notes"]) == (40.25, "8 to 12, stop 3 s")
    assert (steps[2]["exercise_category"], steps[2]["exercise_name"]) == ("deadlift", 0)
    assert steps[5]["notes"] == "2, left"
    with pytest.raises(ValueError, match="at least one set"):
        fit_workout("Monday", [], START)


@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(kept_sets, min_size=1, max_size=4))
def test_any_sets_make_a_file_that_is_whole(done):
    told = decoded(fit_activity(done))
    assert sum(one["set_type"] == "active" for one in told["set_mesgs"]) == len(done)
