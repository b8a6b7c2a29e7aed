"""The words of today's plan, of the questions, and of the profile; ready for another language."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from rhomboid.frozen import table


@dataclass(frozen=True, slots=True)
class PlanWords:
    """The defaults are English."""

    kinds: Mapping[str, str] = field(
        default_factory=lambda: table(
            loaded="Today: a day for loads",
            light="Today: a light day",
            rest="Today: rest",
            stopped="Do not train now",
        )
    )
    minutes: str = "about {n} min"
    done_all: str = "All done for today."
    why_day: str = "Why"
    why: str = "Why this, and these numbers"
    set_warm: str = "{n} × {reps} to warm up{load}"
    set_work: str = "{n} × {reps}{load}"
    set_hold: str = "{reps} holds of {s} s{side}"
    many_holds: str = "{n} × {reps} holds of {s} s{side}"
    set_pause: str = ", {s} s stop"
    at_load: str = " with {load}"
    find_load: str = ", find the weight"
    left_side: str = ", left"
    right_side: str = ", right"
    start: str = "Start"
    start_named: str = "Start: {name}"
    done: str = "Done"
    some_left: str = "{done} of {all} sets done"
    other: str = "Something else"
    other_named: str = "Something else in place of {name}"
    less_title: str = "Less time today?"
    less: str = "{n} min"
    usual: str = "As usual"
    skip: str = "Leave today out"
    take_up: str = "Train today after all"
    again: str = "Bring back what was set aside"

    check_title: str = "How are you today?"
    check_lead: str = "It can only make today easier, never harder."
    readiness: str = "How fresh are you?"
    readiness_low: str = "worn out"
    readiness_high: str = "fresh"
    pain_now: str = "Pain right now"
    pain_morning: str = "Pain this morning, from the day before"
    pain_low: str = "none"
    pain_high: str = "worst"
    sore: str = "Sore muscles"
    sore_low: str = "not at all"
    sore_high: str = "hard to move"
    flags: str = "Any of these?"
    flags_lead: str = "Tick what is new or unusual. With any of them nobody trains."
    save: str = "Save"
    saved: str = "Noted."
    muscles: Mapping[str, str] = field(
        default_factory=lambda: table(
            upper_back="Upper back",
            lats="Sides of the back",
            shoulders="Shoulders",
            lower_back="Lower back",
            hips="Hips and thighs",
            biceps="Upper arms",
        )
    )

    first_title: str = "Six short questions"
    first_lead: str = "With them the plan is yours. Skip what you like; all of it can be changed."
    skip_questions: str = "Skip"
    profile_title: str = "Your profile"
    goals: str = "What do you train for?"
    goal_names: Mapping[str, str] = field(
        default_factory=lambda: table(
            strength="Strength",
            muscle="Muscle",
            tone="Tone",
            posture="Back and posture",
            mobility="Mobility",
            return_from_injury="Coming back from an injury",
        )
    )
    gear: str = "What do you have at hand?"
    gear_lead: str = "Only what is ticked is ever asked for."
    days: str = "On which days are loads welcome?"
    days_lead: str = "Stretch and easy bands are for every day."
    day_names: tuple[str, ...] = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
    minutes_asked: str = "How many minutes a day?"
    experience: str = "How long have you lifted?"
    experience_names: Mapping[str, str] = field(
        default_factory=lambda: table(
            new="Less than half a year", some="Up to two years", trained="More than two years"
        )
    )
    conditions: str = "Does any of this apply to you?"
    condition_names: Mapping[str, str] = field(
        default_factory=lambda: table(
            shoulder_pain="A shoulder hurts",
            osteoporosis="Thin bones",
            pregnancy="Pregnancy",
            back_pain_mild="Mild back pain",
            back_pain_acute="Strong back pain just now",
            high_blood_pressure="High blood pressure",
            neck_pain="Neck pain",
        )
    )
    more: str = "More"
    bands: str = "Your bands, the lightest first, one a line"
    units: str = "Weights in"
    height: str = "Height in cm"
    cleared: str = "A clinician has agreed to my training"
    standing: str = "How you stand"
    standing_text: str = "Measured once before the camera, it makes the coach surer."
    standing_go: str = "Measure it"
    standing_known: str = "Measured on {day}."
    calendar: str = "Your plan as a calendar"
    calendar_text: str = (
        "A calendar program on this machine can follow the plan at this address. Keep it to"
        " yourself: whoever has it can read the plan."
    )
    calendar_go: str = "Open it"
    health: str = "Questions about your health"
    health_text: str = "Eight questions, once a year, before the first load."
    health_go: str = "Answer them"
    health_known: str = "Answered on {day}."
    health_lead: str = (
        "They find who should ask a clinician first. They diagnose nothing. A longer form is at"
        " eparmedx.com."
    )
    yes: str = "Yes"
    no: str = "No"
    answer_all: str = "Please answer every question."
    bad_answer: str = "One of the answers cannot be read; nothing was changed."

    after_title: str = "How was it?"
    after_load: str = "What did you use?"
    after_band: str = "Which band?"
    after_angle: str = "Body away from upright, in degrees"
    after_spare: str = "How many more could you have done?"
    after_pain: str = "Pain"
    not_said: str = "–"
    to_today: str = "Today's plan"


PLAN = PlanWords()
