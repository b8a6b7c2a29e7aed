"""A crop is plain bilinear sampling of a square, wherever the square lies."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rhomboid.pose.warp import Cropper, Picture, Region


def crop(picture, region, side):
    """Sample a square."""
    return Cropper(side).crop(picture, region)


def picture_of_waves(width=90, height=70, **options):
    """Draw a picture that hides no mistake, smooth enough that places matter little."""
    y, x = np.mgrid[:height, :width]
    waves = [np.sin(x / a + y / b) for a, b in ((5, 9), (40, -30), (31, 50))]
    light, blue, red = ((127.5 + 100 * wave).astype(np.uint8) for wave in waves)
    blue, red = (np.ascontiguousarray(plane[::2, ::2]) for plane in (blue, red))
    return Picture(light, blue, red, **options)


def colours(picture):
    """Return all pixels as red, green and blue by the textbook, before any sampling."""
    height, width = picture.light.shape
    black, white, tint = (0, 255, 255) if picture.full_range else (16, 219, 224)
    kr, kb = (0.2126, 0.0722) if picture.hd else (0.299, 0.114)
    grey = (picture.light.astype(float) - black) / white
    blue, red = (
        np.repeat(np.repeat(plane, 2, 0), 2, 1)[:height, :width].astype(float) - 128
        for plane in (picture.blue, picture.red)
    )
    r, b = grey + 2 * (1 - kr) * red / tint, grey + 2 * (1 - kb) * blue / tint
    return np.stack([r, (grey - kr * r - kb * b) / (1 - kr - kb), b], axis=-1)


def sample(picture, region, side):
    """Sample a square in double precision, pixel by pixel, all colours bilinearly."""
    width, height = picture.size_px
    steps = np.stack(np.meshgrid(*[np.arange(side) / side] * 2), axis=-1)
    x, y = np.moveaxis(region.to_picture(steps), -1, 0)
    x, y = np.clip(x, 0, width - 1), np.clip(y, 0, height - 1)
    left = np.minimum(x.astype(int), width - 2)
    top = np.minimum(y.astype(int), height - 2)
    across, down = (x - left)[..., None], (y - top)[..., None]
    rgb = colours(picture)
    upper = rgb[top, left] * (1 - across) + rgb[top, left + 1] * across
    lower = rgb[top + 1, left] * (1 - across) + rgb[top + 1, left + 1] * across
    return np.clip(upper * (1 - down) + lower * down, 0, 1)


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
    picture = picture_of_waves()
    apart = np.abs(crop(picture, region, 48) - sample(picture, region, 48))
    # Places are exact to 1/256 pixel, and of the sum of shares the last bit is dropped.
    assert apart.max() < 0.04
    assert apart.mean() < 0.008


def test_brightness_is_exact():
    picture = picture_of_waves()
    grey = np.full_like(picture.blue, 128)
    picture = Picture(picture.light, grey, grey)
    for region in (Region(45, 35, 40, 0.7), Region(0, 0, 60, 1.0), Region(45.37, 34.81, 5.5, 2.1)):
        apart = np.abs(crop(picture, region, 48) - sample(picture, region, 48))
        assert apart.max() < 6 / 255
        assert apart.mean() < 1 / 255


@given(
    x=st.floats(-50, 150),
    y=st.floats(-50, 150),
    side=st.floats(1, 500),
    turn=st.floats(-np.pi, np.pi),
)
def test_agrees_for_any_square(x, y, side, turn):
    picture, region = picture_of_waves(), Region(x, y, side, turn)
    apart = np.abs(crop(picture, region, 16) - sample(picture, region, 16))
    assert apart.max() < 0.05


@pytest.mark.parametrize("size", [(2, 2), (3, 51), (51, 2), (16, 16)])
def test_small_and_odd_pictures_are_no_exception(size):
    picture, region = picture_of_waves(*size), Region(size[0] / 2, size[1] / 2, 60, 0.4)
    assert np.abs(crop(picture, region, 32) - sample(picture, region, 32)).max() < 0.05


@pytest.mark.parametrize("full_range", [False, True])
@pytest.mark.parametrize("hd", [False, True])
def test_a_picture_of_one_colour_is_that_colour_in_every_kind_of_video(full_range, hd):
    planes = [np.full(size, v, np.uint8) for size, v in (((40, 60), 120), ((20, 30), 90),
                                                         ((20, 30), 170))]  # fmt: skip
    picture = Picture(*planes, full_range=full_range, hd=hd)
    seen = crop(picture, Region(5, 5, 100, 0.6), 32)
    np.testing.assert_allclose(seen, np.broadcast_to(colours(picture)[0, 0], seen.shape), atol=1e-5)


def test_white_is_white_and_black_is_black():
    grey = np.full((20, 30), 128, np.uint8)
    for light, full_range, shade in ((16, False, 0), (235, False, 1), (0, True, 0), (255, True, 1)):
        picture = Picture(np.full((40, 60), light, np.uint8), grey, grey, full_range=full_range)
        np.testing.assert_allclose(crop(picture, Region(30, 20, 30), 8), shade, atol=1e-6)


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


def test_a_cropper_forgets_the_square_before():
    picture, cropper = picture_of_waves(), Cropper(48)
    cropper.crop(picture, Region(3, 60, 200, 1.1))
    again = cropper.crop(picture, Region(45, 35, 40, 0.7))
    np.testing.assert_array_equal(again, crop(picture, Region(45, 35, 40, 0.7), 48))
