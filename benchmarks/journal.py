"""How fast a journal of ten years answers, on SQLite and PostgreSQL.

The peer of each figure is the same question to a journal with one set. ``python
-m benchmarks.journal`` measures this alone.
"""

import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from uuid import UUID

from sqlalchemy import insert

from benchmarks.figures import Figure, show, write
from benchmarks.pages import command_times, fill_days, median_ms, page_times
from rhomboid.athlete.performance import perform
from rhomboid.athlete.script import Script
from rhomboid.journal.entry import deflated
from rhomboid.journal.journal import Journal
from rhomboid.journal.opening import open_journal
from rhomboid.journal.place import Place
from rhomboid.journal.rows import to_row
from rhomboid.journal.tables import findings, repetitions, reports, sets
from rhomboid.journal.writing import finding_rows, repetition_rows, typical
from rhomboid.records_json import Document, to_dict
from rhomboid.session import check
from rhomboid.training.kept import KeptSet, Rating, Tally
from rhomboid.training.load import Load
from rhomboid.training.target import Target
from tools.postgres_server import running, why_not

BUILD = Path(__file__).resolve().parents[1] / "build"
SETS, REPETITIONS, YEARS = 50_000, 10, 10
LIMIT_MS = 100.0
LAST = datetime.now(UTC).replace(hour=0, minute=0, second=0, microsecond=0)
"""The newest set; pages look back from today."""
EXERCISES = ("seated_cable_row", "t_raise", "seated_cable_row", "lat_pulldown", "deadlift",
             "seated_cable_row", "inverted_row", "corkscrew")  # fmt: skip
"""One of them three times: the progress of a favourite is the longest."""


def main() -> None:
    """Measure the journal alone."""
    figures = journal_figures()
    write(figures, BUILD / "bench-journal.json")
    show(figures, "rhomboid: the journal of ten years")
    sys.exit(0 if all(f.holds for f in figures) else 1)


def journal_figures() -> list[Figure]:
    """Measure a journal of ten years beside one of a single set, on each database."""
    figures = []
    for name, places in (("SQLite", _files), ("PostgreSQL", _databases)):
        if name == "PostgreSQL" and why_not():
            continue
        with places() as (few, many):
            empty = _measured(few, 1)
            full = _measured(many, SETS)
        figures += [
            Figure(f"{name}: {what}", took_ms, "ms", "lower", LIMIT_MS, empty[what])
            for what, took_ms in full.items()
        ]
    return figures


@contextmanager
def _files() -> Iterator[tuple[Place, Place]]:
    """Give two folders."""
    with tempfile.TemporaryDirectory(dir=BUILD) as name:
        yield Place(Path(name) / "few"), Place(Path(name) / "many")


@contextmanager
def _databases() -> Iterator[tuple[Place, Place]]:
    """Give two databases of a server."""
    with tempfile.TemporaryDirectory() as name, running() as server:
        urls = [server.url(server.new_database()) for _ in range(2)]
        yield Place(Path(name) / "few", urls[0]), Place(Path(name) / "many", urls[1])


def _measured(place: Place, count: int) -> dict[str, float]:
    """Fill a journal, and return how long each question takes, in milliseconds."""
    joints = perform(Script("t_raise", repetitions=REPETITIONS)).track
    document = to_dict(check(joints, "t_raise"))
    with closing(open_journal(place)) as journal:
        fill(journal, count, document)
        fill_days(journal, LAST, min(count, 365 * YEARS))
        newest = journal.sets.recent(1)[0]
        report = check(joints, "t_raise")
        journal.sets.keep(replace(newest, exercise="t_raise"), joints, report)
        _settle(journal)
        asked = _questions(journal, newest) | {
            "a set is kept": lambda: journal.sets.keep(newest, joints, report),
            "it is opened": lambda: open_journal(place).close(),
        }
        times = {what: median_ms(ask) for what, ask in asked.items()}
    pages = page_times(place, newest, count, EXERCISES[0])
    return times | pages | command_times(place, EXERCISES[0])


def fill(journal: Journal, count: int, document: Document) -> None:
    """Write many sets at once, evenly over ten years."""
    step = timedelta(days=365 * YEARS) / count
    small = deflated(document)
    with journal.database.writing() as connection:
        for first in range(0, count, 1000):
            kept = [_set(n, LAST - n * step) for n in range(first, min(first + 1000, count))]
            connection.execute(
                insert(sets),
                [
                    to_row(one, journal.person)
                    | typical(document)
                    | {"kept_at": one.started_at, "batch": None}
                    for one in kept
                ],
            )
            of_set = [{"set_id": one.id} for one in kept]
            for table, rows in (
                (repetitions, repetition_rows(document)),
                (findings, finding_rows(document)),
                (reports, [_report(document, small)]),
            ):
                connection.execute(insert(table), [own | row for own in of_set for row in rows])


def _set(number: int, at: datetime) -> KeptSet:
    """Return a set with everything that can be said of one."""
    target = Target("work", (8, 12), Load("kg", 40.0), "cable", 2.0, 1.0, 2.0, 90.0, spare=2)
    return KeptSet(
        id=str(UUID(int=number)),
        exercise=EXERCISES[number % len(EXERCISES)],
        origin="camera",
        started_at=at,
        counted=REPETITIONS,
        rating=Rating(effort=7, spare=2, pain=0, note="as always"),
        target=target,
        load=Load("kg", 40.0 + number % 10),
        gear="cable",
        tally=Tally(REPETITIONS, 9, 10, faults=("shrug",)),
    )


def _report(document: Document, small: bytes) -> dict[str, object]:
    """Return the row of a report."""
    return {
        "number": 1,
        "made_at": LAST,
        "exercise": document["exercise"],
        "counted": document["count"],
        **document["versions"],
        "document": small,
    }


def _settle(journal: Journal) -> None:
    """Let PostgreSQL look at what it holds, as it does by itself after a minute."""
    if not journal.database.is_sqlite:
        with journal.database.alone() as connection:
            connection.exec_driver_sql("ANALYZE")


def _questions(journal: Journal, kept: KeptSet) -> dict[str, Callable[[], object]]:
    """Return what pages and the plan ask."""
    today, favourite = kept.started_at.date(), EXERCISES[0]
    sets, sums = journal.sets, journal.sums
    year, ever = today - timedelta(days=365), date(2000, 1, 1)
    return {
        "the last 100 sets": lambda: sets.recent(100),
        "the first 100 sets, after all others": lambda: sets.recent(100, skip=SETS - 100),
        "the last 20 of an exercise": lambda: sets.recent(20, exercise=favourite),
        "one set": lambda: (sets.read(kept.id), journal.reports.last(kept.id)),
        "its joints": lambda: sets.track(kept.id),
        "its repetitions": lambda: sums.repetitions(kept.id),
        "a month of the calendar": lambda: sums.calendar(today - timedelta(days=31), today),
        "ten years of the calendar": lambda: sums.calendar(ever, today),
        "a year of an exercise": lambda: sums.progress(favourite, since=year),
        "ten years of an exercise": lambda: sums.progress(favourite),
        "a year of its checks": lambda: sums.checks(favourite, since=year),
        "sets by week, twelve weeks": lambda: sums.volume(since=today - timedelta(weeks=12)),
        "sets by week, ten years": sums.volume,
        "every set of twelve weeks": lambda: sets.between(today - timedelta(weeks=12), today),
        "a rating is noted": lambda: sets.rate(kept.id, Rating(effort=6)),
    }


if __name__ == "__main__":
    main()
