"""Every journal that was ever released comes up to today's tables with all that is in it."""

import sqlite3
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import inspect

from rhomboid.errors import JournalError
from rhomboid.journal import migrate, opening
from rhomboid.journal.database import Database, address
from rhomboid.journal.opening import open_journal
from rhomboid.journal.restore import restore
from rhomboid.journal.tables import metadata
from tests.journal.scenes import SET

STATES = Path(__file__).parent / "states"


@pytest.fixture
def database(new_place):
    place = new_place(bare=True)
    database = Database(address(place.folder, place.url))
    yield database
    database.close()


def test_the_steps_lead_from_one_known_state_to_the_next():
    walked = [step.revision for step in migrate.steps().walk_revisions()]
    assert tuple(reversed(walked)) == migrate.KNOWN
    assert migrate.steps().get_heads() == [migrate.HEAD]


def test_the_steps_make_the_tables_that_the_code_knows(database):
    with database.changing() as connection:
        migrate.upgrade(connection)
    with database.reading() as connection:
        differ = compare_metadata(MigrationContext.configure(connection), metadata)
        assert differ == []
        assert set(inspect(connection).get_table_names()) == {*metadata.tables, "alembic_version"}


def test_keys_and_what_goes_with_them_are_the_same(database):
    with database.changing() as connection:
        migrate.upgrade(connection)
    with database.reading() as connection:
        seen = inspect(connection)
        for table in metadata.sorted_tables:
            keys = {key.name: key.ondelete for key in table.foreign_key_constraints}
            found = seen.get_foreign_keys(table.name)
            assert {key["name"]: key["options"].get("ondelete") for key in found} == keys
            primary = seen.get_pk_constraint(table.name)["constrained_columns"]
            assert primary == [column.name for column in table.primary_key]


@pytest.mark.parametrize("state", migrate.KNOWN)
def test_every_released_state_comes_up_with_what_is_in_it(database, state):
    """The statements of a state were written down when it was released, and never change."""
    statements = (STATES / f"{state}.sql").read_text(encoding="utf-8")
    with database.changing() as connection:
        migrate.upgrade(connection, state)
        for statement in statements.split(";\n"):
            if statement.strip():
                connection.exec_driver_sql(statement)
    opening.bring_up_to_date(database)
    with database.reading() as connection:
        assert migrate.state_of(connection, "it") == migrate.HEAD
    journal = opening.Journal(database, STATES)

    kept = journal.sets.recent()
    assert [(one.exercise, one.total, one.rating.pain) for one in kept] == [
        ("t_raise", 3, None),
        ("deadlift", 6, 2),
    ]
    assert kept[1].target.load.value == 40.0
    assert kept[1].rating.note == "gut"
    assert kept[0].started_at.isoformat() == "2026-03-02T19:30:00+01:00"
    assert [row.number for row in journal.sums.repetitions(kept[0].id)] == [1, 2]
    assert journal.profile.now().minutes == 45


@pytest.mark.parametrize("state", migrate.KNOWN)
def test_every_released_backup_can_be_brought_back(new_place, state):
    """These files were written when a state was released, and never change."""
    place = new_place()
    restore(STATES / f"{state}.zip", place)
    journal = open_journal(place)
    assert journal.sets.read(SET.id).exercise == "t_raise"
    assert len(journal.sets.track(SET.id)) > 100
    assert journal.reports.last(SET.id).document["count"] == 3
    journal.close()


@pytest.fixture
def next_step(monkeypatch, tmp_path):
    """Pretend that a step follows the last one; return a function that says what it does."""

    def pretend(does):
        real = migrate.upgrade

        def upgrade(connection, to="0003"):
            if to == "0003":
                does(connection)
                connection.exec_driver_sql("UPDATE alembic_version SET version_num = '0003'")
            else:
                real(connection, to)

        monkeypatch.setattr(migrate, "KNOWN", (*migrate.KNOWN, "0003"))
        for module in (migrate, opening):
            monkeypatch.setattr(module, "HEAD", "0003")
            monkeypatch.setattr(module, "upgrade", upgrade)

    return pretend


def test_a_file_is_copied_before_its_tables_change(tmp_path, next_step):
    journal = open_journal(tmp_path)
    journal.sets.keep(SET, None)
    journal.close()
    next_step(lambda connection: connection.exec_driver_sql("ALTER TABLE sets ADD COLUMN x TEXT"))
    open_journal(tmp_path).close()

    copy = sqlite3.connect(tmp_path / "journal.sqlite3.before-0003")
    assert copy.execute("SELECT version_num FROM alembic_version").fetchone() == ("0002",)
    assert copy.execute("SELECT count(*) FROM sets").fetchone() == (1,)
    copy.close()


def test_a_step_that_fails_leaves_everything_as_it_was(place, journal, next_step):
    journal.sets.keep(SET, None)

    def fails(connection):
        connection.exec_driver_sql("ALTER TABLE sets ADD COLUMN x TEXT")
        connection.exec_driver_sql("DELETE FROM sets")
        raise JournalError("the power went")

    next_step(fails)
    with pytest.raises(JournalError, match="the power went"):
        open_journal(place)
    with journal.database.reading() as connection:
        assert connection.exec_driver_sql("SELECT * FROM alembic_version").scalar() == "0002"
        names = [column["name"] for column in inspect(connection).get_columns("sets")]
    assert "x" not in names
    assert journal.sets.recent() == [SET]
