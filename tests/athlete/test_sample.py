"""The sample clips hold what their truth says, from pixels to verdict."""

import json
from functools import cache

import numpy as np
import pytest

from rhomboid.session import judge
from tests.conftest import ROOT

SAMPLES = ["seated_cable_row", "t_raise"]

each_sample = pytest.mark.parametrize("name", SAMPLES)


@cache
def judged(name):
    """Judge a sample clip."""
    return judge(ROOT / "samples" / f"{name}.mp4")


def truth(name):
    """Return what is so."""
    path = ROOT / "samples" / f"{name}.truth.json"
    return json.loads(path.read_text(encoding="utf-8"))


def test_every_drawn_sample_is_looked_at():
    names = sorted(path.stem for path in (ROOT / "samples").glob("*.mp4"))
    assert [name for name in names if "body" not in truth(name)] == SAMPLES


@each_sample
def test_the_drawn_person_is_found_in_the_picture(name):
    assert np.isfinite(judged(name).track.image_px[:, 0, 0]).mean() > 0.95
    assert judged(name).report.coverage > 0.95


@each_sample
def test_the_exercise_is_recognised_and_counted(name):
    report = judged(name).report
    assert (report.exercise, report.view) == (name, truth(name)["view"])
    assert report.count == len(truth(name)["reps"])
    assert report.attempts == ()


@each_sample
def test_turns_are_timed(name):
    for rep, true in zip(judged(name).report.reps, truth(name)["reps"], strict=True):
        assert rep.turn_s == pytest.approx(true["turn_s"], abs=0.15)


@each_sample
def test_pauses_are_timed(name):
    for rep, true in zip(judged(name).report.reps, truth(name)["reps"], strict=True):
        assert rep.pause_s == pytest.approx(true["left_s"] - true["reached_s"], abs=0.3)


@each_sample
def test_the_planted_fault_is_found_where_it_was_planted(name):
    for check in truth(name)["faults"]:
        found = [
            [f.verdict for f in rep.findings if f.check == check] == ["fix"]
            for rep in judged(name).report.reps
        ]
        assert found == [check in rep["faults"] for rep in truth(name)["reps"]]
