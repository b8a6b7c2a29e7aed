"""What an archive comes to, on one page that needs nothing else."""

from bisect import bisect
from collections import Counter
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from rhomboid.batch.items import Row
from rhomboid.batch.layers import rows_of
from rhomboid.whole_file import whole_file

if TYPE_CHECKING:
    from jinja2 import Template

PAGE = "summary.html"
MOST_FAILURES = 200
"""So many failures stand on the page; the table of failures has them all. house"""

COVERAGE = (0.5, 0.8, 0.95)
"""Shares of the time at which sets are told apart by how well they were seen. house"""
BANDS = ("below 50 %", "50 to 80 %", "80 to 95 %", "95 % and more")


@dataclass(slots=True)
class Exercise:
    """What the sets of one exercise come to.

    Attributes
    ----------
    good
        Repetitions in which nothing was to be put right.
    checks
        How often each verdict came over a set, by title of the check.
    """

    name: str
    sets: int = 0
    repetitions: int = 0
    good: int = 0
    checks: dict[str, Counter[str]] = field(default_factory=dict)

    @property
    def good_share(self) -> str:
        """Say which share of the repetitions was good."""
        return f"{round(100 * self.good / self.repetitions)} %" if self.repetitions else "–"


@dataclass(slots=True)
class Summary:
    """What an archive comes to.

    Attributes
    ----------
    coverage
        How many sets were seen how well, one for each of `BANDS`.
    failures
        The first of them, with address, kind and reason.
    failed
        How many there are.
    versions
        What made the judgements, each once.
    """

    clips: int = 0
    people: set[str] = field(default_factory=set)
    exercises: dict[str, Exercise] = field(default_factory=dict)
    coverage: list[int] = field(default_factory=lambda: [0] * len(BANDS))
    failures: list[Row] = field(default_factory=list)
    failed: int = 0
    versions: set[str] = field(default_factory=set)

    @property
    def sets(self) -> int:
        """How many sets there are."""
        return sum(one.sets for one in self.exercises.values())

    @property
    def repetitions(self) -> int:
        """How many complete repetitions there are."""
        return sum(one.repetitions for one in self.exercises.values())


def write_summary(folder: Path) -> None:
    """Write the page of an archive.

    Raises
    ------
    BatchError, OutputError
        If a table is damaged, or the page cannot be written.
    """
    text = _template().render(summary=summarise(folder), bands=BANDS)
    with whole_file(folder / PAGE) as part:
        part.write_text(text, encoding="utf-8", errors="replace", newline="\n")


def summarise(folder: Path) -> Summary:
    """Return what an archive comes to; its tables are read a batch at a time.

    Raises
    ------
    BatchError
        If a table is damaged.
    """
    summary = Summary()
    for _, row in rows_of(folder, "clips", ["person"]):
        summary.clips += 1
        if row["person"] is not None:
            summary.people.add(row["person"])
    _add_sets(folder, summary)
    _add_findings(folder, summary)
    for _, row in rows_of(folder, "failures", ["address", "kind", "reason"]):
        summary.failed += 1
        if summary.failed <= MOST_FAILURES:
            summary.failures.append(row)
    summary.exercises = dict(sorted(summary.exercises.items(), key=lambda pair: -pair[1].sets))
    return summary


def _add_sets(folder: Path, summary: Summary) -> None:
    """Count the sets."""
    wanted = ("exercise", "name", "count", "good", "coverage", "rhomboid", "model", "rules")
    for _, row in rows_of(folder, "sets", wanted):
        one = summary.exercises.setdefault(row["exercise"] or "", Exercise(row["name"]))
        one.sets += 1
        one.repetitions += row["count"]
        one.good += row["good"]
        summary.coverage[bisect(COVERAGE, row["coverage"] or 0.0)] += 1
        summary.versions.add(f"rhomboid {row['rhomboid']}, {row['model']}, {row['rules']}")


def _add_findings(folder: Path, summary: Summary) -> None:
    """Count what the checks found over sets."""
    for _, row in rows_of(folder, "findings", ("exercise", "rep", "title", "verdict")):
        if row["rep"] is None:
            checks = summary.exercises[row["exercise"] or ""].checks
            checks.setdefault(row["title"], Counter())[row["verdict"]] += 1


@cache
def _template() -> "Template":
    """Return the page's template; it escapes whatever is put into it."""
    from jinja2 import ChoiceLoader, Environment, PackageLoader, StrictUndefined

    environment = Environment(
        loader=ChoiceLoader([PackageLoader("rhomboid.batch"), PackageLoader("rhomboid.report")]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template("summary.html.j2")
