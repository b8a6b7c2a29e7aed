"""From sources to a judged archive: the parts of a run put together."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from rhomboid.batch.cluster import Cluster, started
from rhomboid.batch.items import How, Item, Outcome
from rhomboid.batch.places import require_packages
from rhomboid.batch.run import Here, Tally, Tell, run
from rhomboid.batch.sources import find
from rhomboid.batch.store import Store
from rhomboid.batch.summary import write_summary
from rhomboid.batch.work import failure, todays, work


@dataclass(frozen=True, slots=True)
class Where:
    """Who judges the clips of an archive.

    Attributes
    ----------
    address
        Of a running Ray cluster; None starts Ray here.
    workers
        How many clips at once; None for as many as there are cores.
    alone
        Judge one clip after the other in this process, and do without Ray.
    """

    address: str | None = None
    workers: int | None = None
    alone: bool = False

    @property
    def packages(self) -> tuple[str, ...]:
        """What must be installed for that."""
        return () if self.alone else ("ray",)


def judge_archive(
    sources: Iterable[str],
    out: Path,
    *,
    exercise: str | None = None,
    how: How | None = None,
    where: Where | None = None,
    tell: Tell = lambda _: None,
) -> Tally:
    """Judge all clips that were named, and keep what comes of them in a folder.

    Parameters
    ----------
    sources
        Files, folders, patterns or manifests, on this machine or elsewhere.
    exercise
        Which is done where no manifest says it; None recognises it.
    how
        Versions and model; None takes today's.
    where
        Who does the work; None starts Ray on all cores.
    tell
        Told after every clip.

    Returns
    -------
    Tally
        How many were judged, were judged before, and failed, with reasons.

    Raises
    ------
    BatchError, OutputError
        If a source, the folder or Ray is not as it should be.
    """
    where = where or Where()
    require_packages("fsspec", "arro3.core", "arro3.io", "filelock", *where.packages)
    items = find(sources, exercise=exercise, out=out)
    how = how or todays()
    tally = Tally(len(items))
    tell(tally)
    with Store(out) as store:
        if where.alone:
            run(items, Here(partial(work, how=how, known=store.known)), store, tally, tell=tell)
        else:
            with (
                started(where.address, where.workers) as ray,
                Cluster(ray, work, (how, store.known), partial(lost, how), where.workers) as engine,
            ):
                run(items, engine, store, tally, tell=tell)
        store.finish()
        write_summary(out)
    return tally


def lost(how: How, item: Item, why: str) -> Outcome:
    """Return the outcome of a clip whose worker was lost too often."""
    return failure(item, how, "lost", why)
