"""A page is whole by itself, asks for nothing, and runs nothing."""

import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from rhomboid.errors import OutputError
from rhomboid.records import Attempt, Curve
from rhomboid.report.html import render_html, write_html

VOID = {"meta", "img", "br", "hr", "link", "input"}
PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 20
JPEG = b"\xff\xd8\xff\xe0" + b"\0" * 20
EVIL = "<script>alert('x')</script>\"'><img src=x onerror=alert(1)>"


class Reader(HTMLParser):
    """Reads a page, and sees to it that every element is closed."""

    def __init__(self, text):
        super().__init__()
        self.open, self.tags, self.attributes, self.words = [], [], [], []
        self.feed(text)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.attributes += [(tag, *pair) for pair in attrs]
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.tags.append(tag)
        self.attributes += [(tag, *pair) for pair in attrs]

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        self.words.append(data)


def words_of(text):
    return " ".join(" ".join(Reader(text).words).split())


def test_every_kind_of_report_makes_a_well_formed_page(any_report, track):
    page = Reader(render_html(any_report, track))

    assert page.tags.count("h1") == page.tags.count("main") == 1
    assert {"header", "footer", "title"} <= set(page.tags)


def test_it_asks_for_nothing(any_report, track):
    text = render_html(any_report, track, stills={1: PNG})
    page = Reader(text)

    assert "http:" not in text
    assert "https:" not in text
    assert not re.search(r"url\(|@import|src=\"(?!data:)", text)
    assert not {"script", "link", "iframe", "object", "form"} & set(page.tags)
    assert not [a for a in page.attributes if a[1].startswith("on") or a[1] == "href"]


def test_its_policy_forbids_all_requests(good):
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', render_html(good))[1]

    assert policy.split("; ")[0] == "default-src 'none'"
    assert "connect-src" not in policy
    assert "script" not in policy


def test_the_policy_stands_before_all_that_it_governs(good):
    text = render_html(good)

    assert text.index("Content-Security-Policy") < text.index("<style>")


def test_nothing_that_comes_with_a_report_is_run(good, track):
    finding = replace(good.findings[0], title=EVIL, cue=EVIL, source=EVIL, verdict="fix")
    unjudged = replace(good.findings[2], reason=EVIL)
    evil = replace(
        good,
        name=EVIL,
        sentences=(EVIL,),
        notes=(EVIL,),
        attempts=(Attempt("other", 0.0, 1.0, EVIL),),
        findings=(finding, unjudged),
        reps=(replace(good.reps[0], findings=(finding,)), *good.reps[1:]),
        curve=Curve(EVIL, EVIL, good.curve.times_s, good.curve.values),
        versions=replace(good.versions, model=EVIL),
    )
    page = Reader(render_html(evil, track, recording=EVIL, sources={EVIL: EVIL}))

    assert not {"script", "img"} & set(page.tags)
    assert not [a for a in page.attributes if a[1].startswith("on")]


def test_all_that_was_found_is_told(faulty):
    text = words_of(render_html(faulty))

    assert "Keep your trunk still." in text
    assert "Measured: 24 ± 3° ; good is at most 15°" in text
    assert "Why: hands cannot be told apart from the side" in text
    assert "What helps: Film from the front." in text
    assert "not finished: the recording ends before the return" in text
    assert "The file breaks off after 16 s." in text
    assert "Nothing left this machine" in text


def test_the_sentences_come_before_all_else(faulty):
    text = words_of(render_html(faulty))

    assert text.index(faulty.sentences[2]) < text.index("The movement")


def test_every_picture_has_words(good, track):
    page = Reader(render_html(good, track, stills={1: PNG, 2: JPEG}))
    alts = [value for tag, name, value in page.attributes if (tag, name) == ("img", "alt")]
    labels = [v for tag, name, v in page.attributes if (tag, name) == ("svg", "aria-label")]

    assert alts == [
        "Repetition 1, the picture at its turn, at 0:02.0.",
        "Repetition 2, the picture at its turn, at 0:08.0.",
    ]
    assert "Repetition 3, the body at its turn, at 0:14.0." in labels
    assert page.tags.count("svg") == len(labels)


def test_the_table_names_its_rows_and_columns(one_sided):
    page = Reader(render_html(one_sided))
    scopes = [value for tag, name, value in page.attributes if (tag, name) == ("th", "scope")]

    assert scopes == ["col"] * 9 + ["row"] * 2


def test_no_two_parts_have_the_same_name(any_report, track):
    page = Reader(render_html(any_report, track))
    names = [value for _, name, value in page.attributes if name == "id"]
    used = [value for _, name, value in page.attributes if name == "aria-labelledby"]

    assert len(names) == len(set(names))
    assert set(used) <= set(names)


def test_a_page_stays_small(long, track):
    assert len(render_html(long, track)) < 400_000


def test_a_repetition_whose_body_was_not_seen_says_so(good, track):
    late = replace(good.reps[2], turn_s=100.0)
    report = replace(good, reps=(*good.reps[:2], late))

    assert "Repetition 3: the body was not seen at its turn." in render_html(report, track)


def test_a_still_of_another_kind_is_refused(good):
    with pytest.raises(ValueError, match="repetition 1 must be PNG or JPEG"):
        render_html(good, stills={1: b"GIF89a"})


def test_it_is_written_whole(good, tmp_path):
    write_html(tmp_path / "report.html", good)

    assert [path.name for path in tmp_path.iterdir()] == ["report.html"]
    assert (tmp_path / "report.html").read_text(encoding="utf-8") == render_html(good)


def test_a_file_name_that_is_no_text_can_be_shown(good, tmp_path):
    write_html(tmp_path / "report.html", good, recording="bad\udcff.mp4")

    assert "bad?.mp4" in (tmp_path / "report.html").read_text(encoding="utf-8")


def test_a_folder_that_is_not_there_is_an_error(good, tmp_path):
    with pytest.raises(OutputError, match="there is no folder"):
        write_html(tmp_path / "no" / "report.html", good)
