"""The terminal plans and notes as the pages do, in words or as JSON; nonsense is one sentence."""

import json
from datetime import datetime, timedelta

import pytest
from typer.testing import CliRunner

from rhomboid.cli import app
from rhomboid.errors import RhomboidError
from rhomboid.journal.days import Screening
from rhomboid.journal.opening import open_journal
from rhomboid.journal.place import Place
from rhomboid.training.person import Person

FAR = (datetime.now().astimezone() + timedelta(days=29)).date().isoformat()
TODAY = datetime.now().astimezone().date()
GYM = frozenset({"cable_station", "straight_bar", "band", "mat"})


@pytest.fixture
def run(tmp_path, monkeypatch):
    """Run a command on a journal of somebody who trains every day."""
    monkeypatch.delenv("RHOMBOID_DATABASE_URL", raising=False)
    journal = open_journal(Place(tmp_path))
    journal.profile.keep(Person(gear=GYM, days=frozenset(range(7))), TODAY)
    journal.days.screen(Screening(TODAY, {"yes": []}))
    journal.close()

    def command(*words):
        return CliRunner().invoke(app, [*words, "--data", str(tmp_path)])

    return command


def test_today_says_what_to_do_and_why_if_asked(run):
    short, long = run("today"), run("today", "--why")
    assert short.exit_code == 0, short.output
    assert "Seated cable row" in short.output
    assert "Find it" not in short.output
    assert "Find it" in long.output


def test_as_json_it_is_the_plan_itself(run):
    plan = json.loads(run("today", "--json").stdout)
    assert (plan["day"], plan["kind"]) == (TODAY.isoformat(), "loaded")
    assert plan["items"][0]["reasons"][0]["source"]


def test_a_set_noted_by_hand_is_crossed_off(run):
    noted = run("log", "seated_cable_row", "10", "--load", "90lb", "--spare", "3")
    assert noted.stdout == "Noted: Seated cable row, 10 repetitions.\n"
    plan = json.loads(run("today", "--json").stdout)
    row = next(item for item in plan["items"] if item["exercise"] == "seated_cable_row")
    assert len(row["remaining"]) == len(row["targets"]) - 1


def test_days_to_come_and_days_gone_are_shown(run):
    tomorrow = (TODAY + timedelta(days=1)).isoformat()
    assert json.loads(run("plan", "--date", tomorrow, "--json").stdout)["day"] == tomorrow
    run("today")
    assert run("plan", "--date", TODAY.isoformat()).exit_code == 0
    assert run("plan", "--date", "2020-01-01").exit_code == 0


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["plan", "--date", "tomorrow"], "2026-03-01"),
        (["plan", "--date", "2199-01-01"], "ahead"),
        (["plan", "--date", "0001-01-01"], "1900"),
        (["export", "nowhere/w.fit", "--as", "fit-workout", "--day", FAR], "28 days ahead"),
        (["log", "seated_cable_row", "5", "--load", "heavy"], "a load is"),
        (["log", "seated_cable_row", "5", "--load", "9999"], "a load is"),
        (["log", "seated_cable_row", "5", "--load", "angle:45"], "a load as 40 (kg) or 90lb"),
        (["log", "t_raise", "5", "--load", "angle:45"], "t_raise"),
        (["log", "t_raise", "5", "--load", "band:1.5"], "whole number from 1 to 12, got 1.5"),
        (["log", "t_raise", "5", "--load", "band:0"], "from 1 to 12"),
        (["log", "t_raise", "5", "--load", "band:13"], "from 1 to 12"),
        (["log", "corkscrew", "2", "--load", "40"], "takes no load"),
        (["log", "inverted_row", "5", "--load", "40"], "as angle:45, not as 40"),
        (["log", "seated_cable_row", "5", "--side", "up"], "side"),
        (["log", "seated_cable_row", "5", "--note", "x" * 600], "500"),
        (["log", "seated_cable_row", "2000"], "1000"),
    ],
)
def test_nonsense_is_refused_and_nothing_is_noted(run, words, said):
    done = run(*words)
    if isinstance(done.exception, RhomboidError):
        assert said in str(done.exception)
    else:
        assert done.exit_code == 2
        assert said in done.output
    assert json.loads(run("today", "--json").stdout)["items"][0]["remaining"]


def told_by(run, tmp_path, *words, **person):
    """Return what a command says to somebody else, as the terminal gets it."""
    journal = open_journal(Place(tmp_path))
    journal.profile.keep(Person(days=frozenset(range(7)), **person), TODAY)
    journal.close()
    return run(*words)


def test_a_band_is_one_of_those_that_were_named(run, tmp_path):
    many = told_by(run, tmp_path, "log", "t_raise", "5", "--load", "band:20", bands=("red", "blue"))
    assert "a band is a whole number from 1 to 2, got 20" in str(many.exception)
    assert run("log", "t_raise", "5", "--load", "band:2").exit_code == 0
    assert run("log", "pull_up", "5", "--load", "10").exit_code == 0


@pytest.mark.parametrize("name", ["[/red] loop", "[bold]loop", "loop\\", ":red_heart: [link=x]"])
def test_what_a_person_calls_a_band_is_printed_as_it_is(run, tmp_path, name):
    done = told_by(run, tmp_path, "today", "--why", bands=(name,))
    assert done.exit_code == 0, done.exception
    lines = [line for line in done.output.splitlines() if name in line]
    assert lines
    assert any(line.startswith("    ") for line in lines), "a reason says it too"


def test_notes_and_imported_names_are_printed_as_they_are(run, tmp_path):
    file = tmp_path / "sets.csv"
    file.write_text(
        "Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,"
        "Workout Notes,RPE\n2026-03-01 10:00:00,[/red] day,1h,[/red] curl,1,20,8,0,0,,,\n"
    )
    shown = run("import", str(file), "--unit", "kg", "--yes")
    assert "[/red] curl" in shown.output, shown.exception
    assert "[/red] curl" in run("history", "--from", "2026-03-01").output
    assert run("progress", "--time", "all").exit_code == 0
    assert run("log", "t_raise", "5", "--note", "[/red] hard").exit_code == 0
    assert run("history").exit_code == 0


def test_a_set_with_other_gear_than_planned_is_a_set_of_its_own(run):
    assert run("log", "seated_cable_row", "12", "--load", "band:1").exit_code == 0
    (told,) = json.loads(run("history", "--json").stdout)["sets"]
    assert (told["exercise"], told["total"], told["target"]) == ("seated_cable_row", 12, None)
    assert (told["load"]["axis"], told["gear"]) == ("band", "band")
