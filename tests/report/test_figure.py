"""A stick figure shows what was seen of a person, and nothing else."""

from xml.etree import ElementTree as ET

import numpy as np
import pytest

from rhomboid.pose.track import PoseTrack
from rhomboid.report.figure import Box, figure_svg
from rhomboid.report.moment import Moments
from rhomboid.skeleton import INDEX


def drawn(joints_px, **options):
    svg = figure_svg(joints_px, Box.around([joints_px]), alt="a person", **options)
    return ET.fromstring(svg)


def test_it_says_what_it_shows(person):
    root = drawn(person)

    assert (root.get("role"), root.get("aria-label")) == ("img", "a person")


def test_everything_stands_inside_the_box(person):
    root = drawn(person)
    _, _, width, height = map(float, root.get("viewBox").split())

    for line in root.iter("line"):
        assert all(0 <= float(line.get(k)) <= width for k in ("x1", "x2"))
        assert all(0 <= float(line.get(k)) <= height for k in ("y1", "y2"))


def test_what_was_not_seen_is_not_drawn(person):
    whole = len(list(drawn(person).iter("line")))
    person[INDEX["left_wrist"]] = np.nan

    assert len(list(drawn(person).iter("line"))) == whole - 1


def test_no_head_without_a_face(person):
    person[[INDEX["nose"], INDEX["left_ear"], INDEX["right_ear"]]] = np.nan

    assert not list(drawn(person).iter("circle"))


def test_the_sides_differ_by_more_than_colour(person):
    classes = [line.get("class") for line in drawn(person, nearer="left").iter("line")]

    assert classes.count("far") == 5
    assert drawn(person, nearer="both").find(".//line[@class='far']") is None


def test_the_working_arm_is_marked(person):
    classes = [line.get("class") for line in drawn(person, working="right").iter("line")]

    assert classes.count("near works") == 2


def test_words_are_escaped(person):
    svg = figure_svg(person, Box.around([person]), alt='"><script>')

    assert "<script>" not in svg


def test_a_box_needs_something_to_hold():
    with pytest.raises(ValueError, match="at least one joint"):
        Box.around([np.full((33, 2), np.nan)])


def test_the_nearest_frame_is_taken_if_it_is_near(track):
    moments = Moments(track)

    assert moments.joints_px(1.01) is not None
    assert moments.joints_px(25.0) is None
    assert moments.joints_px(-1.0) is None


def test_nobody_is_at_no_moment_of_an_empty_track():
    track = PoseTrack(np.zeros(0), np.zeros((0, 33, 2)), np.zeros((0, 33)), (640, 480))

    assert Moments(track).joints_px(0.0) is None
    assert Moments(track).nearer_side(0.0) == "both"


def test_a_frame_without_a_person_is_nobody():
    track = PoseTrack(np.zeros(1), np.full((1, 33, 2), np.nan), np.zeros((1, 33)), (640, 480))

    assert Moments(track).joints_px(0.0) is None


@pytest.mark.parametrize(("left_z", "nearer"), [(-0.2, "left"), (0.2, "right"), (0.0, "both")])
def test_depth_says_which_side_is_nearer(person, left_z, nearer):
    world_m = np.zeros((1, 33, 3))
    for joint in ("shoulder", "hip"):
        world_m[0, INDEX[f"left_{joint}"]] = (0.05, 0, left_z)
        world_m[0, INDEX[f"right_{joint}"]] = (-0.05, 0, -left_z)
    track = PoseTrack(np.zeros(1), person[None], np.ones((1, 33)), (640, 480), world_m)

    assert Moments(track).nearer_side(0.0) == nearer


def test_without_depth_the_side_seen_better_is_nearer(person):
    seen = np.ones((1, 33))
    seen[0, [INDEX["right_shoulder"], INDEX["right_hip"]]] = 0.3
    track = PoseTrack(np.zeros(1), person[None], seen, (640, 480))

    assert Moments(track).nearer_side(0.0) == "left"
