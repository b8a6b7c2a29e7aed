"""A report as one page that needs nothing else: no script, no request, no font.

The page carries a policy that forbids the browser to load anything at all.
"""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from rhomboid.pose.track import PoseTrack
from rhomboid.records import SetReport
from rhomboid.report.chart import chart_svg, chart_title
from rhomboid.report.page import page
from rhomboid.report.pictures import rep_pictures
from rhomboid.report.target import whole_file
from rhomboid.report.words import ENGLISH, Words

if TYPE_CHECKING:
    from jinja2 import Template

WIDE_PX, NARROW_PX = 760, 330
"""Widths of the chart for a desk and for a phone."""


def write_html(
    path: str | Path,
    report: SetReport,
    track: PoseTrack | None = None,
    *,
    stills: Mapping[int, bytes] | None = None,
    sources: Mapping[str, str] | None = None,
    recording: str = "",
    words: Words = ENGLISH,
) -> None:
    """Write a report as one self-contained page.

    Parameters
    ----------
    path
        Where to; the file appears when it is whole.
    track
        The joints, for a stick figure of each repetition.
    stills
        PNG or JPEG pictures by number of repetition, shown instead.
    sources
        From the key of a source to its citation.
    recording
        Name of the recording, to be shown; empty for none.

    Raises
    ------
    OutputError
        If the file cannot be written.
    ValueError
        If a still is neither PNG nor JPEG.
    """
    text = render_html(
        report, track, stills=stills, sources=sources, recording=recording, words=words
    )
    with whole_file(path) as part:
        part.write_text(text, encoding="utf-8", errors="replace", newline="\n")


def render_html(
    report: SetReport,
    track: PoseTrack | None = None,
    *,
    stills: Mapping[int, bytes] | None = None,
    sources: Mapping[str, str] | None = None,
    recording: str = "",
    words: Words = ENGLISH,
) -> str:
    """Return the page that :func:`write_html` writes.

    Raises
    ------
    ValueError
        If a still is neither PNG nor JPEG.
    """
    pictures = rep_pictures(report, track, stills, words)
    return _template().render(
        page=page(report, sources=sources, recording=recording, words=words),
        pictures=pictures,
        has_far_side=any('"far' in picture.svg for picture in pictures.values()),
        caption=chart_title(report.curve, words) if report.curve else "",
        wide=chart_svg(report, width_px=WIDE_PX, words=words),
        narrow=chart_svg(report, width_px=NARROW_PX, words=words),
        words=words,
    )


@cache
def _template() -> "Template":
    """Return the page's template; it escapes whatever is put into it."""
    from jinja2 import Environment, PackageLoader, StrictUndefined

    environment = Environment(
        loader=PackageLoader("rhomboid.report"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template("report.html.j2")
