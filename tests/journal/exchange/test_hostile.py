"""Whatever a file holds, it is read within bounds, or refused in one sentence."""

import csv
import tracemalloc
from itertools import islice, repeat
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rhomboid.errors import ExchangeError
from rhomboid.journal.exchange.csv_records import MOST_ROWS, read_table
from rhomboid.journal.exchange.files import read_file
from rhomboid.journal.exchange.reading import Wishes
from rhomboid.journal.exchange.source import MOST_BYTES, MOST_LINE, look_at
from tests.journal.exchange import files

MB = 1_000_000
HEADER = files.STRONG_SHORT.splitlines()[0] + "\n"
ROW = "2025-06-01 18:00:00,A,45m,Deadlift,1,60,10,0,0,8\n"


def peak(work):
    """Return what work came to, and how many bytes it held at most."""
    tracemalloc.start()
    try:
        return work(), tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def refused(path):
    """Return why a file is refused, in one sentence."""
    with pytest.raises(ExchangeError) as caught:
        read_file(path, Wishes(unit="kg"))
    said = str(caught.value)
    assert said.startswith(str(path)) or str(path) in said
    assert "\n" not in said
    return said


def test_a_line_of_a_gigabyte_is_refused_unread(tmp_path):
    path = tmp_path / "sparse.csv"
    with path.open("wb") as file:
        file.truncate(1_000 * MB)
    said, held = peak(lambda: refused(path))
    assert f"larger than {MOST_BYTES // MB} MB" in said
    assert held < MB


def test_a_line_as_long_as_a_file_may_be_is_refused_without_being_held(tmp_path):
    path = tmp_path / "long.csv"
    with path.open("wb") as file:
        file.write(HEADER.encode())
        file.seek(MOST_BYTES - 1)
        file.write(b"x")
    said, held = peak(lambda: refused(path))
    assert f"line 2 has more than {MOST_LINE} characters" in said
    assert held < 5 * MB


def test_a_file_that_never_ends_is_refused():
    with pytest.raises(ExchangeError, match="no ordinary file"):
        look_at(Path("/dev/zero"))


def test_a_million_rows_are_refused_at_the_last_that_may_be():
    table = read_table(["a,b\n", *islice(repeat("1,2\n"), MOST_ROWS + 1)])
    assert sum(1 for _ in islice(table.records, MOST_ROWS)) == MOST_ROWS
    with pytest.raises(ExchangeError, match="more than 200000 rows; divide it by years"):
        next(table.records)


def test_records_are_held_one_at_a_time():
    lines = (line for part in (["a,b\n"], repeat('"1",2\n', 50_000)) for line in part)
    count, held = peak(lambda: sum(1 for _ in read_table(lines).records))
    assert count == 50_000
    assert held < MB


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "no header"),
        (b"\n\n\n", "no header"),
        (b"hello\n", "no header"),
        (b"a,b,c\n1,2,3\n", "no program that is known"),
        (b"\x00" * 1000, "no header"),
        (b"\xff\xfe" + b"\x00\xd8" * 99 + b"\x00", "begins like UTF-16"),
        (HEADER.encode() + b'"never closed' + b"\nx" * 6000, "line 2 begins a quote"),
        (HEADER.encode() + b'"never closed', "line 2 begins a quote"),
        (HEADER.encode() + b"," * 60_000, "more than 500 cells"),
        (b"{" * 5000, "no JSON that can be read"),
        (b'{"a": ' * 40_000, "no JSON that can be read"),
        (b"{}", "none of rhomboid's sets"),
        (b'{"format": "rhomboid-sets", "version": 2}', "its version is 2, this one reads 1"),
        (b'{"format": "rhomboid-sets", "version": 1, "sets": 5}', "are no lists"),
        (b'{"format": "rhomboid-sets", "version": 1, "sets": [NaN]}', "no JSON"),
        (b'{"format": "rhomboid-sets", "version": 1, "sets": [' + b"9" * 5000 + b"]}", "no JSON"),
    ],
)
def test_what_is_no_file_of_sets_is_refused_in_one_sentence(tmp_path, content, said):
    path = tmp_path / "export.csv"
    path.write_bytes(content)
    assert said in refused(path)


def test_a_file_that_is_not_there_or_a_folder_is_refused(tmp_path):
    assert "no ordinary file" in refused(tmp_path / "nothing.csv")
    assert "no ordinary file" in refused(tmp_path)


def test_a_bad_set_among_ours_is_an_error_of_its_own(read):
    reading = read(
        '{"format": "rhomboid-sets", "version": 1, "sets": [5, {}, {"id": 1}, '
        '{"id": "x", "exercise": null, "origin": "hand", "started_at": "2026-01-01T00:00Z", '
        '"counted": 1}, {"id": "0f8fad5b-d9cb-469f-a165-70867728950e", "exercise": null, '
        '"origin": "hand", "started_at": "2026-01-01T00:00Z", "counted": -1}],'
        '"sessions": [{}]}'
    )
    assert (len(reading.sets), len(reading.errors)) == (0, 6)


@settings(max_examples=200)
@given(st.binary(max_size=400))
def test_any_bytes_are_read_or_refused(tmp_path_factory, content):
    path = tmp_path_factory.getbasetemp() / "any.csv"
    for begin in (b"", HEADER.encode(), files.HEVY[:150].encode(), b'{"format": '):
        path.write_bytes(begin + content)
        try:
            read_file(path, Wishes(unit="kg"))
        except ExchangeError:
            continue


cells = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=12)


@settings(max_examples=200)
@given(
    st.lists(st.lists(cells, min_size=3, max_size=3), max_size=5),
    st.sampled_from(",;\t"),
    st.sampled_from(["\n", "\r\n"]),
)
def test_what_csv_writes_is_read_as_it_was(tmp_path_factory, rows, delimiter, end):
    path = tmp_path_factory.getbasetemp() / "cells.csv"
    with path.open("w", newline="", encoding="utf-8") as file:
        quoting = csv.QUOTE_ALL if end == "\n" else csv.QUOTE_MINIMAL
        writer = csv.writer(file, delimiter=delimiter, lineterminator=end, quoting=quoting)
        writer.writerows([["a", "b", "c"], *rows])
    with look_at(path).lines() as lines:
        found = [list(record.cells.values()) for record in read_table(lines).records]
    assert found == [row for row in rows if any(cell.strip() for cell in row)]
