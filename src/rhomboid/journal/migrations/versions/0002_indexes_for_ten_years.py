"""Indexes that answer for ten years without reading every set.

Revision ID: 0002
"""

from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

_DAY = ("person_id", "day")
_NEW = ((*_DAY, "kind", "pain", "total"), ("person_id", "exercise", "week", "kind", "total"))


def upgrade() -> None:
    """Days and weeks are summed from an index alone."""
    op.drop_index(_name(_DAY), "sets")
    for columns in _NEW:
        op.create_index(_name(columns), "sets", columns)


def downgrade() -> None:
    """Go back to the index of days."""
    for columns in _NEW:
        op.drop_index(_name(columns), "sets")
    op.create_index(_name(_DAY), "sets", _DAY)


def _name(columns: tuple[str, ...]) -> str:
    """Return the name of an index on columns of the sets."""
    return f"ix_sets_{'_'.join(columns)}"
