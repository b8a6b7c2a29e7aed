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
    minutes_left: str = "about {n} min left"
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
    other: str = "Not this one"
    other_named: str = "Not this one today: {name}"
    in_place: str = "{name} is set aside for today. In its place: {others}."
    none_in_place: str = "{name} is set aside for today. Nothing else fits in its place."
    bring_back: str = "Bring it back"
    bring_back_named: str = "Bring back: {name}"
    own_choice: str = "Where no source is named, the rule is our own choice."
    less_title: str = "Less time today?"
    less: str = "{n} min"
    usual: str = "As usual"
    skip: str = "Skip today"
    take_up: str = "Train today after all"

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
    flags: str = "Warning signs"
    flags_lead: str = "Tick what is new or unusual. With any of these, do not train."
    mistake: str = "What I take back now was ticked by mistake. Leave this open if it has gone."
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

    welcome: str = "Welcome"
    first_title: str = "Answer six short questions"
    first_lead: str = (
        "Six short questions, one minute, and the plan below fits you. Until then it asks for what"
        " nearly everybody can do. You can change all of it later."
    )
    skip_questions: str = "Skip them"
    noted_profile: str = "Saved. The plan is made anew."
    noted_health: str = "Saved. What you may do follows from it."
    noted_today: str = "Saved."
    next_health: str = "Saved. One thing more: eight questions about your health, before any load."
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
    days: str = "On which days do you want to lift?"
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
            osteoporosis="Thin bones (osteoporosis)",
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
    calendar_renew: str = "New address"
    calendar_renewed: str = "The address is new; the old one leads nowhere any more."
    health: str = "Questions about your health"
    health_text: str = "Eight questions, once a year, before the first load."
    health_go: str = "Answer eight questions"
    health_anew: str = "Answer anew"
    health_known: str = "Answered on {day}."
    health_lead: str = (
        "They find who should ask a clinician first. They diagnose nothing. A longer form is at"
        " eparmedx.com."
    )
    yes: str = "Yes"
    no: str = "No"
    answer_all: str = "Please answer every question."
    bad_height: str = "A height is a number of centimetres from 50 to 260; nothing was changed."
    bad_answer: str = "One of the answers cannot be read; nothing was changed."

    before_set: str = "Before this set"
    say_anew: str = "Say how you are now"
    hurt_today: str = (
        "This hurt today: {pain} of 10, here or in what works the same muscles. It ends for today;"
        " pain stops an exercise."
    )
    not_in_plan: str = (
        "This is not in today's plan. What you do still counts, and the plan goes on from it."
    )
    own_word: str = "The plan does not ask for this set."
    go_on: str = "Train all the same, on my own word"

    after_title: str = "How was it?"
    after_load: str = "What did you use?"
    after_band: str = "Which band?"
    after_angle: str = "Lean of your body, in degrees (0 upright, 90 lying)"
    after_spare: str = "How many more could you have done?"
    after_pain: str = "Pain"
    bad_loads: Mapping[str, str] = field(
        default_factory=lambda: table(
            kg="This is no weight. Write it as 40 kg or 88 lb; your other answers are noted.",
            body_angle="This is no lean. Write degrees from 0 to 90; your other answers are noted.",
            band="This is none of your bands. Your other answers are noted.",
        )
    )
    not_said: str = "–"
    to_today: str = "Today's plan"


PLAN = PlanWords()
