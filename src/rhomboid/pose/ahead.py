"""Work done ahead of need, in a thread of its own."""

from collections.abc import Generator, Iterable
from queue import Empty, Full, Queue
from threading import Event, Thread
from typing import TypeVar

Item = TypeVar("Item")

_LOOK_S = 0.1


class _End:
    """The end of the items, and the error that brought it, if any."""

    def __init__(self, error: BaseException | None = None) -> None:
        self.error = error


def ahead(items: Iterable[Item], size: int = 6) -> Generator[Item]:
    """Yield items that a thread takes from `items` up to `size` ahead.

    What goes wrong while they are made is raised here. Closing the generator
    stops the thread, and waits until it has stopped.

    Examples
    --------
    >>> list(ahead(n * n for n in range(4)))
    [0, 1, 4, 9]
    """
    queue: Queue[Item | _End] = Queue(size)
    stop = Event()
    thread = Thread(target=_fill, args=(queue, stop, items), daemon=True)
    thread.start()
    try:
        while not isinstance(item := _take(queue, thread), _End):
            yield item
        if item.error is not None:
            raise item.error
    finally:
        stop.set()
        thread.join()


def _fill(queue: "Queue[Item | _End]", stop: Event, items: Iterable[Item]) -> None:
    """Put all items and the end into a queue, unless told to stop."""
    end = _End()
    try:
        for item in items:
            if not _put(queue, stop, item):
                break
    except BaseException as error:  # noqa: BLE001 - handed to whoever takes the items
        end = _End(error)
    if isinstance(items, Generator):
        items.close()
    _put(queue, stop, end)


def _put(queue: "Queue[Item | _End]", stop: Event, item: "Item | _End") -> bool:
    """Wait for room in a queue; False if told to stop."""
    while not stop.is_set():
        try:
            queue.put(item, timeout=_LOOK_S)
        except Full:
            continue
        return True
    return False


def _take(queue: "Queue[Item | _End]", thread: Thread) -> "Item | _End":
    """Wait for the next item."""
    while True:
        try:
            return queue.get(timeout=1.0)
        except Empty:
            if not thread.is_alive() and queue.empty():
                return _End()
