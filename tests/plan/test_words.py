"""What the plan says is plain, has a source, claims nothing it must not, and is all said."""

import re
from pathlib import Path

import pytest

import rhomboid.plan
from rhomboid.catalogue.read import sources
from rhomboid.plan.screening import CARE_NOW, QUESTIONS, RED_FLAGS
from rhomboid.plan.sources import SOURCES
from rhomboid.plan.words import SAID, amount, say, weight
from rhomboid.training.load import Load
from rhomboid.training.person import Goal, Person

FOLDER = Path(rhomboid.plan.__file__).parent
CODE = {p.name: p.read_text(encoding="utf-8") for p in FOLDER.glob("*.py")}
NEVER_CLAIMED = r"\b(protect|activat|prevent|cure|heals?|guarantee|align|neutral spine)"
LONGEST = 185

PLAIN = [
    *(words for _, words in SAID.values()),
    *(asked.words for asked in QUESTIONS.values()),
    *(asked.then for asked in QUESTIONS.values()),
    *(flag.words for flag in RED_FLAGS.values()),
    *CARE_NOW.values(),
]


@pytest.mark.parametrize("words", PLAIN)
def test_claims_nothing_it_must_not_and_is_short(words):
    assert not re.search(NEVER_CLAIMED, words, re.IGNORECASE)
    assert len(words) <= LONGEST
    assert words[-1] in ".?}" or words in {flag.words for flag in RED_FLAGS.values()}


def test_every_rule_has_a_source_that_is_known():
    known = {"house", *SOURCES, *sources()}

    assert [code for code, (source, _) in SAID.items() if source not in known] == []


def test_every_source_of_the_plan_is_cited_and_says_how_much_was_read():
    code = "".join(text for name, text in CODE.items() if name != "sources.py")

    assert [key for key in SOURCES if key not in code] == []
    assert all(citation.endswith(")") for citation in SOURCES.values())


def test_no_key_means_two_sources():
    assert not SOURCES.keys() & sources().keys()


def test_every_sentence_is_said_somewhere():
    code = "".join(text for name, text in CODE.items() if name != "words.py")
    made = {f"goal_{goal}" for goal in Goal.__args__} | {"spare_new", "spare_some", "spare_trained"}

    assert [c for c in SAID if f'"{c}"' not in code and c not in made] == []


def test_one_is_said_as_one():
    assert say("sets", "sets_least", sets=1).words == "1 set."
    assert say("sets", "sets_least", sets=2).words == "2 sets."


def test_loads_are_said_as_they_are_read():
    bands = Person(bands=("red", "blue"), height_cm=175)

    assert amount(Load("kg", 40), Person()) == "40 kg"
    assert amount(Load("band", 2), bands) == 'your band "blue"'
    assert amount(Load("band", 1), Person()) == "your band"
    assert amount(Load("body_angle", 80), bands).endswith("the bar about 90 cm high")
    assert amount(Load("seconds", 30), bands) == "30 s"
    assert amount(Load("none", 0), bands) == "no load"
    assert weight(45.359237, Person(units="lb")) == "100 lb"
