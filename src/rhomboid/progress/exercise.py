"""The progress of one exercise: its charts, made of sums of sets."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from rhomboid.catalogue.read import load
from rhomboid.catalogue.spec import ExerciseSpec
from rhomboid.coach.words import in_sentence
from rhomboid.errors import SpecError
from rhomboid.progress import measures
from rhomboid.progress.buckets import Buckets
from rhomboid.progress.chart import Chart
from rhomboid.progress.period import Period, is_long
from rhomboid.progress.words import ENGLISH, Words

if TYPE_CHECKING:
    from rhomboid.journal.journal import Journal
    from rhomboid.journal.sums import CheckSum


@dataclass(frozen=True, slots=True)
class Progress:
    """What one exercise came to.

    Attributes
    ----------
    exercise, name
        Its id, and its name; the id where the file is gone.
    sets, watched, repetitions
        How many, and how many of the sets a camera watched.
    charts
        Those for which there is something to show.
    checks
        What every check came to, at most in the last year, the least good first.
    """

    exercise: str
    name: str
    period: Period
    sets: int
    watched: int
    repetitions: int
    charts: tuple[Chart, ...]
    checks: tuple["CheckLine", ...]


@dataclass(frozen=True, slots=True)
class CheckLine:
    """What a check came to in a period, in so many repetitions."""

    check: str
    title: str
    good: int
    fix: int
    not_judged: int

    @property
    def judged(self) -> int:
        """How many could be judged."""
        return self.good + self.fix

    @property
    def share(self) -> float | None:
        """Which share of what was judged was good; None where nothing was."""
        return self.good / self.judged if self.judged else None


def exercise_progress(
    journal: "Journal",
    exercise: str,
    span: Period,
    *,
    pounds: bool = False,
    words: Words = ENGLISH,
) -> Progress:
    """Return the progress of an exercise in a period.

    Parameters
    ----------
    pounds
        Whether weights are shown in pounds.

    Raises
    ------
    JournalError
        If the journal cannot be read.
    """  # fmt: skip
    spec = _spec(exercise)
    name = in_sentence(spec.exercise.name) if spec else exercise
    rows = journal.trends.exercise(exercise, span.first)
    checks = journal.sums.checks(exercise, span.within_a_year) if rows else []
    first = min((row.key for row in rows), default=span.last)
    told = Buckets(rows, is_long(first, span.last), span.last, name, words)
    charts = (
        measures.loads(told, pounds=pounds),
        measures.strength(told, exercise, pounds=pounds),
        measures.repetitions(told),
        measures.holds(told),
        measures.ranges(told, spec),
        *_judged(told, checks, spec, span),
        measures.pains(told),
    )
    return Progress(
        exercise,
        spec.exercise.name if spec else exercise,
        span,
        sum(row.sets for row in rows),
        sum(row.sets for row in rows if row.watched),
        sum(row.total for row in rows),
        tuple(chart for chart in charts if chart is not None),
        _check_lines(checks, spec),
    )


def _spec(exercise: str) -> ExerciseSpec | None:
    """Return the file of an exercise; None where it is gone."""
    try:
        return load(exercise)
    except SpecError:
        return None


def _judged(
    told: Buckets, checks: "Sequence[CheckSum]", spec: ExerciseSpec | None, span: Period
) -> tuple[Chart | None, Chart | None]:
    """Return the form score and the pauses kept."""
    pauses = {c.id for c in spec.checks if c.times_a_pause} if spec and not spec.rep.hold else set()
    cut = span.first is None
    return (
        measures.form(told, _shares(checks), cut=cut),
        measures.pauses(told, _shares(c for c in checks if c.check in pauses), cut=cut),
    )


def _shares(checks: "Iterable[CheckSum]") -> dict[date, tuple[int, int, int]]:
    """Return how many were good, to fix and not judged, week by week."""
    weeks: dict[date, tuple[int, int, int]] = defaultdict(lambda: (0, 0, 0))
    for check in checks:
        good, fix, blind = weeks[check.week]
        weeks[check.week] = (good + check.good, fix + check.fix, blind + check.not_judged)
    return weeks


def _check_lines(checks: "Sequence[CheckSum]", spec: ExerciseSpec | None) -> tuple[CheckLine, ...]:
    """Sum every check over its weeks."""
    titles = {check.id: check.title for check in spec.checks} if spec else {}
    by_check: dict[str, list[CheckSum]] = defaultdict(list)
    for row in checks:
        by_check[row.check].append(row)
    lines = (
        CheckLine(
            check,
            titles.get(check, check),
            sum(row.good for row in rows),
            sum(row.fix for row in rows),
            sum(row.not_judged for row in rows),
        )
        for check, rows in by_check.items()
    )
    return tuple(sorted(lines, key=lambda one: (one.share is None, one.share or 0.0, one.check)))
