"""The repetitions of a set on a line of time, and the signal above them."""

from dataclasses import dataclass

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


@dataclass(frozen=True, slots=True)
class Stretch:
    """A phase of a repetition, in percent of the repetition."""

    name: str
    width: float


@dataclass(frozen=True, slots=True)
class Mark:
    """A repetition on the line; places are percent of the whole time."""

    number: int
    left: float
    width: float
    seek_s: float
    faults: tuple[str, ...]
    stretches: tuple[Stretch, ...]
    said: str


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
    """

    marks: tuple[Mark, ...]
    curve: str
    title: str
    said: str
    ticks: tuple[tuple[float, str], ...]


def timeline(report: SetReport, words: Words = ENGLISH) -> Timeline:
    """Lay a set out in time."""
    whole_s = max(report.duration_s, *(rep.end_s for rep in report.reps), 1e-3)
    return Timeline(
        marks=tuple(_mark(rep, whole_s, words) for rep in report.reps),
        curve=_curve(report, whole_s),
        title=chart_title(report.curve) if report.curve else "",
        said=chart_words(report),
        ticks=_ticks(whole_s),
    )


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
