"""The sets before those that count.

Six repetitions with 40 and with 80 percent of the load (warmup2020). A light load needs
none: its own first set is easy enough.
"""

from dataclasses import replace

from rhomboid.plan.ladder import Ladder
from rhomboid.plan.reason import Reason
from rhomboid.plan.words import amount, say
from rhomboid.training.load import Load
from rhomboid.training.person import Person
from rhomboid.training.target import Target

SHARES = (0.4, 0.8)
REPETITIONS = 6
REST_S = 45.0
"""After a set that prepares. House."""

MOST_PAUSE_S = 1.0
"""A stop is practised, not trained, in a set that prepares. House."""

MORE_UPRIGHT = 20.0
"""So many degrees more upright is an inverted row that prepares. House."""


def warm_ups(
    target: Target, ladder: Ladder, exercise: str, person: Person
) -> tuple[tuple[Target, ...], tuple[Reason, ...]]:
    """Return the sets that prepare for a set, and why."""
    loads = _loads(target.load, ladder, find=target.load is None)
    if not loads:
        return (), (say("warm_up", "none_needed"),)
    sets = [
        replace(
            target, kind="warm_up", repetitions=(REPETITIONS, REPETITIONS), load=load,
            pause_s=min(target.pause_s, MOST_PAUSE_S), rest_s=REST_S, spare=None,
        )
        for load in loads
    ]  # fmt: skip
    if target.load is None:
        why = say("warm_up", "unknown_load")
    else:
        named = " and ".join(amount(load, person) for load in loads if load)
        why = say("warm_up", "prepare", times=REPETITIONS, loads=named)
    empty = (say("warm_up", "empty_bar"),) if exercise == "deadlift" else ()
    return tuple(sets), (why, *empty)


def _loads(load: Load | None, ladder: Ladder, *, find: bool) -> tuple[Load | None, ...]:
    """Return the loads that prepare for a load, lightest first, each once and all below it."""
    if find:
        return (None,)
    if load is None or load.axis == "none":
        return ()
    if load.axis == "kg":
        rounded = [ladder.rounded(load.value * share) for share in SHARES]
        return tuple(dict.fromkeys(one for one in rounded if one is not None))
    if load.axis == "band":
        return (Load("band", 1.0),) if load.value > 2 else ()
    upright = load.value - MORE_UPRIGHT
    return (Load("body_angle", upright),) if upright >= MORE_UPRIGHT else ()
