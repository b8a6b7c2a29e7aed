"""The page of exercises says what the files say."""

import pytest

from rhomboid.catalogue.read import load, names
from rhomboid.catalogue.signals import Angle, Height
from tools import exercise_page

SPECS = exercise_page.in_order(load(name) for name in names())
PAGE = exercise_page.render(SPECS)


def test_is_fresh():
    assert exercise_page.main(["--check"]) == 0


def test_a_stale_page_is_noticed_and_writing_it_anew_helps(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(exercise_page, "PAGE", tmp_path / "exercises.md")

    assert exercise_page.main(["--check"]) == 1
    assert "exercises.md is stale" in capsys.readouterr().err
    assert exercise_page.main([]) == 0
    assert exercise_page.main(["--check"]) == 0


def test_a_line_of_the_article_without_a_place_is_noticed(monkeypatch, capsys):
    monkeypatch.setitem(exercise_page.ARTICLE, "R99", "Row on the moon.")

    assert exercise_page.main(["--check"]) == 1
    assert "R99 of the article has no place in any exercise" in capsys.readouterr().err


def test_a_line_no_check_judges_needs_a_reason(monkeypatch):
    monkeypatch.delitem(exercise_page.UNSEEN, "D4")

    assert exercise_page.holes(SPECS) == ["D4 of the article has no check, and no reason for that"]


def test_the_six_come_first_in_the_order_of_the_article():
    ids = [spec.id for spec in SPECS]

    assert ids[:3] == ["seated_cable_row", "t_raise", "lat_pulldown"]
    assert ids[3:6] == ["deadlift", "inverted_row", "corkscrew"]
    assert ids[6:] == ["front_raise", "pull_up", "rope_pushdown"]


@pytest.mark.parametrize("spec", SPECS, ids=lambda spec: spec.id)
def test_every_check_stands_there_with_all_its_numbers(spec):
    for check in spec.checks:
        (row,) = [
            line
            for line in PAGE[PAGE.index(f"\n`{spec.id}` ") :].splitlines()
            if f"(`{check.id}`, {check.severity})" in line and check.title in line
        ][:1]
        assert all(f"| {n:g} |" in row for n in (check.margin, check.uncertainty))
        assert all(text in row for text in (check.say, check.source, " ".join(check.article)))


@pytest.mark.parametrize("line", exercise_page.ARTICLE)
def test_every_line_of_the_article_stands_in_the_table(line):
    (row,) = [row for row in PAGE.splitlines() if row.startswith(f"| {line} |")]

    assert "nowhere" not in row


def test_promises_no_routine_yet():
    assert "| W2 |" in PAGE
    assert "Planned: the daily routine is not there yet." in PAGE


def test_signals_are_said_in_words():
    high = Height.model_validate(
        {"is": "height", "of": "elbow", "above": "shoulder", "sides": "max"}
    )
    bend = Angle.model_validate({"is": "angle", "at": ["hip", "knee", "ankle"], "in": "world"})

    assert exercise_page.signal_words(high) == (
        "height of the elbow over the shoulder, the larger of the two sides"
    )
    assert exercise_page.signal_words(bend) == "angle hip–knee–ankle (in space)"
