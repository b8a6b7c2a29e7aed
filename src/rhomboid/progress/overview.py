"""Progress over all exercises: muscles, days, pain, and what was done of each exercise."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Literal

from rhomboid.catalogue.read import load
from rhomboid.errors import SpecError
from rhomboid.plan.history import counts, worked
from rhomboid.plan.volume import WEIGHTS, weekly_sets
from rhomboid.progress.chart import Chart, Point, digits
from rhomboid.progress.days import Adherence, adherence, day_charts
from rhomboid.progress.period import Period, monday
from rhomboid.progress.trend import trend
from rhomboid.progress.words import ENGLISH, Words
from rhomboid.training.checkin import Muscle

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rhomboid.journal.journal import Journal
    from rhomboid.journal.trends import Trend
    from rhomboid.training.kept import KeptSet

Amount = Literal["none", "few", "some", "many"]
"""No set; fewer than 5; fewer than 10; 10 or more (evidence: weekly sets)."""

_WEEKS = 4
"""Over how many weeks the usual number of sets is taken. house"""


@dataclass(frozen=True, slots=True)
class MuscleSets:
    """The sets of a muscle: in the last seven days, and a week on average of the last four."""

    muscle: Muscle
    name: str
    week: float
    usual: float

    @property
    def amount(self) -> Amount:
        """How many there were in the last seven days, roughly."""
        if self.week <= 0:
            return "none"
        return "few" if self.week < 5 else "some" if self.week < 10 else "many"


@dataclass(frozen=True, slots=True)
class ExerciseSum:
    """What was done of one exercise."""

    exercise: str
    name: str
    sets: int
    watched: int
    repetitions: int
    load: str


@dataclass(frozen=True, slots=True)
class Overview:
    """What all exercises came to in a period.

    Attributes
    ----------
    easy
        Sets of the last seven days that were meant to be easy, which count for no muscle.
    """

    period: Period
    muscles: tuple[MuscleSets, ...]
    easy: int
    exercises: tuple[ExerciseSum, ...]
    charts: tuple[Chart, ...]
    adherence: Adherence | None


def overview(
    journal: "Journal", span: Period, *, pounds: bool = False, words: Words = ENGLISH
) -> Overview:
    """Return the progress over all exercises.

    Raises
    ------
    JournalError
        If the journal cannot be read.
    """
    days = journal.trends.days(span.first)
    done = journal.sets.between(span.last - timedelta(days=6), span.last)
    if not days:
        return Overview(span, _muscles(done, {}, span.last, words), _easy(done), (), (), None)
    weeks = _weekly(journal.trends.volume(min(span.within_a_year, span.last - timedelta(weeks=5))))
    kept_to = adherence(journal, days, max(span.within_a_year, days[0].day), span.last)
    charts = (_sets(weeks, span, words), *day_charts(days, kept_to, span, words))
    return Overview(
        span,
        _muscles(done, weeks, span.last, words),
        _easy(done),
        exercise_sums(
            journal.trends.exercises(span.within_a_year, span.last), pounds=pounds, words=words
        ),
        tuple(chart for chart in charts if chart is not None),
        kept_to,
    )


def exercise_sums(
    rows: "list[Trend]", *, pounds: bool, words: Words = ENGLISH
) -> tuple[ExerciseSum, ...]:
    """Return what was done of each exercise, the most first."""
    groups: dict[str, list[Trend]] = defaultdict(list)
    for row in rows:
        groups[row.key].append(row)
    sums = (
        ExerciseSum(
            exercise,
            name_of(exercise),
            sum(row.sets for row in group),
            sum(row.sets for row in group if row.watched),
            sum(row.total for row in group),
            loads_said(group, pounds=pounds, words=words),
        )
        for exercise, group in groups.items()
    )
    return tuple(sorted(sums, key=lambda one: (-one.sets, one.name)))


def name_of(exercise: str) -> str:
    """Return the name of an exercise; its id where the file is gone."""
    try:
        return load(exercise).exercise.name
    except SpecError:
        return exercise


def loads_said(rows: "list[Trend]", *, pounds: bool, words: Words = ENGLISH) -> str:
    """Return from which load to which, on every scale there is; empty where nobody said."""
    from rhomboid.training.load import POUND_KG

    spans: dict[str, list[float]] = defaultdict(list)
    for row in rows:
        if row.load_axis not in (None, "none") and row.load is not None:
            spans[row.load_axis] += [row.load if row.load_low is None else row.load_low, row.load]
    said = []
    for axis, values in sorted(spans.items()):
        shown, times = ("lb", 1 / POUND_KG) if axis == "kg" and pounds else (axis, 1.0)
        low, high = (digits(value * times, 1) for value in (min(values), max(values)))
        span = low if low == high else f"{low}–{high}"
        said.append(words.load_said[shown].format(n=span))
    return ", ".join(said)


def _weekly(rows: list[tuple[date, str, int]]) -> dict[date, dict[Muscle, float]]:
    """Return the sets of each muscle, week by week."""
    weeks: dict[date, dict[Muscle, float]] = defaultdict(lambda: defaultdict(float))
    for week, exercise, sets in rows:
        for muscle, weight in WEIGHTS.get(exercise, {}).items():
            weeks[week][muscle] += weight * sets
    return weeks


def _easy(done: "Sequence[KeptSet]") -> int:
    """Return how many sets were meant to be easy."""
    return sum(1 for kept in done if worked(kept) and not counts(kept))


def _muscles(
    done: "Sequence[KeptSet]", weeks: dict[date, dict[Muscle, float]], last: date, words: Words
) -> tuple[MuscleSets, ...]:
    """Return the sets of each muscle lately."""
    this = monday(last)
    before = [this - timedelta(weeks=n) for n in range(1, _WEEKS + 1)]
    return tuple(
        MuscleSets(
            muscle,
            words.muscles[muscle],
            number,
            sum(weeks.get(week, {}).get(muscle, 0.0) for week in before) / _WEEKS,
        )
        for muscle, number in weekly_sets(done, last).items()
    )


def _sets(weeks: dict[date, dict[Muscle, float]], span: Period, words: Words) -> Chart | None:
    """Return the sets of the upper back, week by week, weeks without any included."""
    first = min((week for week in weeks if week >= span.within_a_year), default=None)
    if first is None:
        return None
    count = (monday(span.last) - first).days // 7 + 1
    starts = [first + timedelta(weeks=n) for n in range(count)]
    values = [(start, weeks.get(start, {}).get("upper_back", 0.0)) for start in starts]
    whole = values[:-1] if len(values) > 1 else values
    return Chart(
        "upper-back",
        words.sets_title,
        words.sets_axis,
        trend(words.sets_what, whole, lambda v: digits(v, 1), words=words),
        words.sets_meaning.format(unfinished=words.not_over(by_month=False))
        + (f" {words.form_year}" if span.first is None else ""),
        tuple(Point(start, value, 0, 0.0, value) for start, value in values),
        shape="bars",
        scale="zero",
    )
