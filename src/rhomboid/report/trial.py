"""Whether the drawn athlete can be counted doing an exercise as its file describes it.

A file may be valid and still count nothing. What the athlete cannot do is not
tried, and no trial tells how a person is counted.
"""

from dataclasses import dataclass

from rhomboid.athlete.exercises import MOVEMENTS
from rhomboid.athlete.performance import perform
from rhomboid.athlete.script import Script
from rhomboid.catalogue.spec import ExerciseSpec
from rhomboid.coach import words
from rhomboid.coach.offline import judge_track
from rhomboid.records import SetReport

_REPETITIONS = 5
"""How many the athlete does: enough to tell a habit from an accident. house"""


@dataclass(frozen=True, slots=True)
class Trial:
    """How a trial went.

    Attributes
    ----------
    passed
        Whether what was done was counted, and nothing in it was called a
        fault; None if it could not be tried.
    sentences
        What to say of it.
    """

    passed: bool | None
    sentences: tuple[str, ...]


def try_out(spec: ExerciseSpec) -> Trial:
    """Let the drawn athlete do an exercise at the tempo of its file, and count it.

    Examples
    --------
    >>> from rhomboid.catalogue.read import load
    >>> try_out(load("lat_pulldown")).sentences
    ('The drawn athlete did 5, 5 were counted.',)
    """
    if spec.id not in MOVEMENTS:
        return Trial(None, (_untried(spec),))
    tempo = spec.prescription.tempo
    script = Script(
        spec.id,
        repetitions=_REPETITIONS,
        out_s=tempo.out_s or None,
        pause_s=tempo.pause_s,
        back_s=tempo.back_s or None,
        rest_s=tempo.rest_s,
    )
    return _judged(judge_track(perform(script).track, spec))


def _judged(report: SetReport) -> Trial:
    """Say what became of what was done."""
    done = f"The drawn athlete did {_REPETITIONS}, {report.count} "
    said = [f"{done}{'was' if report.count == 1 else 'were'} counted."]
    if report.count != _REPETITIONS:
        return Trial(passed=False, sentences=(*said, *words.attempts(report.attempts)))
    said += [
        f"It did so without a fault, and was told one: {words.in_sentence(found.title)}"
        f" {words.amount(found.value, found.unit)}, {words.limits(found)}."
        for found in report.findings
        if found.verdict == "fix" and found.value is not None and found.unit != "repetitions"
    ]
    return Trial(passed=len(said) == 1, sentences=tuple(said))


def _untried(spec: ExerciseSpec) -> str:
    """Say that there is nothing to try an exercise with, and what to do instead."""
    return (
        f"The drawn athlete has no movement for {spec.id!r}, so whether it is counted was not"
        " tried: record a set, and check it with this file."
    )
