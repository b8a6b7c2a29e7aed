"""A set as another program tells it becomes one of ours; what has no place goes to its note."""

import math
from dataclasses import dataclass
from datetime import datetime, timedelta, tzinfo
from functools import cache
from uuid import UUID, uuid5

from rhomboid.catalogue.read import load
from rhomboid.journal.exchange.names import Match, is_weighed
from rhomboid.journal.exchange.told import Told
from rhomboid.journal.exchange.values import kilograms
from rhomboid.journal.sessions import KeptSession
from rhomboid.training.kept import MOST_WORDS, KeptSet, Rating
from rhomboid.training.load import MOST, Load
from rhomboid.training.target import Target

NAMESPACE = UUID("6d1c3a52-0c3b-5b54-9a75-3f7f4d1f7c11")
"""Of all ids that are made from what a file says; never to be changed."""

MOST_REPETITIONS = 10_000
"""Of one set. house"""

_KINDS = {"drop": "drop set", "failure": "to failure"}


@dataclass(frozen=True, slots=True)
class Place:
    """Where a set stands in its file.

    Attributes
    ----------
    person, app
        Whose it is, and from where.
    number
        Which set of its exercise in its workout, from 0.
    position
        Which set of its workout, from 0.
    zone
        Of times that have none; None for that of this machine.
    session
        Id of its workout.
    """

    person: str
    app: str
    session: str
    number: int
    position: int
    zone: tzinfo | None


def set_id(told: Told, place: Place) -> str:
    """Return the id of a set: the same for the same set, whatever else its file holds.

    It is made from person, program, minute, exercise and number, so that neither another
    unit nor a newer shape of the file makes another set of it.
    """
    name = " ".join(told.exercise.casefold().split())
    return _id(place.person, place.app, _minute(told.at), name, str(place.number))


def session_id(at: datetime, person: str, app: str) -> str:
    """Return the id of the workout that began in a minute."""
    return _id(person, app, _minute(at))


def _id(person: str, *parts: str) -> str:
    return str(uuid5(_space(person), "\x1f".join(parts)))


@cache
def _space(person: str) -> UUID:
    return uuid5(NAMESPACE, person)


def _minute(at: datetime) -> str:
    return at.strftime("%Y-%m-%dT%H:%M%z")


def adopt(told: Told, match: Match, place: Place) -> KeptSet:
    """Return a set of ours; sets of one workout follow each other by a second.

    Raises
    ------
    ValueError
        If something of it is off every scale.
    """
    if told.repetitions > MOST_REPETITIONS:
        raise ValueError(f"a set has at most {MOST_REPETITIONS} repetitions")
    hold_s = _hold_s(told)
    weight, said = _weight(told, match)
    holds = not match.is_foreign and load(match.exercise).prescription.hold_s is not None
    if holds and hold_s is not None and hold_s <= MOST["seconds"]:
        weight = Load("seconds", hold_s)
    counted = told.repetitions or (1 if hold_s is not None else 0)
    return KeptSet(
        set_id(told, place),
        match.exercise,
        "import",
        _zoned(told.at, place) + timedelta(seconds=place.position),
        counted,
        hold_s=hold_s,
        side=match.side,
        rating=Rating(spare=_spare(told), note=_note(told, said)[:MOST_WORDS]),
        session=place.session,
        target=_warm_up(counted, weight, match) if told.kind == "warm_up" else None,
        load=weight,
        gear=match.gear,
    )


def workout(told: Told, place: Place) -> KeptSession:
    """Return the session of a workout; its name and its note are the session's note."""
    started_at = _zoned(told.at, place)
    ended_at = None if told.ended_at is None else _zoned(told.ended_at, place)
    if ended_at is not None and ended_at < started_at:
        ended_at = None
    said = "\n".join(part for part in (told.workout, told.workout_note) if part)
    return KeptSession(place.session, started_at.date(), started_at, ended_at, "done", said)


def is_cut(told: Told, match: Match) -> bool:
    """Say whether the note of a set is too long to be kept whole."""
    return len(_note(told, _weight(told, match)[1])) > MOST_WORDS


def _zoned(at: datetime, place: Place) -> datetime:
    """Return a moment with its zone."""
    if at.tzinfo is not None:
        return at
    return at.astimezone() if place.zone is None else at.replace(tzinfo=place.zone)


def _hold_s(told: Told) -> float | None:
    """Return how long a hold lasted: what has seconds, no repetitions and no distance."""
    return told.seconds if not told.repetitions and not told.distance else None


def _weight(told: Told, match: Match) -> tuple[Load | None, str]:
    """Return a load; in words instead where it is none of ours."""
    if not told.weight or told.unit is None:
        return None, ""
    kg = kilograms(told.weight, told.unit)
    if is_weighed(match) and 0 < kg <= MOST["kg"]:
        return Load("kg", kg), ""
    return None, f"weight {told.weight:.10g} {told.unit}"


def _spare(told: Told) -> int | None:
    """Return how many repetitions were left: 10 less RPE, a half being none."""
    if told.rpe:
        if not 1 <= told.rpe <= 10:
            raise ValueError(f"RPE goes from 1 to 10, got {told.rpe:.10g}")
        return math.floor(10 - told.rpe)
    return 0 if told.kind == "failure" else None


def _note(told: Told, weight: str) -> str:
    """Return the person's own words, and what has no other place in brackets."""
    facts = [weight, _KINDS.get(told.kind, ""), told.distance, *told.facts]
    if told.rpe and told.rpe != int(told.rpe):
        facts.append(f"RPE {told.rpe:.10g}")
    if told.seconds and _hold_s(told) is None:
        facts.append(f"{told.seconds:.10g} s")
    said = "; ".join(fact for fact in facts if fact)
    return " ".join(part for part in (told.note, f"[{said}]" if said else "") if part)


def _warm_up(counted: int, weight: Load | None, match: Match) -> Target:
    """Return what says of a set that it only prepared."""
    times = max(1, counted)
    return Target("warm_up", (times, times), weight, match.gear, 0.0, 0.0, 0.0, 0.0)
