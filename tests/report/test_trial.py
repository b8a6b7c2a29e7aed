"""An exercise file is tried on the drawn athlete, who says what came of it."""

import pytest

from rhomboid.catalogue.read import load, names
from rhomboid.report.trial import try_out


@pytest.mark.parametrize("name", names())
def test_every_shipped_exercise_is_counted(name):
    trial = try_out(load(name))

    assert trial.passed
    assert trial.sentences == ("The drawn athlete did 5, 5 were counted.",)


def test_a_file_that_counts_nothing_fails_and_says_what_went_wrong():
    spec = load("lat_pulldown")
    deaf = spec.model_copy(update={"rep": spec.rep.model_copy(update={"least": 999.0})})
    trial = try_out(deaf)

    assert trial.passed is False
    assert trial.sentences[0] == "The drawn athlete did 5, 0 were counted."


def test_a_file_that_blames_what_is_right_fails():
    spec = load("lat_pulldown")
    strict = tuple(
        c.model_copy(update={"at_least": 30.0}) if c.id == "slow_return" else c for c in spec.checks
    )
    trial = try_out(spec.model_copy(update={"checks": strict}))

    assert trial.passed is False
    assert "without a fault, and was told one" in trial.sentences[1]


def test_what_the_athlete_cannot_do_is_said_to_be_untried():
    spec = load("lat_pulldown")
    other = spec.exercise.model_copy(update={"id": "my_row"})
    trial = try_out(spec.model_copy(update={"exercise": other}))

    assert trial.passed is None
    assert "no movement for 'my_row'" in trial.sentences[0]
