"""The lines of another program's file become one reading: matched, numbered, and remarked on."""

from bisect import bisect
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Protocol

from rhomboid.catalogue.read import names as known_exercises
from rhomboid.errors import ExchangeError
from rhomboid.journal.exchange.adopt import Place, adopt, is_cut, session_id, workout
from rhomboid.journal.exchange.csv_records import Record
from rhomboid.journal.exchange.names import Match, find
from rhomboid.journal.exchange.reading import (
    OTHER,
    SKIP,
    Named,
    Reading,
    Remark,
    Units,
    Wishes,
)
from rhomboid.journal.exchange.told import Aside, Header, Line, Told
from rhomboid.journal.rows import to_row
from rhomboid.journal.sessions import KeptSession
from rhomboid.training.foreign import FOREIGN
from rhomboid.training.kept import MOST_WORDS, KeptSet


class App(Protocol):
    """A program whose files are read."""

    NAME: str

    def is_mine(self, header: Header) -> bool:
        """Say whether a header is one of its own."""
        ...

    def read(self, record: Record, header: Header) -> Line | list[Told]:
        """Return what a record comes to, or the sets of one that holds many."""
        ...


@dataclass(slots=True)
class Lines:
    """What was read of a file, before it is put together."""

    told: list[Told] = field(default_factory=list)
    skipped: Counter[str] = field(default_factory=Counter)
    errors: list[Remark] = field(default_factory=list)
    notes: list[Aside] = field(default_factory=list)


def read_lines(app: App, header: Header, records: Iterable[Record]) -> Lines:
    """Read every record; one that makes no sense is an error of its own.

    Raises
    ------
    ExchangeError
        If the file is no CSV.
    """
    lines = Lines()
    for record in records:
        try:
            line = app.read(record, header)
        except (ValueError, OverflowError) as error:
            lines.errors.append(Remark(record.line, str(error)))
            continue
        if isinstance(line, list):
            lines.told += line
        elif isinstance(line, Told):
            lines.told.append(line)
        elif line.note:
            lines.notes.append(line)
        else:
            lines.skipped[line.what] += 1
    return lines


def collect(app: str, batch: str, lines: Lines, wishes: Wishes) -> Reading:
    """Put together what was read.

    Raises
    ------
    ExchangeError
        If a name is mapped that is not in the file, or to what is no exercise.
    """
    told, lost = _with_notes(lines)
    told, unit, asks = _with_unit(told, wishes)
    matches = _matches(told, wishes)
    gathered = _Gathered(app, wishes)
    for one in told:
        gathered.take(one, matches[one.exercise])
    times = Counter(one.exercise for one in told)
    return Reading(
        app,
        batch,
        tuple(gathered.sets),
        tuple(gathered.sessions.values()),
        tuple(_named(name, matches[name], count) for name, count in times.most_common()),
        dict(lines.skipped + gathered.skipped),
        tuple(sorted([*lines.errors, *gathered.errors], key=lambda error: error.line)),
        tuple(sorted([*lost, *gathered.remarks], key=lambda remark: remark.line)),
        unit,
        asks,
    )


class _Gathered:
    """Sets as they come, each with its number in its workout."""

    def __init__(self, app: str, wishes: Wishes) -> None:
        self.app, self.wishes = app, wishes
        self.sets: list[KeptSet] = []
        self.sessions: dict[str, KeptSession] = {}
        self.skipped: Counter[str] = Counter()
        self.errors: list[Remark] = []
        self.remarks: list[Remark] = []
        self._numbers: Counter[tuple[datetime, str]] = Counter()
        self._positions: Counter[datetime] = Counter()
        self._ids: dict[datetime, str] = {}

    def take(self, told: Told, match: Match | None) -> None:
        """Take one set; one that cannot be kept is an error of its line."""
        place = self._place(told)
        if match is None:
            self.skipped["sets that you leave out"] += 1
            return
        try:
            kept = adopt(told, match, place)
            to_row(kept, place.person)
            if kept.session not in self.sessions:
                self.sessions[kept.session] = workout(told, place)
        except (ValueError, OverflowError) as error:
            self.errors.append(Remark(told.line, str(error)))
            return
        self.sets.append(kept)
        if len(kept.rating.note) == MOST_WORDS and is_cut(told, match):
            words = f"the note was cut to {MOST_WORDS} characters"
            self.remarks.append(Remark(told.line, words))

    def _place(self, told: Told) -> Place:
        """Return where a set stands, and count it."""
        minute = told.at.replace(second=0, microsecond=0)
        same = minute, told.exercise.casefold()
        number, position = self._numbers[same], self._positions[minute]
        self._numbers[same] += 1
        self._positions[minute] += 1
        if minute not in self._ids:
            self._ids[minute] = session_id(minute, self.wishes.person, self.app)
        return Place(
            self.wishes.person, self.app, self._ids[minute], number, position, self.wishes.zone
        )


def _with_notes(lines: Lines) -> tuple[list[Told], list[Remark]]:
    """Give every note that has a line of its own to a set; say which found none."""
    told, lost = list(lines.told), []
    places: dict[tuple[datetime, str], list[int]] = defaultdict(list)
    for index, one in enumerate(told):
        places[one.at, one.exercise].append(index)
    for aside in lines.notes:
        mine = places.get(aside.of, []) if aside.of else []
        if not mine:
            lost.append(Remark(aside.line, "a note belongs to no set"))
            continue
        before = bisect(mine, aside.line, key=lambda index: told[index].line)
        index = mine[max(before - 1, 0)]
        said = " ".join(part for part in (told[index].note, aside.note) if part)
        told[index] = replace(told[index], note=said)
    return told, lost


def _with_unit(told: list[Told], wishes: Wishes) -> tuple[list[Told], Units, bool]:
    """Give weights without a unit the one that was said; say which units there are."""
    weighed = [one for one in told if one.weight]
    asks = wishes.unit is None and any(one.unit is None for one in weighed)
    if wishes.unit is not None:
        told = [replace(one, unit=one.unit or wishes.unit) for one in told]
    units = {one.unit for one in told if one.weight and one.unit}
    if len(units) > 1:
        return told, "kg and lb", asks
    return told, next(iter(units), ""), asks


def _matches(told: list[Told], wishes: Wishes) -> dict[str, Match | None]:
    """Return what each name stands for; None where it is to be left out."""
    asked = {_plain(name): wanted.strip() for name, wanted in wishes.names.items()}
    there = {one.exercise for one in told}
    unknown = sorted(set(asked) - {_plain(name) for name in there})
    if unknown:
        raise ExchangeError(f"the file has no exercise called {unknown[0]!r}")
    return {name: _match(name, asked.get(_plain(name), "")) for name in there}


def _match(name: str, wanted: str) -> Match | None:
    """Return what a name stands for, as the person wants it or as we know it."""
    if not wanted:
        return find(name)
    if wanted in {SKIP, OTHER}:
        return None if wanted == SKIP else Match(FOREIGN + name)
    if wanted not in known_exercises():
        choices = ", ".join([*known_exercises(), SKIP, OTHER])
        raise ExchangeError(f"there is no exercise {wanted!r} to map to; there are: {choices}")
    found = find(name)
    return found if found.exercise == wanted else Match(wanted)


def _plain(name: str) -> str:
    return " ".join(name.casefold().split())


def _named(name: str, match: Match | None, count: int) -> Named:
    return Named(name, match.exercise if match else "", count)
