"""Counts, times and findings are measured as the field does."""

import doctest

import pytest

from benchmarks.lab import measures
from benchmarks.lab.examine import Pause, Said
from benchmarks.lab.findings import found, praised, wrong


def said(truth, verdict):
    """Return something that was said of a check."""
    return Said("pause", 1, truth, verdict, (), None)


def test_the_examples_hold():
    assert doctest.testmod(measures).failed == 0


def test_sets_without_repetitions_have_no_mean_error():
    shown = measures.counting([(0, 0), (0, 3), (4, 3)])
    assert (shown.exact, shown.within_one, shown.mae) == (1 / 3, 2 / 3, 0.25)


def test_limits_of_agreement_are_1_96_deviations_wide():
    shown = measures.agreement([0.0, 0.2, 0.4, None])
    assert shown.bias == pytest.approx(0.2)
    assert shown.high - shown.low == pytest.approx(2 * 1.96 * 0.2)


def test_nothing_measured_is_nan_and_no_fault():
    assert measures.counting([]).sets == 0
    assert measures.spread([None]).number == measures.agreement([]).number == 0


def test_findings_close_to_a_threshold_are_scored_nowhere():
    shown = found([said("close", "fix"), said("close", "good"), said("good", "good")])
    assert (shown.good, shown.fix, shown.close) == (1, 0, 2)


def test_precision_and_recall_count_what_was_judged():
    shown = found(
        [said("fix", "fix")] * 3
        + [said("fix", "good"), said("fix", "not judged"), said("good", "fix")]
        + [said("good", "good")] * 4
    )
    assert (shown.good, shown.fix) == (5, 5)
    assert (shown.precision, shown.recall, shown.recall_of_all) == (0.75, 0.75, 0.6)
    assert shown.not_judged == 0.1


def test_faults_in_repetitions_that_were_not_counted_are_missed():
    shown = found([said("fix", "fix"), said("fix", "not counted"), said("good", "not counted")])
    assert (shown.recall, shown.recall_of_all, shown.not_judged) == (1.0, 0.5, 2 / 3)


def test_only_the_opposite_of_the_truth_is_wrong():
    whole = [said("fix", "not judged"), said("close", "fix"), said("good", "fix")]
    assert wrong(whole) == whole[2:]


def test_a_pause_is_praised_wrongly_from_a_tenth_too_short():
    pauses = [
        Pause(3.0, 2.69, "good"),
        Pause(3.0, 2.71, "good"),
        Pause(3.0, 1.0, "fix"),
        Pause(0.5, 0.3, "good"),
    ]
    assert praised(pauses) == (1, 2)
