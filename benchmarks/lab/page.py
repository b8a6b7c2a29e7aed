"""The page docs/accuracy.md: every figure of a whole run, in plain words."""

from collections.abc import Iterable, Sequence
from math import isnan

from benchmarks.figures import Figure
from benchmarks.lab.behind import behind
from benchmarks.lab.examine import Times
from benchmarks.lab.findings import Found, found
from benchmarks.lab.measures import Agreement, agreement, spread
from benchmarks.lab.results import NAMED, Results, counters
from benchmarks.lab.scene import Group
from benchmarks.lab.words import ABOUT, COVERAGE, FINDINGS, INTRODUCTION, NOTHING, TIMES


def page(all_: Results, made: Sequence[Figure], sets: int) -> str:
    """Return the whole page."""
    parts = [
        INTRODUCTION,
        _absent(all_),
        _limits(made),
        *(_group(all_.of(group), group) for group in ABOUT),
        _times(all_.of("drawn").own_views),
        _findings(all_.of("drawn"), all_.of("rendered")),
        _nothing(all_),
        _coverage(all_),
        _behind(all_),
        f"Drawn sets: numbers 0 to {sets - 1}. The same numbers give the same sets.\n",
    ]
    return "\n".join(part for part in parts if part)


def table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a table; the first column holds words, the others numbers."""
    edges = "|".join(["---", *["--:"] * (len(heads) - 1)])
    lines = [f"| {' | '.join(heads)} |", f"|{edges}|", *(f"| {' | '.join(r)} |" for r in rows)]
    return "\n".join(lines) + "\n"


def _absent(all_: Results) -> str:
    """Say which data were not there; data that others bring along are not missed."""
    titles = [
        title
        for group, (title, _) in ABOUT.items()
        if group != "data" and not all_.of(group).scored
    ]
    return f"Not there when this was made: {', '.join(titles).lower()}.\n" if titles else ""


def _limits(made: Sequence[Figure]) -> str:
    """Say which limits hold."""
    held = [f for f in made if f.limit is not None]
    rows = [
        (f.name, _number(f.value), f"{'≤' if f.better == 'lower' else '≥'} {f.limit:g}",
         _number(f.peer), "yes" if f.holds else "**no**")
        for f in held
    ]  # fmt: skip
    heads = ("figure", "value", "limit", "best other counter", "holds")
    failed = sum(not f.holds for f in held)
    words = f"{len(held) - failed} of {len(held)} limits hold."
    return f"## Limits\n\n{words}\n\n{table(heads, rows)}"


def _group(some: Results, group: Group) -> str:
    """Show how right the counts of one data set are."""
    if not some.scored:
        return ""
    title, words = ABOUT[group]
    parts = [f"## {title}\n\n{words}"]
    if group == "drawn":
        parts += [
            "Views that the exercise files name as their own:\n",
            _counters(some.own_views),
            "Views that are possible besides:\n",
            _counters(some.other_views),
        ]
    else:
        parts.append(_counters(some))
    parts.append(_by_exercise(some.own_views))
    return "\n".join(parts)


def _counters(some: Results) -> str:
    """Show us beside each counter."""
    rows = []
    for name in counters():
        c = some.counting(name)
        shown = f"**{name}**" if name == NAMED else name
        rows.append((shown, str(c.sets), _share(c.exact), _share(c.within_one), _number(c.mae)))
    return table(("counter", "sets", "exact", "within one", "error"), rows)


def _by_exercise(some: Results) -> str:
    """Show the exact counts of each counter by exercise."""
    rows = []
    for exercise in some.exercises:
        own = some.where(lambda o, exercise=exercise: o.exercise == exercise)  # type: ignore[misc]
        shares = [_share(own.counting(name).exact) for name in counters()]
        rows.append((exercise, str(len(own.scored)), *shares))
    return "Exact counts by exercise:\n\n" + table(("exercise", "sets", *counters()), rows)


def _times(own: Results) -> str:
    """Show how right times are."""
    if not own.times:
        return ""
    rows = [_time_row(name, own.of("drawn", name).times) for name in own.exercises]
    rows.append(_time_row("all", own.times))
    heads = ("exercise", "repetitions", "start", "turn", "end", "pause", "limits of agreement")
    return f"## Times\n\n{TIMES}\n{table(heads, rows)}"


def _time_row(name: str, times: list[Times]) -> Sequence[str]:
    """Show how right the times of some repetitions are."""
    kinds = ([t.start_s for t in times], [t.turn_s for t in times], [t.end_s for t in times])
    ends = [spread(kind) for kind in kinds]
    pause = agreement(t.pause_s for t in times)
    return name, str(len(times)), *(_s(e.median, e.p95) for e in ends), *_pause(pause)


def _pause(pause: Agreement) -> tuple[str, str]:
    """Show the agreement of pauses."""
    return f"{pause.bias:+.2f}", f"{pause.low:+.2f} to {pause.high:+.2f}"


def _findings(drawn: Results, rendered: Results) -> str:
    """Show how right findings are, by exercise and view, and by check."""
    if not any(s.truth in ("good", "fix") for s in drawn.said):
        return ""
    quiet, unseen = drawn.unseen_kept_quiet
    kept = f"Of {unseen} findings that nobody could judge from there, {quiet} were left unjudged.\n"
    parts = ["## Findings\n", FINDINGS, _by_view(drawn), _by_check(drawn), kept if unseen else ""]
    if rendered.said:
        parts += ["The same of the rendered clips:\n", _by_check(rendered)]
    return "\n".join(parts)


_FOUND = ("good", "faults", "too close", "precision", "recall", "of all", "not judged")


def _found(some: Found) -> tuple[str, ...]:
    """Show findings as a row."""
    shares = (some.precision, some.recall, some.recall_of_all, some.not_judged)
    return str(some.good), str(some.fix), str(some.close), *(_share(value) for value in shares)


def _by_view(drawn: Results) -> str:
    """Show findings by exercise and view."""
    rows = []
    for exercise, view in sorted({(o.exercise or "", o.view) for o in drawn.scored}):
        some = drawn.where(lambda o, key=(exercise, view): (o.exercise, o.view) == key)  # type: ignore[misc]
        own = "" if some.outcomes[0].supported else " (other)"
        rows.append((f"{exercise}, {view}{own}", *_found(some.found)))
    return table(("exercise and view", *_FOUND), rows)


def _by_check(whole: Results) -> str:
    """Show findings by check, over all views."""
    rows = []
    for exercise in whole.exercises:
        said = whole.where(lambda o, exercise=exercise: o.exercise == exercise).said  # type: ignore[misc]
        for check in sorted({s.check for s in said}):
            some = found(s for s in said if s.check == check)
            rows.append((f"{exercise}.{check}", *_found(some)))
    return table(("check", *_FOUND), rows)


def _nothing(all_: Results) -> str:
    """Show what is counted where there is nothing."""
    heads = ("counter", "drawn athlete who does something else", "clips under other names")
    rows = []
    for name in counters():
        shown = [all_.of(group).false_a_minute(name) for group in ("background", "clips")]
        rows.append((name, *(_number(value) for value in shown)))
    return f"## Where there is nothing to count\n\n{NOTHING}\n{table(heads, rows)}"


def _coverage(all_: Results) -> str:
    """Show in how much anything was judged."""
    rows = []
    for group, (title, _) in ABOUT.items():
        some = all_.of(group)
        if some.scored:
            rows.append((title, *(_share(value) for value in some.coverage)))
    heads = ("data", "sets", "seconds", "checks")
    return f"## Coverage\n\n{COVERAGE}\n{table(heads, rows)}"


def _behind(all_: Results) -> str:
    """Say where another counter does better, and why if that is known."""
    lines = [f"- {line}" for line in behind(all_)]
    said = "\n".join(lines) if lines else "Nowhere in this run."
    return f"## Where another counter does better\n\n{said}\n"


def _share(value: float) -> str:
    """Write a share in percent."""
    return "–" if isnan(value) else f"{100 * value:.1f} %"


def _number(value: float | None) -> str:
    """Write a number, or a dash for none."""
    return "–" if value is None or isnan(value) else f"{value:.3g}"


def _s(median: float, p95: float) -> str:
    """Write two times."""
    return f"{median:.2f}, {p95:.2f}"
