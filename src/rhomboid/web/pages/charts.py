"""Charts for a page: the drawing as data for the script, and the numbers as a table."""

import json
from dataclasses import dataclass

from markupsafe import Markup

from rhomboid.progress.chart import Chart, Point
from rhomboid.progress.draw import spec
from rhomboid.progress.words import ENGLISH as SAID
from rhomboid.web.pages.progress_words import ENGLISH, ProgressWords
from rhomboid.web.pages.words import ENGLISH as PAGES

_UNSAFE = str.maketrans({"<": "\\u003c", ">": "\\u003e", "&": "\\u0026"})


@dataclass(frozen=True, slots=True)
class Shown:
    """A chart as a page shows it.

    Attributes
    ----------
    spec
        Vega-Lite as JSON that may stand inside an element of a page.
    heads, rows
        The same numbers as a table, the newest first.
    """

    chart: Chart
    spec: Markup
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def shown(chart: Chart, words: ProgressWords = ENGLISH) -> Shown:
    """Return a chart as a page shows it."""
    with_range = chart.shape == "range"
    heads = [words.month_of if chart.by_month else words.week_of, words.value]
    heads += [words.lies_between] if with_range else []
    heads += [words.kind] if len(chart.kinds) > 1 else []
    return Shown(
        chart,
        as_json(spec(chart)),
        tuple(heads),
        tuple(_cells(chart, point) for point in reversed(chart.points)),
    )


def as_json(value: object) -> Markup:
    r"""Return a value as JSON that no name in it can break out of.

    Examples
    --------
    >>> as_json({"a": "</script>"})
    Markup('{"a":"\\u003c/script\\u003e"}')
    """
    text = json.dumps(value, separators=(",", ":"), ensure_ascii=False)
    # All three are escaped: nothing of it can end the element that it stands in.
    return Markup(text.translate(_UNSAFE))  # noqa: S704


def _cells(chart: Chart, point: Point) -> tuple[str, ...]:
    """Return the row of a point."""
    when = SAID.on(point.start)
    if chart.by_month:
        when = f"{PAGES.months[point.start.month - 1]} {point.start.year}"
    cells = [when, chart.number(point.value) + chart.unit]
    if chart.shape == "range":
        low, high = point.low or 0.0, point.high or 0.0
        cells.append(f"{chart.number(low)}–{chart.number(high)}{chart.unit}")
    return tuple(cells + ([chart.kinds[point.kind]] if len(chart.kinds) > 1 else []))
