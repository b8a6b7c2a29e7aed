"""Every page is whole, readable for all and from here alone: light and dark, small and large."""

import json
import re
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from rhomboid.catalogue.read import names
from rhomboid.journal.opening import open_journal
from rhomboid.training.kept import KeptSet
from rhomboid.web.person import today
from tests.browser.conftest import serving
from tests.laws.scenes import perform, script
from tests.web.history import furnish

ROOT = Path(__file__).parents[2]
AXE = ROOT / "frontend" / "node_modules" / "axe-core" / "axe.min.js"
SHOTS = ROOT / "build" / "pages"
SET = "0f8fad5b-d9cb-469f-a165-70867728950e"
DAY = today() - timedelta(days=today().weekday(), weeks=1)
"""A Monday on which much was done."""
PAGES = {
    "today": "/",
    "sets": "/sets",
    "set": f"/sets/{SET}",
    "privacy": "/privacy",
    "journal": "/journal",
    "journal-day": f"/journal/{DAY}",
    "progress": "/progress",
    "progress-row": "/progress?exercise=seated_cable_row",
    "progress-stretch": "/progress?exercise=corkscrew&time=all",
    "notes": "/report",
    "standing": "/profile/standing",
    "nowhere": "/nowhere",
    "exercise-corkscrew": "/exercises/corkscrew",
    "train": "/exercises/seated_cable_row/train?anyway=1",
    "held": "/exercises/deadlift/train",
    "profile": "/profile",
    "health": "/profile/health",
}
MOST_STOPS = 200
"""Of the tabulator on the first page."""
OTHERS = {f"exercise-{name}": f"/exercises/{name}" for name in names() if name != "corkscrew"}
"""Seen in one look: they differ from one another, and not in how they look."""
LOOKS = {
    "light-desktop": {"color_scheme": "light", "viewport": {"width": 1280, "height": 900}},
    "dark-desktop": {"color_scheme": "dark", "viewport": {"width": 1280, "height": 900}},
    "light-360": {"color_scheme": "light", "viewport": {"width": 360, "height": 740}},
    "dark-360": {"color_scheme": "dark", "viewport": {"width": 360, "height": 740}},
}


@pytest.fixture(scope="module")
def furnished(tmp_path_factory):
    """A server at which a set was done, and others for some weeks."""
    folder = tmp_path_factory.mktemp("data")
    done = perform(script("seated_cable_row", repetitions=4, faults={"rocking_torso": 25.0}))
    journal = open_journal(folder)
    journal.sets.keep(
        KeptSet(
            id=SET,
            exercise="seated_cable_row",
            origin="camera",
            started_at=datetime(2026, 3, 1, 8, 30, tzinfo=UTC),
            counted=4,
            corrections=(1,),
        ),
        done.track,
    )
    furnish(journal, today())
    journal.close()
    with serving(folder) as (url, _):
        yield url


@pytest.mark.parametrize("look", LOOKS)
def test_every_page_is_whole_and_readable(look, furnished, browse):
    page = browse(**LOOKS[look])
    SHOTS.mkdir(parents=True, exist_ok=True)
    troubles = {}
    pages = PAGES | (OTHERS if look == "light-desktop" else {})
    for name, path in pages.items():
        page.goto(furnished + path, wait_until="networkidle")
        page.screenshot(path=SHOTS / f"{name}--{look}.png", full_page=True)
        found = serious(page)
        if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
            found.append("it is wider than the window")
        if found:
            troubles[name] = found
    assert not troubles, json.dumps(troubles, indent=1)
    assert not page.faults
    allowed = rf"{furnished}/|data:|blob:"
    assert [url for url in page.asked if not re.match(allowed, url)] == []


def serious(page):
    """Return what axe-core finds serious on a page."""
    if not AXE.is_file():
        pytest.skip("axe-core is not here; build the front end first")
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
    return [
        f"{one['id']}: {node['html'][:120]}"
        for one in found["violations"]
        if one["impact"] in ("serious", "critical")
        for node in one["nodes"]
    ]


def test_the_first_load_of_the_coach_is_light(furnished, browse):
    page = browse()
    sizes = []
    page.on("response", lambda r: sizes.append((r.url, int(r.header_value("content-length") or 0))))
    page.goto(f"{furnished}/exercises/deadlift/train?anyway=1", wait_until="networkidle")
    before_model = sum(size for url, size in sizes if not re.search(r"vision-|/models/", url))
    assert 10_000 < before_model <= 1_000_000


def test_what_is_large_is_kept_for_good(furnished, browse):
    page = browse()
    answer = page.request.get(f"{furnished}/static/models.json")
    model = json.loads(answer.text())["full"]
    kept = page.request.get(furnished + model["url"]).headers["cache-control"]
    assert "immutable" in kept
    assert "max-age=31536000" in kept


def test_everything_can_be_reached_with_the_keyboard_alone(furnished, browse):
    page = browse()
    page.goto(furnished)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    for _ in range(MOST_STOPS):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.getAttribute('href')") == (
            "/exercises/seated_cable_row/train"
        ):
            break
    page.keyboard.press("Enter")
    page.wait_for_url("**/exercises/seated_cable_row/train")
    page.locator("a[href*=anyway]").press("Enter")
    page.wait_for_url("**/train?anyway=1")
    assert page.locator("[data-do=camera]").is_visible()


def test_charts_are_drawn_without_any_script_made_of_text(furnished, browse):
    page = browse(color_scheme="dark", viewport={"width": 360, "height": 740})
    said = []
    page.on("console", lambda one: said.append(one.text) if one.type == "error" else None)
    page.goto(f"{furnished}/progress?exercise=seated_cable_row", wait_until="networkidle")
    drawn = page.locator("rh-chart svg")
    assert drawn.count() == page.locator("rh-chart").count() >= 6
    assert page.locator("rh-chart svg .mark-symbol path").count() > 40
    assert page.locator("rh-chart svg .role-axis-label text").count() > 20
    assert not said
    assert not page.faults
    accent = page.evaluate(
        "getComputedStyle(document.documentElement).getPropertyValue('--accent').trim()"
    )
    assert page.locator(f'rh-chart svg [stroke="{accent}"]').count() > 10
    inside = "[...document.querySelectorAll('rh-chart svg')].every(e => e.clientWidth <= 360)"
    assert page.evaluate(inside)


def test_without_scripts_every_chart_can_be_read(furnished, browse):
    page = browse(java_script_enabled=False)
    page.goto(f"{furnished}/progress?exercise=seated_cable_row")
    assert "went from" in page.locator(".chart-says").first.inner_text()
    page.locator("summary").first.click()
    assert page.locator("details[open] tbody tr").first.is_visible()


def test_the_notes_fill_one_page_of_paper(furnished, browse):
    page = browse()
    page.goto(f"{furnished}/report", wait_until="networkidle")
    paper = page.pdf(prefer_css_page_size=True)
    assert len(re.findall(rb"/Type\s*/Page[^s]", paper)) == 1
