"""Small archives of drawn sets: tracks, so that nothing has to be watched."""

from functools import cache

import duckdb
import numpy as np

from rhomboid.athlete.performance import perform
from rhomboid.athlete.script import Script
from rhomboid.batch.archive import Where
from rhomboid.pose.track import PoseTrack

ALONE = Where(alone=True)
"""Judges in this process, without Ray."""

SETS = {"row.npz": "seated_cable_row", "raise.npz": "t_raise", "pull.npz": "lat_pulldown"}
"""Names of files, and what is done in each."""


@cache
def drawn(exercise, repetitions=2):
    """Return the joints of a drawn set."""
    return perform(Script(exercise, repetitions=repetitions)).track


def nobody(frames=30):
    """Return a second in which nobody is seen."""
    return PoseTrack(
        np.arange(frames) / 30, np.full((frames, 33, 2), np.nan), np.zeros((frames, 33)), (640, 480)
    )


def clips(folder, names=tuple(SETS)):
    """Put drawn sets into a folder; return it."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in names:
        drawn(SETS[name]).save(folder / name)
    return folder


def table(out, name, what="*", rest=""):
    """Return rows of a table, read as anybody would."""
    with duckdb.connect() as database:
        found = database.sql(f"select {what} from read_parquet('{out}/{name}/*.parquet') {rest}")
        return [dict(zip(found.columns, row, strict=True)) for row in found.fetchall()]


def everything(out):
    """Return all rows of all tables but when they were written, in an order of their own."""
    rows = {
        name: table(out, name)
        for name in ("clips", "sets", "repetitions", "findings", "failures")
    }  # fmt: skip
    for some in rows.values():
        for row in some:
            row.pop("judged_at", None)
            row.pop("failed_at", None)
    return {name: sorted(some, key=repr) for name, some in rows.items()}
