"""Whatever fails, no set that was kept is lost, and what is wrong is said in clear words."""

import os
import random
import signal
import sqlite3
import subprocess
import sys
import tempfile
from contextlib import contextmanager, suppress
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import event

from rhomboid.errors import JournalBusyError, NoSuchSetError
from rhomboid.journal.entry import Entry
from rhomboid.journal.opening import open_journal
from rhomboid.journal.place import Place
from rhomboid.training.kept import Rating
from tests.journal.scenes import ID, SET, drawn, numbered, track

ROOT = Path(__file__).parents[2]


class Writer:
    """Processes that keep sets, one at a time, each until it is killed."""

    def __init__(self, place):
        command = [sys.executable, "-m", "tests.journal.writer", str(place.folder), place.url]
        self.program = subprocess.Popen(
            command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
        )  # fmt: skip
        self.process = 0

    def begin(self, first):
        """Let a process begin with the set of some number."""
        self.program.stdin.write(f"{first}\n")
        self.program.stdin.flush()
        self.process = self._next()

    def kept(self, count):
        """Return the numbers of the next sets that are kept."""
        return [self._next() for _ in range(count)]

    def kill(self):
        """Kill the process; return the numbers it had still said."""
        os.kill(self.process, signal.SIGKILL)
        self.process = 0
        return list(iter(self._next, -1))

    def _next(self):
        """Return the next number that is said."""
        return int(self.program.stdout.readline())


@contextmanager
def writing(place):
    """Give somebody else who keeps sets."""
    if not hasattr(os, "fork"):
        pytest.skip("a process cannot be split in two here")
    writer = Writer(place)
    try:
        yield writer
    finally:
        if writer.process:
            os.kill(writer.process, signal.SIGKILL)
        writer.program.stdin.close()
        writer.program.wait()
        writer.program.stdout.close()


def require_whole(journal, numbers):
    """See that sets are there with all that belongs to them, and no others are half there."""
    ids = {kept.id for kept in journal.sets.recent(100_000)}
    assert {numbered(number).id for number in numbers} <= ids
    with journal.database.reading() as connection:

        def count(what):
            return connection.exec_driver_sql(f"SELECT {what}").scalar()

        assert count("count(*) FROM traces") == len(ids)
        assert count("count(*) FROM reports") == len(ids)
        assert count("count(*) FROM repetitions") == len(ids)
        assert count("count(DISTINCT set_id) FROM findings") == len(ids)
    require_whole_file(journal)


def require_whole_file(journal):
    """Let SQLite look through its file."""
    if journal.database.is_sqlite:
        with journal.database.reading() as connection:
            assert connection.exec_driver_sql("PRAGMA integrity_check").scalar() == "ok"
            assert connection.exec_driver_sql("PRAGMA foreign_key_check").all() == []


def test_a_process_killed_while_it_writes_loses_nothing_that_was_kept(place):
    draw, kept = random.Random(1), []
    with writing(place) as writer:
        for turn in range(20):
            writer.begin(turn * 1000)
            kept += writer.kept(draw.randint(1, 6))
            kept += writer.kill()
    journal = open_journal(place)
    require_whole(journal, kept)
    journal.close()


@pytest.mark.skipif(not hasattr(os, "fork"), reason="a process cannot be split in two here")
def test_a_process_killed_at_any_statement_leaves_no_half_of_a_set(place):
    killed = subprocess.run(
        [sys.executable, "-m", "tests.journal.dying", str(place.folder), place.url], cwd=ROOT,
        capture_output=True, text=True, check=True, env={**os.environ, "PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    assert int(killed.stdout) > 10
    journal = open_journal(place)
    require_whole(journal, [int(killed.stdout)])
    assert journal.sets.count() == 1
    journal.close()


def test_a_process_killed_while_it_makes_the_journal_leaves_no_half_of_one(new_place):
    bare = new_place(bare=True)
    code = "import sys; from tests.journal.writer import main; main()"
    for turn in range(3):
        maker = subprocess.Popen(
            [sys.executable, "-c", code, str(bare.folder), bare.url, "0"], cwd=ROOT,
            stdout=subprocess.DEVNULL, env={**os.environ, "PYTHONPATH": str(ROOT)},
        )  # fmt: skip
        file = bare.folder / "journal.sqlite3"
        while maker.poll() is None and not (bare.url or file.exists()):
            pass
        for _ in range(turn * 200_000):
            pass
        maker.kill()
        maker.wait()
    journal = open_journal(bare)
    journal.sets.keep(SET, None)
    assert journal.sets.read(ID) == SET
    journal.close()


def test_two_processes_keep_sets_at_once(place):
    with writing(place) as one, writing(place) as other:
        one.begin(0)
        other.begin(1000)
        kept = one.kept(15) + other.kept(15)
        journal = open_journal(place)
        journal.sets.keep(numbered(5000), track(), drawn("t_raise", 1)[1])
        kept += one.kept(5) + one.kill() + other.kill()
    require_whole(journal, [*kept, 5000])
    journal.close()


@pytest.fixture
def full(journal, kind):
    """Return a way to have the disk of a SQLite file full for a while."""
    if kind != "sqlite":
        pytest.skip("what a full disk means to PostgreSQL has a test of its own")
    limit = []

    @event.listens_for(journal.database.engine, "begin")
    def hold(connection):
        pages = limit[0] if limit else 2**30
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")

    @contextmanager
    def until_done():
        with journal.database.reading() as connection:
            limit.append(connection.exec_driver_sql("PRAGMA page_count").scalar())
        yield
        limit.clear()

    return until_done


def test_what_no_longer_fits_is_kept_elsewhere_and_written_later(journal, full):
    journal.sets.keep(numbered(1), *drawn())
    with full():
        journal.sets.keep(SET, *drawn())
        assert journal.spool.ids() == [ID]
        assert journal.deliver() == 1
        with pytest.raises(JournalBusyError, match=r"disk is full; make room"):
            journal.sets.keep_all([Entry.of(numbered(2), *drawn(), SET.started_at)])
        assert journal.sets.read(ID) == SET
        assert len(journal.sets.track(ID)) == len(drawn()[0])
    assert journal.deliver() == 0
    assert journal.spool.ids() == []
    require_still_there(journal)


def require_still_there(journal):
    """See that a set is in the journal itself, and whole."""
    assert {kept.id for kept in journal.sets.recent()} == {ID, numbered(1).id}
    with journal.database.reading() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM traces").scalar() == 2
    assert journal.reports.last(ID).document["count"] == 3


@contextmanager
def small_disk(megabytes):
    """Give a folder on a disk of its own that is soon full, and a way to make it larger."""
    with tempfile.TemporaryDirectory(prefix="rhomboid-small-") as name:

        def mount(options):
            command = ["mount", "-t", "tmpfs", "-o", options, "tmpfs", name]
            return subprocess.run(command, capture_output=True, check=False).returncode == 0

        if os.getuid() != 0 or not mount(f"size={megabytes}m,mode=0777"):
            pytest.skip("no disk can be made here that is small enough to be full")
        try:
            yield Path(name), lambda: mount("remount,size=100m")
        finally:
            subprocess.run(["umount", "--lazy", name], check=True)


def keep_until_full(journal):
    """Keep sets until one cannot be; return how many were, and what was said."""
    for number in range(10_000):
        try:
            journal.sets.keep_all([Entry.of(numbered(number), *drawn(), SET.started_at)])
        except JournalBusyError as error:
            return number, str(error)
    raise AssertionError("it was never full")


def test_a_disk_that_is_full_is_said_and_what_was_kept_stays():
    with small_disk(4) as (folder, make_room):
        journal = open_journal(folder)
        count, said = keep_until_full(journal)
        assert "disk is full; make room and try again" in said
        with (folder / "the rest").open("wb", buffering=0) as rest, suppress(OSError):
            while rest.write(bytes(512)):
                pass
        with pytest.raises(JournalBusyError, match="disk is full"):
            journal.sets.keep(SET, *drawn())
        assert journal.sets.count() == count

        assert make_room()
        journal.sets.keep(SET, *drawn())
        journal.close()
        journal = open_journal(folder)
        assert journal.sets.count() == count + 1
        require_whole_file(journal)
        journal.close()


def test_a_server_whose_disk_is_full_is_said_and_what_was_kept_stays(server, tmp_path):
    with small_disk(24) as (folder, make_room):
        space = folder / "space"
        space.mkdir()
        server.own(space)
        server.ask(f"CREATE TABLESPACE small LOCATION '{space}'")
        server.ask("CREATE DATABASE small TEMPLATE template0 TABLESPACE small")
        try:
            journal = open_journal(Place(tmp_path, server.url("small")))
            count, said = keep_until_full(journal)
            assert "disk is full; make room and try again" in said
            assert count == journal.sets.count()
            journal.sets.keep(SET, *drawn())
            assert journal.spool.ids() == [ID]

            assert make_room()
            assert journal.deliver() == 0
            assert journal.sets.count() == count + 1
            journal.close()
        finally:
            server.drop("small")
            server.ask("DROP TABLESPACE small")


def test_a_file_another_program_holds_keeps_nobody_from_training(tmp_path):
    journal = open_journal(tmp_path, patience_s=0.02)
    journal.sets.keep(numbered(1), None)
    other = sqlite3.connect(tmp_path / "journal.sqlite3", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")

    journal.sets.keep(SET, None)
    assert journal.spool.ids() == [ID]
    assert journal.sets.read(ID) == SET
    with pytest.raises(JournalBusyError, match="in use by another program just now"):
        journal.sets.rate(numbered(1).id, Rating(pain=1))

    other.close()
    assert journal.deliver() == 0
    assert journal.sets.count() == 2
    journal.close()


@pytest.fixture
def gone(server):
    """Return a way to have the server gone for a while."""

    @contextmanager
    def until_back():
        server.stop()
        try:
            yield
        finally:
            server.start()

    return until_back


@pytest.fixture
def afar(server, blank_database, tmp_path):
    """A journal on the server."""
    name = server.new_database(blank_database)
    journal = open_journal(Place(tmp_path, server.url(name)))
    yield journal
    journal.close()
    server.drop(name)


def test_a_set_that_ends_while_the_server_is_gone_is_written_when_it_is_back(afar, gone):
    afar.sets.keep(numbered(1), *drawn())
    with gone():
        afar.sets.keep(SET, *drawn())
        assert afar.sets.read(ID) == SET
        assert len(afar.sets.track(ID)) == len(drawn()[0])
        assert afar.sets.rate(ID, Rating(effort=6)).rating.effort == 6
        assert afar.sets.correct(ID, 1).total == 7
        with pytest.raises(JournalBusyError, match="is not answering; nothing is lost"):
            afar.sets.read(numbered(1).id)
        with pytest.raises(JournalBusyError, match="is not answering"):
            afar.sets.rate(numbered(1).id, Rating(pain=3))
        assert afar.deliver() == 1

    while afar.spool.ids():
        afar.deliver()
    assert afar.sets.read(ID) == replace(SET, rating=Rating(effort=6), corrections=(1, -1, 1, 1))
    assert len(afar.sets.track(ID)) == len(drawn()[0])
    assert afar.reports.last(ID).document["count"] == 3
    assert afar.sets.read(numbered(1).id).rating == Rating()


def test_what_waits_is_written_by_itself(afar, gone):
    with gone():
        afar.sets.keep(SET, None)
    while afar.spool.ids():
        pass
    assert afar.sets.recent() == [SET]


def test_what_waits_survives_the_end_of_the_program(afar, gone):
    lies = Place(afar.folder, afar.database.url.render_as_string(hide_password=False))
    with gone():
        afar.sets.keep(SET, track())
        afar.close()
        with pytest.raises(JournalBusyError, match="is not answering"):
            open_journal(lies)
    again = open_journal(lies)
    assert again.spool.ids() == []
    assert again.sets.read(ID) == SET
    again.close()


def test_a_set_that_was_written_though_nobody_heard_of_it_is_not_written_over(journal):
    journal.sets.keep(SET, None)
    with journal.database.reading() as connection:
        kept_at = connection.exec_driver_sql("SELECT kept_at FROM sets").scalar()
    if isinstance(kept_at, str):
        kept_at = datetime.fromisoformat(kept_at).replace(tzinfo=UTC)
    journal.sets.rate(ID, Rating(effort=9))
    journal.spool.put(Entry(SET, None, None, kept_at))
    assert journal.deliver() == 0
    assert journal.sets.read(ID).rating.effort == 9


def test_a_set_that_waits_can_be_forgotten(journal):
    journal.spool.put(Entry(SET, None, None, SET.started_at))
    journal.sets.remove(ID)
    assert journal.deliver() == 0
    with pytest.raises(NoSuchSetError):
        journal.sets.read(ID)


def test_what_waits_and_cannot_be_read_is_left_alone(journal):
    journal.spool.put(Entry(SET, None, None, SET.started_at))
    journal.spool.put(Entry(numbered(1), None, None, SET.started_at))
    damaged = journal.spool.folder / f"{ID}.set"
    damaged.write_bytes(b"{")
    assert journal.deliver() == 0
    assert [kept.id for kept in journal.sets.recent()] == [numbered(1).id]
    assert damaged.exists()
