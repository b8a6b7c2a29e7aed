"""How much of an exercise, in words and as a beginner's target."""

from typing import Any

from rhomboid.catalogue.spec import ExerciseSpec
from rhomboid.web.pages.words import ENGLISH, Words


def span(pair: tuple[float, float]) -> str:
    """Return a range, or one number where both ends are the same.

    Examples
    --------
    >>> span((10, 12)), span((1, 1)), span((2.0, 2.5))
    ('10–12', '1', '2–2.5')
    """
    low, high = pair
    return f"{low:g}" if low == high else f"{low:g}–{high:g}"


def dose(spec: ExerciseSpec, words: Words = ENGLISH) -> str:
    """Say how much of an exercise is prescribed, in a few words.

    Examples
    --------
    >>> from rhomboid.catalogue.read import load
    >>> dose(load("lat_pulldown"))
    '2–3 sets of 10–12 repetitions'
    >>> dose(load("corkscrew"))
    '1 set of 2–4 holds on each side, 30–60 s each'
    """
    plan = spec.prescription
    sets = (words.one_set if plan.sets == (1, 1) else words.many_sets).format(n=span(plan.sets))
    what = words.dose_holds if plan.hold_s else words.dose_reps
    said = what.format(sets=sets, n=span(plan.repetitions))
    if plan.per_side:
        said += words.dose_each_side
    if plan.hold_s:
        said += words.dose_held.format(s=span(plan.hold_s))
    return said


def tempo(spec: ExerciseSpec, words: Words = ENGLISH) -> str:
    """Say how fast it goes.

    Examples
    --------
    >>> from rhomboid.catalogue.read import load
    >>> tempo(load("seated_cable_row"))
    '2 s out, 3 s held, 2 s back'
    """
    pace = spec.prescription.tempo
    parts = [(words.tempo_out, pace.out_s), (words.tempo_held, pace.pause_s)]
    parts += [(words.tempo_back, pace.back_s), (words.tempo_rest, pace.rest_s)]
    return ", ".join(said.format(s=f"{seconds:g}") for said, seconds in parts if seconds)


def target(spec: ExerciseSpec) -> dict[str, Any]:
    """Return what a beginner is asked for: the lower end of every range."""
    plan = spec.prescription
    return {
        "sets": plan.sets[0],
        "repetitions": (plan.repetitions[0], plan.repetitions[0]),
        "pause_s": plan.tempo.pause_s,
        "hold_s": plan.hold_s[0] if plan.hold_s else None,
        "rest_s": plan.rest_between_s[0],
    }
