"""Somebody who stands before a real browser's camera is measured, and told when to turn."""

from tests.browser.fake_camera import write_stills
from tests.browser.test_every_page import SHOTS, serious
from tests.browser.test_live_set import SAMPLES, second_try


@second_try
def test_front_and_side_are_measured_one_after_the_other(browse, server, tmp_path):
    side = SAMPLES / "deadlift__side__clean.mp4", 2.5, 30.0
    front = SAMPLES / "t_raise__front__clean.mp4", 0.5, 12.0
    page = browse(write_stills([front, side], tmp_path / "camera.mjpeg"))
    page.goto(f"{server}/profile/standing")
    page.click("[data-do=camera]")
    page.wait_for_selector("#standing[data-stage='looking']")
    assert not serious(page)
    page.wait_for_selector("[data-show=done]:not([hidden])", timeout=60_000)
    page.screenshot(path=SHOTS / "standing-done.png")
    said = page.evaluate("window.said")
    assert said[0].startswith("Face the camera")
    assert said[-1].startswith("That is all")
    page.goto(f"{server}/profile/standing")
    assert "measured last" in page.content()
