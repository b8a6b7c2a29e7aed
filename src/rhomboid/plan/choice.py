"""Which exercises, in which order: what is at hand, open, and was longest ago.

The row and the pulldown share a day, the deadlift and the inverted row the next. What
was missed is not made up for; whatever was longest ago comes first.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from rhomboid.plan.gear import Way, ways
from rhomboid.plan.history import day_of, worked
from rhomboid.plan.pain import AMBER, GREEN
from rhomboid.plan.reason import Reason
from rhomboid.plan.rhythm import PULLS, deadlift_waits, heavy_yesterday
from rhomboid.plan.setting import Setting
from rhomboid.plan.volume import direct
from rhomboid.plan.words import in_sentence, say
from rhomboid.training.person import Experience

PAIRS = (("seated_cable_row", "lat_pulldown"), ("deadlift", "inverted_row"))
"""What shares a day (evidence: a week). House."""

PULLS_A_DAY: dict[Experience, int] = {"new": 2, "some": 3, "trained": 3}
"""How many pulls a day has at most. House."""

RAISE, STRETCH = "t_raise", "corkscrew"

VERY_SORE = 5
"""So sore a muscle rests. House."""

_NEVER = date.min


@dataclass(frozen=True, slots=True)
class Pick:
    """An exercise, how it is done, and why."""

    exercise: str
    way: Way
    reasons: tuple[Reason, ...]


def pulls(at: Setting) -> tuple[tuple[Pick, ...], tuple[Reason, ...]]:
    """Return the pulls of a loaded day in their order, and why others are left out."""
    found, left = {}, []
    for exercise in PULLS:
        way, why = _open(at, exercise)
        if way is not None:
            found[exercise] = way
        elif why is not None:
            left.append(why)
    order = _order(at, tuple(found))
    return tuple(Pick(name, found[name], _why(at, name, found[name])) for name in order), (*left,)


def the_raise(at: Setting) -> tuple[Pick | None, Reason | None]:
    """Return the raise of a day, or why there is none."""
    way, why = _open(at, RAISE)
    if way is None:
        return None, why
    return Pick(RAISE, way, (say("exercise", "raise"), *_gear_why(at, RAISE, way))), None


def the_stretch(at: Setting) -> tuple[Pick | None, Reason | None]:
    """Return the stretch, which every day has, or why there is none."""
    way, why = _open(at, STRETCH)
    if way is None:
        return None, why
    return Pick(STRETCH, way, (say("exercise", "stretch"), *_gear_why(at, STRETCH, way))), None


def last_done(at: Setting, exercise: str) -> date:
    """Return when an exercise was last done, warm-ups aside."""
    days = [day_of(kept) for kept in at.past.of(exercise) if worked(kept)]
    return max(days, default=_NEVER)


def _open(at: Setting, exercise: str) -> tuple[Way | None, Reason | None]:
    """Return how an exercise can be done today, or why it cannot; neither if it is not known."""
    spec = at.catalogue.get(exercise)
    if spec is None:
        return None, None
    name = spec.exercise.name
    if exercise in at.without:
        return None, say("exercise", "not_wanted", name=name)
    closed = _closed(at, exercise)
    if closed:
        return None, say("exercise", closed, name=name)
    way = _best_way(at, exercise)
    return way, None if way else say("exercise", "no_gear", name=name)


def _closed(at: Setting, exercise: str) -> str:
    """Return the code of what keeps an exercise away today; empty if nothing does."""
    care, muscles = at.care(exercise), direct(exercise)
    causes = {
        "condition_out": care.leave_out,
        "very_sore": at.soreness(muscles) >= VERY_SORE,
        "heavy_yesterday": bool(muscles & heavy_yesterday(at.past)),
    }
    if exercise == "deadlift":
        waits = deadlift_waits(at.past, at.person.experience)
        causes |= {
            "deadlift_gap": waits == "gap",
            "deadlift_week": waits == "week",
            "back_pain_lately": _back_pain_lately(at),
        }
    return next((code for code, so in causes.items() if so), "")


def _back_pain_lately(at: Setting) -> bool:
    """Return whether pain of yesterday or today speaks against a deadlift."""
    told = [c for c in at.past.check_ins if c.day >= at.past.yesterday]
    worst = max((max(c.worst or 0, c.morning_pain or 0) for c in told), default=0)
    return worst > (GREEN if "back_pain_mild" in at.conditions else AMBER)


def _best_way(at: Setting, exercise: str) -> Way | None:
    """Return the best way among those that gear and conditions leave."""
    care = at.care(exercise)
    found = [w for w in ways(exercise, at.at_hand) if not care.gear or w.gear in care.gear]
    found = [way for way in found if way.gear not in at.without]
    kind = [way for way in found if way.gear in care.prefer]
    return next(iter(kind or found), None)


def _order(at: Setting, found: Sequence[str]) -> list[str]:
    """Return the pulls of the day: the pair that was longest ago, then what else is due."""
    pairs = [[name for name in pair if name in found] for pair in PAIRS]
    due = min((p for p in pairs if p), key=lambda p: min(last_done(at, n) for n in p), default=[])
    others = [name for name in found if name not in due and name != "deadlift"]
    others.sort(key=lambda name: last_done(at, name))
    order = [*_lead(at, due), *others]
    if "back_pain_mild" in at.conditions:
        order.sort(key=lambda name: name != "inverted_row")
    most = 2 if at.goal == "mobility" else PULLS_A_DAY[at.person.experience]
    return order[:most]


def _lead(at: Setting, pair: Sequence[str]) -> list[str]:
    """Return a pair, what was longest ago first; of one day, row and pulldown take turns."""
    days = [last_done(at, name) for name in pair]
    if tuple(pair) != PAIRS[0] or days[0] != days[1] or days[0] == _NEVER:
        return sorted(pair, key=lambda name: last_done(at, name))
    first = next(k.exercise for k in at.past.on(days[0]) if k.exercise in pair)
    return sorted(pair, key=lambda name: name == first)


def _why(at: Setting, exercise: str, way: Way) -> tuple[Reason, ...]:
    """Say why an exercise comes today."""
    last = last_done(at, exercise)
    if last == _NEVER:
        why = say("exercise", "first_time")
    else:
        why = say("exercise", "turn", days=(at.past.day - last).days)
    return (why, *_gear_why(at, exercise, way))


def _gear_why(at: Setting, exercise: str, way: Way) -> tuple[Reason, ...]:
    """Say why it is done with this gear."""
    equipment = at.catalogue[exercise].equipment
    items = {item.id: item for item in (*equipment.usual, *equipment.substitutes)}
    item = items[way.gear]
    if way.gear in at.care(exercise).prefer:
        return (say("gear", "kinder_gear", gear=item.name, note=item.note),)
    if way.gear in {usual.id for usual in equipment.usual}:
        return (say("gear", "usual_gear", gear=in_sentence(item.name)),)
    return (say("gear", "instead", gear=in_sentence(item.name), note=item.note),)
