"""A crop is plain bilinear sampling of a square, wherever the square lies."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rhomboid.pose.warp import Region, crop


def picture_of_noise(width=90, height=70):
    """Draw a picture that hides no mistake, smooth enough that places matter little."""
    y, x = np.mgrid[:height, :width]
    waves = [np.sin(x / a + y / b) for a, b in ((5, 9), (7, -4), (11, 6), (3, 8))]
    return np.ascontiguousarray(127.5 + 127 * np.stack(waves, axis=-1)).astype(np.uint8)


def sample(picture, region, side):
    """Sample a square in double precision, pixel by pixel."""
    height, width = picture.shape[:2]
    steps = np.stack(np.meshgrid(*[np.arange(side) / side] * 2), axis=-1)
    x, y = np.moveaxis(region.to_picture(steps), -1, 0)
    x, y = np.clip(x, 0, width - 1), np.clip(y, 0, height - 1)
    left = np.minimum(x.astype(int), width - 2)
    top = np.minimum(y.astype(int), height - 2)
    across, down = (x - left)[..., None], (y - top)[..., None]
    rgb = picture[..., 2::-1].astype(float)
    upper = rgb[top, left] * (1 - across) + rgb[top, left + 1] * across
    lower = rgb[top + 1, left] * (1 - across) + rgb[top + 1, left + 1] * across
    return (upper * (1 - down) + lower * down) / 255


@pytest.mark.parametrize(
    "region",
    [
        Region(45, 35, 40),
        Region(45, 35, 40, 0.7),
        Region(45, 35, 40, -np.pi / 2),
        Region(45, 35, 400, 0.3),
        Region(0, 0, 60, 1.0),
        Region(89, 69, 33.3),
        Region(89, 0, 50, np.pi),
        Region(-30, 90, 20),
        Region(1e5, -1e5, 20),
        Region(45.37, 34.81, 5.5, 2.1),
    ],
    ids=str,
)
def test_agrees_with_sampling_in_double_precision(region):
    picture = picture_of_noise()
    apart = np.abs(crop(picture, region, 48) - sample(picture, region, 48))
    # Places are rounded to 1/256 pixel along each axis twice, values to 1/255.
    assert apart.max() < 6 / 255
    assert apart.mean() < 1 / 255


@given(
    x=st.floats(-50, 150),
    y=st.floats(-50, 150),
    side=st.floats(1, 500),
    turn=st.floats(-np.pi, np.pi),
)
def test_agrees_for_any_square(x, y, side, turn):
    picture, region = picture_of_noise(), Region(x, y, side, turn)
    apart = np.abs(crop(picture, region, 16) - sample(picture, region, 16))
    assert apart.max() < 6 / 255


@pytest.mark.parametrize("size", [(2, 2), (3, 50), (50, 2), (16, 16)])
def test_small_pictures_are_no_exception(size):
    picture, region = picture_of_noise(*size), Region(size[0] / 2, size[1] / 2, 60, 0.4)
    assert np.abs(crop(picture, region, 32) - sample(picture, region, 32)).max() < 6 / 255


def test_a_picture_of_one_colour_stays_so():
    picture = np.full((40, 60, 4), (10, 20, 30, 99), dtype=np.uint8)
    seen = crop(picture, Region(5, 5, 100, 0.6), 32)
    np.testing.assert_allclose(seen, np.broadcast_to(np.array([30, 20, 10]) / 255, seen.shape))


def test_the_unused_byte_is_unused():
    one, other = picture_of_noise(), picture_of_noise()
    other[..., 3] = 255 - other[..., 3]
    region = Region(40, 30, 50, 0.2)
    np.testing.assert_array_equal(crop(one, region, 32), crop(other, region, 32))


@given(turn=st.floats(-10, 10), side=st.floats(0.1, 1e4))
def test_a_square_keeps_its_centre_and_its_side(turn, side):
    region = Region(12, 34, side, turn)
    centre, left, right = region.to_picture(np.array([[0.5, 0.5], [0, 0.5], [1, 0.5]]))
    np.testing.assert_allclose(centre, (12, 34))
    assert np.hypot(*(right - left)) == pytest.approx(side)


def test_a_quarter_turn_looks_down_the_picture():
    np.testing.assert_allclose(
        Region(0, 0, 2, np.pi / 2).to_picture(np.array([1.0, 0.5])), [0, 1], atol=1e-12
    )
