"""rhomboid: an upper-back coach that watches, counts, corrects and remembers.

Importing is cheap: each name is brought in when it is first used.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from rhomboid.version import __version__

if TYPE_CHECKING:
    from rhomboid.catalogue.read import load as load_exercise
    from rhomboid.catalogue.read import names as exercise_names
    from rhomboid.catalogue.spec import ExerciseSpec
    from rhomboid.coach.live import LiveSet, PoseFrame
    from rhomboid.errors import RhomboidError
    from rhomboid.pose.track import PoseTrack
    from rhomboid.records import Finding, Rep, SetReport
    from rhomboid.session import check

__all__ = [
    "ExerciseSpec",
    "Finding",
    "LiveSet",
    "PoseFrame",
    "PoseTrack",
    "Rep",
    "RhomboidError",
    "SetReport",
    "__version__",
    "check",
    "exercise_names",
    "load_exercise",
]

_HOMES = {
    "ExerciseSpec": ("rhomboid.catalogue.spec", "ExerciseSpec"),
    "Finding": ("rhomboid.records", "Finding"),
    "LiveSet": ("rhomboid.coach.live", "LiveSet"),
    "PoseFrame": ("rhomboid.coach.live", "PoseFrame"),
    "PoseTrack": ("rhomboid.pose.track", "PoseTrack"),
    "Rep": ("rhomboid.records", "Rep"),
    "RhomboidError": ("rhomboid.errors", "RhomboidError"),
    "SetReport": ("rhomboid.records", "SetReport"),
    "check": ("rhomboid.session", "check"),
    "exercise_names": ("rhomboid.catalogue.read", "names"),
    "load_exercise": ("rhomboid.catalogue.read", "load"),
}


def __getattr__(name: str) -> Any:
    """Bring a public name in when it is first used."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    module, attribute = _HOMES[name]
    value = getattr(import_module(module), attribute)
    globals()[name] = value
    return value
