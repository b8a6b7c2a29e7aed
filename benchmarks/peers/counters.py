"""Every other counter by its name."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from benchmarks.peers import angle_rule, nearest_poses, rhythm
from rhomboid.pose.track import PoseTrack

Counter = Callable[[PoseTrack, str], int]
"""From joints and the name of an exercise to a number of repetitions."""

COUNTERS: Mapping[str, Counter] = MappingProxyType(
    {
        "angle rule": angle_rule.count,
        "angle rule, fitted": angle_rule.count_fitted,
        "nearest poses": nearest_poses.count,
        "rhythm": rhythm.count,
    }
)
