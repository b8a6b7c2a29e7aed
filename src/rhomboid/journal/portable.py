"""Rows of any table as plain values and back, the same for every database."""

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

from sqlalchemy import Column, Connection, Date, Table, select

from rhomboid.journal.entry import deflated, inflated
from rhomboid.journal.rows import Row
from rhomboid.journal.tables import Moment, reports, traces

_AT_ONCE = 200


def rows_of(connection: Connection, table: Table) -> Iterator[Row]:
    """Give every row of a table as plain values, by its key; joints are left out."""
    columns = [column for column in table.c if column is not traces.c.joints]
    asked = select(*columns).order_by(*table.primary_key)
    found = connection.execution_options(yield_per=_AT_ONCE).execute(asked)
    for row in found:
        yield {c.name: _told(c, value) for c, value in zip(columns, row, strict=True)}


def joints_of(connection: Connection) -> Iterator[tuple[str, bytes]]:
    """Give the joints of every set, by its id."""
    asked = select(traces.c.set_id, traces.c.joints).order_by(traces.c.set_id)
    for row in connection.execution_options(yield_per=10).execute(asked):
        yield row.set_id, row.joints


def read_row(table: Table, told: Row) -> Row:
    """Return the row that :func:`rows_of` told.

    Raises
    ------
    KeyError, TypeError, ValueError
        If it is no row of this table.
    """
    known = {column.name for column in table.c}
    if not set(told) <= known:
        raise ValueError(f"{table.name} has no {', '.join(sorted(set(told) - known))}")
    return {name: _read(table.c[name], value) for name, value in told.items()}


def _told(column: "Column[Any]", value: Any) -> Any:
    """Return a value as JSON can hold it."""
    if column is reports.c.document:
        return inflated(value)
    return value.isoformat() if isinstance(value, date) else value


def _read(column: "Column[Any]", value: Any) -> Any:
    """Return a value as the database takes it."""
    if value is None:
        return None
    if column is reports.c.document:
        return deflated(value)
    if isinstance(column.type, Moment):
        return datetime.fromisoformat(value)
    return date.fromisoformat(value) if isinstance(column.type, Date) else value
