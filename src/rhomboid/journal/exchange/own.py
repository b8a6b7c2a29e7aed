"""Our own CSV and JSON: every set as it is, and the sessions they belong to.

CSV has columns for people (name, repetitions, kilograms) beside those that are read
again. JSON is read by what :data:`FORMAT` says.
"""

import csv
import io
import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

from pydantic import TypeAdapter, ValidationError

from rhomboid.errors import ExchangeError
from rhomboid.journal.exchange.csv_records import Record
from rhomboid.journal.exchange.formula import defuse, restore
from rhomboid.journal.exchange.names import name_of
from rhomboid.journal.exchange.reading import Reading, Remark
from rhomboid.journal.rows import require_id, to_row
from rhomboid.journal.sessions import KeptSession
from rhomboid.training.kept import KeptSet

NAME = "rhomboid"
FORMAT, VERSION = "rhomboid-sets", 1
"""What our JSON calls itself, and the version of its shape."""

_KEPT, _SESSION = TypeAdapter(KeptSet), TypeAdapter(KeptSession)
_MOST_COUNT, _MOST_TEXT, _MOST_LIST = 1_000_000, 4_000, 10_000

_FOR_PEOPLE = ("date", "name", "repetitions", "weight_kg")
_TEXTS = ("id", "exercise", "origin", "started_at", "side", "recording", "session", "gear",
          "ended_by")  # fmt: skip
_JSON = ("counted", "corrections", "hold_s", "target", "load", "tally")
_RATING = ("effort", "spare", "pain")
_WORKOUT = ("workout_started_at", "workout_ended_at", "workout_status", "workout_note")
COLUMNS = (*_FOR_PEOPLE, *_TEXTS, *_JSON, *_RATING, "note", *_WORKOUT)
"""The header of our CSV."""


def is_mine(columns: Iterable[str]) -> bool:
    """Say whether a header is one of ours."""
    return {"id", "started_at", "exercise", "origin", "counted", "corrections"} <= set(columns)


def to_csv(kept: Iterable[KeptSet], sessions: Mapping[str, KeptSession]) -> str:
    """Return sets as CSV, a row each; no cell is a formula.

    Parameters
    ----------
    kept, sessions
        What to write; sessions by id.
    """
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(COLUMNS)
    for one in kept:
        row = _row(one, sessions.get(one.session))
        writer.writerow([defuse(row[column]) for column in COLUMNS])
    return text.getvalue()


def _row(kept: KeptSet, session: KeptSession | None) -> dict[str, str]:
    """Return the cells of a set."""
    told: dict[str, Any] = _KEPT.dump_python(kept, mode="json")
    rating = told["rating"]
    in_kg = kept.load is not None and kept.load.axis == "kg"
    return {
        "date": kept.started_at.date().isoformat(),
        "name": name_of(kept.exercise),
        "repetitions": str(kept.total),
        "weight_kg": f"{kept.load.value:.10g}" if kept.load and in_kg else "",
        **{name: told[name] or "" for name in _TEXTS},
        "started_at": kept.started_at.isoformat(),
        **{name: "" if told[name] is None else json.dumps(told[name]) for name in _JSON},
        **{name: "" if rating[name] is None else str(rating[name]) for name in _RATING},
        "note": kept.rating.note,
        **_workout(session),
    }


def _workout(session: KeptSession | None) -> dict[str, str]:
    """Return the cells of the session of a set."""
    if session is None:
        return dict.fromkeys(_WORKOUT, "")
    ended = session.ended_at
    said = session.started_at.isoformat(), ended.isoformat() if ended else "", session.status
    return dict(zip(_WORKOUT, (*said, session.note), strict=True))


def read_csv(batch: str, records: Iterable[Record]) -> Reading:
    """Read what :func:`to_csv` gave; a row that makes no sense is an error of its own.

    Raises
    ------
    ExchangeError
        If the file is no CSV.
    """
    told = ((record.line, _told(record)) for record in records)
    return _read(batch, told)


def _told(record: Record) -> dict[str, Any]:
    """Return a row as :func:`to_json` tells a set, its session beside it."""
    cells = {name: restore(cell) for name, cell in record.cells.items()}
    told: dict[str, Any] = {name: cells.get(name, "") for name in _TEXTS}
    told["exercise"] = told["exercise"] or None
    told |= {name: cells[name] for name in _JSON if cells.get(name)}
    told["rating"] = {name: cells[name] for name in _RATING if cells.get(name)}
    told["rating"]["note"] = cells.get("note", "")
    told["workout"] = {name: cells.get(name, "") for name in _WORKOUT}
    return told


def to_json(kept: Sequence[KeptSet], sessions: Iterable[KeptSession]) -> str:
    """Return sets and sessions as JSON, all of each."""
    told = {
        "format": FORMAT,
        "version": VERSION,
        "sessions": [_SESSION.dump_python(one, mode="json") for one in sessions],
        "sets": [
            _KEPT.dump_python(one, mode="json") | {"started_at": one.started_at.isoformat()}
            for one in kept
        ],
    }
    return json.dumps(told, ensure_ascii=False, allow_nan=False, indent=1)


def read_json(batch: str, text: str) -> Reading:
    """Read what :func:`to_json` gave; a set that makes no sense is an error of its own.

    Raises
    ------
    ExchangeError
        If it is something else.
    """
    try:
        told = json.loads(text, parse_constant=_no_number)
    except (ValueError, RecursionError) as error:
        raise ExchangeError("it is no JSON that can be read") from error
    if not isinstance(told, dict) or told.get("format") != FORMAT:
        raise ExchangeError("it is JSON, but none of rhomboid's sets")
    if told.get("version") != VERSION:
        raise ExchangeError(f"its version is {told.get('version')!r}, this one reads {VERSION}")
    lists = [told.get("sets", []), told.get("sessions", [])]
    if not all(isinstance(one, list) for one in lists):
        raise ExchangeError("its sets and sessions are no lists")
    return _read(batch, enumerate(lists[0], 1), lists[1])


def _no_number(text: str) -> None:
    raise ValueError(f"{text} is no number")


def _read(
    batch: str, told: Iterable[tuple[int, Any]], sessions: Iterable[Any] = ()
) -> Reading:  # fmt: skip
    """Check every set and session by itself."""
    kept: list[KeptSet] = []
    errors: list[Remark] = []
    belong: dict[str, KeptSession] = {}
    for line, one in told:
        try:
            workout = one.pop("workout", {}) if isinstance(one, dict) else {}
            kept.append(_checked(one))
            belong |= _session_of(kept[-1], workout)
        except (ValueError, OverflowError, RecursionError) as error:
            errors.append(Remark(line, plain_words(error)))
    for number, one in enumerate(sessions, 1):
        try:
            session = _SESSION.validate_python(one)
            belong[require_id(session.id)] = session
        except (ValueError, OverflowError, RecursionError) as error:
            errors.append(Remark(number, f"session: {plain_words(error)}"))
    return Reading(NAME, batch, tuple(kept), tuple(belong.values()), errors=tuple(errors))


def _checked(told: Any) -> KeptSet:
    """Return a set that can be kept."""
    if not isinstance(told, dict):
        raise ValueError("it is no set")  # noqa: TRY004  the file's fault, not the caller's
    if any(isinstance(value, str) for name, value in told.items() if name in _JSON):
        told = told | {n: json.loads(told[n]) for n in _JSON if isinstance(told.get(n), str)}
    kept = _KEPT.validate_python(told)
    texts = (kept.exercise or "", kept.recording, kept.gear, *_of_tally(kept))
    if not 0 <= kept.counted <= _MOST_COUNT or len(kept.corrections) > _MOST_LIST:
        raise ValueError(f"counted goes from 0 to {_MOST_COUNT}")
    if any(step not in (1, -1) for step in kept.corrections):
        raise ValueError("a correction is 1 or -1")
    if any(len(text) > _MOST_TEXT for text in texts):
        raise ValueError(f"a text has at most {_MOST_TEXT} characters")
    to_row(kept, "")
    return kept


def _of_tally(kept: KeptSet) -> tuple[str, ...]:
    """Return the texts of what the camera judged."""
    return () if kept.tally is None else (*kept.tally.faults, *kept.tally.not_judged)


def _session_of(kept: KeptSet, workout: dict[str, str]) -> dict[str, KeptSession]:
    """Return the session that a row of CSV tells of, by its id."""
    if not kept.session or not workout.get("workout_started_at"):
        return {}
    started_at, ended_at, status, note = (workout[name] for name in _WORKOUT)
    told = {
        "id": kept.session,
        "day": datetime.fromisoformat(started_at).date(),
        "started_at": started_at,
        "ended_at": ended_at or None,
        "status": status,
        "note": note,
    }
    return {kept.session: _SESSION.validate_python(told)}


def plain_words(error: Exception) -> str:
    """Say in one line what was wrong with a set."""
    if not isinstance(error, ValidationError):
        return str(error)
    fault = error.errors(include_url=False)[0]
    place = ".".join(str(part) for part in fault["loc"])
    return f"{place}: {fault['msg'].removeprefix('Value error, ')}"
