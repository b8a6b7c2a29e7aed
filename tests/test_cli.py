"""The command line: one sentence and exit code 2 for what is wrong, words or JSON for the rest."""

import json
import re
import subprocess
import sys
from importlib.resources import files
from pathlib import Path

import numpy as np
import pytest

from rhomboid import PoseTrack
from rhomboid.catalogue.read import names
from tests import films


def rhomboid(*words, **options):
    """Run the command in a process of its own, as a person does."""
    command = [sys.executable, "-c", "from rhomboid.cli import main; main()", *map(str, words)]
    return subprocess.run(command, capture_output=True, text=True, check=False, **options)


@pytest.fixture
def nobody(tmp_path):
    """A track of three seconds in which nobody is."""
    path = tmp_path / "nobody.npz"
    frames = 90
    PoseTrack(
        np.arange(frames) / 30, np.full((frames, 33, 2), np.nan), np.zeros((frames, 33)), (640, 480)
    ).save(path)
    return path


def refused(ran):
    """Return the one sentence a command was refused with."""
    assert ran.returncode == 2
    assert "Traceback" not in ran.stderr
    assert not ran.stdout
    assert len(ran.stderr.strip().splitlines()) == 1
    assert ran.stderr.startswith("rhomboid: ")
    return ran.stderr


def test_help_names_the_commands():
    ran = rhomboid("--help")

    assert ran.returncode == 0
    assert "check" in ran.stdout
    assert "exercises" in ran.stdout


def test_says_its_version():
    assert rhomboid("--version").stdout.startswith("rhomboid 0.")


def test_a_missing_file_is_one_sentence(tmp_path):
    assert "there is no file" in refused(rhomboid("check", tmp_path / "none.mp4"))


def test_a_folder_is_one_sentence(tmp_path):
    assert "is a folder" in refused(rhomboid("check", tmp_path))


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("empty.mp4", b"", "is empty"),
        ("text.mp4", b"I am no video.\n" * 99, "not a video"),
        ("noise.mp4", bytes(range(256)) * 99, "is not a video"),
        ("noise.npz", bytes(range(256)) * 9, "is not a rhomboid track"),
        ("empty.npz", b"", "is not a rhomboid track"),
    ],
)
def test_what_is_no_recording_is_one_sentence(tmp_path, name, content, said):
    path = tmp_path / name
    path.write_bytes(content)

    assert said in refused(rhomboid("check", path))


def test_an_unknown_exercise_is_one_sentence_that_lists_those_there_are(nobody):
    said = refused(rhomboid("check", nobody, "--exercise", "squat"))

    assert "no exercise called 'squat'" in said
    assert "lat_pulldown" in said


def test_an_exercise_may_be_named_as_people_name_it(nobody):
    ran = rhomboid("check", nobody, "--exercise", "Lat Pulldown", "--json")

    assert json.loads(ran.stdout)["exercise"] == "lat_pulldown"


def test_an_exercise_file_with_a_fault_is_said_by_file_and_key(tmp_path, nobody):
    path = tmp_path / "mine.toml"
    path.write_text("format = 1\ntempoo = 3\n")
    ran = rhomboid("check", nobody, "-e", path)

    assert ran.returncode == 2
    assert "mine.toml: tempoo: there is no such key" in ran.stderr
    assert "Traceback" not in ran.stderr


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--model", "huge"], "no model 'huge'"),
        (["--track", "x.txt"], "ends in .npz"),
        (["--video", "x.mp4"], "holds no pictures"),
        (["--stills"], "needs --html"),
        (["--stills", "--html", "x.html"], "holds no pictures"),
        (["--model", "lite"], "holds no pictures"),
        (["--every-frame"], "holds no pictures"),
    ],
)
def test_an_option_that_cannot_be_is_refused_before_any_work(nobody, options, said):
    assert said in refused(rhomboid("check", nobody, *options, cwd=nobody.parent))


@pytest.mark.parametrize(
    ("option", "place", "said"),
    [
        ("--html", "no/such/x.html", "no folder"),
        ("--html", ".", "is a folder"),
        ("--html", "nobody.npz", "the source itself"),
        ("--track", "nobody.npz", "the source itself"),
    ],
)
def test_what_cannot_be_written_is_one_sentence(nobody, option, place, said):
    before = nobody.read_bytes()

    assert said in refused(rhomboid("check", nobody, option, nobody.parent / place))
    assert nobody.read_bytes() == before


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--html", "no/x.html"], "no folder"),
        (["--track", "no/x.npz"], "no folder"),
        (["--video", "no/x.mp4"], "no folder"),
        (["--video", "x.avi"], "must end in .mp4 or .webm"),
        (["--html", "text.mp4"], "is the source itself"),
        (["--video", "text.mp4"], "is the source itself"),
        (["--html", "x.mp4", "--video", "x.mp4"], "would both be"),
        (["-e", "mine.toml", "--html", "mine.toml"], "is the exercise file itself"),
    ],
)
def test_outputs_are_looked_at_before_the_source_is(tmp_path, options, said):
    text = "I am no video, and nobody will see that.\n"
    (tmp_path / "text.mp4").write_text(text)
    (tmp_path / "mine.toml").write_text(text)

    assert said in refused(rhomboid("check", "text.mp4", *options, cwd=tmp_path))
    assert (tmp_path / "text.mp4").read_text() == (tmp_path / "mine.toml").read_text() == text


def test_a_track_may_be_named_in_capitals(nobody):
    ran = rhomboid("check", nobody.rename(nobody.with_name("NOBODY.NPZ")), "--json")

    assert json.loads(ran.stdout)["count"] == 0


@pytest.mark.parametrize("options", [[], ["-e", "lat pulldown"]])
def test_a_recording_of_nobody_counts_nothing_and_says_so(nobody, options):
    ran = rhomboid("check", nobody, *options)
    said = " ".join(ran.stdout.split())

    assert ran.returncode == 0
    assert "I saw nobody" in said or ("I recognise none" in said and not options)


def test_json_is_all_that_is_printed(nobody):
    ran = rhomboid("check", nobody, "--json")

    assert json.loads(ran.stdout)["count"] == 0
    assert not ran.stderr


def shell(line):
    """Run a line of a shell in which RHOMBOID is the command."""
    command = f"{sys.executable} -c 'from rhomboid.cli import main; main()'"
    line = line.replace("RHOMBOID", command)
    return subprocess.run(
        ["bash", "-c", line], capture_output=True, text=True, check=False, timeout=120
    )


@pytest.mark.parametrize("what", ["check {} --json", "check {}", "exercises", "--help"])
def test_a_reader_that_goes_away_is_no_error(nobody, what):
    ran = shell(f"RHOMBOID {what.format(nobody)} | true; exit ${{PIPESTATUS[0]}}")

    assert ran.returncode in {0, 1}
    assert not ran.stderr


needs_full_device = pytest.mark.skipif(
    not Path("/dev/full").exists(), reason="there is no /dev/full"
)


@needs_full_device
@pytest.mark.parametrize(
    "what", ["check {}", "check {} --json", "exercises", "exercises deadlift", "--help"]
)
def test_an_output_that_is_full_is_one_sentence(nobody, what):
    said = refused(shell(f"RHOMBOID {what.format(nobody)} >/dev/full"))

    assert "cannot print: No space left" in said


@needs_full_device
def test_where_nothing_can_be_said_the_code_still_says_it(nobody):
    assert shell(f"RHOMBOID check {nobody} --html / 2>/dev/full").returncode == 2


@pytest.mark.parametrize("closed", ["2>&-", ">&-", "<&- >&- 2>&-"])
def test_closed_streams_are_no_error(nobody, tmp_path, closed):
    page = tmp_path / "page.html"
    ran = shell(f"RHOMBOID check {nobody} --html {page} {closed}")

    assert ran.returncode == 0
    assert not ran.stderr
    assert page.read_text().startswith("<!DOCTYPE html>")


def test_a_refusal_with_nobody_to_hear_it_prints_nothing_else(nobody):
    ran = shell(f"RHOMBOID check {nobody} --model huge 2>&-")

    assert (ran.returncode, ran.stdout) == (2, "")


@pytest.fixture
def own_file(tmp_path):
    """Return a function that writes a lat pulldown with some words changed."""

    def write(*changes):
        text = (files("rhomboid.catalogue") / "exercises" / "lat_pulldown.toml").read_text()
        for pattern, words in changes:
            text, times = re.subn(pattern, words, text, count=1, flags=re.MULTILINE)
            assert times == 1
        path = tmp_path / "mine.toml"
        path.write_text(text)
        return path

    return write


def test_a_valid_exercise_file_is_tried_on_the_drawn_athlete(own_file):
    ran = rhomboid("exercises", "check", own_file())

    assert ran.returncode == 0
    assert "is a valid exercise file." in ran.stdout
    assert "The drawn athlete did 5, 5 were counted." in ran.stdout


def test_a_valid_exercise_file_that_counts_nothing_says_so(own_file):
    ran = rhomboid("exercises", "check", own_file((r"^least( *)= .*", r"least\1= 999.0")))

    assert ran.returncode == 1
    assert "The drawn athlete did 5, 0 were counted." in ran.stdout


def test_a_name_with_markup_is_printed_as_it_is(own_file):
    path = own_file((r"^id( *)= .*", 'id = "my_row"'), (r"^name( *)= .*", 'name = "[/red] row"'))
    ran = rhomboid("exercises", "check", path)

    assert ran.returncode == 0
    assert "[/red] row is a valid exercise file." in ran.stdout
    assert "no movement for 'my_row'" in ran.stdout


def test_a_name_together_with_a_file_is_refused(own_file):
    assert "exercises check" in refused(rhomboid("exercises", "deadlift", own_file()))
    assert "exercises check FILE" in refused(rhomboid("exercises", "check"))


def test_lists_all_exercises():
    said = rhomboid("exercises").stdout

    assert all(name in said for name in names())


@pytest.mark.parametrize("name", names())
def test_shows_each_exercise_in_full(name):
    said = rhomboid("exercises", name).stdout

    for part in ("Set-up", "How to do it", "Stop", "Camera", "What is judged"):
        assert part in said


def test_a_real_video_without_a_person_keeps_its_track(tmp_path):
    film = films.record(tmp_path / "room.mp4")
    kept = tmp_path / "room.npz"
    ran = rhomboid("check", film, "--track", kept, "--html", tmp_path / "room.html")

    assert ran.returncode == 0
    assert len(PoseTrack.load(kept)) > 10
    assert "<html" in (tmp_path / "room.html").read_text()
