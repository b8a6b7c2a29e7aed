"""Sets as the drawn athlete performs them and the engine judges them.

A set is drawn from few numbers: exercise, repetitions, which of them have which fault, the
stop, the side, and one of a small pool of seeds. Sets alike in all of them are drawn and
judged once, and the judgement is used again; else a year would take a day.
"""

from dataclasses import dataclass
from functools import cache

from rhomboid.athlete.faults import FAULTS
from rhomboid.athlete.performance import perform
from rhomboid.athlete.script import Script
from rhomboid.athlete.sight import Film
from rhomboid.catalogue.read import load
from rhomboid.coach.own import fitted
from rhomboid.coach.tally import tally_of
from rhomboid.records import Side
from rhomboid.records_json import Document, to_dict
from rhomboid.session import check
from rhomboid.training.kept import Tally
from rhomboid.training.target import Target

POOL = 3
"""So many performances there are of sets that are alike."""

RATE_HZ = 15.0
"""A moderate camera."""

HABITS = {
    "seated_cable_row": ("rocking_torso", "short_pause"),
    "lat_pulldown": ("rocking_torso", "stops_short"),
    "deadlift": ("hips_shoot_up", "stops_short"),
    "inverted_row": ("sagging_line",),
    "t_raise": ("rocking_torso",),
}
"""What people do wrong in each exercise, by the names of the drawn athlete."""

_CLEARLY = 1.12
"""How large a fault is, in sizes that a check must find."""

_MOST_SHORT = 0.35
"""What leaves out more of the way is half a repetition."""


@dataclass(frozen=True, slots=True)
class Played:
    """All that a performance depends on.

    Attributes
    ----------
    faulty
        How many of the last repetitions have the fault.
    """

    exercise: str
    repetitions: int
    fault: str = ""
    faulty: int = 0
    pause_s: float | None = None
    side: Side = "both"
    seed: int = 0


@dataclass(frozen=True, slots=True)
class Seen:
    """What the engine makes of a set."""

    count: int
    report: Document
    tally: Tally
    side: Side
    hold_s: float | None


def see(played: Played, target: Target) -> Seen:
    """Return what the engine makes of a set that was meant to be a target."""
    return _seen(played, target.repetitions, target.hold_s)


def drawn_so_far() -> int:
    """Return how many different sets were drawn and judged."""
    return _seen.cache_info().currsize


@cache
def _seen(played: Played, repetitions: tuple[int, int], hold_s: float | None) -> Seen:
    """Draw a set and judge it; of a target the engine looks at nothing else than this."""
    aim = Target("work", repetitions, None, "", 0.0, 0.0, 0.0, 0.0, hold_s=hold_s)
    shown = perform(_script(played), film=Film(rate_hz=RATE_HZ), seed=played.seed)
    report = check(shown.track, played.exercise, target=aim)
    spec = fitted(load(played.exercise), None, aim)
    sides = {rep.side for rep in report.reps}
    holds_s = [rep.hold_s for rep in report.reps if rep.hold_s is not None]
    return Seen(
        report.count,
        to_dict(report),
        tally_of(report, spec),
        sides.pop() if len(sides) == 1 else "both",
        round(max(holds_s), 1) if holds_s else None,
    )


def _script(played: Played) -> Script:
    """Return the script of a performance."""
    faults = {}
    if played.fault:
        size = _CLEARLY * FAULTS[played.fault].checks[played.exercise][1]
        faults[played.fault] = min(size, _MOST_SHORT) if "stops" in played.fault else size
    last = played.repetitions - played.faulty
    return Script(
        played.exercise,
        repetitions=played.repetitions,
        pause_s=played.pause_s,
        side="right" if played.side == "right" else "left",
        faults=faults,
        faulty=tuple(n for n in range(1, played.repetitions + 1) if n > last),
    )
