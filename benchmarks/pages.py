"""How fast pages and commands answer over a journal; measured by benchmarks.journal.

A command is timed from where it has started: until then Python reads SQLAlchemy and
the rest, which takes longer than any answer and does not depend on the journal.
"""

import io
import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, redirect_stdout
from datetime import date, datetime, timedelta
from statistics import median

from fastapi.testclient import TestClient
from sqlalchemy import insert

from rhomboid.cli.history import history, progress
from rhomboid.journal.journal import Journal
from rhomboid.journal.place import DATABASE_VARIABLE, Place
from rhomboid.journal.tables import check_ins, plans
from rhomboid.training.kept import KeptSet
from rhomboid.web.app import Settings, create_app

ROUNDS = 9
_ITEMS, _REASONS = 5, 8


def page_times(place: Place, kept: KeptSet, count: int, exercise: str) -> dict[str, float]:
    """Return how long the pages take, in milliseconds.

    Parameters
    ----------
    kept
        A set that is in the journal.
    count
        How many sets there are.
    exercise
        The one that was done most.
    """
    day = kept.started_at.date()
    year = day - timedelta(days=364)
    paths = {
        "/": "/",
        "/sets": "/sets",
        "/sets?skip, the last of all": f"/sets?skip={max(count - 100, 0)}",
        "/sets/ID": f"/sets/{kept.id}",
        "/api/sets": "/api/sets",
        "/journal": "/journal",
        "/journal, five years ago": f"/journal?month={day.year - 5}-05",
        "/journal/DAY": f"/journal/{day}",
        "/progress": "/progress",
        "/progress, a year": "/progress?time=year",
        "/progress, all": "/progress?time=all",
        "/progress of an exercise": f"/progress?exercise={exercise}",
        "/progress of an exercise, a year": f"/progress?exercise={exercise}&time=year",
        "/progress of an exercise, all": f"/progress?exercise={exercise}&time=all",
        "/report, four weeks": "/report",
        "/report, a year": f"/report?from={year}&to={day}",
    }
    app = create_app(Settings(place.folder, database=place.url))
    with TestClient(app, base_url="http://127.0.0.1") as browser:

        def answers(path: str) -> Callable[[], object]:
            return lambda: browser.get(path).raise_for_status()

        return {f"page {name}": median_ms(answers(path)) for name, path in paths.items()}


def command_times(place: Place, exercise: str) -> dict[str, float]:
    """Return how long commands take once they have started, in milliseconds."""
    folder = place.folder
    commands: dict[str, Callable[[], object]] = {
        "rhomboid history": lambda: history(data=folder),
        "rhomboid history --json": lambda: history(data=folder, as_json=True),
        "rhomboid progress": lambda: progress(data=folder),
        "rhomboid progress, all": lambda: progress(data=folder, time="all"),
        "rhomboid progress EXERCISE": lambda: progress(exercise, data=folder),
        "rhomboid progress EXERCISE, all": lambda: progress(exercise, data=folder, time="all"),
        "rhomboid progress EXERCISE, all, --json": lambda: progress(
            exercise, data=folder, time="all", as_json=True
        ),
    }
    with _database(place.url), redirect_stdout(io.StringIO()):
        return {name: median_ms(command) for name, command in commands.items()}


def fill_days(journal: Journal, last: datetime, days: int) -> None:
    """Write what belongs to days: how somebody was, and the plan that was shown."""
    reasons = [{"words": "Because of what was done the last time. " * 3}] * _REASONS
    target = {"kind": "work", "repetitions": [8, 12], "load": {"axis": "kg", "value": 40.0}}
    item = {"name": "Seated cable row", "targets": [target] * 4, "reasons": reasons}
    document = {"kind": "loaded", "items": [item] * _ITEMS}
    told = {"readiness": 4, "pain": 1, "morning_pain": 0, "soreness": {"lats": 1}}
    all_days = [last.date() - timedelta(days=n) for n in range(days)]
    with journal.database.writing() as connection:
        connection.execute(insert(plans), [
            {"person_id": journal.person, "day": day, "number": 1, "rules": "1",
             "shown_at": last, "document": document}
            for day in all_days
        ])  # fmt: skip
        connection.execute(insert(check_ins), [
            {"person_id": journal.person, "day": day, "kept_at": last,
             "document": told | {"day": _iso(day)}}
            for day in all_days
        ])  # fmt: skip


def _iso(day: date) -> str:
    """Return a day as text."""
    return day.isoformat()


@contextmanager
def _database(url: str) -> Iterator[None]:
    """Let commands find a database, as the environment says it."""
    before = os.environ.get(DATABASE_VARIABLE, "")
    os.environ[DATABASE_VARIABLE] = url
    try:
        yield
    finally:
        os.environ[DATABASE_VARIABLE] = before


def median_ms(work: Callable[[], object]) -> float:
    """Return how long something takes, once it was done before."""
    work()
    took_ms = []
    for _ in range(ROUNDS):
        before = time.perf_counter()
        work()
        took_ms.append((time.perf_counter() - before) * 1e3)
    return median(took_ms)
