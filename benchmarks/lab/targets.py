"""The figures of a run, each beside what it must not be worse than."""

from collections.abc import Callable
from math import isnan
from typing import Literal

from benchmarks.figures import Figure
from benchmarks.lab.examine import Times
from benchmarks.lab.findings import praised
from benchmarks.lab.measures import Agreement, Counting, agreement, spread
from benchmarks.lab.results import NAMED, RECOGNISED, Results
from benchmarks.peers.counters import COUNTERS
from rhomboid.catalogue.read import load

EXACT = 0.99
BOUNDARY_S = 0.1
BIAS_S, LIMITS_S = 0.1, 0.3
FINDINGS = 0.95
COUNTIX_WITHIN_ONE, COUNTIX_MAE = 0.90, 0.12
FALSE_A_MINUTE = 0.1
_NEGATIVES = ("background", "clips", "rendered", "data")


def figures(all_: Results) -> list[Figure]:
    """Return every figure that can be had from a run; what was not run is left out."""
    own = all_.of("drawn").own_views
    made = [
        *_drawn_counts(all_),
        *_times(own),
        *_findings("drawn", own, FINDINGS),
        *_findings("rendered", all_.of("rendered"), None),
        *_rendered(all_.of("rendered")),
        *_clips(all_.of("clips")),
        *_countix(all_),
        _exact("other data", all_.of("data"), None),
        _within("other data", all_.of("data"), None),
        _mae("other data", all_.of("data"), None),
        *_negatives(all_.where(lambda o: o.group in _NEGATIVES)),
    ]
    return [f for f in made if not isnan(f.value)]


def best_peer(some: Results, of: Callable[[Counting], float], *, lowest: bool = False) -> float:
    """Return the best that another counter came to."""
    values = [of(some.counting(name)) for name in COUNTERS]
    return min(values) if lowest else max(values)


def _exact(name: str, some: Results, limit: float | None, counter: str = NAMED) -> Figure:
    """Return the share of exact counts."""
    value = some.counting(counter).exact
    peer = best_peer(some, lambda c: c.exact)
    return Figure(f"{name}: exact counts", value, "of sets", "higher", limit, peer)


def _within(name: str, some: Results, limit: float | None) -> Figure:
    """Return the share of counts within one."""
    value = some.counting(NAMED).within_one
    peer = best_peer(some, lambda c: c.within_one)
    return Figure(f"{name}: counts within one", value, "of sets", "higher", limit, peer)


def _mae(name: str, some: Results, limit: float | None) -> Figure:
    """Return the mean error over the true count."""
    value = some.counting(NAMED).mae
    peer = best_peer(some, lambda c: c.mae, lowest=True)
    return Figure(f"{name}: mean error over true count", value, "", "lower", limit, peer)


def _drawn_counts(all_: Results) -> list[Figure]:
    """Return how right the counts of drawn sets are."""
    drawn = all_.of("drawn")
    own, other = drawn.own_views, drawn.other_views
    return [
        *(_exact(f"drawn, {name}", own.of("drawn", name), EXACT) for name in own.exercises),
        _exact("drawn, all, exercise not named", own, None, RECOGNISED),
        _exact("drawn, other views", other, None),
        _exact("drawn, without a fault", own.where(lambda o: not o.fault), None),
        _exact("drawn, with a fault", own.where(lambda o: bool(o.fault)), None),
    ]


def _times(own: Results) -> list[Figure]:
    """Return how right the times of drawn sets are: of all, and of the worst exercise."""
    each = {name: own.of("drawn", name).times for name in own.exercises}
    made = []
    for name in ("start", "turn", "end"):
        off = spread(getattr(t, f"{name}_s") for t in own.times)
        medians = [spread(getattr(t, f"{name}_s") for t in some).median for some in each.values()]
        worst = max(medians, default=float("nan"))
        made += [
            Figure(f"drawn: {name}, median error", off.median, "s", "lower", BOUNDARY_S),
            Figure(f"drawn: {name}, worst exercise's median", worst, "s", "lower", BOUNDARY_S),
            Figure(f"drawn: {name}, 95th percentile", off.p95, "s", "lower"),
        ]
    return [*made, *_pauses(own, each)]


def _pauses(own: Results, each: dict[str, list[Times]]) -> list[Figure]:
    """Return how right pauses and holds are, of all and by exercise, and what passes."""
    short, number = praised(own.pauses)
    made = _agreement("pause", agreement(t.pause_s for t in own.times))
    for name, some in each.items():
        spec = load(name)
        if spec.prescription.tempo.pause_s:
            what = f"{name} {'hold' if spec.rep.hold else 'pause'}"
            made += _agreement(what, agreement(t.pause_s for t in some))
    passing = short / number if number else float("nan")
    return [
        *made,
        Figure("drawn: pauses far too short that pass", passing, "of them", "lower", 0.0),
    ]


def _agreement(name: str, pause: Agreement) -> list[Figure]:
    """Return how measured and true lengths agree."""
    widest = max(abs(pause.low), abs(pause.high))
    return [
        Figure(f"drawn: {name}, bias", abs(pause.bias), "s", "lower", BIAS_S),
        Figure(f"drawn: {name}, wider limit of agreement", widest, "s", "lower", LIMITS_S),
    ]


def _findings(name: str, some: Results, limit: float | None) -> list[Figure]:
    """Return how right the findings of a data set are."""
    found = some.found
    quiet, unseen = some.unseen_kept_quiet
    kept = quiet / unseen if unseen else float("nan")
    values: list[tuple[str, float, Literal["lower", "higher"], float | None]] = [
        ("precision", found.precision, "higher", limit),
        ("recall where judged", found.recall, "higher", limit),
        ("recall of all", found.recall_of_all, "higher", None),
        ("share not judged", found.not_judged, "lower", None),
        ("share not judged where nobody can", kept, "higher", limit and 1.0),
    ]
    return [
        Figure(f"{name}, findings: {what}", value, "", better, held)
        for what, value, better, held in values
    ]


def _rendered(some: Results) -> list[Figure]:
    """Return how right the counts of the sample clips are."""
    turns = spread(t.turn_s for t in some.times)
    return [
        _exact("rendered", some, 1.0),
        Figure("rendered: turn, median error", turns.median, "s", "lower", BOUNDARY_S),
    ]


def _clips(some: Results) -> list[Figure]:
    """Return how right the counts of real clips are."""
    turns = spread(t.turn_s for t in some.times)
    return [
        _exact("real clips", some, None),
        _exact("real clips, exercise not named", some, None, RECOGNISED),
        Figure("real clips: turn, median error", turns.median, "s", "lower"),
    ]


def _countix(all_: Results) -> list[Figure]:
    """Return how right the counts of the Countix traces are."""
    made = []
    for name in all_.of("countix").exercises:
        some = all_.of("countix", name)
        made += [
            _exact(f"Countix, {name}", some, None),
            _within(f"Countix, {name}", some, COUNTIX_WITHIN_ONE),
            _mae(f"Countix, {name}", some, COUNTIX_MAE),
        ]
    return made


def _negatives(some: Results) -> list[Figure]:
    """Return what is counted where there is nothing to count."""
    peer = min(some.false_a_minute(name) for name in COUNTERS)
    return [
        Figure("false repetitions, exercise named", some.false_a_minute(NAMED), "a minute",
               "lower", FALSE_A_MINUTE, peer),
        Figure("false repetitions, exercise not named", some.false_a_minute(RECOGNISED),
               "a minute", "lower", FALSE_A_MINUTE, peer),
    ]  # fmt: skip
