"""A backup brings everything back, into any database, or changes nothing."""

import json
import zipfile
from datetime import UTC, date, datetime

import pytest

from rhomboid.errors import BackupError, JournalError, OutputError
from rhomboid.journal.backup import write_backup
from rhomboid.journal.days import Screening
from rhomboid.journal.opening import open_journal
from rhomboid.journal.place import Place
from rhomboid.journal.portable import joints_of, rows_of
from rhomboid.journal.restore import restore
from rhomboid.journal.sessions import KeptSession
from rhomboid.journal.tables import metadata
from rhomboid.training.checkin import CheckIn
from rhomboid.training.kept import Rating
from rhomboid.training.person import Person
from tests.journal.scenes import ID, SET, drawn, numbered

DAY = date(2026, 3, 1)


def contents(journal):
    """Return every row of every table, and all joints."""
    with journal.database.reading() as connection:
        rows = {table.name: list(rows_of(connection, table)) for table in metadata.sorted_tables}
        return rows | {"joints": dict(joints_of(connection))}


@pytest.fixture
def filled(journal):
    """A journal with something in every table."""
    journal.profile.keep(Person(), DAY)
    journal.days.check_in(CheckIn(DAY, pain=1))
    journal.days.screen(Screening(DAY, {"heart": False}))
    journal.days.show(DAY, {"sets": ["ü"]}, "rules")
    journal.days.skip(DAY, "ill")
    session = numbered(9).id
    journal.sessions.keep(KeptSession(session, DAY, datetime(2026, 3, 1, 8, tzinfo=UTC)))
    journal.sets.keep(SET, *drawn())
    for number in range(25):
        journal.sets.keep(numbered(number, session=session), None, batch="b")
    journal.sets.rate(ID, Rating(effort=7, note="gut"))
    assert all(contents(journal).values())
    return journal


def test_everything_comes_back(filled, new_place, tmp_path):
    done = write_backup(filled, tmp_path / "backup.zip")
    assert (done.rows["sets"], done.rows["traces"]) == (26, 1)
    elsewhere = new_place("elsewhere")
    assert restore(done.file, elsewhere).rows == done.rows
    journal = open_journal(elsewhere)
    assert contents(journal) == contents(filled)
    assert len(journal.sets.track(ID)) == len(drawn()[0])
    journal.close()


def test_it_goes_from_one_database_into_another(filled, kind, server, blank_database, tmp_path):
    write_backup(filled, tmp_path / "backup.zip")
    (tmp_path / "other").mkdir()
    name = server.new_database(blank_database)
    url = server.url(name) if kind == "sqlite" else ""
    journal = open_journal(Place(tmp_path / "other", url))
    journal.close()
    restore(tmp_path / "backup.zip", Place(tmp_path / "other", url))
    assert contents(journal) == contents(filled)
    journal.close()
    server.drop(name)


def test_a_journal_that_holds_something_gives_way_only_if_told(filled, place, tmp_path):
    write_backup(filled, tmp_path / "backup.zip")
    before = contents(filled)
    filled.sets.keep(numbered(100), None)
    with pytest.raises(BackupError, match="--replace"):
        restore(tmp_path / "backup.zip", place)
    assert filled.sets.count() == 27
    restore(tmp_path / "backup.zip", place, replaces=True)
    assert contents(filled) == before


def altered(path, name, change):
    """Write a backup anew with one of its parts changed, or without it."""
    with zipfile.ZipFile(path) as archive:
        parts = {one: archive.read(one) for one in archive.namelist()}
    parts[name] = change(parts[name])
    with zipfile.ZipFile(path, "w") as archive:
        for one, content in parts.items():
            if content is not None:
                archive.writestr(one, content)


def told(**change):
    """Return a change of a manifest."""
    return lambda content: json.dumps(json.loads(content) | change)


@pytest.mark.parametrize(
    ("name", "change", "said"),
    [
        ("manifest.json", lambda _: None, "damaged"),
        ("manifest.json", lambda _: b"[]", "damaged"),
        ("manifest.json", told(format="other"), "no backup"),
        ("manifest.json", told(version=2, rhomboid="9.9"), "written by rhomboid 9.9"),
        ("manifest.json", told(schema="9999"), "cannot read it; nothing was changed"),
        ("tables/sets.jsonl", lambda content: content[:-50], "damaged"),
        ("tables/sets.jsonl", lambda content: content.replace(b"deadlift", b"deadlifo"), "damaged"),
        ("tables/sets.jsonl", lambda _: None, "damaged"),
        (f"traces/{ID}.npz", lambda content: content[:-1] + b"x", "damaged"),
        (f"traces/{ID}.npz", lambda _: None, "damaged"),
    ],
)
def test_a_damaged_backup_changes_nothing(filled, place, tmp_path, name, change, said):
    write_backup(filled, tmp_path / "backup.zip")
    before = contents(filled)
    altered(tmp_path / "backup.zip", name, change)
    with pytest.raises(BackupError, match=said) as caught:
        restore(tmp_path / "backup.zip", place, replaces=True)
    assert "\n" not in str(caught.value)
    assert contents(filled) == before


@pytest.mark.parametrize("content", [b"", b"no zip", b"PK\x03\x04" * 99])
def test_what_is_no_backup_is_said(place, tmp_path, content):
    (tmp_path / "x.zip").write_bytes(content)
    with pytest.raises(BackupError, match="no backup; nothing was changed"):
        restore(tmp_path / "x.zip", place)
    with pytest.raises(BackupError, match="cannot read"):
        restore(tmp_path / "nowhere.zip", place)


def test_a_journal_that_breaks_while_it_is_restored_is_as_before(filled, place, tmp_path):
    """A backup whose rows no database takes, though its sums are right."""
    import hashlib

    write_backup(filled, tmp_path / "backup.zip")
    before = contents(filled)

    def orphan(content):
        return content.replace(ID.encode(), numbered(77).id.encode())

    with zipfile.ZipFile(tmp_path / "backup.zip") as archive:
        manifest = json.loads(archive.read("manifest.json"))
        rows = orphan(archive.read("tables/repetitions.jsonl"))
    manifest["tables"]["repetitions"]["sha256"] = hashlib.sha256(rows).hexdigest()
    altered(tmp_path / "backup.zip", "tables/repetitions.jsonl", orphan)
    altered(tmp_path / "backup.zip", "manifest.json", lambda _: json.dumps(manifest))
    with pytest.raises(JournalError, match="journal"):
        restore(tmp_path / "backup.zip", place, replaces=True)
    assert contents(filled) == before


def test_a_damaged_file_is_set_aside_for_its_backup(tmp_path):
    journal = open_journal(tmp_path)
    journal.sets.keep(SET, *drawn())
    write_backup(journal, tmp_path / "backup.zip")
    before = contents(journal)
    journal.close()
    file = tmp_path / "journal.sqlite3"
    file.write_bytes(b"garbage" * 999)
    with pytest.raises(JournalError, match="damaged"):
        restore(tmp_path / "backup.zip", Place(tmp_path))

    restore(tmp_path / "backup.zip", Place(tmp_path), replaces=True)
    journal = open_journal(tmp_path)
    assert contents(journal) == before
    assert (tmp_path / "journal.sqlite3.set-aside-1").read_bytes() == b"garbage" * 999
    assert not (tmp_path / "journal.sqlite3.new").exists()
    journal.close()


def test_a_backup_is_not_written_over_the_journal(tmp_path):
    journal = open_journal(tmp_path)
    for name in ("journal.sqlite3", "journal.sqlite3-wal"):
        with pytest.raises(OutputError, match="belongs to the journal"):
            write_backup(journal, tmp_path / name)
    with pytest.raises(OutputError, match="no folder"):
        write_backup(journal, tmp_path / "nowhere" / "backup.zip")
    journal.close()


def test_a_damaged_journal_is_not_backed_up_as_if_it_were_whole(tmp_path):
    journal = open_journal(tmp_path)
    for number in range(50):
        journal.sets.keep(numbered(number), *drawn())
    journal.close()
    with (tmp_path / "journal.sqlite3").open("r+b") as file:
        file.seek(100_000)
        file.write(b"\xff" * 50_000)
    with pytest.raises(JournalError, match="damaged"):
        write_backup(journal, tmp_path / "backup.zip")
    assert not (tmp_path / "backup.zip").exists()
    journal.close()
