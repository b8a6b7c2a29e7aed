"""The detector's arithmetic: its anchors, how boxes merge, and the square around a person."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rhomboid.pose.detector import PersonDetector, anchors, merge, region_from


def box(x, y, side=0.2):
    """Make a box whose four points lie at its corners."""
    corners = [
        (x + a * side / 2, y + b * side / 2) for a, b in ((-1, -1), (1, -1), (1, 1), (-1, 1))
    ]
    return np.array([(x, y), (side, side), *corners])


def test_there_are_2254_anchors_inside_the_picture():
    assert anchors().shape == (2254, 2)
    assert 0 < anchors().min() < anchors().max() < 1


def test_anchors_go_along_rows_two_a_cell_then_by_ever_larger_cells():
    places = anchors()
    np.testing.assert_allclose(places[:4] * 28, [[0.5, 0.5], [0.5, 0.5], [1.5, 0.5], [1.5, 0.5]])
    np.testing.assert_allclose(places[56] * 28, [0.5, 1.5])
    np.testing.assert_allclose(places[1568] * 14, [0.5, 0.5])
    np.testing.assert_allclose(places[1568 + 392] * 7, [0.5, 0.5])
    np.testing.assert_allclose(places[-6:] * 7, np.full((6, 2), 6.5))


def test_boxes_that_overlap_become_their_average_weighted_by_score():
    merged = merge(np.stack([box(0.5, 0.5), box(0.54, 0.5)]), np.array([0.6, 0.9]))
    assert len(merged) == 1
    points, score = merged[0]
    assert score == pytest.approx(0.9)
    np.testing.assert_allclose(points[0], [(0.5 * 0.6 + 0.54 * 0.9) / 1.5, 0.5])


def test_boxes_apart_stay_apart_surest_first():
    boxes = np.stack([box(0.2, 0.2), box(0.8, 0.8), box(0.2, 0.8)])
    merged = merge(boxes, np.array([0.6, 0.9, 0.7]))
    assert [score for _, score in merged] == pytest.approx([0.9, 0.7, 0.6])
    np.testing.assert_allclose(merged[0][0], boxes[1])


def test_nothing_merges_to_nothing():
    assert merge(np.zeros((0, 6, 2)), np.zeros(0)) == []


def test_boxes_without_any_size_do_not_hang():
    assert len(merge(np.zeros((3, 6, 2)), np.full(3, 0.8))) == 3


@given(
    x=st.floats(-500, 500), y=st.floats(-500, 500), far=st.floats(1, 500), turn=st.floats(-3.1, 3.1)
)
def test_the_square_is_twice_the_distance_and_a_quarter_more_and_turned_so_that_the_head_is_up(
    x, y, far, turn
):
    rim = np.array([x + far * np.sin(turn), y - far * np.cos(turn)])
    region = region_from(np.array([x, y]), rim)
    assert region.side_px == pytest.approx(2.5 * far)
    assert region.turn_rad == pytest.approx(turn, abs=1e-6)
    np.testing.assert_allclose(region.to_picture(np.array([0.5, 0.1])), rim, atol=1e-6 * far + 1e-9)


def test_nobody_is_found_in_an_empty_room():
    grey = np.full((120, 160, 4), 128, dtype=np.uint8)
    assert PersonDetector().find(grey, turns=(0, 1, 3, 2)) == []
