"""A report as JSON keeps its published shape, whatever the report."""

import json
import math
from dataclasses import fields, replace
from pathlib import Path

import jsonschema
import numpy as np
import pytest

from rhomboid import records
from rhomboid.records_json import schema, to_dict, to_json

PUBLISHED = Path(__file__).parents[2] / "docs" / "report-schema.json"


def refuse(constant):
    raise AssertionError(f"{constant} is no JSON")


def test_the_published_schema_is_the_one_in_force():
    assert json.loads(PUBLISHED.read_text(encoding="utf-8")) == schema()


def test_the_schema_is_one():
    jsonschema.Draft202012Validator.check_schema(schema())


def test_every_kind_of_report_keeps_to_the_schema(any_report):
    jsonschema.validate(json.loads(to_json(any_report)), schema())


def test_text_and_values_say_the_same(any_report):
    assert json.loads(to_json(any_report), parse_constant=refuse) == to_dict(any_report)
    assert to_json(any_report, indent=None).count("\n") == 1


@pytest.mark.parametrize(
    ("record", "name"),
    [
        (records.Rep, "rep"),
        (records.Finding, "finding"),
        (records.Attempt, "attempt"),
        (records.Curve, "curve"),
        (records.Phase, "phase"),
        (records.Versions, "versions"),
    ],
)
def test_the_schema_knows_every_field(record, name):
    assert {f.name for f in fields(record)} <= set(schema()["$defs"][name]["properties"])


def test_it_says_what_it_is_and_how_often(faulty):
    document = to_dict(faulty)

    assert (document["format"], document["version"]) == ("rhomboid-report", 1)
    assert document["count"] == 3
    assert document["not_judged"] == [
        {"check": "grip", "reason": "hands cannot be told apart from the side"}
    ]
    assert [phase["name"] for phase in document["reps"][0]["phases"]] == ["out", "turn", "back"]


def test_what_is_unknown_is_null(empty, good):
    assert to_dict(empty)["coverage"] is None
    assert to_dict(replace(good, coverage=math.inf))["coverage"] is None


def test_numbers_are_thousandths_of_plain_kinds(good):
    odd = replace(good, coverage=np.float32(1 / 3), duration_s=np.float64(2 / 3))
    document = to_dict(odd)

    assert (document["coverage"], document["duration_s"]) == (0.333, 0.667)
    assert type(document["coverage"]) is float


def test_a_file_name_that_is_no_text_can_still_be_told(good):
    named = replace(good, notes=("bad\udcff.mp4 breaks off",))

    assert "bad?.mp4" in to_json(named)


def test_an_unknown_key_breaks_the_schema(good):
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(to_dict(good) | {"mood": "fine"}, schema())
