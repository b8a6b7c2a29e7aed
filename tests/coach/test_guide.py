"""A guide counts as the file does, counts a hold down, and says the same when fed the same."""

from dataclasses import replace

import numpy as np
import pytest

import rhomboid
from rhomboid.catalogue.read import load, names
from rhomboid.coach.guide import Guide
from rhomboid.coach.hold import Holding
from rhomboid.coach.live import BadFrame
from rhomboid.coach.told import Armed, Corrected, Countdown, Counted, SideSeen
from rhomboid.coach.voice import Say, Target
from tests.coach.live_scenes import whole_set

DIP_PX = 30.0
"""How far an elbow sinks that leaves its place without coming back."""


def lead(exercise, frames, size_px, **options):
    """Lead somebody through frames; return the guide, and what was told with its time."""
    guide = Guide(load(exercise), size_px=size_px, **options)
    told = [(frame.time_s, one) for frame in frames for one in guide.feed(frame)]
    return guide, told


def words(told, kind=None):
    """Return what was said."""
    return [one.text for _, one in told if isinstance(one, Say) and kind in (None, one.kind)]


@pytest.mark.parametrize("exercise", names())
def test_counts_as_the_file_does_to_the_last_figure(exercise):
    frames, done = whole_set(exercise, repetitions=4)
    guide, told = lead(exercise, frames, done.track.size_px)

    finished = guide.finish()

    assert [one.count for _, one in told if isinstance(one, Counted)] == [1, 2, 3, 4]
    assert finished.report.to_json() == rhomboid.check(finished.track, exercise).to_json()


@pytest.mark.parametrize("exercise", names())
def test_fed_the_same_it_says_the_same(exercise):
    frames, done = whole_set(exercise, repetitions=2)
    assert (
        lead(exercise, frames, done.track.size_px)[1]
        == lead(exercise, frames, done.track.size_px)[1]
    )


@pytest.mark.parametrize("exercise", ["deadlift", "lat_pulldown", "t_raise"])
def test_getting_into_position_is_not_counted(exercise):
    how = {"repetitions": 2, "lead_in": ("walk_in", "fidget"), "still_s": 0.0}
    frames, done = whole_set(exercise, **how)
    _, told = lead(exercise, frames, done.track.size_px)

    begun_s = done.truth.reps[0].begun_s
    assert all(time_s > begun_s for time_s, one in told if isinstance(one, Counted))


def test_a_pause_is_counted_down_and_released_when_it_was_long_enough():
    frames, done = whole_set("seated_cable_row", repetitions=3, pause_s=5.0, variation=0.0)
    _, told = lead("seated_cable_row", frames, done.track.size_px)

    assert words(told, "hold") == ["3", "2", "1", "And back."] * 3
    released_s = [t for t, one in told if isinstance(one, Say) and one.text == "And back."]
    for said_s, rep in zip(released_s, done.truth.reps, strict=True):
        assert 3.0 <= said_s - 5.0 - rep.reached_s <= 4.2


def test_a_long_hold_is_counted_in_tens_and_then_one_by_one():
    frames, done = whole_set("corkscrew", repetitions=1, pause_s=33.0)
    guide, told = lead("corkscrew", frames, done.track.size_px)

    assert words(told, "hold") == [
        "30 seconds.", "20 seconds.", "10 seconds.", "5", "4", "3", "2", "1",
        "Done. Come down slowly.",
    ]  # fmt: skip
    (rep,) = done.truth.reps
    assert guide.finish().longest_hold_s == pytest.approx(rep.pause_s, abs=0.6)


def test_a_moment_out_of_position_does_not_end_a_hold_and_does_not_count():
    frames, done = whole_set("corkscrew", repetitions=1, pause_s=12.0)
    (rep,) = done.truth.reps
    begun_s = 5.0 + rep.reached_s + 4.0
    dipped = [
        replace(f, image_px=f.image_px + [[0.0, DIP_PX * (i in (13, 14))] for i in range(33)])
        if begun_s <= f.time_s < begun_s + 0.6
        else f
        for f in frames
    ]
    _, told = lead("corkscrew", dipped, done.track.size_px)

    held = [one for _, one in told if isinstance(one, Holding)]
    assert [one.seconds for one in held] == sorted(one.seconds for one in held)
    assert held[-1].seconds >= 10
    assert held[-1].longest_s <= rep.pause_s - 0.3


def test_the_last_repetitions_and_the_end_are_announced():
    frames, done = whole_set("lat_pulldown", repetitions=6)
    _, told = lead("lat_pulldown", frames, done.track.size_px, target=Target(6, 1.0))

    assert words(told, "count")[4:] == [
        "1", "2", "3", "Halfway.", "4", "2 to go.", "5", "Last one.", "6",
    ]  # fmt: skip
    assert words(told, "set") == ["That was 6 repetitions. Well done."]


def test_the_other_side_is_called_when_one_is_done():
    frames, done = whole_set("corkscrew", repetitions=2)
    _, told = lead("corkscrew", frames, done.track.size_px, target=Target(2, 30.0))

    assert words(told, "set") == ["Now the other side. Turn round."]
    assert [one.side for _, one in told if isinstance(one, SideSeen)][-1] == "left"


def test_a_major_fault_is_said_once_and_praised_when_mended():
    frames, done = whole_set(
        "t_raise", repetitions=6, faults={"arms_too_high": 35.0}, faulty=(1, 2)
    )
    _, told = lead("t_raise", frames, done.track.size_px)

    spoken = words(told, "cue") + words(told, "praise")
    assert len(words(told, "praise")) <= 1
    assert len(spoken) == len(set(spoken))
    assert words(told, "cue")


def test_nothing_is_said_in_the_middle_of_a_lift():
    frames, done = whole_set("deadlift", repetitions=4, faults={"bar_drifts": 0.4})
    _, told = lead("deadlift", frames, done.track.size_px)

    lifts = [(5 + r.start_s, 5 + r.reached_s) for r in done.truth.reps]
    for time_s, one in told:
        if isinstance(one, Say) and one.kind in ("cue", "praise"):
            assert not any(start + 0.3 < time_s < reached for start, reached in lifts)


def test_corrections_stand_apart_from_what_the_camera_counted():
    frames, done = whole_set("lat_pulldown", repetitions=2)
    guide, _ = lead("lat_pulldown", frames, done.track.size_px)

    assert guide.correct(1) == [Corrected(1, 3)]
    assert guide.correct(-1) == [Corrected(-1, 2)]
    assert (guide.count, guide.total) == (2, 2)
    assert guide.finish().corrections == (1, -1)
    with pytest.raises(ValueError, match="1 or -1"):
        guide.correct(2)


def test_nothing_is_taken_from_nothing():
    guide = Guide(load("deadlift"), size_px=(640.0, 480.0))
    assert guide.correct(-1) == []
    assert guide.total == 0


def test_a_set_that_never_began_has_no_report():
    finished = Guide(load("deadlift"), size_px=(640.0, 480.0)).finish()
    assert finished.report is None
    assert finished.track is None


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"time_s": 0.0}, "not later"),
        ({"time_s": float("nan")}, "not later"),
        ({"image_px": np.full((33, 2), np.inf)}, "no positions"),
        ({"visibility": np.full(33, np.nan)}, "between 0 and 1"),
        ({"visibility": np.full(33, 2.0)}, "between 0 and 1"),
        ({"world_m": np.full((33, 3), np.inf)}, "no positions"),
    ],
)
def test_a_bad_frame_is_told_and_changes_nothing(change, reason):
    frames, done = whole_set("lat_pulldown", repetitions=1)
    guide, _ = lead("lat_pulldown", frames[:200], done.track.size_px)
    (told,) = guide.feed(replace(frames[200], **change))

    assert isinstance(told, BadFrame)
    assert reason in told.reason
    for frame in frames[200:]:
        guide.feed(frame)
    assert guide.count == 1


def test_begun_before_the_first_frame_the_time_is_a_number():
    (armed, _) = Guide(load("deadlift"), size_px=(640.0, 480.0)).arm()
    assert armed == Armed(0.0)


def test_somebody_who_fidgets_is_not_asked_to_hold_still_all_the_time():
    frames, done = whole_set("t_raise", repetitions=1, still_s=30.0)
    fidgeting = [
        replace(f, image_px=f.image_px + np.array([40.0 * (f.time_s % 2 > 1.6), 0.0]))
        for f in frames
        if f.time_s < 30
    ]
    _, told = lead("t_raise", fidgeting, done.track.size_px)
    assert 1 <= words(told).count("Hold still. 3") <= 7


def test_the_number_that_is_said_is_always_the_one_that_is_shown():
    frames, done = whole_set("t_raise", repetitions=1, still_s=12.0)
    away = [
        replace(f, image_px=f.image_px + np.array([90.0 * (2.5 < f.time_s < 3.1), 0.0]))
        for f in frames
    ]
    slow = [f for i, f in enumerate(away) if i % 4 == 0]
    _, told = lead("t_raise", slow, done.track.size_px)

    shown = [one.left for _, one in told if isinstance(one, Countdown)]
    said = [text for text in words(told) if text[-1].isdigit()][: len(shown)]
    assert shown == [3, 2, 3, 2, 1]
    assert [int(text[-1]) for text in said] == shown
    assert words(told).count("You moved. Stand still.") == 1


@pytest.mark.parametrize("gap_s", [0.8, 5.0, 60.0])
def test_what_the_camera_did_not_see_is_no_hold(gap_s):
    frames, done = whole_set("corkscrew", repetitions=1, pause_s=12.0)
    (rep,) = done.truth.reps
    cut_s = 5.0 + rep.reached_s + 4.0
    late = [replace(f, time_s=f.time_s + gap_s) if f.time_s > cut_s else f for f in frames]
    _, told = lead("corkscrew", late, done.track.size_px)

    held = [one for _, one in told if isinstance(one, Holding)]
    assert held[-1].total_s <= rep.pause_s + 0.8
    if gap_s > 1:
        assert held[-1].longest_s <= rep.pause_s - 3.0


def test_a_moment_out_of_sight_does_not_cost_a_long_hold():
    frames, done = whole_set("corkscrew", repetitions=1, pause_s=12.0)
    (rep,) = done.truth.reps
    lost_s = 5.0 + rep.reached_s + 4.0
    nobody = np.full((33, 2), np.nan)
    blind = [
        replace(f, image_px=nobody, visibility=np.zeros(33))
        if lost_s <= f.time_s < lost_s + 0.8
        else f
        for f in frames
    ]
    guide, told = lead("corkscrew", blind, done.track.size_px)
    assert guide.count == 1
    assert [one for _, one in told if isinstance(one, Holding)][-1].longest_s > 9


def test_the_voice_counts_as_the_screen_does_after_a_correction():
    frames, done = whole_set("lat_pulldown", repetitions=3)
    guide = Guide(load("lat_pulldown"), size_px=done.track.size_px, target=Target(3, 1.0))
    said = []
    for frame in frames:
        told = guide.feed(frame)
        said += [one.text for one in told if isinstance(one, Say) and one.text.isdigit()]
        if any(isinstance(one, Counted) and one.count == 1 for one in told):
            guide.correct(-1)
    assert said[-3:] == ["1", "1", "2"]


def test_only_a_set_without_a_major_fault_is_called_well_done():
    over = []
    for faults in ({}, {"rocking_torso": 35.0}):
        how = {"repetitions": 3, "pause_s": 5.0, "variation": 0.0, "faults": faults}
        frames, done = whole_set("seated_cable_row", **how)
        target = Target(3, 3.4)
        over += words(lead("seated_cable_row", frames, done.track.size_px, target=target)[1], "set")
    assert over == ["That was 3 repetitions. Well done.", "That was 3 repetitions."]
