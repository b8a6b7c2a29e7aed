"""Write a set with all that belongs to it, inside one transaction."""

import hashlib
from datetime import datetime
from statistics import median
from typing import Any

from sqlalchemy import Connection, and_, delete, func, insert, select, update

from rhomboid.journal.database import insert_if_new, upsert
from rhomboid.journal.entry import Entry, deflated
from rhomboid.journal.rows import Row, plain, to_row
from rhomboid.journal.tables import findings, repetitions, reports, sessions, sets, traces
from rhomboid.records_json import Document

_REPETITION = (
    "number", "start_s", "turn_s", "end_s", "out_s", "pause_s", "back_s", "hold_s", "amplitude",
    "side", "confidence",
)  # fmt: skip
_FINDING = ("verdict", "severity", "value", "uncertainty", "unit")


def write_entry(connection: Connection, person: str, entry: Entry) -> None:
    """Write a set; one with the same id gives way.

    Judgements of other joints go with those joints.

    Raises
    ------
    ValueError
        If it cannot be kept: its id is no UUID or another person's, or its time makes no sense.
    """
    row = to_row(entry.kept, person) | {"kept_at": entry.kept_at, "batch": entry.batch or None}
    owner = connection.execute(select(sets.c.person_id).where(sets.c.id == row["id"])).scalar()
    if owner not in (None, person):
        raise ValueError("the set of this id belongs to somebody else")
    _open_session(connection, row)
    upsert(connection, sets, row | typical(None))
    _write_joints(connection, entry)
    if entry.report is not None:
        write_report(connection, row["id"], entry.report, entry.kept_at)


def is_written(connection: Connection, entry: Entry) -> bool:
    """Say whether a set was written at that time, or later."""
    asked = select(sets.c.kept_at).where(sets.c.id == entry.kept.id)
    kept_at: datetime | None = connection.execute(asked).scalar()
    return kept_at is not None and kept_at >= entry.kept_at


def _open_session(connection: Connection, row: Row) -> None:
    """Make the session of a set that comes before it."""
    if row["session_id"] is None:
        return
    opened = {
        "id": row["session_id"],
        "person_id": row["person_id"],
        "day": row["day"],
        "started_at": row["started_at"],
        "status": "open",
        "note": "",
    }
    insert_if_new(connection, sessions, opened)


def _write_joints(connection: Connection, entry: Entry) -> None:
    """Write the joints of a set; forget judgements of other ones."""
    id_ = entry.kept.id
    digest = hashlib.sha256(entry.joints).hexdigest() if entry.joints is not None else None
    before = connection.execute(select(traces.c.sha256).where(traces.c.set_id == id_)).scalar()
    if before is not None and before == digest:
        _summarise(connection, id_)
        return
    for table in (traces, reports, repetitions, findings):
        connection.execute(delete(table).where(table.c.set_id == id_))
    if entry.joints is not None:
        row = {"set_id": id_, "joints": entry.joints, "sha256": digest}
        connection.execute(insert(traces).values(row))


def write_report(connection: Connection, id_: str, report: Document, made_at: datetime) -> None:
    """Write a judgement of a set, which holds from now on.

    One by the same versions gives way.
    """
    versions = {name: plain(version) for name, version in report["versions"].items()}
    same = and_(reports.c.set_id == id_, *(reports.c[name] == versions[name] for name in versions))
    connection.execute(delete(reports).where(same))
    last = select(func.max(reports.c.number)).where(reports.c.set_id == id_)
    row = {
        "set_id": id_,
        "number": (connection.execute(last).scalar() or 0) + 1,
        "made_at": made_at,
        "exercise": report["exercise"],
        "counted": report["count"],
        **versions,
        "document": deflated(report),
    }
    connection.execute(insert(reports).values(row))
    for table, rows in ((repetitions, repetition_rows(report)), (findings, finding_rows(report))):
        connection.execute(delete(table).where(table.c.set_id == id_))
        if rows:
            connection.execute(insert(table), [{"set_id": id_, **one} for one in rows])
    connection.execute(update(sets).where(sets.c.id == id_).values(typical(report)))


def _summarise(connection: Connection, id_: str) -> None:
    """Note anew what is typical of a set, whose row was just written over."""
    asked = select(repetitions).where(repetitions.c.set_id == id_)
    rows = [row._asdict() for row in connection.execute(asked)]
    connection.execute(update(sets).where(sets.c.id == id_).values(typical({"reps": rows})))


def repetition_rows(report: Document) -> list[Row]:
    """Return the rows of the repetitions of a report, without their set."""
    return [{name: rep[name] for name in _REPETITION} for rep in report["reps"]]


def finding_rows(report: Document) -> list[Row]:
    """Return a row for each check of a report, with the repetitions it passed and failed."""
    return [
        {
            "number": number,
            "check_id": found["check"],
            **{name: found[name] for name in _FINDING},
            **_verdicts(report, found["check"]),
        }
        for number, found in enumerate(report["findings"], start=1)
    ]


def _verdicts(report: Document, check: str) -> Row:
    """Count what a check came to in the repetitions."""
    verdicts = [
        f["verdict"] for rep in report["reps"] for f in rep["findings"] if f["check"] == check
    ]
    return {
        "good": verdicts.count("good"),
        "fix": verdicts.count("fix"),
        "not_judged": verdicts.count("not judged"),
    }


def typical(report: Document | None) -> Row:
    """Return what the repetitions of a report are like, for charts over many sets."""
    reps: list[dict[str, Any]] = report["reps"] if report else []
    return {name: _median(rep[name] for rep in reps) for name in ("pause_s", "amplitude")}


def _median(values: Any) -> float | None:
    """Return the middle of the values that are known."""
    known = [value for value in values if value is not None]
    return median(known) if known else None
