"""The fixed words of docs/accuracy.md: what is measured, on what, and how far to trust it."""

from benchmarks.lab.scene import Group

INTRODUCTION = """\
# How accurate it is

`make lab` scores the engine on every set whose truth is known, and writes this page. Other
counters run beside it, in the same run and on the same joints, written anew from their
descriptions. The exercise is named, or has to be recognised; no answer ever helps to choose
it. A set that is recognised as another exercise counts as no repetition.

- **Exact**: share of sets with the right count. **Within one**: share of sets that are off by
  one at most (OBO). **Error**: mean error as a share of the true count (MAE).
- **angle rule**: one angle and two thresholds, as in the workout counter of Ultralytics
  (AIGym), with its own 145 and 90 degrees. **Fitted**: its thresholds set to the exercise by
  clean drawn sets.
- **nearest poses**: the k-NN classifier and counter of MediaPipe's documentation, with its
  constants; its samples are the two ends of clean drawn sets, and it knows no other pose.
- **rhythm**: swings of the body's main movement, at the pace found by autocorrelation.

These three get a fair chance: thresholds, samples and constants that suit these very exercises.
"""

_DRAWN = """\
People of 1.5 to 2.0 m, seen from up to 12 degrees beside the middle of a view, at 15 to 60
uneven frames a second, with drop-outs, unfinished last repetitions, things done before and
after, and in every second set one fault of up to 1.15 of the size from which it must be found.
In some, equipment hides the legs, or somebody passes.

Limits: these joints err by jitter alone, and by being hidden. Real models swap sides and lose
single joints. Every movement is minimum-jerk, and the clock is made for that: somebody who stops
dead is told a pause some tenths too short, somebody who creeps to the end one some tenths too
long (docs/decisions/0005). Not drawn, since joints
alone cannot tell: taking hold of a bar for less than two seconds, which is counted as a repetition,
and standing up without it. Bending down is drawn where no standing up follows. No drop-out is
longer than 0.4 s. What fails here is broken; what holds here may still
fail on footage.
"""

_RENDERED = """\
The clips in `samples/`: the drawn athlete in flesh and clothes, filmed in a plain room and seen
through the pose model.

Limits: few clips, four people, and the tolerances were set on such people.
"""

_CLIPS = """\
Short clips of real people, labelled by eye to about 0.3 s, named or unnamed. Broken-off
movements, in which no repetition is complete, are among them.

Limits: few, and they were looked at while the engine was made.
"""

_COUNTIX = """\
Joints of front raises and rope push-downs from Countix-Fitness-pose.

Limits: joints are scaled frame by frame to the body's own box, so angles and proportions are
lost; the frame rate is unknown; some labels are doubtful, and some recordings show only half of
a body.
"""

ABOUT: dict[Group, tuple[str, str]] = {
    "drawn": ("Drawn athlete", _DRAWN),
    "rendered": ("Rendered clips", _RENDERED),
    "clips": ("Real clips", _CLIPS),
    "countix": ("Countix traces", _COUNTIX),
    "data": ("Other data", "Folders named on the command line.\n"),
}
"""Title and words of each data set."""

TIMES = """\
Seconds, of drawn sets from their own views. Start, turn and end: median error and 95th
percentile, whichever way. Start is the very beginning of the way out, end the very end of the
way back. Pause or hold: mean error, and the limits between which 95 % of the errors lie (Bland
and Altman).
"""

FINDINGS = """\
What was said of each check in each repetition of a drawn set, beside what a perfect eye would
say. A value inside its limits is good, however close to one; a value outside them is a fault from
the margin on, and by half of the check's uncertainty more; between the two it is scored nowhere.
Precision: share of the named faults
that are there. Recall: share of the faults that are there and were judged. Of all: the same,
where a fault counts as missed if it was not judged or its repetition not counted. Not judged: of
those that can be judged from there, repetitions that were not counted among them.
"""

NOTHING = """\
Repetitions a minute where there are none, under the name of every exercise that is not there.
Each name counts as a recording of its own. Clips under other names are look-alikes, broken-off
movements and clips of other exercises. Unnamed: only what holds no repetition of any of ours.
"""

COVERAGE = """\
Share of sets, of seconds and of checks in which anything was judged at all.
"""
