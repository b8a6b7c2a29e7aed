"""A kept set, judged anew from its joints, and kept at hand for a while."""

from dataclasses import dataclass
from functools import lru_cache

from rhomboid.errors import RhomboidError, SpecError, TrackError
from rhomboid.journal.sets import Sets
from rhomboid.pose.track import PoseTrack
from rhomboid.records import SetReport
from rhomboid.session import check
from rhomboid.training.kept import KeptSet
from rhomboid.training.standing import Standing
from rhomboid.training.target import Target

_AT_HAND = 32


@dataclass(frozen=True, slots=True, eq=False)
class Judged:
    """What the joints of a set say.

    Attributes
    ----------
    report, track
        None where no camera watched, or where the joints are damaged.
    trouble
        Why there is no report although a camera watched; empty otherwise.
    """

    report: SetReport | None = None
    track: PoseTrack | None = None
    trouble: str = ""


def judged(sets: Sets, kept: KeptSet, own: Standing | None = None) -> Judged:
    """Return what is to be said of a set, of somebody who stands so."""
    return _judged(sets, kept.id, kept.exercise, own, kept.target)


@lru_cache(maxsize=_AT_HAND)
def _judged(
    sets: Sets, id_: str, exercise: str | None, own: Standing | None, target: Target | None
) -> Judged:
    """Judge the joints of a set."""
    try:
        track = sets.track(id_)
        if track is None:
            return Judged()
        return Judged(check(track, exercise, own=own, target=target), track)
    except (TrackError, SpecError) as error:
        return Judged(trouble=_one_line(error))


def _one_line(error: RhomboidError) -> str:
    """Return the first line of an error."""
    return str(error).splitlines()[0]
