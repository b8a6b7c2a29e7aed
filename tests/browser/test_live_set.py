"""A set before a real browser's camera comes to what `rhomboid check` says of the same pictures."""

import json
import os
import re
import signal
import urllib.request
from contextlib import suppress
from dataclasses import replace
from functools import wraps
from pathlib import Path

import pytest
from playwright.sync_api import TimeoutError as TimeoutError_

import rhomboid
from rhomboid.catalogue.read import load
from rhomboid.coach.guide import Guide
from rhomboid.coach.voice import Say
from rhomboid.journal.opening import open_journal
from rhomboid.journal.place import Place
from rhomboid.records_json import to_dict
from rhomboid.session import Judged
from tests.browser.conftest import serving, wait_for
from tests.browser.fake_camera import write_camera
from tests.browser.test_every_page import SHOTS, serious
from tests.coach.live_scenes import frames_of, stay
from tests.watched import track_of

SAMPLES = Path(__file__).parents[2] / "samples"
CLIPS = Path(__file__).parents[3] / "shared" / "clips"
STILL_S, END_S = 8.0, 4.0
"""How long the first picture stays: loading the model takes some seconds of it."""
BEST = {
    "corkscrew": "corkscrew__side__short_hold",
    "deadlift": "deadlift__side__clean",
    "inverted_row": "inverted_row__foot_end34__clean",
    "lat_pulldown": "lat_pulldown__side__clean",
    "seated_cable_row": "seated_cable_row__side__clean",
    "t_raise": "t_raise__front__clean",
}
REAL = {
    "deadlift": ("deadlift__side34__4reps", 4),
    "inverted_row": ("inverted_row__head_end34__5reps", 5),
    "lat_pulldown": ("lat_pulldown_closegrip__side__5reps_portrait", 5),
    "seated_cable_row": ("seated_cable_row__side__3reps", 3),
    "t_raise": ("lateral_raise_db__front34__3reps_plus_partial", 3),
}
TURN_S, PAUSE_S, HOLD_S = 0.25, 0.35, 0.95
"""How far turns, pauses and holds may be apart. The browser finds joints in another way than a
file, and differs by some pixels: docs/decisions/0006 has what was measured, turns within 0.05 s
but for the corkscrew's. The same joints come to the same figures to the last digit:
tests/web/test_live_socket.py."""
SLOW_HZ = 14.0
"""Frames a second below which a browser on a busy machine is given another try."""


LONG = pytest.mark.skipif(
    not os.environ.get("RHOMBOID_LONG"), reason="takes minutes: make live runs it"
)


def second_try(test):
    """Let a test fail only if it fails twice: other work on the machine slows a camera's clock."""

    @wraps(test)
    def tried(*args, **fixtures):
        try:
            test(*args, **fixtures)
        except (AssertionError, TimeoutError, TimeoutError_):
            test(*args, **fixtures)

    return tried


@pytest.fixture(scope="module")
def filmed(tmp_path_factory):
    """Return the fake camera of an exercise, and what the file says of it."""
    made = {}

    def film(exercise):
        if exercise not in made:
            folder = tmp_path_factory.mktemp(exercise)
            clip = SAMPLES / f"{BEST[exercise]}.mp4"
            camera = write_camera(clip, folder / "camera.mjpeg", still_s=STILL_S, end_s=END_S)
            track = track_of(clip)
            made[exercise] = camera, Judged(rhomboid.check(track, exercise), track, clip)
        return made[exercise]

    return film


def expected(track, exercise):
    """Return the report and the words for the joints that Python finds, after a still start."""
    guide = Guide(load(exercise), size_px=track.size_px)
    told, frames = [], frames_of(track)
    for frame in stay(frames[0], STILL_S):
        told += guide.feed(frame)
    for frame in frames:
        told += guide.feed(replace(frame, time_s=frame.time_s + STILL_S))
    return guide.finish().report, [one.text for one in told if isinstance(one, Say)]


def train(page, server, exercise):
    """Step before the camera."""
    page.goto(f"{server}/exercises/{exercise}/train?anyway=1")
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
        line = json.load(answer)[0]
    with urllib.request.urlopen(f"{server}/api/sets/{line['id']}", timeout=10) as answer:
        return json.load(answer)


def finish(page, server):
    """End the set; return it as it was kept."""
    page.click("[data-do=finish]")
    page.wait_for_selector("[data-show=rest]:not([hidden])", timeout=20_000)
    return kept(server, page)


def of_the_set(said):
    """Return what was said since counting began.

    Hints of the picture are left out, and the last word of a countdown: a pause of
    the sample ends just when it is due.
    """
    begun = said.index("Go.") if "Go." in said else 0
    return [line for line in said[begun:] if "see you" not in line and line != "And back."]


def watched(browse, server, camera, exercise, number, *, begins=False):
    """Train until so many were counted; return the page. A busy machine gets a second try."""
    for again in (True, False):
        page = browse(camera)
        train(page, server, exercise)
        if begins:
            page.click("[data-do=arm]")
            page.wait_for_selector("#coach[data-stage='counting']", timeout=20_000)
        try:
            counted(page, number)
            return page
        except TimeoutError_:
            hz = float(shows(page, "fps"))
            if hz >= SLOW_HZ:
                raise
            page.context.browser.close()
            if not again:
                pytest.skip(f"the browser gets {hz} frames a second on this busy machine")
    raise AssertionError


def seconds_held(reps):
    """Return how long the far end of each repetition was held, as JSON has it."""
    return [rep["pause_s"] if rep["hold_s"] is None else rep["hold_s"] for rep in reps]


def all_said(page, number):
    """Return what was said, once so many lines of the set were: the last wait for one another."""
    with suppress(TimeoutError):
        wait_for(lambda: len(of_the_set(page.evaluate("window.said"))) >= number)
    return page.evaluate("window.said")


@pytest.mark.parametrize("exercise", sorted(BEST))
@second_try
def test_count_pauses_and_words_are_those_of_the_file(exercise, filmed, browse, server):
    camera, judged = filmed(exercise)
    report, words = expected(judged.track, exercise)
    assert report.count == judged.report.count
    page = watched(browse, server, camera, exercise, report.count)
    said = all_said(page, len(of_the_set(words)))
    done = finish(page, server)

    assert done["origin"] == "camera"
    assert done["total"] == done["counted"] == report.count
    live, told = done["report"]["reps"], to_dict(report)["reps"]
    apart_s = HOLD_S if exercise == "corkscrew" else PAUSE_S
    assert seconds_held(live) == pytest.approx(seconds_held(told), abs=apart_s)
    turns = [[rep["turn_s"] - reps[0]["turn_s"] for rep in reps] for reps in (live, told)]
    assert turns[0] == pytest.approx(turns[1], abs=TURN_S)
    assert of_the_set(said) == of_the_set(words)
    assert not page.faults
    assert all(re.match(rf"(ws|http)://{server[7:]}/|data:|blob:", url) for url in page.asked)


@LONG
@pytest.mark.parametrize("exercise", sorted(REAL))
@second_try
def test_real_people_are_counted_as_in_the_file(exercise, browse, server, tmp_path):
    name, number = REAL[exercise]
    clip = CLIPS / f"{name}.mp4"
    if not clip.is_file():
        pytest.skip("the clips of real people are not here")
    camera = write_camera(clip, tmp_path / "camera.mjpeg", still_s=STILL_S / 2, end_s=END_S)
    page = watched(browse, server, camera, exercise, number, begins=True)
    assert finish(page, server)["counted"] == number


@second_try
def test_a_network_dead_for_a_while_and_then_a_killed_server_lose_nothing(filmed, browse, tmp_path):
    camera, judged = filmed("t_raise")
    data = tmp_path / "data"
    with serving(data) as (server, process):
        port = int(server.rsplit(":", 1)[1])
        page = browse(camera)
        train(page, server, "t_raise")
        counted(page, 1)
        process.send_signal(signal.SIGSTOP)
        page.wait_for_selector("#coach[data-connection='waiting']", timeout=20_000)
        process.kill()
        process.wait()
    with serving(data, port) as (server, _):
        counted(page, judged.report.count)
        done = finish(page, server)

    assert done["total"] == judged.report.count
    journal = open_journal(Place(data))
    (one,) = journal.sets.recent()
    report = rhomboid.check(journal.sets.track(one.id), "t_raise", target=one.target)
    journal.close()
    assert to_dict(report)["reps"] == done["report"]["reps"]


@LONG
@second_try
def test_a_page_loaded_anew_in_the_middle_goes_on(filmed, browse, server):
    camera, judged = filmed("t_raise")
    page = browse(camera)
    train(page, server, "t_raise")
    counted(page, 1)
    page.reload()
    # The camera begins its clip again: what was counted before stays.
    counted(page, 1 + judged.report.count)
    assert finish(page, server)["counted"] == 1 + judged.report.count


@LONG
@second_try
def test_a_set_that_nobody_goes_on_with_asks_and_ends_by_itself(browse, server, tmp_path):
    clip = SAMPLES / f"{BEST['t_raise']}.mp4"
    camera = write_camera(clip, tmp_path / "camera.mjpeg", still_s=STILL_S, end_s=50.0)
    page = browse(camera)
    train(page, server, "t_raise")
    number = rhomboid.check(track_of(clip), "t_raise").count
    counted(page, number)
    page.wait_for_selector("[data-show=rest]:not([hidden])", timeout=60_000)
    said = page.evaluate("window.said")
    assert said[-2:] == [
        "Is that all? I end the set in ten seconds.",
        "The set is over. I save it.",
    ]
    done = kept(server, page)
    assert (done["origin"], done["total"], done["counted"]) == ("camera", number, number)


STAGES = {
    "looking": "#coach[data-stage='looking']",
    "countdown": "#coach[data-stage='countdown']",
    "counting": "#coach[data-stage='counting']",
    "hold": "[data-show=hold]:not([hidden])",
    "counted": "#coach[data-count='1']",
}

STEADY = (".coach-count", ".coach-goal", "[data-do=finish]", "[data-do=more]")
"""What must stay where it is while a set goes on."""


@second_try
def test_every_stage_of_a_set_is_readable_and_corrections_are_kept_apart(filmed, browse, server):
    camera, _ = filmed("corkscrew")
    page = browse(camera, color_scheme="dark", viewport={"width": 360, "height": 740})
    train(page, server, "corkscrew")
    troubles, places = {}, set()
    for stage, shown in STAGES.items():
        page.wait_for_selector(shown, timeout=60_000)
        if stage in ("counting", "hold", "counted"):
            places.add(tuple(str(page.locator(one).bounding_box()) for one in STEADY))
        troubles[stage] = serious(page)
        page.screenshot(path=SHOTS / f"live-{stage}--dark-360.png")
    for name in ("more", "more", "less"):
        page.click(f"[data-do={name}]")
    wait_for(lambda: int(shows(page, "total")) == int(shows(page, "count")) + 1)
    done = finish(page, server)
    troubles["rest"] = serious(page)
    page.screenshot(path=SHOTS / "live-rest--dark-360.png", full_page=True)
    assert done["total"] == done["counted"] + 1
    assert not any(troubles.values()), troubles
    assert len(places) == 1, f"what comes or goes moves the count or the buttons: {places}"


def guided(browse, server):
    """Begin a set that the clock leads."""
    page = browse(permissions=[])
    page.goto(f"{server}/exercises/t_raise/train")
    page.click("[data-do=guided]")
    return page


def test_without_a_camera_the_set_is_led_by_the_clock_and_counted_by_hand(browse, server):
    page = guided(browse, server)
    for _ in range(3):
        page.click("[data-do=more]")
    assert not serious(page)
    page.screenshot(path=SHOTS / "live-guided--light-desktop.png")
    page.reload()
    page.wait_for_selector("#coach[data-stage='guided'][data-total='3']")
    page.click("[data-do=finish]")
    page.wait_for_selector("[data-show=rest]:not([hidden])")
    done = kept(server, page)
    assert (done["origin"], done["total"], done["counted"]) == ("hand", 3, 0)
