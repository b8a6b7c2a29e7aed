"""A set before a real browser's camera comes to what `rhomboid check` says of the same pictures."""

import json
import re
import urllib.request
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

import rhomboid
from rhomboid.catalogue.read import load
from rhomboid.coach.guide import Guide
from rhomboid.coach.voice import Say
from rhomboid.session import judge
from tests.browser.conftest import serving, wait_for
from tests.browser.fake_camera import write_camera
from tests.coach.live_scenes import frames_of, stay

SAMPLES = Path(__file__).parents[2] / "samples"
STILL_S, END_S = 12.0, 4.0
"""How long the first picture stays: loading the model takes some seconds of it."""
BEST = {
    "corkscrew": "corkscrew__side__short_hold",
    "deadlift": "deadlift__side__clean",
    "inverted_row": "inverted_row__foot_end34__clean",
    "lat_pulldown": "lat_pulldown__side__clean",
    "seated_cable_row": "seated_cable_row__side__clean",
    "t_raise": "t_raise__front__clean",
}
FRAME_S = 0.15
"""How far two clocks may be apart: a frame of a browser without a graphics card, and what a
pause loses by it at each end."""


@pytest.fixture(scope="module")
def filmed(tmp_path_factory):
    """Return the fake camera of an exercise, and what the file says of it."""
    made = {}

    def film(exercise):
        if exercise not in made:
            folder = tmp_path_factory.mktemp(exercise)
            clip = SAMPLES / f"{BEST[exercise]}.mp4"
            camera = write_camera(clip, folder / "camera.mjpeg", still_s=STILL_S, end_s=END_S)
            made[exercise] = camera, judge(clip, exercise)
        return made[exercise]

    return film


def expected_words(track, exercise):
    """Return what a guide says to the joints that Python finds in the clip, after a still start."""
    guide = Guide(load(exercise), size_px=track.size_px)
    told, frames = [], frames_of(track)
    for frame in stay(frames[0], STILL_S):
        told += guide.feed(frame)
    for frame in frames:
        told += guide.feed(replace(frame, time_s=frame.time_s + STILL_S))
    return [one.text for one in told if isinstance(one, Say)]


def train(page, server, exercise):
    """Step before the camera."""
    page.goto(f"{server}/exercises/{exercise}/train")
    page.click("[data-do=camera]")


def shows(page, name):
    """Return one of the facts that the page holds for all to read."""
    return page.evaluate(f"document.getElementById('coach').dataset.{name}")


def counted(page, number, seconds=60):
    """Wait until so many were counted."""
    page.wait_for_selector(f"#coach[data-count='{number}']", timeout=seconds * 1000)


def kept(server, page):
    """Return the set that was kept last."""
    with urllib.request.urlopen(f"{server}/api/sets", timeout=10) as answer:
        (line,) = json.load(answer)
    with urllib.request.urlopen(f"{server}/api/sets/{line['id']}", timeout=10) as answer:
        return json.load(answer)


def finish(page, server):
    """End the set; return it as it was kept."""
    page.click("[data-do=finish]")
    page.wait_for_selector("[data-show=rest]:not([hidden])", timeout=20_000)
    return kept(server, page)


def of_the_set(said):
    """Return what was said since counting began, hints of the picture left out."""
    begun = said.index("Go.") if "Go." in said else 0
    return [line for line in said[begun:] if "see you" not in line]


@pytest.mark.parametrize("exercise", sorted(BEST))
def test_count_pauses_and_words_are_those_of_the_file(exercise, filmed, browse, server):
    camera, judged = filmed(exercise)
    report = judged.report
    page = browse(camera)
    train(page, server, exercise)
    counted(page, report.count)
    said = page.evaluate("window.said")
    done = finish(page, server)

    assert done["origin"] == "camera"
    assert done["total"] == done["counted"] == report.count
    live = [rep["hold_s"] or rep["pause_s"] for rep in done["report"]["reps"]]
    told = [rep.pause_s if rep.hold_s is None else rep.hold_s for rep in report.reps]
    assert live == pytest.approx(told, abs=2 * FRAME_S)
    ways = np.diff([rep["turn_s"] for rep in done["report"]["reps"]])
    assert ways == pytest.approx(np.diff([rep.turn_s for rep in report.reps]), abs=FRAME_S)
    words = expected_words(judged.track, exercise)
    assert [w for w in of_the_set(said) if w.isdigit() or w == "And back."] == [
        w for w in of_the_set(words) if w.isdigit() or w == "And back."
    ]
    assert not page.faults
    assert all(re.match(rf"(ws|http)://{server[7:]}/|data:|blob:", url) for url in page.asked)


def test_a_reload_and_a_killed_server_lose_nothing(filmed, browse, tmp_path):
    camera, judged = filmed("t_raise")
    data = tmp_path / "data"
    with serving(data) as (server, _):
        port = int(server.rsplit(":", 1)[1])
        page = browse(camera)
        train(page, server, "t_raise")
        counted(page, 1)
    with serving(data, port) as (server, _):
        counted(page, judged.report.count)
        done = finish(page, server)

    assert done["total"] == judged.report.count
    report = rhomboid.check(next(data.glob("sets/*/joints.npz")), "t_raise")
    assert report.count == done["counted"]


def test_a_network_dead_for_a_while_loses_nothing(filmed, browse, server):
    camera, judged = filmed("t_raise")
    page = browse(camera)
    train(page, server, "t_raise")
    counted(page, 1)
    page.context.set_offline(True)
    page.wait_for_timeout(3000)
    page.context.set_offline(False)
    counted(page, judged.report.count)
    assert finish(page, server)["total"] == judged.report.count


def test_corrections_by_hand_are_kept_apart(filmed, browse, server):
    camera, _ = filmed("t_raise")
    page = browse(camera)
    train(page, server, "t_raise")
    counted(page, 1)
    for name in ("more", "more", "less"):
        page.click(f"[data-do={name}]")
    wait_for(lambda: int(shows(page, "total")) == int(shows(page, "count")) + 1)
    done = finish(page, server)
    assert done["total"] == done["counted"] + 1


def test_without_a_camera_the_set_is_led_by_the_clock_and_counted_by_hand(browse, server):
    page = browse(permissions=[])
    page.goto(f"{server}/exercises/t_raise/train")
    page.click("[data-do=guided]")
    for _ in range(3):
        page.click("[data-do=more]")
    page.click("[data-do=finish]")
    page.wait_for_selector("[data-show=rest]:not([hidden])")
    done = kept(server, page)
    assert (done["origin"], done["total"], done["counted"]) == ("hand", 3, 0)
