"""What is to be judged, and what came of it: plain values that travel between processes."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Literal

from rhomboid.pose.weights import ModelName

Row = dict[str, Any]
"""One row of a table: a value for each of its columns."""

State = Literal["judged", "same", "failed"]
"""Judged now, judged before by the same versions, or not to be judged."""


@dataclass(frozen=True, slots=True)
class Item:
    """One clip to judge.

    Attributes
    ----------
    address
        A path, or whatever fsspec opens.
    exercise
        Id of the exercise; None to recognise it.
    person
        Who it is, in the archive's own words; None where nobody said.
    recorded_at
        When it was recorded, with its zone; None to take what the file says.
    """

    address: str
    exercise: str | None = None
    person: str | None = None
    recorded_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class How:
    """By what a clip is judged.

    Attributes
    ----------
    rhomboid
        Its version.
    model, every
        How thoroughly to look at a video.
    rules
        Versions of the rules by id of exercise; under the empty id, of all that are tried
        where the exercise is to be recognised.
    """

    rhomboid: str
    model: ModelName
    every: bool
    rules: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a set was judged by.

    Attributes
    ----------
    by
        What a further run compares: version, model asked for, rules that were to be tried.
    rhomboid, model, rules
        The versions in the report.
    """

    by: str
    rhomboid: str
    model: str
    rules: str


@dataclass(frozen=True, slots=True)
class Known:
    """What is judged already.

    Attributes
    ----------
    sets
        By what, by id of the set.
    failed
        By what, and why it failed, by id of the set that it would have become.
    """

    sets: Mapping[str, Judgement] = field(default_factory=dict)
    failed: Mapping[str, tuple[str, str]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one clip.

    Attributes
    ----------
    rows
        By name of the table.
    track
        Name of the file of its joints and what stands in it, if there are any.
    reason
        Why it failed; empty otherwise.
    """

    item: Item
    state: State
    rows: Mapping[str, list[Row]]
    track: tuple[str, bytes] | None = None
    reason: str = ""
