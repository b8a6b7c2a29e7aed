"""Every page is there, says what it must, asks nobody else, and takes what it is told."""

import re
import time
from dataclasses import replace
from datetime import date, datetime
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urlsplit

import numpy as np
import pytest

from rhomboid.athlete.exercises import MOVEMENTS
from rhomboid.catalogue.read import load, names
from rhomboid.errors import VideoError
from rhomboid.session import Judged, check, judge
from rhomboid.skeleton import JOINTS
from rhomboid.training.kept import Rating
from rhomboid.web.pages.athlete import animation
from rhomboid.web.pages.muscles import NAMED
from rhomboid.web.pages.still import still
from rhomboid.web.pages.watching import Videos
from tests import films
from tests.web.conftest import SET_ID

SAMPLE = Path(__file__).parents[2] / "samples" / "t_raise.mp4"
MOST_MS = 50.0
HTML = {"accept": "text/html"}
HOSTILE = ["../set", "..%2f..%2fetc%2fpasswd", "%00", "x" * 3000, "<script>", "0e8b6b3a", "é"]


class Seen(HTMLParser):
    """What a page refers to, its headings, its ids, and what it runs."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.references: list[str] = []
        self.sent_to: set[str] = set()
        self.inline_scripts = 0
        self.handlers: list[str] = []
        self.headings: list[int] = []
        self.ids: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        self.references += [v for k, v in given.items() if k in ("href", "src", "action") and v]
        self.sent_to |= {v for k, v in given.items() if k == "action" and v}
        self.handlers += [k for k in given if k.startswith("on")]
        self.ids += [given["id"]] if "id" in given else []
        if tag == "script" and "src" not in given and given.get("type") != "application/json":
            self.inline_scripts += 1
        if re.fullmatch(r"h[1-6]", tag):
            self.headings.append(int(tag[1]))


def pages():
    """Return the address of every page that is always there."""
    profile = ["/profile", "/profile/health", "/profile/standing"]
    return ["/", "/sets", "/privacy", *profile, *(f"/exercises/{name}" for name in names())]


def quickest_ms(client, address: str) -> float:
    """Return how long the quickest of a few answers took: others may use the machine, too."""
    took_s = []
    for _ in range(5):
        began_s = time.perf_counter()
        assert client.get(address).status_code == 200
        took_s.append(time.perf_counter() - began_s)
    return 1000 * min(took_s)


def require_sound(text: str) -> None:
    """Fail if a page runs a script of its own, asks elsewhere, or is put together badly."""
    seen = Seen(text)
    assert not seen.inline_scripts
    assert not seen.handlers
    assert all(not urlsplit(address).netloc for address in seen.references), seen.references
    assert all(urlsplit(a).scheme in ("", "data") for a in seen.references), seen.references
    assert seen.headings.count(1) == 1
    assert seen.headings[0] == 1
    steps = np.diff(seen.headings)
    assert not len(steps) or steps.max() <= 1, seen.headings
    assert len(seen.ids) == len(set(seen.ids))
    assert 'lang="en"' in text
    # With no-referrer a form's origin would be "null", and the form turned away.
    assert '<meta name="referrer" content="same-origin">' in text
    assert '<main id="main"' in text


@pytest.mark.parametrize("address", pages())
def test_a_page_is_there_sound_and_quick(client, address):
    answer = client.get(address)

    assert answer.status_code == 200
    require_sound(answer.text)
    assert quickest_ms(client, address) <= MOST_MS


@pytest.mark.parametrize("address", pages())
def test_what_a_page_leads_to_is_there(client, address):
    seen = Seen(client.get(address).text)
    for reference in sorted(set(seen.references)):
        path = urlsplit(reference).path
        if reference in seen.sent_to:
            assert client.get(path).status_code in (200, 405), reference
            continue
        if reference.startswith(("#", "data:")) or path.startswith("/static/") or path == "/videos":
            continue
        assert client.get(path).status_code == 200, reference


def test_today_offers_the_six_first_and_each_can_be_started(client):
    text = client.get("/").text
    started = re.findall(r'href="/exercises/(\w+)/train"', text)

    assert set(started) == set(names())
    assert all(load(name).exercise.of_the_six for name in started[:6])


@pytest.mark.parametrize("name", names())
def test_the_page_of_an_exercise_says_all_of_its_file(client, name):
    spec, text = load(name), client.get(f"/exercises/{name}").text
    text = text.replace("&#39;", "'").replace("&amp;", "&")
    said = [line.text for line in (*spec.guidance.setup, *spec.guidance.steps)]
    said += [line.text for line in (*spec.guidance.faults, *spec.safety.before)]
    said += [spec.safety.stop, *spec.safety.conditions.values(), spec.camera.advice]
    said += [spec.guidance.breathing, *spec.guidance.easier, *spec.guidance.harder]
    said += [spec.prescription.article_dose, spec.prescription.note, spec.progression.step]
    said += [item.name for item in (*spec.equipment.usual, *spec.equipment.substitutes)]
    said += [check.title for check in spec.checks]
    said += [*spec.exercise.primary, *spec.exercise.secondary]

    assert [line for line in said if line not in text] == []


def test_every_muscle_of_every_exercise_has_a_place_on_the_map():
    for name in names():
        who = load(name).exercise
        assert {*who.primary, *who.secondary} <= NAMED


@pytest.mark.parametrize("name", names())
def test_the_athlete_does_one_repetition_that_can_be_looped(client, name):
    told = client.get(f"/exercises/{name}/athlete.json").json()
    frames = np.array(told["frames"])
    tempo = load(name).prescription.tempo

    assert told["joints"] == list(JOINTS)
    assert frames.shape == (len(frames), 33, 3)
    assert np.isfinite(frames).all()
    assert told["duration_s"] == pytest.approx(len(frames) / told["fps"])
    fastest_m = np.abs(np.diff(frames, axis=0)).max()
    assert np.abs(frames[0] - frames[-1]).max() <= max(fastest_m, 0.01)
    assert all(0 <= i < 33 for bone in told["bones"] for i in bone)

    phases = {phase["name"]: phase["end_s"] - phase["start_s"] for phase in told["phases"]}
    assert phases["out"] == pytest.approx(tempo.out_s, abs=0.01)
    assert phases["back"] == pytest.approx(tempo.back_s, abs=0.01)
    assert phases.get("turn", 0.0) == pytest.approx(min(tempo.pause_s, 6.0), abs=0.01)
    assert phases["rest"] == pytest.approx(max(tempo.rest_s, 0.8), abs=0.05)
    assert told.get("real_s") == (tempo.pause_s if tempo.pause_s > 6 else None)
    assert told["gear"]
    for line in told["gear"]:
        assert np.array(line["points"]).shape[1:] == (3,)
        assert "frames" not in line or len(line["frames"]) == len(frames)


@pytest.mark.parametrize("name", names())
def test_the_live_page_knows_its_exercise(client, name):
    answer = client.get(f"/exercises/{name}/train?anyway=1")

    assert answer.status_code == 200
    require_sound(answer.text)
    assert load(name).exercise.name in answer.text
    assert 'class="place"' in answer.text


def test_every_exercise_can_be_drawn():
    assert set(names()) == set(MOVEMENTS)


@pytest.mark.parametrize("address", ["/nothing", "/exercises/nothing", "/exercises/nothing/train"])
def test_what_is_not_there_is_said_in_plain_words(client, address):
    answer = client.get(address, headers=HTML)

    assert answer.status_code == 404
    require_sound(answer.text)
    assert 'href="/"' in answer.text


def test_a_program_is_answered_in_json(client):
    answer = client.get("/exercises/nothing/athlete.json")

    assert answer.status_code == 404
    assert answer.json()["detail"]


@pytest.mark.parametrize("id_", HOSTILE)
@pytest.mark.parametrize(
    "place", ["/sets/{}", "/exercises/{}", "/videos/{}", "/sets/{}/joints.json"]
)
def test_a_hostile_id_finds_nothing(client, place, id_):
    assert client.get(place.format(id_)).status_code in (404, 405)
    assert client.post(f"/sets/{id_}/discard").status_code in (404, 405)


@pytest.mark.parametrize("name", names())
def test_the_page_of_a_set_shows_what_was_judged(client, keep, name):
    keep(name)
    answer = client.get(f"/sets/{SET_ID}")

    assert quickest_ms(client, f"/sets/{SET_ID}") <= MOST_MS
    assert answer.status_code == 200
    require_sound(answer.text)
    assert answer.text.count("data-seek-s=") == 3
    assert "3 by camera" in answer.text


@pytest.mark.parametrize("counted", [2, 3])
def test_what_moved_since_a_set_was_kept_is_said_on_its_page(client, keep, counted):
    keep("t_raise")
    sets = client.app.state.journal.sets
    track = sets.track(SET_ID)
    report = check(track, "t_raise")
    then = replace(report.versions, rhomboid="0.0.1", rules="t_raise-0")
    client.app.state.journal.reports.add(
        SET_ID, replace(report, versions=then, reps=report.reps[:counted])
    )
    text = client.get(f"/sets/{SET_ID}").text

    assert ("it was judged by t_raise-0" in text) == (counted == 2)
    assert ("The count was 2, and is now 3." in text) == (counted == 2)


def test_joints_are_sent_for_the_replay(client, keep):
    keep("t_raise")
    told = client.get(f"/sets/{SET_ID}/joints.json").json()
    times_s = np.array(told["times_s"])

    assert len(told["joints"]) == len(times_s)
    assert {len(frame) for frame in told["joints"]} == {33}
    ends = {joint for bone in told["bones"] for joint in bone}
    assert all(frame[joint] is not None for frame in told["joints"] for joint in ends)
    assert all(frame[JOINTS.index("left_pinky")] is None for frame in told["joints"])
    assert np.diff(times_s).min() > 0
    assert len(times_s) / (times_s[-1] - times_s[0]) <= 31
    assert told["size"] == [1280, 720]
    assert [rep["number"] for rep in told["reps"]] == [1, 2, 3]
    assert told["reps"][0].keys() == {"number", "start_s", "turn_s", "end_s", "faults"}


def test_a_set_by_hand_says_so_and_has_no_replay(client, keep):
    keep("deadlift", origin="hand", counted=0, corrections=(1, 1))
    answer = client.get(f"/sets/{SET_ID}")

    require_sound(answer.text)
    assert "entered by hand" in answer.text
    assert "rh-replay" not in answer.text
    assert client.get(f"/sets/{SET_ID}/joints.json").status_code == 404


def test_a_set_in_which_nothing_was_recognised_has_a_page(client, keep):
    keep(None, origin="video", counted=0, recording="<b>x</b>.mp4")
    answer = client.get(f"/sets/{SET_ID}")

    require_sound(answer.text)
    assert "<b>x</b>" not in answer.text


def change(client, statement):
    """Change what is kept behind the journal's back."""
    with client.app.state.journal.database.writing() as connection:
        connection.exec_driver_sql(statement)


def test_a_set_of_an_exercise_that_is_gone_has_a_page(client, keep):
    keep("t_raise")
    change(client, "UPDATE sets SET exercise = 'gone'")

    assert client.get(f"/sets/{SET_ID}").status_code == 200


def test_damaged_joints_are_said_and_the_page_stays(client, keep):
    keep("t_raise")
    change(client, "UPDATE traces SET joints = x'00'")
    answer = client.get(f"/sets/{SET_ID}")

    assert answer.status_code == 200
    assert "cannot be read" in answer.text
    assert client.get(f"/sets/{SET_ID}/joints.json").status_code == 404


def test_sets_are_listed_with_whose_count_it_is(client, keep):
    keep("t_raise", corrections=(1,))
    for address in ("/", "/sets"):
        text = client.get(address).text
        assert "3 by camera, 1 added by hand" in text
        assert "corrected by hand" in text


def test_a_rating_is_kept_and_shown_again(client, keep):
    keep("t_raise")
    said = {"effort": "7", "spare": "2", "pain": "1", "note": "Heavy <i>today</i>\r\nbut fine"}
    answer = client.post(f"/sets/{SET_ID}/rating", data=said)

    assert answer.status_code == 303
    kept = client.app.state.journal.sets.read(SET_ID).rating
    assert kept == Rating(7, 2, 1, "Heavy <i>today</i>\nbut fine")
    text = client.get(f"/sets/{SET_ID}").text
    assert "Heavy &lt;i&gt;today" in text
    assert len(re.findall(r"\bchecked>", text)) == 3


def test_a_rating_may_be_left_open(client, keep):
    keep("t_raise")

    assert client.post(f"/sets/{SET_ID}/rating", data={"pain": "0"}).status_code == 303
    assert client.app.state.journal.sets.read(SET_ID).rating == Rating(pain=0)


@pytest.mark.parametrize(
    ("pain", "kind"),
    [(0, None), (2, None), (3, "caution"), (5, "caution"), (6, "stop"), (10, "stop")],
)
def test_pain_is_answered(client, keep, pain, kind):
    keep("t_raise")
    text = client.post(
        f"/sets/{SET_ID}/rating", data={"pain": str(pain)}, headers={"hx-request": "true"}
    ).text

    assert ("Do not train through this" in text) == (kind == "stop")
    assert ("Take care" in text) == (kind == "caution")
    again = 'class="button" href="/exercises/t_raise/train"'
    assert (again in text) == (kind != "stop")
    assert (again in client.get(f"/sets/{SET_ID}").text) == (kind != "stop")


@pytest.mark.parametrize(
    "said", [{"pain": "11"}, {"effort": "-1"}, {"spare": "x"}, {"note": "n" * 501}, {"pain": "1e9"}]
)
def test_a_rating_off_its_scale_is_refused_and_nothing_is_kept(client, keep, said):
    keep("t_raise")
    answer = client.post(f"/sets/{SET_ID}/rating", data=said, headers=HTML)

    assert answer.status_code == 422
    require_sound(answer.text)
    assert client.app.state.journal.sets.read(SET_ID).rating == Rating()


def test_a_correction_stands_apart_from_the_count_of_the_camera(client, keep):
    keep("t_raise")
    for by in ("1", "1", "-1"):
        assert client.post(f"/sets/{SET_ID}/corrections", data={"by": by}).status_code == 303
    kept = client.app.state.journal.sets.read(SET_ID)

    assert (kept.counted, kept.corrections, kept.total) == (3, (1, 1, -1), 4)
    assert "3 by camera, 1 added by hand" in client.get(f"/sets/{SET_ID}").text


def test_a_script_gets_only_the_count(client, keep):
    keep("t_raise")
    answer = client.post(
        f"/sets/{SET_ID}/corrections", data={"by": "-1"}, headers={"hx-request": "true"}
    )

    assert "<html" not in answer.text
    assert "1 taken away by hand" in answer.text


@pytest.mark.parametrize("by", ["2", "0", "", "x", "1.0"])
def test_only_one_can_be_added_or_taken_away(client, keep, by):
    keep("t_raise")

    assert client.post(f"/sets/{SET_ID}/corrections", data={"by": by}).status_code == 422
    assert client.app.state.journal.sets.read(SET_ID).corrections == ()


def test_nothing_can_be_taken_from_nothing(client, keep):
    keep("deadlift", origin="hand", counted=0)

    assert client.post(f"/sets/{SET_ID}/corrections", data={"by": "-1"}).status_code == 422


def test_a_discarded_set_is_gone(client, keep):
    keep("t_raise")
    client.get(f"/sets/{SET_ID}")

    assert client.post(f"/sets/{SET_ID}/discard").headers["location"] == "/sets"
    assert client.get(f"/sets/{SET_ID}").status_code == 404
    assert client.get(f"/sets/{SET_ID}/joints.json").status_code == 404
    assert client.post(f"/sets/{SET_ID}/rating", data={"pain": "1"}).status_code == 404
    assert SET_ID not in client.get("/sets").text


def drop(client, content: bytes, *, name="set.mp4", exercise="t_raise"):
    """Drop a video."""
    return client.post(
        "/videos", data={"exercise": exercise}, files={"file": (name, content)}, headers=HTML
    )


def wait(client, address: str) -> str:
    """Wait until a video is judged; return where its page leads, or its page."""
    for _ in range(600):
        answer = client.get(address)
        if answer.status_code == 303:
            return answer.headers["location"]
        if "could not be judged" in answer.text:
            return answer.text
        time.sleep(0.1)
    raise AssertionError("the video is watched for ever")


def left_over(client) -> list[Path]:
    """Return what still lies where videos come in."""
    return list((client.app.state.settings.folder / "incoming").glob("*"))


def test_a_video_becomes_a_set(client):
    answer = drop(client, SAMPLE.read_bytes(), name="C:\\gym\\my set.mp4")
    assert answer.status_code == 303
    assert client.get(answer.headers["location"]).status_code in (200, 303)
    place = wait(client, answer.headers["location"])
    kept = client.app.state.journal.sets.read(place.removeprefix("/sets/"))

    assert (kept.exercise, kept.origin, kept.counted) == ("t_raise", "video", 5)
    assert kept.recording == "my set.mp4"
    assert "my set.mp4" in client.get(place).text
    assert left_over(client) == []


def test_what_is_no_video_is_said_in_one_sentence_with_its_own_name(client):
    answer = drop(client, b"this is no video" * 100, name="letter.mp4")
    text = wait(client, answer.headers["location"])

    require_sound(text)
    assert "letter.mp4" in text
    assert "incoming" not in text
    assert left_over(client) == []
    assert client.get("/sets").text.count("lines-count") == 0


@pytest.mark.parametrize(
    ("files", "status"),
    [({"file": ("x.mp4", b"")}, 422), ({"other": (None, "x")}, 422)],
)
def test_a_form_without_a_video_is_refused(client, files, status):
    answer = client.post("/videos", files=files, headers=HTML)

    assert answer.status_code == status
    assert "Choose a video file" in answer.text
    assert left_over(client) == []


@pytest.mark.parametrize(
    ("kind", "content"),
    [
        ("text/plain", b"x"),
        ("multipart/form-data", b"x"),
        ("multipart/form-data; boundary=a", b"nonsense"),
        ("multipart/form-data; boundary=a", b'--a\r\nContent-Disposition: form-data; name="f'),
    ],
)
def test_a_form_that_makes_no_sense_is_refused(client, kind, content):
    answer = client.post("/videos", content=content, headers={"content-type": kind, **HTML})

    assert answer.status_code == 422
    assert left_over(client) == []


@pytest.mark.parametrize("says_how_large", [True, False])
def test_a_file_that_is_too_large_is_refused_as_it_comes_in(client, monkeypatch, says_how_large):
    monkeypatch.setattr("rhomboid.web.pages.upload._MOST_FORM_BYTES", 1000)
    monkeypatch.setattr("rhomboid.web.pages.video.MOST_BYTES", 10_000)
    head = b'--a\r\nContent-Disposition: form-data; name="file"; filename="x"\r\n\r\n'
    pieces = [head, *[b"x" * 10_000] * 5, b"\r\n--a--\r\n"]
    answer = client.post(
        "/videos",
        content=b"".join(pieces) if says_how_large else iter(pieces),
        headers={"content-type": "multipart/form-data; boundary=a", **HTML},
    )

    assert answer.status_code == 413
    assert "larger than" in answer.text
    assert left_over(client) == []


def test_an_unknown_exercise_is_refused(client):
    assert drop(client, b"x", exercise="../x").status_code == 422
    assert left_over(client) == []


def test_one_video_is_watched_at_a_time_and_the_others_say_that_they_wait(client):
    from threading import Event

    go = Event()

    def watch(path, exercise, progress):
        progress(1.0, 4.0)
        go.wait(20)
        raise VideoError(f"cannot read {path}: no reason")

    client.app.state.videos = Videos(client.app.state.journal.sets, watch)
    places = [drop(client, b"x").headers["location"] for _ in range(3)]
    time.sleep(0.2)
    first, second, third = (client.get(place).text for place in places)
    part = client.get(places[0], headers={"hx-request": "true"}).text
    refused = [drop(client, b"x").status_code for _ in range(8)][-1]
    go.set()

    assert "25 % watched" in first
    assert "1 before it" in second
    assert "2 before it" in third
    assert "<html" not in part
    assert 'http-equiv="refresh"' in first
    assert refused == 503
    assert "set.mp4" in wait(client, places[2])
    wait_for_rest = [wait(client, place) for place in places]
    assert all("could not be judged" in text for text in wait_for_rest)


def test_a_fault_of_our_own_is_not_silent(client):
    def watch(path, exercise, progress) -> Judged:
        raise ZeroDivisionError

    client.app.state.videos = Videos(client.app.state.journal.sets, watch)
    text = wait(client, drop(client, b"x").headers["location"])

    assert "rhomboid&#39;s fault" in text
    assert left_over(client) == []


@pytest.mark.parametrize("said", ["2025-03-02T12:30:00.000000Z", None])
def test_a_set_from_a_video_is_of_the_day_on_which_it_was_recorded(client, tmp_path, said):
    done = judge(SAMPLE, "t_raise")
    client.app.state.videos = Videos(client.app.state.journal.sets, lambda *_, **__: done)
    film = films.record(tmp_path / "a.mp4", recorded=said, seconds=0.2).read_bytes()
    wait(client, drop(client, film).headers["location"])
    (kept,) = client.app.state.journal.sets.recent()

    day = kept.started_at.astimezone().date()
    assert day == (date(2025, 3, 2) if said else datetime.now().astimezone().date())


def test_a_kept_video_is_judged_on_its_page_as_when_it_was_dropped(client):
    done = judge(SAMPLE, "t_raise")
    client.app.state.videos = Videos(client.app.state.journal.sets, lambda *_, **__: done)
    place = wait(client, drop(client, b"x").headers["location"])

    assert client.get(place).text.count("data-seek-s=") == done.report.count


def test_a_broken_page_is_answered_in_plain_words(client, monkeypatch):
    def broken(*_, **__):
        raise ZeroDivisionError("secret")

    monkeypatch.setattr(client.app.state.journal.sets, "recent", broken)
    with pytest.raises(ZeroDivisionError):
        client.get("/sets", headers=HTML)
    client._transport.raise_server_exceptions = False
    answer = client.get("/sets", headers=HTML)

    assert answer.status_code == 500
    require_sound(answer.text)
    assert "secret" not in answer.text


def test_a_set_that_was_not_recognised_can_be_named(client, keep):
    keep(None, origin="video", counted=0)
    assert client.post(f"/sets/{SET_ID}/exercise", data={"exercise": "x"}).status_code == 422
    assert client.post(f"/sets/{SET_ID}/exercise", data={"exercise": "t_raise"}).status_code == 303
    kept = client.app.state.journal.sets.read(SET_ID)

    assert (kept.exercise, kept.counted, kept.origin) == ("t_raise", 3, "video")
    assert client.get(f"/sets/{SET_ID}").text.count("data-seek-s=") == 3
    assert client.post(f"/sets/{SET_ID}/exercise", data={"exercise": "deadlift"}).status_code == 422


def test_many_sets_are_listed_so_many_at_once(client, keep):
    for number in range(101):
        keep("deadlift", origin="hand", id=f"{SET_ID[:-3]}{number:03d}")
    first, second = client.get("/sets").text, client.get("/sets?skip=100").text

    assert first.count("lines-count") == 100
    assert second.count("lines-count") == 1
    assert 'href="/sets?skip=100"' in first
    assert 'href="/sets?skip=0"' in second
    assert client.get("/sets?skip=-7").status_code == 200
    assert client.get("/sets?skip=x", headers=HTML).status_code == 422


def test_a_started_server_has_its_pages_ready(client):
    animation.cache_clear()
    still.cache_clear()
    with client:
        assert animation.cache_info().currsize == len(names())
        assert still.cache_info().currsize == len(names())
        assert client.get("/").status_code == 200


def test_a_server_that_stops_does_not_wait_for_a_long_video(client):
    from threading import Event

    stopped = Event()

    def watch(path, exercise, progress):
        try:
            for _ in range(1000):
                progress(1.0, 1000.0)
                time.sleep(0.01)
        finally:
            stopped.set()

    with client:
        client.app.state.videos = Videos(client.app.state.journal.sets, watch)
        for _ in range(3):
            assert drop(client, b"x").status_code == 303

    assert stopped.wait(2)
    time.sleep(0.1)
    assert left_over(client) == []


def test_a_journal_that_cannot_be_had_just_now_is_said_and_asked_again(client, monkeypatch):
    from rhomboid.errors import JournalBusyError

    def silent(*_, **__):
        raise JournalBusyError("the journal is not answering; nothing is lost")

    monkeypatch.setattr(client.app.state.journal.sets, "recent", silent)
    page, program = client.get("/sets", headers=HTML), client.get("/api/sets")

    assert page.status_code == program.status_code == 503
    assert page.headers["Retry-After"] == "5"
    require_sound(page.text)
    assert "is not answering; nothing is lost" in page.text
    assert program.json() == {"detail": "the journal is not answering; nothing is lost"}


def test_a_set_by_hand_from_no_time_on_earth_is_refused(client):
    day = "0001-01-01T00:00:00+00:00"
    told = {"exercise": "deadlift", "repetitions": 1, "started_at": day, "ended_at": day}
    assert client.post("/api/sets/by-hand", json=told).status_code == 422
