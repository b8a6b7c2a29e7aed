"""How hard a load really is for somebody, and how many repetitions it leaves.

Repetitions follow Epley's equation, ``strength = load * (1 + repetitions / 30)``; it is good
up to ten or so, and rough beyond.
"""

import math

from benchmarks.year.nature import Nature
from rhomboid.catalogue.read import load as load_exercise
from rhomboid.plan.ladder import ANGLE_STEP, body_share, ladder
from rhomboid.training.load import Axis, Load
from rhomboid.training.target import Target

RAISE_SHARE = 0.28
"""Share of a band's pull that a raise feels: one arm, a short way."""

PAUSE_COSTS = 0.05
"""Share of the repetitions that each second more of a stop takes."""

BOTTLE_KG = 1.0


def moved_kg(nature: Nature, exercise: str, load: Load) -> float:
    """Return how many kilograms a load stands for in an exercise."""
    if load.axis == "band":
        pulls = nature.bands_kg[min(int(load.value), len(nature.bands_kg)) - 1]
        return pulls * (RAISE_SHARE if exercise == "t_raise" else _BAND_SHARE[exercise])
    if load.axis == "body_angle":
        return body_share(load.value) * (nature.person.body_kg or 75.0)
    return load.value if load.axis == "kg" else BOTTLE_KG


_BAND_SHARE = {"seated_cable_row": 2.0, "lat_pulldown": 2.0, "deadlift": 3.0, "inverted_row": 1.0}
"""How many times a band's pull is moved: both ends, and under both feet."""


def possible(strength_kg: float, load_kg: float, longer_s: float = 0.0) -> float:
    """Return how many repetitions can be done with a load, no fewer than none.

    Parameters
    ----------
    longer_s
        By how much the stop is longer than usual.

    Examples
    --------
    >>> possible(40.0, 30.0)
    10.0
    """
    if load_kg <= 0:
        return 60.0
    times = 30.0 * (strength_kg / load_kg - 1.0)
    return max(0.0, min(60.0, round(times * (1 - PAUSE_COSTS * longer_s), 6)))


def longer_s(exercise: str, target: Target) -> float:
    """Return by how much the stop of a target is longer than the exercise file has it."""
    usual = load_exercise(exercise).prescription.tempo.pause_s
    return max(0.0, target.pause_s - usual)


def fitting_kg(strength_kg: float, repetitions: float) -> float:
    """Return the load with which so many repetitions and no more can be done."""
    return strength_kg / (1.0 + repetitions / 30.0)


def at_most(nature: Nature, axis: Axis, gear: str, exercise: str, wanted_kg: float) -> Load:
    """Return the hardest load of some gear that is not above a wanted one, or its lightest."""
    steps = [one for one in _all(nature, axis, gear) if
             moved_kg(nature, exercise, one) <= wanted_kg]  # fmt: skip
    return steps[-1] if steps else _all(nature, axis, gear)[0]


def _all(nature: Nature, axis: Axis, gear: str) -> list[Load]:
    """Return every load of some gear, the lightest first."""
    if axis == "band":
        return [Load(axis, float(n + 1)) for n in range(max(1, len(nature.person.bands)))]
    if axis == "body_angle":
        return [Load(axis, 20.0 + ANGLE_STEP * n) for n in range(15)]
    step = ladder(axis, gear, nature.person).step
    return [Load(axis, round(step * (n + 1), 3)) for n in range(math.ceil(300 / step))]
