"""What an annotated video says at each moment: the count, the phase, a cue."""

from dataclasses import dataclass

from rhomboid.records import Rep, SetReport
from rhomboid.report.page import worst_first
from rhomboid.report.quantity import seconds
from rhomboid.report.words import ENGLISH, Words

CUE_S = 3.0
"""How long a cue stays on the picture."""


@dataclass(frozen=True, slots=True)
class Caption:
    """The words on one frame.

    Attributes
    ----------
    count
        Repetitions complete by now.
    phase
        What the person is doing, in a word; empty if nothing was recognised.
    clock
        How long the far end has been held, in seconds; empty elsewhere.
    cue
        What to do; empty if there is nothing to say.
    """

    count: int
    phase: str
    clock: str
    cue: str


def caption_at(report: SetReport, time_s: float, words: Words = ENGLISH) -> Caption:
    """Return what to say at a moment, in seconds of the recording's own clock."""
    count = sum(rep.end_s <= time_s for rep in report.reps)
    phase, clock = _phase(report, time_s, words)
    return Caption(count, phase, clock, _cue(report, time_s))


def _phase(report: SetReport, time_s: float, words: Words) -> tuple[str, str]:
    """Return the word for the phase, and how long the far end has been held."""
    if not report.reps:
        return "", ""
    rep = next((rep for rep in report.reps if rep.start_s <= time_s < rep.end_s), None)
    if rep is None:
        return words.video_rest, ""
    reached_s, left_s = rep.start_s + rep.out_s, rep.end_s - rep.back_s
    if time_s < reached_s:
        return words.video_out, ""
    if time_s >= left_s:
        return words.video_back, ""
    still = words.video_pause if rep.hold_s is None else words.video_hold
    return still, f"{seconds(time_s - reached_s, words)} s"


def _cue(report: SetReport, time_s: float) -> str:
    """Return the cue to show: the newest, and of one moment the most important."""
    shown = [
        (at_s, finding.cue)
        for rep in report.reps
        for finding in worst_first(rep.findings)
        if finding.cue and 0 <= time_s - (at_s := _said_s(rep, finding.at_s)) < CUE_S
    ]
    newest_s = max((at_s for at_s, _ in shown), default=0.0)
    return next((cue for at_s, cue in shown if at_s == newest_s), "")


def _said_s(rep: Rep, at_s: float | None) -> float:
    """Return when to say something: when it was measured, or at the end of the repetition."""
    return rep.end_s if at_s is None else at_s
