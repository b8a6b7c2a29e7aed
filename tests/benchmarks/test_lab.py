"""The laboratory scores what it says it scores, and the same way every time."""

import sys
from dataclasses import replace

import numpy as np
import pytest

from benchmarks.figures import Figure
from benchmarks.lab import __main__ as command
from benchmarks.lab import drawn, samples, tables
from benchmarks.lab.examine import examine, matched
from benchmarks.lab.failures import lines
from benchmarks.lab.page import page
from benchmarks.lab.places import place
from benchmarks.lab.results import NAMED, RECOGNISED, Results
from benchmarks.lab.scene import Case
from benchmarks.lab.targets import figures
from rhomboid.catalogue.read import load, names
from rhomboid.session import check

SOME = range(27)


@pytest.fixture(scope="module")
def results():
    """Return what came of a few cases."""
    cases = [drawn.case(n) for n in range(4)] + [drawn.background_case(0)]
    return Results([examine(case) for case in cases])


@pytest.mark.parametrize("number", [0, 5])
def test_a_number_gives_the_same_set_every_time(number):
    one, other = (drawn.scene(number).track.image_px for _ in range(2))
    assert np.array_equal(one, other, equal_nan=True)


@pytest.mark.parametrize("number", SOME)
def test_a_set_is_seen_from_the_view_it_says(number):
    plan = drawn.plan(number)
    assert plan.camera.view(load(plan.script.exercise).camera.lying) == plan.view
    assert plan.supported == (plan.view in load(plan.script.exercise).camera.views)


def test_sets_are_unlike_each_other():
    plans = [drawn.plan(number) for number in range(180)]
    assert {p.script.exercise for p in plans} == set(names())
    faulty = sum(bool(p.script.faults) for p in plans)
    assert 60 < faulty < 120
    assert {p.supported for p in plans} == {p.camera.azimuth_deg < 180 for p in plans}


@pytest.mark.parametrize("exercise", names())
def test_every_view_of_an_exercise_has_a_place(exercise):
    camera = load(exercise).camera
    for view in camera.views + camera.also:
        for mirrored in (False, True):
            assert place(exercise, view, mirrored=mirrored).view(camera.lying) == view


def test_counted_repetitions_are_matched_by_their_turns():
    plans = ((n, drawn.plan(n)) for n in range(100))
    scene = drawn.scene(next(n for n, p in plans if p.supported and not p.script.faults))
    report = check(scene.track, scene.exercise)
    assert matched(report, scene) == [(i, i) for i in range(scene.count)]


def test_what_nobody_could_judge_is_scored_apart():
    scene = drawn.scene(6)
    whole = examine(Case("drawn", "", scene.exercise, lambda: scene, "")).named
    checks = {s.check for s in whole.said} | {check for check, _ in whole.unseen}
    blind = replace(scene, unseen=tuple(checks))
    shown = examine(Case("drawn", "", scene.exercise, lambda: blind, "")).named
    assert shown.said == ()
    assert {check for check, _ in shown.unseen} == checks


def test_a_case_can_be_made_again_from_what_it_says():
    case = drawn.case(5)
    shown = eval(case.again, {"drawn": drawn})
    assert np.array_equal(shown.track.image_px, case.make().track.image_px, equal_nan=True)


def test_sample_clips_have_their_truth():
    assert {case.exercise for case in samples.cases()} <= set(names())


def test_a_folder_of_traces_is_read(tmp_path):
    places = np.random.default_rng(0).random((40, 33, 3)).astype(np.float32)
    places[7] = 0.0
    np.savez(tmp_path / "poses.npz", walk=places)
    (tmp_path / "labels.csv").write_text("trace,exercise,reps\nwalk,none,3\n")
    (case,) = tables.cases(tmp_path, "data")
    scene = case.make()
    assert (scene.exercise, scene.count, len(scene.track)) == (None, 0, 40)
    assert np.isnan(scene.track.image_px[7]).all()
    assert np.isfinite(scene.track.image_px[8]).all()


def test_a_folder_without_labels_holds_nothing(tmp_path):
    assert tables.cases(tmp_path, "data") == []


def test_every_counter_is_scored_on_the_same_sets(results):
    assert {results.counting(name).sets for name in (NAMED, RECOGNISED, "rhythm")} == {4}


def test_what_is_counted_where_there_is_nothing_is_held_against_all_names(results):
    (nothing,) = results.of("background").outcomes
    assert set(nothing.others) == set(names())


def test_the_page_says_the_same_every_time_and_shows_every_limit(results):
    made = figures(results)
    text = page(results, made, 4)
    assert text == page(results, made, 4)
    assert all(f.name in text for f in made if f.limit is not None)


def test_failures_tell_how_to_see_them_again(results):
    said = "\n".join(lines(results))
    assert "from benchmarks.lab import drawn" in said


def test_a_folder_that_is_not_there_is_left_out_with_a_sentence(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(command, "FOLDERS", {"countix": tmp_path / "countix"})
    cases = command.find_cases(0, [])
    assert {case.group for case in cases} <= {"rendered"}
    assert "left out" in capsys.readouterr().err


@pytest.mark.parametrize("limit", [0.5, 1.0])
def test_the_command_fails_when_a_limit_does_not_hold(limit, monkeypatch):
    figure = Figure("exact", 0.7, "", "higher", limit)
    monkeypatch.setattr(sys, "argv", ["lab", "--only", "drawn", "--sets", "0"])
    monkeypatch.setattr(command, "figures", lambda _: [figure])
    with pytest.raises(SystemExit) as left:
        command.main()
    assert bool(left.value.code) == (limit > 0.7)
