"""A planted fault is found by the check that is for it, and good form is not scolded."""

import pytest

import rhomboid
from rhomboid.athlete.faults import FAULTS
from rhomboid.catalogue.read import load, names
from tests.laws.scenes import moved, perform, script

PLANTED = [
    (name, exercise, check, size)
    for name, fault in FAULTS.items()
    for exercise, (check, size) in fault.checks.items()
]
OUT_OF_REACH = {
    ("seated_cable_row", "pull_depth"): "a pull so shallow is no repetition",
    ("inverted_row", "pull_high"): "a pull so shallow is no repetition",
    ("deadlift", "hinge"): "a bend so shallow is no repetition",
}
"""Checks whose fault is held by the count already."""
AROUND_DEG = {"front": 0, "front34": 45, "side": 90, "rear": 180, "foot_end": 0, "foot_end34": 45}


def verdicts(report, check):
    """Return what a check said of every repetition."""
    return [f.verdict for rep in report.reps for f in rep.findings if f.check == check]


def camera_for(exercise, check):
    """Return a camera from which a check can be judged."""
    (views,) = [c.views for c in load(exercise).checks if c.id == check]
    usual = perform(script(exercise, repetitions=1)).truth.view
    if not views or usual in views:
        return None
    return moved(exercise, azimuth_deg=AROUND_DEG[views[0]])


@pytest.mark.parametrize(("fault", "exercise", "check", "size"), PLANTED)
def test_a_planted_fault_is_found_in_every_repetition(fault, exercise, check, size):
    how = {"pause_s": 20.0} if check == "hold" else {}
    planted = script(exercise, repetitions=4, faults={fault: size}, variation=0.02, **how)
    done = perform(planted, camera=camera_for(exercise, check), seed=2)
    assert [rep.verdicts[check] for rep in done.truth.reps] == ["fix"] * 4
    report = rhomboid.check(done.track, exercise)
    assert verdicts(report, check) == ["fix"] * 4
    assert {f.check: f.verdict for f in report.findings}[check] == "fix"


def test_every_check_of_a_repetition_has_a_fault():
    checks = {(name, c.id) for name in names() for c in load(name).checks if c.at != "set"}
    faulted = {(exercise, check) for _, exercise, check, _ in PLANTED}
    assert checks - faulted == OUT_OF_REACH.keys()


def test_a_fault_in_one_repetition_is_found_in_that_one_alone():
    done = perform(script("t_raise", faults={"arms_too_high": 35.0}, faulty=(3,)))
    report = rhomboid.check(done.track, "t_raise")
    assert [i for i, v in enumerate(verdicts(report, "arms_level"), 1) if v == "fix"] == [3]


@pytest.mark.parametrize("exercise", names())
@pytest.mark.parametrize("seed", range(2))
def test_good_form_is_not_scolded(exercise, seed):
    how = {"out_s": 2.2, "back_s": 2.6, "rest_s": 0.6, "variation": 0.02}
    if not load(exercise).rep.hold and exercise != "seated_cable_row":
        how["pause_s"] = 1.2
    elif exercise == "seated_cable_row":
        how["pause_s"] = 3.4
    done = perform(script(exercise, repetitions=10, **how), camera=moved(exercise), seed=seed)
    report = rhomboid.check(done.track, exercise)
    scolded = {f.check for f in report.findings if f.verdict == "fix"}
    assert scolded <= ({"hold"} if load(exercise).rep.hold else set())
