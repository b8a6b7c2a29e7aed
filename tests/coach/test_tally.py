"""A tally holds what the plan may build on: what was seen to be good, and no more."""

import pytest

from rhomboid.catalogue.read import load
from rhomboid.coach.offline import judge_track
from rhomboid.coach.tally import tally_of
from tests.laws.scenes import perform, script


def tallied(exercise, **how):
    """Return the report of a performance, and what it comes to."""
    report = judge_track(perform(script(exercise, **how)).track, load(exercise))
    return report, tally_of(report, load(exercise))


def test_clean_repetitions_are_good_and_their_pauses_kept():
    report, tally = tallied("seated_cable_row", repetitions=4, pause_s=3.8)
    assert tally.good == report.count == 4
    assert tally.pauses_kept == tally.pauses_judged == 4
    assert tally.faults == ()


def test_a_major_fault_makes_a_repetition_no_good_one():
    report, tally = tallied("seated_cable_row", repetitions=4, faults={"rocking_torso": 30.0})
    assert (report.count, tally.good) == (4, 0)
    assert "torso_still" in tally.faults


def test_short_pauses_are_judged_and_not_kept():
    _, tally = tallied("seated_cable_row", repetitions=4, pause_s=1.0)
    assert (tally.pauses_kept, tally.pauses_judged) == (0, 4)


def test_a_pause_too_close_to_call_is_neither_kept_nor_held_against_anybody():
    report, tally = tallied("seated_cable_row", repetitions=4, pause_s=3.0)
    close = [f for rep in report.reps for f in rep.findings
             if f.check == "pause" and f.verdict == "not judged"]  # fmt: skip
    assert close
    assert tally.pauses_judged == 4 - len(close)


def test_the_holds_of_a_stretch_are_told_one_by_one():
    _, tally = tallied("corkscrew", repetitions=2, pause_s=8.0)
    assert tally.holds_s == pytest.approx([8.0, 8.0], abs=0.7)
