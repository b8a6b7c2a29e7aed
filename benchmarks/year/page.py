"""The page docs/year.md: who lived, what came of it, and what to doubt."""

from collections.abc import Iterable, Sequence
from statistics import mean

from benchmarks.figures import Figure
from benchmarks.year import measures
from benchmarks.year.body import HELPS, KEEPS_DAYS, RATE, WEARS_OFF
from benchmarks.year.laws import LAWS
from benchmarks.year.measures import Year
from benchmarks.year.nature import GAIN
from benchmarks.year.stage import POOL, RATE_HZ
from benchmarks.year.stuck import MONTH
from benchmarks.year.targets import mean_gains
from benchmarks.year.words import SPREAD, UNDER_SAID

_INTRODUCTION = """# A year of made-up people

`make year` lets made-up people train for 52 weeks with the product itself: on every day the plan
is asked for from a real journal, the person does what strength and will allow, the drawn athlete
performs each set, the engine judges it, the journal keeps it, and the next plan goes on from it.
Some sets are done without a camera, some days are missed, some answers are not given. The same
seed gives the same year.

This tests the plan against our own picture of people. It is no trial, and it proves nothing of
real ones.
"""

_MADE_UP = f"""## What the people are made of

Everything here is house but what names a source.

- **Strength** is one number for each exercise: what could be lifted once. Repetitions at a load
  follow Epley's equation. A band is worth what it pulls, a body what its angle leaves of it.
- **Training** brings {100 * RATE:.1f} percent of what is still to be had for a full session, so
  gains become smaller. The most to be had is {GAIN["new"]:.2f}, {GAIN["some"]:.2f} and
  {GAIN["trained"]:.2f} times the start for new, experienced and trained people, in the order of
  `acsm2009` (from memory). A pull trains the other pulls by {HELPS:.0%} of that.
- **Breaks** of more than {KEEPS_DAYS} days take {100 * WEARS_OFF:.1f} percent a day. Hard sets
  tire for some days; days differ by 2.5 percent; an illness takes a tenth.
- **Form**: faults become rarer with practice, and come back in the last repetition of hard sets.
- **Words**: people say {UNDER_SAID} repetitions too few are left, and err by {SPREAD:.0f}
  (Halperin and others 2022, abstract read).
- **Pain** comes in flares, or where a load is more than a sore joint takes; a set that hurts
  much is broken off, and the morning after says so.

To save time, sets that are alike (exercise, repetitions, faults, stop, side, one of {POOL} seeds)
are drawn and judged once, at {RATE_HZ:.0f} frames a second, and the judgement is used again.
Joints are not kept; the plan never looks at them.
"""

_DOUBT = """## What to doubt

- The people follow Epley's equation, and so do our notions of what fits. Real ones differ.
- Gains, weariness and pain are ours. With other numbers, the charts look other; the laws do not
  depend on them.
- Everybody is honest but for the error named above. Nobody lifts more than was shown.
- The pain of a load is known to the body at once. Real pain comes late and lies.
- Whoever told of a condition stays at some loads for the whole year (`no steps up`): the plan asks
  every six weeks whether it is over, and nobody here ever says so.
- With bands that are far apart, the next one is tried every month or two and given back.
- The drawn athlete is seen well. A poor camera makes more sets unjudged.
"""

_CHARTS = {
    "loads.svg": "What the plan asks for, said as the strength it needs (load, repetitions and "
    "reserve in one), beside true strength. Lighter weeks are left out.",
    "gains.svg": "Each dot is one exercise of one person.",
    "twins.svg": "The same person twice, with the same luck: once with pain or breaks, once "
    "without.",
    "weeks.svg": "Light squares are lighter weeks and weeks away.",
    "reasons.svg": "Of all loads that were asked for; several rules may decide one.",
}


def page(
    years: Sequence[Year], pairs: Sequence[tuple[Year, Year]], made: Sequence[Figure], seed: int
) -> str:
    """Return the whole page."""
    twins = [twin for _, twin in pairs]
    charts = "\n".join(f"![{words}](year/{name})\n\n{words}\n" for name, words in _CHARTS.items())
    return "\n".join(
        [
            _INTRODUCTION,
            _limits(made),
            f"## The people\n\n{_people([*years, *twins])}",
            _laws(),
            f"## Charts\n\n{charts}",
            f"## Loads that stay\n\n{_stays([*years, *twins])}",
            _MADE_UP,
            _DOUBT,
            f"Seed: {seed}.\n",
        ]
    )


def _table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a table; the first column holds words, the others numbers."""
    edges = "|".join(["---", *["--:"] * (len(heads) - 1)])
    lines = [f"| {' | '.join(heads)} |", f"|{edges}|", *(f"| {' | '.join(r)} |" for r in rows)]
    return "\n".join(lines) + "\n"


def _limits(made: Sequence[Figure]) -> str:
    """Show every figure, and whether its limit holds."""
    rows = [
        (f.name, f"{f.value:,.4g} {f.unit}".strip(),
         "" if f.limit is None else f"{'≤' if f.better == 'lower' else '≥'} {f.limit:,.6g}",
         "" if f.limit is None else "yes" if f.holds else "**no**")
        for f in made
    ]  # fmt: skip
    held = [f for f in made if f.limit is not None]
    said = f"{sum(f.holds for f in held)} of {len(held)} limits hold."
    return f"## Figures\n\n{said}\n\n{_table(('figure', 'value', 'limit', 'holds'), rows)}"


def _people(years: Sequence[Year]) -> str:
    """Show everybody in a line."""
    rows = []
    for year in years:
        strength, asked = mean_gains(measures.gains(year))
        stays = measures.stays(year)
        rows.append((
            f"**{year.nature.id}**: {year.nature.title}",
            f"{100 * measures.adherence(year):.0f} %",
            str(sum(len(day.sets) for day in year.days)),
            f"{mean(measures.weekly(year)):.1f}",
            str(measures.lighter_weeks(year)),
            f"{100 * strength:+.0f} %", f"{100 * asked:+.0f} %", f"{measures.fit(year):.2f}",
            str(stays[0].days if stays else 0), str(measures.red_sets(year)),
        ))  # fmt: skip
    heads = ("who", "days of loads done", "sets", "upper back, hard sets a week", "lighter weeks",
             "strength", "asked for", "asked / strength at the end", "longest stay, days",
             "red sets")  # fmt: skip
    return _table(heads, rows)


def _laws() -> str:
    """List the laws."""
    lines = [f"- {(law.__doc__ or '').splitlines()[0]}" for law in LAWS]
    said = "Held against every day of everybody; one that is broken ends the run."
    return f"## Laws\n\n{said}\n\n" + "\n".join(lines) + "\n"


def _stays(years: Sequence[Year]) -> str:
    """Show who stayed at a load for longest, and what the plan said in that time."""
    rows = []
    for year in years:
        for run in measures.stays(year)[:1]:
            said: dict[str, int] = {}
            for _, codes in run.shown:
                for code in sorted(codes - {"same", "lowered"}):
                    said[code] = said.get(code, 0) + 1
            often = sorted(said.items(), key=lambda one: -one[1])[:4]
            words = ", ".join(f"{code.replace('_', ' ')} {number}×" for code, number in often)
            what = f"{year.nature.id}, {run.exercise.replace('_', ' ')}"
            rows.append((what, str(run.days), str(len(run.shown)), words))
    told = f"The longest of each person. Over {MONTH} days want a reason on every day.\n"
    return f"{told}\n{_table(('who and what', 'days', 'times', 'what the plan said'), rows)}"
