"""Every labelled clip of real people: the count, the times, and nothing where nothing is.

Recognised and named, each clip must come out exactly as its label says; a clip
of none of the exercises must count nothing, whatever it is called.
"""

import pytest

from rhomboid.catalogue.read import load, names
from rhomboid.session import check
from tests.clips import MISSING, clips
from tests.watched import track_of

CLIPS = clips()
OURS = [clip for clip in CLIPS if clip.exercise in names()]
OTHERS = [clip for clip in CLIPS if clip.exercise not in names()]
TURN_S = 0.4

pytestmark = pytest.mark.skipif(not CLIPS, reason=MISSING)


def stem(clip):
    """Name a test after its clip."""
    return clip.path.stem


@pytest.mark.parametrize("clip", OURS, ids=stem)
def test_counts_and_times_a_named_exercise(clip):
    report = check(track_of(clip.path), clip.exercise)

    assert report.count == clip.reps
    if clip.reps:
        turns = zip(report.reps, clip.turns_s, strict=False)
        assert all(abs(rep.turn_s - turn) <= TURN_S for rep, turn in turns)


@pytest.mark.parametrize("clip", OURS, ids=stem)
def test_recognises_and_counts_what_was_not_named(clip):
    report = check(track_of(clip.path))

    assert report.count == clip.reps
    if clip.reps:
        assert report.exercise == clip.exercise


@pytest.mark.parametrize("clip", OTHERS, ids=stem)
def test_recognises_nothing_in_what_is_none_of_the_exercises(clip):
    report = check(track_of(clip.path))

    assert report.exercise is None
    assert report.count == 0


@pytest.mark.parametrize("clip", CLIPS, ids=stem)
@pytest.mark.parametrize("name", names())
def test_counts_nothing_under_another_exercises_name(clip, name):
    if name != clip.exercise:
        assert check(track_of(clip.path), name).count == 0


@pytest.mark.parametrize("name", names())
def test_a_look_alike_is_told_why_it_does_not_count(name):
    clip = next(c for c in OTHERS if "barbell_row" in c.path.name)
    report = check(track_of(clip.path), name)

    assert report.count == 0
    assert all(attempt.reason for attempt in report.attempts)
    assert load(name).exercise.name.lower() in report.sentences[0].lower()
