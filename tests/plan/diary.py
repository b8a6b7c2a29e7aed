"""People, their sets and their days, made up: whoever trains here has known truth."""

from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta

from rhomboid.catalogue.read import load, names
from rhomboid.plan.gear import WAYS
from rhomboid.plan.history import History
from rhomboid.plan.ladder import body_share
from rhomboid.plan.today import plan_day
from rhomboid.training.checkin import CheckIn
from rhomboid.training.kept import KeptSet, Rating, Tally
from rhomboid.training.load import Load
from rhomboid.training.person import Person
from rhomboid.training.screening import Screening
from rhomboid.training.target import Target

CATALOGUE = {name: load(name) for name in names()}
MONDAY = date(2026, 5, 4)
ANSWERED = Screening(MONDAY - timedelta(days=1))
STATIONS = frozenset(["cable_station", "straight_bar", "pulldown_station", "long_bar"])
GYM = STATIONS | {"barbell", "barbell_in_rack", "band", "mat"}
EVERYTHING = frozenset(need for ways in WAYS.values() for way in ways for need in way.needs)
HOME_BODY = Person(bands=("yellow", "red", "green"))
LIFTER = Person(goals=("muscle",), gear=GYM, minutes=90, experience="trained",
                days=frozenset({0, 2, 4}), bands=("yellow", "red", "green"))  # fmt: skip


def on(days):
    """Return a day by its number, 0 for a Monday."""
    return MONDAY + timedelta(days=days)


def plan(person, sets=(), day=MONDAY, *, check_ins=(), skipped=(), screening=ANSWERED, **how):
    """Return the plan of a day."""
    history = History(tuple(sets), tuple(check_ins), frozenset(skipped))
    return plan_day(person, history, day, CATALOGUE, screening, **how)


def kinds(plans):
    """Return what kinds of days there are, in a row."""
    return " ".join(planned.kind for planned in plans)


def names_in(planned):
    """Return the exercises of a plan."""
    return [item.exercise for item in planned.items]


def item_of(planned, exercise):
    """Return one exercise of a plan."""
    return next(item for item in planned.items if item.exercise == exercise)


def codes(reasons):
    """Return the codes of some reasons."""
    return {reason.code for reason in reasons}


def asked(exercise, load=None, *, sets=2, gear=None, repetitions=None, **how):
    """Return a target as the plan would have shown it."""
    spec = CATALOGUE[exercise].prescription
    first = WAYS[exercise][0]
    return Target("work", repetitions or spec.repetitions, load, gear or first.gear,
                  spec.tempo.out_s, spec.tempo.pause_s, spec.tempo.back_s,
                  spec.rest_between_s[0], sets=sets, **how)  # fmt: skip


def kept(
    exercise, day, repetitions, target=None, *, number=0, seen=True, pain=None, spare=None,
    load=None, origin=None, side="both", ended_by="", good=None, gear="", **tally,
):  # fmt: skip
    """Return a set; a camera saw all of it, and it was good, unless told otherwise."""
    when = datetime(day.year, day.month, day.day, 18, tzinfo=UTC) + timedelta(minutes=number)
    judged = Tally(repetitions if good is None else good, **tally) if seen else None
    return KeptSet(
        f"{exercise}-{day}-{number}", exercise, origin or ("camera" if seen else "hand"), when,
        repetitions if seen else 0, () if seen else (1,) * repetitions, side=side,
        rating=Rating(pain=pain, spare=spare), target=target,
        load=load or (target.load if target else None),
        gear=gear or (target.gear if target else ""), tally=judged, ended_by=ended_by,
    )  # fmt: skip


def session(exercise, day, load=None, repetitions=None, *, target=None, used=None, **how):
    """Return a session: by default every set at the top of its range."""
    target = target or asked(exercise, load)
    wanted = repetitions or (target.repetitions[1],) * target.sets
    return tuple(
        kept(exercise, day, number_done, target, number=number, load=used, **how)
        for number, number_done in enumerate(wanted)
    )


def kg(value):
    """Return a load in kilograms."""
    return Load("kg", float(value))


def pair(day):
    """Return a day of row and pulldown, after which deadlift and inverted row are due."""
    return [*session("seated_cable_row", day, kg(40)), *session("lat_pulldown", day, kg(40))]


@dataclass
class Follower:
    """Somebody who does what is planned, as well as their strength allows.

    Strength answers to training. Some days are missed, some sets hurt.
    """

    person: Person
    missed: frozenset[int] = frozenset()
    hurts: dict[int, int] = field(default_factory=dict)
    readiness: dict[int, int] = field(default_factory=dict)
    seen: bool = True
    growth: float = 1.004
    strength_kg: dict[str, float] = field(default_factory=dict)
    sets: list[KeptSet] = field(default_factory=list)
    check_ins: list[CheckIn] = field(default_factory=list)
    plans: list = field(default_factory=list)

    def live(self, days, first=0):
        """Live through some days and keep the plan of each."""
        for number in range(first, first + days):
            if number in self.readiness:
                self.check_ins.append(CheckIn(on(number), readiness=self.readiness[number]))
            planned = plan(self.person, self.sets, on(number), check_ins=self.check_ins)
            self.plans.append(planned)
            if number not in self.missed:
                self._train(planned, number)
        return self

    @property
    def history(self):
        """All that was done and said."""
        return History(tuple(self.sets), tuple(self.check_ins))

    def _train(self, planned, day):
        every = [(item.exercise, t) for item in planned.items for t in item.remaining]
        for number, (exercise, target) in enumerate(every):
            self.sets.append(self._do(exercise, target, day, number))

    def _do(self, exercise, target, day, number):
        if target.hold_s is not None:
            times = target.repetitions[0]
            return kept(exercise, on(day), times, target, number=number, seen=self.seen,
                        side=target.side, **({"holds_s": (target.hold_s,) * times}
                                             if self.seen else {}))  # fmt: skip
        most_kg = self.strength_kg.setdefault(exercise, 80.0)
        shown = target.load or self._found(target, most_kg)
        possible = int(30 * (most_kg / max(moved_kg(shown), 1.0) - 1)) - (target.spare or 0)
        done = max(1, min(target.repetitions[1], possible))
        self.strength_kg[exercise] = most_kg * self.growth
        pain = self.hurts.get(day) if target.kind == "work" else None
        return kept(exercise, on(day), done, replace(target), number=number, seen=self.seen,
                    load=shown, pain=pain)  # fmt: skip

    def _found(self, target, most_kg):
        least = target.repetitions[0] + (target.spare or 3)
        return kg(max(2.5, 2.5 * (most_kg / (1 + least / 30) // 2.5)))


def moved_kg(load):
    """Return how much a load is, in this world: a band is 12 kg, a body 80."""
    if load.axis == "band":
        return 12.0 * load.value
    if load.axis == "body_angle":
        return 80.0 * body_share(load.value)
    return load.value
