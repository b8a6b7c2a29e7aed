"""A live set says what happens as it happens, and no frame can break it."""

import numpy as np
import pytest

from rhomboid.coach.live import BadFrame, LiveSet, PoseFrame, SightChanged
from rhomboid.errors import SpecError

NOBODY = np.full((33, 2), np.nan)
SURE = np.full(33, 0.9)


def standing(time_s):
    """Draw somebody who stands and does nothing."""
    rng = np.random.default_rng(3)
    return PoseFrame(time_s, rng.uniform(100, 300, (33, 2)), SURE)


@pytest.fixture
def live():
    """A live set of lat pulldowns."""
    return LiveSet("lat_pulldown", size_px=(640, 480))


@pytest.mark.parametrize(
    ("frame", "reason"),
    [
        (PoseFrame(np.nan, NOBODY, SURE), "not later"),
        (PoseFrame(np.inf, NOBODY, SURE), "not later"),
        (PoseFrame(0.5, NOBODY, SURE), "not later"),
        (PoseFrame(2.0, NOBODY[:9], SURE), "33 joints"),
        (PoseFrame(2.0, NOBODY, SURE[:9]), "33 joints"),
        (PoseFrame(2.0, NOBODY, SURE, np.zeros((33, 2))), "in the world"),
        (PoseFrame(2.0, np.full((33, 2), np.inf), SURE), "no positions"),
        (PoseFrame(2.0, NOBODY, np.full(33, np.nan)), "between 0 and 1"),
        (PoseFrame(2.0, NOBODY, np.full(33, 5.0)), "between 0 and 1"),
        (PoseFrame(2.0, None, SURE), "33 joints"),
        (PoseFrame("soon", NOBODY, SURE), "not hold numbers"),
        (PoseFrame(2.0, [["here"]], SURE), "not hold numbers"),
    ],
)
def test_a_bad_frame_is_an_event_and_changes_nothing(live, frame, reason):
    live.feed(standing(1.0))
    (event,) = live.feed(frame)

    assert isinstance(event, BadFrame)
    assert reason in event.reason
    assert live.feed(standing(3.0)) == []
    assert live.finish().duration_s == 2.0


def test_says_when_it_sees_somebody_and_when_no_more(live):
    events = [e for i in range(30) for e in live.feed(standing(i / 30))]
    events += [e for i in range(30, 60) for e in live.feed(PoseFrame(i / 30, NOBODY, 0 * SURE))]
    events += [e for i in range(60, 70) for e in live.feed(standing(i / 30))]

    seen = [event.seen for event in events if isinstance(event, SightChanged)]
    assert seen == [True, False, True]


def test_a_set_of_nothing_has_an_empty_report(live):
    report = live.finish()

    assert report.count == 0
    assert report.exercise == "lat_pulldown"


def test_an_unknown_exercise_is_refused():
    with pytest.raises(SpecError, match="no exercise called 'squat'"):
        LiveSet("squat", size_px=(640, 480))


@pytest.mark.parametrize("size_px", [(0, 480), (640, -1), (float("nan"), 480)])
def test_a_picture_without_a_size_is_refused(size_px):
    with pytest.raises(ValueError, match="two positive numbers"):
        LiveSet("lat_pulldown", size_px=size_px)
