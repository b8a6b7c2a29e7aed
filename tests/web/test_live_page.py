"""The page of the live set says what comes next, and names each phase as its exercise does."""

import json
import re
from dataclasses import replace
from html import unescape
from uuid import uuid4

import pytest

from rhomboid.catalogue.read import load, names
from rhomboid.routine import plan_for
from rhomboid.web.pages.coach_words import phase_words
from rhomboid.web.pages.dose import dose
from rhomboid.web.person import today
from tests.web.test_today import _done, begun

PHASES = {
    "corkscrew": ("Turn", "Come back"),
    "deadlift": ("Stand up", "Lower"),
    "front_raise": ("Raise", "Lower"),
    "inverted_row": ("Pull", "Lower"),
    "lat_pulldown": ("Pull", "Let up"),
    "pull_up": ("Pull", "Lower"),
    "rope_pushdown": ("Push", "Let up"),
    "seated_cable_row": ("Pull", "Let out"),
    "t_raise": ("Raise", "Lower"),
}


def live_page(client, exercise):
    """Return what the live page knows of its exercise, and its text."""
    page = client.get(f"/exercises/{exercise}/train?anyway=1").text
    found = re.search(r'id="exercise">(.*?)</script>', page, re.DOTALL)
    return json.loads(found[1]), unescape(page)


@pytest.mark.parametrize("exercise", names())
def test_each_phase_is_named_as_the_exercise_is_done(client, exercise):
    said = phase_words(load(exercise))
    assert (said["out"], said["back"]) == PHASES[exercise]
    assert live_page(client, exercise)[0]["phases"] == said


@pytest.mark.parametrize("exercise", names())
def test_before_the_set_the_movement_and_the_way_to_it_are_shown(client, exercise):
    data, page = live_page(client, exercise)
    asked = data["meant"]
    assert 'class="still"' in page
    assert f'href="/exercises/{exercise}"' in page
    assert (asked["lines"][0] if asked else dose(load(exercise))) in page


def test_the_next_set_keeps_its_number_when_some_are_done(client):
    begun(client)
    journal = client.app.state.journal
    item = plan_for(journal, today()).items[0]
    number = {"warm_up": 0, "work": 0}
    assert {target.kind for target in item.targets} == set(number)
    for done, target in enumerate(item.targets):
        data, page = live_page(client, item.exercise)
        asked = data["meant"]
        number[target.kind] += 1
        alike = sum(one.kind == target.kind for one in item.targets)
        assert len(asked["targets"]) == len(item.targets) - done
        assert asked["places"][0] == [number[target.kind], alike]
        name = "Warm-up" if target.kind == "warm_up" else "Set"
        assert f"{name} {number[target.kind]} of {alike}: {asked['lines'][0]}" in page
        assert "repetitions" in asked["lines"][0]
        journal.sets.keep(replace(_done(target), id=str(uuid4())), None)

    data, page = live_page(client, item.exercise)
    assert data["meant"]["targets"] == []
    assert dose(load(item.exercise)) in page
