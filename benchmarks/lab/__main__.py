"""Score the engine on every set whose truth is known; `make lab` runs it.

Writes build/lab.json and, of a whole run, docs/accuracy.md. Drawn sets come from
numbers, so that a run can be repeated; nothing in the results depends on the
machine or the day. With `--failures` it also says what went wrong, case by case.
"""

import argparse
import sys
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import get_args

from rich.console import Console
from rich.progress import track

from benchmarks.figures import show, write
from benchmarks.lab import drawn, failures, samples, tables
from benchmarks.lab.examine import Outcome, examine
from benchmarks.lab.joints import ROOT
from benchmarks.lab.page import page
from benchmarks.lab.results import Results
from benchmarks.lab.scene import Case, Group
from benchmarks.lab.targets import figures

SHARED = ROOT.parent / "shared"
FOLDERS: dict[Group, Path] = {
    "clips": SHARED / "clips",
    "countix": SHARED / "traces" / "countix",
}
SETS, QUICK_SETS = 2700, 200
_BACKGROUND_OF = 15
"""For so many drawn sets there is one recording of nothing."""
_FILMS = ("clips", "rendered", "data")
PAGE = ROOT / "docs" / "accuracy.md"
FIGURES = ROOT / "build" / "lab.json"


def main() -> None:
    """Do what is asked for, and leave with 1 if a limit does not hold."""
    asked = _asked()
    sets = asked.sets if asked.sets is not None else QUICK_SETS if asked.quick else SETS
    cases = [c for c in find_cases(sets, asked.data) if _wanted(c, asked.only, asked.exercise)]
    results = Results(_examined(cases, asked.processes))
    if asked.failures:
        print("\n".join(failures.lines(results)))
    made = figures(results)
    whole = not (asked.only or asked.exercise)
    if whole:
        write(made, FIGURES)
    if whole and not asked.quick:
        PAGE.write_text(page(results, made, sets), encoding="utf-8")
    show(made, "rhomboid: accuracy")
    sys.exit(0 if all(f.holds for f in made) else 1)


def _asked() -> argparse.Namespace:
    """Read the command line."""
    words = argparse.ArgumentParser(prog="python -m benchmarks.lab", description=__doc__)
    words.add_argument(
        "--data",
        type=Path,
        action="append",
        default=[],
        metavar="DIR",
        help="another folder: with a labels.csv, or clips with their truth",
    )
    words.add_argument("--sets", type=int, help=f"how many drawn sets (else {SETS})")
    words.add_argument("--quick", action="store_true", help=f"{QUICK_SETS} drawn sets, no page")
    words.add_argument("--only", choices=get_args(Group), help="one data set, no files written")
    words.add_argument("--exercise", help="one exercise, no files written")
    words.add_argument("--failures", action="store_true", help="say what went wrong")
    words.add_argument("--processes", type=int, default=2)
    return words.parse_args()  # fmt: skip


def find_cases(sets: int, data: Sequence[Path]) -> list[Case]:
    """Return all that is there to be scored; say what is not."""
    cases = [drawn.case(number) for number in range(sets)]
    cases += [drawn.background_case(number) for number in range(sets // _BACKGROUND_OF)]
    cases += samples.cases()
    for group, folder in [*FOLDERS.items(), *(("data", folder) for folder in data)]:
        found = tables.cases(folder, group) or samples.cases(folder, group)
        cases += found
        if not found:
            print(f"Nothing labelled is in {folder}; it is left out.", file=sys.stderr)
    return cases


def _wanted(case: Case, only: str | None, exercise: str | None) -> bool:
    """Return whether a case was asked for."""
    return only in (None, case.group) and exercise in (None, case.exercise)


def _examined(cases: Sequence[Case], processes: int) -> list[Outcome]:
    """Examine all cases: films first and here, since finding joints takes all processors."""
    films = [c for c in cases if c.group in _FILMS]
    rest = [c for c in cases if c.group not in _FILMS]
    console = Console(stderr=True)
    seen = [examine(c) for c in track(films, "films", console=console)]
    with ProcessPoolExecutor(processes) as pool:
        made = pool.map(examine, rest, chunksize=8)
        seen += track(made, "sets", total=len(rest), console=console)
    return seen


if __name__ == "__main__":
    main()
