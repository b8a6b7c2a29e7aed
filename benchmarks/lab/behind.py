"""Where another counter does better than we do, and why, as far as that is known."""

from collections import Counter
from collections.abc import Iterator

from benchmarks.lab.examine import Outcome
from benchmarks.lab.measures import Counting
from benchmarks.lab.results import NAMED, Results, said_by
from benchmarks.lab.scene import Group
from benchmarks.peers.counters import COUNTERS

_MOST = 3

REASONS: dict[tuple[Group, str], str] = {
    ("drawn", "deadlift"): (
        "a bar planted far ahead of the legs makes the hands swing up as in another exercise,"
        " which we refuse, and long drop-outs lose a repetition; the counters ask for no form"
    ),
    ("drawn", "lat_pulldown"): ("one set of the 210 is off by more than one"),
    ("drawn", "t_raise"): (
        "arms that leave out a third of the way or more can be a partial repetition with us;"
        " the counters ask for no range"
    ),
    ("countix", "rope_pushdown"): ("labels count last repetitions that the recording cuts off"),
}
"""What is known of the reason, by data set and exercise."""


def behind(all_: Results) -> Iterator[str]:
    """Yield one line for each exercise of a data set in which another counter does better."""
    groups: tuple[Group, ...] = ("drawn", "rendered", "clips", "countix", "data")
    for group in groups:
        for exercise in all_.of(group).exercises:
            some = all_.of(group, exercise).own_views
            for counter in COUNTERS:
                better = _better(some.counting(counter), some.counting(NAMED))
                if better:
                    yield _line(some, group, exercise, counter, better)


def _better(other: Counting, ours: Counting) -> list[str]:
    """Return by which measures another counter does better."""
    shown = [
        ("exact", other.exact > ours.exact, other.exact, ours.exact),
        ("within one", other.within_one > ours.within_one, other.within_one, ours.within_one),
        ("error", other.mae < ours.mae, other.mae, ours.mae),
    ]
    return [f"{name} {one:.3g} against {our:.3g}" for name, so, one, our in shown if so]


def _line(some: Results, group: Group, exercise: str, counter: str, better: list[str]) -> str:
    """Say by how much another counter does better, and why."""
    only = [o for o in some.scored if said_by(o, counter) == o.count != said_by(o, NAMED)]
    why = REASONS.get((group, exercise), "none yet")
    return (
        f"{group}, {exercise}: *{counter}* ({'; '.join(better)}). {len(only)} of"
        f" {len(some.scored)} sets are right there and wrong with us{_objections(only)}."
        f" Known reason: {why}."
    )


def _objections(outcomes: list[Outcome]) -> str:
    """Say what we most often object to in some sets."""
    said = Counter(
        reason.split(": ", 1)[1].rstrip(".")
        for o in outcomes
        if o.named is not None
        for reason in dict.fromkeys(o.named.reasons)
    )
    most = sorted(said.items(), key=lambda item: (-item[1], item[0]))[:_MOST]
    return "; we say: " + ", ".join(f"“{r}” ({n})" for r, n in most) if most else ""
