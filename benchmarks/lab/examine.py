"""One case examined: what the engine said, what the other counters said, what was so."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from benchmarks.lab.scene import Case, Group, Scene
from benchmarks.peers.counters import COUNTERS
from rhomboid.athlete.truth import TrueRep
from rhomboid.catalogue.read import load, names
from rhomboid.coach.checks import excess
from rhomboid.records import Rep, SetReport
from rhomboid.session import check

NOT_COUNTED = "not counted"
"""What is said of every check of a repetition that was not counted."""
_BRIDGE_S = 0.25
"""Longest gap over which a pause goes on, as the product promises."""
_PAUSES = ("turn", "pause")
"""Windows whose seconds are a pause."""


@dataclass(frozen=True, slots=True)
class Said:
    """What was said of one check in one repetition, and what a perfect eye would say.

    Attributes
    ----------
    value, measured
        True, on the left and on the right, and measured; None if nothing was.
    """

    check: str
    rep: int
    truth: str
    verdict: str
    value: tuple[float, ...]
    measured: float | None


@dataclass(frozen=True, slots=True)
class Times:
    """By how much one repetition was off, in seconds; None where nobody knows."""

    start_s: float | None = None
    turn_s: float | None = None
    end_s: float | None = None
    pause_s: float | None = None
    true_pause_s: float | None = None


@dataclass(frozen=True, slots=True)
class Pause:
    """A pause that an exercise asks for: how long it was to be and was, and what was said."""

    asked_s: float
    true_s: float
    verdict: str


@dataclass(frozen=True, slots=True)
class Named:
    """What came of one case when the exercise was named.

    Attributes
    ----------
    count
        How many repetitions we found.
    peers
        The same by the name of each other counter.
    seen
        Share of the time in which the needed joints were seen.
    judged, asked
        In how many of the checks of all repetitions something was said.
    unseen
        What was said of checks that nobody could judge from there, by check.
    reasons
        Why other movements were not counted.
    """

    count: int
    peers: Mapping[str, int]
    seen: float
    times: tuple[Times, ...]
    said: tuple[Said, ...]
    pauses: tuple[Pause, ...]
    judged: int
    asked: int
    unseen: tuple[tuple[str, str], ...]
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one case.

    Attributes
    ----------
    recognised, recognised_as
        Repetitions counted when the exercise had to be recognised, and as what.
    named
        What came of it when it was named; None for none of our exercises.
    others
        Repetitions counted by us under the name of each exercise of which there
        are none; empty where that was not tried.
    peer_others
        The same by each other counter, all names together.
    """

    group: Group
    name: str
    again: str
    what: str
    fault: str
    exercise: str | None
    view: str
    supported: bool
    seconds: float
    count: int | None
    recognised: int
    recognised_as: str | None
    named: Named | None
    others: Mapping[str, int]
    peer_others: Mapping[str, int]


def examine(case: Case) -> Outcome:
    """Make a case and examine it."""
    scene = case.make()
    shown = check(scene.track)
    under = _elsewhere(case, scene)
    return Outcome(
        group=case.group,
        name=case.name,
        again=case.again,
        what=case.what,
        fault=case.fault,
        exercise=scene.exercise,
        view=scene.view,
        supported=scene.supported,
        seconds=scene.track.duration_s,
        count=scene.count,
        recognised=shown.count,
        recognised_as=shown.exercise,
        named=_named(scene, scene.exercise) if scene.exercise else None,
        others={name: check(scene.track, name).count for name in under},
        peer_others={
            counter: sum(rule(scene.track, name) for name in under)
            for counter, rule in COUNTERS.items()
        },
    )


def _elsewhere(case: Case, scene: Scene) -> list[str]:
    """Return the exercises of which there is nothing in a case, where that is to be tried."""
    if case.group in ("drawn", "countix"):
        return []
    own = scene.exercise if scene.count else None
    return [name for name in names() if name != own]


def _named(scene: Scene, exercise: str) -> Named:
    """Return what is said when the exercise is named."""
    report = check(scene.track, exercise)
    pairs = matched(report, scene)
    missed = set(range(len(scene.reps))) - {k for _, k in pairs}
    known = [(report.reps[i], scene.reps[k]) for i, k in pairs if scene.reps]
    findings = [f for rep in report.reps for f in rep.findings]
    return Named(
        count=report.count,
        peers={name: rule(scene.track, exercise) for name, rule in COUNTERS.items()},
        seen=report.coverage,
        times=tuple(_times(report.reps[i], scene, k) for i, k in pairs),
        said=(
            *(said for both in known for said in _said(*both, scene.unseen, exercise)),
            *(said for k in sorted(missed) for said in _unsaid(k, scene)),
        ),
        pauses=tuple(pause for both in known for pause in _pauses(*both, exercise)),
        judged=sum(f.verdict != "not judged" for f in findings),
        asked=len(findings),
        unseen=tuple((f.check, f.verdict) for f in findings if f.check in scene.unseen),
        reasons=tuple(f"{a.kind}: {a.reason}" for a in report.attempts),
    )


def matched(report: SetReport, scene: Scene) -> list[tuple[int, int]]:
    """Return which counted repetition is which true one, as pairs of places from 0.

    A true repetition is the first counted one whose turn lies inside it.
    """
    inside = list(zip(scene.starts_s, scene.ends_s, strict=False))
    pairs, free = [], list(range(len(report.reps)))
    for k, (start_s, end_s) in enumerate(inside):
        found = next((i for i in free if start_s <= report.reps[i].turn_s <= end_s), None)
        if found is not None:
            free.remove(found)
            pairs.append((found, k))
    return pairs


def _times(rep: Rep, scene: Scene, k: int) -> Times:
    """Return by how much a repetition was off."""
    true = scene.reps[k] if scene.reps else None
    held_s = rep.pause_s if rep.hold_s is None else rep.hold_s
    return Times(
        start_s=float(rep.start_s - true.begun_s) if true else None,
        turn_s=float(rep.turn_s - scene.turns_s[k]),
        end_s=float(rep.end_s - true.done_s) if true else None,
        pause_s=float(held_s - true.pause_s) if true and _in_sight(scene, true) else None,
        true_pause_s=true.pause_s if true else None,
    )


def _in_sight(scene: Scene, true: TrueRep) -> bool:
    """Return whether somebody was found all through a pause: the clock stops where nobody is."""
    track = scene.track
    found = track.times_s[np.isfinite(track.image_px[:, 0, 0])]
    held = found[(found > true.reached_s) & (found < true.left_s)]
    return bool((np.diff([true.reached_s, *held, true.left_s]) <= _BRIDGE_S).all())


def _truth(check: str, true: TrueRep, exercise: str) -> str:
    """Return what is so: inside its limits a check is good, however close to one."""
    said = true.verdicts[check]
    (rule,) = (c for c in load(exercise).checks if c.id == check)
    beyond = max((excess(rule, value) for value in true.values.get(check, ())), default=np.inf)
    return "good" if said == "close" and beyond <= 0 else said


def _said(rep: Rep, true: TrueRep, unseen: tuple[str, ...], exercise: str) -> list[Said]:
    """Return what was said of each check of a repetition of which the truth is known."""
    return [
        Said(
            f.check,
            rep.number,
            _truth(f.check, true, exercise),
            f.verdict,
            tuple(true.values.get(f.check, ())),
            f.value,
        )
        for f in rep.findings
        if f.check in true.verdicts and f.check not in unseen
    ]


def _unsaid(k: int, scene: Scene) -> list[Said]:
    """Return what should have been said of a repetition that was not counted."""
    true = scene.reps[k]
    return [
        Said(check, k + 1, truth, NOT_COUNTED, tuple(true.values.get(check, ())), None)
        for check, truth in true.verdicts.items()
        if check not in scene.unseen
    ]


def _pauses(rep: Rep, true: TrueRep, exercise: str) -> list[Pause]:
    """Return what was said of the pauses that an exercise asks for."""
    asked_s = {
        c.id: c.at_least
        for c in load(exercise).checks
        if c.measure == "seconds" and c.at in _PAUSES and c.at_least is not None
    }
    return [
        Pause(asked_s[f.check], true.pause_s, f.verdict) for f in rep.findings if f.check in asked_s
    ]
