"""The run itself: so much in flight and no more, each outcome kept as it comes."""

from collections import deque
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from time import monotonic
from typing import Generic, Protocol, TypeVar

from rhomboid.batch.items import Outcome, State
from rhomboid.batch.store import Store

PART_CLIPS = 64
"""So many outcomes make a part. house"""
PART_S = 5.0
"""So long may an outcome wait to be written: what a killed run has to do again. house"""

Task = TypeVar("Task")
"""What a worker is given."""

_Given_contra = TypeVar("_Given_contra", contravariant=True)

Lost = Callable[[Task, str], Outcome]
"""Makes an outcome of a task whose worker was lost, and of the reason."""


class Engine(Protocol[_Given_contra]):
    """What does tasks, wherever that is."""

    @property
    def is_full(self) -> bool:
        """Whether as many tasks are under way as may be."""

    @property
    def is_idle(self) -> bool:
        """Whether none is under way."""

    def begin(self, task: _Given_contra) -> None:
        """Have a task done."""

    def next(self) -> Outcome:
        """Wait for any task to be done, and return what came of it."""


class Here(Generic[Task]):
    """Does every task at once in this process, one after the other."""

    def __init__(self, do: Callable[[Task], Outcome]) -> None:
        self._do = do
        self._done: deque[Outcome] = deque()

    @property
    def is_full(self) -> bool:
        """Whether an outcome waits to be taken."""
        return bool(self._done)

    @property
    def is_idle(self) -> bool:
        """Whether no outcome waits."""
        return not self._done

    def begin(self, task: Task) -> None:
        """Do a task."""
        self._done.append(self._do(task))

    def next(self) -> Outcome:
        """Return what came of the oldest task."""
        return self._done.popleft()


@dataclass(slots=True)
class Tally:
    """How many clips came to what, and why those that failed did.

    Attributes
    ----------
    total
        How many there are in all.
    failures
        Reasons by address.
    """

    total: int
    counts: dict[State, int] = field(
        default_factory=lambda: {"judged": 0, "same": 0, "failed": 0}
    )  # fmt: skip
    failures: dict[str, str] = field(default_factory=dict)

    @property
    def done(self) -> int:
        """How many are done."""
        return sum(self.counts.values())

    def add(self, outcome: Outcome) -> None:
        """Count one."""
        self.counts[outcome.state] += 1
        if outcome.state == "failed":
            self.failures[outcome.item.address] = outcome.reason


Tell = Callable[[Tally], None]
"""Told after every clip how far the run is."""


def run(
    tasks: Iterable[Task],
    engine: Engine[Task],
    store: Store,
    tally: Tally,
    *,
    tell: Tell = lambda _: None,
    hear: Callable[[Outcome], None] = lambda _: None,
    clock: Callable[[], float] = monotonic,
) -> None:
    """Do all tasks, and keep what comes of them.

    Parameters
    ----------
    tally
        Counted up, and told of after every task.
    hear
        Told of every outcome.
    clock
        Tells seconds that only go forward.
    """
    written_s = clock()

    def keep(outcome: Outcome) -> None:
        nonlocal written_s
        store.keep(outcome)
        tally.add(outcome)
        hear(outcome)
        if store.waiting >= PART_CLIPS or clock() - written_s >= PART_S:
            store.flush()
            written_s = clock()
        tell(tally)

    for task in tasks:
        while engine.is_full:
            keep(engine.next())
        engine.begin(task)
    while not engine.is_idle:
        keep(engine.next())
