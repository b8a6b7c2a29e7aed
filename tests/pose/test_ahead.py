"""Working ahead changes when things are done, and nothing else."""

import threading

import pytest

from rhomboid.pose.ahead import ahead


def failing():
    yield 1
    raise OSError("broken")


def test_everything_comes_in_order():
    assert list(ahead(iter(range(100)), size=2)) == list(range(100))
    assert list(ahead([])) == []


def test_what_goes_wrong_is_raised_where_the_items_are_taken():
    items = ahead(failing())

    assert next(items) == 1
    with pytest.raises(OSError, match="broken"):
        next(items)


def test_closing_stops_the_work_and_whatever_it_worked_on():
    closed, before = [], threading.active_count()

    def endless():
        try:
            while True:
                yield 0
        finally:
            closed.append(True)

    items = ahead(ahead(endless()))
    next(items)
    items.close()

    assert closed == [True]
    assert threading.active_count() == before
