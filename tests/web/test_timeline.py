"""The line of a set can be read, however narrow its repetitions are."""

from dataclasses import replace

import pytest

import rhomboid
from rhomboid.athlete.performance import perform
from rhomboid.athlete.script import Script
from rhomboid.web.pages.timeline import timeline


@pytest.fixture(scope="module")
def report():
    """A set of twelve quick repetitions, without a fault."""
    report = rhomboid.check(perform(Script("t_raise", repetitions=12)).track, "t_raise")
    assert report.count == 12
    return replace(report, reps=tuple(replace(rep, findings=()) for rep in report.reps))


@pytest.mark.parametrize(
    ("longer", "numbers"),
    [(1.0, list(range(1, 13))), (1.5, [2, 4, 6, 8, 10, 12]), (3.0, [5, 10]), (9.0, [10])],
)
def test_numbers_that_would_run_into_each_other_are_left_out(report, longer, numbers):
    found = timeline(replace(report, duration_s=longer * report.duration_s))
    shown = [mark.number for mark in found.marks if mark.is_labelled]
    assert shown == numbers
    assert [mark.number for mark in found.marks] == list(range(1, 13))
    assert found.least_rem == 31.2


def test_what_is_left_out_on_the_line_is_said_all_the_same(client, keep, report, monkeypatch):
    from rhomboid.web.pages import timeline as lines

    monkeypatch.setattr(lines, "_EACH_REM", 1.3)
    page = client.get(f"/sets/{keep('t_raise', repetitions=12)}").text
    numbers = page.split('class="marks"')[1].split("</ol>")[0]
    assert numbers.count("data-seek-s") == 12
    assert ">2 <span" in numbers
    assert ">3 <span" not in numbers
    assert "Repetition 3" in numbers
