"""Every judgement of a set is kept, and what moved from one to the next is said."""

from dataclasses import replace
from datetime import date

import pytest

from rhomboid.catalogue.read import load, names
from rhomboid.errors import NoSuchSetError
from rhomboid.records import Versions
from rhomboid.records_json import to_dict
from rhomboid.session import judge_again, judge_outdated
from tests.journal.scenes import ID, SET, drawn, numbered

T_RAISE = replace(SET, exercise="t_raise", counted=3, corrections=())


def older(report, **change):
    """Return a report as older rules might have made it."""
    return replace(report, versions=Versions("0.0.1", "full", "t_raise-00000000"), **change)


def test_the_report_is_kept_with_the_set(journal):
    joints, report = drawn()
    journal.sets.keep(T_RAISE, joints, report)
    assert journal.reports.last(ID).document == to_dict(report)
    assert journal.reports.last(ID).versions == report.versions


def test_a_set_by_hand_has_no_report(journal):
    journal.sets.keep(SET, None)
    assert journal.reports.last(ID) is None
    assert judge_again(journal, ID) is None
    assert judge_outdated(journal) == {}


def test_a_new_judgement_stands_beside_the_old_one_and_says_what_moved(journal):
    joints, report = drawn()
    fixed = tuple(replace(f, verdict="fix") if f.verdict == "good" else f for f in report.findings)
    before = older(report, reps=report.reps[:2], findings=fixed)
    journal.sets.keep(T_RAISE, joints, before)
    moved = judge_again(journal, ID)

    assert moved.is_moved
    assert moved.count == (2, 3)
    assert moved.sentences[0] == "The count was 2, and is now 3."
    good = [f.title for f in report.findings if f.verdict == "good"]
    assert moved.sentences[1:] == tuple(f"{title}: was fix, is now good." for title in good)
    assert [one.document["count"] for one in journal.reports.all(ID)] == [2, 3]
    assert len(journal.sums.repetitions(ID)) == 3


def test_the_same_rules_again_move_nothing_and_keep_nothing_twice(journal):
    journal.sets.keep(T_RAISE, *drawn())
    moved = judge_again(journal, ID)
    assert not moved.is_moved
    assert moved.sentences == ()
    assert len(journal.reports.all(ID)) == 1


def test_another_exercise_is_said():
    from rhomboid.journal.moved import compare

    new = to_dict(drawn()[1])
    old = new | {"exercise": None, "findings": []}
    said = compare(old, new).sentences
    assert said[0] == "It was judged as no exercise, and is now judged as t_raise."
    assert all("was not checked" in sentence for sentence in said[1:])
    assert all("is now not checked" in sentence for sentence in compare(new, old).sentences[1:])


def test_what_older_rules_judged_is_judged_again_once(journal):
    joints, report = drawn()
    journal.sets.keep(T_RAISE, joints, older(report, reps=report.reps[:1]))
    journal.sets.keep(numbered(1, exercise="t_raise"), joints, report)
    journal.sets.keep(numbered(2, exercise="t_raise"), joints, None)
    journal.sets.keep(numbered(3, exercise="gone"), joints, None)

    moved = judge_outdated(journal)
    assert {id_: one.count for id_, one in moved.items()} == {ID: (1, 3)}
    assert journal.reports.last(numbered(2).id).document["count"] == 3
    assert judge_outdated(journal) == {}


def test_other_joints_take_their_own_judgements_only(journal):
    joints, report = drawn()
    journal.sets.keep(T_RAISE, joints, older(report))
    journal.sets.keep(T_RAISE, joints, report)
    assert len(journal.reports.all(ID)) == 2
    journal.sets.keep(T_RAISE, *drawn(repetitions=2))
    assert [one.document["count"] for one in journal.reports.all(ID)] == [2]


def test_a_set_written_over_with_the_same_joints_keeps_what_is_typical_of_it(journal):
    joints, report = drawn()
    journal.sets.keep(T_RAISE, joints, report)
    journal.sets.keep(T_RAISE, joints)
    (week,) = journal.sums.progress("t_raise")
    assert week.pause_s == pytest.approx(1.0, abs=0.2)


def test_no_set_no_report(journal):
    with pytest.raises(NoSuchSetError):
        journal.reports.add(ID, drawn()[1])
    with pytest.raises(NoSuchSetError):
        journal.reports.add("x", drawn()[1])
    assert journal.reports.all("x") == []


@pytest.mark.parametrize("exercise", names())
def test_rows_for_charts_are_the_report(journal, exercise):
    joints, report = drawn(exercise, 2)
    journal.sets.keep(replace(SET, exercise=exercise), joints, report)
    rows = journal.sums.repetitions(ID)

    assert [row.number for row in rows] == [rep.number for rep in report.reps]
    assert [row.pause_s for row in rows] == [round(rep.pause_s, 3) for rep in report.reps]
    sums = journal.sums.checks(exercise, since=date(2026, 1, 1))
    assert {one.check for one in sums} == {check.id for check in load(exercise).checks}
    assert all(one.good + one.fix + one.not_judged <= len(rows) for one in sums)
