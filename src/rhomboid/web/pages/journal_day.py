"""What belongs to a day, put into words: sets by session, how somebody was, what was planned."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from rhomboid.journal.sessions import KeptSession
from rhomboid.progress.chart import digits
from rhomboid.progress.set_line import load_said
from rhomboid.progress.words import ENGLISH as CHARTS
from rhomboid.training.checkin import CheckIn
from rhomboid.training.kept import KeptSet
from rhomboid.training.load import Load
from rhomboid.web.pages.dose import span
from rhomboid.web.pages.kept_line import KeptLine, kept_line
from rhomboid.web.pages.progress_words import ENGLISH
from rhomboid.web.pages.words import ENGLISH as PAGES


@dataclass(frozen=True, slots=True)
class Part:
    """Sets of a day that belong together."""

    title: str
    status: str
    note: str
    lines: tuple[KeptLine, ...]


@dataclass(frozen=True, slots=True)
class Planned:
    """What a plan asked for on a day."""

    title: str
    items: tuple[str, ...]


def parts_of(kept: Sequence[KeptSet], sessions: Sequence[KeptSession]) -> list[Part]:
    """Return the sets of a day by session, in the order they were done."""
    known = {one.id: one for one in sessions}
    return [
        _part(known.get(session), tuple(kept_line(one) for one in group))
        for session, group in groupby(kept, key=lambda one: one.session)
    ]


def _part(session: KeptSession | None, lines: tuple[KeptLine, ...]) -> Part:
    """Return sets that belong together, and what is said of their session."""
    if session is None:
        return Part(ENGLISH.session_on_its_own, "", "", lines)
    at = session.started_at.astimezone()
    status = ENGLISH.session_status.get(session.status, session.status)
    return Part(ENGLISH.session.format(time=f"{at:%H:%M}"), status, session.note, lines)


def check_in_said(told: Sequence[CheckIn]) -> list[tuple[str, str]]:
    """Return what somebody said of their day, by what it is about."""
    if not told:
        return []
    said = told[-1]
    numbers = (
        (ENGLISH.readiness, said.readiness, ENGLISH.of_five),
        (ENGLISH.pain, said.pain, ENGLISH.of_ten),
        (ENGLISH.morning_pain, said.morning_pain, ENGLISH.of_ten),
    )
    lines = [(name, of.format(n=value)) for name, value, of in numbers if value is not None]
    sore = [
        f"{CHARTS.muscles.get(muscle, muscle)} {ENGLISH.of_five.format(n=value)}"
        for muscle, value in sorted(said.soreness.items())
        if value
    ]
    lines += [(ENGLISH.soreness, ", ".join(sore))] if sore else []
    return lines + ([("", ENGLISH.red_flags)] if said.red_flags else [])


def plan_said(document: Mapping[str, Any], *, pounds: bool) -> Planned:
    """Return what a plan asked for, as it was shown. What it does not say is left out."""
    kind = str(document.get("kind", ""))
    items = (_item(item, pounds=pounds) for item in _list(document.get("items")))
    return Planned(ENGLISH.planned_kinds.get(kind, kind), tuple(items))


def _item(item: Mapping[str, Any], *, pounds: bool) -> str:
    """Return one exercise of a plan, with its sets that count."""
    targets = [one for one in _list(item.get("targets")) if one.get("kind") == "work"]
    doses = [_dose(one, pounds=pounds) for one in targets]
    alike = [(dose, len(list(group))) for dose, group in groupby(doses)]
    said = "; ".join(f"{_sets(number)} {dose}" for dose, number in alike)
    return ENGLISH.planned_item.format(name=item.get("name", ""), dose=said or "–")


def _dose(target: Mapping[str, Any], *, pounds: bool) -> str:
    """Return what one set is meant to be."""
    least, most = target["repetitions"]
    load, hold_s, side = target.get("load"), target.get("hold_s"), target.get("side", "both")
    said = ENGLISH.planned_reps.format(n=span((least, most)))
    if hold_s:
        said += ENGLISH.planned_hold.format(s=digits(float(hold_s), 0))
    words = load_said(Load(**load), pounds=pounds) if load else ""
    said += ENGLISH.planned_load.format(load=words) if words and not hold_s else ""
    return said + (f", {PAGES.sides[side]}" if side in PAGES.sides and side != "both" else "")


def _list(value: Any) -> Iterable[Mapping[str, Any]]:
    """Return the members of a list of objects; none where there is no such list."""
    return [one for one in value if isinstance(one, Mapping)] if isinstance(value, list) else []


def _sets(number: int) -> str:
    """Return so many sets, in words."""
    return (PAGES.one_set if number == 1 else PAGES.many_sets).format(n=number)
