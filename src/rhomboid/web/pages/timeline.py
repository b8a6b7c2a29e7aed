"""The repetitions of a set on a line of time, and the signal above them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from rhomboid.records import Rep, SetReport
from rhomboid.report.chart import chart_title, chart_words, thinned
from rhomboid.report.page import worst_first
from rhomboid.report.quantity import clock
from rhomboid.web.pages.words import ENGLISH, Words

_POINTS = 500
_TICKS = 6
_STEPS_S = (1, 2, 5, 10, 15, 30, 60, 120, 300, 600)
_ROOM = 0.08
"""Share of the height that stays free above and below the signal."""

_EACH_REM = 2.6
"""A repetition has at least so much room, on average; who has less on the screen scrolls."""

_DIGIT_REM, _SIGN_REM = 0.55, 1.0
"""How wide a digit of a label is, and its sign."""

_EVERY = (1, 2, 5, 10)


@dataclass(frozen=True, slots=True)
class Stretch:
    """A phase of a repetition, in percent of the repetition."""

    name: str
    width: float


@dataclass(frozen=True, slots=True)
class Mark:
    """A repetition on the line; places are percent of the whole time.

    One whose number stands on the line is labelled; there is not room for all of them always.
    """

    number: int
    left: float
    width: float
    seek_s: float
    faults: tuple[str, ...]
    stretches: tuple[Stretch, ...]
    said: str
    is_labelled: bool = True


@dataclass(frozen=True, slots=True)
class Timeline:
    """The whole line.

    Attributes
    ----------
    curve
        The signal as an SVG path over 1000 by 100; empty where there is none.
    said
        The signal in words.
    ticks
        Places and times.
    least_rem
        How wide it is at the least.
    """

    marks: tuple[Mark, ...]
    curve: str
    title: str
    said: str
    ticks: tuple[tuple[float, str], ...]
    least_rem: float


def timeline(report: SetReport, words: Words = ENGLISH) -> Timeline:
    """Lay a set out in time."""
    whole_s = max(report.duration_s, *(rep.end_s for rep in report.reps), 1e-3)
    marks = tuple(_mark(rep, whole_s, words) for rep in report.reps)
    least_rem = round(_EACH_REM * len(marks), 1)
    return Timeline(
        marks=_labelled(marks, least_rem),
        curve=_curve(report, whole_s),
        title=chart_title(report.curve) if report.curve else "",
        said=chart_words(report),
        ticks=_ticks(whole_s),
        least_rem=least_rem,
    )


def _labelled(marks: Sequence[Mark], least_rem: float) -> tuple[Mark, ...]:
    """Leave out numbers where they would run into each other: every second stays, or fifth."""
    tried = (
        tuple(replace(mark, is_labelled=mark.number % every == 0) for mark in marks)
        for every in _EVERY
    )
    found: tuple[Mark, ...] = ()
    for found in tried:
        seen = [mark for mark in found if mark.is_labelled or mark.faults]
        if all(_are_apart(one, other, least_rem) for one, other in pairwise(seen)):
            break
    return found


def _are_apart(one: Mark, other: Mark, least_rem: float) -> bool:
    """Return whether the labels of two repetitions leave each other room."""
    apart = (other.left + other.width / 2 - one.left - one.width / 2) / 100 * least_rem
    return apart >= (_label_rem(one) + _label_rem(other)) / 2


def _label_rem(mark: Mark) -> float:
    """Return how wide a label is; without its number only the sign of a fault is left."""
    return _SIGN_REM + (_DIGIT_REM * len(str(mark.number)) if mark.is_labelled else 0.0)


def _mark(rep: Rep, whole_s: float, words: Words) -> Mark:
    """Lay a repetition out."""
    long_s = max(rep.end_s - rep.start_s, 1e-6)
    faults = tuple(fault.title for fault in worst_first(rep.findings))
    verdict = words.mark_fix.format(faults=", ".join(faults)) if faults else words.mark_good
    return Mark(
        number=rep.number,
        left=round(100 * rep.start_s / whole_s, 2),
        width=round(100 * long_s / whole_s, 2),
        seek_s=round(rep.turn_s, 2),
        faults=faults,
        stretches=tuple(
            Stretch(phase.name, round(100 * max(phase.end_s - phase.start_s, 0.0) / long_s, 1))
            for phase in rep.phases
        ),
        said=words.mark.format(n=rep.number, time=clock(rep.start_s), verdict=verdict),
    )


def _curve(report: SetReport, whole_s: float) -> str:
    """Return the signal as a path; a gap stays a gap."""
    if report.curve is None:
        return ""
    points = thinned(report.curve, _POINTS)
    known = [value for _, value in points if value is not None]
    if not known:
        return ""
    low, range_ = min(known), max(max(known) - min(known), 1e-9)
    path, pen = [], "M"
    for time_s, value in points:
        if value is None:
            pen = "M"
            continue
        up = _ROOM + (1 - 2 * _ROOM) * (value - low) / range_
        path.append(f"{pen}{1000 * time_s / whole_s:.1f} {100 * (1 - up):.1f}")
        pen = "L"
    return "".join(path)


def _ticks(whole_s: float) -> tuple[tuple[float, str], ...]:
    """Return a few round times."""
    step_s = next((s for s in _STEPS_S if whole_s / s <= _TICKS), 1200)
    times = range(0, int(whole_s) + 1, step_s)
    return tuple((round(100 * t / whole_s, 2), f"{t // 60}:{t % 60:02d}") for t in times)
