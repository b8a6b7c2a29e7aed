"""The words of the journal, of progress and of the notes, ready for another language.

A part of :mod:`rhomboid.web.pages.words`, as far as that file's length goes. What
charts say of themselves stands in :mod:`rhomboid.progress.words`.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from rhomboid.frozen import table


@dataclass(frozen=True, slots=True)
class ProgressWords:
    """The words of these pages; the defaults are English."""

    journal_title: str = "Journal"
    journal_empty: str = (
        "Nothing has been done here yet. Do a set, and the day appears in this calendar."
    )
    month_name: str = "{month} {year}"
    month_before: str = "{month}, the month before"
    month_after: str = "{month}, the month after"
    this_month: str = "This month"
    weekdays_short: tuple[str, ...] = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")
    calendar_caption: str = "What was done on each day of {month}"
    month_sum: str = "{sets} on {days}."
    month_none: str = "No set was done in this month."
    left_out: str = "left out"
    left_out_because: str = "Left out on purpose: {reason}"
    left_out_plain: str = "Left out on purpose."
    days_title: str = "Day by day"
    all_sets: str = "All sets, the newest first"

    day_nothing: str = "No set was done on this day."
    day_before: str = "{day}, the day before with sets"
    day_after: str = "{day}, the day after with sets"
    to_month: str = "All of {month}"
    session: str = "Session from {time}"
    session_on_its_own: str = "Sets on their own"
    session_status: Mapping[str, str] = field(
        default_factory=lambda: table(open="under way", done="done", stopped="broken off")
    )
    note: str = "Note"
    check_in: str = "How you said you were"
    readiness: str = "Readiness"
    of_five: str = "{n} of 5"
    of_ten: str = "{n} of 10"
    pain: str = "Pain"
    morning_pain: str = "Pain that morning"
    soreness: str = "Soreness"
    red_flags: str = "A sign to stop for was ticked; see a doctor if you did not."
    planned: str = "What was planned"
    planned_at: str = "As it was shown last on that day."
    planned_kinds: Mapping[str, str] = field(
        default_factory=lambda: table(
            loaded="A day for loads", light="A light day", stopped="Nothing, for now",
            rest="A day of rest",
        )
    )  # fmt: skip
    planned_item: str = "{name}: {dose}"
    planned_reps: str = "of {n}"
    planned_hold: str = ", held {s} s"
    planned_load: str = " with {load}"
    one_day: str = "1 day"
    many_days: str = "{n} days"

    progress_title: str = "Progress"
    progress_lead: str = "What you have done, as it was counted and as you said it."
    progress_empty: str = (
        "There is nothing to show yet. Do a set before the camera or by the clock, and it appears"
        " here."
    )
    choose: str = "Show"
    exercise: str = "Exercise"
    all_exercises: str = "All exercises"
    time: str = "Time"
    times: Mapping[str, str] = field(
        default_factory=lambda: MappingProxyType(
            {"12w": "12 weeks", "year": "A year", "all": "All"}
        )
    )
    show: str = "Show it"
    in_sum: str = "{name}: {sets} and {reps}."
    in_sum_watched: str = "A camera watched {watched} of the sets."
    in_sum_none: str = "No camera watched them, so nothing was judged."
    nothing_of_it: str = "You did no set of this in that time."
    how_it_is_done: str = "How it is done"
    numbers: str = "The numbers"
    week_of: str = "Week of"
    month_of: str = "Month"
    value: str = "Value"
    lies_between: str = "Between"
    kind: str = "Which"
    needs_script: str = "This chart is drawn by a script. Its numbers stand below."
    muscles_title: str = "Sets for each muscle"
    muscles_lead: str = (
        "In the last seven days. A set counts in full for the muscles an exercise is done for and"
        " half for those that help; warm-ups and easy sets count for nothing."
    )
    easy_one: str = "1 easy set of these days is not in the numbers; it kept you moving."
    easy_many: str = "{n} easy sets of these days are not in the numbers; they kept you moving."
    muscles_note: str = (
        "Studies of muscle growth often used about ten sets a week (ACSM 2026); fewer also help."
        " These are counts of sets: no camera sees how hard a muscle works."
    )
    muscle: str = "Muscle"
    this_week: str = "Last 7 days"
    usual: str = "A week, mean of the four before"
    map_side: str = "{side}: sets in the last seven days. {names}"
    amount_of: str = "{name} {n}"
    exercises_title: str = "Exercise by exercise"
    exercises_year: str = "At most the last year."
    sets: str = "Sets"
    watched: str = "By camera"
    repetitions: str = "Repetitions"
    load: str = "Load"
    good: str = "good"
    fix: str = "to fix"
    blind: str = "not judged"
    checks_title: str = "What the camera judged"
    checks_note: str = (
        "How many repetitions were good, to fix, or not judged, for each check. What was not judged"
        " could not be seen, or was too close to call: it is neither good nor bad."
    )
    checks_year: str = "At most the last year."
    check: str = "Check"
    to_notes: str = "Notes for your physiotherapist"
    not_shown: str = (
        "Measures that nothing is known of are left out: a camera is needed for range, form and"
        " pauses, and kilograms and no more than 12 repetitions for an estimated maximum."
    )

    no_such_month: str = "That is no month. Write it as 2026-05."
    no_such_day: str = "That is no day. Write it as 2026-05-04."
    no_such_time: str = "Choose 12 weeks, a year or all."
    no_such_exercise: str = "There is no exercise of that name, and no set of one."


ENGLISH = ProgressWords()
"""The words in English."""
