"""Every sentence the plan says, in one place and plain, with the source of its rule.

What is true only of one exercise stands in its file. Ready to be translated: nothing
else in the plan holds words for people but the questions of :mod:`.screening`.
"""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

from rhomboid.coach.words import in_sentence
from rhomboid.plan.ladder import bar_height_cm
from rhomboid.plan.reason import Reason, Topic
from rhomboid.training.load import POUND_KG, Load
from rhomboid.training.person import Person

__all__ = ["SAID", "amount", "day_name", "in_sentence", "say", "weight"]

_H, _A = "house", "acsm2009"
SAID: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        # The day.
        "load_day": (_H, "A day for loads: you chose it, and your pulls have had a day of rest."),
        "no_load_days": (_H, "You named no day for loads. Stretch and band are for every day."),
        "not_a_load_day": (_H, "No lifting today, by your week. Stretch and band keep you moving."),
        "pulls_yesterday": (_H, "You pulled yesterday. The same muscles get a day between, so today is light."),
        "nothing_to_pull": (_H, "No pull is open today, so it is a light day."),
        "too_short": (_H, "In {minutes} {minutes_} there is no time for a pull with its warm-up. Stretch instead; it counts."),
        "red_yesterday": (_H, "Yesterday the pain was above 5. Today only the stretch, as far as it does not hurt. Tell me how it is now."),
        "red_today": (_H, "Earlier today the pain was above 5. No loads today, even if it is gone."),
        "red_morning": (_H, "The morning was worse than 5. No loads today."),
        "missed": (_H, "The last day for loads passed without one. Nothing is added for it; we simply go on."),
        "lighter_week_day": ("bell2023", "{weeks} {weeks_} with loads lie behind you. This week is lighter: fewer sets, less weight, the same exercises."),
        "back_day": ("caterisano2019", "Welcome back after {days} {days_}. Week {week} of 4: about {cut} percent fewer sets than before."),
        "skipped": (_H, "You said you would not train today. Nothing is moved to another day."),
        "no_time": (_H, "There is not a minute today. Tomorrow is another day."),
        "nothing_left": (_H, "Nothing is left for today: what there was is set aside, or waits. Tomorrow is another day."),
        "done_before": (_H, "Part of today is done already. What remains is shown."),
        "own_loads": (_H, "You already pulled today on your own. It counts: tomorrow is light."),
        "goal_strength": ("acsm2026", "For strength: rows and lifts first, long rests. Lifting like this makes people stronger."),
        "goal_muscle": ("acsm2026", "For muscle: sets add up over the week, up to ten and more for each muscle. It can build muscle."),
        "goal_tone": ("acsm2026", "Tone is muscle. You train as for muscle, at your own pace."),
        "goal_posture": (_H, "For posture and back: pulls and raises. Strengthening may modestly help a rounded upper back, and may reduce long-term back pain. It is no treatment."),
        "goal_mobility": ("ingram2025", "To move better: the stretch comes first when time is short. Stretching improves range."),
        "goal_return_from_injury": (_H, "After an injury: small steps, much in reserve. Ask whoever treats you what you may do."),
        "general_warm_up": (_H, "Begin with {minutes} {minutes_} of easy movement: walk, circle your arms, bend at the hips."),
        # Which exercise, and with what.
        "first_time": (_H, "New for you. Learn it light."),
        "turn": (_H, "Its turn: you did it last {days} {days_} ago."),
        "raise": (_H, "Raises go with every other day: they train the shoulders, which pulls reach only in part."),
        "stretch": (_H, "The stretch belongs to every day."),
        "not_wanted": (_H, "{name}: you set it aside for today."),
        "no_gear": (_H, "{name}: the gear for it is not at hand."),
        "condition_out": (_H, "{name}: it waits until what you told of has settled."),
        "very_sore": (_H, "{name}: you are too sore for it today."),
        "heavy_yesterday": (_H, "{name}: the muscles worked hard yesterday."),
        "week_full": (_H, "{name}: its muscles have had enough this week, up to {most} sets."),
        "deadlift_gap": (_H, "{name}: it rests for two days between, or one if you are trained."),
        "deadlift_week": (_H, "{name}: twice in seven days is enough."),
        "back_pain_lately": (_H, "{name}: not on the day of pain, nor the day after."),
        "left_out_pain": (_H, "{name}: it hurt at the lightest there is. Leave it out until that is over, and have it looked at if it stays."),
        "no_time_for": (_H, "{name}: there is no time for it today."),
        "usual_gear": (_H, "With {gear}, as it is meant."),
        "instead": (_H, "With {gear} in place of the usual gear. {note}"),
        "kinder_gear": (_H, "{gear}, because of what you told of. {note}"),
        # The load.
        "find_weight": (_A, "Find it: take a weight you could move three or four times more after {top}. Then tell me which it was."),
        "first_band": (_H, "Begin with {load}, the lightest. It is soon clear if that is too easy."),
        "first_angle": ("melrose2015", "Begin at {load}. A higher bar is easier."),
        "no_scale": (_H, "No load to choose. Do it well; more repetitions make it harder."),
        "new_gear": (_H, "You used other gear before. Loads do not carry over, so we begin anew, with care."),
        "long_ago": (_H, "The last time is more than twelve weeks ago. We begin anew."),
        "from_import": (_H, "{load}: a little less than the {before} of your earlier notes. Nobody judged those, so we begin with care."),
        "from_own_set": (_H, "{load}: a little less than the {before} you used on your own."),
        "load_unknown_hurt": (_H, "I do not know what you used last time, and it hurt. Use clearly less, and tell me which it was."),
        "load_unknown": (_H, "I do not know what you used last time. Use the same, and tell me."),
        "earned": (_A, "{load}: last time every set reached the top with good repetitions. One step up."),
        "big_step": (_A, "The next step, {load}, is a big one. First two repetitions more in every set."),
        "band_too_far": (_H, "{load} was too much last time. First five repetitions more in every set with this one."),
        "band_waits": (_H, "{load} was too much {days} {days_} ago. Four weeks with this one first; it gets easier meanwhile."),
        "band_after_break": (_H, "{days} {days_} since the last time: the same band, and no more repetitions than usual."),
        "shorter_range": (_H, "The same band, five repetitions fewer: a weaker one would be far less."),
        "longer_pause": (_H, "There is no harder step, so stop one second longer at the far end."),
        "more_repetitions": ("acsm2026", "There is no harder step, so the range goes up by five. Effort counts more than load."),
        "outgrown": (_H, "You have outgrown what you have. A stronger band or other gear is the next step; until then this keeps you where you are."),
        "same": (_H, "{load} again."),
        "lowered": (_H, "Now {load}."),
        "sets_missing": (_H, "Last time {done} of {sets} {sets_} were done. A step needs them all."),
        "lighter": (_H, "Last time you took less than was shown. I go on from there."),
        "below": (_H, "Last time a set stayed below {least}: {good} good repetitions."),
        "in_range": (_H, "Last time: {good} good repetitions. Try for one more; at {most} in every set it gets harder."),
        "faults": (_H, "First get this right: {faults}. Only good repetitions count."),
        "pauses": (_H, "The stop at the far end was cut short too often. It counts as much as the weight."),
        "hard": (_H, "It left less in reserve than it should, or was broken off. The same again, with ease."),
        "unwatched": (_H, "All done, by your own count. No camera judged it, so I wait for a second time."),
        "red_pain": (_H, "Pain of {pain} since the last time: a fifth less, and no step up."),
        "morning_pain": (_H, "The morning after was clearly worse: a fifth less."),
        "amber_twice": (_H, "It hurt a little twice in a row: a tenth less."),
        "amber_pain": (_H, "Pain of {pain}: acceptable, but no step up."),
        "often_red": (_H, "Pain was above 5 on two days of the last fourteen: no step up. Have it looked at."),
        "lately_red": (_H, "Something hurt with more than 5 in the last seven days: no step up anywhere."),
        "short_break": (_H, "{days} {days_} since the last time: a tenth less to begin with."),
        "long_break": (_H, "{days} {days_} since the last time: a fifth less to begin with."),
        "below_twice": (_H, "Two times in a row a set stayed below its range: a tenth less."),
        "far_below": (_H, "Last time not even half of the range was possible: a fifth less at once."),
        "plateau": (_H, "{times} times the same with nothing gained: a tenth less, as a run-up."),
        "plateau_again": (_H, "Standing still again at this load. A tenth less; and change something: other gear, another exercise, more sleep."),
        "lightest_already": (_H, "That is the lightest there is, so we stay and do it well."),
        "too_painful": (_H, "There is nothing lighter, so it is left out."),
        "try_again": (_H, "It hurt a week ago or more, at the lightest there is. Try a few, and stop if it hurts again."),
        "no_steps_up": (_H, "Because of what you told of, it is not made harder."),
        "tired": (_H, "You feel tired today: no step up."),
        "sore": (_H, "You are sore there: no step up."),
        "worn_out": (_H, "You are worn out today: {load}, and it judges nothing."),
        "angle_capped": (_H, "{load} at most, because of what you told of."),
        "lighter_week": ("bell2023", "{load} in a lighter week. It judges nothing."),
        "easy_load": (_H, "Easy today: {load}."),
        # Repetitions, sets, effort, rest, tempo.
        "usual_range": (_H, "{least} to {most} repetitions: begin low, go up."),
        "article_range": (_A, "{least} to {most} repetitions, as the article has it."),
        "gear_range": (_H, "{least} to {most} repetitions: this gear goes up in coarse steps."),
        "strength_range": ("acsm2026", "{least} to {most} repetitions: fewer and heavier, for strength."),
        "care_range": (_H, "{least} to {most} repetitions: lighter ones, because of what you told of."),
        "long_range": (_A, "{least} to {most} repetitions: the next step is big, so two more come first."),
        "more_range": (_H, "{least} to {most} repetitions, since there is no load in between."),
        "easy_range": (_H, "{least} easy repetitions."),
        "sets_new": (_A, "{sets} {sets_}: enough to begin with, for the first four times."),
        "sets_least": (_H, "{sets} {sets_}."),
        "sets_most": ("acsm2026", "{sets} {sets_}: two to three build strength and muscle."),
        "sets_week": (_H, "{sets} {sets_}: with more, a muscle would pass {most} in seven days."),
        "sets_time": (_H, "{sets} {sets_}: that is what time allows."),
        "as_you_do": (_H, "{sets} {sets_}: three times you did no more, so I ask for what you do."),
        "back_from_break": ("caterisano2019", "{sets} {sets_}: week {week} after {days} {days_} away, about {cut} percent less."),
        "lighter_sets": ("bell2023", "{sets} {sets_} in a lighter week."),
        "worn_out_sets": (_H, "One set fewer, since you are worn out."),
        "easy_sets": (_H, "Easy sets: they keep you moving and judge nothing."),
        "spare_new": (_H, "Stop with {spare} repetitions in reserve: form comes first."),
        "spare_some": (_H, "Stop with {spare} repetitions in reserve."),
        "spare_trained": ("robinson2024", "Stop with {spare} repetitions in reserve: strength does not need more."),
        "spare_muscle": ("robinson2024", "Stop with {spare} in reserve: nearer to the last one may build more."),
        "spare_injury": (_H, "Stop with {spare} in reserve, after an injury."),
        "spare_first": (_H, "Stop with {spare} repetitions in reserve: the first time is for finding out."),
        "spare_care": (_H, "Stop with {spare} in reserve, because of what you told of."),
        "spare_easy": (_H, "At least {spare} more would be possible."),
        "rest_long": ("acsm2026", "Rest {seconds:.0f} s: long rests suit your goal."),
        "rest_short": (_H, "Rest {seconds:.0f} s, longer if you still breathe hard."),
        "rest_hold": (_H, "Rest {seconds:.0f} s between holds."),
        "tempo": (_H, "{out:g} s out, {pause:g} s stop, {back:g} s back."),
        "tempo_hold": (_H, "{out:g} s to turn, {back:g} s to come down: slowly, as the article has it."),
        # Holds.
        "first_hold": ("ingram2025", "{seconds:.0f} s: a beginning. About four minutes in one session is all that stretching can use."),
        "hold_again": (_H, "{seconds:.0f} s: the last time is long ago, so we begin anew."),
        "hold_same": (_H, "{seconds:.0f} s again. Three times held on both sides, seen by the camera, or five times by your word, make it longer."),
        "hold_short": (_H, "{seconds:.0f} s again: last time not every hold was long enough on both sides."),
        "hold_week": ("ingram2025", "The same again: it grows once a week at most, since ten minutes a week are already enough."),
        "hold_longer": ("ingram2025", "{seconds:.0f} s: ten seconds more, since you held it well."),
        "one_hold_more": ("ingram2025", "One hold more on each side, since you want to move better."),
        "hold_enough": ("ingram2025", "That is enough: more was not found to help."),
        "hold_pain": (_H, "Pain of {pain} since the last time: ten seconds less. Never into pain."),
        "hold_amber": (_H, "The same again, since something hurt a little."),
        "hold_capped": (_H, "No longer than that, because of what you told of."),
        "hold_time": (_H, "Shorter today, to fit your time."),
        "article_stretch": ("ingram2025", "The article asks for 20 holds of one minute: 20 minutes, or 40 for both sides. Begin lower; more than about four minutes in one session was not found to help."),
        # Warm-ups.
        "none_needed": (_H, "No set to prepare: it is light enough."),
        "unknown_load": (_H, "One light set first, then add little by little."),
        "prepare": ("warmup2020", "{times} easy repetitions each with {loads} first."),
        "empty_bar": (_H, "Before that, practise the bend with a stick or an empty bar."),
        # Care.
        "red_now": (_H, "Pain of {pain} is too much to train with. Rest today and look again tomorrow. If it stays or gets worse, have it looked at."),
        "red_again": (_H, "Pain was above 5 again, now {pain}. Do not train. See a doctor or physiotherapist before you go on."),
        "red_in_set": (_H, "{name} hurt: {pain} of 10. It ends for today, and so does what works the same muscles."),
        "two_reds": (_H, "Pain was above 5 on two days within fourteen. Have a clinician look at it."),
        "still_so": (_H, "Some weeks ago you told of something that keeps some exercises easy. Is it over? Then answer the eight questions anew and change your profile; until then it stays so."),
        "flag_remembered": ("finucane2020", "On {day} you told of a sign that wants care. Until a clinician has agreed, only the stretch."),
        "answer_first": (_H, "Eight short questions come before the first load. Until then, light days."),
        "answer_again": (_H, "Your answers are more than a year old. Please answer again before you lift."),
        "agree_first": (_H, "Loads wait for a clinician's word. {then}"),
        "for_you": (_H, "{name}: {advice}"),
    }
)  # fmt: skip
"""For every rule its source and its words."""

_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August",
           "September", "October", "November", "December")  # fmt: skip


def say(about: Topic, code: str, *, source: str = "", **values: object) -> Reason:
    """Give a reason: its code, its words, and its source where it is another than usual.

    A number called ``sets`` is said as ``{sets} {sets_}``: "1 set", "2 sets".

    Examples
    --------
    >>> say("sets", "sets_least", sets=1).words
    '1 set.'
    """
    usual, words = SAID[code]
    one = {f"{name}_": name.removesuffix("s") if values[name] == 1 else name for name in values}
    return Reason(about, code, words.format(**values, **one).strip(), source or usual)


def amount(load: Load, person: Person) -> str:
    """Say a load as a person reads it.

    Examples
    --------
    >>> amount(Load("kg", 42.5), Person()), amount(Load("band", 2), Person(bands=("red", "blue")))
    ('42.5 kg', 'your band "blue"')
    """
    if load.axis == "kg":
        return weight(load.value, person)
    if load.axis == "band":
        number = int(load.value)
        known = 0 < number <= len(person.bands)
        return f'your band "{person.bands[number - 1]}"' if known else "your band"
    if load.axis == "body_angle":
        return f"{load.value:.0f}° away from upright{_bar_height(load.value, person)}"
    return f"{load.value:.0f} s" if load.axis == "seconds" else "no load"


def weight(kg: float, person: Person) -> str:
    """Say a weight in the person's units.

    Examples
    --------
    >>> weight(20.0, Person(units="lb"))
    '44.1 lb'
    """
    if person.units == "lb":
        return f"{round(kg / POUND_KG, 1):g} lb"
    return f"{round(kg, 2):g} kg"


def day_name(day: date) -> str:
    """Say a day without a locale.

    Examples
    --------
    >>> day_name(date(2026, 5, 4))
    'Monday, 4 May'
    """
    return f"{_DAYS[day.weekday()]}, {day.day} {_MONTHS[day.month - 1]}"


def _bar_height(angle_deg: float, person: Person) -> str:
    """Say how high the bar is, if the person's height is known."""
    if person.height_cm is None:
        return ""
    return f", the bar about {round(bar_height_cm(angle_deg, person.height_cm), -1):.0f} cm high"
