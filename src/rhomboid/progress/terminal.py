"""The history and progress on a terminal, and as plain values for programs."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict
from datetime import date
from itertools import groupby
from typing import Any

from rich.console import Console
from rich.table import Table
from rich.text import Text

from rhomboid.progress.chart import Chart, digits
from rhomboid.progress.exercise import Progress
from rhomboid.progress.overview import Overview
from rhomboid.progress.set_line import SetLine
from rhomboid.progress.words import ENGLISH, Words

Document = dict[str, Any]


def show_history(lines: Sequence[SetLine], first: date, last: date, words: Words = ENGLISH) -> None:
    """Print sets, the newest day first; what nobody said has no column."""
    console = Console()
    if not lines:
        said = words.history_none.format(first=words.on(first), last=words.on(last))
        console.print(Text(said))
        return
    console.print(_table(lines, words))


def _table(lines: Sequence[SetLine], words: Words) -> Table:
    """Lay out sets; each day stands above its own."""
    named = ("name", "repetitions", "load", "hold", "by", "effort", "pain")
    shown = [name for name in named if any(getattr(line, name) for line in lines)]
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="bold")
    table.add_column(words.columns["day"], no_wrap=True)
    for name in shown:
        right = name in ("repetitions", "effort", "pain")
        table.add_column(words.columns[name], justify="right" if right else "left")
    ordered = sorted(lines, key=lambda one: one.day, reverse=True)
    for day, group in groupby(ordered, key=lambda one: one.day):
        table.add_row(Text(words.on(day), style="bold"))
        for line in group:
            cells = (Text(getattr(line, name) or "-") for name in shown)
            table.add_row(Text(f"  {line.time}"), *cells)
    return table


def show_progress(found: Progress, words: Words = ENGLISH) -> None:
    """Print what an exercise comes to."""
    console = Console()
    console.print(Text(found.name, style="bold"))
    if not found.sets:
        console.print(Text(words.progress_none))
        return
    _show_charts(found.charts, console)
    if found.checks:
        console.print()
        console.print(_checks(found, words))


def _show_charts(charts: Iterable[Chart], console: Console) -> None:
    """Print what charts show, in their sentences."""
    for chart in charts:
        grid = Table.grid(padding=(0, 1))
        grid.add_row(" -", Text(f"{chart.title}: {chart.sentence}"))
        console.print(grid)


def _checks(found: Progress, words: Words) -> Table:
    """Lay out what the camera judged."""
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="bold")
    table.add_column(words.checks_columns[0])
    for heading in words.checks_columns[1:]:
        table.add_column(heading, justify="right")
    for line in found.checks:
        table.add_row(Text(line.title), str(line.good), str(line.fix), str(line.not_judged))
    return table


def show_overview(found: Overview, words: Words = ENGLISH) -> None:
    """Print what all exercises come to."""
    console = Console()
    if not found.exercises and not found.charts:
        console.print(Text(words.progress_none))
        return
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="bold")
    for number, heading in enumerate(words.exercise_columns):
        table.add_column(heading, justify="right" if number in (1, 2, 3) else "left")
    for one in found.exercises:
        cells = (str(one.sets), str(one.watched), str(one.repetitions))
        table.add_row(Text(one.name), *cells, Text(one.load or "-"))
    console.print(table)
    console.print()
    console.print(_muscles(found, words))
    console.print()
    _show_charts(found.charts, console)


def _muscles(found: Overview, words: Words) -> Table:
    """Lay out the sets of each muscle."""
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="bold")
    for number, heading in enumerate(words.muscle_columns):
        table.add_column(heading, justify="right" if number else "left")
    for one in found.muscles:
        said = f"{digits(one.week, 1)} ({words.amounts[one.amount]})"
        table.add_row(one.name, said, digits(one.usual, 1))
    return table


def progress_document(found: Progress) -> Document:
    """Return the progress of an exercise as plain values."""
    return {
        "exercise": found.exercise,
        "name": found.name,
        **_period(found.period.first, found.period.last),
        "sets": found.sets,
        "watched": found.watched,
        "repetitions": found.repetitions,
        "measures": [chart_document(chart) for chart in found.charts],
        "checks": [asdict(line) for line in found.checks],
    }


def overview_document(found: Overview) -> Document:
    """Return the progress over all exercises as plain values."""
    return {
        **_period(found.period.first, found.period.last),
        "exercises": [asdict(one) for one in found.exercises],
        "muscles": [asdict(one) | {"amount": one.amount} for one in found.muscles],
        "easy_sets": found.easy,
        "adherence": asdict(found.adherence) if found.adherence else None,
        "measures": [chart_document(chart) for chart in found.charts],
    }


def chart_document(chart: Chart) -> Document:
    """Return a chart as plain values, without how it is drawn."""
    return {
        "id": chart.id,
        "title": chart.title,
        "sentence": chart.sentence,
        "meaning": chart.meaning,
        "unit": chart.unit.strip(),
        "points": [
            {
                "from": point.start.isoformat(),
                "to": chart.end(point).isoformat(),
                "value": round(point.value, 3),
                "low": None if point.low is None else round(point.low, 3),
                "high": None if point.high is None else round(point.high, 3),
                "kind": chart.kinds[point.kind],
            }
            for point in chart.points
        ],
    }


def _period(first: date | None, last: date) -> Document:
    """Return a period as plain values."""
    return {"from": None if first is None else first.isoformat(), "to": last.isoformat()}
