"""Parquet and Health Connect hold what they can, and say the same each time."""

import json
import sys
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from arro3.io import read_parquet
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rhomboid.errors import OutputError
from rhomboid.journal.exchange.health_connect import health_connect
from rhomboid.journal.exchange.parquet import COLUMNS, write_parquet
from rhomboid.journal.people import LOCAL
from rhomboid.journal.sessions import KeptSession
from rhomboid.training.kept import KeptSet, Rating
from rhomboid.training.load import Load
from tests.journal.scenes import SET
from tests.journal.test_sets import kept_sets

START = datetime(2026, 5, 4, 18, tzinfo=UTC).astimezone()
SESSION = "1f8fad5b-d9cb-469f-a165-70867728950e"


@settings(max_examples=20, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(kept_sets, max_size=4))
def test_parquet_has_a_row_for_each_set(tmp_path_factory, kept):
    path = tmp_path_factory.getbasetemp() / "sets.parquet"
    write_parquet(kept, path)
    table = read_parquet(path).read_all()
    assert table.schema.names == list(COLUMNS)
    cells = {name: [one.as_py() for one in table[name]] for name in COLUMNS}
    assert cells["id"] == [one.id for one in kept]
    assert cells["started_at"] == [one.started_at for one in kept]
    assert cells["day"] == [one.started_at.date() for one in kept]
    assert cells["load_value"] == [one.load.value if one.load else None for one in kept]
    assert cells["note"] == [one.rating.note for one in kept]
    assert [tuple(json.loads(told)) for told in cells["corrections"]] == [
        one.corrections for one in kept
    ]


def test_without_arrow_one_sentence_says_what_to_install(tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "arro3.core", None)
    with pytest.raises(OutputError, match=r"pip install 'rhomboid\[export\]'"):
        write_parquet([SET], tmp_path / "x.parquet")
    assert list(tmp_path.iterdir()) == []


def test_health_connect_has_a_session_with_a_segment_for_each_set():
    done = [
        replace(
            SET, id=str(number), started_at=START + timedelta(minutes=number), session=SESSION,
            exercise=exercise, load=Load("kg", 40), rating=Rating(effort=7, spare=2),
        )
        for number, exercise in enumerate(["lat_pulldown", "lat_pulldown", "deadlift"])
    ]  # fmt: skip
    kept = {SESSION: KeptSession(SESSION, START.date(), START, note="Pull\nall well")}
    [record] = health_connect(done, kept, LOCAL)["records"]
    assert record["exerciseType"] == "EXERCISE_TYPE_STRENGTH_TRAINING"
    assert record["metadata"]["clientRecordId"] == SESSION
    assert record["title"] == "Pull"
    first, second, third = record["segments"]
    assert first["segmentType"] == "EXERCISE_SEGMENT_TYPE_LAT_PULL_DOWN"
    assert [one["setIndex"] for one in record["segments"]] == [0, 1, 0]
    assert first["weight"] == {"kilograms": 40}
    assert first["rateOfPerceivedExertion"] == 7.0
    assert second["repetitions"] == 6
    assert third["segmentType"] == "EXERCISE_SEGMENT_TYPE_DEADLIFT"


def test_health_connect_of_stretches_and_of_foreign_exercises():
    stretch = replace(SET, exercise="corkscrew", hold_s=30.0)
    other = replace(SET, exercise="other:Squat", started_at=SET.started_at + timedelta(days=1))
    stretched, done = health_connect([other, stretch], {}, LOCAL)["records"]
    assert stretched["exerciseType"] == "EXERCISE_TYPE_STRETCHING"
    assert stretched["segments"][0]["repetitions"] == 0
    assert done["segments"][0]["segmentType"] == "EXERCISE_SEGMENT_TYPE_OTHER_WORKOUT"
    assert done["segments"][0]["name"] == "Squat"


@settings(max_examples=30, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(kept_sets, max_size=5))
def test_segments_are_in_order_do_not_overlap_and_ids_stay(kept):
    told = health_connect(kept, {}, LOCAL)
    assert told == health_connect(list(reversed(kept)), {}, LOCAL)
    json.dumps(told, allow_nan=False)
    for record in told["records"]:
        times = [
            datetime.fromisoformat(one[edge])
            for one in record["segments"]
            for edge in ("startTime", "endTime")
        ]
        assert times == sorted(times)
        assert all(a < b for a, b in zip(times[::2], times[1::2], strict=True))
        assert record["startTime"] == record["segments"][0]["startTime"]
        assert record["endTime"] == record["segments"][-1]["endTime"]
    ids = [record["metadata"]["clientRecordId"] for record in told["records"]]
    assert len(ids) == len(set(ids))


def test_a_set_by_hand_was_not_recorded_by_a_camera():
    by_hand = KeptSet("1", "deadlift", "hand", START, 5)
    [record] = health_connect([by_hand], {}, LOCAL)["records"]
    assert record["metadata"]["recordingMethod"] == "RECORDING_METHOD_MANUAL_ENTRY"
