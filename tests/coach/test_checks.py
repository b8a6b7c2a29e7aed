"""A value is good inside its limits, faulty beyond the margin, and not judged in between."""

import numpy as np
import pytest

from rhomboid.catalogue.rules import Check
from rhomboid.coach.checks import excess, weigh
from rhomboid.coach.columns import Stretch


def check(**limits):
    """Make a check with a margin of 5."""
    return Check(
        id="x", title="x", at="rep", measure="seconds", margin=5, uncertainty=0.1, say="x",
        source="house", **limits,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("value", "verdict"),
    [(-99, "good"), (10, "good"), (10.1, "not judged"), (14.9, "not judged"), (15, "fix")],
)
def test_weighs_an_upper_limit(value, verdict):
    assert weigh(check(at_most=10), value) == verdict


@pytest.mark.parametrize(
    ("value", "verdict"),
    [(99, "good"), (3, "good"), (2.9, "not judged"), (-2, "fix")],
)
def test_weighs_a_lower_limit(value, verdict):
    assert weigh(check(at_least=3), value) == verdict


def test_knows_how_far_a_value_is_outside_a_band():
    band = check(at_least=2, at_most=4)

    assert [excess(band, v) for v in (0, 2, 3, 4, 7)] == [2, 0, -1, 0, 3]


def test_a_stretch_gives_the_nearest_row_where_a_window_holds_none():
    rows = Stretch(np.array([0.0, 1.0]), np.array([[5.0], [7.0]]), np.ones((2, 1)))

    assert rows.between(0.4, 0.5).values.tolist() == [[5.0]]
    assert rows.between(2, 3).values.tolist() == [[7.0]]
    assert rows.between(0, 1).values.tolist() == [[5.0], [7.0]]
