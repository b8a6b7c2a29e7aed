"""Time goes on, whatever the clock of a file does, and nothing else is changed."""

import numpy as np
import pytest

from rhomboid.pose.clock import Clock


def read(times_s, *, step_s=0.1):
    """Return the times a clock makes of those of a file, and whether it jumped."""
    clock = Clock(step_s)
    return [clock.read(time_s) for time_s in times_s], clock.jumped


@pytest.mark.parametrize(
    ("of_file", "made", "jumped"),
    [
        ([7.0, 7.1, 7.2], [0, 0.1, 0.2], False),
        ([0.0, 0.1, 0.3, 0.2, 0.4], [0, 0.1, 0.3, 0.2, 0.4], False),
        ([5.0, 5.3, 4.4, 5.4], [0, 0.3, -0.6, 0.4], False),
        ([5.0, 5.1, 0.0, 0.1, 0.2], [0, 0.1, 0.2, 0.3, 0.4], True),
        ([5.0, 5.1, 3.0, 3.1, 0.0, 0.1], [0, 0.1, 0.2, 0.3, 0.4, 0.5], True),
        ([5.0, 5.1, 5.2, 2.0, 5.4, 5.5], [0, 0.1, 0.2, 0.3, 0.4, 0.5], True),
        ([None, None, None], [0, 0.1, 0.2], False),
        ([5.0, None, 5.2], [0, 0.1, 0.2], False),
        ([0.0, 0.1, 9.0, 9.1], [0, 0.1, 9.0, 9.1], False),
    ],
    ids=[
        "late", "out of order", "far out of order", "anew", "anew twice", "one wrong", "no times",
        "one without", "a gap",
    ],
)  # fmt: skip
def test_time_goes_on(of_file, made, jumped):
    times_s, has_jumped = read(of_file)

    np.testing.assert_allclose(times_s, made, atol=1e-9)
    assert has_jumped == jumped
