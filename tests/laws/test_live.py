"""A camera, frame by frame, comes to what a file at once comes to; nonsense changes nothing."""

import json

import numpy as np
import pytest

import rhomboid
from rhomboid.catalogue.read import names
from rhomboid.coach.live import BadFrame, LiveSet, PoseFrame, RepDone
from rhomboid.records_json import to_json
from tests.laws.scenes import perform, script, usual

EVERY = names()


def frames(track):
    """Return the frames of a track one by one."""
    return [
        PoseFrame(float(time_s), image, sure, world)
        for time_s, image, sure, world in zip(
            track.times_s, track.image_px, track.visibility, track.world_m, strict=True
        )
    ]


def live(exercise, track, nonsense=()):
    """Feed a track to a live set, with frames of nonsense between; return report and events."""
    coach = LiveSet(exercise, size_px=track.size_px, model=track.model)
    events = []
    for i, frame in enumerate(frames(track)):
        events += coach.feed(frame)
        if nonsense and i % 7 == 3:
            events += coach.feed(nonsense[i // 7 % len(nonsense)](frame))
    return coach.finish(), events


def plain(report):
    """Return a report as plain values."""
    return json.loads(to_json(report))


def assert_same(one, other):
    """Hold two reports together: numbers to a billionth, all else exactly."""
    if isinstance(one, dict):
        assert one.keys() == other.keys()
        for key in one:
            assert_same(one[key], other[key])
    elif isinstance(one, list):
        assert len(one) == len(other)
        for a, b in zip(one, other, strict=True):
            assert_same(a, b)
    elif isinstance(one, float):
        assert one == pytest.approx(other, abs=1e-9)
    else:
        assert one == other


@pytest.mark.parametrize("exercise", EVERY)
def test_live_is_what_the_file_is(exercise):
    track = usual(exercise, repetitions=4, seed=2).track
    report, events = live(exercise, track)
    assert_same(plain(report), plain(rhomboid.check(track, exercise)))
    told = [event.rep for event in events if isinstance(event, RepDone)]
    assert told == list(report.reps[: len(told)])
    assert len(told) >= report.count - 1


def test_live_is_what_the_file_is_however_long_it_lasts():
    track = usual("lat_pulldown", repetitions=10, seed=3).track
    assert len(track) > 1024
    report, _ = live("lat_pulldown", track)
    assert_same(plain(report), plain(rhomboid.check(track, "lat_pulldown")))


@pytest.mark.parametrize("exercise", ["t_raise", "deadlift"])
def test_live_is_what_the_file_is_with_faults_and_idling(exercise):
    how = {"faults": {"half_repetition": 0.4}, "lead_in": ("walk_in",), "unfinished_last": True}
    track = perform(script(exercise, repetitions=3, **how), seed=5).track
    report, _ = live(exercise, track)
    assert_same(plain(report), plain(rhomboid.check(track, exercise)))


NONSENSE = {
    "no time": lambda f: PoseFrame(float("nan"), f.image_px, f.visibility, f.world_m),
    "time goes back": lambda f: PoseFrame(f.time_s - 0.5, f.image_px, f.visibility, f.world_m),
    "time stands": lambda f: PoseFrame(f.time_s, f.image_px, f.visibility, f.world_m),
    "endless time": lambda f: PoseFrame(float("inf"), f.image_px, f.visibility, f.world_m),
    "17 joints": lambda f: PoseFrame(f.time_s + 1e-3, f.image_px[:17], f.visibility[:17]),
    "one joint flat": lambda f: PoseFrame(f.time_s + 1e-3, f.image_px.ravel(), f.visibility),
    "endless place": lambda f: PoseFrame(f.time_s + 1e-3, f.image_px * np.inf, f.visibility),
    "no visibility": lambda f: PoseFrame(f.time_s + 1e-3, f.image_px, f.visibility * np.nan),
    "odd world": lambda f: PoseFrame(f.time_s + 1e-3, f.image_px, f.visibility, f.world_m[:5]),
    "endless world": lambda f: PoseFrame(
        f.time_s + 1e-3, f.image_px, f.visibility, f.world_m * np.inf
    ),
}


@pytest.mark.parametrize("kind", NONSENSE)
@pytest.mark.filterwarnings("ignore:invalid value")
def test_a_frame_of_nonsense_is_an_event_and_changes_nothing(kind):
    track = usual("t_raise", repetitions=3).track
    report, events = live("t_raise", track, [NONSENSE[kind]])
    assert any(isinstance(event, BadFrame) for event in events)
    assert_same(plain(report), plain(rhomboid.check(track, "t_raise")))
