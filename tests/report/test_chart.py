"""The chart shows the signal, its phases and its faults, in the page's own colours."""

import math
import re
from dataclasses import replace
from xml.etree import ElementTree as ET

import pytest

from rhomboid.records import Curve
from rhomboid.report.chart import chart_svg, chart_title, thinned


def test_it_is_one_drawing_that_says_what_it_shows(faulty):
    root = ET.fromstring(chart_svg(faulty))

    assert root.tag == "svg"
    assert root.get("role") == "img"
    assert root.get("aria-label") == (
        "Angle at the elbow over time. 3 repetitions. Something to fix at 0:08.0, 0:12.0."
    )


def test_every_colour_is_the_pages_own(faulty):
    colours = set(re.findall(r'(?:fill|stroke)="([^"]+)"', chart_svg(faulty)))

    assert {c for c in colours if not c.startswith("var(--")} == {"none"}
    assert {"var(--phase-out)", "var(--phase-turn)", "var(--phase-back)", "var(--fix)"} <= colours


@pytest.mark.parametrize("width_px", [330, 760])
def test_it_has_the_width_it_was_given(faulty, width_px):
    assert ET.fromstring(chart_svg(faulty, width_px=width_px)).get("viewBox").split()[2] == str(
        width_px
    )


def test_there_is_none_where_nothing_was_seen(empty, good):
    unseen = Curve("Angle", "deg", (0.0, 1.0), (None, math.nan))

    assert chart_svg(empty) is None
    assert chart_svg(replace(good, curve=unseen)) is None
    assert chart_svg(replace(good, curve=Curve("Angle", "deg", (), ()))) is None


def test_a_recording_of_unknown_length_can_be_drawn(good):
    assert chart_svg(replace(good, duration_s=math.nan)) is not None


def test_a_long_set_stays_small(long):
    assert len(chart_svg(long)) < 60_000


def test_a_gap_stays_a_gap(good):
    line = max(re.findall(r'd="([^"]+)"', chart_svg(good)), key=len)

    assert line.count("M") == 2


def test_a_title_names_the_unit():
    assert chart_title(Curve("Height", "trunk", (), ())) == "Height (% of your trunk)"
    assert chart_title(Curve("Share", "ratio", (), ())) == "Share"


def test_the_axis_has_the_unit_of_the_title(good):
    values = tuple(0.1 + 0.3 * (n % 60) / 60 for n in range(600))
    curve = Curve("Height", "trunk", tuple(n / 30 for n in range(600)), values)
    drawn = chart_svg(replace(good, curve=curve))

    assert ">30<" in drawn
    assert ">0.30<" not in drawn


def test_thinning_keeps_every_turn_and_every_gap():
    values = [math.sin(n / 40) for n in range(4000)]
    values[1000:1100] = [math.nan] * 100
    curve = Curve("x", "deg", tuple(n / 30 for n in range(4000)), tuple(values))
    kept = thinned(curve, 400)
    seen = [value for _, value in kept if value is not None]

    assert len(kept) < 450
    assert [t for t, _ in kept] == sorted(t for t, _ in kept)
    assert max(seen) == max(v for v in values if v == v)
    assert min(seen) == min(v for v in values if v == v)
    assert any(value is None for _, value in kept)


def test_a_short_curve_is_left_alone():
    curve = Curve("x", "deg", (0.0, 1.0), (2.0, None))

    assert thinned(curve, 10) == [(0.0, 2.0), (1.0, None)]
