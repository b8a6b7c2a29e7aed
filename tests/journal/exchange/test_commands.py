"""The commands show before they keep, say what they did, and refuse in one sentence."""

import json
import os
import subprocess
import sys
from types import SimpleNamespace

import pytest
from typer.testing import CliRunner

from rhomboid.cli import app
from rhomboid.errors import RhomboidError
from rhomboid.journal.opening import open_journal
from tests.journal.exchange import files


@pytest.fixture
def rhomboid(tmp_path):
    """Return the command line within this process, with a home of its own."""
    environment = {"RHOMBOID_HOME": str(tmp_path / "home"), "RHOMBOID_DATABASE_URL": ""}

    def run(*arguments):
        ran = CliRunner().invoke(app, list(map(str, arguments)), env=environment)
        assert ran.exception is None or isinstance(ran.exception, RhomboidError | SystemExit)
        refused = isinstance(ran.exception, RhomboidError)
        said = f"rhomboid: {ran.exception}\n" if refused else ran.stderr
        return SimpleNamespace(
            stdout=ran.stdout, stderr=said, returncode=2 if refused else ran.exit_code
        )

    return run


@pytest.fixture
def process(tmp_path):
    """Return the command line as a process of its own, in the same home."""

    def run(*arguments):
        environment = {**os.environ, "RHOMBOID_HOME": str(tmp_path / "home"), "TZ": "UTC"}
        return subprocess.run(
            [sys.executable, "-c", "from rhomboid.cli import main; main()", *map(str, arguments)],
            capture_output=True, text=True, check=False, env=environment, input="",
        )  # fmt: skip

    return run


@pytest.fixture
def hevy(tmp_path):
    """A file of Hevy."""
    path = tmp_path / "hevy.csv"
    path.write_text(files.HEVY)
    return path


def sets_in(tmp_path):
    """Return how many sets there are."""
    journal = open_journal(tmp_path / "home")
    try:
        return journal.sets.count()
    finally:
        journal.close()


def test_a_file_is_shown_and_only_kept_when_that_is_meant(rhomboid, process, hevy, tmp_path):
    shown = process("import", hevy)
    assert shown.returncode == 2
    assert shown.stdout.startswith("Hevy: 6 sets, 2025-03-28 to 2025-03-28.\n  new: 6,")
    assert "Lat Pulldown (Cable) (3) is lat_pulldown" in shown.stdout
    assert "Plank (1)" in shown.stdout
    assert shown.stderr == (
        "rhomboid: nothing was imported; with --yes it is done without asking\n"
    )
    assert sets_in(tmp_path) == 0
    assert json.loads(rhomboid("import", hevy, "--json").stdout)["kept"] is None


def test_there_and_there_already_and_back_again(rhomboid, hevy, tmp_path):
    kept = rhomboid("import", hevy, "--yes", "--map", "Running=skip", "--zone", "Europe/Berlin")
    assert (kept.returncode, kept.stderr) == (0, "")
    batch = kept.stdout.split()[-1]
    assert f"5 sets are kept. rhomboid import --undo {batch}" in kept.stdout
    again = json.loads(rhomboid("import", hevy, "--yes", "--json").stdout)
    assert (again["new"], again["there"], again["kept"]) == (1, 5, 1)
    assert rhomboid("import", "--list").stdout.startswith(f"{batch}: 6 sets of 2025-03-28 to")

    exported = tmp_path / "all.json"
    assert rhomboid("export", exported).stdout == f"{exported} holds 6 sets.\n"
    assert rhomboid("import", "--undo", batch).stdout == "6 sets are gone.\n"
    assert json.loads(rhomboid("import", "--list", "--json").stdout) == []
    back = json.loads(rhomboid("import", exported, "--yes", "--json").stdout)
    assert (back["app"], back["kept"]) == ("rhomboid", 6)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["import"], "name one file, or --undo BATCH, or --list"),
        (["import", "nothing.csv"], "cannot read nothing.csv: it is no ordinary file"),
        (["import", "--undo", "x"], "there is no import 'x'"),
        (["import", "HEVY", "--unit", "stone"], "--unit is kg or lb, got 'stone'"),
        (["import", "HEVY", "--map", "Plank"], "--map is written as"),
        (["import", "HEVY", "--map", "Plank=x"], "there is no exercise 'x' to map to"),
        (["import", "HEVY", "--zone", "Mars/North"], "there is no zone called 'Mars/North'"),
        (["import", "STRONG", "--yes"], "does not say whether its weights are kg or lb: add"),
        (["export", "sets.xyz"], "sets.xyz does not say its format: add --as"),
        (["export", "sets.fit"], "there is no set to write"),
        (["export", "sets.csv", "--from", "soon"], "a day is written as 2026-03-01"),
        (["export", "no/such/folder.csv"], "there is no folder"),
        (["export", "a.ics", "--begins", "noon"], "a time is written as 18:00"),
    ],
)
def test_what_cannot_be_done_is_one_sentence(rhomboid, hevy, tmp_path, arguments, said):
    strong = tmp_path / "strong.csv"
    strong.write_text(files.STRONG_IOS)
    named = {"HEVY": hevy, "STRONG": strong}
    ran = rhomboid(*(named.get(one, one) for one in arguments))
    assert ran.returncode == 2
    assert said in ran.stderr
    assert ran.stderr.startswith("rhomboid: ")
    assert ran.stderr.count("\n") == 1
    assert sets_in(tmp_path) == 0


def test_every_format_is_written(rhomboid, hevy, tmp_path):
    rhomboid("import", hevy, "--yes")
    for name, extra, begins in [
        ("a.csv", [], b"date,name,"),
        ("a.parquet", [], b"PAR1"),
        ("a.fit", ["--day", "2025-03-28"], b"\x0e\x20"),
        ("h.json", ["--as", "health-connect"], b'{\n "format": "rhomboid-health-connect"'),
        ("a.ics", ["--begins", "07:30"], b"BEGIN:VCALENDAR\r\n"),
        ("w.fit", ["--as", "fit-workout"], b"\x0e\x20"),
    ]:
        ran = rhomboid("export", tmp_path / name, "--json", *extra)
        assert (ran.returncode, ran.stderr) == (0, ""), name
        assert json.loads(ran.stdout)["file"] == str(tmp_path / name)
        assert (tmp_path / name).read_bytes().startswith(begins)


def test_a_million_rows_are_refused_and_nothing_is_kept(rhomboid, tmp_path):
    path = tmp_path / "many.csv"
    header, row = files.STRONG_SHORT.split("\n")[:2]
    path.write_text(header + "\n" + (row[:50] + ",1,1,1,1,1,1\n") * 1_000_000)
    ran = rhomboid("import", path, "--yes", "--unit", "kg")
    assert ran.returncode == 2
    assert "more than 200000 rows" in ran.stderr or "larger than 64 MB" in ran.stderr
    assert sets_in(tmp_path) == 0
