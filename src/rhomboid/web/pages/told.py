"""What a form says of a set: read beside what it showed, so that only what was changed changes."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from rhomboid.training.kept import KeptSet, Rating
from rhomboid.training.load import POUND_KG, Axis, Load, is_band, kg_of
from rhomboid.training.person import Person

SPARE = range(6)
"""What can be chosen of repetitions in reserve; the last one stands for more."""

MOST_TYPED = 24
"""So much of what was typed is looked at."""

_AMOUNT = re.compile(r"(-?[0-9]+(?:[.,][0-9]+)?|-?[.,][0-9]+) *([a-z°]*)[.]?")
_KG, _LB, _DEGREES = {"kg", "kgs", "kilo", "kilos"}, {"lb", "lbs", "pound", "pounds"}, {
    "°", "deg", "degree", "degrees",
}  # fmt: skip
_UNITS: Mapping[Axis, frozenset[str]] = MappingProxyType(
    {"kg": frozenset(_KG | _LB), "body_angle": frozenset(_DEGREES), "band": frozenset()}
)


@dataclass(frozen=True, slots=True)
class Told:
    """What a form says; None where it does not ask, or says what it showed.

    Attributes
    ----------
    load, spare, pain
        As they were typed, and empty where an answer was taken back.
    """

    load: str | None
    spare: str | None
    pain: str | None

    @classmethod
    def of(cls, form: Mapping[str, str], shows: Mapping[str, str]) -> "Told":
        """Read a form; one that does not tell what it showed, showed what it shows now."""
        return cls(*(_changed(form, name, shows[name]) for name in ("load", "spare", "pain")))

    def rating(self, now: Rating) -> Rating:
        """Return a rating with what was said.

        Raises
        ------
        ValueError
            If a number is none, or off its scale.
        """
        return replace(now, spare=_number(self.spare, now.spare), pain=_number(self.pain, now.pain))


def shown(kept: KeptSet, person: Person) -> dict[str, str]:
    """Return what the form holds of a set.

    Examples
    --------
    >>> from datetime import UTC, datetime
    >>> when = datetime(2026, 5, 4, tzinfo=UTC)
    >>> shown(KeptSet("a", "deadlift", "hand", when, 0, load=Load("kg", 20.0)), Person(units="lb"))
    {'load': '44.1', 'spare': '', 'pain': ''}
    """
    said = kept.rating
    spare = None if said.spare is None else min(said.spare, SPARE[-1])
    is_other = kept.load and kept.load.axis == "band" and kept.load.value > len(person.bands)
    return {
        "load": "" if is_other else _shown_load(kept.load, person),
        "spare": "" if spare is None else str(spare),
        "pain": "" if said.pain is None else str(said.pain),
    }


def used(text: str, axis: Axis, now: Load | None, person: Person) -> Load | None:
    """Return what a set was done with; None if that was taken back.

    What reads as it was shown is what it was, to the last digit.

    Raises
    ------
    ValueError
        If it cannot be read.
    """
    if not text:
        return None
    load = read_load(text, axis, person)
    same = now is not None and now.axis == axis
    return now if same and _shown_load(now, person) == _shown_load(load, person) else load


def read_load(text: str, axis: Axis, person: Person) -> Load:
    """Read a load on a scale, with its unit or without one.

    Raises
    ------
    ValueError
        If it is none.

    Examples
    --------
    >>> read_load("40 kg", "kg", Person(units="lb")), read_load("45°", "body_angle", Person())
    (Load(axis='kg', value=40.0), Load(axis='body_angle', value=45.0))
    """
    found = _AMOUNT.fullmatch(text.strip().lower())
    if found is None or (found[2] and found[2] not in _UNITS.get(axis, ())):
        raise ValueError(f"no load in {axis}: {text!r}")
    value = float(found[1].replace(",", "."))
    if axis == "band" and not is_band(value, len(person.bands)):
        raise ValueError(f"no band: {text!r}")
    is_pounds = axis == "kg" and (found[2] in _LB if found[2] else person.units == "lb")
    return Load(axis, kg_of(value) if is_pounds else value)


def _changed(form: Mapping[str, str], name: str, shows: str) -> str | None:
    """Return an answer; None where the form does not ask for it, or says what it showed."""
    text = form.get(name)
    if text is None or text.strip() == form.get(f"shown_{name}", shows):
        return None
    return text.strip()


def _number(text: str | None, before: int | None) -> int | None:
    """Read a number; what is not said stays, and what is empty is taken back."""
    if text is None:
        return before
    return int(text) if text else None


def _shown_load(load: Load | None, person: Person) -> str:
    """Say a load as its field holds it."""
    if load is None:
        return ""
    if load.axis == "kg" and person.units == "lb":
        return f"{round(load.value / POUND_KG, 1):g}"
    return f"{round(load.value, 2):g}"
