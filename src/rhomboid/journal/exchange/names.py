"""What other programs call our exercises, and with which gear.

A name is compared as a bag of its words, so that order, plurals, case and brackets do
not matter. What is in no list stays what it is: a row on a machine is no cable row.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import cache

from rhomboid.catalogue.read import load, names
from rhomboid.records import Side
from rhomboid.training.foreign import FOREIGN, is_foreign


@dataclass(frozen=True, slots=True)
class Match:
    """Which exercise a name stands for.

    Attributes
    ----------
    exercise
        Its id.
    gear
        Id of the gear in its file; empty if the name tells of none.
    side
        Which arm, if the name says so.
    """

    exercise: str
    gear: str = ""
    side: Side = "both"

    @property
    def is_foreign(self) -> bool:
        """Whether we have no file of it."""
        return is_foreign(self.exercise)


# Each name with every gear that may stand beside it, in brackets or not.
_CALLED: dict[str, dict[str, tuple[str, ...]]] = {
    "seated_cable_row": {
        "cable_station": (
            "seated cable row", "seated row cable", "cable seated row", "low cable row",
            "seated low row cable", "cable row seated", "seated cable row bar grip",
            "seated cable row bar cable", "rowing seated",
        ),
        "v_grip": ("seated cable row v grip", "seated cable row v grip cable", "v grip cable row",
                   "seated cable row close grip", "seated row v bar cable",
                   "rowing seated narrow grip"),
        "neutral_bar": ("seated cable row neutral grip", "seated neutral grip row cable"),
        "band": ("seated row band", "seated cable row band", "seated band row", "band row seated"),
        "": ("seated row", "cable row", "low row"),
    },
    "lat_pulldown": {
        "pulldown_station": (
            "lat pulldown cable", "lat pulldown machine", "cable lat pulldown",
            "machine lat pulldown", "wide grip lat pulldown", "wide grip lat pulldown cable",
            "lat pulldown wide grip cable", "full range of motion lat pulldown",
            "lat pulldown wide grip",
        ),
        "v_grip": ("lat pulldown v grip", "v bar lat pulldown", "lat pulldown v grip cable",
                   "v bar pulldown", "close grip v bar lat pulldown"),
        "neutral_bar": ("lat pulldown neutral grip", "neutral grip lat pulldown",
                        "neutral grip lat pulldown cable"),
        "cable_station": ("kneeling lat pulldown", "kneeling lat pulldown cable",
                          "kneeling cable lat pulldown"),
        "band": ("lat pulldown band", "band lat pulldown", "lat pulldown resistance band"),
        "": ("lat pulldown", "pulldown"),
    },
    "deadlift": {
        "barbell": ("deadlift barbell", "barbell deadlift", "conventional deadlift",
                    "deadlift conventional", "conventional deadlift barbell"),
        "dumbbells": ("deadlift dumbbell", "dumbbell deadlift"),
        "trap_bar": ("deadlift trap bar", "trap bar deadlift", "hex bar deadlift",
                     "deadlift hex bar", "deadlift trapbar"),
        "kettlebell": ("deadlift kettlebell", "kettlebell deadlift"),
        "blocks": ("rack pull", "rack pull barbell", "block pull", "block pull barbell"),
        "band": ("deadlift band", "band deadlift"),
        "": ("deadlift",),
    },
    "inverted_row": {
        "straps": ("inverted row suspension", "inverted row trx", "inverted row with strap",
                   "suspension inverted row", "trx row", "suspended inverted row",
                   "inverted row strap"),
        "rings": ("ring row", "inverted row ring"),
        "smith_machine": ("inverted row smith machine", "smith machine inverted row"),
        "bent_knees": ("inverted row bent knee", "modified inverted row"),
        "": ("inverted row", "inverted row bodyweight", "bodyweight row", "australian pullup",
             "bodyweight inverted row"),
    },
    "t_raise": {
        "band": ("lateral raise band", "band lateral raise", "side raise band",
                 "side lateral raise band", "t raise band", "lateral raise with band",
                 "standing t raise band", "lateral raise resistance band"),
        "dumbbells": ("lateral raise dumbbell", "dumbbell lateral raise", "lateral raise",
                      "side lateral raise", "side lateral raise dumbbell", "side raise dumbbell",
                      "t raise dumbbell", "seated lateral raise dumbbell"),
        "": ("t raise", "side raise"),
    },
    "corkscrew": {
        "": ("corkscrew", "corkscrew stretch", "quadruped thoracic rotation",
             "thoracic rotation"),
    },
    "front_raise": {
        "dumbbells": ("front raise dumbbell", "dumbbell front raise", "front raise"),
        "band": ("front raise band", "band front raise"),
    },
    "pull_up": {
        "band": ("pullup band", "band pullup", "band assisted pullup", "pullup band assisted"),
        "rings": ("ring pullup", "pullup ring"),
        "": ("pullup", "pullup bodyweight", "bodyweight pullup"),
    },
    "rope_pushdown": {
        "cable_station": ("triceps pushdown cable", "triceps rope pushdown",
                          "triceps rope pushdown cable", "rope pushdown cable",
                          "triceps pushdown cable rope", "triceps pushdown rope"),
        "straight_bar": ("triceps pushdown cable straight bar", "triceps pushdown straight bar"),
        "band": ("triceps pushdown band", "band triceps pushdown"),
        "": ("triceps pushdown", "rope pushdown", "rope pressdown", "cable pushdown"),
    },
}  # fmt: skip

_SAME = {
    "bb": "barbell", "db": "dumbbell", "kb": "kettlebell",
    "banded": "band", "bw": "bodyweight", "lats": "lat",
}  # fmt: skip
_TOGETHER = (("pull down", "pulldown"), ("pull up", "pullup"), ("push down", "pushdown"),
             ("body weight", "bodyweight"), ("dead lift", "deadlift"), ("chin up", "chinup"),
             ("press down", "pressdown"), ("dumb bell", "dumbbell"))  # fmt: skip
_WEIGHED = frozenset({
    "cable_station", "v_grip", "neutral_bar", "pulldown_station", "barbell", "dumbbells",
    "trap_bar", "kettlebell", "blocks", "straight_bar",
})  # fmt: skip
_SIDES: dict[str, Side] = {"left": "left", "right": "right"}


def find(name: str) -> Match:
    """Return what a name stands for; a foreign exercise if we do not know it.

    Examples
    --------
    >>> find("Lat Pulldown (Cable)")
    Match(exercise='lat_pulldown', gear='pulldown_station', side='both')
    >>> find("Bench Press (Barbell)").exercise
    'other:Bench Press (Barbell)'
    """
    words = bag(name)
    found = _known().get(words)
    if found is not None:
        return found
    for word, side in _SIDES.items():
        found = _known().get(words - {word})
        if word in words and found is not None:
            return Match(found.exercise, found.gear, side)
    return Match(FOREIGN + name)


def name_of(exercise: str | None) -> str:
    """Return what an exercise is called.

    Examples
    --------
    >>> name_of("lat_pulldown"), name_of("other:Bench Press")
    ('Lat pulldown', 'Bench Press')
    """
    if exercise is None:
        return ""
    if exercise in names():
        return load(exercise).exercise.name
    return exercise.removeprefix(FOREIGN)


def bag(name: str) -> frozenset[str]:
    """Return the words of a name as they are compared.

    Examples
    --------
    >>> sorted(bag("Seated Cable Rows")), sorted(bag("Lat Pull-Down (Cable)"))
    (['cable', 'row', 'seated'], ['cable', 'lat', 'pulldown'])
    """
    apart = unicodedata.normalize("NFKD", name).casefold()
    plain = "".join(letter for letter in apart if not unicodedata.combining(letter))
    words = " ".join(_one(word) for word in re.findall(r"[^\W_]+", plain))
    for two, together in _TOGETHER:
        words = words.replace(two, together)
    return frozenset(words.split()) - {"with", "the", "a", "on"}


def _one(word: str) -> str:
    """Return a word in the singular, and by the name that we use."""
    word = _SAME.get(word, word)
    is_many = len(word) > 3 and word.endswith("s") and not word.endswith("ss")
    return word.removesuffix("s") if is_many else word


def is_weighed(match: Match) -> bool:
    """Say whether what is told as its weight is all that is moved, and not a band or a body.

    Examples
    --------
    >>> is_weighed(find("Lateral Raise (Band)")), is_weighed(find("Deadlift (Barbell)"))
    (False, True)
    """
    if match.is_foreign or match.gear in _WEIGHED:
        return True
    return not match.gear and load(match.exercise).progression.axis == "kg"


@cache
def _known() -> dict[frozenset[str], Match]:
    """Return every name that is known."""
    found = {}
    for exercise in names():
        called = load(exercise).exercise
        for alias in (called.id.replace("_", " "), called.name, *called.aliases):
            found[bag(alias)] = Match(exercise)
    for exercise, by_gear in _CALLED.items():
        for gear, synonyms in by_gear.items():
            found |= {bag(synonym): Match(exercise, gear) for synonym in synonyms}
    return found
