"""From the first start to tomorrow's plan: questions, a live set, how it was, what comes next."""

import json
import subprocess
import sys
from datetime import datetime, timedelta

from tests.browser.conftest import serving, wait_for
from tests.browser.fake_camera import write_camera
from tests.browser.test_live_set import BEST, SAMPLES, STILL_S, counted, finish, second_try


def planned(folder, day):
    """Return the plan of a day, as the terminal has it."""
    command = [sys.executable, "-c", "from rhomboid.cli import main; main()", "plan", "--json"]
    command += ["--date", day.isoformat(), "--data", str(folder)]
    return json.loads(subprocess.run(command, capture_output=True, check=True).stdout)


def sets_left(plan, exercise):
    """Return how many sets of an exercise a plan still asks for."""
    return sum(len(i["remaining"]) for i in plan["items"] if i["exercise"] == exercise)


@second_try
def test_what_is_done_today_is_in_the_journal_and_in_the_plan_of_tomorrow(browse, tmp_path):
    clip = SAMPLES / f"{BEST['t_raise']}.mp4"
    camera = write_camera(clip, tmp_path / "camera.mjpeg", still_s=STILL_S, end_s=4.0)
    day = datetime.now().astimezone().date()
    data = tmp_path / f"data-{len(list(tmp_path.iterdir()))}"
    with serving(data) as (server, _):
        page = browse(camera)
        page.goto(server)
        page.click("summary:has-text('Answer six short questions')")
        page.uncheck("input[name=gear][value=mat]")
        page.click("section[aria-labelledby=first] button:has-text('Save')")
        page.wait_for_selector("text=eight questions about your health, before any load")
        page.click("text=Answer eight questions")
        for no in page.locator("input[value=no]").all():
            no.check()
        page.click("button:has-text('Save')")
        asked = sets_left(planned(data, day), "t_raise")
        assert asked >= 1

        page.click("#plan-t_raise >> text=Start")
        page.click("[data-do=camera]")
        counted(page, 3)
        done = finish(page, server)
        assert done["counted"] == 3
        assert sets_left(planned(data, day), "t_raise") == asked - 1
        page.wait_for_selector("#after form")
        page.select_option("#after [name=pain]", "7")
        page.click("#after button")
        page.wait_for_selector("#after .stop")

        assert sets_left(planned(data, day), "t_raise") == 0
        page.goto(server)
        assert "Do not train" in page.content() or "hurt" in page.content()
        wait_for(lambda: page.goto(f"{server}{done['url']}").ok)
        tomorrow = planned(data, day + timedelta(days=1))
        assert {i["exercise"] for i in tomorrow["items"]} <= {"corkscrew"}
        assert "pain was above 5" in json.dumps(tomorrow["reasons"])
