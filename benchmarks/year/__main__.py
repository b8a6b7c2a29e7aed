"""Let made-up people train for a year with the product itself; `make year` runs it.

Writes build/year.json and, of a whole run, docs/year.md with its charts. Nothing in it
depends on the machine or the day.
"""

import argparse
import os
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from uuid import uuid4

from rich.console import Console
from rich.progress import track

from benchmarks.figures import show, write
from benchmarks.year import cast
from benchmarks.year.laws import LawBrokenError, check_laws
from benchmarks.year.life import Life
from benchmarks.year.measures import Year
from benchmarks.year.nature import WEEK, Nature
from benchmarks.year.page import page
from benchmarks.year.pictures import pictures
from benchmarks.year.shelf import journal_of
from benchmarks.year.targets import Pairs, figures

ROOT = Path(__file__).resolve().parents[2]
PAGE, CHARTS = ROOT / "docs" / "year.md", ROOT / "docs" / "year"
FIGURES = ROOT / "build" / "year.json"
WEEKS = 52


def main() -> None:
    """Do what is asked for, and leave with 1 if a law is broken or a limit does not hold."""
    asked = _asked()
    natures = cast.named(asked.people) if asked.people else cast.everybody()
    try:
        lived, held = live(natures, asked.weeks * WEEK, asked.seed, asked.database)
    except LawBrokenError as broken:
        sys.exit(f"A law is broken. {broken}")
    years, pairs = sorted_out(lived)
    made = figures(years, pairs, held)
    if not asked.people and asked.weeks == WEEKS:
        write(made, FIGURES)
        publish(years, pairs, page(years, pairs, made, asked.seed))
    show(made, "rhomboid: a year")
    sys.exit(0 if all(f.holds for f in made) else 1)


def _asked() -> argparse.Namespace:
    """Read the command line."""
    words = argparse.ArgumentParser(prog="python -m benchmarks.year", description=__doc__)
    words.add_argument("people", nargs="*", help="ids of some; no files are written then")
    words.add_argument("--weeks", type=int, default=WEEKS, help=f"other than {WEEKS}: no files")
    words.add_argument("--seed", type=int, default=0)
    words.add_argument(
        "--database",
        default=os.environ.get("RHOMBOID_YEAR_DATABASE_URL", ""),
        metavar="URL",
        help="of a PostgreSQL database, in place of files of SQLite",
    )
    return words.parse_args()


def live(
    natures: Sequence[Nature], days: int, seed: int = 0, url: str = ""
) -> tuple[list[Year], int]:
    """Let people live through some days; return their years and how many laws held on days.

    Raises
    ------
    LawBrokenError
        If a law does not hold on a day.
    """
    lived, held, run = [], 0, str(uuid4()) if url else ""

    def hold(life: Life) -> None:
        nonlocal held
        held += check_laws(life)

    for nature in track(natures, "people", console=Console(stderr=True)):
        with (
            tempfile.TemporaryDirectory(prefix="rhomboid-year-") as folder,
            journal_of(f"{nature.id}{run}", Path(folder), url) as journal,
        ):
            life = Life(nature, journal, seed).live(days, hold)
        lived.append(Year(nature, tuple(life.days)))
    return lived, held


def sorted_out(lived: Sequence[Year]) -> tuple[list[Year], Pairs]:
    """Return people without twins, and those with a twin beside the twin."""
    by_id = {year.nature.id: year for year in lived}
    years = [year for name, year in by_id.items() if not name.endswith("_twin")]
    pairs = [
        (year, by_id[f"{year.nature.id}_twin"])
        for year in years
        if f"{year.nature.id}_twin" in by_id
    ]
    return years, pairs


def publish(years: Sequence[Year], pairs: Pairs, text: str) -> None:
    """Write the page and its charts."""
    CHARTS.mkdir(parents=True, exist_ok=True)
    for name, drawing in pictures(years, pairs).items():
        (CHARTS / name).write_text(drawing, encoding="utf-8")
    PAGE.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
