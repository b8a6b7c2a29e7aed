"""What was done in the shape of Android's Health Connect, for an app that writes it there.

Types are told by the names of Jetpack's ``ExerciseSegment`` and ``ExerciseSessionRecord``:
the numbers of Jetpack and of Android itself differ. Effort is Borg's CR10, as there;
repetitions in reserve have no place.
"""

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from itertools import groupby
from typing import Any
from uuid import uuid5

from rhomboid.catalogue.read import load, names
from rhomboid.journal.exchange.adopt import NAMESPACE
from rhomboid.journal.exchange.lengths import Timed, timed
from rhomboid.journal.exchange.names import name_of
from rhomboid.journal.sessions import KeptSession
from rhomboid.training.kept import KeptSet

FORMAT, VERSION = "rhomboid-health-connect", 1
"""What the file calls itself, and the version of its shape."""

OTHER, STRETCH = "OTHER_WORKOUT", "STRETCHING"
"""What is allowed in every session: anything else, and stretching."""


def health_connect(
    kept: Iterable[KeptSet], sessions: Mapping[str, KeptSession], person: str
) -> dict[str, Any]:
    """Return one exercise session of Health Connect for each session, or else day.

    Parameters
    ----------
    kept, sessions
        What was done; sessions by id.
    person
        Whose it is, for ids that stay the same.
    """
    ordered = sorted(kept, key=lambda one: (_group(one), one.started_at, one.id))
    records = [
        _record(group, list(timed(parts)), sessions.get(group), person)
        for group, parts in groupby(ordered, key=_group)
    ]
    records.sort(key=lambda record: str(record["startTime"]))
    return {"format": FORMAT, "version": VERSION, "records": records}


def _group(kept: KeptSet) -> str:
    """Return what a set belongs to: its session, or its day."""
    return kept.session or kept.started_at.date().isoformat()


def _record(
    group: str, order: list[Timed], session: KeptSession | None, person: str
) -> dict[str, Any]:
    """Return a session with its segments."""
    start, end = order[0].start, order[-1].end
    segments = _segments(order)
    stretches = all(segment["segmentType"].endswith(STRETCH) for segment in segments)
    own_id = session.id if session else str(uuid5(uuid5(NAMESPACE, person), group))
    return {
        "recordType": "ExerciseSessionRecord",
        "exerciseType": f"EXERCISE_TYPE_{STRETCH if stretches else 'STRENGTH_TRAINING'}",
        **_span(start, end),
        "startZoneOffset": _offset(start),
        "endZoneOffset": _offset(end),
        "title": session.note.split("\n")[0] if session else "",
        "metadata": {
            "clientRecordId": own_id,
            "recordingMethod": _method(order),
        },
        "segments": segments,
    }


def _method(order: list[Timed]) -> str:
    """Return how it was recorded."""
    seen = all(one.kept.origin in ("camera", "video") for one in order)
    return "RECORDING_METHOD_ACTIVELY_RECORDED" if seen else "RECORDING_METHOD_MANUAL_ENTRY"


def _segments(order: list[Timed]) -> list[dict[str, Any]]:
    """Return a segment for each set; its index begins anew with each exercise."""
    found, number, before = [], 0, None
    for one in order:
        number = number + 1 if one.kept.exercise == before else 0
        before = one.kept.exercise
        found.append(_segment(one, number))
    return found


def _segment(one: Timed, number: int) -> dict[str, Any]:
    """Return the segment of a set."""
    kept = one.kept
    told: dict[str, Any] = {
        **_span(one.start, one.end),
        "segmentType": f"EXERCISE_SEGMENT_TYPE_{_type(kept.exercise)}",
        "repetitions": 0 if kept.hold_s is not None else kept.total,
        "setIndex": number,
        "name": name_of(kept.exercise),
        "clientSetId": kept.id,
    }
    if kept.load is not None and kept.load.axis == "kg":
        told["weight"] = {"kilograms": kept.load.value}
    if kept.rating.effort is not None:
        told["rateOfPerceivedExertion"] = float(kept.rating.effort)
    return told


def _type(exercise: str | None) -> str:
    """Return the name of the type of a segment."""
    if exercise is None or exercise not in names():
        return OTHER
    return load(exercise).codes.health_connect


def _span(start: datetime, end: datetime) -> dict[str, str]:
    """Return the beginning and the end."""
    return {"startTime": start.isoformat(), "endTime": end.isoformat()}


def _offset(at: datetime) -> str:
    """Return the zone of a moment as Health Connect writes it.

    Examples
    --------
    >>> _offset(datetime.fromisoformat("2026-05-04T10:00:00+02:00"))
    '+02:00'
    """
    seconds = round((at.utcoffset() or timedelta()).total_seconds())
    sign, minutes = "-" if seconds < 0 else "+", abs(seconds) // 60
    return f"{sign}{minutes // 60:02}:{minutes % 60:02}"
