"""A sentence about a chart says what its values did, and nothing else."""

import re
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from rhomboid.progress.trend import length, trend

START = date(2026, 1, 5)
rows = st.lists(st.integers(0, 400), min_size=1, max_size=60)


def told(values):
    """Return the sentence for values a week apart, and the numbers in it before the time."""
    weeks = [(START + timedelta(weeks=n), float(v)) for n, v in enumerate(values)]
    said = trend("It", weeks, lambda kg: f"{kg:g} kg")
    return said, [float(n) for n in re.findall(r"([\d.]+) kg", said)]


@given(rows)
def test_a_sentence_names_the_first_and_the_last(values):
    said, numbers = told(values)
    if values[0] != values[-1]:
        assert "went from" in said
        assert numbers == [values[0], values[-1]]
    else:
        assert numbers[0] == values[-1]


@given(rows)
def test_to_stay_is_never_to_have_moved(values):
    said, numbers = told(values)
    if "stayed" in said:
        assert set(values) == {values[0]}
        assert len(values) > 1
    if "between" in said:
        assert numbers == [values[-1], min(values), max(values)]
        assert min(values) < max(values)


@given(rows)
def test_the_time_is_from_the_first_to_the_last(values):
    said, _ = told(values)
    last = START + timedelta(weeks=len(values) - 1)
    assert length(START, last) in said or len(values) == 1


def test_one_value_is_no_trend():
    assert told([40]) == ("It: 40 kg, in one week so far.", [40.0])


@given(st.integers(7, 20_000))
def test_a_length_of_time_is_right_to_a_tenth(days):
    said = length(START, START + timedelta(days=days))
    number, unit = said.split()
    times = {"week": 7, "months": 365.25 / 12, "years": 365.25}[unit.replace("weeks", "week")]
    assert abs(float(number) * times - days) <= max(3.5, times / 2)
