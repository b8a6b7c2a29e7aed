"""Sets to keep, joints to keep with them, and reports that know both."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import cache
from uuid import UUID

import numpy as np

from rhomboid.athlete.performance import perform
from rhomboid.athlete.script import Script
from rhomboid.pose.track import PoseTrack
from rhomboid.session import check
from rhomboid.training.kept import KeptSet

ID = "0f8fad5b-d9cb-469f-a165-70867728950e"
SET = KeptSet(
    id=ID,
    exercise="deadlift",
    origin="camera",
    started_at=datetime(2026, 3, 1, 8, 30, tzinfo=UTC),
    counted=5,
    corrections=(1, -1, 1),
)


def track():
    """Return five frames of somebody who is all over one place."""
    return PoseTrack(np.arange(5) / 30, np.ones((5, 33, 2)), np.ones((5, 33)), (640, 480))


def numbered(number, **change):
    """Return a set that differs from others by a number: its id, and minutes later."""
    started_at = SET.started_at + timedelta(minutes=number)
    return replace(SET, **{"id": str(UUID(int=number)), "started_at": started_at} | change)


@cache
def drawn(exercise="t_raise", repetitions=3):
    """Return the joints of a drawn set, and its report."""
    joints = perform(Script(exercise, repetitions=repetitions)).track
    return joints, check(joints, exercise)
