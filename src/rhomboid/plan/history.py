"""What lies behind a day: sets and check-ins, and only those that were known by then."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from rhomboid.training.checkin import CheckIn
from rhomboid.training.kept import KeptSet


@dataclass(frozen=True, slots=True)
class History:
    """All that is known of a person's training, in any order.

    Attributes
    ----------
    sets
        Every kept set.
    check_ins
        At most one a day.
    skipped
        Days on which the person said they would not train.
    """

    sets: tuple[KeptSet, ...] = ()
    check_ins: tuple[CheckIn, ...] = ()
    skipped: frozenset[date] = frozenset()

    def until(self, day: date) -> "Past":
        """Return what was known on a day: all before it, its check-in, and its own sets.

        Examples
        --------
        >>> History().until(date(2026, 5, 4)).sets
        ()
        """
        ordered = sorted(self.sets, key=_when)
        said = sorted((c for c in self.check_ins if c.day <= day), key=lambda c: c.day)
        return Past(
            day,
            tuple(kept for kept in ordered if day_of(kept) < day),
            tuple(kept for kept in ordered if day_of(kept) == day),
            tuple(said),
        )


@dataclass(frozen=True, slots=True)
class Past:
    """History as it looked on one day.

    Attributes
    ----------
    day
        The day itself.
    sets
        What was done before it, oldest first.
    today
        What was done on it already.
    check_ins
        What was said, that day included, oldest first.
    """

    day: date
    sets: tuple[KeptSet, ...]
    today: tuple[KeptSet, ...]
    check_ins: tuple[CheckIn, ...]

    @property
    def check_in(self) -> CheckIn | None:
        """What was said on the day itself."""
        last = self.check_ins[-1] if self.check_ins else None
        return last if last and last.day == self.day else None

    def of(self, exercise: str) -> tuple[KeptSet, ...]:
        """Return the sets of one exercise before the day."""
        return tuple(kept for kept in self.sets if kept.exercise == exercise)

    def on(self, day: date) -> tuple[KeptSet, ...]:
        """Return the sets of one earlier day."""
        return tuple(kept for kept in self.sets if day_of(kept) == day)

    @property
    def yesterday(self) -> date:
        """The day before."""
        return self.day - timedelta(days=1)


def day_of(kept: KeptSet) -> date:
    """Return the person's own calendar day of a set."""
    return kept.started_at.date()


def worked(kept: KeptSet) -> bool:
    """Return whether a set was more than a warm-up, and anything was done in it."""
    return kept.total > 0 and (kept.target is None or kept.target.kind == "work")


def counts(kept: KeptSet) -> bool:
    """Return whether a set was work, not a warm-up and not meant to be easy."""
    return kept.target is None or (kept.target.kind == "work" and not kept.target.easy)


def tells(kept: KeptSet) -> bool:
    """Return whether a set says anything: one in which a camera counted nothing says nothing."""
    said = kept.ended_by or kept.rating.pain is not None
    return kept.total > 0 or kept.origin == "hand" or bool(said)


def _when(kept: KeptSet) -> tuple[date, datetime, str]:
    """Sort by day, then by instant in whatever zone it was told; two of one instant by id."""
    return day_of(kept), kept.started_at, kept.id
