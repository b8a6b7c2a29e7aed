"""What an exercise can be done with, given what is at hand.

An exercise file lists its equipment; which pieces belong together (a cable and its
bar, blocks and a barbell) and on what scale each is made harder stands here.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from rhomboid.training.load import Axis

ANYWHERE = "none"
"""Gear that nobody has to tick: carpet or grass."""


@dataclass(frozen=True, slots=True)
class Way:
    """One way to do an exercise.

    Attributes
    ----------
    gear
        Id of the equipment in the exercise file.
    needs
        All that must be at hand for it.
    axis
        By what it is made harder.
    repetitions
        From how many to how many, where the gear asks for others than the file.
    spare
        How many repetitions more to keep in reserve than usual.
    """

    gear: str
    needs: frozenset[str]
    axis: Axis
    repetitions: tuple[int, int] | None = None
    spare: int = 0


def _way(gear: str, needs: str, axis: Axis) -> Way:
    return Way(gear, frozenset(needs.split()), axis)


_COARSE = (10, 15)
_KETTLEBELL = (8, 12)
WAYS: Mapping[str, tuple[Way, ...]] = MappingProxyType(
    {
        "seated_cable_row": (
            _way("cable_station", "cable_station straight_bar", "kg"),
            _way("neutral_bar", "cable_station neutral_bar", "kg"),
            _way("v_grip", "cable_station v_grip", "kg"),
            replace(_way("band", "band", "band"), repetitions=_COARSE),
        ),
        "lat_pulldown": (
            _way("pulldown_station", "pulldown_station long_bar", "kg"),
            _way("neutral_bar", "pulldown_station neutral_bar", "kg"),
            _way("v_grip", "pulldown_station v_grip", "kg"),
            replace(_way("cable_station", "cable_station long_bar", "kg"), spare=1),
            replace(_way("band", "band", "band"), repetitions=_COARSE),
        ),
        "deadlift": (
            _way("barbell", "barbell", "kg"),
            _way("trap_bar", "trap_bar", "kg"),
            _way("blocks", "barbell blocks", "kg"),
            replace(_way("kettlebell", "kettlebell", "kg"), repetitions=_KETTLEBELL),
            replace(_way("dumbbells", "dumbbells", "kg"), repetitions=_KETTLEBELL),
            replace(_way("band", "band", "band"), repetitions=_COARSE),
        ),
        "inverted_row": (
            _way("barbell_in_rack", "barbell_in_rack", "body_angle"),
            _way("smith_machine", "smith_machine", "body_angle"),
            _way("rings", "rings", "body_angle"),
            _way("straps", "straps", "body_angle"),
        ),
        "t_raise": (
            _way("band", "band", "band"),
            _way("dumbbells", "dumbbells", "kg"),
            _way("bottles", "bottles", "none"),
        ),
        "corkscrew": (
            _way("mat", "mat", "seconds"),
            Way(ANYWHERE, frozenset(), "seconds"),
        ),
    }
)
"""How each of the six can be done, the article's own way first. Ranges of other gear: house."""


def ways(exercise: str, at_hand: Collection[str]) -> tuple[Way, ...]:
    """Return how an exercise can be done with what is at hand, the best way first.

    Examples
    --------
    >>> [way.gear for way in ways("lat_pulldown", {"band", "cable_station"})]
    ['band']
    """
    return tuple(way for way in WAYS.get(exercise, ()) if way.needs <= set(at_hand))
