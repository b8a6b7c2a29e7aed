"""A planted fault is found by the check that is for it, and good form is not scolded."""

import pytest

import rhomboid
from rhomboid.athlete.faults import FAULTS
from rhomboid.catalogue.read import load, names
from tests.laws.scenes import moved, perform, script

SIZES = {
    "short_pause": 1.5,
    "rocking_torso": 22.0,
    "arms_too_high": 32.0,
    "one_arm_lazy": 0.35,
    "sagging_line": 42.0,
    "elbow_short_of_ceiling": 0.5,
    "fast_return": 0.75,
}
PLANTED = [(name, exercise) for name in SIZES for exercise in FAULTS[name].checks]


def verdicts(report, check):
    """Return what a check said of every repetition."""
    return [f.verdict for rep in report.reps for f in rep.findings if f.check == check]


@pytest.mark.parametrize(("fault", "exercise"), PLANTED)
def test_a_planted_fault_is_found_in_every_repetition(fault, exercise):
    done = perform(script(exercise, repetitions=4, faults={fault: SIZES[fault]}), seed=2)
    (check,) = done.truth.faults
    report = rhomboid.check(done.track, exercise)
    assert verdicts(report, check) == ["fix"] * 4
    assert {f.check: f.verdict for f in report.findings}[check] == "fix"


def test_a_fault_in_one_repetition_is_found_in_that_one_alone():
    done = perform(script("t_raise", faults={"arms_too_high": 32.0}, faulty=(3,)))
    report = rhomboid.check(done.track, "t_raise")
    assert [i for i, v in enumerate(verdicts(report, "arms_level"), 1) if v == "fix"] == [3]


def test_every_check_that_a_fault_names_exists():
    for fault in FAULTS.values():
        for exercise, check in fault.checks.items():
            assert check in {c.id for c in load(exercise).checks}


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
