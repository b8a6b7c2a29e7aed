"""An exercise file, shown on a terminal."""

from collections.abc import Iterable, Sequence

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from rhomboid.catalogue.rules import Check
from rhomboid.catalogue.spec import ExerciseSpec, Line
from rhomboid.coach import words


def show_list(specs: Iterable[ExerciseSpec], console: Console) -> None:
    """Print the exercises, one line each."""
    table = Table(box=None, pad_edge=False)
    for heading in ("id", "exercise", "muscles", "camera"):
        table.add_column(heading)
    for spec in specs:
        places = words.VIEWS[spec.camera.views[0]]
        muscles = escape(", ".join(spec.exercise.primary))
        table.add_row(spec.id, escape(spec.exercise.name), muscles, places)
    console.print(table)


def show_exercise(spec: ExerciseSpec, console: Console) -> None:
    """Print one exercise in full."""
    console.print(f"[bold]{escape(spec.exercise.name)}[/bold]\n{escape(spec.exercise.summary)}\n")
    muscles = ", ".join((*spec.exercise.primary, *spec.exercise.secondary))
    console.print(f"Muscles: {escape(muscles)}")
    items = [*spec.equipment.usual, *spec.equipment.substitutes]
    console.print(f"Equipment: {', '.join(escape(item.name) for item in items)}")
    console.print(f"Dose: {escape(dose(spec))}\n")
    for title, lines in _parts(spec):
        _show_lines(title, lines, console)
    console.print(f"[bold]Camera[/bold]\n  {escape(spec.camera.advice)}\n")
    console.print("[bold]What is judged[/bold]")
    for check in spec.checks:
        console.print(f"  - {escape(check.title)}: {escape(limit_of(check, spec))}")


def dose(spec: ExerciseSpec) -> str:
    """Say how much of an exercise is prescribed.

    Examples
    --------
    >>> from rhomboid.catalogue.read import load
    >>> "10-12" in dose(load("lat_pulldown"))
    True
    """
    plan = spec.prescription
    side = " a side" if plan.per_side else ""
    sets, repetitions = _span(plan.sets), _span(plan.repetitions)
    parts = [f"{sets} sets of {repetitions} repetitions{side}"]
    if plan.hold_s is not None:
        parts.append(f"held {_span(plan.hold_s)} s each")
    if plan.article_dose:
        parts.append(f"the article: {plan.article_dose.rstrip('.')}")
    return "; ".join(parts) + "."


def limit_of(check: Check, spec: ExerciseSpec) -> str:
    """Say what is good for a check, in words."""
    from rhomboid.coach.checks import finding

    said = words.limits(finding(check, spec, None), check.doubt)
    views = ", ".join(words.VIEWS[view] for view in check.views)
    return f"{said} (seen {views})" if views else said


def _parts(spec: ExerciseSpec) -> list[tuple[str, Sequence[Line]]]:
    """Return the written guidance, part by part."""
    guide = spec.guidance
    return [
        ("Set-up", guide.setup),
        ("How to do it", guide.steps),
        ("What often goes wrong", guide.faults),
        ("Before you start", spec.safety.before),
        ("Stop", (Line(text=spec.safety.stop),)),
    ]


def _show_lines(title: str, lines: Sequence[Line], console: Console) -> None:
    """Print a heading and its lines."""
    if lines:
        console.print(f"[bold]{title}[/bold]")
        for line in lines:
            console.print(f"  - {escape(line.text)}")
        console.print()


def _span(pair: "tuple[float, float]") -> str:
    """Say a range, or one number where both ends are the same."""
    low, high = pair
    return f"{low:g}" if low == high else f"{low:g}-{high:g}"
