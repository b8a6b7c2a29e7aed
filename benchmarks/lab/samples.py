"""Clips with their full truth beside them: the samples that ship, and others like them."""

import json
from dataclasses import fields
from functools import partial
from pathlib import Path
from typing import Any

from benchmarks.lab.joints import ROOT, joints
from benchmarks.lab.scene import Case, Group, Scene
from rhomboid.athlete.truth import TrueRep
from rhomboid.catalogue.read import load

FOLDER = ROOT / "samples"
_TRUTH = ".truth.json"


def cases(folder: Path = FOLDER, group: Group = "rendered") -> list[Case]:
    """Return all clips of a folder that have a truth."""
    films = sorted(folder.glob("*.mp4"))
    return [_case(film, group) for film in films if film.with_suffix(_TRUTH).is_file()]


def _case(film: Path, group: Group) -> Case:
    """Return one clip."""
    exercise = json.loads(film.with_suffix(_TRUTH).read_text(encoding="utf-8"))["exercise"]
    again = f"samples.scene(Path({str(film)!r}))"
    return Case(group, film.stem, exercise, partial(scene, film), again)


def scene(film: Path) -> Scene:
    """Return the joints of a clip and what really happened."""
    truth = json.loads(film.with_suffix(_TRUTH).read_text(encoding="utf-8"))
    reps = tuple(_rep(rep) for rep in truth["reps"])
    return Scene(
        track=joints(film),
        exercise=truth["exercise"],
        count=len(reps),
        view=truth["view"],
        supported=truth["view"] in load(truth["exercise"]).camera.views,
        starts_s=tuple(rep.begun_s for rep in reps),
        turns_s=tuple(rep.turn_s for rep in reps),
        ends_s=tuple(rep.done_s for rep in reps),
        reps=reps,
        unseen=tuple(truth.get("unseen", ())),
    )


def _rep(said: dict[str, Any]) -> TrueRep:
    """Read one repetition; what a newer truth says besides is left out.

    An older truth names the faults and not what every check should say.
    """
    known = {field.name for field in fields(TrueRep)}
    rep = {key: value for key, value in said.items() if key in known}
    return TrueRep(**{"verdicts": dict.fromkeys(said.get("faults", ()), "fix")} | rep)
