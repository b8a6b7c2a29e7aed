"""A made-up year is the same every time, its laws hold, and each of them can be broken."""

from dataclasses import replace
from types import SimpleNamespace
from xml.etree import ElementTree as ET

import pytest

from benchmarks.year import __main__ as command
from benchmarks.year import cast, doing, laws, measures
from benchmarks.year.body import Body
from benchmarks.year.life import Life
from benchmarks.year.nature import WEEK, chance
from benchmarks.year.page import page
from benchmarks.year.pictures import pictures
from benchmarks.year.shelf import journal_of
from benchmarks.year.strength import fitting_kg, possible
from benchmarks.year.stuck import Run, runs, silent
from benchmarks.year.targets import figures
from rhomboid.plan.reason import Reason
from rhomboid.training.checkin import CheckIn
from rhomboid.training.load import Load

WEEKS = 5


@pytest.fixture(scope="module")
def run():
    """Let three people live through five weeks; one performance of each kind is enough."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(doing, "POOL", 1)
        lived, held = command.live(cast.named(["anna", "kim", "lena"]), WEEKS * WEEK)
    return SimpleNamespace(lived=lived, held=held)


@pytest.fixture
def lena(run):
    """Return a life up to its last day on which somebody trained with loads."""
    days = list(run.lived[2].days)
    last = max(d.number for d in days if d.plan.kind == "loaded" and d.sets and heavy(d))
    return SimpleNamespace(nature=run.lived[2].nature, days=days[: last + 1], journal=None)


def heavy(day):
    """Return the hard items of a day whose load is known."""
    return [item for item in measures.hard_items(day) if item.work[0].load]


def test_laws_hold_for_three_people_over_five_weeks(run):
    assert run.held == 3 * WEEKS * WEEK * len(laws.LAWS)
    assert all(len(year.days) == WEEKS * WEEK for year in run.lived)
    assert all(any(k.tally for d in year.days for k in d.sets) for year in run.lived)


def test_a_seed_gives_the_same_days_every_time(tmp_path):
    nature = cast.named(["kim"])[0]
    lived = []
    for name in ("one", "other"):
        with journal_of("kim", tmp_path / name) as journal:
            lived.append(Life(nature, journal, seed=3).live(10).days)
    assert lived[0] == lived[1]


@pytest.mark.parametrize("pair", cast.twins(), ids=lambda pair: pair[0].id)
def test_a_twin_has_the_same_luck_and_is_spared(pair):
    one, twin = pair
    assert chance(one, 0, 1, 2).random() == chance(twin, 0, 1, 2).random()
    assert one.person == twin.person
    assert not (twin.flares or twin.tolerance or twin.away) or one.flares == twin.flares


def change(day, exercise, **how):
    """Return a day whose plan has another target for an exercise."""
    items = [
        replace(item, targets=tuple(replace(t, **how) for t in item.targets))
        if item.exercise == exercise
        else item
        for item in day.plan.items
    ]
    return replace(day, plan=replace(day.plan, items=tuple(items)))


def broken(life):
    """Return the name of the law that is broken; empty if none is."""
    for law in laws.LAWS:
        if law.__name__ != "_shown_again" and next(law(life), None):
            return law.__name__
    return ""


def test_no_law_is_broken_before_it_is_broken_on_purpose(lena):
    assert broken(lena) == ""


def test_a_plan_that_is_too_long_is_found(lena):
    lena.nature = replace(lena.nature, person=replace(lena.nature.person, minutes=10))
    assert broken(lena) == "_within_time"


def test_gear_that_is_not_there_is_found(lena):
    lena.nature = replace(
        lena.nature, person=replace(lena.nature.person, gear=frozenset({"mat"}))
    )  # fmt: skip
    assert broken(lena) == "_gear_at_hand"


def test_two_heavy_days_in_a_row_are_found(lena):
    lena.days.append(replace(lena.days[-1], number=lena.days[-1].number + 1))
    assert broken(lena) == "_a_day_between"


def one_more(life):
    """Make one load of the last day heavier; return the exercise and the sets before."""
    day = life.days[-1]
    for item in heavy(day):
        last = laws._last(life.days[:-1], item)
        if last and last[0].load and not laws._begins(item):
            more = Load(item.work[0].load.axis, max(k.load.value for k in last) + 1)
            life.days[-1] = change(day, item.exercise, load=more)
            return item.exercise, last
    raise AssertionError("nothing was done before")


def test_a_step_after_faults_is_found(lena):
    exercise, last = one_more(lena)
    bad = {k.id for k in last}
    lena.days[:-1] = [
        replace(d, sets=tuple(
            replace(k, tally=replace(k.tally, faults=("bad",)) if k.tally else None,
                    corrections=() if not k.tally else k.corrections)
            if k.id in bad else k for k in d.sets))
        for d in lena.days[:-1]
    ]  # fmt: skip
    assert exercise
    assert broken(lena) == "_a_step_is_earned"


def test_a_step_after_red_pain_is_found(lena):
    one_more(lena)
    day = lena.days[-2]
    lena.days[-2] = replace(day, said=CheckIn(day.day, pain=7))
    assert broken(lena) == "_no_step_after_pain"


def test_loads_before_the_answers_are_found(lena):
    lena.nature = replace(lena.nature, answers_on=999)
    assert broken(lena) == "_answers_first"


def test_a_reason_without_a_known_source_is_found(lena):
    day = lena.days[-1]
    odd = Reason("day", "odd", "Because.", "hearsay")
    lena.days[-1] = replace(day, plan=replace(day.plan, notes=(odd,)))
    assert broken(lena) == "_reasons_with_sources"


def test_a_load_that_stays_silently_is_found():
    quiet, told = frozenset({"same"}), frozenset({"same", "in_range"})
    assert silent(Run("deadlift", "barbell", 50.0, [(0, told), (40, quiet)]))
    assert not silent(Run("deadlift", "barbell", 50.0, [(0, quiet), (40, told)]))


def test_runs_end_where_a_load_changes(run):
    for year in run.lived:
        for one in runs(year.days):
            assert one.shown == sorted(one.shown, key=lambda shown: shown[0])
        shown = sum(len(one.shown) for one in runs(year.days))
        trained = [d for d in year.days if d.sets]
        assert shown == sum(len(heavy(day)) for day in trained)


def test_repetitions_follow_epley_both_ways():
    assert possible(fitting_kg(100.0, 8), fitting_kg(100.0, 8)) == 0.0
    assert possible(100.0, fitting_kg(100.0, 8)) == pytest.approx(8)
    assert possible(100.0, 75.0, longer_s=2.0) == pytest.approx(9)


def test_strength_grows_by_training_and_wears_off_without():
    nature = cast.named(["ben"])[0]
    busy, idle = Body(nature, 0), Body(nature, 0)
    for number in range(60):
        for body in (busy, idle):
            body.wake(number)
        if number % 2 == 0:
            for _ in range(3):
                busy.feel_set("deadlift", 2.0, 70.0)
    start = nature.strength_kg["deadlift"]
    assert busy.strength_kg["deadlift"] > 1.05 * start
    assert 0.94 * start < idle.strength_kg["deadlift"] < start


def test_charts_and_page_tell_of_everybody(run):
    years, pairs = command.sorted_out(run.lived)
    made = figures(years, pairs, run.held)
    text = page(years, pairs, made, 0)
    assert all(f"**{year.nature.id}**" in text for year in years)
    assert {f.name for f in made if f.limit is not None} >= {"laws held"}
    for drawing in pictures(years, pairs).values():
        assert ET.fromstring(drawing).tag.endswith("svg")


def test_what_is_published_is_small_and_complete():
    text = command.PAGE.read_text(encoding="utf-8")
    for chart in command.CHARTS.glob("*.svg"):
        assert f"(year/{chart.name})" in text
        assert chart.stat().st_size < 60_000
    assert all(f"**{one.id}**" in text for one in cast.everybody())


def test_ranks_do_not_look_at_sizes():
    assert measures.spearman([(1, 1), (2, 10), (3, 11)]) == pytest.approx(1.0)
    assert measures.spearman([(1, 3), (2, 2), (3, 1)]) == pytest.approx(-1.0)
