"""The charts of a run, by the names of their files."""

from collections.abc import Mapping, Sequence
from math import ceil, floor

from benchmarks.year import measures
from benchmarks.year.chart import (
    BLUE,
    GREEN,
    GREY,
    RED,
    SOFT,
    Panel,
    drawing,
    key,
    square,
    words,
)
from benchmarks.year.measures import Year
from benchmarks.year.nature import WEEK
from rhomboid.catalogue.read import load

_WIDTH = 880
_ACROSS = 3
_CELL = (284, 168)


def pictures(years: Sequence[Year], pairs: Sequence[tuple[Year, Year]]) -> Mapping[str, str]:
    """Return every chart as SVG."""
    return {
        "loads.svg": loads(years),
        "twins.svg": twins(pairs),
        "gains.svg": gains(years),
        "weeks.svg": weeks(years),
        "reasons.svg": reasons(years),
    }


def loads(years: Sequence[Year]) -> str:
    """Show for everybody what the plan asked for beside true strength."""
    parts = [key(16, 46, [("what the plan asks for, kg", BLUE), ("true strength, kg", GREY),
                          ("away", "#eeeeee")])]  # fmt: skip
    for place, year in enumerate(years):
        exercise = measures.main_pull(year)
        panel = _panel(place, [year], exercise, f"{year.nature.id}: {_name(exercise)}")
        panel.line(_strength(year, exercise), GREY)
        panel.line(_weeks(measures.asked(year, exercise)), BLUE)
        for away in year.nature.away:
            panel.band(away.first / WEEK, away.last / WEEK, "#e4e4e4")
        parts += panel.parts
    return drawing(_WIDTH, _height(len(years)), "A year of loads, by week", parts)


def twins(pairs: Sequence[tuple[Year, Year]]) -> str:
    """Show those who hurt or were away beside the twin who was spared."""
    parts = [key(16, 46, [("as it was, kg asked for", RED), ("the twin who was spared", BLUE),
                          ("flare, or away", "#eeeeee")])]  # fmt: skip
    rows = [(year, twin, exercise) for year, twin in pairs for exercise in _shown(year)]
    for place, (year, twin, exercise) in enumerate(rows):
        title = f"{year.nature.id}: {_name(exercise)}"
        panel = _panel(place, [year, twin], exercise, title, strength=False)
        for flare in year.nature.flares:
            panel.band(flare.day / WEEK, flare.day / WEEK + 2)
        for away in year.nature.away:
            panel.band(away.first / WEEK, away.last / WEEK)
        panel.line(_weeks(measures.asked(twin, exercise)), BLUE)
        panel.line(_weeks(measures.asked(year, exercise)), RED)
        parts += panel.parts
    return drawing(_WIDTH, _height(len(rows)), "The sore and the spared, by week", parts)


def gains(years: Sequence[Year]) -> str:
    """Show gains of strength beside gains of what was asked for."""
    found = [gain for year in years for gain in measures.gains(year)]
    most = 10 * ceil(max([0.1, *(max(g.strength, g.asked) for g in found)]) * 10)
    least = min(-10, 10 * floor(min([0.0, *(min(g.strength, g.asked) for g in found)]) * 10))
    panel = Panel(60, 70, 500, 330, (least, most), (least, most))
    ticks = list(range(least, most + 1, 10))
    panel.axes("gain of what the plan asks for, percent", ticks, ticks)
    panel.line([(least, least), (most, most)], GREY, 1)
    for healthy, colour in ((True, GREEN), (False, RED)):
        some = [g for g in found if g.nature.healthy == healthy]
        panel.dots([(100 * g.strength, 100 * g.asked) for g in some], colour, 4)
    parts = [
        key(16, 46, [("healthy", GREEN), ("with pain, a condition or weeks away", RED)]),
        *panel.parts,
        words(310, 428, "gain of true strength, percent", 11, SOFT, "middle"),
    ]
    return drawing(620, 440, "Who gets stronger is asked for more", parts)


def weeks(years: Sequence[Year]) -> str:
    """Show the hard sets of the upper back of everybody, week by week."""
    said = "Darker is more; the largest number of each stands at the right."
    parts = [words(16, 46, said, 10, SOFT)]
    for row, year in enumerate(years):
        counted, y = measures.weekly(year), 62 + 22 * row
        parts.append(words(92, y + 13, year.nature.id, 11, anchor="end"))
        wide = 700 / max(1, len(counted))
        for week, number in enumerate(counted):
            parts.append(square(100 + wide * week, y, (wide - 1, 18), _shade(number / 20)))
        parts.append(words(810, y + 13, f"{max(counted):g}", 10, SOFT))
    title = "Hard sets of the upper back, by week"
    return drawing(_WIDTH, 80 + 22 * len(years), title, parts)


def reasons(years: Sequence[Year]) -> str:
    """Show which rules decided loads, and how often."""
    counted = measures.reasons(years).most_common(18)
    most, all_ = counted[0][1], sum(number for _, number in counted)
    parts = []
    for row, (code, number) in enumerate(counted):
        y = 46 + 20 * row
        parts.append(words(170, y + 11, code.replace("_", " "), 11, anchor="end"))
        parts.append(square(180, y, (520 * number / most, 14), BLUE))
        share = f"{number} ({100 * number / all_:.0f} %)"
        parts.append(words(188 + 520 * number / most, y + 11, share, 10, SOFT))
    return drawing(_WIDTH, 66 + 20 * len(counted), "What decided a load, times in the year", parts)


def _shown(year: Year) -> tuple[str, ...]:
    """Return the exercises that tell somebody from their twin."""
    if year.nature.tolerance:
        return "lat_pulldown", "inverted_row"
    return "deadlift", "seated_cable_row"


def _panel(
    place: int, years: Sequence[Year], exercise: str, title: str, *, strength: bool = True
) -> Panel:  # fmt: skip
    """Return a plot of kilograms over weeks at its place among others."""
    values = [kg for year in years for _, kg in measures.asked(year, exercise)]
    if strength:
        values += [kg for year in years for _, kg in _strength(year, exercise)]
    step = 10 if max(values, default=10.0) - min(values, default=0.0) > 12 else 5
    low, high = step * floor(min(values) / step), step * ceil(max(values) / step)
    left, top = 46 + _CELL[0] * (place % _ACROSS), 78 + _CELL[1] * (place // _ACROSS)
    last = len(years[0].days) / WEEK
    panel = Panel(left, top, 220, 110, (0, last), (low, max(high, low + step)))
    ticks = range(low, max(high, low + step) + 1, step * ceil((high - low) / step / 5 or 1))
    panel.axes(title, [w for w in (0, 13, 26, 39, 52) if w <= last], list(ticks), "kg")
    return panel


def _strength(year: Year, exercise: str) -> list[tuple[float, float]]:
    """Return true strength, once a week."""
    return [(d.number / WEEK, d.strength_kg[exercise]) for d in year.days[::WEEK]]


def _weeks(points: Sequence[tuple[int, float]]) -> list[tuple[float, float]]:
    """Return points over weeks."""
    return [(day / WEEK, kg) for day, kg in points]


def _height(panels: int) -> int:
    """Return how high a drawing of some panels is."""
    return 60 + _CELL[1] * ceil(panels / _ACROSS)


def _name(exercise: str) -> str:
    """Return the name of an exercise in a sentence."""
    return load(exercise).exercise.name.lower()


def _shade(share: float) -> str:
    """Return a blue, the darker the larger the share."""
    strong = min(1.0, share)
    red, green, blue = (round(245 + (to - 245) * strong) for to in (20, 80, 150))
    return f"#{red:02x}{green:02x}{blue:02x}"
