"""Every fixed word of the pages, in one place, ready for another language.

What the exercise files and the reports say comes with them. Holes in the
sentences are named: ``{n}``.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from rhomboid.frozen import table
from rhomboid.web.pages.privacy_words import POINTS


@dataclass(frozen=True, slots=True)
class Words:
    """The fixed words of the pages; the defaults are English."""

    language: str = "en"
    product: str = "rhomboid"
    skip: str = "Skip to the page"
    nav: str = "Main"
    nav_today: str = "Today"
    nav_sets: str = "Your sets"
    nav_profile: str = "Profile"
    nav_journal: str = "Journal"
    nav_progress: str = "Progress"
    nav_privacy: str = "Privacy"
    footer: str = (
        "Nothing you do here leaves your own devices. rhomboid is no medical device: if it"
        " hurts, stop."
    )
    house: str = "our own choice"
    no_exercise: str = "No exercise recognised"
    one_rep: str = "repetition"
    many_reps: str = "repetitions"
    pair_title: str = "Use this phone as the camera"
    pair_text: str = "The code lets one device in, once. No picture ever leaves its browser."
    pair_button: str = "Let this phone in"

    today_title: str = "Today"
    today_lead: str = "A coach for your upper back that watches, counts and corrects."
    six: str = "The six exercises"
    more: str = "More exercises"
    start: str = "Start"
    start_named: str = "Start: {name}"
    how: str = "How it is done"
    how_named: str = "How it is done: {name}"
    last_sets: str = "Your last sets"
    no_sets: str = "You have not done a set here yet. Your sets will be listed here."
    all_sets: str = "All your sets"
    drop_title: str = "Or judge a video you have"
    drop_text: str = (
        "Any video file of one set, up to 2 GB. It is watched on this machine and not kept;"
        " only the joints are. It counts for the day on which the file says it was recorded, or"
        " for today if it says nothing."
    )
    drop_hint: str = "Choose a file, or drop one here"
    drop_exercise: str = "Exercise"
    drop_recognise: str = "Recognise it"
    drop_send: str = "Watch the video"

    one_set: str = "{n} set"
    many_sets: str = "{n} sets"
    dose_reps: str = "{sets} of {n} repetitions"
    dose_holds: str = "{sets} of {n} holds"
    dose_each_side: str = " on each side"
    dose_held: str = ", {s} s each"
    tempo_out: str = "{s} s out"
    tempo_held: str = "{s} s held"
    tempo_back: str = "{s} s back"
    tempo_rest: str = "{s} s at the start"
    metres: str = "{m} m"

    see_it: str = "See it"
    athlete_label: str = "Animation of the {name}. Drag to see it from any side."
    athlete_hint: str = "Drag to see it from any side."
    athlete_short: str = "The hold is shown for {shown} s; it lasts {real} s."
    athlete_alt: str = "Drawing: the start, pale, and the far end, strong."
    stop_title: str = "When to stop"
    dose_title: str = "How much"
    dose_row: str = "Do"
    tempo_row: str = "Tempo"
    rest_row: str = "Rest between sets"
    harder_row: str = "Going on"
    why_row: str = "Mind"
    based_row: str = "Based on"
    article_dose: str = "The article asks for"
    seconds: str = "{s} s"
    setup: str = "Set up"
    steps: str = "Do it"
    faults: str = "What often goes wrong"
    breathing: str = "Breathing"
    muscles: str = "Muscles"
    muscles_primary: str = "Work most"
    muscles_secondary: str = "Help"
    front: str = "Front"
    back: str = "Back"
    map_alt: str = "Body map, {side}: {names}"
    map_none: str = "nothing marked on this side"
    easier: str = "Easier"
    harder: str = "Harder"
    equipment: str = "Equipment"
    usual: str = "Usually"
    instead: str = "Instead"
    safety: str = "Before you start"
    conditions_title: str = "If this is you"
    conditions_note: str = "Ask your doctor or physiotherapist first; this is no medical advice."
    conditions: Mapping[str, str] = field(
        default_factory=lambda: table(
            shoulder_pain="Shoulder pain",
            osteoporosis="Osteoporosis",
            pregnancy="Pregnancy",
            back_pain_mild="Mild back pain",
            back_pain_acute="Acute or severe back pain",
            high_blood_pressure="High blood pressure",
            neck_pain="Neck pain",
        )
    )
    place_title: str = "Where the camera stands"
    place_said: str = (
        "The camera looks at you {views}, {distance} away and {height} above the floor."
    )
    place_also: str = "It still counts {views}, but judges less."
    place_short: str = "{view}, {distance} m away, {height} m high"
    place_good: str = "best place"
    place_fair: str = "counts, judges less"
    place_away: str = "{distance} away"
    place_high: str = "{height} high"
    judged: str = "What is judged"
    judged_what: str = "Check"
    judged_good: str = "What counts as good"
    judged_source: str = "Limit from"
    unjudged: str = (
        "A camera sees joints from one side. It cannot see how hard a muscle works, whether your"
        " shoulder blades move, how your spine curves, or the weight you use; rhomboid says"
        " nothing about those, and says so when it could not see something."
    )
    sources: str = "Sources"
    aliases: str = "Also called"
    ready: str = "Start with the camera"

    sets_title: str = "Your sets"
    day: str = "{weekday} {day} {month} {year}"
    weekdays: tuple[str, ...] = (
        "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
    )  # fmt: skip
    months: tuple[str, ...] = (
        "January", "February", "March", "April", "May", "June", "July", "August",
        "September", "October", "November", "December",
    )  # fmt: skip
    by_hand: str = "entered by hand"
    corrected: str = "corrected by hand"
    by_camera: str = "{n} by camera"
    by_video: str = "{n} from video"
    by_import: str = "{n} imported"
    added: str = "{n} added by hand"
    taken: str = "{n} taken away by hand"
    evened: str = "corrected by hand, back to the same"
    longest_hold: str = "longest hold {s} s"
    sides: Mapping[str, str] = field(
        default_factory=lambda: table(left="left side", right="right side", both="both sides")
    )
    pain_noted: str = "pain {n} of 10"

    count_wrong: str = "Is the count wrong?"
    one_more: str = "One more"
    one_less: str = "One less"
    rate_it: str = "Rate this set"
    next_time: str = "How it went, and what next"
    line_title: str = "Repetition by repetition"
    line_hint: str = "Choose a repetition to see it below."
    mark: str = "Repetition {n} at {time}: {verdict}"
    mark_good: str = "nothing to fix"
    mark_fix: str = "to fix: {faults}"
    key: Mapping[str, str] = field(
        default_factory=lambda: table(out="way out", turn="held", back="way back")
    )
    replay: str = "Replay"
    replay_label: str = "Stick figure of your set"
    replay_text: str = "Drawn from the joints that were kept; there is no video."
    needs_script: str = "This moves only where scripts are allowed."
    checked: str = "What was checked"
    all_reps: str = "Every repetition in numbers"
    to_fix: str = "To fix"
    good: str = "Good"
    not_judged: str = "Not judged"
    why: str = "Why"
    what_helps: str = "What helps"
    attempts: str = "Seen, but not counted"
    recording: str = "The recording"
    older: str = "Older sets"
    newer: str = "Newer sets"
    judge_title: str = "Which exercise was it?"
    judge_text: str = "Nothing was recognised. Say what it was, and the joints are judged as that."
    judge_send: str = "Judge it"
    no_watch: str = "No camera watched this set: the count is yours, and nothing was judged."
    moved_title: str = "Judged anew"
    moved_text: str = (
        "This page judges by today's rules, {now}. When the set was kept, it was judged by {was}."
        " What it counted for then stays as it was."
    )
    trouble: str = "The joints of this set cannot be read, so nothing can be judged anew."
    how_was_it: str = "How was it?"
    effort: str = "Effort"
    effort_low: str = "0 nothing at all"
    effort_high: str = "10 all you had"
    spare: str = "Repetitions you could still have done"
    spare_low: str = "0 none"
    spare_high: str = "10 or more"
    pain: str = "Pain"
    pain_low: str = "0 none"
    pain_high: str = "10 the worst"
    note: str = "Note"
    save: str = "Save"
    saved: str = "Saved."
    pain_caution_title: str = "Take care"
    pain_caution: str = (
        "Next time do not add weight, repetitions or range; make it easier. If it is not back to"
        " normal by tomorrow morning, or comes again, do less and ask a doctor or"
        " physiotherapist. Stop at once if you feel numbness, tingling or weakness."
    )
    pain_stop_title: str = "Stop. Do not train through this."
    pain_stop: str = (
        "End this exercise for today. If the pain stays, comes back, or goes into an arm or a leg,"
        " or if you feel numbness, tingling or weakness, see a doctor before you go on."
    )
    discard: str = "That was not me: discard"
    discard_sure: str = "The set and its joints are removed for good. This cannot be undone."
    discard_yes: str = "Discard this set"
    failed: str = "That did not go through; what you typed is still here. Please try again."
    again: str = "Do it again"

    video_title: str = "Watching your video"
    video_waiting: str = "Waiting: {n} before it."
    video_watching: str = "Watching {name}"
    video_percent: str = "{n} % watched"
    video_starts: str = "Opening {name}"
    video_done: str = "Done. Opening your set."
    video_failed: str = "This video could not be judged"
    video_note: str = (
        "You may leave this page; the set will be among your sets. The file is removed when it"
        " has been watched."
    )
    video_open: str = "Open the set"
    video_again: str = "Try another video"
    stopped: str = "rhomboid was stopped while it watched this video."
    too_many_videos: str = "Too many videos are waiting. Try again when some are done."
    choose_file: str = "Choose a video file first."
    not_whole: str = "The file did not arrive whole. Try again."
    not_kept: str = "The video cannot be put on the disk to be watched: {why}."
    too_large: str = "The file is larger than {gb} GB. Film shorter, or trim it."

    privacy_title: str = "What stays where"
    privacy_lead: str = "Everything stays on the machine that runs rhomboid."
    privacy_points: tuple[tuple[str, str], ...] = POINTS
    privacy_folder: str = "Your sets are in this folder:"

    no_such_exercise: str = (
        "There is no exercise of that name. The ones there are stand on today's page."
    )
    no_such_set: str = "There is no such set. It may have been discarded."
    no_such_video: str = "There is no such video. If it was watched already, it is among your sets."
    no_joints: str = "No joints were kept of this set."
    bad_rating: str = (
        "A rating is a whole number from 0 to 10, and a note has at most 500 characters."
    )
    bad_correction: str = "A correction is one more or one less."
    nothing_to_take: str = "There is no repetition to take away."
    errors: Mapping[int, tuple[str, str]] = field(
        default_factory=lambda: MappingProxyType(
            {
                400: ("That did not work", "rhomboid could not make sense of this request."),
                404: ("Nothing here", "There is no page at this address."),
                405: ("That did not work", "This address is not meant to be used that way."),
                413: ("Too large", "That is larger than rhomboid takes in."),
                422: ("That did not work", "Something in the form was left out or not as asked."),
                500: (
                    "Something broke",
                    (
                        "It is rhomboid's fault, not yours. Your kept sets are safe. Try again; if"
                        " it happens again, restart rhomboid."
                    ),
                ),
                503: ("Busy", "rhomboid has its hands full. Try again in a minute."),
            }
        )
    )
    to_today: str = "Go to today's page"

    def count(self, number: int) -> str:
        """Return how many repetitions, in words."""
        return f"{number} {self.one_rep if number == 1 else self.many_reps}"


ENGLISH = Words()
"""The words in English."""
