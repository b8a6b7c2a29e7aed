"""Every rendered sample: the exact count, each planted fault found, and good form not scolded.

Nobody was filmed, so what happened is known: ``samples/NAME.truth.json`` says it.
A fault may also be left unjudged, if it says why.
"""

import json
from functools import cache
from pathlib import Path

import pytest

from rhomboid.session import check
from tests.watched import track_of

SAMPLES = Path(__file__).parents[1] / "samples"


def read(path):
    """Return the truth that belongs to a clip."""
    return json.loads(path.with_suffix(".truth.json").read_text(encoding="utf-8"))


def is_rendered(path):
    """Tell whether a clip shows a rendered body."""
    return path.with_suffix(".truth.json").exists() and "body" in read(path)


CLIPS = [path for path in sorted(SAMPLES.glob("*.mp4")) if is_rendered(path)]
CLEAN = [path for path in CLIPS if not read(path)["planted"]]
FAULTY = [path for path in CLIPS if read(path)["planted"]]


def stem(path):
    """Name a test after its clip."""
    return path.stem


@cache
def report_of(path):
    """Return what is said of a clip whose exercise is named."""
    return check(track_of(path), read(path)["exercise"])


def test_every_exercise_of_the_article_is_there_done_well_and_with_a_fault():
    for clips in (CLEAN, FAULTY):
        assert {read(path)["exercise"] for path in clips} == {
            "corkscrew",
            "deadlift",
            "inverted_row",
            "lat_pulldown",
            "seated_cable_row",
            "t_raise",
        }


@pytest.mark.parametrize("path", CLIPS, ids=stem)
def test_counts_a_named_exercise(path):
    assert report_of(path).count == len(read(path)["reps"])


@pytest.mark.parametrize("path", CLIPS, ids=stem)
def test_recognises_and_counts_what_was_not_named(path):
    report = check(track_of(path))

    assert report.exercise == read(path)["exercise"]
    assert report.count == len(read(path)["reps"])


@pytest.mark.parametrize("path", CLEAN, ids=stem)
def test_does_not_scold_good_form(path):
    scolded = [
        (rep.number, finding.check, finding.value)
        for rep in report_of(path).reps
        for finding in rep.findings
        if finding.verdict == "fix"
    ]

    assert scolded == []


@pytest.mark.parametrize("path", FAULTY, ids=stem)
def test_finds_each_planted_fault_or_says_why_not(path):
    pairs = zip(report_of(path).reps, read(path)["reps"], strict=True)
    for rep, true in pairs:
        for name in true["faults"]:
            found = next(finding for finding in rep.findings if finding.check == name)
            assert found.verdict == "fix" or (found.verdict == "not judged" and found.reason)


@pytest.mark.parametrize("path", FAULTY, ids=stem)
def test_a_planted_fault_is_one_in_truth(path):
    assert read(path)["faults"]
