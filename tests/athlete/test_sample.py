"""The sample clips hold what their truth says, from pixels to verdict."""

import json

import numpy as np
import pytest

from rhomboid.session import judge
from tests.conftest import ROOT

SAMPLES = sorted((ROOT / "samples").glob("*.truth.json"))


@pytest.fixture(scope="module", params=SAMPLES, ids=lambda path: path.name.split(".")[0])
def sample(request):
    """Judge one sample clip; return what was found and what is so."""
    clip = request.param.with_name(request.param.name.replace(".truth.json", ".mp4"))
    return judge(clip), json.loads(request.param.read_text(encoding="utf-8"))


def test_there_are_samples():
    assert SAMPLES


def test_the_drawn_person_is_found_in_the_picture(sample):
    judged, _ = sample
    assert np.isfinite(judged.track.image_px[:, 0, 0]).mean() > 0.95
    assert judged.report.coverage > 0.95


def test_the_exercise_is_recognised_and_counted(sample):
    judged, truth = sample
    assert judged.report.exercise == truth["exercise"]
    assert judged.report.view == truth["view"]
    assert judged.report.count == len(truth["reps"])


def test_turns_and_pauses_are_timed(sample):
    judged, truth = sample
    for rep, true in zip(judged.report.reps, truth["reps"], strict=True):
        assert rep.turn_s == pytest.approx(true["turn_s"], abs=0.15)
        assert rep.pause_s == pytest.approx(true["left_s"] - true["reached_s"], abs=0.4)


def test_the_planted_fault_is_found_where_it_was_planted(sample):
    judged, truth = sample
    for check in truth["faults"]:
        found = [
            [f.verdict for f in rep.findings if f.check == check] == ["fix"]
            for rep in judged.report.reps
        ]
        assert found == [check in rep["faults"] for rep in truth["reps"]]
