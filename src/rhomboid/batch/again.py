"""An archive judged again by today's rules, from the joints that were kept: no video is opened."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from rhomboid.batch.cluster import Cluster, started
from rhomboid.batch.items import How, Item, Outcome, Row
from rhomboid.batch.layers import rows_of
from rhomboid.batch.places import plain
from rhomboid.batch.rows import TABLES, report_rows, versions
from rhomboid.batch.run import Here, Tally, Tell, run
from rhomboid.batch.store import Store, require_archive
from rhomboid.batch.summary import write_summary
from rhomboid.batch.work import todays
from rhomboid.errors import SpecError, TrackError
from rhomboid.journal.moved import Moved, compare
from rhomboid.pose.track import PoseTrack
from rhomboid.records_json import Document
from rhomboid.session import check

FEW = 32
"""So few sets are judged in this process before Ray would have started. house"""

_FOUND = ("set", "rep", "check", "title", "verdict", "value", "unit", "good_from", "good_to")
_VERDICTS = ("verdict", "value", "good_from", "good_to", "unit", "check", "title")


@dataclass(frozen=True, slots=True)
class Again:
    """A set to judge again.

    Attributes
    ----------
    row
        How it stands among the sets.
    clips
        The rows of the files that it came from.
    exercise
        Which was asked for; None if it is to be recognised.
    by
        What it will be judged by.
    track
        The file of its joints.
    """

    row: Row
    clips: tuple[Row, ...]
    exercise: str | None
    by: str
    track: Path


@dataclass(frozen=True, slots=True)
class Rejudged:
    """What came of judging an archive again.

    Attributes
    ----------
    judged
        How many sets.
    moved
        What moved and why, in sentences, by address of the first file of the set.
    failed
        Why a set could not be judged again, by address.
    """

    judged: int
    moved: Mapping[str, tuple[str, ...]]
    failed: Mapping[str, str]


@dataclass(slots=True)
class _Listener:
    """Compares every new judgement with that before it."""

    before: Mapping[str, Document]
    moved: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def hear(self, outcome: Outcome) -> None:
        """Note what moved."""
        for row in outcome.rows.get("sets", ()):
            old, new = self.before[row["set"]], _document(row, outcome.rows["findings"])
            change = compare(old, new)
            if change.is_moved:
                self.moved[outcome.item.address] = tuple(_why(change, old, new))


def rejudge(folder: Path, *, tell: Tell = lambda _: None) -> Rejudged:
    """Judge the sets of an archive that other rules or another version judged.

    Raises
    ------
    BatchError, OutputError
        If the folder holds no archive, or cannot be read or written.
    """
    require_archive(folder)
    with Store(folder) as store:
        store.finish()
        tasks = list(_outdated(folder, todays()))
        listener = _Listener(_before(folder, {task.row["set"] for task in tasks}))
        tally = Tally(len(tasks))
        if len(tasks) <= FEW:
            run(tasks, Here(judge_again), store, tally, tell=tell, hear=listener.hear)
        elif tasks:
            with started() as ray, Cluster(ray, judge_again, (), _lost) as engine:
                run(tasks, engine, store, tally, tell=tell, hear=listener.hear)
        store.finish()
        write_summary(folder)
    return Rejudged(tally.counts["judged"], listener.moved, tally.failures)


def judge_again(task: Again) -> Outcome:
    """Judge one set by its joints."""
    item = Item(task.clips[0]["address"], task.exercise)
    try:
        report = check(PoseTrack.load(task.track), task.exercise)
    except (TrackError, SpecError) as error:
        return Outcome(item, "failed", {}, reason=plain(error))
    rows = report_rows(
        report,
        set_id=task.row["set"],
        clip=task.row["clip"],
        by=task.by,
        at=datetime.now(UTC),
    )
    rows["sets"][0]["notes"] = task.row["notes"]
    rows["clips"] = [row | versions(report) for row in task.clips]
    return Outcome(item, "judged", rows)


def _lost(task: Again, why: str) -> Outcome:
    """Return the outcome of a set whose worker was lost."""
    return Outcome(Item(task.clips[0]["address"]), "failed", {}, reason=why)


def _outdated(folder: Path, how: How) -> Iterator[Again]:
    """Yield the sets that today's rules or this version did not judge."""
    clips: dict[str, list[Row]] = {}
    for _, row in rows_of(folder, "clips", list(TABLES["clips"])):
        clips.setdefault(row["set"], []).append(row)
    for _, row in rows_of(folder, "sets", ["set", "clip", "notes", "judged_by"]):
        asked = row["set"].removeprefix(row["clip"]).removeprefix("-")
        _, looked, rules = row["judged_by"].split(", ")
        # Of an exercise that is gone, judging tells why it cannot be judged.
        by = f"{how.rhomboid}, {looked}, {how.rules.get(asked, rules)}"
        if by != row["judged_by"] or asked not in how.rules:
            files = tuple(clips[row["set"]])
            yield Again(row, files, asked or None, by, folder / files[0]["track"])


def _before(folder: Path, sets: set[str]) -> dict[str, Document]:
    """Return how sets were judged, as far as it is compared."""
    found: dict[str, list[Row]] = {set_: [] for set_ in sets}
    for _, row in rows_of(folder, "findings", _FOUND):
        if row["rep"] is None and row["set"] in sets:
            found[row["set"]].append(row)
    wanted = ("set", "exercise", "count", "rules")
    return {
        row["set"]: _document(row, found[row["set"]])
        for _, row in rows_of(folder, "sets", wanted)
        if row["set"] in sets
    }


def _document(row: Row, findings: Iterable[Row]) -> Document:
    """Return what is compared of a set."""
    return {
        "exercise": row["exercise"],
        "count": row["count"],
        "versions": {"rules": row["rules"]},
        "findings": [
            {name: found[name] for name in _VERDICTS} for found in findings if found["rep"] is None
        ],
    }


def _why(change: Moved, old: Document, new: Document) -> Iterator[str]:
    """Say what moved, and what is different behind it."""
    was, now = ({found["title"]: found for found in one["findings"]} for one in (old, new))
    about = {f"{title}:": title for title, _, _ in change.verdicts}
    for sentence in change.sentences:
        title = next((title for start, title in about.items() if sentence.startswith(start)), None)
        yield sentence
        if title is not None and title in was and title in now:
            yield from _behind(was[title], now[title])
    if change.rules[0] != change.rules[1]:
        yield f"The rules were {change.rules[0]}, and are now {change.rules[1]}."


def _behind(was: Document, now: Document) -> Iterator[str]:
    """Say which limit or which measured value is another than it was."""
    if _limit(was) != _limit(now):
        yield f"The limit was {_limit(was)}, and is now {_limit(now)}."
    if _number(was["value"]) != _number(now["value"]):
        unit = now["unit"]
        yield f"Measured was {_number(was['value'])}, and is now {_number(now['value'])} {unit}."


def _limit(found: Document) -> str:
    """Say between what a value is good."""
    low, high, unit = found["good_from"], found["good_to"], found["unit"]
    if low is None or high is None:
        bounds = (("at least", low), ("at most", high))
        said = " ".join(f"{word} {_number(end)}" for word, end in bounds if end is not None)
        return f"{said} {unit}" if said else "none"
    return f"{_number(low)} to {_number(high)} {unit}"


def _number(value: float | None) -> str:
    """Say a number."""
    return "nothing" if value is None else f"{value:.3g}"
