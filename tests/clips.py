"""Real clips beside the project, with what is known of them."""

import csv
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).resolve().parents[2] / "shared" / "clips"
MISSING = f"the real clips are not here ({FOLDER.name}/ beside the project)"


@dataclass(frozen=True)
class Clip:
    """One row of labels.csv."""

    path: Path
    exercise: str
    reps: int
    turns_s: tuple[float, ...]


def clips() -> list[Clip]:
    """Return all labelled clips; none where the folder is absent."""
    labels = FOLDER / "labels.csv"
    if not labels.is_file():
        return []
    with labels.open(newline="") as file:
        return [_clip(row) for row in csv.DictReader(file)]


def _clip(row: dict[str, str]) -> Clip:
    """Read one row."""
    turns = tuple(float(t) for t in row["turn_s"].split(";") if t)
    return Clip(FOLDER / row["clip"], row["exercise"], int(row["reps"]), turns)
