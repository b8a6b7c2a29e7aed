"""A real server and a real browser, with a video in place of the camera."""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import sync_playwright

SPEECH = """
window.said = [];
const voice = {name: "test", lang: "en-US", default: true, localService: true, voiceURI: "test"};
speechSynthesis.getVoices = () => [voice];
speechSynthesis.cancel = () => {};
speechSynthesis.speak = (line) => {
  window.said.push(line.text);
  setTimeout(() => line.dispatchEvent(new Event("start")), 0);
  setTimeout(() => line.dispatchEvent(new Event("end")), 60);
};
"""
"""Takes the place of the voice: keeps what was to be said."""
_QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
_WAIT_S, _STEP_S = 20.0, 0.05


def chromium() -> str | None:
    """Return where Debian's or the system's Chromium is."""
    names = (os.environ.get("CHROMIUM", ""), "chromium", "chromium-browser", "google-chrome")
    return next((path for name in names if name and (path := shutil.which(name))), None)


@pytest.fixture(scope="session")
def playwright():
    if chromium() is None:
        pytest.skip("there is no Chromium here; name one with CHROMIUM=/path/to/it")
    with sync_playwright() as running:
        yield running


@contextmanager
def serving(folder: Path, port: int | None = None, *more: str):
    """Run the real command; give its address and process, and end it."""
    port = port or free_port()
    command = [sys.executable, "-c", "from rhomboid.cli import main; main()", "serve"]
    command += ["--port", str(port), "--data", str(folder), *more]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    try:
        url = f"http://127.0.0.1:{port}"
        wait_for(lambda: answers(url))
        yield url, process
    finally:
        process.terminate()
        process.wait(timeout=20)


def free_port() -> int:
    """Return a port that nobody uses."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def answers(url: str) -> bool:
    """Return whether the server lives."""
    try:
        with urllib.request.urlopen(f"{url}/healthz", timeout=2) as answer:
            return answer.status == 200
    except OSError:
        return False


def wait_for(holds) -> None:
    """Wait until something holds that another process brings about."""
    give_up_s = time.monotonic() + _WAIT_S
    while not holds():
        if time.monotonic() > give_up_s:
            raise TimeoutError("it never came about")
        time.sleep(_STEP_S)


@pytest.fixture
def server(tmp_path):
    """The server's address; its data lie in a folder of the test."""
    with serving(tmp_path / "data") as (url, _):
        yield url


@pytest.fixture
def browse(playwright):
    """Open a browser, with a video as its camera if one is given."""
    opened = []

    def open_page(camera: Path | None = None, **context):
        args = [*_QUIET, "--use-fake-ui-for-media-stream", "--use-fake-device-for-media-stream"]
        if camera is not None:
            args.append(f"--use-file-for-fake-video-capture={camera}")
        browser = playwright.chromium.launch(executable_path=chromium(), args=args)
        opened.append(browser)
        page = browser.new_context(**{"permissions": ["camera"], **context}).new_page()
        page.add_init_script(SPEECH)
        page.asked = []
        page.faults = []
        page.on("request", lambda request: page.asked.append(request.url))
        page.on("websocket", lambda one: page.asked.append(one.url))
        page.on("pageerror", lambda error: page.faults.append(str(error)))
        return page

    yield open_page
    for browser in opened:
        browser.close()
