"""A drawn body keeps its bones, and is where it was put."""

import numpy as np
import pytest

from rhomboid.athlete.body import SHARES, Body
from rhomboid.athlete.exercises import MOVEMENTS
from rhomboid.athlete.figure import joints_of, reach
from rhomboid.athlete.posture import mirrored
from rhomboid.athlete.style import Style
from rhomboid.skeleton import INDEX, MIRROR, PAIRS

WAY = np.linspace(0.0, 1.0, 21)
BONES = {
    "upper_arm": ("shoulder", "elbow"), "forearm": ("elbow", "wrist"),
    "thigh": ("hip", "knee"), "shank": ("knee", "ankle"),
}  # fmt: skip

each_exercise = pytest.mark.parametrize("exercise", sorted(MOVEMENTS))


def drawn(exercise, body, style=None):
    """Return the joints along the whole way of an exercise."""
    return joints_of(MOVEMENTS[exercise].pose(WAY, body, style or Style()), body)


def length(joints, one, other):
    """Return the distance of two joints, left and right, over time."""
    return np.linalg.norm(joints[:, PAIRS[one]] - joints[:, PAIRS[other]], axis=-1)


@each_exercise
@pytest.mark.parametrize("stature_m", [1.5, 1.95])
def test_bones_keep_their_lengths(exercise, stature_m):
    body = Body(stature_m)
    joints = drawn(exercise, body)
    for bone, ends in BONES.items():
        np.testing.assert_allclose(length(joints, *ends), body.length_m(bone), rtol=1e-9)
    trunk = joints[:, PAIRS["shoulder"]].mean(axis=1) - joints[:, PAIRS["hip"]].mean(axis=1)
    grown = np.linalg.norm(trunk, axis=-1) / body.length_m("trunk")
    # Shoulders that are pulled up by hanging arms make the trunk of joints longer.
    np.testing.assert_allclose(grown[-1], 1.0, rtol=1e-9)
    assert grown.max() < (1.15 if exercise == "lat_pulldown" else 1 + 1e-9)


@each_exercise
def test_hands_and_feet_are_where_they_should_be(exercise):
    body = Body()
    posture = MOVEMENTS[exercise].pose(WAY, body, Style())
    joints = joints_of(posture, body)
    for joint, wanted in (("wrist", posture.wrists_m), ("ankle", posture.ankles_m)):
        off_m = np.linalg.norm(joints[:, PAIRS[joint]] - wanted, axis=-1)
        assert off_m.max() < 0.02


@each_exercise
def test_nothing_goes_through_the_floor(exercise):
    assert drawn(exercise, Body())[..., 2].min() > -0.03


@each_exercise
def test_a_larger_body_moves_alike(exercise):
    small, large = drawn(exercise, Body(1.0)), drawn(exercise, Body(2.0))
    np.testing.assert_allclose(large, 2 * small, atol=1e-9)


def test_the_mirrored_person_is_the_mirrored_figure():
    body = Body()
    posture = MOVEMENTS["corkscrew"].pose(WAY, body, Style())
    flip = np.array([1.0, -1.0, 1.0])
    ours = joints_of(mirrored(posture), body)
    hands = [INDEX[f"{s}_{f}"] for s in ("left", "right") for f in ("pinky", "index", "thumb")]
    rest = [i for i in range(33) if i not in hands]
    there = (joints_of(posture, body) * flip)[:, MIRROR]
    np.testing.assert_allclose(ours[:, rest], there[:, rest], atol=1e-9)


def test_a_hand_out_of_reach_stretches_the_arm_towards_it():
    far = np.array([9.0, 0.0, 0.0])
    _, end = reach(np.zeros(3), far, np.array([0.0, 0.0, 1.0]), (1.0, 1.0))
    np.testing.assert_allclose(end, [2.0, 0.0, 0.0], atol=1e-3)


def test_standing_adds_up_to_the_heights_that_were_measured():
    shoulders = sum(SHARES[n].of_stature for n in ("ankle_height", "shank", "thigh", "trunk"))
    assert shoulders == pytest.approx(0.818)


def test_every_length_has_a_source():
    assert [name for name, share in SHARES.items() if not share.source] == []


def test_refuses_a_body_without_height():
    with pytest.raises(ValueError, match="must be positive"):
        Body(0.0)
