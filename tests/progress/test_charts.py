"""Every chart is sound Vega-Lite, and says of its points what is true."""

import json
import re
from dataclasses import replace
from datetime import date, timedelta

import altair as alt
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rhomboid.progress import draw
from rhomboid.progress.chart import Chart, Point
from rhomboid.progress.draw import VARIABLES, read_frames, spec
from rhomboid.progress.exercise import exercise_progress
from rhomboid.progress.overview import overview
from rhomboid.progress.period import NAMES, named
from tests.web.history import TODAY

EXERCISES = ("seated_cable_row", "t_raise", "corkscrew", "deadlift", "inverted_row", "lat_pulldown")
EVER = [(name, exercise) for name in NAMES for exercise in (*EXERCISES, "")]


def charts(journal, name, exercise):
    """Return the charts of an exercise, or of all of them."""
    span = named(name, TODAY)
    found = exercise_progress(journal, exercise, span) if exercise else overview(journal, span)
    return {chart.id: chart for chart in found.charts}


@pytest.mark.parametrize(("name", "exercise"), EVER)
def test_a_chart_is_sound_vega_lite(furnished, name, exercise):
    found = charts(furnished, name, exercise)
    assert len(found) >= 3
    for chart in found.values():
        drawn = spec(chart)
        assert alt.Chart.from_dict(drawn).to_dict()["description"] == chart.sentence
        assert len(drawn["data"]["values"]) == len(chart.points)
        assert "(" not in json.dumps(drawn["layer"]), "a hole was left unfilled"


def test_every_kind_of_chart_is_made_before_a_page_needs_it(furnished):
    read_frames()
    made = draw._frame.cache_info().currsize
    for name, exercise in EVER:
        for chart in charts(furnished, name, exercise).values():
            spec(chart)
    assert draw._frame.cache_info().currsize == made


def test_a_chart_reaches_for_nothing_and_holds_no_script(furnished):
    for chart in charts(furnished, "all", "seated_cable_row").values():
        drawn = spec(chart)
        text = json.dumps({key: drawn[key] for key in drawn if key != "$schema"})
        assert "http" not in text
        assert "url" not in drawn["data"]


def test_every_colour_has_its_variable(furnished):
    for chart in charts(furnished, "12w", "seated_cable_row").values():
        drawn = spec(chart)
        used = set(re.findall(r"#[0-9a-f]{6}", json.dumps([drawn["layer"], drawn["config"]])))
        assert used <= set(VARIABLES)


def test_the_load_goes_from_the_first_week_to_the_last(furnished):
    load = charts(furnished, "12w", "seated_cable_row")["load"]
    assert load.sentence == (
        "The heaviest load of your seated cable row went from 30 kg to 37.5 kg in 12 weeks."
    )
    assert [point.value for point in load.points][::12] == [30.0, 37.5]


def test_pounds_are_pounds(furnished):
    found = exercise_progress(furnished, "deadlift", named("12w", TODAY), pounds=True)
    load = next(chart for chart in found.charts if chart.id == "load")
    assert "110.2 lb" in load.sentence
    assert load.axis == "Pounds"


def test_what_was_counted_by_hand_or_imported_is_told_apart(furnished):
    load = charts(furnished, "12w", "seated_cable_row")["load"]
    by_hand = [n for n, point in enumerate(load.points) if point.kind == 1]
    assert by_hand == [0, 3, 7]
    rows = spec(load)["data"]["values"]
    assert rows[3]["kind"] == "by hand or imported"
    shape = spec(load)["layer"][1]["encoding"]["shape"]["scale"]
    assert shape == {
        "domain": ["counted by camera", "by hand or imported"], "range": ["circle", "square"],
    }  # fmt: skip


@pytest.mark.parametrize("exercise", ["t_raise", "inverted_row", "corkscrew"])
def test_no_maximum_is_guessed_where_no_equation_holds(furnished, exercise):
    assert "strength" not in charts(furnished, "12w", exercise)


def test_a_guess_has_its_range_and_says_when_it_is_rough(furnished):
    guess = charts(furnished, "12w", "seated_cable_row")["strength"]
    assert all(point.low < point.value < point.high for point in guess.points)
    assert {guess.kinds[point.kind] for point in guess.points} == set(guess.kinds)


def test_only_what_a_camera_judged_has_a_score(furnished):
    found = charts(furnished, "12w", "seated_cable_row")
    starts = {point.start for point in found["load"].points if point.kind == 1}
    assert starts.isdisjoint(point.start for point in found["form"].points)
    assert starts.isdisjoint(point.start for point in found["range"].points)


def test_the_parts_of_a_bar_are_all_repetitions(furnished):
    found = exercise_progress(furnished, "seated_cable_row", named("12w", TODAY))
    bars = next(chart for chart in found.charts if chart.id == "repetitions")
    assert sum(point.value for point in bars.points) == found.repetitions
    assert all(point.high - point.low == point.value for point in bars.points)


def test_pain_is_as_it_was_said(furnished):
    pain = charts(furnished, "12w", "deadlift")["pain"]
    assert "after 3 of the" in pain.sentence
    assert "the worst was 3 of 10" in pain.sentence
    assert max(point.value for point in pain.points) == 3


def test_a_journal_of_years_is_shown_by_months(furnished):
    long_ago = named("all", TODAY + timedelta(days=900))
    found = exercise_progress(furnished, "deadlift", long_ago)
    load = next(chart for chart in found.charts if chart.id == "load")
    assert load.by_month
    assert all(point.start.day == 1 for point in load.points)


POINTS = st.lists(
    st.tuples(st.integers(0, 500), st.floats(0, 500), st.integers(0, 1)), max_size=20
)  # fmt: skip


@given(POINTS, st.text(max_size=40), st.sampled_from(["near", "zero", "hundred", "ten"]))
def test_any_points_and_any_words_make_a_sound_chart(points, words, scale):
    chart = Chart(
        "any", words, words, words, words,
        tuple(Point(date(2026, 1, 5) + timedelta(days=n), v, k) for n, v, k in points),
        scale=scale, kinds=("a", "b"),
    )  # fmt: skip
    drawn = spec(chart)
    low, high = drawn["layer"][0]["encoding"]["y"]["scale"]["domain"]
    assert low < high
    assert drawn["description"] == words


def test_a_frame_is_not_changed_by_a_chart():
    chart = Chart("a", "t", "Kilograms", "s", "m", (Point(date(2026, 1, 5), 1.0),))
    first = spec(chart)
    spec(replace(chart, axis="Pounds", points=()))
    assert spec(chart) == first
