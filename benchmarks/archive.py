"""What an archive costs: the engine's share of a clip, and what a second core brings.

    .venv/bin/python -m benchmarks.archive

Uses drawn sets as tracks, so that the engine's share is not lost in the watching of videos, and
takes the time by the clock: run it while nothing else runs, and see how far the tries differ.
"""

import os
import tempfile
from functools import partial
from pathlib import Path
from statistics import median
from time import perf_counter

import numpy as np

from rhomboid.athlete.performance import perform
from rhomboid.athlete.script import Script
from rhomboid.batch.archive import lost
from rhomboid.batch.cluster import Cluster, started
from rhomboid.batch.run import Tally, run
from rhomboid.batch.sources import find
from rhomboid.batch.store import Store
from rhomboid.batch.work import todays, work
from rhomboid.pose.track import PoseTrack
from rhomboid.session import check

CLIPS, TRIES = 100, 3


def clips(folder: Path) -> list[Path]:
    """Put tracks of drawn sets into a folder, each a little different."""
    drawn = perform(Script("lat_pulldown", repetitions=5)).track
    for number in range(CLIPS):
        moved = (drawn.image_px + np.float32(number / 100)).astype(np.float32)
        PoseTrack(
            drawn.times_s, moved, drawn.visibility, drawn.size_px, drawn.world_m, drawn.model
        ).save(folder / f"{number:04d}.npz")
    return sorted(folder.iterdir())


def timed(do: object) -> float:
    """Return the seconds that something takes."""
    begin_s = perf_counter()
    do()  # type: ignore[operator]
    return perf_counter() - begin_s


def judge(ray: object, folder: Path, out: Path, workers: int) -> None:
    """Judge an archive on some workers, from listing to tables."""
    items, how = find([str(folder)], exercise="lat_pulldown"), todays()
    with (
        Store(out) as store,
        Cluster(ray, work, (how, store.known), partial(lost, how), workers) as engine,
    ):
        run(items, engine, store, Tally(len(items)))
        store.finish()


def main() -> None:
    """Measure, and print the median of some tries and each of them."""
    with tempfile.TemporaryDirectory() as name:
        place = Path(name)
        (place / "clips").mkdir()
        paths = clips(place / "clips")
        alone = [
            timed(lambda: [check(path, "lat_pulldown") for path in paths]) for _ in range(TRIES)
        ]
        print_line("check, one by one, in one process", alone)
        on: dict[int, list[float]] = {}
        for workers in (1, 2):
            with started(workers=workers) as ray:
                judge(ray, place / "clips", place / f"warm{workers}", workers)
                on[workers] = [
                    timed(
                        partial(judge, ray, place / "clips", place / f"{workers}-{number}", workers)
                    )
                    for number in range(TRIES)
                ]
            print_line(f"archive, {workers} at a time", on[workers])
        share_ms = 1000 * (median(on[1]) - median(alone)) / CLIPS
        print(f"engine's share of a clip: {share_ms:.1f} ms")
        print(f"two at a time: {median(on[1]) / median(on[2]):.2f} times as fast as one")
        print(f"load of the machine: {os.getloadavg()}")


def print_line(what: str, tries_s: list[float]) -> None:
    """Print the median of some tries for a clip, and each of them."""
    each = ", ".join(f"{1000 * one_s / CLIPS:.1f}" for one_s in tries_s)
    print(f"{what}: {1000 * median(tries_s) / CLIPS:.1f} ms a clip ({each})")


if __name__ == "__main__":
    main()
