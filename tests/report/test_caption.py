"""A caption says at each moment what a person at the side would say."""

import pytest

from rhomboid.report.caption import caption_at


@pytest.mark.parametrize(
    ("time_s", "count", "phase", "clock"),
    [
        (0.5, 0, "Ready", ""),
        (1.5, 0, "Out", ""),
        (3.0, 0, "Pause", "1.0 s"),
        (5.5, 0, "Back", ""),
        (6.3, 1, "Ready", ""),
        (99.0, 3, "Ready", ""),
    ],
)
def test_it_counts_and_names_the_phase(good, time_s, count, phase, clock):
    caption = caption_at(good, time_s)

    assert (caption.count, caption.phase, caption.clock) == (count, phase, clock)


def test_a_hold_is_called_a_hold(one_sided):
    assert caption_at(one_sided, 33.0).phase == "Hold"
    assert caption_at(one_sided, 33.0).clock == "30.0 s"


def test_nothing_is_said_of_what_was_not_recognised(empty):
    assert caption_at(empty, 1.0).phase == ""


def test_the_worst_fault_of_a_moment_is_said_first_and_for_a_while(faulty):
    assert caption_at(faulty, 7.9).cue == ""
    assert caption_at(faulty, 8.1).cue == "Keep your trunk still."
    assert caption_at(faulty, 10.9).cue == "Keep your trunk still."
    assert caption_at(faulty, 11.5).cue == ""
    assert caption_at(faulty, 12.1).cue == "Pause at your waist for 3 s."
