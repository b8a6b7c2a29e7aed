"""A kept set in a line of words, and as plain values for programs."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from rhomboid.progress.chart import digits
from rhomboid.progress.overview import name_of
from rhomboid.progress.words import ENGLISH, Words
from rhomboid.training.kept import KeptSet
from rhomboid.training.load import POUND_KG, Load


@dataclass(frozen=True, slots=True)
class SetLine:
    """A set in words; what nobody said is empty."""

    day: date
    time: str
    name: str
    repetitions: str
    load: str
    hold: str
    by: str
    pain: str
    effort: str


def lines_of(
    kept: Iterable[KeptSet], *, pounds: bool = False, words: Words = ENGLISH
) -> list[SetLine]:
    """Return sets in words."""
    return [_line(one, pounds=pounds, words=words) for one in kept]


def load_said(load: Load | None, *, pounds: bool = False, words: Words = ENGLISH) -> str:
    """Return a load in words; empty where there is none.

    Examples
    --------
    >>> load_said(Load("kg", 40.0)), load_said(Load("kg", 40.0), pounds=True), load_said(None)
    ('40 kg', '88.2 lb', '')
    """
    if load is None:
        return ""
    shown, times = ("lb", 1 / POUND_KG) if load.axis == "kg" and pounds else (load.axis, 1.0)
    if shown not in words.load_said:
        return ""
    return words.load_said[shown].format(n=digits(load.value * times, 1))


def as_document(kept: KeptSet) -> dict[str, Any]:
    """Return a set as plain values."""
    told = asdict(kept)
    told["started_at"] = kept.started_at.isoformat()
    return told | {"total": kept.total}


def _line(kept: KeptSet, *, pounds: bool, words: Words) -> SetLine:
    """Return a set in words."""
    rating = kept.rating
    return SetLine(
        kept.started_at.date(),
        f"{kept.started_at:%H:%M}",
        name_of(kept.exercise) if kept.exercise else words.no_exercise,
        str(kept.total),
        load_said(kept.load, pounds=pounds, words=words),
        "" if kept.hold_s is None else digits(kept.hold_s, 0) + words.load_units["seconds"],
        words.origins[kept.origin] + (words.corrected if kept.origin != "hand" and kept.corrections
                                      else ""),
        "" if rating.pain is None else str(rating.pain),
        "" if rating.effort is None else str(rating.effort),
    )  # fmt: skip
