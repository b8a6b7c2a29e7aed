"""A joint angle says how far a limb is bent, a tilt how far a line leans, and nothing else."""

import numpy as np
import pytest

from rhomboid.motion.angles import joint_angle, tilt_in_image, tilt_in_world


def arm(bend_deg):
    """Draw an arm: shoulder above elbow, forearm turned to bend by `bend_deg`."""
    turn = np.radians(90 + np.asarray(bend_deg))
    shoulder, elbow = np.array([0, 1]), np.array([0, 0])
    return shoulder, elbow, np.stack([np.cos(turn), np.sin(turn)], axis=-1)


@pytest.mark.parametrize("bend_deg", [0, 1e-6, 30, 90, 135, 180 - 1e-6, 180])
def test_reads_back_the_bend_it_was_drawn_with(bend_deg):
    assert joint_angle(*arm(bend_deg)) == pytest.approx(bend_deg, abs=1e-9)


def test_does_not_depend_on_where_the_person_stands_or_how_tall_they_are():
    moved = [2.5 * p + [3, -4] for p in arm(70)]

    assert joint_angle(*moved) == pytest.approx(70)


def test_an_unseen_joint_hides_its_own_frame_only():
    shoulder, elbow, wrist = arm(np.array([40.0, 50.0, 60.0]))
    wrist[1] = np.nan

    np.testing.assert_allclose(joint_angle(shoulder, elbow, wrist), [40, np.nan, 60])


def test_two_joints_in_one_place_have_no_angle():
    here = np.zeros(2)

    assert np.isnan(joint_angle(here, here, np.ones(2)))


def test_refuses_to_mix_image_points_with_world_points():
    with pytest.raises(ValueError, match=r"all be 2-D or all be 3-D"):
        joint_angle(np.zeros(3), np.zeros(2), np.zeros(2))


@pytest.mark.parametrize("lean_deg", [-120, -10, 0, 35, 90, 170])
def test_a_tilt_in_the_picture_has_the_sign_of_the_side_it_leans_to(lean_deg):
    turn = np.radians(lean_deg)
    top = np.array([np.sin(turn), -np.cos(turn)])

    assert tilt_in_image(top) == pytest.approx(lean_deg)


@pytest.mark.parametrize("way_deg", [0, 45, 90, 200])
def test_a_tilt_in_the_world_is_the_same_towards_every_side(way_deg):
    way, lean = np.radians(way_deg), np.radians(40)
    top = np.array([np.sin(lean) * np.cos(way), -np.cos(lean), np.sin(lean) * np.sin(way)])

    assert tilt_in_world(top) == pytest.approx(40)
