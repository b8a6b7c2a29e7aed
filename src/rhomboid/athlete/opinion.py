"""What should be said of a repetition: each check, weighed on what really happened.

Told apart from the product's own arithmetic on purpose: one is held against
the other.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray

from rhomboid.athlete.eye import true_signals
from rhomboid.athlete.truth import TrueRep, TrueVerdict
from rhomboid.catalogue.rules import Check
from rhomboid.catalogue.spec import ExerciseSpec

Floats = NDArray[np.floating]

_RATE_HZ = 40.0
_BEFORE_S = 0.3
_CLOSE = 0.5
"""Share of a check's uncertainty within which a value is too close to a limit: drawn joints err
by half of what real ones do. house"""
_NOMINAL_DEG: Mapping[str, float] = MappingProxyType(
    {
        "front": 0.0, "front34": 45.0, "side": 90.0, "rear34": 135.0, "rear": 180.0,
        "foot_end": 0.0, "foot_end34": 45.0, "head_end": 180.0, "head_end34": 135.0,
    }
)  # fmt: skip
"""The azimuth each view is named after, for somebody upright or on their back."""
_KNEELING_DEG: Mapping[str, float] = MappingProxyType(
    {"head_end": 0.0, "head_end34": 45.0, "side": 90.0, "foot_end34": 135.0, "foot_end": 180.0}
)
_MEASURES: Mapping[str, Callable[[Floats], float]] = MappingProxyType(
    {
        "value": lambda values: float(np.median(values)),
        "highest": lambda values: float(values.max()),
        "lowest": lambda values: float(values.min()),
        "swing": lambda values: float(np.ptp(values)),
        "sinks": lambda values: float(values.min() - values[:3].mean()),
    }
)


def unseen(spec: ExerciseSpec, view: str) -> tuple[str, ...]:
    """Return the checks that cannot be judged from a view."""
    return tuple(c.id for c in spec.checks if c.views and view not in c.views and c.at != "set")


def judged(
    spec: ExerciseSpec, rep: TrueRep, joints_at: Callable[[Floats], Floats], *, rises: bool
) -> TrueRep:
    """Return a repetition with what every check of it should say.

    Parameters
    ----------
    spec
        The exercise.
    rep
        When it was done.
    joints_at
        From times, shape (T,), to joints in the room, shape (T, 33, 3).
    rises
        Whether the way out is the one on which the counting signal grows.
    """
    count = max(8, int((rep.done_s - rep.begun_s + _BEFORE_S) * _RATE_HZ))
    times_s = np.linspace(rep.begun_s - _BEFORE_S, rep.done_s, count)
    sight = _Sight(spec, times_s, joints_at(times_s), _spans(rep, rises=rises))
    checks = [check for check in spec.checks if check.at != "set"]
    values = {c.id: _value(c, sight) for c in checks}
    verdicts = {c.id: _verdict(c, values[c.id]) for c in checks}
    for check in checks:
        if check.steady is not None and verdicts[check.steady] != "good":
            verdicts[check.id] = "close"
    return replace(rep, values=values, verdicts=verdicts)


@dataclass(frozen=True, slots=True, eq=False)
class _Sight:
    """A repetition as a perfect eye sees it: joints by time, and its windows."""

    spec: ExerciseSpec
    times_s: Floats
    room_m: Floats
    spans_s: Mapping[str, tuple[float, float]]

    def seconds(self, window: str) -> float:
        """Return how long a window lasts."""
        first_s, last_s = self.spans_s[window]
        return last_s - first_s

    def signal(self, check: Check, window: str) -> Floats:
        """Return the signal of a check in a window, left and right, shape (n, 2)."""
        nominal = _KNEELING_DEG if self.spec.camera.lying == "face_down" else _NOMINAL_DEG
        view = (check.views or self.spec.camera.views)[0]
        name = str(check.signal)
        first_s, last_s = self.spans_s[window]
        first = min(int(np.searchsorted(self.times_s, first_s)), len(self.times_s) - 3)
        last = max(int(np.searchsorted(self.times_s, last_s, side="right")), first + 3)
        wanted = {name: self.spec.signals[name]}
        return true_signals(self.room_m[first:last], wanted, nominal[view])[name]


def _value(check: Check, sight: _Sight) -> tuple[float, float]:
    """Return what a check measures on the left and on the right."""
    if check.measure == "speed_ratio":
        ratio = sight.seconds("back") / sight.seconds("out")
        return ratio, ratio
    if check.signal is None:
        seconds = sight.seconds("pause" if check.at == "turn" else check.at)
        return seconds, seconds
    there = sight.signal(check, check.at)
    if check.measure == "change":
        left, right = np.median(there, axis=0) - np.median(sight.signal(check, "start"), axis=0)
        return float(left), float(right)
    measure = _MEASURES[check.measure]
    return measure(there[:, 0]), measure(there[:, 1])


def _spans(rep: TrueRep, *, rises: bool) -> Mapping[str, tuple[float, float]]:
    """Return when each window of a repetition begins and ends."""
    out, back = (rep.begun_s, rep.reached_s), (rep.left_s, rep.done_s)
    middle_s = (rep.reached_s + rep.left_s) / 2
    return {
        "start": (rep.begun_s - _BEFORE_S, rep.begun_s),
        "out": out,
        "turn": (min(rep.reached_s, middle_s - 0.1), max(rep.left_s, middle_s + 0.1)),
        "pause": (rep.reached_s, rep.left_s),
        "back": back,
        "rise": out if rises else back,
        "fall": back if rises else out,
        "rep": (rep.begun_s, rep.done_s),
    }


def _verdict(check: Check, values: tuple[float, float]) -> TrueVerdict:
    """Return what a check should say; ``close`` also where left and right do not agree."""
    said = {_weighed(check, value) for value in values}
    return said.pop() if len(said) == 1 else "close"


def _weighed(check: Check, value: float) -> TrueVerdict:
    """Weigh one value against limits, and against what a camera can tell."""
    over = value - check.at_most if check.at_most is not None else -np.inf
    under = check.at_least - value if check.at_least is not None else -np.inf
    beyond = max(over, under)
    doubt = _CLOSE * check.uncertainty
    if beyond >= check.margin + doubt:
        return "fix"
    return "good" if beyond <= -(check.doubt + doubt) else "close"
