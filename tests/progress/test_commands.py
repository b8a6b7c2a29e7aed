"""`rhomboid history` and `rhomboid progress` say what was done, in words and as JSON."""

import json

import pytest

from rhomboid.cli import history as commands
from rhomboid.cli.history import history, progress
from rhomboid.errors import RhomboidError
from tests.web.history import TODAY


@pytest.fixture
def home(furnished, monkeypatch):
    """The folder of that journal, on its last day."""
    monkeypatch.setattr(commands, "today", lambda: TODAY)
    monkeypatch.delenv("RHOMBOID_DATABASE_URL", raising=False)
    monkeypatch.setenv("COLUMNS", "100")
    return furnished.folder


def test_the_last_days_are_told_in_words(home, capsys):
    history(days=1, data=home)
    said = capsys.readouterr().out
    assert "20 Nov 2026" in said
    assert "Lat pulldown" in said
    assert "40.5 kg" not in said
    assert "41 kg" in said
    assert said.count("camera") == 5


def test_days_are_told_as_json(home, capsys):
    history(first="2026-11-16", last="2026-11-16", data=home, as_json=True)
    told = json.loads(capsys.readouterr().out)
    assert (told["from"], told["to"], len(told["sets"])) == ("2026-11-16", "2026-11-16", 5)
    assert told["sets"][0]["started_at"] == "2026-11-16T18:00:00+00:00"
    assert told["sets"][0]["total"] == 9


def test_an_empty_time_says_what_to_do(home, capsys):
    history(first="2020-01-01", last="2020-02-01", data=home)
    assert "No set was done" in capsys.readouterr().out.replace("\n", " ")
    progress("front_raise", data=home)
    assert "There is nothing to show" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({"first": "yesterday"}, "a day is written as 2026-03-01, got 'yesterday'"),
        ({"first": "2026-02-01", "last": "2026-01-01"}, "is after the last"),
        ({"first": "2026-02-01", "days": 3}, "either --days or --from"),
    ],
)
def test_what_makes_no_sense_is_one_sentence(home, options, said):
    with pytest.raises(RhomboidError, match=said):
        history(data=home, **options)


def test_progress_is_told_in_sentences(home, capsys):
    progress("Seated cable row", data=home)
    said = " ".join(capsys.readouterr().out.split())
    assert "went from 30 kg to 37.5 kg in 12 weeks." in said
    assert "Trunk movement" in said
    progress(data=home)
    said = " ".join(capsys.readouterr().out.split())
    assert "Upper back 11 (10 or more)" in said
    assert "Days trained: You trained on" in said


def test_progress_is_told_as_json(home, capsys):
    progress("seated_cable_row", data=home, time="all", as_json=True)
    told = json.loads(capsys.readouterr().out)
    assert told["measures"][0]["id"] == "load"
    assert told["measures"][0]["points"][-1]["value"] == 37.5
    progress(data=home, as_json=True)
    told = json.loads(capsys.readouterr().out)
    assert {one["muscle"]: one["week"] for one in told["muscles"]}["upper_back"] == 11
    assert told["adherence"]["planned"] == told["adherence"]["kept"] == 13


def test_what_is_not_known_is_one_sentence(home):
    with pytest.raises(RhomboidError, match="no exercise called 'squat'; there are: corkscrew"):
        progress("squat", data=home)
    with pytest.raises(RhomboidError, match="no time 'ever'; there are: 12w, year, all"):
        progress(time="ever", data=home)
