"""A journal opens, or says in one sentence why it does not; what lies there stays as it is."""

import os
import shutil
import sqlite3

import pytest

from rhomboid.errors import JournalBusyError, JournalError
from rhomboid.journal.opening import open_journal
from rhomboid.journal.place import Place, place
from tests.journal.scenes import ID, SET, numbered, track


def one_sentence(caught):
    """Return what an error says, which is one line."""
    said = str(caught.value)
    assert "\n" not in said
    return said


def change(journal, statement):
    """Change what is kept behind the journal's back."""
    with journal.database.writing() as connection:
        connection.exec_driver_sql(statement)


def test_it_is_made_where_there_is_none_and_opened_again(new_place):
    bare = new_place(bare=True)
    with_set = open_journal(bare)
    with_set.sets.keep(SET, track())
    with_set.close()
    again = open_journal(bare)
    assert again.sets.read(ID) == SET
    again.close()


def test_a_newer_one_is_left_alone(place, journal):
    journal.sets.keep(SET, None)
    change(journal, "UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(JournalError, match=r"newer rhomboid \(its tables are of version 9999") as e:
        open_journal(place)
    assert "install the newer" in one_sentence(e)
    change(journal, "UPDATE alembic_version SET version_num = '0001'")
    assert journal.sets.read(ID) == SET


def test_tables_of_something_else_are_left_alone(new_place):
    bare = new_place(bare=True)
    other = open_journal(bare)
    change(other, "DROP TABLE alembic_version")
    other.close()
    with pytest.raises(JournalError, match="something else") as caught:
        open_journal(bare)
    one_sentence(caught)


def test_an_interrupted_making_is_taken_up(new_place):
    bare = new_place(bare=True)
    half = open_journal(bare)
    change(half, "DELETE FROM people")
    half.close()
    again = open_journal(bare)
    again.sets.keep(SET, None)
    assert again.sets.read(ID) == SET
    again.close()


def filled(folder):
    """Return the file of a journal with sets in it."""
    journal = open_journal(folder)
    for number in range(20):
        journal.sets.keep(numbered(number), track())
    journal.close()
    return folder / "journal.sqlite3"


def overwrite(file, at, what):
    """Write over a part of a file."""
    with file.open("r+b") as content:
        content.seek(at)
        content.write(what)


@pytest.mark.parametrize(
    "damage",
    [
        lambda file: file.write_bytes(b"this is no database, but long enough to be read" * 99),
        lambda file: overwrite(file, 0, b"\xff" * 200),
        lambda file: overwrite(file, 5000, b"\xff" * 20_000),
        lambda file: os.truncate(file, file.stat().st_size // 2),
    ],
    ids=["text", "head", "middle", "cut off"],
)
def test_a_damaged_file_is_said_and_left_as_it_is(tmp_path, damage):
    file = filled(tmp_path)
    damage(file)
    before = file.read_bytes()
    with pytest.raises(JournalError, match=r"damaged.*rhomboid restore") as caught:
        open_journal(tmp_path)
    assert str(file) in one_sentence(caught)
    assert not isinstance(caught.value, JournalBusyError)
    assert file.read_bytes() == before


def test_one_that_another_program_holds_is_said(tmp_path):
    file = filled(tmp_path)
    other = sqlite3.connect(file, isolation_level=None)
    other.execute("PRAGMA locking_mode = EXCLUSIVE")
    other.execute("BEGIN EXCLUSIVE")
    with pytest.raises(JournalBusyError, match="in use by another program") as caught:
        open_journal(tmp_path, patience_s=0.05)
    one_sentence(caught)
    other.close()
    opened = open_journal(tmp_path)
    assert opened.sets.count() == 20
    opened.close()


def test_a_place_that_cannot_be_is_said(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(JournalError, match="cannot make the folder"):
        open_journal(tmp_path / "file" / "home")
    (tmp_path / "home" / "journal.sqlite3").mkdir(parents=True)
    with pytest.raises(JournalError, match=r"journal.sqlite3"):
        open_journal(tmp_path / "home")


@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("mysql://a:secret@b/c", "must begin with postgresql://"),
        ("sqlite:///x", "must begin with postgresql://"),
        ("nonsense secret", "is no address"),
        ("postgresql://me:secret@/x?host=/nowhere", "is not answering"),
        ("postgres://me:secret@127.0.0.1:9/x", "x at 127.0.0.1 is not answering"),
    ],
)
def test_an_address_that_leads_nowhere_is_said_without_its_password(tmp_path, url, said):
    with pytest.raises(JournalError, match=said) as caught:
        open_journal(Place(tmp_path, url))
    assert "secret" not in one_sentence(caught)


def test_a_database_that_is_not_there_is_said(tmp_path, server):
    with pytest.raises(JournalError, match="no such database") as caught:
        open_journal(Place(tmp_path, server.url("nobody_made_it")))
    assert not isinstance(caught.value, JournalBusyError)


def test_the_environment_says_where_it_lies(monkeypatch, tmp_path):
    monkeypatch.setenv("RHOMBOID_HOME", str(tmp_path))
    monkeypatch.delenv("RHOMBOID_DATABASE_URL", raising=False)
    assert place() == Place(tmp_path)
    monkeypatch.setenv("RHOMBOID_DATABASE_URL", "postgresql://x")
    assert place() == Place(tmp_path, "postgresql://x")
    assert place(tmp_path / "other") == Place(tmp_path / "other", "postgresql://x")
    monkeypatch.delenv("RHOMBOID_HOME")
    assert place().folder.name == "rhomboid"


def test_nobody_else_may_read_it(tmp_path):
    open_journal(tmp_path / "home").close()
    assert (tmp_path / "home").stat().st_mode & 0o077 == 0
    assert (tmp_path / "home" / "journal.sqlite3").stat().st_mode & 0o077 == 0


@pytest.mark.skipif(os.getuid() == 0, reason="root may write everything")
def test_a_file_that_may_only_be_read_is_said(tmp_path):
    filled(tmp_path).chmod(0o400)
    with pytest.raises(JournalError, match="may only be read"):
        open_journal(tmp_path)


def test_a_copied_file_is_a_whole_journal(tmp_path):
    file = filled(tmp_path / "one")
    (tmp_path / "two").mkdir()
    shutil.copy(file, tmp_path / "two" / file.name)
    copy = open_journal(tmp_path / "two")
    assert copy.sets.count() == 20
    copy.close()
