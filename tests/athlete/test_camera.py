"""A camera shows what is where, as seen from its place."""

import numpy as np
import pytest

from rhomboid.athlete.camera import Camera

AIM = np.array([0.0, 0.0, 1.0])
LEFT = np.array([0.0, 0.5, 1.0])
AHEAD = np.array([0.5, 0.0, 1.0])


def test_what_it_aims_at_is_in_the_middle():
    for azimuth_deg in (0, 70, 180, 300):
        camera = Camera(azimuth_deg, height_m=1.7)
        picture, seen_m = camera.see(AIM, AIM)
        np.testing.assert_allclose(picture, [640, 360], atol=1e-9)
        assert seen_m[2] == pytest.approx(np.hypot(3.0, 0.7))


@pytest.mark.parametrize(("azimuth_deg", "right_is"), [(0, LEFT), (90, -AHEAD), (180, -LEFT)])
def test_from_the_front_the_persons_left_is_on_the_right(azimuth_deg, right_is):
    camera = Camera(azimuth_deg, height_m=1.0)
    picture, seen_m = camera.see(right_is * [1, 1, 0] + AIM * [0, 0, 1], AIM)
    assert picture[0] > 700
    assert seen_m[0] == pytest.approx(0.5)


def test_higher_is_further_up_and_nearer_is_larger():
    camera = Camera(0.0, height_m=1.0)
    above = AIM + np.array([0, 0, 0.3])
    (_, near), (_, far) = camera.see(above + np.array([1, 0, 0]), AIM)[0], camera.see(above, AIM)[0]
    assert near < far < 360


def test_what_is_behind_it_is_nowhere():
    assert np.isnan(Camera(0.0).see(np.array([9.0, 0.0, 1.0]), AIM)[0]).all()


@pytest.mark.parametrize(
    ("azimuth_deg", "lying", "view"),
    [
        (0, None, "front"), (45, None, "front34"), (-90, None, "side"), (225, None, "rear34"),
        (180, None, "rear"), (0, "face_up", "foot_end"), (45, "face_up", "foot_end34"),
        (0, "face_down", "head_end"), (270, "face_down", "side"),
    ],
)  # fmt: skip
def test_names_its_view(azimuth_deg, lying, view):
    assert Camera(azimuth_deg).view(lying) == view


def test_refuses_to_stand_inside_the_person():
    with pytest.raises(ValueError, match="distance_m"):
        Camera(distance_m=0.0)
