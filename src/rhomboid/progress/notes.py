"""Notes on a period, for somebody who treats or coaches the person: facts, no judgement.

Nothing here interprets: what was measured, what was said, what was planned, and what
could not be judged and why.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from rhomboid.catalogue.read import load
from rhomboid.coach.words import unit_called
from rhomboid.errors import SpecError
from rhomboid.progress.chart import digits
from rhomboid.progress.days import Adherence, adherence
from rhomboid.progress.overview import exercise_sums, name_of
from rhomboid.progress.told import Told, told_of
from rhomboid.progress.words import ENGLISH, Words

if TYPE_CHECKING:
    from rhomboid.journal.journal import Journal
    from rhomboid.journal.spans import CheckRow
    from rhomboid.journal.trends import Trend

LONGEST = timedelta(days=366)
"""The longest period that notes are made of. house"""

_MOST_FAULTS, _MOST_UNSEEN, _MOST_PAINS = 5, 6, 8


@dataclass(frozen=True, slots=True)
class ExerciseNote:
    """What was done of an exercise; None where nothing was measured.

    Attributes
    ----------
    counted, good
        Repetitions that a camera judged, and those without a major fault.
    pauses, pauses_kept
        Pauses that a camera could time, and those that were long enough.
    hold_s
        The longest hold.
    span
        The typical range of the counting signal, with its unit; empty where not measured.
    effort
        Mean of what was answered, 0 to 10.
    """

    name: str
    sets: int
    watched: int
    repetitions: int
    load: str
    counted: int
    good: int
    pauses: int
    pauses_kept: int
    hold_s: float | None
    span: str
    effort: float | None


@dataclass(frozen=True, slots=True)
class CheckNote:
    """A check of an exercise: in how many repetitions it was so, of how many."""

    exercise: str
    title: str
    number: int
    of: int
    reason: str = ""


@dataclass(frozen=True, slots=True)
class PainNote:
    """A day on which pain was noted: the worst, and with what."""

    day: date
    worst: int
    names: str


@dataclass(frozen=True, slots=True)
class Notes:
    """Notes on the days from one to another, both included.

    Attributes
    ----------
    asked, pained
        Sets for which pain was answered, and for how many it was more than 0.
    pains
        The days with pain, the worst first as far as there is room, then by day.
    more_pains
        How many other days with pain there are.
    told
        What was told of whole days: pain, mornings, signs.
    faults
        What was found to fix most often.
    unseen
        What could not be judged, and why.
    versions
        rhomboid, model and rules that judged.
    """

    first: date
    last: date
    adherence: Adherence
    sessions: int
    exercises: tuple[ExerciseNote, ...]
    asked: int
    pained: int
    pains: tuple[PainNote, ...]
    more_pains: int
    told: Told
    faults: tuple[CheckNote, ...]
    unseen: tuple[CheckNote, ...]
    versions: tuple[tuple[str, str, str], ...]


def notes(
    journal: "Journal", first: date, last: date, *, pounds: bool = False, words: Words = ENGLISH
) -> Notes:
    """Return the notes on a period of at most a year; of a longer one its end.

    Raises
    ------
    JournalError
        If the journal cannot be read.
    """
    first = max(first, last - LONGEST)
    rows = journal.trends.exercises(first, last)
    checks = journal.spans.checks(first, last)
    days = [one for one in journal.trends.days(first) if one.day <= last]
    pains = _pains(journal.spans.pains(first, last))
    worst = sorted(pains, key=lambda one: (-one.worst, one.day))[:_MOST_PAINS]
    return Notes(
        first,
        last,
        adherence(journal, days, first, last),
        len(journal.sessions.between(first, last)),
        _exercises(rows, checks, pounds=pounds, words=words),
        sum(one.pains for one in days),
        sum(one.pained for one in days),
        tuple(sorted(worst, key=lambda one: one.day)),
        max(0, len(pains) - _MOST_PAINS),
        told_of(journal.days.check_ins(first, last)),
        _faults(checks),
        _unseen(journal, checks),
        tuple(journal.spans.versions(first, last)),
    )


def _exercises(
    rows: "Sequence[Trend]", checks: "Sequence[CheckRow]", *, pounds: bool, words: Words
) -> tuple[ExerciseNote, ...]:
    """Return what was done of each exercise."""
    by_exercise: dict[str, list[Trend]] = defaultdict(list)
    for row in rows:
        by_exercise[row.key].append(row)
    found = []
    for one in exercise_sums(list(rows), pounds=pounds, words=words):
        group = by_exercise[one.exercise]
        timed = [c for c in checks if c.exercise == one.exercise and c.check in _pauses(c.exercise)]
        efforts = sum(row.efforts for row in group)
        found.append(
            ExerciseNote(
                one.name,
                one.sets,
                one.watched,
                one.repetitions,
                one.load,
                sum(row.counted or 0 for row in group),
                sum(row.good or 0 for row in group),
                sum(c.good + c.fix for c in timed),
                sum(c.good for c in timed),
                max((row.hold_s for row in group if row.hold_s is not None), default=None),
                _span(one.exercise, group, words),
                sum(row.effort or 0 for row in group) / efforts if efforts else None,
            )
        )
    return tuple(found)


def _pauses(exercise: str) -> frozenset[str]:
    """Return the checks of an exercise that time a pause."""
    try:
        spec = load(exercise)
    except SpecError:
        return frozenset()
    if spec.rep.hold:
        return frozenset()
    return frozenset(check.id for check in spec.checks if check.times_a_pause)


def _span(exercise: str, rows: "Sequence[Trend]", words: Words) -> str:
    """Return the typical range of the counting signal, as it is written."""
    watched = [row for row in rows if row.watched and row.spans]
    try:
        spec = load(exercise)
    except SpecError:
        return ""
    if not watched or spec.rep.by_height is not None:
        return ""
    mean = sum(row.span or 0.0 for row in watched) / sum(row.spans for row in watched)
    unit = unit_called(spec.signals[spec.rep.signal].unit)
    suffix = words.of_trunk if unit.times == 100.0 else unit.suffix
    return digits(mean * unit.times, unit.digits) + suffix


def _pains(rows: "Iterable[tuple[date, str | None, int]]") -> list[PainNote]:
    """Return the days on which pain was noted."""
    days: dict[date, list[tuple[int, str]]] = defaultdict(list)
    for day, exercise, worst in rows:
        days[day].append((worst, name_of(exercise) if exercise else ""))
    return [
        PainNote(
            day,
            max(worst for worst, _ in group),
            ", ".join(name for _, name in group if name),
        )
        for day, group in days.items()
    ]


def _faults(checks: "Sequence[CheckRow]") -> tuple[CheckNote, ...]:
    """Return what was found to fix most often."""
    found = sorted((c for c in checks if c.fix), key=lambda c: (-c.fix, c.check))
    return tuple(
        CheckNote(name_of(c.exercise or ""), _title(c), c.fix, c.good + c.fix)
        for c in found[:_MOST_FAULTS]
    )


def _unseen(journal: "Journal", checks: "Sequence[CheckRow]") -> tuple[CheckNote, ...]:
    """Return what could not be judged most often, and why it could not the last time."""
    found = sorted((c for c in checks if c.not_judged), key=lambda c: (-c.not_judged, c.check))
    return tuple(
        CheckNote(
            name_of(c.exercise or ""),
            _title(c),
            c.not_judged,
            c.good + c.fix + c.not_judged,
            _reason(journal, c),
        )
        for c in found[:_MOST_UNSEEN]
    )


def _reason(journal: "Journal", check: "CheckRow") -> str:
    """Return why a check could not be judged the last time; empty if that is not known."""
    set_id = journal.spans.blind_set(check)
    report = journal.reports.last(set_id) if set_id else None
    if report is None:
        return ""
    reasons = (f["reason"] for f in report.document["findings"] if f["check"] == check.check)
    return next((str(reason) for reason in reasons if reason), "")


def _title(check: "CheckRow") -> str:
    """Return what a check is called; its id where the file does not know it any more."""
    try:
        spec = load(check.exercise or "")
    except SpecError:
        return check.check
    return next((one.title for one in spec.checks if one.id == check.check), check.check)
