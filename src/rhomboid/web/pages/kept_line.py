"""A kept set in one line: when, what, how much, and by whose count."""

from collections.abc import Iterable
from dataclasses import dataclass

from rhomboid.catalogue.read import load
from rhomboid.errors import SpecError
from rhomboid.training.foreign import FOREIGN, is_foreign
from rhomboid.training.kept import KeptSet
from rhomboid.web.pages.words import ENGLISH, Words


@dataclass(frozen=True, slots=True)
class KeptLine:
    """What is said of a set.

    Attributes
    ----------
    count
        The total, with its noun.
    by
        Who counted, and what was added or taken away by hand.
    tag
        The same in a word, where a hand had a part in it.
    """

    id: str
    name: str
    day: str
    time: str
    total: int
    count: str
    by: str
    tag: str
    hold: str
    side: str
    pain: int | None


def kept_lines(sets: Iterable[KeptSet]) -> list[KeptLine]:
    """Put sets into words."""
    return [kept_line(kept) for kept in sets]


def kept_line(kept: KeptSet, words: Words = ENGLISH) -> KeptLine:
    """Put one set into words.

    Examples
    --------
    >>> from datetime import UTC, datetime
    >>> day = datetime(2026, 3, 1, 9, 5, tzinfo=UTC)
    >>> kept_line(KeptSet("-", "deadlift", "camera", day, counted=5, corrections=(1, 1, -1))).by
    '5 by camera, 1 added by hand'
    """
    return KeptLine(
        id=kept.id,
        name=exercise_name(kept.exercise, words),
        day=day_of(kept, words),
        time=f"{kept.started_at.astimezone():%H:%M}",
        total=kept.total,
        count=words.count(kept.total),
        by=_by(kept, words),
        tag=words.by_hand if kept.origin == "hand" else words.corrected if kept.corrections else "",
        hold=words.longest_hold.format(s=f"{kept.hold_s:.0f}") if kept.hold_s else "",
        side=words.sides[kept.side] if kept.side != "both" else "",
        pain=kept.rating.pain,
    )


def exercise_name(exercise: str | None, words: Words = ENGLISH) -> str:
    """Return the name of an exercise: its own if it is foreign, its id where the file is gone."""
    if exercise is None:
        return words.no_exercise
    if is_foreign(exercise):
        return exercise.removeprefix(FOREIGN)
    try:
        return load(exercise).exercise.name
    except SpecError:
        return exercise


def day_of(kept: KeptSet, words: Words = ENGLISH) -> str:
    """Return the day of a set in words, by the clock of this machine."""
    at = kept.started_at.astimezone()
    return words.day.format(
        weekday=words.weekdays[at.weekday()], day=at.day, month=words.months[at.month - 1],
        year=at.year,
    )  # fmt: skip


def _by(kept: KeptSet, words: Words) -> str:
    """Say who counted; what a camera counted and what a person said stand apart."""
    if kept.origin == "hand":
        return words.by_hand
    by = {"video": words.by_video, "import": words.by_import}.get(kept.origin, words.by_camera)
    counted = by.format(n=kept.counted)
    changed = sum(kept.corrections)
    if not kept.corrections:
        return counted
    said = words.added if changed > 0 else words.taken if changed < 0 else words.evened
    return f"{counted}, {said.format(n=abs(changed))}"
