"""A performance is what its script says, the same each time, and its truth is true."""

import numpy as np
import pytest

from rhomboid.athlete.exercises import MOVEMENTS
from rhomboid.athlete.faults import FAULTS
from rhomboid.athlete.performance import perform
from rhomboid.athlete.script import Script
from rhomboid.athlete.sight import Film
from rhomboid.catalogue.read import names
from rhomboid.skeleton import INDEX
from tools import fault_table

CLEAN = Film(noise_trunk=0.0, rate_hz=120.0)


def test_knows_every_exercise_of_the_catalogue():
    assert sorted(MOVEMENTS) == names()


def test_the_same_seed_gives_the_same_and_another_another():
    one, same, other = (perform(Script("t_raise"), seed=s).track.image_px for s in (1, 1, 2))
    np.testing.assert_array_equal(one, same)
    assert one.shape != other.shape or not np.array_equal(one, other)


@pytest.mark.parametrize("exercise", sorted(MOVEMENTS))
def test_the_times_of_the_truth_are_those_of_the_movement(exercise):
    done = perform(Script(exercise, repetitions=2, pause_s=1.0, rest_s=0.5), film=CLEAN)
    values, times_s = MOVEMENTS[exercise].measure(done.room_m), done.track.times_s
    for rep in done.truth.reps:
        at = [float(np.interp(t, times_s, values)) for t in (rep.begun_s, rep.reached_s)]
        share = [(np.interp(t, times_s, values) - at[0]) / (at[1] - at[0])
                 for t in (rep.start_s, rep.turn_s, rep.left_s, rep.end_s, rep.done_s)]  # fmt: skip
        assert share == pytest.approx([0.1, 1.0, 1.0, 0.1, 0.0], abs=0.01)


@pytest.mark.parametrize("exercise", sorted(MOVEMENTS))
def test_the_picture_holds_the_whole_person(exercise):
    done = perform(Script(exercise), film=Film(noise_trunk=0.0))
    assert np.isfinite(done.track.seen(0.0)).all()


def test_the_pause_is_as_long_as_was_asked_for():
    script = Script("seated_cable_row", pause_s=3.0, variation=0.0)
    assert [rep.pause_s for rep in perform(script).truth.reps] == pytest.approx([3.0] * 5)


def test_frames_are_lost_where_they_are_to_be_lost():
    track = perform(Script("t_raise"), film=Film(lost_s=((2.0, 0.5),))).track
    gone = np.isnan(track.image_px[:, 0, 0])
    np.testing.assert_array_equal(gone, (track.times_s >= 2.0) & (track.times_s < 2.5))
    assert (track.visibility[gone] == 0).all()


def test_uneven_frames_still_come_in_order():
    steps = np.diff(perform(Script("t_raise"), film=Film(uneven=0.4)).track.times_s)
    assert steps.min() > 0
    assert steps.std() > 0.005


def test_the_far_arm_is_hidden_from_the_side_and_no_arm_from_the_front():
    elbows = [INDEX["left_elbow"], INDEX["right_elbow"]]
    side = perform(Script("rope_pushdown")).track.visibility[:, elbows].mean(axis=0)
    front = perform(Script("t_raise")).track.visibility[:, elbows].mean(axis=0)
    assert side[0] > 0.9
    assert side[1] < 0.7
    assert front.min() > 0.9


def test_an_unfinished_one_ends_the_recording_at_its_far_end():
    done = perform(Script("t_raise", repetitions=1, unfinished_last=True), film=CLEAN)
    values = MOVEMENTS["t_raise"].measure(done.room_m)
    assert len(done.truth.reps) == 1
    assert values[-1] == pytest.approx(values.max(), abs=0.03)


def test_a_fault_is_planted_only_where_it_is_clear():
    slight = perform(Script("t_raise", faults={"arms_too_high": 5.0}))
    clear = perform(Script("t_raise", faults={"arms_too_high": 30.0}, faulty=(2,)))
    assert slight.truth.faults == ()
    assert [rep.faults for rep in clear.truth.reps] == [(), ("arms_level",), (), (), ()]


@pytest.mark.parametrize(
    ("how", "message"),
    [
        ({"exercise": "juggling"}, "does not know 'juggling'; it knows: corkscrew, "),
        ({"faults": {"yawning": 1.0}}, f"no fault is called 'yawning'.*{next(iter(FAULTS))}"),
        ({"repetitions": -1}, "must not be negative"),
        ({"out_s": 0.0}, "longer than no time"),
    ],
)
def test_refuses_what_cannot_be_performed(how, message):
    with pytest.raises(ValueError, match=message):
        Script(**{"exercise": "t_raise", **how})


def test_the_page_shows_the_faults_as_they_are():
    page = fault_table.PAGE.read_text(encoding="utf-8")
    assert page == fault_table.render(page), "run: python -m tools.fault_table"
