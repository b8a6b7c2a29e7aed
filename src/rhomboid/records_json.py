"""A report of one set as plain values and as JSON.

Numbers are rounded to thousandths. What is unknown (None, NaN) is ``null``:
JSON has no NaN. The shape is promised by :func:`schema`, which is published
as docs/report-schema.json; a change that breaks readers raises `VERSION`.
"""

import json
import math
from dataclasses import fields, is_dataclass
from numbers import Integral, Real
from typing import Any, get_args

from rhomboid.records import PhaseName, Rep, SetReport, Side, Verdict, View

FORMAT = "rhomboid-report"
"""What the document calls itself."""

VERSION = 1
"""Version of its shape."""

_DECIMALS = 3

Document = dict[str, Any]
"""A JSON object."""


def to_dict(report: SetReport) -> Document:
    """Return a report as plain values that JSON can hold.

    Returns
    -------
    dict
        What :func:`schema` describes.
    """
    head: Document = {"format": FORMAT, "version": VERSION}
    body: Document = _plain(report)
    body["count"] = report.count
    body["not_judged"] = [{"check": f.check, "reason": f.reason} for f in report.not_judged]
    body["reps"] = [rep_to_dict(rep) for rep in report.reps]
    return head | body


def rep_to_dict(rep: Rep) -> Document:
    """Return one repetition as it stands in a report."""
    return {**_plain(rep), "phases": _plain(rep.phases)}


def to_json(report: SetReport, indent: int | None = 2) -> str:
    """Return a report as JSON text, with a newline at its end.

    Parameters
    ----------
    indent
        Spaces for each level; None for one line.
    """
    text = json.dumps(to_dict(report), indent=indent, ensure_ascii=False, allow_nan=False)
    return text + "\n"


def schema() -> Document:
    """Return the JSON Schema of what :func:`to_dict` gives."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "rhomboid report of one set",
        "description": "Times are seconds on the recording's own clock; null is unknown.",
        **_object(_report_fields()),
        "$defs": {
            "rep": _object(_rep_fields(), "One complete repetition."),
            "phase": _object(_phase_fields(), "One stretch of a repetition."),
            "finding": _object(_finding_fields(), "What one check found."),
            "attempt": _object(_attempt_fields(), "A movement seen and not counted, and why."),
            "curve": _object(_curve_fields(), "The counting signal over time."),
            "versions": _object(_version_fields(), "What made this report."),
        },
    }


def _plain(value: Any) -> Any:
    """Turn a record, and all it holds, into plain values."""
    if is_dataclass(value):
        return {f.name: _plain(getattr(value, f.name)) for f in fields(value)}
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    if isinstance(value, str):
        return value.encode("utf-8", "replace").decode("utf-8")
    return _plain_number(value) if isinstance(value, Real) else value


def _plain_number(value: Any) -> bool | int | float | None:
    """Round a number, and let what is no number be null."""
    if isinstance(value, bool):
        return value
    if isinstance(value, Integral):
        return int(value)
    return round(float(value), _DECIMALS) + 0.0 if math.isfinite(value) else None


def _object(properties: Document, description: str = "") -> Document:
    """Describe an object that has exactly these properties."""
    told = {"description": description} if description else {}
    return told | {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def _text(description: str = "") -> Document:
    """Describe a text."""
    return {"type": "string"} | ({"description": description} if description else {})


def _number(description: str, *, least: float | None = None) -> Document:
    """Describe a number that is always known."""
    return {"type": "number", "description": description} | (
        {} if least is None else {"minimum": least}
    )


def _maybe(kind: str, description: str) -> Document:
    """Describe a value that may be unknown."""
    return {"type": [kind, "null"], "description": description}


def _list(items: Document, description: str = "") -> Document:
    """Describe a list."""
    told = {"description": description} if description else {}
    return {"type": "array", "items": items} | told


def _choice(values: Any, description: str) -> Document:
    """Describe a text that is one of a few."""
    return {"enum": list(get_args(values)), "description": description}


def _ref(name: str) -> Document:
    """Refer to a part described elsewhere in the schema."""
    return {"$ref": f"#/$defs/{name}"}


def _report_fields() -> Document:
    """Describe a report."""
    reason = {"check": _text(), "reason": _text()}
    return {
        "format": {"const": FORMAT},
        "version": {"const": VERSION},
        "exercise": _maybe("string", "Id of the exercise; null if none was recognised."),
        "name": _text("Its name in words."),
        "recognised": {"type": "boolean", "description": "Recognised rather than given."},
        "reps": _list(_ref("rep"), "The complete repetitions, in order."),
        "attempts": _list(_ref("attempt"), "What was seen and not counted."),
        "findings": _list(_ref("finding"), "One for each check, over the whole set."),
        "sentences": _list(_text(), "What to tell the person, most important first."),
        "view": _choice(View, "From where the camera sees the person."),
        "coverage": _maybe("number", "Share of time the needed joints were seen, 0 to 1."),
        "duration_s": _maybe("number", "Length of the recording in seconds."),
        "versions": _ref("versions"),
        "curve": {"anyOf": [_ref("curve"), {"type": "null"}]},
        "notes": _list(_text(), "Remarks on the recording itself."),
        "count": {"type": "integer", "minimum": 0, "description": "Complete repetitions."},
        "not_judged": _list(_object(reason), "Checks that could not be judged, and why."),
    }


def _rep_fields() -> Document:
    """Describe a repetition."""
    return {
        "number": {"type": "integer", "minimum": 1},
        "start_s": _number("Leaving the start position."),
        "turn_s": _number("Reaching the far end."),
        "end_s": _number("Being back."),
        "out_s": _number("Length of the way out.", least=0),
        "back_s": _number("Length of the way back.", least=0),
        "pause_s": _maybe("number", "How long the far end was held still."),
        "hold_s": _maybe("number", "The same for an exercise that is a hold; null otherwise."),
        "amplitude": _maybe("number", "Range of the counting signal, in its own unit."),
        "side": _choice(Side, "Which arm, where only one works."),
        "confidence": _maybe("number", "0 to 1: how clearly the movement was seen."),
        "findings": _list(_ref("finding"), "One for each check of the exercise."),
        "phases": _list(_ref("phase"), "The three stretches of the repetition, in order."),
    }


def _phase_fields() -> Document:
    """Describe a phase."""
    return {
        "name": _choice(PhaseName, "The way out, the stay at the far end, the way back."),
        "start_s": _number("Its beginning."),
        "end_s": _number("Its end."),
    }


def _finding_fields() -> Document:
    """Describe a finding."""
    return {
        "check": _text("Id of the check in the exercise file."),
        "title": _text("What is checked, in a few words."),
        "verdict": _choice(Verdict, "What the check came to."),
        "value": _maybe("number", "What was measured, in `unit`."),
        "uncertainty": _maybe("number", "How far the value may be off, in `unit`."),
        "unit": _text("deg, s, trunk, shoulder, ratio or repetitions."),
        "good_from": _maybe("number", "Lower limit of what is good, in `unit`."),
        "good_to": _maybe("number", "Upper limit of what is good, in `unit`."),
        "source": _text("Where the limit comes from: a key of sources.toml, or house."),
        "cue": _text("What to do; empty where all is well."),
        "reason": _text("Why it was not judged; empty otherwise."),
        "at_s": _maybe("number", "When it was measured; null for a set."),
        "rep": _maybe("integer", "Number of the repetition; null for a set."),
        "severity": {"enum": ["major", "minor"]},
    }


def _attempt_fields() -> Document:
    """Describe an attempt."""
    return {
        "kind": {"enum": ["incomplete", "partial", "other"]},
        "start_s": _number("Its beginning."),
        "end_s": _number("Its end."),
        "reason": _text("Why it was not counted."),
    }


def _curve_fields() -> Document:
    """Describe a curve."""
    return {
        "title": _text("What it is, in words."),
        "unit": _text(),
        "times_s": _list({"type": "number"}),
        "values": _list({"type": ["number", "null"]}, "As many as times; null where unseen."),
    }


def _version_fields() -> Document:
    """Describe the versions."""
    return {"rhomboid": _text(), "model": _text(), "rules": _text()}
