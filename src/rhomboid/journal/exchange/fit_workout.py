"""What is planned for a day as a workout of FIT, for a watch to lead through."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from rhomboid.journal.exchange.fit import (
    ENUM,
    TEXT,
    UINT16,
    UINT32,
    Field,
    Message,
    fit_file,
    scaled,
)
from rhomboid.journal.exchange.fit_activity import (
    FLEXIBILITY,
    STRENGTH,
    TRAINING,
    codes_of,
    file_id,
    titles,
)
from rhomboid.journal.exchange.fit_codes import Code
from rhomboid.training.target import Target

WORKOUT, STEP = 26, 27
"""Messages of Garmin's profile."""

_TIME, _REPETITIONS = 0, 29
_ACTIVE, _REST, _WARM_UP = 0, 1, 2
_NO_TARGET, _KILOGRAM = 2, 1


@dataclass(frozen=True, slots=True)
class Planned:
    """An exercise with the sets it is planned for.

    Attributes
    ----------
    exercise, name
        Id and name in the exercise file.
    targets
        Every set in its order.
    """

    exercise: str
    name: str
    targets: tuple[Target, ...]


def fit_workout(name: str, items: Sequence[Planned], at: datetime) -> bytes:
    """Return a workout of FIT.

    Sets are steps of so many repetitions, holds steps of so much time, each followed by
    its rest. Only what older watches know is named; names of ours stand beside.

    Parameters
    ----------
    name
        What the watch shows.
    items
        What to do, in order.
    at
        When it was made.

    Raises
    ------
    ValueError
        If there is nothing to do.
    """
    sets = [(item, target) for item in items for target in item.targets]
    if not sets:
        raise ValueError("a workout has at least one set")
    codes = codes_of([(item.exercise, target.gear) for item, target in sets], old=True)
    steps = list(_steps(sets, codes))
    stretches = all(target.hold_s is not None for _, target in sets)
    told = (
        Field(4, ENUM, TRAINING),
        Field(11, ENUM, FLEXIBILITY if stretches else STRENGTH),
        Field(6, UINT16, len(steps)),
        Field(8, TEXT, name),
    )
    numbered = [
        Message(STEP, (Field(254, UINT16, number), *fields)) for number, fields in enumerate(steps)
    ]
    return fit_file([file_id(5, at, name), Message(WORKOUT, told), *titles(codes), *numbered])


def _steps(
    sets: Sequence[tuple[Planned, Target]], codes: dict[tuple[str | None, str], Code]
) -> Iterator[tuple[Field, ...]]:
    """Give the steps of all sets; after the last there is no rest."""
    for number, (item, target) in enumerate(sets, 1):
        code = codes[item.exercise, target.gear]
        times = target.repetitions[1] if target.hold_s is not None else 1
        for _ in range(times):
            yield (*_work(item, target), *_named(code), *_weight(target))
        if target.rest_s > 0 and number < len(sets):
            yield _rest(target.rest_s)


def _work(item: Planned, target: Target) -> tuple[Field, ...]:
    """Return what a step asks for: repetitions, or a time."""
    if target.hold_s is not None:
        asked = _TIME, scaled(target.hold_s, 1000, UINT32)
    else:
        asked = _REPETITIONS, target.repetitions[1]
    return (
        Field(0, TEXT, item.name),
        Field(1, ENUM, asked[0]),
        Field(2, UINT32, asked[1]),
        Field(3, ENUM, _NO_TARGET),
        Field(7, ENUM, _WARM_UP if target.kind == "warm_up" else _ACTIVE),
        Field(8, TEXT, _note(target)),
    )


def _note(target: Target) -> str:
    """Return what a watch shows beside a step."""
    least, most = target.repetitions
    side = "" if target.side == "both" else f", {target.side}"
    pause = f", stop {target.pause_s:g} s" if target.pause_s >= 1 else ""
    return f"{least} to {most}{side}{pause}" if least < most else f"{most}{side}{pause}"


def _named(code: Code) -> tuple[Field, ...]:
    """Return what FIT calls the exercise of a step."""
    return (Field(10, UINT16, code[0]), Field(11, UINT16, code[1]))


def _weight(target: Target) -> tuple[Field, ...]:
    """Return the weight of a step, if it has one."""
    if target.load is None or target.load.axis != "kg":
        return ()
    value = scaled(target.load.value, 100, UINT16)
    return (Field(12, UINT16, value), Field(13, UINT16, _KILOGRAM))


def _rest(seconds: float) -> tuple[Field, ...]:
    """Return a step of rest."""
    return (
        Field(1, ENUM, _TIME),
        Field(2, UINT32, scaled(seconds, 1000, UINT32)),
        Field(3, ENUM, _NO_TARGET),
        Field(7, ENUM, _REST),
    )
