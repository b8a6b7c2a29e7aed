"""A look ahead, a swap and a shorter day are plans like any other."""

import pytest

from rhomboid.plan.ahead import as_planned, week_ahead
from rhomboid.plan.history import History
from rhomboid.plan.today import less_time, swap
from rhomboid.training.person import Person
from tests.plan.diary import (
    ANSWERED,
    CATALOGUE,
    GYM,
    LIFTER,
    MONDAY,
    codes,
    item_of,
    kinds,
    names_in,
    pair,
    plan,
    session,
)

NOTHING = History()


def ahead(person=LIFTER, history=NOTHING, **how):
    return week_ahead(person, history, MONDAY, CATALOGUE, ANSWERED, **how)


def test_begins_with_today_as_it_is_planned():
    assert ahead()[0] == plan(LIFTER)
    assert len(ahead(days=10)) == 10


def test_goes_on_from_what_is_planned():
    assert kinds(ahead()) == "loaded light loaded light loaded light light"


def test_promises_no_step_up():
    sets = tuple(session("seated_cable_row", MONDAY.replace(month=4, day=29), repetitions=(9, 9)))
    week = ahead(history=History(sets), days=14)
    loads = {item_of(p, "seated_cable_row").work[0].load for p in week
             if "seated_cable_row" in names_in(p)}  # fmt: skip

    assert len(loads) == 1


def test_follows_at_the_low_end():
    planned = plan(LIFTER)
    every = [target for item in planned.items for target in item.targets]

    assert [s.total for s in as_planned(planned)] == [t.repetitions[0] for t in every]


def test_counts_what_is_done_today_once():
    done = as_planned(plan(LIFTER))
    week = week_ahead(LIFTER, History(done), MONDAY, CATALOGUE, ANSWERED)

    assert week[0].done
    assert kinds(week) == kinds(ahead())


def test_no_day_is_refused():
    with pytest.raises(ValueError, match="at least one day"):
        ahead(days=0)


def test_a_swap_brings_another_pull_and_leaves_the_rest():
    history, person = History(tuple(pair(MONDAY.replace(month=4, day=20)))), Person(gear=GYM)
    before = plan(person, history.sets)
    first = before.items[0].exercise
    after = swap(person, history, MONDAY, CATALOGUE, first, screening=ANSWERED)

    assert first not in names_in(after)
    assert len(after.items) == len(before.items)
    assert {"t_raise", "corkscrew"} <= set(names_in(after))
    assert "not_wanted" in codes(after.notes)


def test_two_swaps_add_up():
    set_aside = frozenset({"seated_cable_row"})
    after = swap(LIFTER, NOTHING, MONDAY, CATALOGUE, "lat_pulldown", screening=ANSWERED,
                 without=set_aside)  # fmt: skip

    assert not {"seated_cable_row", "lat_pulldown"} & set(names_in(after))


def test_what_is_not_planned_cannot_be_swapped():
    with pytest.raises(ValueError, match="not in the plan"):
        swap(LIFTER, NOTHING, MONDAY, CATALOGUE, "pull_up", screening=ANSWERED)


def test_less_time_is_kept():
    shorter = less_time(LIFTER, NOTHING, MONDAY, CATALOGUE, 20, screening=ANSWERED)

    assert shorter.minutes <= shorter.budget_min == 20
