"""One set: how far true strength goes, what is done wrong, and what is kept of it."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

import numpy as np

from benchmarks.year.body import Body
from benchmarks.year.nature import STRETCH, chance
from benchmarks.year.stage import HABITS, POOL, Played, Seen, see
from benchmarks.year.strength import at_most, fitting_kg, longer_s, moved_kg, possible
from benchmarks.year.words import reserve_felt
from rhomboid.plan.day import Item
from rhomboid.plan.gear import WAYS
from rhomboid.records_json import Document
from rhomboid.training.kept import EndedBy, KeptSet, Rating
from rhomboid.training.load import Load
from rhomboid.training.target import Target

STOPS_AT = 6.5
"""Pain with which a set is broken off."""

LEAVES_OUT = 0.05
"""Chance to leave out the last set of an exercise."""

MISJUDGES = 0.1
"""How far off people are who find a weight: standard deviation, as a share; a little too light."""

_SALT_SET, _SALT_FIND, _SALT_LAST = 31, 32, 33
_RATED = 0.85


@dataclass(frozen=True, slots=True)
class Moment:
    """When a set is done, and who watches."""

    id: str
    at: datetime
    session: str
    seen: bool
    number: int


@dataclass(slots=True)
class Found:
    """What was settled earlier the same day: weights that were found, and sets that count."""

    loads: dict[str, Load] = field(default_factory=dict)
    sets: dict[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Done:
    """A set as it is to be kept, with the engine's report if it was seen."""

    kept: KeptSet
    report: Document | None


def do(body: Body, item: Item, target: Target, found: Found, moment: Moment) -> Done | None:
    """Do a set as far as strength allows; None for one that is left out."""
    if item.exercise == STRETCH:
        return _stretch(body, item, target, moment)
    before = found.sets.get(item.exercise, 0)
    if before and before == target.sets - 1 and target.kind == "work" and _leaves_out(body, item):
        return None
    load = target.load or _find(body, item, target, found)
    load_kg = moved_kg(body.nature, item.exercise, load)
    lots = chance(body.nature, body.seed, _SALT_SET, body.number, moment.number)
    able = possible(body.able_kg(item.exercise, before, target.rest_s), load_kg,
                    longer_s(item.exercise, target))  # fmt: skip
    hurts = body.pain_in(item.exercise, load_kg) * (0.4 if target.kind == "warm_up" else 1.0)
    times, ended = _times(target, able, hurts, lots)
    if target.kind == "work":
        found.sets[item.exercise] = before + 1
        body.feel_set(item.exercise, able - times, load_kg)
    rating = _rating(target, able - times, hurts, lots)
    played = _played(body, item, target, times, able, lots)
    return _kept(item, target, load, played, rating, ended, moment)


def _leaves_out(body: Body, item: Item) -> bool:
    """Return whether the last set of an exercise is left out today."""
    place = sorted(WAYS).index(item.exercise)
    lots = chance(body.nature, body.seed, _SALT_LAST, body.number, place)
    return bool(lots.random() < LEAVES_OUT)


def _find(body: Body, item: Item, target: Target, found: Found) -> Load:
    """Return the weight somebody finds, or found earlier the same day."""
    if item.exercise not in found.loads:
        way = next(w for w in WAYS[item.exercise] if w.gear == item.gear)
        work = item.work[0]
        place = sorted(WAYS).index(item.exercise)
        lots = chance(body.nature, body.seed, _SALT_FIND, body.number, place)
        right = fitting_kg(body.able_kg(item.exercise, 0, target.rest_s),
                           work.repetitions[1] + (work.spare or 3))  # fmt: skip
        wanted = right * float(np.clip(lots.normal(0.93, MISJUDGES), 0.6, 1.15))
        found.loads[item.exercise] = at_most(
            body.nature, way.axis, item.gear, item.exercise, wanted
        )
    return found.loads[item.exercise]


def _times(
    target: Target, able: float, hurts: float, lots: np.random.Generator
) -> tuple[int, EndedBy]:
    """Return how many repetitions are done, and what breaks the set off.

    People stop at the top, or where they feel that no more is left than was asked for; they
    try to come to the bottom of the range, and nobody does more than they can.
    """
    least, most = target.repetitions
    felt_off = float(lots.normal(0.0, 0.7))
    stops = able - (target.spare or 0) + 0.5 + felt_off
    wanted = min(most, max(least, int(stops))) if target.kind == "work" else most
    times = max(1, min(wanted, int(able)))
    if hurts >= STOPS_AT and target.kind == "work":
        return max(1, times // 2), "pain"
    return times, ""


def _rating(
    target: Target, left: float, hurts: float, lots: np.random.Generator
) -> Rating:  # fmt: skip
    """Return what somebody says of a set."""
    if target.kind == "warm_up":
        return Rating()
    pain = int(np.clip(round(hurts + lots.normal(0, 0.4)), 0, 10)) if hurts > 0.5 else 0
    says = lots.random() < _RATED
    if not says and pain == 0:
        return Rating()
    spare = reserve_felt(left, lots)
    return Rating(effort=int(np.clip(10 - spare, 1, 10)), spare=spare, pain=pain)


def _played(
    body: Body, item: Item, target: Target, times: int, able: float, lots: np.random.Generator
) -> Played:
    """Return the performance: faults by habit, and in the last repetitions of a hard set."""
    habit, which, share = lots.random(), lots.random(), lots.random()
    faults = HABITS[item.exercise]
    fault, faulty = "", 0
    if target.kind == "work" and habit < body.clumsy(item.exercise):
        faulty = max(1, round(times * (0.25, 0.5, 1.0)[int(share * 3)]))
    elif target.kind == "work" and able - times < 1.0 and habit < 0.5:
        faulty = 1
    if faulty:
        fault = faults[int(which * len(faults))]
    return Played(
        item.exercise, times, fault, faulty,
        pause_s=target.pause_s, seed=int(lots.integers(POOL)),
    )  # fmt: skip


def _stretch(body: Body, item: Item, target: Target, moment: Moment) -> Done:
    """Hold a stretch on one side; now and then a hold is too short."""
    lots = chance(body.nature, body.seed, _SALT_SET, body.number, moment.number)
    short = 0.6 if lots.random() < 0.08 else 1.0
    hurts = 0.6 * body.pain_in(item.exercise, 0.0) if body.nature.hurts else 0.0
    side: Literal["left", "right"] = "right" if target.side == "right" else "left"
    played = Played(
        item.exercise, target.repetitions[1], pause_s=(target.hold_s or 30.0) * short + 0.5,
        side=side, seed=int(lots.integers(POOL)),
    )  # fmt: skip
    rating = Rating(pain=int(np.clip(round(hurts), 0, 10)))
    return _kept(item, target, target.load, played, rating, "", moment)


def _kept(
    item: Item,
    target: Target,
    load: Load | None,
    played: Played,
    rating: Rating,
    ended: EndedBy,
    moment: Moment,
) -> Done:
    """Return a set as the live coach keeps it: counted and judged if seen, else by hand."""
    seen: Seen | None = see(played, target) if moment.seen else None
    by_hand = (1,) * played.repetitions
    side = played.side if seen is None or seen.side == "both" else seen.side
    kept = KeptSet(
        id=moment.id, exercise=item.exercise, origin="camera" if seen else "hand",
        started_at=moment.at, counted=seen.count if seen else 0,
        corrections=() if seen else by_hand, hold_s=seen.hold_s if seen else target.hold_s,
        side=side, rating=rating, session=moment.session, target=target, load=load,
        gear=target.gear, tally=seen.tally if seen else None, ended_by=ended,
    )  # fmt: skip
    return Done(kept, seen.report if seen else None)
