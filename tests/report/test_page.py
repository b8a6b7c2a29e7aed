"""A page says everything that the report says, in words."""

from dataclasses import replace

from rhomboid.report.page import page


def test_findings_fall_into_three_groups_the_worst_first(faulty):
    told = page(faulty)

    assert [line.title for line in told.fix] == ["Trunk still", "Pause at your waist"]
    assert told.good == ()
    assert told.not_judged[0].cue == "Film from the front."


def test_a_fault_says_in_which_repetitions(faulty):
    lean, pause = page(faulty).fix

    assert lean.where == "In repetition 2."
    assert pause.where == "In repetitions 2, 3."


def test_a_fault_in_all_of_them_says_so(faulty):
    last_two = replace(faulty, reps=faulty.reps[1:])

    assert page(last_two).fix[1].where == "In every repetition."


def test_a_source_is_cited_where_its_text_is_known(good):
    pause, still = page(good, sources={"article": "Smith 2020, p. 3"}).good

    assert pause.source == "Smith 2020, p. 3"
    assert still.source == "our own choice"
    assert page(good).good[0].source == "article"


def test_the_recording_is_named_only_if_asked(good):
    assert ("File", "row.mp4") in page(good, recording="row.mp4").facts
    assert "File" not in dict(page(good).facts)


def test_a_recognised_exercise_says_that_it_was(good, one_sided):
    assert dict(page(good).facts)["Exercise"] == "Seated cable row (given)"
    assert dict(page(one_sided).facts)["Exercise"] == "Corkscrew stretch (recognised)"


def test_a_hold_is_called_a_hold(good, one_sided):
    assert page(good).still == "Pause"
    assert page(one_sided).still == "Hold"
    assert [rep.pause for rep in page(one_sided).reps] == ["60.0", "41.5"]
