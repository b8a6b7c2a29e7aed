"""All outcomes of a run, and the questions that are asked of them."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from benchmarks.lab.examine import Named, Outcome, Pause, Said, Times
from benchmarks.lab.findings import Found, found
from benchmarks.lab.measures import Counting, a_minute, counting, share
from benchmarks.lab.scene import Group
from benchmarks.peers.counters import COUNTERS

NAMED, RECOGNISED = "rhomboid", "rhomboid, unnamed"
OURS = (NAMED, RECOGNISED)


@dataclass(frozen=True, slots=True)
class Results:
    """Some outcomes."""

    outcomes: Sequence[Outcome]

    def where(self, keep: Callable[[Outcome], bool]) -> "Results":
        """Return some of them."""
        return Results([o for o in self.outcomes if keep(o)])

    def of(self, group: Group, exercise: str | None = None) -> "Results":
        """Return those of a data set, of all exercises or of one."""
        return self.where(
            lambda o: o.group == group and (exercise is None or o.exercise == exercise)
        )

    @property
    def own_views(self) -> "Results":
        """Those from views that the exercise files name as their own."""
        return self.where(lambda o: o.supported)

    @property
    def other_views(self) -> "Results":
        """Those from views that are possible besides."""
        return self.where(lambda o: not o.supported)

    @property
    def _named(self) -> list[Named]:
        """What came of those with one of our exercises in them."""
        return [o.named for o in self.outcomes if o.named is not None]

    @property
    def scored(self) -> list[Outcome]:
        """Those with one of our exercises in them, whose count is known."""
        return [o for o in self.outcomes if o.exercise is not None and o.count is not None]

    @property
    def exercises(self) -> list[str]:
        """The exercises in them, sorted."""
        return sorted({o.exercise for o in self.scored if o.exercise})

    @property
    def times(self) -> list[Times]:
        """How far every repetition was off."""
        return [t for n in self._named for t in n.times]

    @property
    def said(self) -> list[Said]:
        """All that was said and can be held against the truth."""
        return [s for n in self._named for s in n.said]

    @property
    def pauses(self) -> list[Pause]:
        """All pauses that were asked for."""
        return [p for n in self._named for p in n.pauses]

    @property
    def found(self) -> Found:
        """How right the findings are."""
        return found(self.said)

    def counting(self, counter: str) -> Counting:
        """Return how right a counter is."""
        return counting((o.count or 0, said_by(o, counter)) for o in self.scored)

    def false_a_minute(self, counter: str) -> float:
        """Return repetitions a minute where there are none, over all names that were tried."""
        tried = [o for o in self.outcomes if o.others]
        if counter == RECOGNISED:
            none = [o for o in tried if not o.count]
            return a_minute(sum(o.recognised for o in none), sum(o.seconds for o in none))
        number = sum(_elsewhere(o, counter) for o in tried)
        return a_minute(number, sum(o.seconds * len(o.others) for o in tried))

    @property
    def coverage(self) -> tuple[float, float, float]:
        """In which share of sets, of seconds, and of checks anything was judged."""
        some = [(o, o.named) for o in self.scored if o.named]
        full = [n for o, n in some if o.count]
        seen_s = sum(n.seen * o.seconds for o, n in some)
        return (
            share(sum(n.judged > 0 for n in full), len(full)),
            share(seen_s, sum(o.seconds for o, _ in some)),
            share(sum(n.judged for _, n in some), sum(n.asked for _, n in some)),
        )

    @property
    def unseen_kept_quiet(self) -> tuple[int, int]:
        """Of how many checks that nobody could judge nothing was said, and how many there are."""
        said = [verdict for n in self._named for _, verdict in n.unseen]
        return sum(v == "not judged" for v in said), len(said)


def said_by(outcome: Outcome, counter: str) -> int:
    """Return how many repetitions a counter found; those of another exercise are none."""
    if counter == RECOGNISED:
        return outcome.recognised if outcome.recognised_as == outcome.exercise else 0
    if outcome.named is None:
        return 0
    return outcome.named.count if counter == NAMED else outcome.named.peers[counter]


def counters() -> Iterator[str]:
    """Yield all counters, ours first."""
    yield from OURS
    yield from COUNTERS


def _elsewhere(outcome: Outcome, counter: str) -> int:
    """Return what a counter found under names that are not so."""
    counted = outcome.others.values() if counter == NAMED else [outcome.peer_others[counter]]
    return sum(counted)
