"""What charts and notes say, in one place, ready for another language.

Holes in the sentences are named. Nothing here praises, promises or diagnoses: it says
what was measured.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from rhomboid.frozen import table


@dataclass(frozen=True, slots=True)
class Words:
    """The words of charts; the defaults are English."""

    day: str = "{day} {month} {year}"
    months: tuple[str, ...] = (
        "Jan", "Feb", "Mar", "Apr", "May", "June", "July", "Aug", "Sept", "Oct", "Nov", "Dec",
    )  # fmt: skip
    unfinished: str = "The last {bucket} is not over."
    camera: str = "counted by camera"
    hand: str = "by hand or imported"
    said: str = "as you said"
    fair: str = "from up to 10 repetitions"
    rough: str = "rough, from 11 or 12"

    went: str = "{what} went from {first} to {last} in {time}."
    stayed: str = "{what} stayed at {last} for {time}."
    back: str = "{what} is at {last}, as {time} before; between, it lay from {low} to {high}."
    once: str = "{what}: {last}, in one {bucket} so far."
    week: str = "week"
    month: str = "month"
    weeks: str = "{n} weeks"
    one_week: str = "1 week"
    some_months: str = "{n} months"
    years: str = "{n} years"

    load_title: str = "Load"
    load_axes: Mapping[str, str] = field(
        default_factory=lambda: table(
            kg="Kilograms", lb="Pounds", band="Number of the band",
            body_angle="Degrees of the body from upright", seconds="Seconds of each hold",
        )
    )  # fmt: skip
    load_units: Mapping[str, str] = field(
        default_factory=lambda: table(
            kg=" kg", lb=" lb", band="", body_angle="°", seconds=" s"
        )
    )  # fmt: skip
    load_said: Mapping[str, str] = field(
        default_factory=lambda: table(
            kg="{n} kg", lb="{n} lb", band="band {n}", body_angle="body at {n}°",
            seconds="holds of {n} s",
        )
    )  # fmt: skip
    load_what_axis: Mapping[str, str] = field(
        default_factory=lambda: table(
            kg="The heaviest load of your {name}", lb="The heaviest load of your {name}",
            band="The strongest band of your {name}, by number,",
            body_angle="The flattest body angle of your {name}",
            seconds="The longest hold asked for in your {name}",
        )
    )  # fmt: skip
    load_meaning: str = (
        "The most of each {bucket}, warm-ups left out. The load is what you said or what the plan"
        " asked for: a camera cannot see it."
    )
    load_other: str = "Sets with another kind of load are not drawn here."

    strength_title: str = "Estimated one-repetition maximum"
    strength_says: str = (
        "Your best {name} of the last {bucket} with one suggests between {low} and {high} for a"
        " single repetition{rough}."
    )
    strength_rough: str = ", a rough guess"
    strength_meaning: str = (
        "Estimated from good repetitions, and those you said were left, by two equations (Epley,"
        " Brzycki), only up to 12 repetitions in all. The bar shows between what it may lie. Sets"
        " counted by hand are taken at your word. It is no test, and no advice to try."
    )

    reps_title: str = "Repetitions"
    reps_says: str = "{total} repetitions in {sets} in {time}"
    reps_good: str = "; of {counted} that a camera judged, {good} had no major fault"
    reps_hand: str = "; {hand} were counted by hand or imported"
    reps_meaning: str = (
        "All repetitions of each {bucket}, warm-ups left out. “No major fault” is the judgement of"
        " the camera, of what it could see. {unfinished}"
    )
    reps_kinds: tuple[str, ...] = (
        "by camera, no major fault", "by camera, with a fault or not judged",
        "by hand or imported",
    )  # fmt: skip

    hold_title: str = "Hold time"
    hold_what: str = "Your longest hold of the {name}"
    hold_meaning: str = "The longest hold of each {bucket}."

    span_title: str = "Range of movement"
    span_what: str = "The typical range of your {name}"
    span_meaning: str = (
        "{signal}: from one end of a repetition to the other, seen by the camera; the mean of each"
        " {bucket}. Another camera place may shift it by some percent, so compare it only with"
        " yourself. It is no measurement of a joint."
    )
    span_percent: str = "Percent of your trunk’s length"

    of_trunk: str = " % of trunk"

    form_title: str = "Form score"
    form_what: str = "The form score of your {name}"
    form_meaning: str = (
        "Of everything a camera judged in your repetitions, the share that was good. Sets without a"
        " camera have none. Not judged, and so not counted: {share} of the checks."
    )
    form_year: str = "At most the last year is shown."
    percent: str = "Percent"

    pause_title: str = "Pause kept"
    pause_what: str = "The share of pauses in your {name} that were long enough"
    pause_meaning: str = "Of the pauses that a camera could time. {shown}"

    pain_title: str = "Pain"
    pain_says: str = (
        "You noted pain after {pained} of the {asked} that you answered for; the worst was {worst}"
        " of 10."
    )
    pain_none: str = "You answered for {asked} and noted no pain."
    pain_meaning: str = (
        "The worst answer of each {bucket}, 0 to 10; one without an answer is left empty."
    )
    pain_axis: str = "0 to 10"

    sets_title: str = "Sets a week for the upper back"
    sets_what: str = "Your weekly sets for the upper back"
    sets_meaning: str = (
        "A set counts in full for the muscles an exercise is done for and half for those that help"
        " (Pelland 2024). Warm-ups and sets that were meant to be easy are left out. How hard a"
        " muscle worked, nobody measured. {unfinished}"
    )
    sets_axis: str = "Sets"

    days_title: str = "Days trained"
    days_says: str = "You trained on {done} in {time}, {mean} a week."
    days_plan: str = "A plan was shown for {planned}; on {kept} of them you trained."
    days_no_plan: str = "No plan was shown in this time, so nothing is compared."
    days_meaning: str = (
        "Days with at least one set that was no warm-up. Days on which nobody looked at the plan"
        " are compared with nothing. {unfinished}"
    )
    days_axis: str = "Days"

    muscles: Mapping[str, str] = field(
        default_factory=lambda: table(
            upper_back="Upper back", lats="Lats", shoulders="Shoulders", lower_back="Lower back",
            hips="Glutes and hamstrings", biceps="Biceps",
        )
    )  # fmt: skip
    amounts: Mapping[str, str] = field(
        default_factory=lambda: table(
            none="none", few="under 5", some="5 to 9", many="10 or more"
        )
    )  # fmt: skip

    no_exercise: str = "No exercise recognised"
    origins: Mapping[str, str] = field(
        default_factory=lambda: table(
            camera="camera", video="video", hand="by hand", **{"import": "imported"}
        )
    )
    corrected: str = ", corrected"
    history_none: str = (
        "No set was done from {first} to {last}. Start one with: rhomboid serve --open"
    )
    columns: Mapping[str, str] = field(
        default_factory=lambda: table(
            day="day", name="exercise", repetitions="reps", load="load", hold="hold",
            by="counted", effort="effort", pain="pain",
        )
    )  # fmt: skip
    progress_none: str = (
        "There is nothing to show in that time. Start a set with: rhomboid serve --open"
    )
    checks_columns: tuple[str, ...] = ("check", "good", "to fix", "not judged")
    exercise_columns: tuple[str, ...] = ("exercise", "sets", "by camera", "repetitions", "load")
    muscle_columns: tuple[str, ...] = (
        "muscle", "sets, last 7 days", "a week, mean of the four before",
    )  # fmt: skip

    one_set: str = "1 set"
    many_sets: str = "{n} sets"
    one_day: str = "1 day"
    many_days: str = "{n} days"

    def not_over(self, *, by_month: bool) -> str:
        """Return that the last week or month is not over."""
        return self.unfinished.format(bucket=self.month if by_month else self.week)

    def sets(self, number: int) -> str:
        """Return so many sets, in words."""
        return self.one_set if number == 1 else self.many_sets.format(n=number)

    def days(self, number: int) -> str:
        """Return so many days, in words."""
        return self.one_day if number == 1 else self.many_days.format(n=number)

    def on(self, day: date) -> str:
        """Return a date in words."""
        return self.day.format(day=day.day, month=self.months[day.month - 1], year=day.year)


ENGLISH = Words()
"""The words in English."""
