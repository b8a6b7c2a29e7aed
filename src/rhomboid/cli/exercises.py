"""`rhomboid exercises`: what it knows, and whether a file of one's own is right."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from rhomboid.cli.app import app
from rhomboid.errors import RhomboidError

if TYPE_CHECKING:
    from rhomboid.catalogue.spec import ExerciseSpec


@app.command()
def exercises(
    name: Annotated[
        str | None, typer.Argument(help="One of them, or the word check; all if left out.")
    ] = None,
    file: Annotated[Path | None, typer.Argument(help="After check: an exercise file.")] = None,
) -> None:
    """Show the exercises, or one in full; `check FILE` says what is wrong with a file of yours."""
    from rich.console import Console

    from rhomboid.catalogue.read import load, names
    from rhomboid.report.exercise import show_exercise, show_list

    if name == "check":
        if file is None:
            raise RhomboidError("name the exercise file: rhomboid exercises check FILE")
        _check_file(file)
    elif file is not None:
        raise RhomboidError(f"{file} stands for itself; did you mean: exercises check {file}")
    elif name is None:
        show_list([load(one) for one in names()], Console())
    else:
        show_exercise(load(id_of(name)), Console())


def _check_file(path: Path) -> None:
    """Say whether an exercise file is valid, and whether the drawn athlete is counted by it."""
    from rhomboid.catalogue.read import read
    from rhomboid.report.trial import try_out

    spec = read(path)
    print(f"{path}: {spec.exercise.name} is a valid exercise file.")
    trial = try_out(spec)
    print("\n".join(trial.sentences))
    if trial.passed is False:
        raise typer.Exit(1)


def spec_of(exercise: str | None) -> "ExerciseSpec | None":
    """Return the exercise meant: a file of one's own, an id, or a name."""
    from rhomboid.catalogue.read import load, read

    if exercise is None:
        return None
    if exercise.endswith(".toml"):
        return read(exercise)
    return load(id_of(exercise))


def id_of(name: str) -> str:
    """Return the id of an exercise named in any way that is known."""
    from rhomboid.catalogue.read import load, names

    plain = name.strip().lower().replace("-", "_").replace(" ", "_")
    for known in names():
        called = load(known).exercise
        words = (known, called.name, *called.aliases)
        if plain in {word.lower().replace("-", "_").replace(" ", "_") for word in words}:
            return known
    return name
