"""Every shipped exercise file is whole, and can be trusted with the words it says."""

import re
from collections import Counter
from importlib.resources import files

import pytest

from rhomboid.catalogue.read import load, names, sources
from rhomboid.catalogue.signals import joints_of
from rhomboid.errors import SpecError
from tools.exercise_page import ARTICLE, ELSEWHERE, article_lines, holes

SIX = {"corkscrew", "deadlift", "inverted_row", "lat_pulldown", "seated_cable_row", "t_raise"}
LONGEST_CUE = 90
NEVER_CLAIMED = r"neutral spine|spine neutral|\b(activat|prevent|cure|guarantee|heals?\b|align)"


def text_of(name):
    return (files("rhomboid.catalogue") / "exercises" / f"{name}.toml").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", names())
def test_ships_valid_and_is_called_like_its_file(name):
    assert load(name).id == name


def test_the_six_of_the_article_are_marked_and_no_other():
    assert {name for name in names() if load(name).exercise.of_the_six} == SIX


def test_an_unknown_exercise_is_refused_with_the_list_of_known_ones():
    with pytest.raises(SpecError, match=r"no exercise called 'bench_press'.*corkscrew"):
        load("bench_press")


def test_every_line_of_the_article_has_a_place():
    assert holes([load(name) for name in names()]) == []


@pytest.mark.parametrize("name", sorted(SIX))
def test_no_exercise_carries_a_line_of_another(name):
    assert len({line[0] for line in article_lines(load(name))}) == 1


def test_the_article_has_as_many_lines_as_we_counted():
    letters = Counter(line[0] for line in ARTICLE)

    assert letters == {"W": 3, "R": 7, "T": 6, "P": 8, "D": 9, "I": 5, "C": 6}
    assert set(ELSEWHERE) == {"W1", "W2", "W3"}


@pytest.mark.parametrize("line", sorted(ARTICLE.keys() - ELSEWHERE.keys()))
def test_a_line_that_loses_its_place_is_noticed(line):
    specs = [load(name) for name in names()]
    orphaned = [spec for spec in specs if line not in article_lines(spec)]

    assert f"{line} of the article has no place in any exercise" in holes(orphaned)


@pytest.mark.parametrize("name", names())
def test_every_cue_can_be_said_in_one_breath(name):
    spec = load(name)
    long = [part.say for part in (*spec.checks, *spec.posture) if len(part.say) > LONGEST_CUE]

    assert long == []


@pytest.mark.parametrize("name", names())
def test_no_text_claims_what_joints_cannot_show(name):
    said = "\n".join(line for line in text_of(name).splitlines() if not line.startswith("#"))

    assert re.search(NEVER_CLAIMED, said, re.IGNORECASE) is None


@pytest.mark.parametrize("name", names())
def test_every_signal_is_used_and_every_check_is_seen_from_somewhere(name):
    spec = load(name)
    used = {spec.rep.signal}
    used |= {part.signal for part in (spec.rep.clock, spec.rep.by_height) if part}
    used |= {spec.rep.clock.less} if spec.rep.clock else set()
    used |= {part.signal for part in (*spec.checks, *spec.posture)}

    assert set(spec.signals) == used - {None}
    assert set(spec.camera.needs) >= set(joints_of(spec.signals[spec.rep.signal]))
    assert not set(spec.camera.views) & set(spec.camera.also)


@pytest.mark.parametrize("name", names())
def test_every_range_runs_upwards(name):
    spec = load(name)
    dose, camera = spec.prescription, spec.camera
    ranges = [dose.sets, dose.repetitions, dose.rest_between_s, camera.distance_m, camera.height_m]
    ranges += [dose.hold_s] if dose.hold_s else []
    ranges += [
        (part.at_least, part.at_most)
        for part in (*spec.checks, *spec.posture)
        if part.at_least is not None and part.at_most is not None
    ]

    assert all(low <= high for low, high in ranges)


@pytest.mark.parametrize("name", names())
def test_what_is_prescribed_passes_its_own_checks(name):
    spec = load(name)
    tempo = spec.prescription.tempo
    spent_s = {"out": tempo.out_s, "back": tempo.back_s, "pause": tempo.pause_s}
    spent_s |= {"rep": sum(spent_s.values()), "fall": min(tempo.out_s, tempo.back_s)}
    timed = [check for check in spec.checks if check.measure == "seconds"]

    assert all(check.at_least <= spent_s[check.at] for check in timed)
    assert spent_s["rep"] <= spec.rep.most_s


@pytest.mark.parametrize("name", names())
def test_no_fault_is_called_within_the_error_of_the_camera(name):
    assert [check.id for check in load(name).checks if check.margin < check.uncertainty] == []


def test_every_source_is_cited_somewhere():
    said = "".join(text_of(name) for name in names())

    assert [key for key in sources() if key not in said] == []


def test_every_citation_says_how_much_was_read():
    unread = [
        key
        for key, citation in sources().items()
        if not citation.endswith(")") and not citation.startswith("Our own")
    ]

    assert unread == []


def test_codes_are_told_apart():
    codes = [load(name).codes.fit for name in names()]

    assert len(codes) == len({(code.category, code.name) for code in codes})
