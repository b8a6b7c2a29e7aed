"""What is said after a set is kept, changed only where it was changed, and never lost unsaid."""

import html
import re
from dataclasses import replace
from datetime import datetime

import pytest

from rhomboid.plan.judge import Session, mark
from rhomboid.training.kept import KeptSet, Rating
from rhomboid.training.load import POUND_KG, Load
from rhomboid.training.person import Person
from rhomboid.training.target import Target
from rhomboid.web.person import today
from tests.web.conftest import SET_ID

AFTER = f"/sets/{SET_ID}/after"
ROW = KeptSet(SET_ID, "seated_cable_row", "hand", datetime.now().astimezone(), 0, (1,) * 8,
              gear="cable_station")  # fmt: skip
LEAN = replace(ROW, exercise="inverted_row", gear="rings")
BAND = replace(ROW, gear="band", load=Load("band", 2.0))


@pytest.fixture
def journal(client):
    return client.app.state.journal


@pytest.fixture
def after(client, journal):
    """Return a function that keeps a set, and one that fills in its form as a browser does."""

    def kept(one, **person):
        journal.profile.keep(Person(**person), today())
        journal.sets.keep(one, None)
        return fields(client.get(AFTER).text)

    def say(form, **told):
        answer = client.post(AFTER, data={**form, **told})
        return answer, journal.sets.read(SET_ID)

    return kept, say


def fields(page):
    """Return what a form holds, as a browser would send it."""
    inputs = re.findall(r'<input[^>]*name="(\w+)"[^>]*value="([^"]*)"', page)
    selects = re.findall(r'<select name="(\w+)">(.*?)</select>', page, re.DOTALL)
    chosen = {n: re.findall(r'value="([^"]*)" selected', inner) for n, inner in selects}
    return dict(inputs) | {name: values[0] if values else "" for name, values in chosen.items()}


@pytest.mark.parametrize(
    ("one", "typed", "load"),
    [
        (ROW, "40 kg", Load("kg", 40.0)),
        (ROW, "40,5", Load("kg", 40.5)),
        (ROW, "88 lb", Load("kg", 39.91612856)),
        (ROW, "88LBS.", Load("kg", 39.91612856)),
        (LEAN, "45°", Load("body_angle", 45.0)),
        (LEAN, "45 deg", Load("body_angle", 45.0)),
    ],
)
def test_a_load_is_read_with_its_unit_and_without(after, one, typed, load):
    kept, say = after
    answer, now = say(kept(one), load=typed)
    assert "Noted" in answer.text
    assert now.load == load


@pytest.mark.parametrize(
    ("one", "typed", "said"),
    [
        *((ROW, typed, "40 kg or 88 lb") for typed in ("much", "-3", "9999", "45°", "4_0", "nan")),
        (ROW, "1e400", "40 kg or 88 lb"),
        (ROW, "<b>" * 99, "40 kg or 88 lb"),
        (LEAN, "95", "from 0 to 90"),
        (LEAN, "45 kg", "from 0 to 90"),
        (BAND, "4", "none of your bands"),
        (BAND, "1.5", "none of your bands"),
    ],
)
def test_a_load_that_cannot_be_read_keeps_nothing_else_back(after, one, typed, said):
    kept, say = after
    answer, now = say(kept(one, bands=("red", "blue")), load=typed, spare="2", pain="8")
    assert answer.status_code == 200
    assert said in answer.text
    assert "panel stop" in answer.text
    assert 'class="saved"' not in answer.text
    assert (now.load, now.rating) == (one.load, Rating(spare=2, pain=8))
    if one is not BAND:
        assert fields(answer.text)["load"] == html.escape(typed[:24])
        assert say(fields(answer.text), load="40")[1].load.value == 40.0


def test_a_rating_off_its_scale_is_refused_and_nothing_is_kept(after, client):
    kept, say = after
    answer, now = say(kept(ROW), load="40", pain="12")
    assert answer.status_code == 422
    assert (now.load, now.rating) == (None, Rating())
    assert client.get("/sets/nothing/after").status_code == 404


def test_an_answer_is_taken_back_by_choosing_none(after):
    kept, say = after
    form = kept(replace(ROW, load=Load("kg", 40.0), rating=Rating(spare=2, pain=7)))
    answer, now = say(form, pain="")
    assert "panel stop" not in answer.text
    assert (now.load, now.rating) == (Load("kg", 40.0), Rating(spare=2))
    assert say({}, spare="")[1].rating == Rating()
    assert say({}, load="")[1].load is None


def test_what_a_form_does_not_ask_for_or_does_not_change_stays(after, journal):
    kept, say = after
    form = kept(ROW)
    journal.sets.change(
        SET_ID, lambda now: replace(now, load=Load("kg", 41.0), rating=Rating(spare=9, pain=7))
    )
    assert say({})[1].rating == Rating(spare=9, pain=7)
    assert say(form)[1].rating == Rating(spare=9, pain=7)
    assert say(form, spare="3")[1].load == Load("kg", 41.0)


def test_more_in_reserve_than_can_be_chosen_stays_what_it_is(after):
    kept, say = after
    form = kept(replace(ROW, rating=Rating(spare=9)))
    assert form["spare"] == "5"
    assert say(form, pain="1")[1].rating == Rating(spare=9, pain=1)


def test_a_band_that_is_not_among_those_named_stays_what_it_is(after):
    kept, say = after
    form = kept(replace(BAND, load=Load("band", 3.0)), bands=("red", "blue"))
    assert form["load"] == ""
    assert say(form, pain="1")[1].load == Load("band", 3.0)


@pytest.mark.parametrize("units", ["kg", "lb"])
@pytest.mark.parametrize("kg", [20.0, 41.25, 45 * POUND_KG, 33.333])
def test_a_load_that_is_sent_as_it_was_shown_is_the_same_to_the_last_digit(after, units, kg):
    kept, say = after
    form = kept(replace(ROW, load=Load("kg", kg)), units=units)
    assert say(form, spare="2")[1].load == Load("kg", kg)
    assert say({}, load=f"{form['load']} {units}")[1].load == Load("kg", kg)


def test_every_page_brings_the_words_for_what_does_not_go_through(client):
    assert re.search(r'<body data-failed="That did not go through', client.get("/").text)


def test_a_set_in_pounds_that_was_done_as_shown_earns_its_step(after):
    kept, say = after
    target = Target("work", (6, 8), Load("kg", 22.5), "cable_station", 2.0, 1.0, 2.0, 90.0)
    form = kept(replace(ROW, target=target, load=target.load), units="lb")
    assert form["load"] == "49.6"
    now = say(form, load="49.6 lb")[1]
    assert mark(Session(today(), (now,))) == "earned"
    assert mark(Session(today(), (replace(now, load=Load("kg", 49.6 * POUND_KG)),))) == "earned"
    assert mark(Session(today(), (replace(now, load=Load("kg", 49.5 * POUND_KG)),))) == "lighter"
