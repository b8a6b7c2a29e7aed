"""The words of the notes for a physiotherapist, ready for another language."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class NotesWords:
    """The words of the notes; the defaults are English."""

    title: str = "Training notes"
    lead: str = "For a physiotherapist or coach. From {first} to {last}."
    from_: str = "From"
    to: str = "To"
    show: str = "Show these days"
    print_it: str = "To print it, or to keep it as a PDF, use your browser’s Print."
    back: str = "Back to progress"
    name_line: str = "Name"
    empty: str = "No set was done in this time."
    shortened: str = "Notes cover a year at most, so they begin here."

    done_title: str = "Done and planned"
    trained: str = "Trained on {trained} of {days} days: {sets}, {reps}."
    watched: str = (
        "A camera counted {watched} of the sets; the others were counted by hand or imported."
    )
    watched_all: str = "A camera counted all of the sets."
    watched_none: str = "No camera watched; all counts are the person’s own."
    kept: str = (
        "A plan with exercises was shown for {planned}; on {kept} of them something was done."
    )
    no_plan: str = "No plan was shown in this time, so adherence is not known."
    left_out: str = "Left out on purpose: {n}."

    exercises_title: str = "What was done"
    exercise: str = "Exercise"
    sets: str = "Sets"
    by_camera: str = "By camera"
    repetitions: str = "Repetitions"
    load: str = "Load"
    good: str = "No major fault"
    pauses: str = "Pauses kept"
    hold: str = "Longest hold"
    span: str = "Range"
    effort: str = "Effort"
    of: str = "{n} of {of}"
    seconds: str = "{s} s"
    columns_note: str = (
        "Warm-ups are left out. Loads are as the person said. “No major fault” and pauses: of the"
        " repetitions a camera could judge. Range: typical movement of the counted signal, seen"
        " by a camera, as a share of the trunk’s length or in degrees; for comparison with the same"
        " person only, no joint measurement. Effort: mean, 0 to 10. –: not known."
    )

    pain_title: str = "Pain, as the person said"
    pain_none_asked: str = "Nothing was said about pain."
    pain_none: str = "Answered for {asked}: no pain."
    pain_some: str = "Answered for {asked}: pain after {pained}."
    pain_day: str = "{day}: {worst} of 10 ({names})"
    pain_more: str = "and {n} more days with pain"
    told_pain: str = (
        "Apart from sets, told for {asked}: pain on {pained} of them, the worst {worst} of 10 on"
        " {day}."
    )
    told_no_pain: str = "Apart from sets, told for {asked}: no pain."
    told_signs: str = "On {day} told of: {signs}."
    pain_morning: str = "The worst of the mornings after: {n} of 10."

    faults_title: str = "Found to fix most often"
    fault: str = "{title} ({exercise}): in {n} of {of} repetitions judged"
    no_faults: str = "Nothing, in what could be judged."
    unseen_title: str = "Not judged"
    unseen: str = "{title} ({exercise}): not judged in {n} of {of} repetitions"
    unseen_why: str = "{said}. The last time: {reason}."
    unseen_none: str = "Every check could be judged."
    never: str = (
        "Never judged, since joints in a picture cannot show it: muscle activity, the curve of the"
        " spine, the shoulder blades, how the palms face, and the weight used."
    )
    versions_title: str = "How it was judged"
    versions: str = "rhomboid {rhomboid}, pose model {model}, rules {rules}"
    no_versions: str = "No set was judged by a camera."
    no_diagnosis: str = (
        "Made by rhomboid on the person’s own machine, from an ordinary camera and the person’s"
        " own words. It is no medical device, and this is no diagnosis."
    )
    bad_days: str = "Write both days as 2026-05-04, the first not after the last."


ENGLISH = NotesWords()
"""The words in English."""
