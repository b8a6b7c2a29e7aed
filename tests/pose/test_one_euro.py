"""The filter holds still what is still, follows what moves, and never overshoots a step."""

import numpy as np
import pytest

from rhomboid.pose.one_euro import OneEuro


def run(values, *, rate_hz=30.0, **how):
    """Filter a signal of even steps."""
    smooth = OneEuro(**{"min_cutoff_hz": 0.5, "beta": 1.0, **how})
    return np.array([smooth(np.array([v]), i / rate_hz)[0] for i, v in enumerate(values)])


def test_the_first_value_passes():
    assert run([7.0])[0] == 7


def test_a_constant_stays_constant():
    np.testing.assert_allclose(run([3.0] * 20), 3)


def test_noise_at_rest_is_damped():
    noise = np.random.default_rng(0).normal(0, 0.01, 300)
    assert run(noise).std() < 0.4 * noise.std()


def test_a_step_is_reached_without_overshoot():
    out = run([0.0] * 10 + [1.0] * 90)
    assert out.max() <= 1
    assert out[-1] == pytest.approx(1, abs=0.02)
    assert (np.diff(out[10:]) >= 0).all()


def test_a_greater_beta_lags_less():
    ramp = np.arange(60) / 30
    lag = [np.abs(run(ramp, beta=beta) - ramp)[-1] for beta in (0.0, 1.0, 10.0)]
    assert lag[0] > 2 * lag[1] > 4 * lag[2]


def test_the_share_taken_is_that_of_a_first_order_filter():
    out = run([0.0, 1.0], beta=0.0, min_cutoff_hz=2.0)
    step = 2 * np.pi * 2.0 / 30
    assert out[1] == pytest.approx(step / (1 + step))


def test_time_that_does_not_advance_changes_nothing():
    smooth = OneEuro(min_cutoff_hz=1, beta=0)
    smooth(np.array([0.0]), 1.0)
    assert smooth(np.array([9.0]), 1.0)[0] == 9
    assert smooth(np.array([0.0]), 1.1)[0] == 0


def test_after_a_reset_the_next_value_passes():
    smooth = OneEuro(min_cutoff_hz=0.1, beta=0)
    smooth(np.array([0.0]), 0.0)
    smooth.reset()
    assert smooth(np.array([5.0]), 0.1)[0] == 5
