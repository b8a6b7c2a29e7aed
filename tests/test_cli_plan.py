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
        (["log", "seated_cable_row", "5", "--load", "heavy"], "a load is"),
        (["log", "seated_cable_row", "5", "--load", "9999"], "a load is"),
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
