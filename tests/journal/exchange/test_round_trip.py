"""Nothing is lost either way: what is exported is imported as it was."""

import csv
import io
from dataclasses import replace
from datetime import UTC, date, datetime

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rhomboid.journal.exchange import own
from rhomboid.journal.exchange.everything import everything
from rhomboid.journal.exchange.files import read_file
from rhomboid.journal.exchange.formula import DANGEROUS
from rhomboid.journal.exchange.keeping import keep, undo
from rhomboid.journal.exchange.reading import Wishes
from rhomboid.journal.sessions import KeptSession
from rhomboid.training.kept import Rating
from tests.journal.exchange import files
from tests.journal.scenes import SET, drawn
from tests.journal.test_sets import kept_sets

NOW = datetime(2026, 5, 4, 12, tzinfo=UTC)
named = kept_sets.map(lambda kept: replace(kept, exercise=kept.exercise or None))
lists = st.lists(named, max_size=4, unique_by=lambda kept: kept.id)
often = settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])


def sessions_of(kept):
    """Return a session for every set that names one."""
    return {
        one.session: KeptSession(
            one.session, date(2026, 3, 1), NOW, NOW, "done", "=Pull\r\nday, 'quoted'"
        )
        for one in kept
        if one.session
    }


@often
@given(lists)
def test_any_sets_go_through_csv_and_back(tmp_path_factory, kept):
    path = tmp_path_factory.getbasetemp() / "sets.csv"
    path.write_bytes(own.to_csv(kept, sessions_of(kept)).encode())
    reading = read_file(path)
    assert reading.errors == ()
    assert list(reading.sets) == kept
    assert {one.id: one for one in reading.sessions} == {
        id_: replace(one, day=one.started_at.date()) for id_, one in sessions_of(kept).items()
    }
    for before, after in zip(kept, reading.sets, strict=True):
        assert before.started_at.utcoffset() == after.started_at.utcoffset()


@often
@given(lists)
def test_any_sets_go_through_json_and_back(tmp_path_factory, kept):
    path = tmp_path_factory.getbasetemp() / "sets.json"
    path.write_bytes(own.to_json(kept, sessions_of(kept).values()).encode())
    reading = read_file(path)
    assert reading.errors == ()
    assert list(reading.sets) == kept
    assert {one.id: one for one in reading.sessions} == sessions_of(kept)


@often
@given(lists)
def test_no_cell_of_ours_is_a_formula(kept):
    rows = list(csv.reader(io.StringIO(own.to_csv(kept, sessions_of(kept)), newline="")))
    assert not any(cell.startswith(DANGEROUS) for row in rows for cell in row)


def test_a_formula_in_a_note_is_text_and_comes_back(tmp_path):
    kept = replace(SET, rating=Rating(note='=HYPERLINK("http://x","y")'), gear="@SUM(1)")
    text = own.to_csv([kept], {})
    assert "'=HYPERLINK" in text
    path = tmp_path / "sets.csv"
    path.write_text(text, newline="")
    assert read_file(path).sets == (kept,)


def test_a_whole_journal_goes_out_is_emptied_and_comes_back(journal, read, tmp_path):
    keep(journal, read(files.HEVY), NOW)
    keep(journal, read(files.STRONG_IOS, unit="lb"), NOW)
    journal.sets.keep(replace(SET, session="1f8fad5b-d9cb-469f-a165-70867728950e"), *drawn())
    before = everything(journal)
    for name, text in (
        ("all.csv", own.to_csv(before.sets, before.sessions)),
        ("all.json", own.to_json(before.sets, before.sessions.values())),
    ):
        path = tmp_path / name
        path.write_bytes(text.encode())
        for kept in before.sets:
            journal.sets.remove(kept.id)
        reading = read_file(path, Wishes())
        assert keep(journal, reading, NOW) == len(before.sets)
        assert keep(journal, reading, NOW) == 0
        assert everything(journal) == before
        assert undo(journal, reading.batch) == len(before.sets)
        assert everything(journal).sets == ()
