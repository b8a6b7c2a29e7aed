"""`rhomboid log`: note a set that no camera saw."""

import json
from dataclasses import replace
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated
from uuid import uuid4

import typer

from rhomboid.cli.app import app
from rhomboid.cli.options import AsJson, Data
from rhomboid.errors import RhomboidError
from rhomboid.records import Side

if TYPE_CHECKING:
    from rhomboid.journal.journal import Journal
    from rhomboid.plan.day import DayPlan
    from rhomboid.training.kept import KeptSet
    from rhomboid.training.load import Load
    from rhomboid.training.person import Person
    from rhomboid.training.target import Target


class _Side(StrEnum):
    """Which arm, for the command line."""

    left = "left"
    right = "right"
    both = "both"


_WRITTEN = {"kg": "40 (kg) or 90lb", "band": "band:2", "body_angle": "angle:45"}
_SIDES: dict[_Side, Side] = {_Side.left: "left", _Side.right: "right", _Side.both: "both"}


@app.command()
def log(
    exercise: Annotated[str, typer.Argument(help="Its id, as `rhomboid exercises` has it.")],
    repetitions: Annotated[int, typer.Argument(min=0, max=1000, help="How many.")],
    load: Annotated[str, typer.Option(help="What with: 40 (kg), 90lb, band:2, angle:45.")] = "",
    hold: Annotated[float | None, typer.Option(min=0, max=3600, help="Longest hold, in s.")] = None,
    side: Annotated[_Side, typer.Option(help="Which arm.")] = _Side.both,
    spare: Annotated[
        int | None, typer.Option(min=0, max=10, help="How many more were left.")
    ] = None,
    pain: Annotated[int | None, typer.Option(min=0, max=10, help="Pain, 0 to 10.")] = None,
    note: Annotated[str, typer.Option(help="In your own words.")] = "",
    data: Data = None,
    as_json: AsJson = False,
) -> None:
    """Note a set by hand; it fills the next one of the kind that today's plan asks for."""
    from rhomboid.catalogue.read import load as read
    from rhomboid.cli.today_words import noted
    from rhomboid.journal.opening import open_journal
    from rhomboid.journal.place import place
    from rhomboid.training.kept import KeptSet, Rating

    name, used = read(exercise).exercise.name, _load(load)
    try:
        rating = Rating(None, spare, pain, note)
    except ValueError as error:
        raise RhomboidError(str(error)) from error
    kept = KeptSet(
        str(uuid4()), exercise, "hand", datetime.now().astimezone(), 0, (1,) * repetitions,
        hold_s=hold, side=_SIDES[side], rating=rating, load=used,
    )  # fmt: skip
    journal = open_journal(place(data))
    try:
        journal.sets.keep(_as_planned(journal, kept), None)
    finally:
        journal.close()
    if as_json:
        print(json.dumps({"id": kept.id, "exercise": exercise, "repetitions": repetitions}))
    else:
        print(noted(name, repetitions))


def _as_planned(journal: "Journal", kept: "KeptSet") -> "KeptSet":
    """Return a set as the next one that the plan of its day asks for.

    Raises
    ------
    RhomboidError
        If its load is on no scale of what it is done with.
    """
    from rhomboid.routine import person_on, plan_for, session_of

    day = kept.started_at.date()
    session, target = session_of(journal, day), _next(plan_for(journal, day), kept.exercise)
    used = kept.load
    if used is not None:
        other = _other_gear(kept.exercise or "", used, target)
        if other:
            # Done with something else than planned: a set of its own, on the right scale.
            kept, target = replace(kept, gear=other), None
        _require_scale(kept.exercise or "", used, target, person_on(journal, day))
    if target is None:
        return replace(kept, session=session)
    load = kept.load or target.load
    return replace(kept, session=session, target=target, load=load, gear=target.gear)


def _other_gear(exercise: str, load: "Load", target: "Target | None") -> str:
    """Return the gear that a load on another scale than planned belongs to; empty for none."""
    from rhomboid.plan.gear import WAYS

    known = WAYS.get(exercise, ())
    if target is None or any(w.gear == target.gear and w.axis == load.axis for w in known):
        return ""
    return next((way.gear for way in known if way.axis == load.axis), "")


def _require_scale(exercise: str, load: "Load", target: "Target | None", person: "Person") -> None:
    """Refuse a load that nothing at hand is measured in, and a band that nobody has."""
    from rhomboid.plan.gear import WAYS
    from rhomboid.training.load import MOST_BANDS, is_band

    axes = {way.axis for way in WAYS.get(exercise, ()) if target is None or way.gear == target.gear}
    if axes and load.axis not in axes:
        known = " or ".join(_WRITTEN[axis] for axis in _WRITTEN if axis in axes)
        gear = f" with {target.gear}" if target else ""
        takes = f"a load as {known}, not as {_WRITTEN[load.axis]}" if known else "no load"
        raise RhomboidError(f"{exercise}{gear} takes {takes}")
    if load.axis == "band" and not is_band(load.value, len(person.bands)):
        most = len(person.bands) or MOST_BANDS
        raise RhomboidError(f"a band is a whole number from 1 to {most}, got {load.value:g}")


def _next(plan: "DayPlan", exercise: str | None) -> "Target | None":
    """Return what the plan asks for next of an exercise; the work before what prepares."""
    for item in plan.items:
        if item.exercise == exercise and item.remaining:
            work = [target for target in item.remaining if target.kind == "work"]
            return (work or list(item.remaining))[0]
    return None


def _load(text: str) -> "Load | None":
    """Read a load.

    Raises
    ------
    RhomboidError
        If it is none.
    """
    from rhomboid.training.load import Load, kg_of

    plain = text.strip().lower().replace(",", ".")
    if not plain:
        return None
    try:
        if plain.startswith("band:"):
            return Load("band", float(plain.removeprefix("band:")))
        if plain.startswith("angle:"):
            return Load("body_angle", float(plain.removeprefix("angle:")))
        if plain.endswith("lb"):
            return Load("kg", kg_of(float(plain.removesuffix("lb"))))
        return Load("kg", float(plain.removesuffix("kg")))
    except ValueError as error:
        raise RhomboidError(f"a load is 40 (kg), 90lb, band:2 or angle:45, got {text!r}") from error
