"""What is erased is nowhere any more."""

import pytest

from rhomboid.journal.entry import Entry
from rhomboid.journal.erase import erase, erase_file
from rhomboid.journal.opening import open_journal
from rhomboid.training.kept import Rating
from rhomboid.training.person import Person
from tests.journal.scenes import ID, SET, drawn, numbered
from tests.journal.test_old_shelf import put

SECRET = "a pain nobody shall know of"


@pytest.fixture
def lived_in(place):
    """A journal with traces of itself all around."""
    put(place.folder, numbered(1))
    journal = open_journal(place)
    journal.sets.keep(SET, *drawn())
    journal.sets.rate(ID, Rating(note=SECRET))
    journal.profile.keep(Person(bands=(SECRET,)), SET.started_at.date())
    journal.spool.put(Entry(numbered(2), None, None, SET.started_at))
    for name in ("incoming", "sets.imported-2"):
        (place.folder / name).mkdir()
        (place.folder / name / "x").write_text(SECRET)
    for name in ("journal.sqlite3.before-0002", "calendar.secret", "calendar.json"):
        (place.folder / name).write_text(SECRET)
    yield journal
    journal.close()


def test_nothing_is_left(lived_in):
    done = erase(lived_in)
    assert (done.sets, done.joints, done.trouble) == (2, 1, "")
    assert set(done.folders) == {
        "incoming", "sets.imported", "sets.imported-2", "waiting", "journal.sqlite3.before-0002",
        "calendar.secret", "calendar.json",
    }  # fmt: skip
    assert lived_in.sets.recent() == []
    assert lived_in.profile.now() is None
    lived_in.database.close()
    for path in lived_in.folder.rglob("*"):
        assert path.is_dir() or SECRET.encode() not in path.read_bytes(), path


def test_one_can_begin_anew(lived_in, place):
    erase(lived_in)
    lived_in.sets.keep(SET, *drawn())
    assert lived_in.sets.recent() == [SET]
    again = open_journal(place)
    assert again.sets.recent() == [SET]
    again.close()


def test_a_journal_that_cannot_be_opened_is_erased_all_the_same(tmp_path):
    (tmp_path / "journal.sqlite3").write_text(SECRET)
    (tmp_path / "journal.sqlite3.set-aside-1").write_text(SECRET)
    assert set(erase_file(tmp_path).folders) == {"journal.sqlite3", "journal.sqlite3.set-aside-1"}
    assert list(tmp_path.iterdir()) == []


def test_other_people_keep_what_is_theirs(journal):
    from rhomboid.journal.journal import Journal

    other = "00000000-0000-4000-8000-000000000002"
    with journal.database.writing() as connection:
        connection.exec_driver_sql(
            f"INSERT INTO people VALUES ('{other.replace('-', '')}', 'other', '2026-01-01')"
        )
    theirs = Journal(journal.database, journal.folder, other)
    theirs.sets.keep(SET, *drawn())
    journal.sets.keep(numbered(1), None)
    with pytest.raises(ValueError, match="somebody else"):
        journal.sets.keep(SET, None)
    journal.sets.remove(ID)
    assert journal.sets.count() == 1
    assert journal.reports.all(ID) == []

    assert erase(journal).sets == 1
    assert theirs.sets.recent() == [SET]
    assert len(theirs.sets.track(ID)) == len(drawn()[0])
    theirs.close()
