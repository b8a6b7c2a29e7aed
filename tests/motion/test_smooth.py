"""Smoothing takes out jitter, adds no lag, and is the same at once or frame by frame."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rhomboid.motion.smooth import HALF_WIDTH_S, MOST_FRAMES, Smoother, smooth


@pytest.fixture
def noisy():
    """Two columns of noise with gaps, at uneven times."""
    rng = np.random.default_rng(5)
    values = rng.normal(size=(200, 2))
    values[rng.random((200, 2)) < 0.1] = np.nan
    return np.cumsum(rng.uniform(0.01, 0.08, 200)), values


def test_leaves_a_straight_line_where_it_is():
    times = np.arange(30) / 30

    np.testing.assert_allclose(smooth(times, times[:, None])[3:-3], times[3:-3, None])


def test_a_single_wild_frame_leaves_no_trace():
    values = np.zeros((21, 1))
    values[10] = 100

    assert smooth(np.arange(21) / 30, values).max() == 0


def test_calms_noise():
    rng = np.random.default_rng(1)
    values = rng.normal(size=(900, 1))

    assert smooth(np.arange(900) / 30, values).std() < 0.6


def test_fills_no_gap(noisy):
    times, values = noisy

    np.testing.assert_array_equal(np.isnan(smooth(times, values)), np.isnan(values))


@pytest.mark.parametrize("faster", [1, 10, 30, 300, 1e6])
def test_frame_by_frame_gives_the_same_numbers_as_at_once(noisy, faster):
    times, values = noisy[0] / faster, noisy[1]
    smoother, rows = Smoother(), []
    for now, row in zip(times.tolist(), values, strict=True):
        rows += smoother.feed(now, row)
    rows += smoother.flush()

    np.testing.assert_array_equal([t for t, _ in rows], times)
    np.testing.assert_allclose([r for _, r in rows], smooth(times, values), rtol=0, atol=1e-12)


def test_waits_for_no_frame_longer_than_it_must(noisy):
    times, values = noisy
    smoother = Smoother()
    for now, row in zip(times.tolist(), values, strict=True):
        for done, _ in smoother.feed(now, row):
            assert done + HALF_WIDTH_S < now
        assert all(now - waiting <= HALF_WIDTH_S for waiting in smoother._times_s[smoother._next :])


def test_frames_however_close_have_a_say_over_a_few_only():
    times, values = np.arange(1000) * 1e-6, np.zeros((1000, 1))
    values[500:] = 1.0
    smoothed = smooth(times, values)[:, 0]

    assert (smoothed[: 500 - MOST_FRAMES] == 0).all()
    assert (smoothed[500 + MOST_FRAMES :] == 1).all()
    assert 0 < smoothed[501 - MOST_FRAMES] < smoothed[499] < 0.5


def test_frames_however_close_are_not_hoarded():
    smoother = Smoother()
    for n in range(1000):
        smoother.feed(n * 1e-6, np.zeros(1))
        assert len(smoother._times_s) <= 2 * MOST_FRAMES + 4


@given(st.integers(0, 4))
def test_takes_recordings_of_any_length(frames):
    assert smooth(np.arange(frames) / 30, np.ones((frames, 3))).shape == (frames, 3)
