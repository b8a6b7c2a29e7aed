"""What people say of themselves: readiness, soreness, pain, and repetitions in reserve.

People say less in reserve than there is, by about one repetition, with an error of one
(Halperin and others 2022, Sports Medicine 52:377; abstract read).
"""

from collections.abc import Sequence

import numpy as np

from benchmarks.year.body import Body
from benchmarks.year.nature import chance, on
from rhomboid.plan.volume import direct
from rhomboid.training.checkin import CheckIn, Muscle
from rhomboid.training.kept import KeptSet

UNDER_SAID, SPREAD = 0.95, 1.0
"""How many repetitions too few people say are left, and by how much they differ."""

_SALT_MORNING = 21
_TELLS_PAIN = 1.5


def morning(body: Body, yesterday: Sequence[KeptSet], seed: int) -> CheckIn | None:
    """Return what somebody says in the morning; None on days on which they say nothing.

    Whoever hurts says so oftener.
    """
    lots = chance(body.nature, seed, _SALT_MORNING, body.number)
    pain = body.pain_at_rest()
    tells = lots.random() < (max(0.9, body.nature.tells) if pain > _TELLS_PAIN
                             else body.nature.tells)  # fmt: skip
    if not tells:
        return None
    off = (body.form - 1.0 - body.weary) / 0.03
    readiness = int(np.clip(round(3.4 + 0.5 * off + lots.normal(0, 0.5)), 1, 5))
    now = int(np.clip(round(pain + lots.normal(0, 0.4)), 0, 10)) if pain > 0.5 else 0
    sore = _soreness(body, yesterday, lots)
    rise = 1 if now > 1 and any(kept.total for kept in yesterday) else 0
    return CheckIn(on(body.number), readiness=readiness, soreness=sore, pain=now,
                   morning_pain=min(10, now + rise))  # fmt: skip


def reserve_felt(true_left: float, lots: np.random.Generator) -> int:
    """Return how many repetitions somebody says are left."""
    return int(np.clip(round(true_left - UNDER_SAID + lots.normal(0, SPREAD)), 0, 10))


def _soreness(
    body: Body, yesterday: Sequence[KeptSet], lots: np.random.Generator
) -> dict[Muscle, int]:
    """Return how sore muscles are from the day before; new things make more sore."""
    sets: dict[Muscle, float] = {}
    for kept in yesterday:
        new = 2.0 if body.practice.get(kept.exercise or "", 0) < 12 else 1.0
        if kept.total and kept.target and kept.target.kind == "work" and not kept.target.easy:
            for muscle in direct(kept.exercise or ""):
                sets[muscle] = sets.get(muscle, 0.0) + new
    felt = {m: int(np.clip(round(0.35 * n + lots.normal(0, 0.7)), 0, 5)) for m, n in sets.items()}
    return {muscle: level for muscle, level in felt.items() if level}
