"""The command line: one sentence and exit code 2 for what is wrong, words or JSON for the rest."""

import json
import subprocess
import sys

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
    ],
)
def test_an_option_that_cannot_be_is_refused_before_any_work(nobody, options, said):
    assert said in refused(rhomboid("check", nobody, *options, cwd=nobody.parent))


def test_what_cannot_be_written_is_one_sentence(nobody):
    said = refused(rhomboid("check", nobody, "--html", nobody.parent / "no" / "such" / "x.html"))

    assert "x.html" in said


def test_a_source_is_never_written_over(nobody):
    before = nobody.read_bytes()

    refused(rhomboid("check", nobody, "--track", nobody))
    assert nobody.read_bytes() == before


def test_a_recording_of_nobody_counts_nothing_and_says_so(nobody):
    ran = rhomboid("check", nobody)

    assert ran.returncode == 0
    assert "I recognise none of the exercises" in " ".join(ran.stdout.split())


def test_json_is_all_that_is_printed(nobody):
    ran = rhomboid("check", nobody, "--json")

    assert json.loads(ran.stdout)["count"] == 0
    assert not ran.stderr


def test_a_reader_that_goes_away_is_no_error(nobody):
    start = f"{sys.executable} -c 'from rhomboid.cli import main; main()'"
    piped = f"{start} check {nobody} | head -c 9"
    ran = subprocess.run(piped, shell=True, capture_output=True, text=True, check=False)

    assert "Traceback" not in ran.stderr


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
