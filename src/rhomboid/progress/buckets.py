"""Sums of sets, put together by week or by month."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from rhomboid.progress.chart import Point
from rhomboid.progress.period import month
from rhomboid.progress.trend import trend
from rhomboid.progress.words import Words

if TYPE_CHECKING:
    from rhomboid.journal.trends import Trend


@dataclass(frozen=True, slots=True)
class Buckets:
    """The sets of one exercise in a period.

    Attributes
    ----------
    rows
        Sums by week.
    by_month
        Whether they are shown by months.
    name
        Of the exercise, as it stands within a sentence.
    """

    rows: "Sequence[Trend]"
    by_month: bool
    last: date
    name: str
    words: Words

    @property
    def bucket(self) -> str:
        """What a point stands for, in words."""
        return self.words.month if self.by_month else self.words.week

    def start(self, week: date) -> date:
        """Return the first day of what a week belongs to; a month is that of its Monday."""
        return month(week) if self.by_month else week

    def put_together(
        self, rows: "Iterable[Trend]", *, apart: bool = False
    ) -> "dict[tuple[date, int], list[Trend]]":
        """Return rows by their bucket, and apart by who counted if that is asked for."""
        found: dict[tuple[date, int], list[Trend]] = defaultdict(list)
        for row in rows:
            found[self.start(row.key), int(apart and not row.watched)].append(row)
        return found

    def pooled(self, weeks: Mapping[date, tuple[int, ...]]) -> dict[date, tuple[int, ...]]:
        """Return numbers of weeks, added up by bucket, in order."""
        found: dict[date, tuple[int, ...]] = {}
        for week, numbers in sorted(weeks.items()):
            start = self.start(week)
            before = found.get(start, (0,) * len(numbers))
            found[start] = tuple(a + b for a, b in zip(before, numbers, strict=True))
        return found

    def trend(self, what: str, points: Iterable[Point], say: Callable[[float], str]) -> str:
        """Say what the points that lead the line did."""
        values = [(point.start, point.value) for point in points if point.leads]
        return trend(
            what.format(name=self.name), values, say, by_month=self.by_month, words=self.words
        )


def leading(points: Iterable[Point]) -> tuple[Point, ...]:
    """Return points in order; of those of one bucket only the greatest leads the line."""
    most: dict[date, Point] = {}
    ordered = sorted(points, key=lambda p: (p.start, p.kind))
    for point in ordered:
        if point.start not in most or point.value > most[point.start].value:
            most[point.start] = point
    return tuple(
        Point(p.start, p.value, p.kind, p.low, p.high, leads=most[p.start] is p) for p in ordered
    )
