"""What was done: repetitions, findings, and the report of one set.

Frozen values that every layer may hold and none may change. Times are seconds
on the recording's own clock. Nothing here computes.
"""

from dataclasses import dataclass, field
from typing import Literal

Verdict = Literal["good", "fix", "not judged"]
"""What a check came to."""

Side = Literal["left", "right", "both"]
"""Which arm did a repetition, where only one does."""

View = Literal[
    "front", "front34", "side", "rear34", "rear",
    "foot_end", "foot_end34", "head_end34", "head_end",
    "unknown",
]  # fmt: skip
"""From where the camera sees the person."""

PhaseName = Literal["out", "turn", "back", "rest"]
"""Leaving the start, staying at the far end, coming back, and waiting at the start."""


@dataclass(frozen=True, slots=True)
class Phase:
    """One stretch of a repetition."""

    name: PhaseName
    start_s: float
    end_s: float


@dataclass(frozen=True, slots=True)
class Finding:
    """What one check found, in one repetition or over a set.

    Attributes
    ----------
    check
        Id of the check in the exercise file.
    title
        What is checked, in a few words ("Pause at your waist").
    verdict
        ``good``, ``fix`` or ``not judged``.
    value, uncertainty
        What was measured and how far it may be off, in `unit`; None where
        nothing was measured.
    unit
        ``deg``, ``s``, ``trunk`` (hip to shoulder), ``shoulder`` (shoulder
        widths), ``ratio`` or ``repetitions``.
    good_from, good_to
        The limits between which the value is good; None for no limit.
    source
        Key of sources.toml, or ``house``.
    cue
        One plain sentence: what to do, or what would help to judge it; empty
        where there is nothing to do.
    reason
        Why it was not judged; empty otherwise.
    at_s
        When it was measured; None for a set.
    rep
        Number of the repetition, from 1; None for a set.
    severity
        ``major`` or ``minor``.
    """

    check: str
    title: str
    verdict: Verdict
    value: float | None
    uncertainty: float | None
    unit: str
    good_from: float | None
    good_to: float | None
    source: str
    cue: str = ""
    reason: str = ""
    at_s: float | None = None
    rep: int | None = None
    severity: Literal["major", "minor"] = "minor"


@dataclass(frozen=True, slots=True)
class Rep:
    """One complete repetition.

    Attributes
    ----------
    number
        From 1.
    start_s, turn_s, end_s
        Leaving the start position, reaching the far end, being back.
    out_s, back_s
        How long the way out and the way back took.
    pause_s
        How long the far end was held still.
    hold_s
        The same, for an exercise that is a hold; None otherwise.
    amplitude
        Range of the counting signal, in its own unit.
    side
        Which arm, where only one works.
    confidence
        0 to 1: how well the joints were seen and how clear the movement was.
    findings
        One for each check of the exercise.
    """

    number: int
    start_s: float
    turn_s: float
    end_s: float
    out_s: float
    back_s: float
    pause_s: float
    hold_s: float | None
    amplitude: float
    side: Side
    confidence: float
    findings: tuple[Finding, ...] = ()

    @property
    def phases(self) -> tuple[Phase, ...]:
        """The three stretches of the repetition, in order."""
        reached_s, left_s = self.start_s + self.out_s, self.end_s - self.back_s
        return (
            Phase("out", self.start_s, reached_s),
            Phase("turn", reached_s, left_s),
            Phase("back", left_s, self.end_s),
        )


@dataclass(frozen=True, slots=True)
class Attempt:
    """A movement that was seen and not counted, and why.

    Attributes
    ----------
    kind
        ``incomplete`` (the recording ends, or the person is lost, before the
        return), ``partial`` (too small) or ``other`` (not this exercise).
    """

    kind: Literal["incomplete", "partial", "other"]
    start_s: float
    end_s: float
    reason: str


@dataclass(frozen=True, slots=True, eq=False)
class Curve:
    """The counting signal over time, for a chart.

    Attributes
    ----------
    title, unit
        What it is, in words, and its unit.
    times_s, values
        Same length; None where nothing was seen.
    """

    title: str
    unit: str
    times_s: tuple[float, ...]
    values: tuple[float | None, ...]


@dataclass(frozen=True, slots=True)
class Versions:
    """What made a report: judge again when one of them moves."""

    rhomboid: str
    model: str
    rules: str


@dataclass(frozen=True, slots=True, eq=False)
class SetReport:
    """Everything said about one set.

    Attributes
    ----------
    exercise
        Id of the exercise, or None if none was recognised.
    name
        Its name in words; "no exercise" for None.
    recognised
        Whether the exercise was recognised rather than given.
    reps
        The complete repetitions, in order.
    attempts
        What was seen and not counted.
    findings
        One for each check, over the whole set.
    not_judged
        The findings among them that were not judged, with reasons.
    sentences
        What to tell the person, most important first.
    view
        From where the camera sees the person.
    coverage
        Share of the time in which the needed joints were seen, 0 to 1.
    duration_s
        Length of the recording.
    curve
        The counting signal; None if no exercise was recognised.
    notes
        Remarks on the recording itself ("the file breaks off").
    """

    exercise: str | None
    name: str
    recognised: bool
    reps: tuple[Rep, ...]
    attempts: tuple[Attempt, ...]
    findings: tuple[Finding, ...]
    sentences: tuple[str, ...]
    view: View
    coverage: float
    duration_s: float
    versions: Versions
    curve: Curve | None = None
    notes: tuple[str, ...] = field(default=())

    @property
    def count(self) -> int:
        """The number of complete repetitions."""
        return len(self.reps)

    def to_json(self) -> str:
        """Return the report as JSON; its schema is docs/report-schema.json."""
        from rhomboid.records_json import to_json

        return to_json(self)

    @property
    def not_judged(self) -> tuple[Finding, ...]:
        """The checks that could not be judged, with reasons."""
        return tuple(f for f in self.findings if f.verdict == "not judged")
