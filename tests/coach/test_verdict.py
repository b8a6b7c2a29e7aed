"""A set is praised only where nothing in it was faulty, and says why it was not judged."""

from dataclasses import replace

import numpy as np
import pytest

from rhomboid.athlete.performance import perform
from rhomboid.athlete.script import Script
from rhomboid.catalogue.read import load
from rhomboid.coach import words
from rhomboid.coach.checks import finding
from rhomboid.coach.offline import judge_track, run
from rhomboid.coach.verdict import nothing, report
from rhomboid.pose.track import PoseTrack

HIDDEN = words.hidden(["hip"])


def check_of(exercise, name):
    """Return a check of an exercise, and the exercise."""
    spec = load(exercise)
    return next(check for check in spec.checks if check.id == name), spec


def summed(exercise, name, values, *, unseen=HIDDEN, severity=None):
    """Return what a set comes to whose repetitions measured so; None for unseen."""
    check, spec = check_of(exercise, name)
    if severity is not None:
        check = check.model_copy(update={"severity": severity})
        checks = tuple(check if c.id == name else c for c in spec.checks)
        spec = spec.model_copy(update={"checks": checks})
    engine = run(perform(Script(exercise, repetitions=len(values))).track, spec)
    assert len(engine.reps) == len(values)
    for i, (rep, value) in enumerate(zip(engine.reps, values, strict=True)):
        reason, help_ = unseen
        told = finding(check, spec, value, reason=reason, help_=help_, rep=rep.number)
        each = tuple(told if f.check == name else f for f in rep.findings)
        engine.reps[i] = replace(rep, findings=each)
    judged = report(engine, model="drawn", recognised=False)
    return next(f for f in judged.findings if f.check == name), judged


def row(values, **how):
    """Return what the times of the way up come to over a set of lat pulldowns."""
    return summed("lat_pulldown", "slow_return", values, **how)


@pytest.fixture
def slow():
    """The limits of a check, as values: good, between, faulty, and far too much."""
    check, _ = check_of("lat_pulldown", "slow_return")
    low = check.at_least
    assert low is not None
    return {
        "good": low + 0.1,
        "between": low - check.margin / 2,
        "fix": low - 1.1 * check.margin,
        "severe": low - 2.1 * check.margin,
    }


def test_one_small_fault_of_five_is_neither_praised_nor_blamed(slow):
    found, judged = row([slow["good"]] * 4 + [slow["fix"]], severity="minor")

    assert found.verdict == "not judged"
    assert found.reason.startswith("mixed: 1 of 5 repetitions needs work")
    good = next((s for s in judged.sentences if s.startswith("Good")), "")
    assert words.in_sentence(found.title) not in good


def test_one_fault_of_a_major_check_counts(slow):
    assert row([slow["good"]] * 4 + [slow["fix"]], severity="major")[0].verdict == "fix"


@pytest.mark.parametrize("kinds", [["fix", "fix"], ["severe"]])
def test_two_faults_or_a_severe_one_count(slow, kinds):
    values = [slow["good"]] * 4 + [slow[kind] for kind in kinds]

    assert row(values, severity="minor")[0].verdict == "fix"


def test_faults_on_both_sides_of_a_band_are_faults():
    found, _ = summed("seated_cable_row", "pull_to_abdomen", [-2.0, 1.0, -2.0, 1.0])

    assert found.verdict == "fix"


def test_where_too_few_were_seen_it_says_why_and_what_helps(slow):
    found, _ = row([slow["good"], slow["good"], None, None, None])

    assert found.verdict == "not judged"
    assert found.value is None
    assert found.reason == f"{HIDDEN[0]} in 3 of 5 repetitions"
    assert found.cue == HIDDEN[1]


def test_what_lies_between_is_too_close(slow):
    found, _ = row([slow["between"]] * 4 + [slow["good"]])

    assert found.reason.startswith("too close to call")


def test_a_view_that_the_person_has_is_not_advised():
    check, _ = check_of("lat_pulldown", "torso_still")
    assert "side" in check.views
    found, judged = summed(
        "lat_pulldown", "torso_still", [None] * 4, unseen=words.wrong_view(check.views, "rear34")
    )

    assert judged.view == "side"
    assert found.reason
    assert not found.cue


def test_a_recording_of_nobody_says_so():
    nobody = PoseTrack(
        np.arange(90) / 30, np.full((90, 33, 2), np.nan), np.zeros((90, 33)), (640, 480)
    )

    assert judge_track(nobody, load("t_raise")).sentences == (words.nobody_seen(),)
    assert nothing(duration_s=3, model="", seen=False).sentences == (words.nobody_seen(),)
    assert nothing(duration_s=3, model="").sentences == (words.nothing_recognised(),)


def test_somebody_who_does_nothing_is_not_nobody():
    track = perform(Script("t_raise", repetitions=0, lead_in=("fidget",))).track

    assert judge_track(track, load("t_raise")).sentences[0].startswith("No complete repetitions")


def test_a_short_set_is_told_how_many_to_aim_for():
    _, judged = row([2.0, 2.0])

    assert "You did 2; aim for 10 to 12." in judged.sentences
