"""Read exercise files; the one place in the catalogue that touches the disk."""

import tomllib
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from rhomboid.catalogue.spec import ExerciseSpec
from rhomboid.errors import SpecError

_FOLDER = files("rhomboid.catalogue") / "exercises"
_MOST_BYTES = 1_000_000


def names() -> list[str]:
    """Return the ids of all shipped exercises, sorted."""
    return sorted(
        f.name.removesuffix(".toml") for f in _FOLDER.iterdir() if f.name.endswith(".toml")
    )


@cache
def load(name: str) -> ExerciseSpec:
    """Read one shipped exercise.

    Raises
    ------
    SpecError
        If there is no such exercise, or its file breaks the format.
    """
    known = names()
    if name not in known:
        raise SpecError(f"there is no exercise called {name!r}; there are: {', '.join(known)}")
    return parse((_FOLDER / f"{name}.toml").read_text(encoding="utf-8"), where=f"{name}.toml")


@cache
def sources() -> dict[str, str]:
    """Return every citation by its key.

    Raises
    ------
    SpecError
        If the list of sources is damaged.
    """
    text = (files("rhomboid.catalogue") / "sources.toml").read_text(encoding="utf-8")
    try:
        return {key: str(value["citation"]) for key, value in tomllib.loads(text).items()}
    except (tomllib.TOMLDecodeError, KeyError, TypeError) as error:
        raise SpecError(f"sources.toml is damaged: {error}") from error


def read(path: str | Path) -> ExerciseSpec:
    """Read an exercise file of one's own.

    Raises
    ------
    SpecError
        If it cannot be read, is larger than 1 MB, or breaks the format.
    """
    try:
        text = _content(Path(path)).decode("utf-8")
    except OSError as error:
        raise SpecError(f"cannot read {path}: {error.strerror or error}") from error
    except UnicodeDecodeError as error:
        raise SpecError(f"{path} is not a text in UTF-8") from error
    return parse(text, where=str(path))


def _content(path: Path) -> bytes:
    """Return what is in an ordinary file; any other might never end."""
    if path.exists() and not path.is_file():
        raise SpecError(f"cannot read {path}: it is no ordinary file")
    with path.open("rb") as file:
        content = file.read(_MOST_BYTES + 1)
    if len(content) > _MOST_BYTES:
        raise SpecError(f"cannot read {path}: it is larger than 1 MB, which no exercise file is")
    return content


def parse(text: str, *, where: str) -> ExerciseSpec:
    """Turn the text of an exercise file into a spec; `where` names it in errors.

    Raises
    ------
    SpecError
        If the text is not TOML, or breaks the format: one line for each fault.
    """
    try:
        spec = ExerciseSpec.model_validate(tomllib.loads(text))
    except ValidationError as error:
        lines = [f"{where}: {_plain(fault)}" for fault in error.errors(include_url=False)]
        raise SpecError("\n".join(lines)) from error
    except ValueError as error:
        raise SpecError(f"{where}: not valid TOML: {error}") from error
    except RecursionError as error:
        raise SpecError(f"{where}: tables are nested too deeply") from error
    if spec.own_of or any(getattr(one, "own_trunk", None) for one in spec.signals.values()):
        raise SpecError(f"{where}: own_of and own_trunk are a person's, not an exercise's")
    unknown = sorted(_sources_of(spec) - {"house"} - sources().keys())
    if unknown:
        raise SpecError(f"{where}: sources.toml has no {', '.join(map(repr, unknown))}")
    return spec


def _plain(fault: object) -> str:
    """Say one fault that pydantic found in one line."""
    assert isinstance(fault, dict)
    place = ".".join(str(part) for part in fault["loc"]) or "the file"
    if fault["type"] == "extra_forbidden":
        return f"{place}: there is no such key"
    if fault["type"] == "missing":
        return f"{place}: is missing"
    return f"{place}: {fault['msg'].removeprefix('Value error, ')} (got {_short(fault['input'])!r})"


def _short(value: object) -> str:
    """Say a value in a few characters."""
    try:
        return str(value)[:60]
    except (ValueError, RecursionError):  # a number of thousands of digits; too deep a list
        return f"a huge {type(value).__name__}"


def _sources_of(spec: ExerciseSpec) -> set[str]:
    """Return every source a file names."""
    parts: list[Any] = [
        spec.prescription,
        spec.progression,
        spec.camera,
        spec.rep,
        *spec.posture,
        *spec.checks,
    ]
    return {part.source for part in parts}
