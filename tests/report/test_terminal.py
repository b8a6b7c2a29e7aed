"""A terminal shows the whole report in words, however narrow and plain it is."""

import io
from dataclasses import replace

import pytest
from rich.console import Console

from rhomboid.records import Attempt
from rhomboid.report.terminal import show


def printed(report, *, width=80, colour=False):
    console = Console(
        file=io.StringIO(),
        width=width,
        force_terminal=colour,
        color_system="standard" if colour else None,
    )
    show(report, console)
    return console.file.getvalue()


def test_it_opens_with_exercise_count_and_view(good):
    assert printed(good).splitlines()[0] == "Seated cable row: 3 repetitions (from the side)"


def test_every_repetition_has_its_line(faulty):
    lines = printed(faulty).splitlines()
    first = next(line for line in lines if line.strip().startswith("1 "))
    second = next(line for line in lines if line.strip().startswith("2 "))

    assert first.split() == ["1", "0:01.0", "0:02.0", "0:06.2", "1.0", "3.2", "1.0", "-"]
    assert "Trunk still" in second


def test_the_side_is_shown_where_one_arm_works(good, one_sided):
    assert "Side" not in printed(good)
    assert "right" in printed(one_sided)
    assert "Hold" in printed(one_sided)


def test_it_says_what_was_left_out_and_why(faulty):
    text = printed(faulty, width=120)

    assert "Grip width: hands cannot be told apart from the side" in text
    assert "0:14.2 to 0:15.0, too small: your hands came only half of the way" in text
    assert "The file breaks off after 16 s." in text


@pytest.mark.parametrize("width", [80, 60, 40])
def test_nothing_runs_over_the_edge(any_report, width):
    assert all(len(line.rstrip()) <= width for line in printed(any_report, width=width).split("\n"))


def test_colour_adds_no_words(faulty):
    assert "\x1b[" not in printed(faulty)
    assert "\x1b[" in printed(faulty, colour=True)


def test_brackets_in_a_name_are_no_markup(good):
    odd = replace(
        good,
        name="Row [bold]x[/bold] [/]",
        sentences=("[red]No[/red]",),
        notes=("[/]",),
        attempts=(Attempt("other", 1, 2, "[blink]what[/blink]"),),
    )
    text = printed(odd)

    assert "Row [bold]x[/bold] [/]" in text
    assert "[red]No[/red]" in text
    assert "[blink]what[/blink]" in text
