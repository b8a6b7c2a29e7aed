"""The view is told from where the body's own left points."""

import numpy as np
import pytest

from rhomboid.motion.view import name_view


def turned(yaw_deg):
    """Return the directions of a body turned by an angle away from facing the camera."""
    yaw = np.radians(yaw_deg)
    return np.tile([np.cos(yaw), np.sin(yaw)], (5, 1))


@pytest.mark.parametrize(
    ("yaw_deg", "view"),
    [(0, "front"), (-20, "front"), (45, "front34"), (-90, "side"), (100, "side"), (135, "rear34"),
     (180, "rear")],
)  # fmt: skip
def test_names_the_view(yaw_deg, view):
    assert name_view(turned(yaw_deg)) == view


def test_front_of_somebody_on_their_back_is_the_foot_end():
    assert name_view(turned(45), "face_up") == "foot_end34"
    assert name_view(turned(45), "face_down") == "head_end34"
    assert name_view(turned(90), "face_up") == "side"


def test_says_that_it_does_not_know():
    assert name_view(np.full((4, 2), np.nan)) == "unknown"
