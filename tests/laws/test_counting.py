"""Whoever does it, wherever the camera stands: full repetitions are counted, nothing else is."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import rhomboid
from rhomboid.athlete.body import Body
from rhomboid.catalogue.read import load, names
from tests.laws.scenes import (
    Film,
    later,
    mirrored,
    moved,
    perform,
    scaled,
    script,
    usual,
    without,
)

EVERY = names()
THE_SIX = [name for name in EVERY if load(name).exercise.of_the_six]

each_exercise = pytest.mark.parametrize("exercise", EVERY)


@each_exercise
@settings(max_examples=8)
@given(
    repetitions=st.integers(3, 10),
    seed=st.integers(0, 999),
    stature_m=st.floats(1.45, 2.05),
    uneven=st.sampled_from([0.0, 0.3]),
)
def test_counts_what_was_done(exercise, repetitions, seed, stature_m, uneven):
    done = perform(
        script(exercise, repetitions=repetitions),
        body=Body(stature_m),
        film=Film(uneven=uneven),
        seed=seed,
    )
    report = rhomboid.check(done.track, exercise)
    assert report.count == repetitions
    assert report.view == done.truth.view
    assert report.attempts == ()


@pytest.mark.parametrize("exercise", THE_SIX)
@pytest.mark.parametrize("seed", range(2))
def test_recognises_the_six(exercise, seed):
    report = rhomboid.check(perform(script(exercise, repetitions=4), seed=seed).track)
    assert (report.exercise, report.count) == (exercise, 4)


@pytest.mark.parametrize("side", ["left", "right"])
def test_says_which_arm_did_it(side):
    done = perform(script("corkscrew", repetitions=3, side=side))
    report = rhomboid.check(done.track, "corkscrew")
    assert [rep.side for rep in report.reps] == [side] * 3


def test_a_deadlift_may_begin_at_either_end():
    done = perform(script("deadlift", repetitions=4, start="far"))
    assert rhomboid.check(done.track, "deadlift").count == 4


@each_exercise
@pytest.mark.parametrize("nearer", [0.75, 2.0])
def test_the_distance_of_the_camera_does_not_matter(exercise, nearer):
    camera = moved(exercise, distance_m=moved(exercise).distance_m * nearer)
    done = perform(script(exercise), camera=camera, seed=3)
    assert rhomboid.check(done.track, exercise).count == 5


@each_exercise
def test_a_mirror_does_not_matter(exercise):
    assert rhomboid.check(mirrored(usual(exercise).track), exercise).count == 5


@each_exercise
@pytest.mark.parametrize("rate_hz", [15.0, 24.0, 60.0])
def test_the_rate_of_frames_does_not_matter(exercise, rate_hz):
    done = perform(script(exercise), film=Film(rate_hz=rate_hz), seed=1)
    assert rhomboid.check(done.track, exercise).count == 5


@each_exercise
@settings(max_examples=4)
@given(by_s=st.sampled_from([-1000.0, 1000.0, 0.123]), by=st.sampled_from([0.3, 1.0, 3.0]))
def test_neither_clock_nor_size_of_the_picture_matters(exercise, by_s, by):
    track = later(scaled(usual(exercise).track, by), by_s)
    assert rhomboid.check(track, exercise).count == 5


@each_exercise
@pytest.mark.parametrize("seed", range(2))
def test_an_unfinished_last_one_is_seen_and_not_counted(exercise, seed):
    done = perform(script(exercise, repetitions=4, unfinished_last=True), seed=seed)
    report = rhomboid.check(done.track, exercise)
    assert report.count == 4
    assert [attempt.kind for attempt in report.attempts] == ["incomplete"]


@each_exercise
@pytest.mark.parametrize("size", [0.2, 0.3, 0.4])
def test_a_small_one_among_full_ones_is_not_counted(exercise, size):
    done = perform(script(exercise, repetitions=6, faults={"half_repetition": size}), seed=4)
    assert rhomboid.check(done.track, exercise).count == 6


@each_exercise
def test_a_half_among_full_ones_is_not_counted(exercise):
    done = perform(script(exercise, faults={"half_repetition": 0.5}))
    assert rhomboid.check(done.track, exercise).count == 5


@each_exercise
@pytest.mark.parametrize("doing", ["fidget", "walk_in", "sit_down"])
def test_nothing_is_counted_where_nothing_is_done(exercise, doing):
    idle = perform(script(exercise, repetitions=0, lead_in=(doing, doing), lead_out=("fidget",)))
    assert rhomboid.check(idle.track, exercise).count == 0


# Bending down to a bar and standing up again is a deadlift, as far as joints can tell.
@pytest.mark.parametrize("exercise", [name for name in EVERY if name != "deadlift"])
def test_bending_down_is_no_other_exercise(exercise):
    idle = perform(
        script(exercise, repetitions=0, lead_in=("bend_down",) * 2, lead_out=("fidget",))
    )
    assert rhomboid.check(idle.track, exercise).count == 0


@each_exercise
def test_a_hand_to_the_head_is_no_repetition(exercise):
    idle = perform(script(exercise, repetitions=0, lead_in=("scratch_head",) * 2))
    assert rhomboid.check(idle.track, exercise).count == 0


@each_exercise
def test_what_was_done_before_and_after_does_not_matter(exercise):
    for before in ("fidget", "walk_in", "sit_down"):
        for seed in range(2):
            doing = script(exercise, lead_in=(before,), lead_out=("fidget",))
            report = rhomboid.check(perform(doing, seed=seed).track, exercise)
            assert report.count == 5


@each_exercise
def test_somebody_who_passes_does_not_matter(exercise):
    film = Film(passing_s=((6.0, 2.5), (14.0, 1.5)))
    shown = perform(script(exercise), film=film)
    assert rhomboid.check(shown.track, exercise).count == 5


@each_exercise
def test_equipment_before_the_legs_does_not_matter_for_the_count(exercise):
    legs = ("knee", "ankle", "heel", "foot_index")
    shown = perform(script(exercise), film=Film(behind=legs))
    assert rhomboid.check(shown.track, exercise).count == 5


@each_exercise
@pytest.mark.parametrize("absent", [False, True])
def test_a_short_drop_out_does_not_matter(exercise, absent):
    done = usual(exercise)
    for rep in done.truth.reps[1:3]:
        for share in (0.2, 0.5, 0.8):
            start_s = rep.begun_s + share * (rep.done_s - rep.begun_s)
            track = without(done.track, start_s, 0.2, absent=absent)
            assert rhomboid.check(track, exercise).count == 5


@each_exercise
@pytest.mark.parametrize("absent", [False, True])
def test_a_long_drop_out_loses_one_at_most_and_adds_none(exercise, absent):
    done = usual(exercise)
    for rep in done.truth.reps[1:3]:
        track = without(done.track, rep.turn_s - 1.0, 2.0, absent=absent)
        assert rhomboid.check(track, exercise).count in (4, 5)
