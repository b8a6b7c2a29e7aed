"""What pain asks of the plan.

On a scale of 0 to 10, up to 2 is green, up to 5 amber, above it red; sources differ at
3, and we take the careful side. The scale was made for knees and tendons; for the back
it is a careful rule, no diagnosis (evidence in docs/decisions/0007).
"""

from dataclasses import dataclass
from datetime import date, timedelta

from rhomboid.plan.history import Past, day_of
from rhomboid.training.kept import KeptSet

GREEN, AMBER = 2, 5
"""The highest pain that is green, and that is amber."""

MORNING_RISE = 2
"""More pain in the morning than before by more than this lowers what was done."""

TRY_AGAIN_DAYS = 7
"""What hurt at the lightest there is rests for so long. House."""

_UNSAID = AMBER + 1
_A_DAY, _FORTNIGHT = timedelta(days=1), timedelta(days=14)
_REMEMBERED = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Ache:
    """What hurt since an exercise was last done.

    Attributes
    ----------
    worst
        In that exercise itself, the last time.
    before
        The time before.
    told
        The worst that a check-in told from that day on, whatever hurt.
    morning
        Whether the morning after was clearly worse.
    days
        How many days ago that was: the last set, or the last red word of it.
    """

    worst: int = 0
    before: int = 0
    told: int = 0
    morning: bool = False
    days: int = 0

    @property
    def over(self) -> bool:
        """Whether it is long enough ago to try again."""
        return self.days >= TRY_AGAIN_DAYS

    @property
    def red(self) -> bool:
        """Whether it was more than can be accepted."""
        return max(self.worst, self.told) > AMBER


def pain_of(kept: KeptSet) -> int:
    """Return the pain of a set; one that pain ended, with no number said, counts as red."""
    if kept.rating.pain is not None:
        return max(kept.rating.pain, GREEN + 1) if kept.ended_by == "pain" else kept.rating.pain
    return _UNSAID if kept.ended_by == "pain" else 0


def ache(past: Past, exercise: str, since: date | None = None) -> Ache:
    """Return what hurt since an exercise was last done, warm-ups and easy sets included.

    Parameters
    ----------
    since
        The day of the set that a next load goes on from; what hurt then or later is not
        over because of an easier set that did not. The last day of any set if left out.
    """
    done = past.of(exercise)
    days = sorted({day_of(kept) for kept in done})
    if not days:
        return Ache()
    first = days[-1] if since is None else min(since, days[-1])
    worst = max((pain_of(k) for k in done if day_of(k) >= first), default=0)
    earlier = max((day for day in days if day < first), default=None)
    before = max((pain_of(k) for k in done if day_of(k) == earlier), default=0)
    told = {c.day: c.worst for c in past.check_ins if c.day >= first and c.worst is not None}
    last = max([days[-1], *(day for day, pain in told.items() if pain > AMBER)])
    morning = any(morning_rise(past, day + _A_DAY) for day in days if day >= first)
    return Ache(worst, before, max(told.values(), default=0), morning, (past.day - last).days)


def morning_rise(past: Past, day: date) -> bool:
    """Return whether a morning was clearly worse than the day before it, or red."""
    said = next((c.morning_pain for c in past.check_ins if c.day == day), None)
    if said is None:
        return False
    earlier = [
        c.worst
        for c in past.check_ins
        if day - _REMEMBERED <= c.day < day and c.worst is not None
    ]  # fmt: skip
    return said > AMBER or said > (earlier[-1] if earlier else 0) + MORNING_RISE


def red_days(past: Past) -> tuple[date, ...]:
    """Return the days up to this one on which pain was red, oldest first."""
    done = {day_of(k) for k in (*past.sets, *past.today) if pain_of(k) > AMBER}
    told = {c.day for c in past.check_ins if max(c.worst or 0, c.morning_pain or 0) > AMBER}
    return tuple(sorted(done | told))


def lately_red(past: Past) -> bool:
    """Return whether pain was red within the last seven days, whatever it was that hurt."""
    return any(past.day - _REMEMBERED <= day for day in red_days(past))


def often_red(past: Past) -> bool:
    """Return whether pain was red on two days or more within the last 14."""
    return sum(past.day - _FORTNIGHT < day for day in red_days(past)) >= 2


def hurt_today(past: Past) -> tuple[tuple[str, int], ...]:
    """Return the exercises in which pain was red today, and how much it was."""
    worst: dict[str, int] = {}
    for kept in past.today:
        if kept.exercise and pain_of(kept) > AMBER:
            worst[kept.exercise] = max(worst.get(kept.exercise, 0), pain_of(kept))
    return tuple(sorted(worst.items()))
