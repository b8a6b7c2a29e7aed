"""A folder of labelled recordings: clips, or traces of joints, with a labels.csv.

The columns are ``clip`` (a file) or ``trace`` (a name in poses.npz), ``exercise``
("none" for none of ours) and ``reps``; ``view``, ``start_s`` and ``turn_s`` (times
with semicolons between them) may be empty or absent.
"""

import csv
from functools import cache, partial
from pathlib import Path

import numpy as np

from benchmarks.lab.joints import joints
from benchmarks.lab.scene import Case, Group, Scene
from rhomboid.catalogue.read import names
from rhomboid.pose.track import PoseTrack

_RATE_HZ = 30.0
_BOX_PX, _EDGE_PX = (400.0, 800.0), (100.0, 50.0)
_SIZE_PX = (600.0, 900.0)
"""Where a trace without size is put, and in how large a picture."""
_SURE = 0.9
_ROW = dict[str, str]


def cases(folder: Path, group: Group) -> list[Case]:
    """Return all labelled recordings of a folder; none where there is no labels.csv."""
    labels = folder / "labels.csv"
    if not labels.is_file():
        return []
    with labels.open(newline="", encoding="utf-8") as file:
        return [_case(folder, group, row) for row in csv.DictReader(file)]


def _case(folder: Path, group: Group, row: _ROW) -> Case:
    """Read one row."""
    exercise = row["exercise"] if row["exercise"] in names() else None
    name = Path(row.get("clip") or row["trace"]).stem
    again = f"tables.case({str(folder)!r}, {name!r}).make()"
    return Case(group, name, exercise, partial(_scene, folder, row), again, row.get("notes", ""))


def case(folder: str, name: str) -> Case:
    """Return one recording of a folder by its name."""
    return next(c for c in cases(Path(folder), "data") if c.name == name)


def _scene(folder: Path, row: _ROW) -> Scene:
    """Read one recording."""
    known = row["exercise"] in names()
    film = row.get("clip")
    return Scene(
        track=joints(folder / film) if film else trace(folder / "poses.npz", row["trace"]),
        exercise=row["exercise"] if known else None,
        count=int(row["reps"]) if known else 0,
        view=row.get("view") or "unknown",
        starts_s=_times(row.get("start_s"))[:-1],
        turns_s=_times(row.get("turn_s")),
        ends_s=_times(row.get("start_s"))[1:],
    )


def _times(cell: str | None) -> tuple[float, ...]:
    """Read times with semicolons between them."""
    return tuple(float(t) for t in (cell or "").split(";") if t)


def trace(path: Path, name: str) -> PoseTrack:
    """Return a trace of joints in shares of a box, as a track.

    A frame of zeros is a frame in which nobody was found. Depth is left out,
    since nobody knows its scale; where joints are sure is not known either.
    """
    places = _all_traces(path)[name].astype(float)
    image = places[..., :2] * _BOX_PX + _EDGE_PX
    nobody = (places == 0).all(axis=(1, 2))
    image[nobody] = np.nan
    sure = np.where(nobody, 0.0, _SURE)[:, None] * np.ones(places.shape[1])
    return PoseTrack(
        np.arange(len(places)) / _RATE_HZ, image, sure, _SIZE_PX, model="trace", boxed=True
    )


@cache
def _all_traces(path: Path) -> dict[str, np.ndarray]:
    """Read all traces of a file."""
    with np.load(path, allow_pickle=False) as archive:
        return {name: archive[name] for name in archive.files}
