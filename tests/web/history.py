"""A journal of some weeks: watched, counted by hand and imported; with pain, plans and words."""

from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from uuid import UUID, uuid5

from rhomboid.athlete.performance import perform
from rhomboid.athlete.script import Script
from rhomboid.journal.sessions import KeptSession
from rhomboid.session import check
from rhomboid.training.checkin import CheckIn
from rhomboid.training.kept import KeptSet, Rating, Tally
from rhomboid.training.load import Load
from rhomboid.training.target import Target

SPACE = UUID("6f1c1f0e-2d0b-4f0c-9a57-0c4c1f7f2f12")
HOSTILE = '</script><script>alert("1")</script>&amp;<b>bold</b>'
WEEKS = 12
_WEEK = (
    ("seated_cable_row", 0, 3), ("t_raise", 0, 2), ("corkscrew", 1, 2), ("deadlift", 2, 3),
    ("inverted_row", 2, 2), ("lat_pulldown", 4, 3), ("seated_cable_row", 4, 2),
)  # fmt: skip
"""Exercise, day of the week, and sets."""
_LOADS = {
    "seated_cable_row": ("kg", 30.0, 0.625), "t_raise": ("band", 1.0, 0.15),
    "deadlift": ("kg", 50.0, 1.25), "inverted_row": ("body_angle", 40.0, 1.0),
    "lat_pulldown": ("kg", 35.0, 0.5),
}  # fmt: skip
_HAND_WEEKS, _IMPORT_WEEKS, _PAINFUL_WEEK = (3, 7), (0,), 5


@cache
def drawn(exercise, faulty):
    """Return the joints of a drawn set, and its report."""
    faults = {"rocking_torso": 25.0} if faulty and exercise == "seated_cable_row" else {}
    joints = perform(Script(exercise, repetitions=4, faults=faults)).track
    return joints, check(joints, exercise)


def furnish(journal, today):
    """Keep what was done in the weeks before a day, that day's week included."""
    start = today - timedelta(days=today.weekday(), weeks=WEEKS)
    for week in range(WEEKS + 1):
        for exercise, weekday, sets in _WEEK:
            day = start + timedelta(days=weekday, weeks=week)
            if day <= today:
                _train(journal, exercise, day, week, sets)
        _say(journal, start + timedelta(weeks=week), week)


def _train(journal, exercise, day, week, sets):
    """Keep the sets of an exercise on a day."""
    axis, first, step = _LOADS.get(exercise, ("none", 0.0, 0.0))
    load = None if axis == "none" else Load(axis, float(round((first + step * week) * 2) / 2))
    session = str(uuid5(SPACE, f"session {day}"))
    for number in range(sets):
        at = datetime.combine(day, time(18, 5 * number), UTC)
        id_ = str(uuid5(SPACE, f"{exercise} {day} {number}"))
        told = _told(exercise, week, number)
        joints, report = (None, None)
        if told["origin"] == "camera" and number == 0:
            joints, report = drawn(exercise, week % 3 == 0)
        kept = KeptSet(
            id=id_, exercise=exercise, started_at=at, load=load, session=session,
            target=_target(load, exercise), **told,
        )  # fmt: skip
        journal.sets.keep(kept, joints, report)
    journal.sessions.keep(
        KeptSession(session, day, datetime.combine(day, time(18), UTC),
                    datetime.combine(day, time(19), UTC), "done", "")
    )  # fmt: skip


def _told(exercise, week, number):
    """Return who counted, how many, and what was said."""
    pain = 3 if week == _PAINFUL_WEEK and exercise == "deadlift" else 0
    rating = Rating(effort=6 + number % 3, spare=2, pain=pain, note=HOSTILE if number else "")
    if week in _HAND_WEEKS:
        return {"origin": "hand", "counted": 0, "corrections": (1,) * 9, "rating": rating}
    if week in _IMPORT_WEEKS:
        return {"origin": "import", "counted": 10, "rating": Rating()}
    tally = Tally(good=8 if week % 3 else 6, pauses_kept=6, pauses_judged=8)
    hold_s = 30.0 + week if exercise == "corkscrew" else None
    return {
        "origin": "camera", "counted": 9, "rating": rating, "tally": tally, "hold_s": hold_s,
    }  # fmt: skip


def _target(load, exercise):
    """Return what the set was meant to be."""
    hold_s = 30.0 if exercise == "corkscrew" else None
    return Target("work", (8, 12), load, "cable", 2.0, 1.0, 2.0, 90.0, hold_s=hold_s, spare=2)


def _say(journal, monday, week):
    """Keep what was said of a week, and the plan of its first day."""
    journal.days.check_in(CheckIn(monday, readiness=4, soreness={"lats": 2}, morning_pain=week % 3))
    items = [{
        "name": "Seated cable row",
        "targets": [{"kind": "work", "repetitions": [8, 12], "load": {"axis": "kg", "value": 35.0},
                     "hold_s": None, "side": "both"}] * 3,
    }]  # fmt: skip
    journal.days.show(monday, {"kind": "loaded", "items": items}, "1")
    if week % 4 == 1:
        journal.days.skip(monday + timedelta(days=3), HOSTILE)


TODAY = date(2026, 11, 20)
