"""The days of a period: on how many somebody trained, what was planned, and what hurt."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from rhomboid.progress.chart import Chart, Point, digits
from rhomboid.progress.period import Period, end_of, is_long, monday, month
from rhomboid.progress.trend import length
from rhomboid.progress.words import Words

if TYPE_CHECKING:
    from rhomboid.journal.journal import Journal
    from rhomboid.journal.trends import DayTrend

_TRAINS = ("loaded", "light")
"""Kinds of day on which a plan asks for anything."""


@dataclass(frozen=True, slots=True)
class Adherence:
    """What was planned, and what was done.

    Attributes
    ----------
    days
        Days from the first to the last.
    trained
        Of these, with at least one set that was no warm-up.
    planned, kept
        Days for which a plan with exercises was shown, and those of them that were trained on.
    left_out
        Days that were left out on purpose.
    """

    days: int
    trained: int
    planned: int
    kept: int
    left_out: int


def adherence(journal: "Journal", days: "Sequence[DayTrend]", first: date, last: date) -> Adherence:
    """Return what was planned between two days, and what was done.

    Parameters
    ----------
    days
        At least those between the two.

    Raises
    ------
    JournalError
        If the journal cannot be read.
    """
    trained = {one.day for one in days if first <= one.day <= last}
    shown = journal.spans.planned(first, last)
    planned = {day for day, kind in shown.items() if kind in _TRAINS}
    return Adherence(
        (last - first).days + 1,
        len(trained),
        len(planned),
        len(planned & trained),
        len(journal.days.skipped(first, last)),
    )


def day_charts(
    days: "Sequence[DayTrend]", kept_to: Adherence, span: Period, words: Words
) -> tuple[Chart, Chart | None]:
    """Return the days trained, and the worst pain, week by week or month by month.

    Parameters
    ----------
    days
        In order, at least one.
    """
    by_month = is_long(days[0].day, span.last)
    groups = _groups(days, span.last, by_month=by_month)
    return (
        _trained(groups, _trained_said(days, kept_to, span, words), words, by_month=by_month),
        _pain(groups, days, words, by_month=by_month),
    )


Groups = Mapping[date, "list[DayTrend]"]


def _groups(days: "Sequence[DayTrend]", last: date, *, by_month: bool) -> Groups:
    """Return days by their week or month, those without any included."""
    start_of = month if by_month else monday
    found: dict[date, list[DayTrend]] = {}
    start = start_of(days[0].day)
    while start <= last:
        found[start] = []
        start = end_of(start, by_month=by_month) + timedelta(days=1)
    for one in days:
        if one.day <= last:
            found[start_of(one.day)].append(one)
    return found


def _trained_said(
    days: "Sequence[DayTrend]", kept_to: Adherence, span: Period, words: Words
) -> str:
    """Say on how many days somebody trained, and how many were planned."""
    weeks = max(1.0, ((span.last - days[0].day).days + 1) / 7)
    said = words.days_says.format(
        done=words.days(len(days)),
        time=length(days[0].day, span.last + timedelta(days=1), words),
        mean=digits(len(days) / weeks, 1),
    )
    more = words.days_no_plan
    if kept_to.planned:
        more = words.days_plan.format(planned=words.days(kept_to.planned), kept=kept_to.kept)
    return f"{said} {more}"


def _trained(groups: Groups, said: str, words: Words, *, by_month: bool) -> Chart:
    """Return on how many days of each week somebody trained."""
    return Chart(
        "days",
        words.days_title,
        words.days_axis,
        said,
        words.days_meaning.format(unfinished=words.not_over(by_month=by_month)),
        tuple(Point(start, len(group), 0, 0.0, len(group)) for start, group in groups.items()),
        shape="bars",
        scale="zero",
        digits=0,
        by_month=by_month,
    )


def _pain(
    groups: Groups, days: "Sequence[DayTrend]", words: Words, *, by_month: bool
) -> Chart | None:
    """Return the worst pain of each week."""
    points = tuple(
        Point(start, max(one.pain or 0 for one in group))
        for start, group in groups.items()
        if any(one.pains for one in group)
    )
    if not points:
        return None
    pained, asked = sum(one.pained for one in days), sum(one.pains for one in days)
    said = words.pain_says if pained else words.pain_none
    return Chart(
        "pain",
        words.pain_title,
        words.pain_axis,
        said.format(
            pained=pained, asked=words.sets(asked), worst=max(one.pain or 0 for one in days)
        ),
        words.pain_meaning.format(bucket=words.month if by_month else words.week),
        points,
        scale="ten",
        kinds=(words.said,),
        digits=0,
        by_month=by_month,
    )
