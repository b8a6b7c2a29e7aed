"""What holds of a repetition and what does not.

Each check looks at one window of one repetition. It is good inside its limits,
to be fixed beyond limit and margin, and in between too close to call: a camera
sees no better than that.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Any

import numpy as np
from numpy.typing import NDArray

from rhomboid.catalogue.rules import Check, Posture
from rhomboid.catalogue.signals import Unit, joints_of
from rhomboid.catalogue.spec import ExerciseSpec
from rhomboid.coach import words
from rhomboid.coach.columns import Columns, Stretch
from rhomboid.motion.timing import Timing
from rhomboid.records import Finding, Verdict, View

Floats = NDArray[np.floating]

SURE = 0.5
"""Visibility from which a joint counts as seen (MediaPipe's own default)."""
JUDGED = 0.7
"""The same where a joint is judged: behind the plates of rendered lifters knees had 0.5 to 0.7,
and were read up to 40 degrees wrong."""
_SEEN_SHARE = 0.8
"""Share of a window in which a joint must be seen (evidence.md 5)."""
_BEFORE_S = 0.3
"""How long before its first movement somebody is looked at for the start position. house"""
_AROUND_S = 0.1
"""How far on either side of the turn its window reaches at least: three frames of thirty. house"""
_END = 3
"""Samples that tell what a movement was like where it began and where it ended. house"""
_OUTLIERS = 0.04
"""Share of the values at an end that is not believed: a joint is misread for a moment. house"""
_MANY = 12
"""Values from which one at each end is not believed in any case. house"""


@dataclass(frozen=True, slots=True, eq=False)
class Moment:
    """A repetition laid open: its rows, its clock, and from where it was seen.

    Attributes
    ----------
    rising
        Whether the way out is the one on which the counting signal grows.
    """

    number: int
    rows: Stretch
    timing: Timing
    view: View
    rising: bool

    def window(self, name: str) -> Stretch:
        """Return the rows of one window of the repetition."""
        t = self.timing
        if name == "turn":
            middle = (min(t.reached_s, t.turn_s - _AROUND_S), max(t.left_s, t.turn_s + _AROUND_S))
            return self.rows.between(*middle)
        spans = {
            "start": (t.start_s - _BEFORE_S, t.start_s),
            "out": (t.start_s, t.reached_s),
            "back": (t.left_s, t.end_s),
            "pause": (t.reached_s, t.left_s),
        }
        return self.rows.between(*spans.get(self._way(name), (t.start_s, t.end_s)))

    def seconds(self, name: str) -> float:
        """Return how long one window of the repetition lasted."""
        t = self.timing
        return {
            "out": t.reached_s - t.start_s,
            "pause": t.pause_s,
            "turn": t.pause_s,
            "back": t.end_s - t.left_s,
        }.get(self._way(name), t.end_s - t.start_s)

    def _way(self, name: str) -> str:
        """Return which way is the rise or the fall; any other window is itself."""
        if name not in ("rise", "fall"):
            return name
        return "out" if (name == "rise") == self.rising else "back"


def _median(column: Floats) -> float:
    """Return the middle value of those seen; for a few numbers sorting is quickest."""
    ordered = sorted(column.tolist())
    half = len(ordered) // 2
    return float(ordered[half] + ordered[~half]) / 2


def _highest(column: Floats) -> float:
    """Return the largest value that is no outlier."""
    return float(np.partition(column, -_few(column) - 1)[-_few(column) - 1])


def _lowest(column: Floats) -> float:
    """Return the smallest value that is no outlier."""
    return -_highest(-column)


def _few(column: Floats) -> int:
    """Return how many values at an end may be outliers."""
    return max(int(_OUTLIERS * len(column)), int(len(column) >= _MANY))


_MEASURES: Mapping[str, Any] = MappingProxyType(
    {
        "value": _median,
        "size": lambda column: abs(_median(column)),
        "highest": _highest,
        "lowest": _lowest,
        "swing": lambda column: _highest(column) - _lowest(column),
        "sinks": lambda column: _lowest(column) - float(column[:3].mean()),
        "returns": lambda column: abs(_median(column[-_END:]) - _median(column[:_END])),
        "change": _median,
    }
)
"""What makes one number of the values seen in a window, by the name in an exercise file."""


def summarise(rows: Stretch, column: int, measure: str) -> float:
    """Return one number for a column over a window; NaN where nothing was seen."""
    values = rows.values[:, column]
    seen = values[~np.isnan(values)]
    return float(_MEASURES[measure](seen)) if len(seen) else float("nan")


def posture_fault(moment: Moment, columns: Columns, posture: tuple[Posture, ...]) -> str | None:
    """Return why a movement is not this exercise, or None if it may be.

    What cannot be measured at all is no reason against it.
    """
    for rule in posture:
        value = summarise(moment.window(rule.at), columns[rule.signal], rule.measure)
        below = rule.at_least is not None and value < rule.at_least
        above = rule.at_most is not None and value > rule.at_most
        if below or above:
            return rule.say
    return None


def judge(moment: Moment, columns: Columns, spec: ExerciseSpec) -> tuple[Finding, ...]:
    """Judge one repetition by every check that looks at repetitions."""
    checks = (check for check in spec.checks if check.at != "set")
    return tuple(_judge_one(moment, columns, spec, check) for check in checks)


def unit_of(check: Check, spec: ExerciseSpec) -> "Unit | str":
    """Return the unit of what a check measures."""
    if check.measure == "seconds":
        return "s"
    if check.measure in ("speed_ratio", "repetitions"):
        return "ratio" if check.measure == "speed_ratio" else "repetitions"
    assert check.signal is not None
    return spec.signals[check.signal].unit


def _judge_one(moment: Moment, columns: Columns, spec: ExerciseSpec, check: Check) -> Finding:
    """Judge one repetition by one check."""
    value, (reason, help_) = _value(moment, columns, spec, check)
    if value is not None and _unsteady(moment, columns, spec, check):
        value, (reason, help_) = None, words.unsteady()
    at_s = moment.timing.turn_s if check.at in ("turn", "pause") else moment.timing.start_s
    return finding(check, spec, value, reason=reason, help_=help_, at_s=at_s, rep=moment.number)


def _unsteady(moment: Moment, columns: Columns, spec: ExerciseSpec, check: Check) -> bool:
    """Return whether what has to keep still for a check did not."""
    for other in spec.checks:
        if other.id == check.steady:
            moved, _ = _value(moment, columns, spec, other)
            return moved is not None and excess(other, moved) > 0
    return False


def _value(
    moment: Moment, columns: Columns, spec: ExerciseSpec, check: Check
) -> tuple[float | None, tuple[str, str]]:
    """Measure what a check asks for; or say why that cannot be done, and what would help."""
    if check.views and moment.view not in check.views:
        return None, words.wrong_view(check.views, moment.view)
    if check.measure == "seconds":
        return _seconds(moment, check)
    if check.measure == "speed_ratio":
        return moment.seconds("back") / max(moment.seconds("out"), 1e-3), ("", "")
    assert check.signal is not None
    rows, column = moment.window(check.at), columns[check.signal]
    if not _seen_enough(rows, column):
        return None, words.hidden(joints_of(spec.signals[check.signal]))
    value = summarise(rows, column, check.measure)
    if check.measure == "change":
        value -= summarise(moment.window("start"), column, "value")
    return (value, ("", "")) if np.isfinite(value) else (None, words.not_measurable())


def _seconds(moment: Moment, check: Check) -> tuple[float | None, tuple[str, str]]:
    """Return how long a window lasted; a pause that was out of sight may have been long enough."""
    seconds = moment.seconds(check.at)
    paused = check.at in ("pause", "turn")
    if paused and not moment.timing.whole and excess(check, seconds) > -check.doubt:
        return None, words.out_of_sight()
    return seconds, ("", "")


def _seen_enough(rows: Stretch, column: int) -> bool:
    """Return whether what a signal needs was seen for most of a window."""
    return float((rows.surety[:, column] >= JUDGED).mean()) >= _SEEN_SHARE


def finding(
    check: Check,
    spec: ExerciseSpec,
    value: float | None,
    *,
    reason: str = "",
    help_: str = "",
    at_s: float | None = None,
    rep: int | None = None,
) -> Finding:
    """Weigh a value against a check's limits; `reason` and `help_` are for none."""
    blank = _blank(check, spec, at_s, rep)
    if value is None:
        return replace(blank, reason=reason, cue=help_)
    verdict = weigh(check, value)
    weighed = replace(blank, verdict=verdict, value=value, uncertainty=check.uncertainty)
    if verdict == "not judged":
        return replace(weighed, reason=words.too_close(weighed, check.doubt))
    return replace(weighed, cue=check.say) if verdict == "fix" else weighed


def _blank(check: Check, spec: ExerciseSpec, at_s: float | None, rep: int | None) -> Finding:
    """Return a check's finding before anything was measured."""
    return Finding(
        check=check.id,
        title=check.title,
        verdict="not judged",
        value=None,
        uncertainty=None,
        unit=unit_of(check, spec),
        good_from=check.at_least,
        good_to=check.at_most,
        source=check.source,
        at_s=at_s,
        rep=rep,
        severity=check.severity,
    )


def weigh(check: Check, value: float) -> Verdict:
    """Return ``good``, ``fix``, or ``not judged`` for a value between limit and margin."""
    beyond = excess(check, value)
    if beyond <= -check.doubt:
        return "good"
    return "fix" if beyond >= check.margin else "not judged"


def excess(check: Check, value: float) -> float:
    """Return how far a value lies outside a check's limits; 0 or less inside."""
    over = value - check.at_most if check.at_most is not None else -np.inf
    under = check.at_least - value if check.at_least is not None else -np.inf
    return float(max(over, under))
