"""The counting signal over time, as an SVG that takes the colours of its page.

Drawn with Vega-Lite while the report is made, so that a page needs no script.
Vega wants real colours; stand-ins are used and then exchanged for the page's
own CSS variables, which is what makes the dark page work.
"""

import math
from typing import TYPE_CHECKING, Any

from rhomboid.coach.words import unit_called
from rhomboid.records import Curve, SetReport
from rhomboid.report.quantity import clock
from rhomboid.report.svg import tidy
from rhomboid.report.words import ENGLISH, Words

if TYPE_CHECKING:
    import altair as alt

_INK, _LINE, _GRID, _FIX, _ATTEMPT = "#010101", "#010102", "#010103", "#010104", "#010105"
_PHASES = {"out": "#010106", "turn": "#010107", "back": "#010108"}
_VARIABLES = {
    _INK: "var(--muted)",
    _LINE: "var(--line)",
    _GRID: "var(--grid)",
    _FIX: "var(--fix)",
    _ATTEMPT: "var(--muted)",
    _PHASES["out"]: "var(--phase-out)",
    _PHASES["turn"]: "var(--phase-turn)",
    _PHASES["back"]: "var(--phase-back)",
}
_POINTS_PER_PX = 0.7
_LABEL_PX = 22
_TICK_PX = 70
_CLOCK = "floor(datum.value / 60) + ':' + format(datum.value % 60, '0{w}f')"

Row = dict[str, Any]


def chart_svg(report: SetReport, *, width_px: int = 720, words: Words = ENGLISH) -> str | None:
    """Draw the counting signal, the phases behind it and what there is to fix.

    Parameters
    ----------
    width_px
        Width of the whole drawing; a phone deserves one of its own.

    Returns
    -------
    str or None
        An ``<svg>`` element; None if the report has no curve to draw.
    """
    curve = report.curve
    if curve is None or not any(_known(value) for value in curve.values):
        return None
    import vl_convert

    chart = _chart(report, curve, width_px, words)
    svg = vl_convert.vegalite_to_svg(chart.to_dict(), allowed_base_urls=[])
    return tidy(svg, _VARIABLES, label=chart_words(report, words))


def chart_title(curve: Curve, words: Words = ENGLISH) -> str:
    """Return what the chart shows, with its unit."""
    unit = words.unit_names.get(curve.unit, curve.unit)
    return f"{curve.title} ({unit})" if unit else curve.title


def chart_words(report: SetReport, words: Words = ENGLISH) -> str:
    """Return the chart in words, for whoever cannot see it."""
    times = ", ".join(clock(fault["t"]) for fault in _faults(report))
    faults = words.chart_faults.format(times=times) if times else words.chart_good
    title = report.curve.title if report.curve else report.name
    return words.chart_alt.format(title=title, count=words.count(report.count), faults=faults)


def _chart(report: SetReport, curve: Curve, width_px: int, words: Words) -> "alt.LayerChart":
    """Put the layers on top of each other."""
    import altair as alt

    ends_s = (report.duration_s, curve.times_s[-1])
    x = _time_axis((0.0, max(filter(math.isfinite, ends_s))), width_px, words)
    layers = [
        _shades(report, x),
        _attempts(report, x),
        _line(curve, x, width_px),
        _numbers(report, x, width_px),
        _marks(report, x),
    ]
    size: Any = alt.AutoSizeParams(type="fit", contains="padding")
    chart: alt.LayerChart = (
        alt.layer(*[layer for layer in layers if layer is not None])
        .properties(width=width_px, height=230, background="transparent", autosize=size)
        .configure_view(stroke=None)
        .configure_axis(
            labelColor=_INK, titleColor=_INK, gridColor=_GRID, domainColor=_GRID,
            tickColor=_GRID, labelFontSize=12, titleFontSize=12, titleFontWeight="normal",
        )
    )  # fmt: skip
    return chart


def _time_axis(span_s: tuple[float, float], width_px: int, words: Words) -> "alt.X":
    """Return the axis of time, in minutes and seconds."""
    import altair as alt

    label = _CLOCK.format(w="2.0" if span_s[1] > 4 else "4.1")
    ticks = max(2, width_px // _TICK_PX)
    axis = alt.Axis(labelExpr=label, grid=False, labelFlush=True, tickCount=ticks)
    scale = alt.Scale(domain=list(span_s), nice=False)
    return alt.X("t:Q", title=words.time_axis, axis=axis, scale=scale)


def _shades(report: SetReport, x: "alt.X") -> "alt.Chart | None":
    """Shade the phases of every repetition."""
    import altair as alt

    rows = [
        {"t": phase.start_s, "to": phase.end_s, "phase": phase.name}
        for rep in report.reps
        for phase in rep.phases
    ]
    colours = alt.Scale(domain=list(_PHASES), range=list(_PHASES.values()))
    shade = alt.Color("phase:N", legend=None, scale=colours)
    return _rows(rows, lambda chart: chart.mark_rect().encode(x=x, x2="to:Q", color=shade))


def _attempts(report: SetReport, x: "alt.X") -> "alt.Chart | None":
    """Frame what was seen and not counted with a broken line."""
    rows = [{"t": attempt.start_s, "to": attempt.end_s} for attempt in report.attempts]
    return _rows(
        rows,
        lambda chart: chart.mark_rect(
            filled=False, stroke=_ATTEMPT, strokeDash=[4, 3], strokeWidth=1.2
        ).encode(x=x, x2="to:Q"),
    )


def _line(curve: Curve, x: "alt.X", width_px: int) -> "alt.Chart | None":
    """Draw the signal; a gap stays a gap."""
    import altair as alt

    points = thinned(curve, max(50, round(width_px * _POINTS_PER_PX)))
    times = unit_called(curve.unit).times
    rows = [{"t": at_s, "value": None if y is None else y * times} for at_s, y in points]
    axis = alt.Axis(tickCount=5)
    y = alt.Y("value:Q", title=None, axis=axis, scale=alt.Scale(zero=False))
    return _rows(rows, lambda c: c.mark_line(color=_LINE, strokeWidth=2).encode(x=x, y=y))


def _numbers(report: SetReport, x: "alt.X", width_px: int) -> "alt.Chart | None":
    """Write the number of each repetition above its turn, as many as there is room for."""
    import altair as alt

    every = max(1, math.ceil(report.count * _LABEL_PX / width_px))
    rows = [
        {"t": rep.turn_s, "number": str(rep.number)}
        for rep in report.reps
        if rep.number == 1 or rep.number % every == 0
    ]
    place: Any = alt.value(-8)
    return _rows(
        rows,
        lambda chart: chart.mark_text(color=_INK, fontSize=12).encode(
            x=x, y=place, text="number:N"
        ),
    )


def _marks(report: SetReport, x: "alt.X") -> "alt.Chart | None":
    """Mark what there is to fix at its time, by shape as well as by colour."""
    import altair as alt

    place: Any = alt.value(8)
    return _rows(
        _faults(report),
        lambda chart: chart.mark_point(
            shape="triangle-down", filled=True, color=_FIX, opacity=1, size=90
        ).encode(x=x, y=place),
    )


def _faults(report: SetReport) -> list[Row]:
    """Return when there was something to fix."""
    times = {
        round(finding.at_s if finding.at_s is not None else rep.turn_s, 2)
        for rep in report.reps
        for finding in rep.findings
        if finding.verdict == "fix"
    }
    return [{"t": time_s} for time_s in sorted(times)]


def _rows(rows: list[Row], draw: Any) -> "alt.Chart | None":
    """Draw rows, or nothing where there are none."""
    import altair as alt

    chart: alt.Chart | None = draw(alt.Chart(alt.InlineData(values=rows))) if rows else None
    return chart


def thinned(curve: Curve, most: int) -> list[tuple[float, float | None]]:
    """Return about `most` points of a curve that look the same.

    Of every stretch the lowest and the highest point stay, so no turn is
    lost; a stretch in which nothing was seen stays one gap.
    """
    pairs = [
        (time_s, value if _known(value) else None)
        for time_s, value in zip(curve.times_s, curve.values, strict=True)
    ]
    if len(pairs) <= most:
        return pairs
    step = math.ceil(2 * len(pairs) / most)
    kept = (_extremes(pairs[start : start + step]) for start in range(0, len(pairs), step))
    return [point for points in kept for point in points]


def _extremes(pairs: list[tuple[float, float | None]]) -> list[tuple[float, float | None]]:
    """Return the lowest and highest point of a stretch, in order of time, and one gap."""
    seen = [pair for pair in pairs if pair[1] is not None]
    gap = next((pair for pair in pairs if pair[1] is None), None)
    ends = [min(seen, key=_height), max(seen, key=_height)] if seen else []
    return sorted({*ends, *([gap] if gap else [])})


def _height(pair: tuple[float, float | None]) -> float:
    """Return the value of a point that has one."""
    return pair[1] if pair[1] is not None else math.nan


def _known(value: float | None) -> bool:
    """Say whether a value is a number."""
    return value is not None and math.isfinite(value)
