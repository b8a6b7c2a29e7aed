"""A faulty exercise file is refused with one plain line for each fault."""

import os
import re
from importlib.resources import files

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rhomboid.catalogue.read import names, parse, read
from rhomboid.errors import SpecError

GOOD = {
    name: (files("rhomboid.catalogue") / "exercises" / f"{name}.toml").read_text(encoding="utf-8")
    for name in names()
}
ROW = GOOD["seated_cable_row"]


def without_key(text, key):
    """Drop the first line that sets `key`."""
    return re.sub(rf"^{key} *=.*\n", "", text, count=1, flags=re.MULTILINE)


def faults(text):
    """Return the lines an exercise file is refused with."""
    with pytest.raises(SpecError) as caught:
        parse(text, where="mine.toml")
    return str(caught.value).splitlines()


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (("pattern   =", "kind      ="), "exercise.kind: there is no such key"),
        (("pattern   =", "kind      ="), "exercise.pattern: is missing"),
        (("format = 1", "format = 2"), "format: "),
        (("[safety]\n", "[sefety]\n"), "sefety: there is no such key"),
        (("[safety]\n", "[sefety]\n"), "safety.before: is missing"),
        (("of_the_six = true", 'of_the_six = "perhaps"'), "exercise.of_the_six: "),
        (("least  = 0.45", 'least  = "much"'), "rep.least: "),
        (("least  = 0.45", "least  = -1"), "rep.least: "),
        (("sets           = [2, 3]", "sets           = [2]"), "prescription.sets"),
        (('rests  = "high"', 'rests  = "sideways"'), "rep.rests: "),
        (('article     = ["R5"]', 'article     = ["X5"]'), "checks.0.article.0: "),
        (('views      = ["side"]', 'views      = ["above"]'), "camera.views.0: "),
        (('of = "wrist", above', 'of = "thumb", above'), "signals.hand_height"),
        (('is = "height"', 'is = "weight"'), "signals.hand_height"),
        (('is = "width", of = "wrist"', 'is = "width", of = "nose"'), "a nose has no pair"),
        (('signal = "reach"', 'signal = "grasp"'), "no signal called 'grasp'"),
        (('id          = "upright"', 'id          = "pause"'), "two checks have the id pause"),
        (("at_least    = 3.0\n", ""), "give at_least, at_most or both"),
        (('measure     = "seconds"\n', ""), "do not fit"),
        (('at          = "pause"', 'at          = "set"'), "measured at the set"),
        (('source         = "acsm2009"', 'source         = "hearsay"'), "has no 'hearsay'"),
        (('views      = ["side"]', "views      = []"), "camera.views: "),
        (('"shoulder", "elbow", "wrist", "hip"]\nadvice', "]\nadvice"), "camera.needs: "),
        (('["wrist", "hip"] }', '["nose", "wrist"] }'), "'reach' begins at the nose"),
        (("at_least = -0.7", "at_least = 0.8"), "posture.1: at_least 0.8 is larger than at_most"),
        (("at_least    = -10.0", "at_least    = 11"), "checks.2: at_least 11 is larger than"),
        (('at          = "out"', 'at          = "start"'), "are not measured at the start"),
        (("sets           = [2, 3]", "sets           = [3, 2]"), "prescription.sets: the first"),
        (("sets           = [2, 3]", "sets           = [-1, 3]"), "prescription.sets.0: "),
        (("repetitions    = [8, 12]", "repetitions    = [12, 8]"), "prescription.repetitions: "),
        (
            ("rest_between_s = [90", "hold_s = [9, 3]\nrest_between_s = [90"),
            "prescription.hold_s: ",
        ),
        (("rest_between_s = [90", "rest_between_s = [900"), "prescription.rest_between_s: "),
        (("distance_m = [2.5", "distance_m = [-2.5"), "camera.distance_m.0: "),
        (("height_m   = [0.7", "height_m   = [1.7"), "camera.height_m: the first"),
        (("least  = 0.45", "least  = 0.45\nleast_s = 20"), "rep: least_s 20 must be smaller"),
        (("format = 1", f"format = 0x{'F' * 9000}"), "(got 'a huge int')"),
        (("name = 18", f"name = 0x{'F' * 9000}"), "codes.fit.name: "),
    ],
)
def test_says_in_one_line_what_is_wrong_and_where(change, says):
    assert change[0] in ROW
    lines = faults(ROW.replace(*change, 1))

    assert all(line.startswith("mine.toml: ") for line in lines)
    assert any(says in line for line in lines)


@pytest.mark.parametrize("key", ["id", "name", "summary", "stop", "least", "advice", "source"])
def test_a_missing_key_is_named(key):
    lines = faults(without_key(ROW, key))

    assert len(lines) == 1
    assert re.fullmatch(rf"mine\.toml: [a-z_.0-9]*\b{key}: is missing", lines[0])


def test_two_faults_make_two_lines():
    text = ROW.replace("pattern   =", "kind      =").replace("least  = 0.45", "least  = 0")

    assert len(faults(text)) == 3


LIMIT = 'at = "rep"\nat_most = 9\nsay = "x"\nsource = "house"\n'
CHECK = f'id = "c{{n}}"\ntitle = "x"\nmeasure = "seconds"\nmargin = 1\nuncertainty = 1\n{LIMIT}'


@pytest.mark.parametrize(
    ("after", "part"),
    [
        ("[signals]\n", 'also_{n} = {{ is = "width", of = "hip" }}\n'),
        ("exercise at all.\n", f'[[posture]]\nsignal = "lean"\n{LIMIT}'),
        ("say when it is not.\n", f"[[checks]]\n{CHECK}"),
    ],
    ids=["signals", "postures", "checks"],
)
def test_there_are_a_hundred_of_a_kind_at_most(after, part):
    assert after in ROW
    (line,) = faults(ROW.replace(after, after + "".join(part.format(n=n) for n in range(101)), 1))

    assert "at most 100 items" in line


def test_text_that_is_not_toml_is_refused_with_the_place():
    (line,) = faults("format = \n")

    assert re.match(r"mine\.toml: not valid TOML: .*line 1", line)


def test_a_file_that_is_absent_or_no_text_is_refused(tmp_path):
    picture = tmp_path / "picture.toml"
    picture.write_bytes(b"\xff\xd8\xff")

    with pytest.raises(SpecError, match=r"cannot read .*absent\.toml"):
        read(tmp_path / "absent.toml")
    with pytest.raises(SpecError, match=r"picture\.toml is not a text in UTF-8"):
        read(picture)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no such files")
def test_a_file_that_might_never_end_is_refused(tmp_path):
    os.mkfifo(tmp_path / "pipe.toml")

    for path in (tmp_path / "pipe.toml", tmp_path, os.devnull):
        with pytest.raises(SpecError, match="is no ordinary file"):
            read(path)


def test_a_file_of_more_than_a_megabyte_is_refused(tmp_path):
    large = tmp_path / "large.toml"
    large.write_text(ROW + "#" * 1_000_000, encoding="utf-8")

    with pytest.raises(SpecError, match=r"large\.toml: it is larger than 1 MB"):
        read(large)


def test_a_file_of_ones_own_reads_like_a_shipped_one(tmp_path):
    mine = tmp_path / "mine.toml"
    mine.write_text(ROW, encoding="utf-8")

    assert parse(ROW, where="shipped") == read(mine)


@pytest.mark.parametrize(
    "hostile",
    [
        "format = 1" + "0" * 5000,
        "x = " + "[" * 5000,
        "a." * 5000 + "b = 1",
        "\ufeffformat = 1",
        "\0",
    ],
    ids=["huge number", "deep list", "deep key", "byte order mark", "zero byte"],
)
def test_hostile_text_is_refused_like_any_other(hostile):
    assert faults(hostile)


@pytest.mark.parametrize("number", ["nan", "inf", "-inf"])
@pytest.mark.parametrize("key", ["at_least", "margin", "uncertainty"])
def test_a_limit_is_a_number_one_can_reach(key, number):
    text = re.sub(rf"^{key} .*$", f"{key} = {number}", ROW, count=0, flags=re.MULTILINE)

    assert any(f".{key}: " in line for line in faults(text))


@given(st.text())
def test_any_text_is_read_or_refused(text):
    survives(text)


@given(
    st.sampled_from(sorted(GOOD)),
    st.lists(
        st.tuples(st.integers(0, 20_000), st.integers(0, 40), st.text(max_size=8)), max_size=3
    ),
)
@settings(max_examples=200)
def test_a_shipped_file_with_some_characters_changed_is_read_or_refused(name, changes):
    text = GOOD[name]
    for place, length, instead in changes:
        at = place % len(text)
        text = text[:at] + instead + text[at + length :]

    survives(text)


@given(st.sampled_from(sorted(GOOD)), st.data())
@settings(max_examples=200)
def test_a_shipped_file_with_a_value_of_another_kind_is_read_or_refused(name, data):
    lines = GOOD[name].splitlines()
    where = data.draw(st.sampled_from([n for n, line in enumerate(lines) if " = " in line]))
    odd = st.sampled_from(["[]", "{}", "''", "true", "nan", "-inf", "1979-05-27", "1e400", "[[1]]"])
    lines[where] = f"{lines[where].split(' = ')[0]} = {data.draw(odd)}"

    survives("\n".join(lines))


def survives(text):
    """Read a text; if it is refused, every line of the refusal says of which file."""
    try:
        parse(text, where="mine.toml")
    except SpecError as refusal:
        lines = str(refusal).split("\n")
        assert lines
        assert all(line.startswith("mine.toml: ") for line in lines)
