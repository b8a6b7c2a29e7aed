"""The page of an archive says what it comes to, and needs nothing else."""

import re

import pytest

from rhomboid.batch.archive import judge_archive
from rhomboid.batch.summary import summarise, write_summary
from tests.batch.scenes import ALONE, clips, nobody


@pytest.fixture(scope="module")
def archive(tmp_path_factory):
    """An archive with three sets, one of nobody, and a file whose name is markup."""
    base = tmp_path_factory.mktemp("summary")
    folder = clips(base / "clips")
    nobody().save(folder / "nobody.npz")
    (folder / "<b>.npz").write_text("no track")
    judge_archive([str(folder)], base / "out", where=ALONE)
    return base / "out"


def test_counts_what_is_there(archive):
    summary = summarise(archive)

    assert (summary.clips, summary.sets, summary.repetitions, summary.failed) == (4, 4, 6, 1)
    assert sum(summary.coverage) == 4
    assert {one.name for one in summary.exercises.values()} == {
        "Seated cable row", "T-raise with a band", "Lat pulldown", "no exercise",
    }  # fmt: skip


def test_the_page_shows_them(archive):
    page = (archive / "summary.html").read_text(encoding="utf-8")

    for said in ("6 complete repetitions in 4 sets.", "Seated cable row", "Wait at the belly",
                 "1 file could not be judged"):  # fmt: skip
        assert said in page


def test_a_name_is_no_markup(archive):
    page = (archive / "summary.html").read_text(encoding="utf-8")

    assert "&lt;b&gt;.npz" in page
    assert "<b>.npz" not in page


def test_the_page_loads_nothing_and_is_both_light_and_dark(archive):
    page = (archive / "summary.html").read_text(encoding="utf-8")

    assert "default-src 'none'" in page
    assert not re.search(r"(src|href)=|url\(|@import|<script", page)
    assert "prefers-color-scheme: dark" in page


def test_an_archive_of_nothing_but_failures_is_a_page_too(tmp_path):
    (tmp_path / "clips").mkdir()
    (tmp_path / "clips" / "broken.npz").write_text("no track")
    judge_archive([str(tmp_path / "clips")], tmp_path / "out", where=ALONE)
    write_summary(tmp_path / "out")

    assert "There is no set." in (tmp_path / "out" / "summary.html").read_text(encoding="utf-8")
