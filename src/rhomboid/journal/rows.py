"""A kept set as a row, and back: nothing is lost on the way.

What a database cannot hold is put right here: a text has no NUL and no half of a
character, a number is finite, a set was done between the years 1900 and 2200.
"""

from dataclasses import asdict
from datetime import UTC, datetime, timedelta, timezone
from math import isfinite
from typing import Any
from uuid import UUID

from rhomboid.training.kept import KeptSet, Rating, Tally
from rhomboid.training.load import Load
from rhomboid.training.target import Target

Row = dict[str, Any]
"""Values by the names of columns."""

_YEARS = range(1900, 2200)


def to_row(kept: KeptSet, person: str) -> Row:
    """Return the row of a set, without what only its report tells.

    Raises
    ------
    ValueError
        If the set, its session or its time cannot be kept.
    """
    at, day = kept.started_at, kept.started_at.date()
    if at.utcoffset() is None or day.year not in _YEARS:
        raise ValueError(f"a set has a time with its zone, from 1900 to 2200, got {at}")
    return {
        "id": require_id(kept.id),
        "person_id": person,
        "session_id": require_id(kept.session) if kept.session else None,
        "exercise": None if kept.exercise is None else plain(kept.exercise),
        "origin": kept.origin,
        "started_at": at.astimezone(UTC),
        "offset_s": round((at.utcoffset() or timedelta()).total_seconds()),
        "day": day,
        "week": day - timedelta(days=day.weekday()),
        "counted": kept.counted,
        "hold_s": kept.hold_s if kept.hold_s is not None and isfinite(kept.hold_s) else None,
        "side": kept.side,
        "recording": plain(kept.recording),
        "ended_by": kept.ended_by,
        **rating_row(kept.rating),
        **corrections_row(kept),
        **_prescribed(kept),
        **_tallied(kept.tally),
    }


def rating_row(rating: Rating) -> Row:
    """Return the columns of a rating."""
    return {
        "effort": rating.effort,
        "spare": rating.spare,
        "pain": rating.pain,
        "note": plain(rating.note),
    }


def corrections_row(kept: KeptSet) -> Row:
    """Return the columns that change with a correction."""
    return {"corrections": list(kept.corrections), "total": kept.total}


def load_row(kept: KeptSet) -> Row:
    """Return the columns of what it was done with."""
    return {
        "load_axis": kept.load.axis if kept.load else None,
        "load_value": kept.load.value if kept.load else None,
        "gear": plain(kept.gear),
    }


def _prescribed(kept: KeptSet) -> Row:
    """Return the columns of what was meant, and of what it was done with."""
    return load_row(kept) | {
        "kind": kept.target.kind if kept.target else None,
        "target": asdict(kept.target) if kept.target else None,
    }


def _tallied(tally: Tally | None) -> Row:
    """Return the columns of what the camera judged."""
    if tally is None:
        return {"good": None, "tally": None}
    told = asdict(tally)
    told["holds_s"] = [held_s for held_s in tally.holds_s if isfinite(held_s)]
    return {"good": tally.good, "tally": told}


def from_row(row: Any) -> KeptSet:
    """Return the set of a row."""
    zone = timezone(timedelta(seconds=row.offset_s))
    started_at: datetime = row.started_at.astimezone(zone)
    load = None if row.load_axis is None else Load(row.load_axis, row.load_value)
    return KeptSet(
        id=row.id,
        exercise=row.exercise,
        origin=row.origin,
        started_at=started_at,
        counted=row.counted,
        corrections=tuple(row.corrections),
        hold_s=row.hold_s,
        side=row.side,
        recording=row.recording,
        rating=Rating(row.effort, row.spare, row.pain, row.note),
        session=row.session_id or "",
        target=_target(row.target),
        load=load,
        gear=row.gear,
        tally=_tally(row.tally),
        ended_by=row.ended_by,
    )


def _target(told: Row | None) -> Target | None:
    """Return a target from its JSON."""
    if told is None:
        return None
    load = told["load"]
    least, most = told["repetitions"]
    exact = {"repetitions": (least, most), "load": None if load is None else Load(**load)}
    return Target(**{**told, **exact})


def _tally(told: Row | None) -> Tally | None:
    """Return a tally from its JSON."""
    if told is None:
        return None
    lists = {name: tuple(told[name]) for name in ("holds_s", "faults", "not_judged")}
    return Tally(**{**told, **lists})


def require_id(text: str) -> str:
    """Return an id that is a UUID as we write them.

    Raises
    ------
    ValueError
        If it is none.

    Examples
    --------
    >>> require_id("0f8fad5b-d9cb-469f-a165-70867728950e")
    '0f8fad5b-d9cb-469f-a165-70867728950e'
    """
    if not is_id(text):
        raise ValueError(f"an id is a UUID in small letters, got {text!r}")
    return text


def is_id(text: str) -> bool:
    """Say whether a text is a UUID as we write them."""
    try:
        return str(UUID(text)) == text
    except ValueError:
        return False


def plain(text: str) -> str:
    """Return a text that every database can hold.

    Examples
    --------
    >>> plain("good" + chr(0))
    'good'
    """
    return text.replace("\x00", "").encode("utf-8", "replace").decode("utf-8")
