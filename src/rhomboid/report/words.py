"""Every fixed word of a report, in one place, ready for another language.

What differs from set to set (the name of an exercise, a cue, a reason) comes
with the report and is not here. Holes in the sentences are named: ``{n}``.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from rhomboid.coach.words import UNITS, VIEWS
from rhomboid.frozen import table


@dataclass(frozen=True, slots=True)
class Words:
    """The fixed words of a report; the defaults are English."""

    language: str = "en"
    title: str = "{name}: {count}"
    one_rep: str = "{n} repetition"
    many_reps: str = "{n} repetitions"
    reps: str = "Repetitions"
    to_know: str = "What to know"
    movement: str = "The movement"
    findings: str = "What was checked"
    facts: str = "The recording"
    attempts: str = "Seen, but not counted"
    notes: str = "Notes on the recording"

    number: str = "No."
    start: str = "Start"
    turn: str = "Turn"
    end: str = "End"
    out_s: str = "Out"
    pause_s: str = "Pause"
    hold_s: str = "Hold"
    back_s: str = "Back"
    side: str = "Side"
    to_fix: str = "To fix"
    nothing_to_fix: str = "nothing"
    seconds_note: str = "Out, {still} and back are seconds."
    no_reps: str = "No repetition was counted."
    no_exercise: str = "There is no movement to draw, because no exercise was recognised."
    no_curve: str = "There is no movement to draw, because the needed joints were not seen."

    good_group: str = "Good"
    fix_group: str = "To fix"
    not_judged_group: str = "Not judged"
    nothing_checked: str = "Nothing was checked."
    measured: str = "Measured"
    good_is: str = "good is {limit}"
    at_least: str = "at least {low}"
    at_most: str = "at most {high}"
    between: str = "{low} to {high}"
    any_value: str = "no limit"
    source: str = "Source"
    house: str = "our own choice"
    in_one_rep: str = "In repetition {numbers}."
    in_reps: str = "In repetitions {numbers}."
    all_reps: str = "In every repetition."
    why: str = "Why"
    what_helps: str = "What helps"
    unknown: str = "–"

    chart_alt: str = "{title} over time. {count}. {faults}"
    chart_faults: str = "Something to fix at {times}."
    chart_good: str = "Nothing to fix is marked."
    time_axis: str = "Time (min:s)"
    key_fix: str = "something to fix"
    key_attempt: str = "not counted"

    figure_alt: str = "Repetition {n}, the body at its turn, at {time}."
    still_alt: str = "Repetition {n}, the picture at its turn, at {time}."
    figure_key: str = "Thick lines: the nearer side of the body. Broken lines: the farther side."
    unseen_alt: str = "Repetition {n}: the body was not seen at its turn."

    view: str = "Camera"
    coverage: str = "Body seen"
    coverage_share: str = "{percent} % of the time"
    duration: str = "Length"
    recording: str = "File"
    chosen: str = "Exercise"
    by_person: str = "{name} (given)"
    by_rhomboid: str = "{name} (recognised)"
    versions: str = "Made by"
    version_line: str = "rhomboid {rhomboid}, pose model {model}, rules {rules}"
    private: str = (
        "Nothing left this machine: the video was watched and judged here, and this page"
        " asks for nothing from anywhere."
    )
    no_doctor: str = "rhomboid is no medical device. If it hurts, stop."

    video_out: str = "Out"
    video_pause: str = "Pause"
    video_hold: str = "Hold"
    video_back: str = "Back"
    video_rest: str = "Ready"

    good: str = "good"
    fix: str = "fix"
    not_judged: str = "not judged"
    phases: Mapping[str, str] = field(
        default_factory=lambda: table(out="way out", turn="held at the far end", back="way back")
    )
    sides: Mapping[str, str] = field(
        default_factory=lambda: table(left="left", right="right", both="both")
    )
    attempt_kinds: Mapping[str, str] = field(
        default_factory=lambda: table(
            incomplete="not finished", partial="too small", other="another movement"
        )
    )
    views: Mapping[str, str] = field(default_factory=lambda: VIEWS)
    unit_names: Mapping[str, str] = field(
        default_factory=lambda: table(
            deg="degrees",
            s="seconds",
            trunk="% of your trunk",
            shoulder="shoulder widths",
            ratio="",
            repetitions="repetitions",
        )
    )
    units: Mapping[str, str] = field(
        default_factory=lambda: table(**{name: unit.suffix for name, unit in UNITS.items()})
    )

    def count(self, number: int) -> str:
        """Return how many repetitions, in words."""
        return (self.one_rep if number == 1 else self.many_reps).format(n=number)


ENGLISH = Words()
"""The words in English."""
