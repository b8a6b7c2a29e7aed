"""How far two joints of one side can be apart: what is further is not believed.

A model that has lost a limb for a moment can put it anywhere. One such frame
would pass for the start of a movement.
"""

from collections.abc import Mapping
from types import MappingProxyType

from rhomboid.catalogue.signals import Distance, Height, Signal

_TO_HIP: Mapping[str, tuple[tuple[str, float], ...]] = MappingProxyType(
    {
        "wrist": (("elbow", 0.51), ("shoulder", 0.65), ("hip", 1.0)),
        "elbow": (("shoulder", 0.65), ("hip", 1.0)),
        "shoulder": (("hip", 1.0),),
        "nose": (("shoulder", 0.60), ("hip", 1.0)),
        "ear": (("shoulder", 0.45), ("hip", 1.0)),
        "hip": (),
        "knee": (("hip", 0.85),),
        "ankle": (("knee", 0.85), ("hip", 0.85)),
        "heel": (("ankle", 0.15), ("knee", 0.85), ("hip", 0.85)),
        "foot_index": (("ankle", 0.40), ("knee", 0.85), ("hip", 0.85)),
    }
)
"""The bones from each joint to the hip, in trunks: Winter 2009, fig. 4.1, after Drillis & Contini
1966; head and foot house."""
_SLACK = 1.6
"""How much further is believed: bodies differ, and the length of the trunk is a guess. house"""


def reach_of(signal: Signal) -> float:
    """Return the size beyond which a signal is not believed; infinite where none is known.

    Examples
    --------
    >>> round(reach_of(Height.model_validate({"is": "height", "of": "wrist", "above": "elbow"})), 2)
    0.82
    """
    match signal:
        case Height(of=of, above=above) if above != "picture":
            return _SLACK * _apart(of, above)
        case Distance(between=(one, other)):
            return _SLACK * _apart(one, other)
        case _:
            return float("inf")


def _apart(one: str, other: str) -> float:
    """Return the length of all bones between two joints, in trunks."""
    mine, yours = _distances(one), _distances(other)
    return min(mine[joint] + yours[joint] for joint in mine if joint in yours)


def _distances(joint: str) -> dict[str, float]:
    """Return how far each joint on the way to the hip is, along the bones."""
    distances, so_far = {joint: 0.0}, 0.0
    for further, length in _TO_HIP[joint]:
        so_far += length
        distances[further] = so_far
    return distances
