"""The tables of the journal: what is kept, and what it belongs to.

Every row belongs to a person. What was counted, said and judged stands in
columns; what only we read again is JSON. A change here needs a migration
beside it (migrations/versions), and a test compares the two.
"""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import (
    JSON,
    Column,
    Date,
    DateTime,
    Dialect,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    TypeDecorator,
    Uuid,
)  # fmt: skip

_Read = Callable[[Any], Any]

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)
"""All tables, with names for their constraints that every database agrees on."""


class Moment(TypeDecorator[datetime]):
    """An instant, kept in UTC; SQLite has no zones of its own."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Turn an instant into UTC."""
        if value is None:
            return None
        at = value.astimezone(UTC)
        return at.replace(tzinfo=None) if dialect.name == "sqlite" else at

    def process_result_value(self, value: datetime | None, _dialect: Dialect) -> datetime | None:
        """Return an instant with its zone."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class Id(Uuid[str]):
    """A UUID as text; where a database has none of its own, read without a detour."""

    def result_processor(self, _dialect: Dialect, _coltype: object) -> _Read:
        """Return what turns digits into text; PostgreSQL puts its own type in the place of this."""
        return _with_dashes


def _with_dashes(digits: str | None) -> str | None:
    """Write the 32 digits of a UUID as people do."""
    if digits is None:
        return None
    return f"{digits[:8]}-{digits[8:12]}-{digits[12:16]}-{digits[16:20]}-{digits[20:]}"


def _id(*, key: bool = False) -> "Column[str]":
    """Return a column for a UUID of its own."""
    return Column("id", Id(as_uuid=False), primary_key=key, nullable=False)


def _of(table: str, *, key: bool = False, optional: bool = False) -> "Column[str]":
    """Return a column that says to which row of another table this one belongs."""
    name = {"people": "person_id", "sets": "set_id", "sessions": "session_id"}[table]
    gone = "SET NULL" if optional else "CASCADE"
    return Column(
        name,
        Id(as_uuid=False),
        ForeignKey(f"{table}.id", ondelete=gone),
        primary_key=key,
        nullable=optional,
    )


def _number(name: str = "number") -> "Column[int]":
    """Return a column that counts within what its row belongs to."""
    return Column(name, Integer, primary_key=True, autoincrement=False)


def _moment(name: str) -> "Column[datetime]":
    """Return a column for an instant that is always known."""
    return Column(name, Moment, nullable=False)


people = Table(
    "people",
    metadata,
    _id(key=True),
    Column("name", Text, nullable=False),
    _moment("created_at"),
)
"""Who trains."""

profiles = Table(
    "profiles",
    metadata,
    _of("people", key=True),
    _number(),
    Column("day", Date, nullable=False),
    _moment("kept_at"),
    Column("document", JSON, nullable=False),
)
"""What a person told of themselves, every time it changed."""

check_ins = Table(
    "check_ins",
    metadata,
    _of("people", key=True),
    Column("day", Date, primary_key=True),
    _moment("kept_at"),
    Column("document", JSON, nullable=False),
)
"""How somebody was on a day."""

screenings = Table(
    "screenings",
    metadata,
    _of("people", key=True),
    _number(),
    Column("day", Date, nullable=False),
    _moment("kept_at"),
    Column("document", JSON, nullable=False),
)
"""Answers to the questions of safety."""

plans = Table(
    "plans",
    metadata,
    _of("people", key=True),
    Column("day", Date, primary_key=True),
    _number(),
    Column("rules", Text, nullable=False),
    _moment("shown_at"),
    Column("document", JSON, nullable=False),
)
"""The plan of a day as it was shown, every time it changed."""

skipped_days = Table(
    "skipped_days",
    metadata,
    _of("people", key=True),
    Column("day", Date, primary_key=True),
    _moment("kept_at"),
    Column("reason", Text, nullable=False),
)
"""Days that were left out on purpose."""

sessions = Table(
    "sessions",
    metadata,
    _id(key=True),
    _of("people"),
    Column("day", Date, nullable=False),
    _moment("started_at"),
    Column("ended_at", Moment),
    Column("status", String(16), nullable=False),
    Column("note", Text, nullable=False),
    Index(None, "person_id", "day"),
)
"""Sets that belong together."""

sets = Table(
    "sets",
    metadata,
    _id(key=True),
    _of("people"),
    _of("sessions", optional=True),
    Column("exercise", Text),
    Column("origin", String(16), nullable=False),
    _moment("started_at"),
    Column("offset_s", Integer, nullable=False, comment="zone of started_at, east of UTC"),
    Column("day", Date, nullable=False, comment="of started_at in its own zone"),
    Column("week", Date, nullable=False, comment="the Monday of that day"),
    Column("counted", Integer, nullable=False),
    Column("corrections", JSON, nullable=False),
    Column("total", Integer, nullable=False, comment="counted, corrected"),
    Column("hold_s", Float),
    Column("side", String(8), nullable=False),
    Column("recording", Text, nullable=False),
    Column("effort", Integer),
    Column("spare", Integer),
    Column("pain", Integer),
    Column("note", Text, nullable=False),
    Column("kind", String(16), comment="of the target, for sums"),
    Column("target", JSON(none_as_null=True)),
    Column("load_axis", String(16)),
    Column("load_value", Float),
    Column("gear", Text, nullable=False),
    Column("good", Integer, comment="of the tally, for sums"),
    Column("tally", JSON(none_as_null=True)),
    Column("ended_by", String(16), nullable=False),
    Column("pause_s", Float, comment="median of the repetitions"),
    Column("amplitude", Float, comment="median of the repetitions"),
    Column("batch", Text, comment="of the import it came with"),
    _moment("kept_at"),
    Index(None, "person_id", "started_at", "id"),
    Index(None, "person_id", "exercise", "started_at"),
    Index(None, "person_id", "day", "kind", "pain", "total"),
    Index(None, "person_id", "exercise", "week", "kind", "total"),
    Index(None, "session_id"),
    Index(None, "batch"),
)
"""What was done, what it was meant to be, and how it felt."""

reports = Table(
    "reports",
    metadata,
    _of("sets", key=True),
    _number(),
    _moment("made_at"),
    Column("exercise", Text),
    Column("counted", Integer, nullable=False),
    Column("rhomboid", Text, nullable=False),
    Column("model", Text, nullable=False),
    Column("rules", Text, nullable=False),
    Column("document", LargeBinary, nullable=False, comment="JSON, deflated"),
)
"""Every judgement of a set, by the versions that made it; the last one holds."""

repetitions = Table(
    "repetitions",
    metadata,
    _of("sets", key=True),
    _number(),
    *(Column(name, Float, nullable=False) for name in ("start_s", "turn_s", "end_s")),
    *(Column(name, Float) for name in ("out_s", "pause_s", "back_s", "hold_s", "amplitude")),
    Column("side", String(8), nullable=False),
    Column("confidence", Float),
    sqlite_with_rowid=False,
)
"""The repetitions of the judgement that holds."""

findings = Table(
    "findings",
    metadata,
    _of("sets", key=True),
    _number(),
    Column("check_id", Text, nullable=False),
    Column("verdict", String(16), nullable=False),
    Column("severity", String(8), nullable=False),
    Column("value", Float),
    Column("uncertainty", Float),
    Column("unit", Text, nullable=False),
    Column("good", Integer, nullable=False, comment="repetitions that passed"),
    Column("fix", Integer, nullable=False, comment="repetitions that failed"),
    Column("not_judged", Integer, nullable=False, comment="repetitions nobody could judge"),
    sqlite_with_rowid=False,
)
"""What each check came to over a set, in the judgement that holds, and in how many repetitions."""

traces = Table(
    "traces",
    metadata,
    _of("sets", key=True),
    Column("joints", LargeBinary, nullable=False, comment="a track file"),
    Column("sha256", String(64), nullable=False),
)
"""The joints of a set, for judging it again."""
