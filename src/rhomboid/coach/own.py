"""A person's own posture: measured once, and what it changes of the rules."""

from dataclasses import replace
from datetime import date

import numpy as np
from numpy.typing import NDArray

from rhomboid.catalogue.rules import Check
from rhomboid.catalogue.signals import Angle, Signal, Width
from rhomboid.catalogue.spec import ExerciseSpec
from rhomboid.coach import own_words
from rhomboid.coach.verdict import rules_version
from rhomboid.errors import StandingError
from rhomboid.motion.body import BodyReader
from rhomboid.motion.signals import Measurer
from rhomboid.motion.view import facing, name_view
from rhomboid.pose.track import PoseTrack
from rhomboid.skeleton import PAIRS
from rhomboid.training.standing import Look, Standing
from rhomboid.training.target import Target

Floats = NDArray[np.floating]

_SEEN, _SEEN_SHARE = 0.5, 0.8
"""How surely joints must be seen, and in what share of the frames. house"""
_LEAST_S = 1.0
"""How long somebody must be looked at. house"""
_TRUNK = [*PAIRS["shoulder"], *PAIRS["hip"]]
_STILL_TRUNK = 0.1
"""How far a shoulder or hip may move meanwhile, nine tenths of the time, in trunks. house"""
_BENT_DEG = 25.0
"""Further than this from straight nobody stands who is asked to stand tall. house"""
_NARROW, _WIDE = 0.4, 1.1
"""Between how many trunks shoulders are wide. house"""
_SIGNALS: dict[str, Signal] = {
    "hip": Angle.model_validate({"is": "angle", "at": ("shoulder", "hip", "knee")}),
    "knee": Angle.model_validate({"is": "angle", "at": ("hip", "knee", "ankle")}),
    "shoulders": Width.model_validate({"is": "width", "of": "shoulder"}),
}
_OF: dict[Look, tuple[str, ...]] = {"side": ("hip", "knee"), "front": ("shoulders",)}


def fitted(
    spec: ExerciseSpec, standing: Standing | None, target: Target | None = None
) -> ExerciseSpec:
    """Return an exercise whose checks compare with a person's own posture and aim.

    What was not measured or asked for leaves the checks as they are.

    Parameters
    ----------
    standing
        None for a person who was never measured.
    target
        What the set is meant to be: nobody is blamed for a shorter hold, or for
        another number of repetitions, that was asked for.

    Examples
    --------
    >>> from rhomboid.catalogue.read import load
    >>> deadlift = fitted(load("deadlift"), Standing(hip_deg=162.0))
    >>> next(check.at_least for check in deadlift.checks if check.id == "hips_through")
    154.0
    """
    standing = standing or Standing()
    checks = tuple(_aim(_fit(check, standing), spec, target) for check in spec.checks)
    width = standing.shoulders_trunk
    signals = {
        name: one.model_copy(update={"own_trunk": width})
        if width and isinstance(one, Width) and one.unit == "shoulder" and one.space == "image"
        else one
        for name, one in spec.signals.items()
    }
    if checks == spec.checks and signals == spec.signals:
        return spec
    own_of = rules_version(spec)
    return spec.model_copy(update={"checks": checks, "signals": signals, "own_of": own_of})


def _fit(check: Check, standing: Standing) -> Check:
    """Return a check with the limits that a person's own posture gives it."""
    if check.own is None:
        return check
    own_deg = {"hip": standing.hip_deg, "knee": standing.knee_deg}[check.own.posture]
    if own_deg is None:
        return check
    limits = {
        "at_least": own_deg - check.own.within,
        "margin": check.own.margin,
        "uncertainty": check.own.uncertainty,
        "source": check.own.source,
    }
    return check.model_copy(update=limits)


def _aim(check: Check, spec: ExerciseSpec, target: Target | None) -> Check:
    """Return a check with the limits that a set was meant to have."""
    if target is None:
        return check
    if check.times_a_pause and spec.rep.hold and target.hold_s is not None:
        return check.model_copy(update={"at_least": target.hold_s})
    if check.measure == "repetitions":
        least, most = (float(number) for number in target.repetitions)
        return check.model_copy(update={"at_least": least, "at_most": most})
    return check


def measure_standing(track: PoseTrack, look: Look, before: Standing | None, day: date) -> Standing:
    """Measure how somebody stands who stands still.

    Parameters
    ----------
    track
        Some seconds of them.
    look
        From where they are asked to be seen.
    before
        What was measured from the other side; it stays.

    Raises
    ------
    StandingError
        If they are not seen well, from elsewhere, not still, or not upright;
        its sentence says what to do.
    """
    body = BodyReader(track.size_px).read(
        track.times_s, track.image_px, track.visibility, track.world_m
    )
    if track.duration_s < _LEAST_S:
        raise StandingError(own_words.short())
    measurer = Measurer({name: _SIGNALS[name] for name in _OF[look]})
    values, surety = measurer.measure(body)
    _require_still(track, float(np.nanmedian(body.trunk_px)))
    if (surety.min(axis=1) >= _SEEN).mean() < _SEEN_SHARE:
        raise StandingError(own_words.unseen())
    if name_view(facing(body)) != look:
        raise StandingError(own_words.turn(look))
    named = dict(zip(_OF[look], np.nanmedian(values, axis=0).tolist(), strict=True))
    old = replace(before or Standing(), day=day)
    if look == "front":
        if not _NARROW <= named["shoulders"] <= _WIDE:
            raise StandingError(own_words.turn(look))
        return replace(old, shoulders_trunk=round(named["shoulders"], 3))
    if min(named.values()) < 180 - _BENT_DEG:
        raise StandingError(own_words.bent())
    return replace(old, hip_deg=round(named["hip"], 1), knee_deg=round(named["knee"], 1))


def _require_still(track: PoseTrack, trunk_px: float) -> None:
    """Refuse somebody whose trunk moves; hidden legs may seem to."""
    low, high = np.nanquantile(track.image_px[:, _TRUNK], (0.05, 0.95), axis=0)
    if not (high - low).max() <= _STILL_TRUNK * trunk_px:
        raise StandingError(own_words.moved())
