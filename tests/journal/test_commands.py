"""The commands of the journal say what they did, and what is wrong in one sentence."""

import json
import os
import subprocess
import sys
from dataclasses import replace
from uuid import UUID

import pytest

from rhomboid.journal.opening import open_journal
from rhomboid.records import Versions
from tests.journal.scenes import SET, drawn


@pytest.fixture
def rhomboid(tmp_path):
    """Return the command line, with a home of its own."""

    def run(*arguments, url="", answer=None):
        environment = {
            **os.environ, "RHOMBOID_HOME": str(tmp_path), "RHOMBOID_DATABASE_URL": url,
        }  # fmt: skip
        return subprocess.run(
            [sys.executable, "-c", "from rhomboid.cli import main; main()", *arguments],
            capture_output=True, text=True, check=False, env=environment, input=answer,
        )  # fmt: skip

    return run


@pytest.fixture
def kept(tmp_path):
    """A set in that home."""
    journal = open_journal(tmp_path)
    journal.sets.keep(SET, *drawn())
    journal.close()


def test_there_and_back_and_gone(rhomboid, kept, tmp_path):
    file = str(tmp_path / "b.zip")
    assert rhomboid("backup", file).stdout == f"{file} holds 1 sets, 1 of them with joints.\n"
    refused = rhomboid("restore", file)
    assert (refused.returncode, refused.stdout) == (2, "")
    assert "with --replace it gives way" in refused.stderr

    erased = rhomboid("erase", "--yes").stdout
    assert erased.startswith("Erased: 1 sets, the joints of 1,")
    back = rhomboid("restore", file, "--json")
    assert json.loads(back.stdout)["rows"]["sets"] == 1
    gone = json.loads(rhomboid("erase", "--yes", "--json").stdout)
    assert (gone["sets"], gone["trouble"]) == (1, "")
    assert json.loads(rhomboid("backup", file, "--json").stdout)["rows"]["sets"] == 0


def test_nothing_is_erased_without_being_asked_for(rhomboid, kept, tmp_path):
    asked = rhomboid("erase", answer="")
    assert asked.returncode == 2
    assert asked.stderr == "rhomboid: nothing was erased; with --yes it is done without asking\n"
    journal = open_journal(tmp_path)
    assert journal.sets.count() == 1
    journal.close()


@pytest.mark.parametrize("command", [["backup", "x.zip"], ["serve"]])
def test_a_journal_that_does_not_open_is_one_sentence(rhomboid, tmp_path, command):
    (tmp_path / "journal.sqlite3").write_text("garbage" * 999)
    ran = rhomboid(*command)
    assert (ran.returncode, ran.stdout) == (2, "")
    assert ran.stderr.startswith("rhomboid: the journal ")
    assert ran.stderr.count("\n") == 1
    assert "Traceback" not in ran.stderr


def test_a_server_that_is_gone_is_one_sentence(rhomboid):
    ran = rhomboid("backup", "x.zip", url="postgresql://me:secret@127.0.0.1:9/x")
    assert ran.returncode == 2
    assert "is not answering" in ran.stderr
    assert "secret" not in ran.stderr


def test_a_damaged_journal_can_be_erased(rhomboid, tmp_path):
    (tmp_path / "journal.sqlite3").write_text("garbage" * 999)
    assert rhomboid("erase", "--yes").returncode == 0
    assert not (tmp_path / "journal.sqlite3").exists()


def test_judging_a_video_knows_nothing_of_databases():
    code = "import sys, rhomboid.session; print('sqlalchemy' in sys.modules)"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout == "False\n"


def test_what_older_rules_judged_is_judged_again_and_what_moved_is_said(rhomboid, tmp_path):
    joints, report = drawn()
    versions = Versions("0.0.1", "full", "t_raise-00000000")
    journal = open_journal(tmp_path)
    older = replace(report, versions=versions, reps=report.reps[:2])
    journal.sets.keep(replace(SET, exercise="t_raise"), joints, older)
    gone = replace(SET, id=str(UUID(int=9)), exercise="gone")
    journal.sets.keep(gone, joints, None)
    journal.close()

    first = rhomboid("rejudge").stdout.splitlines()
    assert first[0] == "Judged again: 1. Moved: 1. Counts and plans stay as they were."
    assert first[1] == "2026-03-01 08:30 t_raise: The count was 2, and is now 3."
    assert first[2].startswith(f"Not judged: {gone.id}: ")
    again = json.loads(rhomboid("rejudge", "--json").stdout)
    assert (again["judged"], again["moved"], set(again["failed"])) == (0, {}, {gone.id})


def test_a_journal_of_today_has_nothing_to_judge_again(rhomboid, kept):
    assert rhomboid("rejudge").stdout == "Every set was judged by today's rules already.\n"
