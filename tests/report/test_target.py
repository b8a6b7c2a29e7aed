"""A file is written whole, or what was there before stays."""

import os
from pathlib import Path

import pytest

from rhomboid.errors import OutputError
from rhomboid.report.target import whole_file


def write_half(target, error):
    """Write the half of a file, and fail."""
    with whole_file(target) as part:
        part.write_text("half")
        raise error


def test_the_file_appears_at_the_end(tmp_path):
    target = tmp_path / "a.txt"
    with whole_file(target) as part:
        part.write_text("new")
        assert not target.exists()

    assert target.read_text() == "new"
    assert list(tmp_path.iterdir()) == [target]


@pytest.mark.parametrize("error", [RuntimeError, KeyboardInterrupt])
def test_what_was_there_stays_if_anything_goes_wrong(tmp_path, error):
    target = tmp_path / "a.txt"
    target.write_text("old")
    with pytest.raises(error):
        write_half(target, error)

    assert target.read_text() == "old"
    assert list(tmp_path.iterdir()) == [target]


def test_a_link_stays_a_link(tmp_path):
    real, link = tmp_path / "real.txt", tmp_path / "link.txt"
    real.write_text("old")
    link.symlink_to(real)
    with whole_file(link) as part:
        part.write_text("new")

    assert link.is_symlink()
    assert real.read_text() == "new"


def test_the_rights_are_those_of_any_new_file(tmp_path):
    with whole_file(tmp_path / "a.txt") as part:
        part.write_text("x")
    (tmp_path / "b.txt").write_text("x")

    assert (tmp_path / "a.txt").stat().st_mode == (tmp_path / "b.txt").stat().st_mode


@pytest.mark.parametrize(
    ("place", "words"), [(".", "is a folder"), ("no/a.txt", "no folder"), (os.devnull, "ordinary")]
)
def test_where_nothing_can_be_written_it_says_why(tmp_path, monkeypatch, place, words):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(OutputError, match=words), whole_file(place):
        pass

    assert Path(os.devnull).is_char_device() or os.name == "nt"


def test_a_name_that_is_too_long_is_an_error_of_ours(tmp_path):
    with pytest.raises(OutputError, match="cannot write"):
        write_half(tmp_path / ("x" * 300), RuntimeError)

    assert list(tmp_path.iterdir()) == []


def test_a_full_disk_is_an_error_of_ours(tmp_path):
    with pytest.raises(OutputError, match="No space left"), whole_file(tmp_path / "a.txt"):
        raise OSError(28, "No space left on device")
