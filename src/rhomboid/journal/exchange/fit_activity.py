"""What was done on a day as an activity of FIT, set by set, with the rests between."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from zlib import crc32

from rhomboid.journal.exchange.fit import (
    ENUM,
    TEXT,
    UINT16,
    UINT32,
    UINT32Z,
    Field,
    Message,
    fit_file,
    moment,
    scaled,
)
from rhomboid.journal.exchange.fit_codes import UNKNOWN, Code, code_of
from rhomboid.journal.exchange.lengths import Timed, timed
from rhomboid.journal.exchange.names import name_of
from rhomboid.training.kept import KeptSet

FILE_ID, SESSION, LAP, EVENT, ACTIVITY, SET, TITLE = 0, 18, 19, 21, 34, 225, 264
"""Messages of Garmin's profile."""

TRAINING, STRENGTH, FLEXIBILITY = 10, 20, 19
"""A sport, and its two kinds."""

_DEVELOPMENT, _KILOGRAM = 255, 1
_LEAST_REST_S = 1.0
_STRETCH_FIT = (31, 35, 36)


def fit_activity(kept: Sequence[KeptSet]) -> bytes:
    """Return sets as one activity of FIT.

    A hold has a duration and no repetitions. FIT has no place for effort, notes and
    bands. A set ends by its tempo, since its end is not kept.

    Raises
    ------
    ValueError
        If there is no set.
    """
    if not kept:
        raise ValueError("an activity has at least one set")
    order = list(timed(kept))
    codes = codes_of([(one.kept.exercise, one.kept.gear) for one in order])
    start, end = order[0].start, order[-1].end
    return fit_file(
        [
            file_id(4, start, kept[0].id),
            _timer(start, 0),
            *titles(codes),
            *_sets(order, codes),
            _timer(end, 4),
            *_frame(start, end, FLEXIBILITY if _is_stretch(codes) else STRENGTH),
        ]
    )


def codes_of(
    exercises: Sequence[tuple[str | None, str]], *, old: bool = False
) -> dict[tuple[str | None, str], Code]:
    """Return the code of each exercise with its gear; the unknown are numbered."""
    codes: dict[tuple[str | None, str], Code] = {}
    for exercise, gear in exercises:
        found = code_of(exercise, gear, old=old)
        unknown = sum(code[0] == UNKNOWN for code in codes.values())
        codes.setdefault((exercise, gear), found or (UNKNOWN, unknown))
    return codes


def titles(codes: dict[tuple[str | None, str], Code]) -> list[Message]:
    """Return what each exercise is called."""
    return [
        Message(
            TITLE,
            (
                Field(254, UINT16, number),
                Field(0, UINT16, code[0]),
                Field(1, UINT16, code[1]),
                Field(2, TEXT, name_of(exercise) or "Exercise"),
            ),
        )
        for number, ((exercise, _), code) in enumerate(codes.items())
    ]


def file_id(kind: int, at: datetime, serial: str) -> Message:
    """Return what a file says of itself first."""
    return Message(
        FILE_ID,
        (
            Field(0, ENUM, kind),
            Field(1, UINT16, _DEVELOPMENT),
            Field(2, UINT16, 0),
            Field(3, UINT32Z, crc32(serial.encode()) or 1),
            Field(4, UINT32, moment(at)),
        ),
    )


def _timer(at: datetime, kind: int) -> Message:
    """Return that the timer starts (0) or stops (4)."""
    return Message(EVENT, (Field(253, UINT32, moment(at)), Field(0, ENUM, 0), Field(1, ENUM, kind)))


def _sets(order: Sequence[Timed], codes: dict[tuple[str | None, str], Code]) -> list[Message]:
    """Return every set, and every rest that was long enough to notice."""
    found: list[Message] = []
    before: datetime | None = None
    for one in order:
        if before is not None and (one.start - before).total_seconds() >= _LEAST_REST_S:
            rest_s = (one.start - before).total_seconds()
            found.append(_set(len(found), before, one.start, rest_s, (Field(5, ENUM, 0),)))
        code = codes[one.kept.exercise, one.kept.gear]
        found.append(_set(len(found), one.start, one.end, one.seconds, _done(one.kept, code)))
        before = one.end
    return found


def _set(
    number: int, start: datetime, end: datetime, seconds: float, rest: tuple[Field, ...]
) -> Message:
    """Return a set, or a rest."""
    return Message(
        SET,
        (
            Field(254, UINT32, moment(end)),
            Field(0, UINT32, scaled(seconds, 1000, UINT32)),
            Field(6, UINT32, moment(start)),
            Field(10, UINT16, number),
            *rest,
        ),
    )


def _done(kept: KeptSet, code: Code) -> tuple[Field, ...]:
    """Return what was done in a set."""
    fields = [Field(5, ENUM, 1), Field(7, UINT16, code[0]), Field(8, UINT16, code[1])]
    if kept.hold_s is None:
        fields.append(Field(3, UINT16, scaled(kept.total, 1, UINT16)))
    if kept.load is not None and kept.load.axis == "kg":
        fields.append(Field(4, UINT16, scaled(kept.load.value, 16, UINT16)))
        fields.append(Field(9, UINT16, _KILOGRAM))
    return tuple(fields)


def _is_stretch(codes: dict[tuple[str | None, str], Code]) -> bool:
    """Say whether nothing but stretching was done."""
    return all(category in _STRETCH_FIT for category, _ in codes.values())


def _frame(start: datetime, end: datetime, kind: int) -> list[Message]:
    """Return the lap, the session and the activity around the sets."""
    length = scaled((end - start).total_seconds(), 1000, UINT32)
    whole = (
        Field(253, UINT32, moment(end)),
        Field(2, UINT32, moment(start)),
        Field(7, UINT32, length),
        Field(8, UINT32, length),
        Field(254, UINT16, 0),
        Field(1, ENUM, 1),
    )
    offset_s = (end.utcoffset() or timedelta()).total_seconds()
    return [
        Message(LAP, (*whole, Field(0, ENUM, 9), Field(25, ENUM, TRAINING))),
        Message(
            SESSION,
            (
                *whole,
                Field(0, ENUM, 8),
                Field(5, ENUM, TRAINING),
                Field(6, ENUM, kind),
                Field(25, UINT16, 0),
                Field(26, UINT16, 1),
            ),
        ),
        Message(
            ACTIVITY,
            (
                Field(253, UINT32, moment(end)),
                Field(0, UINT32, length),
                Field(1, UINT16, 1),
                Field(2, ENUM, 0),
                Field(3, ENUM, 26),
                Field(4, ENUM, 1),
                Field(5, UINT32, scaled(moment(end) + offset_s, 1, UINT32)),
            ),
        ),
    ]
