"""A report of one set as text in a terminal; every word can be read without colour."""

from rich.console import Console
from rich.table import Table
from rich.text import Text

from rhomboid.records import SetReport
from rhomboid.report.page import AttemptLine, FindingLine, Page, page
from rhomboid.report.words import ENGLISH, Words

_NARROW = 72


def show(report: SetReport, console: Console, words: Words = ENGLISH) -> None:
    """Print a report.

    Nothing in a report is taken for markup, so that a name with brackets is
    printed as it is.
    """
    told = page(report, words=words)
    _show_heading(told, report, console, words)
    _show_list(told.sentences, console)
    if told.reps:
        console.print()
        console.print(_rep_table(told, words, is_narrow=console.width < _NARROW))
        _show_not_judged(told.not_judged, console, words)
    _show_attempts(told.attempts, console, words)
    if told.notes:
        _show_title(words.notes, console)
        _show_list(told.notes, console)


def _show_heading(told: Page, report: SetReport, console: Console, words: Words) -> None:
    """Print what was done, how often, and seen from where."""
    heading = Text(told.title, style="bold")
    if report.view != "unknown":
        heading.append(f" ({words.views[report.view]})", style="not bold")
    console.print(heading)


def _show_title(title: str, console: Console) -> None:
    """Print the title of a part."""
    console.print()
    console.print(Text(title, style="bold"))


def _show_list(lines: tuple[str, ...], console: Console) -> None:
    """Print one line each, indented."""
    for line in lines:
        grid = Table.grid(padding=(0, 1))
        grid.add_row(" -", Text(line))
        console.print(grid)


def _rep_table(told: Page, words: Words, *, is_narrow: bool) -> Table:
    """Lay out the repetitions; a narrow table leaves out what can be worked out."""
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="bold")
    spare = [] if is_narrow else [words.turn, words.end]
    for title in [words.number, words.start, *spare, words.out_s, told.still, words.back_s]:
        table.add_column(title, justify="right", no_wrap=True)
    if told.one_sided:
        table.add_column(words.side, no_wrap=True)
    table.add_column(words.to_fix, overflow="fold")
    for rep in told.reps:
        times = [rep.start] if is_narrow else [rep.start, rep.turn, rep.end]
        cells = [str(rep.number), *times, rep.out, rep.pause, rep.back]
        cells += [rep.side] if told.one_sided else []
        faults = Text("; ".join(rep.faults), style="yellow") if rep.faults else Text("-", "dim")
        table.add_row(*cells, faults)
    return table


def _show_not_judged(lines: tuple[FindingLine, ...], console: Console, words: Words) -> None:
    """Print what could not be judged, and why; what has one reason in one line."""
    alike: dict[str, list[str]] = {}
    for line in lines:
        alike.setdefault(line.reason, []).append(line.title)
    if alike:
        _show_title(words.not_judged_group, console)
        said = (f"{'; '.join(titles)}: {reason}" for reason, titles in alike.items())
        _show_list(tuple(said), console)


def _show_attempts(lines: tuple[AttemptLine, ...], console: Console, words: Words) -> None:
    """Print what was seen and not counted."""
    if lines:
        _show_title(words.attempts, console)
        told = (f"{line.start} to {line.end}, {line.kind}: {line.reason}" for line in lines)
        _show_list(tuple(told), console)
