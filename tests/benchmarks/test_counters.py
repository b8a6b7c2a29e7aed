"""The other counters do what their descriptions say, so that beating them means something."""

import numpy as np
import pytest

from benchmarks.peers import angle_rule, nearest_poses, rhythm
from benchmarks.peers.counters import COUNTERS
from rhomboid.athlete.performance import perform
from rhomboid.athlete.script import Script
from rhomboid.pose.track import PoseTrack
from rhomboid.skeleton import INDEX, JOINTS

FRAMES = 30


def elbows(angles_deg):
    """Return a track of somebody whose elbows have these angles, and who else stands still."""
    image = np.full((len(angles_deg), len(JOINTS), 2), 300.0)
    upper, turn = np.array([0.0, 50.0]), np.radians(angles_deg)
    lower = 50.0 * np.stack([np.sin(turn), -np.cos(turn)], axis=-1)
    for side, x in (("left", 250.0), ("right", 350.0)):
        image[:, INDEX[f"{side}_shoulder"]] = shoulder = np.array([x, 100.0])
        image[:, INDEX[f"{side}_hip"]] = [x, 200.0]
        image[:, INDEX[f"{side}_elbow"]] = shoulder + upper
        image[:, INDEX[f"{side}_wrist"]] = shoulder + upper + lower
    times_s = np.arange(len(angles_deg)) / FRAMES
    return PoseTrack(times_s, image, np.ones(image.shape[:2]), (600.0, 400.0))


def swing(between, number, seconds=2.0):
    """Return angles that go from the first to the second and back so many times."""
    share = np.linspace(0, number, int(number * seconds * FRAMES))
    return between[0] + (between[1] - between[0]) * (1 - np.cos(2 * np.pi * share)) / 2


def test_the_angle_is_the_one_at_the_elbow():
    angles = np.array([180.0, 135.0, 90.0, 30.0])
    assert angle_rule.angle_deg(elbows(angles), "pull_up") == pytest.approx(angles)


@pytest.mark.parametrize(
    ("between", "counted"),
    [((170.0, 60.0), 4), ((170.0, 100.0), 0), ((140.0, 60.0), 0), ((60.0, 170.0), 4)],
)
def test_the_angle_rule_needs_both_thresholds(between, counted):
    assert angle_rule.count(elbows(swing(between, 4)), "pull_up") == counted


def test_the_angle_rule_counts_on_arriving_below():
    assert angle_rule.count(elbows(np.array([170.0, 89.0])), "pull_up") == 1
    assert angle_rule.count(elbows(np.array([89.0, 170.0, 100.0, 170.0])), "pull_up") == 0


def test_a_frame_without_anybody_does_not_move_the_stage():
    track = elbows(np.array([170.0, 120.0, 60.0]))
    track.image_px[1] = np.nan
    assert angle_rule.count(track, "pull_up") == 1


def test_fitted_thresholds_lie_between_the_ends_of_the_exercise():
    at = angle_rule.fitted("t_raise")
    assert 0 < at.down_deg < 45 < at.up_deg < 100


def test_poses_do_not_depend_on_place_and_size():
    pose = np.random.default_rng(0).random((1, len(JOINTS), 3))
    same = nearest_poses.lines(pose * 7.0 + np.array([5.0, -3.0, 2.0]))
    assert same == pytest.approx(nearest_poses.lines(pose), abs=1e-5)


def test_a_pose_is_23_lines():
    assert nearest_poses.lines(np.random.default_rng(0).random((2, 33, 3))).shape == (2, 23 * 3)


def test_the_nearest_samples_vote_mirrored_or_not():
    rng = np.random.default_rng(0)
    ends = rng.random((2, len(JOINTS), 3))
    poses = np.repeat(ends, 30, axis=0) + rng.normal(scale=1e-3, size=(60, len(JOINTS), 3))
    far = np.repeat([False, True], 30)
    asked = np.concatenate([ends, ends * np.array([-1.0, 1.0, 1.0])])
    assert nearest_poses.votes(asked, nearest_poses.lines(poses), far).tolist() == [0, 10, 0, 10]


def test_entering_is_harder_than_leaving_and_leaving_counts():
    count = nearest_poses.entered_and_left
    assert count(np.array([0.0, 6.5, 5.0, 3.0, 5.5, 3.0])) == 1
    assert count(np.array([0.0, 7.0, 10.0])) == 0


def test_the_newest_votes_weigh_most():
    smooth = nearest_poses.smoothed(np.array([10.0, 0.0, 0.0]))
    assert smooth == pytest.approx([10.0, 8.0 / 1.8, 6.4 / 2.44])


def test_the_period_of_a_wave_is_found():
    wave = np.sin(2 * np.pi * np.arange(300) / 45)
    assert rhythm.dominant_period(wave) == pytest.approx(45, abs=1)


def test_noise_has_no_period():
    assert rhythm.dominant_period(np.random.default_rng(0).normal(size=4000)) == 0


def test_swings_are_there_and_back_again():
    assert rhythm.swings(np.tile([0.0, 0.0, 1.0, 1.0], 3)) == 2
    assert rhythm.swings(np.array([0.0, 0.0, 1.0, 1.0])) == 0


def test_rhythm_leaves_out_the_time_in_which_nothing_is_done():
    still = np.full(5 * FRAMES, 170.0)
    angles = np.concatenate([still, swing((170.0, 60.0), 6), still])
    assert rhythm.count(elbows(angles)) == 6


@pytest.mark.parametrize("name", sorted(COUNTERS))
def test_nobody_there_is_no_repetition(name):
    track = elbows(np.full(60, 170.0))
    track.image_px[:] = np.nan
    assert COUNTERS[name](track, "pull_up") == 0


@pytest.mark.parametrize("name", sorted(COUNTERS))
def test_every_counter_counts_a_plain_set_it_was_made_for(name):
    shown = perform(Script("lat_pulldown", repetitions=5, variation=0.0), seed=4)
    assert COUNTERS[name](shown.track, "lat_pulldown") == 5
