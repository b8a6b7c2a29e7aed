"""How fast the live coach is: from a joint to an answer, how many at once, pages, and the browser.

The server is the real one, in a process of its own; so are those who train.
"""

import json
import shutil
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median

from benchmarks.crowd import percentile
from benchmarks.figures import Figure

ROOT = Path(__file__).resolve().parents[1]
ONE_MS, MANY_MS, PAGE_MS, FIRST_LOAD_KB = 20.0, 50.0, 50.0, 1000.0
PEOPLE = 100
_MORE = (100, 120, 140, 160)
_SECONDS = 12.0
_ROUNDS = 15
_TOOK = """
window.took = [];
const Real = Worker;
window.Worker = class extends Real {
  constructor(...words) {
    super(...words);
    this.addEventListener("message", ({ data }) => data.tookMs && window.took.push(data.tookMs));
  }
};
"""


def live_figures(clip: Path) -> list[Figure]:
    """Return every figure of the live coach that can be had here."""
    with tempfile.TemporaryDirectory() as folder, _server(Path(folder)) as url:
        return [*_answers(url), *_pages(url), _first_load(), *_browser(url, clip, Path(folder))]


def _answers(url: str) -> list[Figure]:
    """Measure how soon a frame is answered, for one person and for many."""
    alone = percentile(_crowd(url, 1, 60.0), 99)
    late_ms = {people: percentile(_crowd(url, people, _SECONDS), 99) for people in _MORE}
    carried = max((people for people, ms in late_ms.items() if ms <= MANY_MS), default=0)
    return [
        Figure("live: frame to event, 99th percentile, one person", alone, "ms", "lower", ONE_MS),
        Figure(f"live: the same, {PEOPLE} people at 30 frames/s", late_ms[PEOPLE], "ms", "lower",
               MANY_MS),
        Figure("live: people one server carries", carried, "people", "higher", PEOPLE),
    ]  # fmt: skip


def _crowd(url: str, people: int, seconds: float) -> list[float]:
    """Return how late each answer was, in milliseconds."""
    command = [sys.executable, "-m", "benchmarks.crowd", url.replace("http", "ws"), "--people"]
    command += [str(people), "--seconds", str(seconds)]
    ran = subprocess.run(command, check=True, capture_output=True, text=True, cwd=ROOT)
    late_ms: list[float] = json.loads(ran.stdout)
    return late_ms


def _pages(url: str) -> list[Figure]:
    """Measure how long the server takes for its slowest page."""
    paths = ["/", "/sets", "/privacy", "/exercises/deadlift", "/exercises/corkscrew/train?anyway=1"]
    slowest = max(median(_fetched_ms(url + path) for _ in range(_ROUNDS)) for path in paths)
    return [Figure("pages: the slowest on the server", slowest, "ms", "lower", PAGE_MS)]


def _fetched_ms(url: str) -> float:
    """Return how long one page takes to come."""
    before = time.perf_counter()
    with urllib.request.urlopen(url) as answer:
        answer.read()
    return (time.perf_counter() - before) * 1e3


def _first_load() -> Figure:
    """Add up what the coach loads before WebAssembly and model."""
    from rhomboid.web import assets

    names = [assets.asset("src/site.ts"), assets.asset("src/live.ts")]
    names += [*assets.asset_css("src/site.ts"), *assets.asset_css("src/live.ts")]
    files = [assets.FOLDER / name.removeprefix(assets.PREFIX) for name in names]
    files += (assets.FOLDER / "assets").glob("pose.worker-*.js")
    kb = sum(file.stat().st_size for file in files) / 1e3
    return Figure("first load of the coach before model", kb, "kB", "lower", FIRST_LOAD_KB)


def _browser(url: str, clip: Path, folder: Path) -> list[Figure]:
    """Measure frames a second in a browser without graphics card, beside the model alone there."""
    chromium = shutil.which("chromium")
    if chromium is None:
        return []
    from playwright.sync_api import sync_playwright

    from tests.browser.fake_camera import write_camera

    camera = write_camera(clip, folder / "camera.mjpeg", still_s=2.0, end_s=2.0)
    args = ["--no-sandbox", "--disable-gpu", "--use-fake-ui-for-media-stream"]
    args += ["--use-fake-device-for-media-stream", f"--use-file-for-fake-video-capture={camera}"]
    args += ["--disable-background-networking", "--disable-component-update", "--disable-sync"]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=args)
        page = browser.new_context(permissions=["camera"]).new_page()
        page.add_init_script(_TOOK)
        page.goto(f"{url}/exercises/lat_pulldown/train?anyway=1")
        page.click("[data-do=camera]")
        page.wait_for_timeout(20_000)
        shown = float(page.evaluate("document.getElementById('coach').dataset.fps"))
        took_ms = median(page.evaluate("window.took.slice(20)"))
        browser.close()
    alone = 1e3 / took_ms
    return [
        Figure("browser: frames a second, beside the model alone", shown, "1/s", "higher", None,
               alone),
        Figure("browser: share of what the model alone gives", shown / alone, "x", "higher"),
    ]  # fmt: skip


@contextmanager
def _server(folder: Path) -> Iterator[str]:
    """Run the real server; give its address."""
    from tests.browser.conftest import serving

    with serving(folder / "data") as (url, _):
        yield url
