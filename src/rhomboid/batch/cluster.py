"""Ray, embedded or a running cluster: the one module that knows of it.

Ray is kept to this machine unless an address is given: it listens on loopback
alone, has no dashboard, and tells nobody that it is used.
"""

import logging
import os
import socket
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Any, Generic

from rhomboid.batch.items import Outcome
from rhomboid.batch.places import NEEDS, plain
from rhomboid.batch.run import Lost, Task
from rhomboid.errors import BatchError

RETRIES = 3
"""So often is a clip tried again after its worker or its machine was lost. house"""

_TELLS_NOBODY = {
    "RAY_USAGE_STATS_ENABLED": "0",
    # Workers are to use this environment, and not what the program was started by.
    "RAY_ENABLE_UV_RUN_RUNTIME_ENV": "0",
    "RAY_ACCEL_ENV_VAR_OVERRIDE_ON_ZERO": "0",
}
_STAYS_HERE = {"RAY_ENABLE_WINDOWS_OR_OSX_CLUSTER": "0"}
"""What makes Ray listen on loopback alone, on every system, when it is imported."""
_LOOPBACK = ("127.0.0.1", "::1")
_SAID = {"log_to_driver": False, "logging_level": logging.ERROR}
_KNOCK_S = 10.0
"""So long may a cluster take to answer. house"""
_AHEAD = 2
"""Tasks under way for each core: one at work and one that waits for it. house"""
_OBJECTS_BYTES = 256_000_000
"""Memory for outcomes on their way, mostly joints; Ray uses the disk for more. house"""


@contextmanager
def started(address: str | None = None, workers: int | None = None) -> Iterator[Any]:
    """Give Ray: started here, or connected to a running cluster; at the end it is left.

    Parameters
    ----------
    address
        Of a running cluster; None starts Ray here.
    workers
        How many cores Ray may use, if it is started here; None for all.

    Raises
    ------
    BatchError
        If Ray is not installed, or cannot be started or reached.
    """
    ray = _ray({**_TELLS_NOBODY, **(_STAYS_HERE if address is None else {})})
    with tempfile.TemporaryDirectory(prefix="ray-", ignore_cleanup_errors=True) as folder:
        try:
            if address is None:
                _start(ray, Path(folder), workers)
            else:
                _connect(ray, address)
            yield ray
        finally:
            ray.shutdown()


class Cluster(Generic[Task]):
    """Ray as an engine; a context that leaves nothing under way.

    Parameters
    ----------
    ray
        As :func:`started` gives it.
    do
        Does one task, given it and `shared`.
    shared
        What every task needs; sent once to each machine.
    lost
        Makes an outcome of a task whose worker was lost too often.
    workers
        How many tasks at once; None for as many as there are cores.
    """

    def __init__(
        self,
        ray: Any,
        do: Callable[..., Outcome],
        shared: tuple[Any, ...],
        lost: Lost[Task],
        workers: int | None = None,
    ) -> None:
        cores = int(ray.cluster_resources().get("CPU", 1))
        self._ray = ray
        self._lost = lost
        self._room = _AHEAD * min(workers or cores, cores)
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
        """Give up what is under way."""
        for reference in self._tasks:
            self._ray.cancel(reference, force=True)

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
            kind = type(error).__name__.removesuffix("Error")
            why = f"the worker that judged it was lost, also when it was tried again ({kind})"
            return self._lost(task, why)
        return outcome


def _ray(settings: dict[str, str]) -> Any:
    """Return Ray, told beforehand to tell nobody."""
    os.environ.update(settings)
    try:
        import ray
        import ray.exceptions
    except ModuleNotFoundError as error:
        raise BatchError(NEEDS) from error
    return ray


def _start(ray: Any, folder: Path, workers: int | None) -> None:
    """Start Ray here, for nobody else."""
    try:
        ray.init(
            address="local",
            num_cpus=workers,
            num_gpus=0,
            include_dashboard=False,
            object_store_memory=_OBJECTS_BYTES,
            _temp_dir=str(folder),
            **_SAID,
        )
    except (OSError, RuntimeError, ValueError) as error:
        raise BatchError(f"Ray cannot be started here: {plain(error)}") from error
    if ray.util.get_node_ip_address() not in _LOOPBACK:
        raise BatchError("Ray was imported by something else, and would listen to the network")


def _connect(ray: Any, address: str) -> None:
    """Connect to a running cluster."""
    try:
        _knock(address)
        ray.init(address=address, **_SAID)
    except (OSError, RuntimeError, ValueError) as error:
        raise BatchError(f"no Ray cluster answers at {address}: {plain(error)}") from error


def _knock(address: str) -> None:
    """Raise at once where nothing listens; Ray itself would try for minutes."""
    host, colon, port = address.rpartition(":")
    if colon and "/" not in address:
        socket.create_connection((host.strip("[]"), int(port)), _KNOCK_S).close()
