"""Somebody's own posture is read from how they stand, and checks compare with it."""

from dataclasses import replace
from datetime import date

import numpy as np
import pytest

from rhomboid.athlete.exercises import MOVEMENTS
from rhomboid.athlete.performance import perform
from rhomboid.athlete.script import Script
from rhomboid.athlete.sight import Film
from rhomboid.catalogue.read import load, names, parse
from rhomboid.coach.offline import judge_track
from rhomboid.coach.own import fitted, measure_standing
from rhomboid.coach.verdict import OWN, rules_version
from rhomboid.errors import SpecError, StandingError
from rhomboid.training.standing import Standing

TODAY = date(2026, 3, 1)


def deadlift(view, *, film=None, **how):
    """Return a deadlift seen from somewhere."""
    camera = replace(MOVEMENTS["deadlift"].camera, azimuth_deg={"side": 90.0, "front": 0.0}[view])
    return perform(Script("deadlift", **how), camera=camera, film=film)


def standing_still(view="side", *, seconds=2.0, noise=0.003):
    """Return somebody upright before a deadlift's bar is touched: the top of a lock-out."""
    done = deadlift(view, repetitions=1, pause_s=seconds, film=Film(noise_trunk=noise))
    (rep,) = done.truth.reps
    track = done.track
    inside = (track.times_s >= rep.reached_s) & (track.times_s <= rep.left_s)
    return replace(
        track,
        times_s=track.times_s[inside],
        image_px=track.image_px[inside],
        visibility=track.visibility[inside],
        world_m=track.world_m[inside],
    )


def test_hip_and_knee_are_read_from_the_side_and_width_from_the_front():
    seen = measure_standing(standing_still(), "side", None, TODAY)
    assert seen.hip_deg == pytest.approx(178, abs=2)
    assert seen.knee_deg == pytest.approx(176, abs=3)
    both = measure_standing(standing_still("front"), "front", seen, TODAY)
    assert both == replace(seen, shoulders_trunk=both.shoulders_trunk)
    assert 0.5 < both.shoulders_trunk < 0.95


@pytest.mark.parametrize(("view", "look"), [("side", "front"), ("front", "side")])
def test_whoever_is_seen_from_elsewhere_is_asked_to_turn(view, look):
    with pytest.raises(StandingError, match="Turn"):
        measure_standing(standing_still(view), look, None, TODAY)


def test_whoever_moves_is_hidden_bent_or_gone_too_soon_is_told_so():
    still = standing_still()
    moving = deadlift("side", repetitions=2).track
    hidden = replace(still, visibility=np.full_like(still.visibility, 0.1))
    early = still.times_s < still.times_s[0] + 0.5
    short = replace(still, times_s=still.times_s[early], image_px=still.image_px[early],
                    visibility=still.visibility[early], world_m=still.world_m[early])  # fmt: skip
    seated = perform(Script("seated_cable_row", repetitions=1, pause_s=2.0)).track
    for track, said in [(moving, "still"), (hidden, "cannot see"), (short, "short")]:
        with pytest.raises(StandingError, match=said):
            measure_standing(track, "side", None, TODAY)
    with pytest.raises(StandingError):
        measure_standing(seated, "side", None, TODAY)


def test_a_soft_finish_that_nobody_could_tell_is_told_against_their_own_standing():
    done = deadlift("side", repetitions=3, faults={"stops_short": 0.1})
    finding = {f.check: f for f in judge_track(done.track, load("deadlift")).findings}
    assert finding["hips_through"].verdict == "not judged"
    seen = measure_standing(standing_still(), "side", None, TODAY)
    own = fitted(load("deadlift"), seen)
    report = judge_track(done.track, own)
    finding = {f.check: f for f in report.findings}
    assert finding["hips_through"].verdict == "fix"
    assert finding["hips_through"].good_from == seen.hip_deg - 8.0
    assert report.versions.rules == rules_version(load("deadlift")) + OWN


def test_a_good_finish_of_somebody_who_reads_bent_is_praised():
    done = deadlift("side", repetitions=3, faults={"stops_short": 0.05})
    before = {f.check: f for f in judge_track(done.track, load("deadlift")).findings}
    assert before["hips_through"].verdict == "not judged"
    own = fitted(load("deadlift"), Standing(hip_deg=before["hips_through"].value + 2.0))
    after = {f.check: f.verdict for f in judge_track(done.track, own).findings}
    assert after["hips_through"] == "good"


@pytest.mark.parametrize("exercise", names())
def test_who_was_never_measured_is_judged_as_before(exercise):
    spec = load(exercise)
    assert fitted(spec, None) is spec
    assert fitted(spec, Standing()) == spec


def test_widths_are_measured_against_ones_own_shoulders():
    done = deadlift("front", repetitions=2)
    before = {f.check: f.value for f in judge_track(done.track, load("deadlift")).findings}
    width = measure_standing(standing_still("front"), "front", None, TODAY).shoulders_trunk
    own = fitted(load("deadlift"), Standing(shoulders_trunk=width))
    after = {f.check: f.value for f in judge_track(done.track, own).findings}
    assert after["stance"] == pytest.approx(before["stance"], rel=0.12)
    halved = fitted(load("deadlift"), Standing(shoulders_trunk=width / 2))
    twice = {f.check: f.value for f in judge_track(done.track, halved).findings}
    assert twice["stance"] == pytest.approx(2 * after["stance"], rel=0.01)


def test_a_file_cannot_speak_for_a_person():
    from importlib.resources import files

    text = (files("rhomboid.catalogue") / "exercises" / "deadlift.toml").read_text("utf-8")
    with pytest.raises(SpecError, match="a person's"):
        parse('own_of = "x"\n' + text, where="mine.toml")
