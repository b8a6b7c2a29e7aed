"""The first tables.

Revision ID: 0001
"""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

_UUID = sa.Uuid(as_uuid=False)
_MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Make every table."""
    _people()
    _check_ins()
    _plans()
    _profiles()
    _screenings()
    _sessions()
    _skipped_days()
    _sets()
    _findings()
    _repetitions()
    _reports()
    _traces()


def downgrade() -> None:
    """Nothing came before."""
    raise NotImplementedError("there is nothing before the first tables")


def _people() -> None:
    """Make the table people."""
    op.create_table(
        "people",
        sa.Column("id", _UUID, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("created_at", _MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_people"),
    )


def _check_ins() -> None:
    """Make the table check_ins."""
    op.create_table(
        "check_ins",
        sa.Column("person_id", _UUID, nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("kept_at", _MOMENT, nullable=False),
        sa.Column("document", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name="fk_check_ins_person_id", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("person_id", "day", name="pk_check_ins"),
    )


def _plans() -> None:
    """Make the table plans."""
    op.create_table(
        "plans",
        sa.Column("person_id", _UUID, nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("rules", sa.Text(), nullable=False),
        sa.Column("shown_at", _MOMENT, nullable=False),
        sa.Column("document", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name="fk_plans_person_id", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("person_id", "day", "number", name="pk_plans"),
    )


def _profiles() -> None:
    """Make the table profiles."""
    op.create_table(
        "profiles",
        sa.Column("person_id", _UUID, nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("kept_at", _MOMENT, nullable=False),
        sa.Column("document", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name="fk_profiles_person_id", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("person_id", "number", name="pk_profiles"),
    )


def _screenings() -> None:
    """Make the table screenings."""
    op.create_table(
        "screenings",
        sa.Column("person_id", _UUID, nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("kept_at", _MOMENT, nullable=False),
        sa.Column("document", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name="fk_screenings_person_id", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("person_id", "number", name="pk_screenings"),
    )


def _sessions() -> None:
    """Make the table sessions."""
    op.create_table(
        "sessions",
        sa.Column("id", _UUID, nullable=False),
        sa.Column("person_id", _UUID, nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("started_at", _MOMENT, nullable=False),
        sa.Column("ended_at", _MOMENT, nullable=True),
        sa.Column("status", sa.String(length=16), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name="fk_sessions_person_id", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_sessions"),
    )
    op.create_index("ix_sessions_person_id_day", "sessions", ["person_id", "day"])


def _skipped_days() -> None:
    """Make the table skipped_days."""
    op.create_table(
        "skipped_days",
        sa.Column("person_id", _UUID, nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("kept_at", _MOMENT, nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name="fk_skipped_days_person_id", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("person_id", "day", name="pk_skipped_days"),
    )


def _sets() -> None:
    """Make the table sets."""
    op.create_table(
        "sets",
        sa.Column("id", _UUID, nullable=False),
        sa.Column("person_id", _UUID, nullable=False),
        sa.Column("session_id", _UUID, nullable=True),
        sa.Column("exercise", sa.Text(), nullable=True),
        sa.Column("origin", sa.String(length=16), nullable=False),
        sa.Column("started_at", _MOMENT, nullable=False),
        sa.Column(
            "offset_s", sa.Integer(), nullable=False, comment="zone of started_at, east of UTC"
        ),
        sa.Column("day", sa.Date(), nullable=False, comment="of started_at in its own zone"),
        sa.Column("week", sa.Date(), nullable=False, comment="the Monday of that day"),
        sa.Column("counted", sa.Integer(), nullable=False),
        sa.Column("corrections", sa.JSON(), nullable=False),
        sa.Column("total", sa.Integer(), nullable=False, comment="counted, corrected"),
        sa.Column("hold_s", sa.Float(), nullable=True),
        sa.Column("side", sa.String(length=8), nullable=False),
        sa.Column("recording", sa.Text(), nullable=False),
        sa.Column("effort", sa.Integer(), nullable=True),
        sa.Column("spare", sa.Integer(), nullable=True),
        sa.Column("pain", sa.Integer(), nullable=True),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=True, comment="of the target, for sums"),
        sa.Column("target", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("load_axis", sa.String(length=16), nullable=True),
        sa.Column("load_value", sa.Float(), nullable=True),
        sa.Column("gear", sa.Text(), nullable=False),
        sa.Column("good", sa.Integer(), nullable=True, comment="of the tally, for sums"),
        sa.Column("tally", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("ended_by", sa.String(length=16), nullable=False),
        sa.Column("pause_s", sa.Float(), nullable=True, comment="median of the repetitions"),
        sa.Column("amplitude", sa.Float(), nullable=True, comment="median of the repetitions"),
        sa.Column("batch", sa.Text(), nullable=True, comment="of the import it came with"),
        sa.Column("kept_at", _MOMENT, nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name="fk_sets_person_id", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["session_id"], ["sessions.id"], name="fk_sets_session_id", ondelete="SET NULL"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_sets"),
    )
    op.create_index("ix_sets_batch", "sets", ["batch"])
    op.create_index("ix_sets_person_id_day", "sets", ["person_id", "day"])
    op.create_index(
        "ix_sets_person_id_exercise_started_at", "sets", ["person_id", "exercise", "started_at"]
    )
    op.create_index("ix_sets_person_id_started_at_id", "sets", ["person_id", "started_at", "id"])
    op.create_index("ix_sets_session_id", "sets", ["session_id"])


def _findings() -> None:
    """Make the table findings."""
    op.create_table(
        "findings",
        sa.Column("set_id", _UUID, nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("check_id", sa.Text(), nullable=False),
        sa.Column("verdict", sa.String(length=16), nullable=False),
        sa.Column("severity", sa.String(length=8), nullable=False),
        sa.Column("value", sa.Float(), nullable=True),
        sa.Column("uncertainty", sa.Float(), nullable=True),
        sa.Column("unit", sa.Text(), nullable=False),
        sa.Column("good", sa.Integer(), nullable=False, comment="repetitions that passed"),
        sa.Column("fix", sa.Integer(), nullable=False, comment="repetitions that failed"),
        sa.Column(
            "not_judged", sa.Integer(), nullable=False, comment="repetitions nobody could judge"
        ),
        sa.ForeignKeyConstraint(
            ["set_id"], ["sets.id"], name="fk_findings_set_id", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("set_id", "number", name="pk_findings"),
        sqlite_with_rowid=False,
    )


def _repetitions() -> None:
    """Make the table repetitions."""
    op.create_table(
        "repetitions",
        sa.Column("set_id", _UUID, nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("start_s", sa.Float(), nullable=False),
        sa.Column("turn_s", sa.Float(), nullable=False),
        sa.Column("end_s", sa.Float(), nullable=False),
        sa.Column("out_s", sa.Float(), nullable=True),
        sa.Column("pause_s", sa.Float(), nullable=True),
        sa.Column("back_s", sa.Float(), nullable=True),
        sa.Column("hold_s", sa.Float(), nullable=True),
        sa.Column("amplitude", sa.Float(), nullable=True),
        sa.Column("side", sa.String(length=8), nullable=False),
        sa.Column("confidence", sa.Float(), nullable=True),
        sa.ForeignKeyConstraint(
            ["set_id"], ["sets.id"], name="fk_repetitions_set_id", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("set_id", "number", name="pk_repetitions"),
        sqlite_with_rowid=False,
    )


def _reports() -> None:
    """Make the table reports."""
    op.create_table(
        "reports",
        sa.Column("set_id", _UUID, nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("made_at", _MOMENT, nullable=False),
        sa.Column("exercise", sa.Text(), nullable=True),
        sa.Column("counted", sa.Integer(), nullable=False),
        sa.Column("rhomboid", sa.Text(), nullable=False),
        sa.Column("model", sa.Text(), nullable=False),
        sa.Column("rules", sa.Text(), nullable=False),
        sa.Column("document", sa.LargeBinary(), nullable=False, comment="JSON, deflated"),
        sa.ForeignKeyConstraint(
            ["set_id"], ["sets.id"], name="fk_reports_set_id", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("set_id", "number", name="pk_reports"),
    )


def _traces() -> None:
    """Make the table traces."""
    op.create_table(
        "traces",
        sa.Column("set_id", _UUID, nullable=False),
        sa.Column("joints", sa.LargeBinary(), nullable=False, comment="a track file"),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.ForeignKeyConstraint(
            ["set_id"], ["sets.id"], name="fk_traces_set_id", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("set_id", name="pk_traces"),
    )
