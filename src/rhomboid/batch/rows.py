"""The tables of an archive: their columns, and a report as rows of them.

Every column is plain (text, numbers, moments in UTC), so that any program that
reads Parquet reads them as they are. What is unknown is null, never NaN.
"""

import math
from collections.abc import Iterable, Mapping
from datetime import datetime
from types import MappingProxyType
from typing import Any, Literal

from rhomboid.batch.items import Item, Row
from rhomboid.records import Finding, Rep, SetReport

Kind = Literal["text", "whole", "number", "yes", "moment"]
"""What a column holds."""

_VERSIONS: dict[str, Kind] = {"rhomboid": "text", "model": "text", "rules": "text"}
_SET: dict[str, Kind] = {"set": "text", "clip": "text", "exercise": "text"}

TABLES: Mapping[str, Mapping[str, Kind]] = MappingProxyType({
    "clips": {
        "address": "text", "clip": "text", "set": "text", "exercise_given": "text",
        "person": "text", "recorded_at": "moment", "bytes": "whole", "kind": "text",
        "track": "text", **_VERSIONS,
    },
    "sets": {
        **_SET, "name": "text", "recognised": "yes", "count": "whole", "good": "whole",
        "not_counted": "whole", "view": "text", "coverage": "number", "duration_s": "number",
        "said": "text", "notes": "text", "judged_at": "moment", "judged_by": "text",
        **_VERSIONS,
    },
    "repetitions": {
        **_SET, "rep": "whole", "start_s": "number", "turn_s": "number", "end_s": "number",
        "out_s": "number", "back_s": "number", "pause_s": "number", "hold_s": "number",
        "amplitude": "number", "side": "text", "confidence": "number", "to_fix": "whole",
        **_VERSIONS,
    },
    "findings": {
        **_SET, "rep": "whole", "check": "text", "title": "text", "verdict": "text",
        "value": "number", "uncertainty": "number", "unit": "text", "good_from": "number",
        "good_to": "number", "severity": "text", "source": "text", "cue": "text",
        "reason": "text", "at_s": "number", **_VERSIONS,
    },
    "failures": {
        "address": "text", "clip": "text", "set": "text", "exercise_given": "text",
        "person": "text", "recorded_at": "moment", "kind": "text", "reason": "text",
        "failed_at": "moment", "judged_by": "text", **_VERSIONS,
    },
})  # fmt: skip
"""The columns of every table, and what each holds."""


def set_id(clip: str, exercise: str | None) -> str:
    """Return the id of the set that a clip becomes: by its content and what it is said to be.

    Examples
    --------
    >>> set_id("9f86d081", None), set_id("9f86d081", "t_raise")
    ('9f86d081', '9f86d081-t_raise')
    """
    return clip if exercise is None else f"{clip}-{exercise}"


def report_rows(
    report: SetReport, *, set_id: str, clip: str, by: str, at: datetime
) -> dict[str, list[Row]]:
    """Return a report as rows of the tables sets, repetitions and findings.

    Parameters
    ----------
    clip
        The sha256 of its recording.
    by
        What a further run compares to know whether it is judged already.
    at
        When it was judged.
    """
    own = {"set": set_id, "clip": clip, "exercise": report.exercise}
    made = versions(report)
    findings = [*report.findings, *(found for rep in report.reps for found in rep.findings)]
    return {
        "sets": [own | _set_row(report) | {"judged_at": at, "judged_by": by} | made],
        "repetitions": [own | _rep_row(rep) | made for rep in report.reps],
        "findings": [own | _finding_row(found) | made for found in findings],
    }


def versions(report: SetReport) -> Row:
    """Return the cells that say what made a report."""
    made = report.versions
    return {"rhomboid": made.rhomboid, "model": made.model, "rules": made.rules}


def labels(item: Item) -> Row:
    """Return the cells that repeat what was said of a clip before it was opened."""
    return {
        "address": item.address,
        "exercise_given": item.exercise,
        "person": item.person,
        "recorded_at": item.recorded_at,
    }


def _set_row(report: SetReport) -> Row:
    """Return what stands in the row of a set alone."""
    return {
        "name": report.name,
        "recognised": report.recognised,
        "count": report.count,
        "good": sum(not _to_fix(rep) for rep in report.reps),
        "not_counted": len(report.attempts),
        "view": report.view,
        "coverage": _number(report.coverage),
        "duration_s": _number(report.duration_s),
        "said": _lines(report.sentences),
        "notes": _lines(report.notes),
    }


def _rep_row(rep: Rep) -> Row:
    """Return what stands in the row of a repetition alone."""
    numbers = ("start_s", "turn_s", "end_s", "out_s", "back_s", "pause_s", "hold_s", "amplitude",
               "confidence")  # fmt: skip
    return {
        "rep": rep.number,
        **{name: _number(getattr(rep, name)) for name in numbers},
        "side": rep.side,
        "to_fix": _to_fix(rep),
    }


def _finding_row(found: Finding) -> Row:
    """Return what stands in the row of a finding alone."""
    texts = ("check", "title", "verdict", "unit", "severity", "source", "cue", "reason")
    numbers = ("value", "uncertainty", "good_from", "good_to", "at_s")
    return {
        "rep": found.rep,
        **{name: getattr(found, name) for name in texts},
        **{name: _number(getattr(found, name)) for name in numbers},
    }


def _to_fix(rep: Rep) -> int:
    """Return how many things are to be put right in a repetition."""
    return sum(found.verdict == "fix" for found in rep.findings)


def _number(value: Any) -> float | None:
    """Return a number, or None where there is none."""
    return float(value) if value is not None and math.isfinite(value) else None


def _lines(sentences: Iterable[str]) -> str:
    """Join sentences, each on a line of its own."""
    return "\n".join(sentences)
