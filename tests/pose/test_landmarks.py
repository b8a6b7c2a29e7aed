"""Points move to the heat around them, and only where there is heat enough."""

import numpy as np

from rhomboid.pose.landmarks import LandmarkModel, refine
from rhomboid.pose.warp import Picture, Region

COLD = -20.0


def heat_at(*cells):
    """Draw one map per point, hot in one cell (column, row) each, or nowhere for None."""
    heat = np.full((64, 64, len(cells)), COLD)
    for i, cell in enumerate(cells):
        if cell is not None:
            heat[cell[1], cell[0], i] = 20
    return heat


def test_a_point_moves_to_the_hot_cell_within_its_reach():
    moved = refine(np.array([[20.5, 30.5]]) / 64, heat_at((22, 28)))
    np.testing.assert_allclose(moved * 64, [[22, 28]], atol=1e-4)


def test_a_point_does_not_see_past_three_cells():
    point = np.array([[20.5, 30.5]]) / 64
    np.testing.assert_array_equal(refine(point, heat_at((24, 30))), point)


def test_a_point_in_the_cold_stays():
    point = np.array([[20.5, 30.5]]) / 64
    np.testing.assert_array_equal(refine(point, heat_at(None)), point)


def test_two_hot_cells_pull_to_their_middle():
    heat = heat_at((19, 30))
    heat[30, 22, 0] = 20
    np.testing.assert_allclose(
        refine(np.array([[20.5, 30.5]]) / 64, heat) * 64, [[20.5, 30]], atol=1e-4
    )


def test_the_reach_ends_at_the_edge_of_the_map():
    moved = refine(np.array([[0.2, 63.9]]) / 64, heat_at((0, 63)))
    np.testing.assert_allclose(moved * 64, [[0, 63]], atol=1e-4)


def test_a_point_off_the_map_stays():
    points = np.array([[-0.01, 0.5], [0.5, 1.0], [7.0, -3.0]])
    np.testing.assert_array_equal(refine(points, heat_at((0, 32), (32, 63), (63, 0))), points)


def test_every_point_has_a_map_of_its_own():
    points = np.full((2, 2), 20.5) / 64
    moved = refine(points, heat_at((21, 19), None))
    np.testing.assert_allclose(moved * 64, [[21, 19], [20.5, 20.5]], atol=1e-4)


def test_an_empty_room_has_no_presence():
    half = np.full((60, 80), 128, dtype=np.uint8)
    grey = Picture(np.full((120, 160), 128, dtype=np.uint8), half, half)
    assert LandmarkModel("lite").find(grey, Region(80, 60, 120)).presence < 0.3
