"""Charts as Vega-Lite, made with Altair: the same on a page, in notes and in a notebook.

Altair takes 20 ms to make a chart, longer than a page may. What does not depend on
the data is made once by it; a chart then takes its points and words.

Colours are those of the light page. `usermeta` says which variable of a page's style
each stands for, so that a dark page can exchange them. In a notebook:
``altair.Chart.from_dict(spec(chart))``.
"""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, get_args

from rhomboid.progress.chart import Chart, Point, Scale, Shape
from rhomboid.progress.words import ENGLISH, Words

if TYPE_CHECKING:
    import altair as alt

Spec = dict[str, Any]

INK, MUTED, GRID, CARD = "#1b2024", "#545d64", "#d8d8d2", "#ffffff"
LINE, STRONG, SOFT = "#0b5f66", "#0b7a84", "#b9d9dc"
VARIABLES: Mapping[str, str] = MappingProxyType(
    {
        INK: "--ink",
        MUTED: "--muted",
        GRID: "--edge",
        CARD: "--card",
        LINE: "--accent",
        STRONG: "--phase-turn",
        SOFT: "--phase-out",
    }
)
"""The variable of a page's style that each colour stands for."""

HEIGHT_PX = 230
_MOST_TICKS = 6
_AXIS, _FORMAT, _TICK, _DOMAIN = "(axis)", "(format)", "(tick)", "(domain)"
_KINDS = "(first)", "(second)", "(third)"
_DOMAINS: Mapping[Scale, tuple[float, float]] = MappingProxyType(
    {"hundred": (0, 100), "ten": (0, 10)}
)
_LEAST_SPAN = 0.2
"""What varies by less than that share of itself is not made to look as if it varied much. house"""


def spec(chart: Chart, words: Words = ENGLISH) -> Spec:
    """Return a chart as a Vega-Lite specification."""
    kinds = len(chart.kinds)
    names: dict[str, Any] = {_AXIS: chart.axis, _TICK: _ticks(chart), _DOMAIN: _domain(chart)}
    names[_FORMAT] = "%b %Y" if chart.by_month else "%-d %b"
    names |= dict(zip(_KINDS, chart.kinds, strict=False))
    drawn: Spec = _filled(_frame(chart.shape, chart.scale, kinds), names)
    drawn["data"] = {"values": [_row(chart, point, words) for point in chart.points]}
    drawn["description"] = chart.sentence
    return drawn


def read_frames() -> None:
    """Make what every chart is made of, so that no page waits for it."""
    for shape in get_args(Shape):
        for scale in get_args(Scale):
            for kinds in range(1, len(_KINDS) + 1):
                if (shape, scale, kinds) in _USED:
                    _frame(shape, scale, kinds)


_USED = {
    ("line", "near", 2), ("line", "near", 1), ("line", "zero", 2), ("line", "hundred", 1),
    ("line", "ten", 1), ("range", "near", 2), ("bars", "zero", 3), ("bars", "zero", 1),
}  # fmt: skip


def said_of(chart: Chart, point: Point, words: Words = ENGLISH) -> str:
    """Return a point in words: when, and how much.

    Examples
    --------
    >>> from datetime import date
    >>> point = Point(date(2026, 5, 4), 37.5)
    >>> said_of(Chart("load", "", "", "", "", (point,), unit=" kg"), point)
    '4 May 2026: 37.5 kg'
    """
    kind = chart.kinds[point.kind]
    value = chart.number(point.value) + chart.unit
    if chart.shape == "range" and point.low is not None and point.high is not None:
        value += f" ({chart.number(point.low)}–{chart.number(point.high)})"
    return f"{words.on(point.start)}: {value}" + (f", {kind}" if kind else "")


def _row(chart: Chart, point: Point, words: Words) -> Spec:
    """Return a point as a row of data."""
    row: Spec = {
        "start": point.start.isoformat(),
        "value": round(point.value, 3),
        "kind": chart.kinds[point.kind],
        "said": said_of(chart, point, words),
    }
    if chart.shape == "bars":
        row["end"] = chart.end(point).isoformat()
    if point.low is not None and point.high is not None:
        row |= {"low": round(point.low, 3), "high": round(point.high, 3)}
    if not point.leads:
        row["aside"] = True
    return row


def _filled(part: Any, names: Mapping[str, Any]) -> Any:
    """Return a copy of a frame with words in place of its holes."""
    if isinstance(part, dict):
        return {key: _filled(value, names) for key, value in part.items()}
    if isinstance(part, list):
        whole = names.get(part[0]) if len(part) == 1 and isinstance(part[0], str) else None
        return whole if isinstance(whole, list) else [_filled(value, names) for value in part]
    return names.get(part, part) if isinstance(part, str) else part


def _domain(chart: Chart) -> list[float]:
    """Return between what the axis of values goes."""
    if chart.scale in _DOMAINS:
        return list(_DOMAINS[chart.scale])
    ends = [(p.low, p.high) for p in chart.points if p.low is not None and p.high is not None]
    values = [p.value for p in chart.points] + [end for pair in ends for end in pair]
    high = max(values, default=1.0)
    if chart.scale == "zero":
        return [0.0, max(high, 1.0)]
    low = min(values, default=0.0)
    spare = max(0.0, _LEAST_SPAN * abs(high) - (high - low), 1.0 - (high - low)) / 2
    return [round(max(0.0, low - spare), 3), round(high + spare, 3)]


def _ticks(chart: Chart) -> list[Spec]:
    """Return which starts are named on the axis of time.

    By their parts: Vega's interpreter, which makes no script of text, takes a lone number
    for a year.
    """
    starts = sorted({point.start for point in chart.points})
    shown = starts[:: -(-len(starts) // _MOST_TICKS) or 1]
    return [{"year": day.year, "month": day.month, "date": day.day, "utc": True} for day in shown]


@cache
def _frame(shape: Shape, scale: Scale, kinds: int) -> Spec:
    """Return all of a chart but its data and its words."""
    import altair as alt

    draw = {"line": _line, "bars": _bars, "range": _range}[shape]
    layers = draw(alt.Chart(), _scale(scale), kinds)
    size: Any = alt.AutoSizeParams(type="fit", contains="padding", resize=True)
    chart = (
        alt.layer(*layers)
        .properties(width="container", height=HEIGHT_PX, background="transparent", autosize=size)
        .configure_view(stroke=None)
        .configure_axis(
            labelColor=MUTED, titleColor=MUTED, gridColor=GRID, domainColor=GRID,
            tickColor=GRID, labelFontSize=12, titleFontSize=12, titleFontWeight="normal",
        )
        .configure_legend(
            orient="bottom", direction="vertical", columns=1, labelColor=INK, labelFontSize=12,
            labelLimit=280, symbolSize=90, title=None,
        )
        .properties(usermeta={"colours": dict(VARIABLES)})
    )  # fmt: skip
    made: Spec = chart.to_dict()
    for layer in made["layer"]:
        # Altair says of a layer without data that it has none; ours take those of the chart.
        layer.pop("data", None)
    return made


def _scale(scale: Scale) -> "alt.Scale":
    """Return where values lie."""
    import altair as alt

    return alt.Scale(domain=[_DOMAIN], nice=scale in ("near", "zero"))


def _time() -> "alt.X":
    """Return the axis of time; days have no zone."""
    import altair as alt

    axis = alt.Axis(
        grid=False, labelFlush=True, labelOverlap=True, labelSeparation=6, values=[_TICK],
        format=_FORMAT,
    )  # fmt: skip
    return alt.X("start:T", title=None, axis=axis, scale=alt.Scale(type="utc"))


def _height(field: str, scale: "alt.Scale") -> "alt.Y":
    """Return the axis of values."""
    import altair as alt

    return alt.Y(f"{field}:Q", title=_AXIS, scale=scale, axis=alt.Axis(tickCount=5))


def _tells(kinds: int) -> dict[str, Any]:
    """Return what tells points apart: shape and filling, never colour alone."""
    import altair as alt

    if kinds == 1:
        return {}
    names = list(_KINDS[:2])
    shape = alt.Scale(domain=names, range=["circle", "square"])
    fill = alt.Scale(domain=names, range=[LINE, CARD])
    return {"shape": alt.Shape("kind:N", scale=shape), "fill": alt.Fill("kind:N", scale=fill)}


def _line(empty: "alt.Chart", scale: "alt.Scale", kinds: int) -> "list[alt.Chart]":
    """Draw points, and a line through those that lead it."""
    x, y = _time(), _height("value", scale)
    line = empty.mark_line(color=LINE, strokeWidth=2).encode(x=x, y=y)
    fill: Spec = {"fill": LINE} if kinds == 1 else {}
    points = empty.mark_point(stroke=LINE, strokeWidth=1.5, size=45, opacity=1, **fill)
    return [
        line.transform_filter("!datum.aside"),
        points.encode(x=x, y=y, tooltip="said:N", **_tells(kinds)),
    ]


def _range(empty: "alt.Chart", scale: "alt.Scale", kinds: int) -> "list[alt.Chart]":
    """Draw points, and between what they may lie."""
    x = _time()
    span = empty.mark_rule(color=LINE, strokeWidth=3, opacity=0.45)
    points = empty.mark_point(stroke=LINE, strokeWidth=1.5, size=45, opacity=1)
    return [
        span.encode(x=x, y=_height("low", scale), y2="high:Q"),
        points.encode(x=x, y=_height("value", scale), tooltip="said:N", **_tells(kinds)),
    ]


def _bars(empty: "alt.Chart", scale: "alt.Scale", kinds: int) -> "list[alt.Chart]":
    """Draw bars, their parts told apart by filling and by the line around them."""
    import altair as alt

    names = list(_KINDS[:kinds])
    fill = alt.Scale(domain=names, range=[STRONG, SOFT, CARD][:kinds])
    legend: Spec = {"legend": None} if kinds == 1 else {}
    bars = empty.mark_bar(stroke=LINE, strokeWidth=1)
    return [
        bars.encode(
            x=_time(),
            x2="end:T",
            y=_height("low", scale),
            y2="high:Q",
            fill=alt.Fill("kind:N", scale=fill, **legend),
            tooltip="said:N",
        )
    ]
