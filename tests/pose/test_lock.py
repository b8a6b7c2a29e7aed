"""Whoever was watched first stays watched: nobody else takes over by walking by."""

import numpy as np
import pytest

from rhomboid.pose.detector import Detection, region_from
from rhomboid.pose.landmarks import Landmarks
from rhomboid.pose.lock import PersonLock, choose
from rhomboid.pose.warp import Region

PICTURE = (640, 480)
RATE_HZ = 30.0


def person_at(x, y=240.0, *, side=300.0, presence=0.9):
    """Make the joints of a person who stands upright in a region about (x, y)."""
    hips = np.array([x, y])
    return Landmarks(
        image_px=np.tile(hips, (33, 1)),
        visibility=np.ones(33),
        world_m=np.zeros((33, 3)),
        next_px=np.stack([hips, hips - (0, side / 2.5)]),
        presence=presence,
    )


def square(x, y=240.0, side=300.0):
    """Return the region of that person."""
    return region_from(*person_at(x, y, side=side).next_px)


def seen(*regions):
    """Make the detections of people in those regions."""
    return [Detection(region, 0.9) for region in regions]


def follow(lock, places, *, start_s=0.0):
    """Let the lock watch somebody go through places, one a frame; return what it believed."""
    believed = []
    for i, x in enumerate(places):
        region = lock.region or square(x)
        believed.append(lock.accept(region, person_at(x), start_s + i / RATE_HZ))
    return believed


def test_without_a_past_the_largest_and_most_central_is_chosen():
    far_left, middle, small = square(40), square(320), square(320, side=80)
    chosen = choose(seen(small, far_left, middle), current=None, place=None, size_px=PICTURE)
    assert chosen == middle


def test_nobody_is_chosen_where_nobody_is():
    assert choose([], current=None, place=None, size_px=PICTURE) is None


def test_who_is_followed_is_kept_while_nobody_known_is_seen_elsewhere():
    current = square(200)
    chosen = choose(seen(square(500)), current=current, place=square(220), size_px=PICTURE)
    assert chosen == current


def test_the_person_known_before_wins_over_one_who_is_larger_and_more_central():
    known, passer_by = square(120), square(320, side=400)
    chosen = choose(seen(passer_by, known), current=None, place=square(125), size_px=PICTURE)
    assert chosen == known


def test_a_region_carried_away_is_brought_back_to_the_person_known_before():
    known, carried_away = square(120), square(400)
    chosen = choose(
        seen(carried_away, known), current=carried_away, place=square(120), size_px=PICTURE
    )
    assert chosen == known


def test_somebody_of_another_size_in_the_same_place_is_not_the_person():
    current = square(400)
    chosen = choose(
        seen(square(120, side=100)), current=current, place=square(120), size_px=PICTURE
    )
    assert chosen == current


def test_a_person_who_moves_is_followed():
    lock = PersonLock()
    assert all(follow(lock, 320 + 60 * np.sin(np.arange(90) / 10)))
    assert abs(lock.region.x_px - (320 + 60 * np.sin(8.9))) < 60


def test_a_jump_is_not_believed_and_ends_the_track():
    lock = PersonLock()
    follow(lock, [320] * 30)
    assert not lock.accept(lock.region, person_at(320 + 200), 1.0)
    assert lock.region is None
    assert lock.should_search(1.2)


@pytest.mark.parametrize(("started", "presence", "believed"), [
    (False, 0.45, False), (False, 0.55, True), (True, 0.45, True), (True, 0.2, False),
])  # fmt: skip
def test_less_presence_keeps_a_track_than_starts_one(started, presence, believed):
    lock = PersonLock()
    if started:
        follow(lock, [320] * 5)
    assert lock.accept(square(320), person_at(320, presence=presence), 1.0) is believed


def test_a_passer_by_who_carries_the_region_away_is_doubted():
    lock = PersonLock()
    follow(lock, [150] * 90)
    assert not lock.should_search(3.0)
    follow(lock, np.linspace(150, 450, 20), start_s=3.0)
    assert lock.should_search(3.7)
    assert not lock.should_search(3.8), "twice a second is often enough"
    found = choose(seen(square(150), square(450)), current=lock.region, place=lock.place,
                   size_px=PICTURE)  # fmt: skip
    assert found == square(150)


def test_a_person_who_changes_place_for_good_is_not_doubted_for_ever():
    lock = PersonLock()
    follow(lock, [150] * 60)
    follow(lock, np.linspace(150, 450, 45), start_s=2.0)
    follow(lock, [450] * 150, start_s=3.5)
    assert not lock.should_search(9.0)


def test_who_left_is_still_known_on_coming_back():
    lock = PersonLock()
    follow(lock, [150] * 60)
    lock.lose()
    assert lock.region is None
    assert abs(lock.place.x_px - 150) < 1


def test_an_empty_picture_is_not_searched_in_every_frame():
    lock = PersonLock()
    assert lock.should_search(0.0)
    lock.lose(0.0)
    assert not lock.should_search(0.05)
    assert lock.should_search(0.15)


def test_joints_without_any_size_are_not_believed():
    assert not PersonLock().accept(Region(0, 0, 10), person_at(0, side=0.0), 0.0)
