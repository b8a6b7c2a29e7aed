"""A number is written so that it can be read, and never as NaN."""

import math
from dataclasses import replace

import pytest

from rhomboid.report.quantity import amount, clock, limit, measured, ranges, seconds


@pytest.mark.parametrize(
    ("time_s", "text"),
    [(0, "0:00.0"), (9.96, "0:10.0"), (59.94, "0:59.9"), (59.95, "1:00.0"), (3725.5, "62:05.5")],
)
def test_a_moment_is_minutes_and_seconds(time_s, text):
    assert clock(time_s) == text


@pytest.mark.parametrize("unknown", [math.nan, math.inf])
def test_what_is_unknown_is_a_dash(unknown):
    assert clock(unknown) == seconds(unknown) == seconds(None) == "–"


def test_nothing_is_minus_nought():
    assert seconds(-0.01) == "0.0"
    assert amount(-0.2, "deg") == "0°"


def test_limits_are_words(good):
    both, none = good.findings[2], replace(good.findings[0], good_from=None)

    assert [limit(f) for f in good.findings[:2]] == ["at least 3.0 s", "at most 15°"]
    assert limit(both) == "0.90 to 1.40 shoulder widths"
    assert limit(none) == "no limit"


def test_what_was_not_measured_is_left_out(good):
    pause = good.findings[0]

    assert measured(good.findings[2]) == ""
    assert measured(replace(pause, value=math.nan)) == ""
    assert measured(replace(pause, uncertainty=None)) == "3.2 s"
    assert measured(pause) == "3.2 ± 0.2 s"


def test_a_unit_nobody_thought_of_is_shown_as_it_is():
    assert amount(1.5, "kg") == "1.50 kg"


def test_neighbours_are_drawn_together():
    assert ranges([5, 1, 2, 3, 7, 8]) == "1–3, 5, 7, 8"
