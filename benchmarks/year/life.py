"""A year of one person: from plan to athlete to engine to journal, and to the plan again.

Sets are kept as the live coach keeps them, with the report but without the joints, which
the plan never looks at and which would fill gigabytes.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from uuid import NAMESPACE_URL, UUID, uuid5

from benchmarks.year import doing, words
from benchmarks.year.body import Body
from benchmarks.year.nature import Nature, chance, on
from rhomboid import routine
from rhomboid.journal.days import Screening as Answers
from rhomboid.journal.entry import Entry
from rhomboid.journal.journal import Journal
from rhomboid.journal.sessions import KeptSession
from rhomboid.plan.day import DayPlan, Item
from rhomboid.plan.pain import AMBER, pain_of
from rhomboid.training.checkin import CheckIn
from rhomboid.training.kept import KeptSet
from rhomboid.training.target import Target

_SALT_GOES, _SALT_SEEN = 11, 12
_MINUTES_A_SET = 3


@dataclass(frozen=True, slots=True)
class Lived:
    """One day as it was.

    Attributes
    ----------
    plan
        As it was shown in the morning.
    again
        As it was shown last; on days of loads that is after what was done.
    sets
        What was kept.
    said
        What was said; None if nothing was.
    away
        Why nobody was there; empty on other days.
    strength_kg
        What could truly be lifted once, by exercise.
    pain
        What truly hurt at rest.
    """

    number: int
    plan: DayPlan
    again: DayPlan
    sets: tuple[KeptSet, ...]
    said: CheckIn | None
    away: str
    strength_kg: dict[str, float]
    pain: float

    @property
    def day(self) -> date:
        """The day."""
        return on(self.number)


@dataclass(slots=True)
class Life:
    """Somebody who trains, with their journal."""

    nature: Nature
    journal: Journal
    seed: int = 0
    days: list[Lived] = field(default_factory=list)
    body: Body = field(init=False)

    def __post_init__(self) -> None:
        self.body = Body(self.nature, self.seed)
        self.journal.profile.keep(self.nature.person, on(0))

    def live(self, days: int, after: Callable[["Life"], None] | None = None) -> "Life":
        """Live through some days; `after` is called at the end of each."""
        for _ in range(days):
            self.days.append(self._day(len(self.days)))
            if after is not None:
                after(self)
        return self

    def _day(self, number: int) -> Lived:
        """Live through one day."""
        self.body.wake(number)
        if number == self.nature.answers_on:
            self.journal.days.screen(Answers(on(number), {"yes": sorted(self.nature.yes)}))
        away = self.nature.away_on(number)
        said = None if away else words.morning(self.body, self._yesterday(), self.seed)
        if said is not None:
            self.journal.days.check_in(said)
        plan = routine.plan_for(self.journal, on(number))
        sets = () if away or not self._goes(plan) else tuple(self._train(plan))
        looks = bool(sets) and plan.kind == "loaded"
        again = routine.plan_for(self.journal, on(number)) if looks else plan
        strength = dict(self.body.strength_kg)
        return Lived(number, plan, again, sets, said, away, strength, self.body.pain_at_rest())

    def _yesterday(self) -> tuple[KeptSet, ...]:
        """Return the sets of the day before."""
        return self.days[-1].sets if self.days else ()

    def _goes(self, plan: DayPlan) -> bool:
        """Return whether they train today."""
        loaded, light = self.nature.follows
        goes = chance(self.nature, self.seed, _SALT_GOES, self.body.number).random()
        return bool(plan.items) and bool(goes < (loaded if plan.kind == "loaded" else light))

    def _train(self, plan: DayPlan) -> Iterator[KeptSet]:
        """Do what remains of a plan, looking at it anew where something hurt."""
        day = self.body.number
        seen = chance(self.nature, self.seed, _SALT_SEEN, day).random() < self.nature.seen
        session = routine.session_of(self.journal, plan.day)
        begun = datetime.combine(plan.day, datetime.min.time(), UTC) + timedelta(hours=17)
        self.journal.sessions.keep(KeptSession(session, plan.day, begun))
        count, found = 0, doing.Found()
        left = _left(plan)
        while left:
            item, target = left.pop(0)
            moment = doing.Moment(
                self._id(day, count), begun + timedelta(minutes=_MINUTES_A_SET * count), session,
                seen=bool(seen), number=count,
            )  # fmt: skip
            done = doing.do(self.body, item, target, found, moment)
            if done is None:
                continue
            self.journal.sets.keep_all([Entry(done.kept, None, done.report, moment.at)])
            count += 1
            yield done.kept
            if pain_of(done.kept) > AMBER:
                left = _left(routine.plan_for(self.journal, plan.day))
        end = begun + timedelta(minutes=_MINUTES_A_SET * count)
        self.journal.sessions.keep(KeptSession(session, plan.day, begun, end, "done"))

    def _id(self, day: int, count: int) -> str:
        """Return the id of a set."""
        return str(uuid5(UUID(self.journal.person), f"{day} {count}"))


def person_id(name: str) -> str:
    """Return the id of somebody in a journal."""
    return str(uuid5(NAMESPACE_URL, f"rhomboid year {name}"))


def _left(plan: DayPlan) -> list[tuple[Item, Target]]:
    """Return every set of a plan that was not done yet, in its order."""
    return [(item, target) for item in plan.items for target in item.remaining]
