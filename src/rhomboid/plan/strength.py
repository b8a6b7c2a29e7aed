"""How much somebody could lift once, from a set of several repetitions.

A rough guess with its range. There is none for bands, for the body's own weight,
for a stretch, nor for long sets: there the equations say nothing.
"""

from dataclasses import dataclass
from typing import Literal

from rhomboid.plan.judge import good_repetitions
from rhomboid.training.kept import KeptSet

Quality = Literal["fair", "rough"]
"""Up to ten repetitions to the last one possible, or up to twelve."""

_LIFTED = frozenset({"seated_cable_row", "lat_pulldown", "deadlift"})
_FAIR, _ROUGH = 10, 12
_APART = {"fair": 0.05, "rough": 0.10}


@dataclass(frozen=True, slots=True)
class Strength:
    """An estimated one-repetition maximum.

    Attributes
    ----------
    kg
        The middle of two equations.
    low_kg, high_kg
        Between what it may lie.
    quality
        How far to trust it.
    """

    kg: float
    low_kg: float
    high_kg: float
    quality: Quality


def one_rep_max(kept: KeptSet) -> Strength | None:
    """Estimate the one-repetition maximum from one set.

    Good repetitions and those in reserve are added; where nobody said how many were in
    reserve, none are, and the result is at the low end.

    Returns
    -------
    Kilograms, with a range of 5 or 10 percent around both equations. None where no
    equation holds: other exercises than the row, the pulldown and the deadlift, other
    loads than kilograms, no good repetition, warm-ups, or more than 12 repetitions to
    the last possible one.

    Notes
    -----
    Epley's ``w (1 + r / 30)`` and Brzycki's ``36 w / (37 - r)``. They agree at 10 and part
    beyond (reynolds2006). Most equations guess too low for the deadlift.

    Examples
    --------
    >>> from datetime import UTC, datetime
    >>> from rhomboid.training.kept import KeptSet
    >>> from rhomboid.training.load import Load
    >>> when = datetime(2026, 5, 4, tzinfo=UTC)
    >>> kept = KeptSet("a", "deadlift", "camera", when, 5, load=Load("kg", 100.0))
    >>> round(one_rep_max(kept).kg)
    115
    """
    if kept.exercise not in _LIFTED or kept.load is None or kept.load.axis != "kg":
        return None
    good = good_repetitions(kept)
    warm_up = kept.target is not None and kept.target.kind == "warm_up"
    if warm_up or good < 1:
        return None
    return estimate(kept.exercise, kept.load.value, good + (kept.rating.spare or 0))


def estimate(exercise: str, load_kg: float, repetitions: int) -> Strength | None:
    """Estimate the one-repetition maximum from a weight and the repetitions possible with it.

    Returns
    -------
    As :func:`one_rep_max`.

    Examples
    --------
    >>> estimate("deadlift", 100.0, 13), estimate("t_raise", 5.0, 10)
    (None, None)
    """
    if exercise not in _LIFTED or not load_kg or not 1 <= repetitions <= _ROUGH:
        return None
    quality: Quality = "fair" if repetitions <= _FAIR else "rough"
    epley, brzycki = _estimates(load_kg, repetitions)
    apart = _APART[quality]
    low, high = sorted((epley, brzycki))
    return Strength((epley + brzycki) / 2, low * (1 - apart), high * (1 + apart), quality)


def _estimates(load_kg: float, repetitions: int) -> tuple[float, float]:
    """Return Epley's and Brzycki's guess; one repetition is no guess."""
    if repetitions == 1:
        return load_kg, load_kg
    return load_kg * (1 + repetitions / 30), load_kg * 36 / (37 - repetitions)
