"""What somebody told of whole days, apart from any set: pain, and signs that stop training."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from rhomboid.plan.screening import RED_FLAGS
from rhomboid.training.checkin import CheckIn


@dataclass(frozen=True, slots=True)
class Told:
    """What was told of the days of a period.

    Attributes
    ----------
    asked, pained
        Days for which pain was told, and those of them with more than 0.
    worst, worst_day
        The worst pain and its day; None where there was none.
    morning
        The worst of the mornings after; None where nothing was said of any.
    signs
        Signs by day, in words, the oldest first.
    """

    asked: int = 0
    pained: int = 0
    worst: int | None = None
    worst_day: date | None = None
    morning: int | None = None
    signs: tuple[tuple[date, tuple[str, ...]], ...] = ()


def told_of(check_ins: Iterable[CheckIn]) -> Told:
    """Return what check-ins tell, the oldest first.

    Examples
    --------
    >>> told_of([CheckIn(date(2026, 5, 4), pain=3), CheckIn(date(2026, 5, 5), pain=0)]).pained
    1
    """
    said = list(check_ins)
    pains = [(one.worst, one.day) for one in said if one.worst is not None]
    worst = max(pains, default=None, key=lambda pain: pain[0])
    hurt = worst if worst and worst[0] else None
    mornings = [one.morning_pain for one in said if one.morning_pain is not None]
    signs = (
        (one.day, tuple(RED_FLAGS[flag].words for flag in RED_FLAGS if flag in one.signs))
        for one in said
        if one.signs
    )
    return Told(
        len(pains),
        sum(pain > 0 for pain, _ in pains),
        hurt[0] if hurt else None,
        hurt[1] if hurt else None,
        max(mornings, default=None),
        tuple(signs),
    )
