"""Ray, embedded or a running cluster: the one module that knows of it.

Ray is kept to this machine unless an address is given: it listens on loopback
alone, has no dashboard, and tells nobody that it is used.
"""

import logging
import os
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Any, Generic

from rhomboid.batch.items import Outcome
from rhomboid.batch.places import NEEDS, plain
from rhomboid.batch.run import Lost, Task
from rhomboid.errors import BatchError

RETRIES = 3
"""So often is a clip tried again after its worker or its machine was lost. house"""

_QUIET = {
    "RAY_USAGE_STATS_ENABLED": "0",
    "RAY_ENABLE_UV_RUN_RUNTIME_ENV": "0",
    "RAY_ACCEL_ENV_VAR_OVERRIDE_ON_ZERO": "0",
}
_AHEAD = 2
"""Tasks under way for each core: one at work and one that waits for it. house"""
_OBJECTS_BYTES = 256_000_000
"""Memory for outcomes on their way, mostly joints; Ray uses the disk for more. house"""


class Cluster(Generic[Task]):
    """Ray as an engine; a context that is left with nothing of it running.

    Parameters
    ----------
    do
        Does one task, given it and `shared`.
    shared
        What every task needs; sent once to each machine.
    lost
        Makes an outcome of a task whose worker was lost too often.
    address
        Of a running cluster; None starts one here.
    workers
        How many tasks at once; None for as many as there are cores.
    """

    def __init__(
        self,
        do: Callable[..., Outcome],
        shared: tuple[Any, ...],
        lost: Lost[Task],
        *,
        address: str | None = None,
        workers: int | None = None,
    ) -> None:
        """Start Ray, or connect to it.

        Raises
        ------
        BatchError
            If Ray is not installed, or cannot be started or reached.
        """
        self._lost = lost
        self._folder: Path | None = None
        self._ray = ray = _ray()
        try:
            self._start(address, workers)
        except (OSError, RuntimeError, ValueError, TimeoutError) as error:
            self.close()
            what = "cannot be started here" if address is None else f"is not at {address}"
            raise BatchError(f"Ray {what}: {plain(error)}") from error
        cores = int(ray.cluster_resources().get("CPU", 1))
        self._room = _AHEAD * (min(workers, cores) if workers else cores)
        self._shared = [ray.put(one) for one in shared]
        self._do = ray.remote(num_cpus=1, max_retries=RETRIES, retry_exceptions=False)(do)
        self._tasks: dict[Any, Task] = {}

    def __enter__(self) -> "Cluster[Task]":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Give up what is under way, and leave Ray."""
        self.close()

    @property
    def is_full(self) -> bool:
        """Whether as many tasks are under way as may be."""
        return len(self._tasks) >= self._room

    @property
    def is_idle(self) -> bool:
        """Whether none is under way."""
        return not self._tasks

    def begin(self, task: Task) -> None:
        """Have a task done by some worker."""
        self._tasks[self._do.remote(task, *self._shared)] = task

    def next(self) -> Outcome:
        """Wait for any task to be done, and return what came of it."""
        ready, _ = self._ray.wait(list(self._tasks), num_returns=1)
        task = self._tasks.pop(ready[0])
        try:
            outcome: Outcome = self._ray.get(ready[0])
        except self._ray.exceptions.RayError as error:
            return self._lost(task, _why(error))
        return outcome

    def close(self) -> None:
        """Leave Ray; what it wrote of its own is removed."""
        for reference in getattr(self, "_tasks", {}):
            self._ray.cancel(reference, force=True)
        self._ray.shutdown()
        if self._folder is not None:
            shutil.rmtree(self._folder, ignore_errors=True)

    def _start(self, address: str | None, workers: int | None) -> None:
        """Start Ray here, or connect to it."""
        said: dict[str, Any] = {"log_to_driver": False, "logging_level": logging.ERROR}
        if address is not None:
            self._ray.init(address=address, **said)
            return
        self._folder = Path(tempfile.mkdtemp(prefix="ray-"))
        self._ray.init(
            address="local",
            num_cpus=workers,
            num_gpus=0,
            include_dashboard=False,
            object_store_memory=_OBJECTS_BYTES,
            _node_ip_address="127.0.0.1",
            _temp_dir=str(self._folder),
            **said,
        )


def _ray() -> Any:
    """Return Ray, told beforehand to tell nobody."""
    os.environ.update(_QUIET)
    try:
        import ray
        import ray.exceptions
    except ModuleNotFoundError as error:
        raise BatchError(NEEDS) from error
    return ray


def _why(error: Exception) -> str:
    """Say in one sentence why nothing came of a task."""
    kind = type(error).__name__.removesuffix("Error")
    return f"the worker that judged it was lost {RETRIES + 1} times ({kind})"
