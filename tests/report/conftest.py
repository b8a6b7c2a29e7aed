"""Reports made by hand, one of each kind that a person may get."""

import math
from dataclasses import replace
from fractions import Fraction

import av
import numpy as np
import pytest

from rhomboid.pose.track import PoseTrack
from rhomboid.records import Attempt, Curve, Finding, Rep, SetReport, Versions
from rhomboid.skeleton import INDEX

PAUSE = Finding("pause", "Pause at your waist", "good", 3.2, 0.2, "s", 3.0, None, "article", at_s=2)
STILL = Finding("still", "Trunk still", "good", 7.4, 3.0, "deg", None, 15.0, "house", at_s=2)
GRIP = Finding(
    "grip", "Grip width", "not judged", None, None, "shoulder", 0.9, 1.4, "house",
    reason="hands cannot be told apart from the side", cue="Film from the front.",
)  # fmt: skip
SHORT = replace(PAUSE, verdict="fix", value=1.1, cue="Pause at your waist for 3 s.")
LEAN = replace(
    STILL, verdict="fix", value=24.0, cue="Keep your trunk still.", severity="major", rep=2
)


def make_rep(number, start_s, *, findings=(), side="both", hold_s=None, out_s=1.0, pause_s=3.2):
    """Make a repetition that starts at a moment and takes a second each way."""
    turn_s = start_s + out_s
    end_s = turn_s + (hold_s or pause_s) + 1.0
    placed = tuple(replace(f, rep=number, at_s=turn_s if f.at_s else None) for f in findings)
    return Rep(number, start_s, turn_s, end_s, out_s, 1.0, pause_s, hold_s, 80.0, side, 0.9, placed)


def make_curve(reps, duration_s):
    """Make a signal that is high at the start position and low at the far end."""
    times_s = np.arange(0, duration_s, 1 / 30)
    ends = [(rep.start_s, 160) for rep in reps] + [(rep.end_s, 160) for rep in reps]
    ends += [(rep.turn_s, 80) for rep in reps] + [(rep.end_s - rep.back_s, 80) for rep in reps]
    at_s, values = zip(*sorted(ends), strict=True)
    drawn = [round(v, 2) for v in np.interp(times_s, at_s, values).tolist()]
    drawn[10:14] = [None] * 4
    return Curve("Angle at the elbow", "deg", tuple(times_s.tolist()), tuple(drawn))


def make_report(reps, **changes):
    """Make a report of a seated row with these repetitions."""
    duration_s = max((rep.end_s for rep in reps), default=9.0) + 1.0
    usual = SetReport(
        exercise="seated_cable_row", name="Seated cable row", recognised=False, reps=tuple(reps),
        attempts=(), findings=(PAUSE, STILL, GRIP),
        sentences=(f"You did {len(reps)} repetitions.", "All was well."),
        view="side", coverage=0.974, duration_s=duration_s,
        versions=Versions("0.1.0", "blazepose-full", "1"),
        curve=make_curve(reps, duration_s) if reps else None,
    )  # fmt: skip
    return replace(usual, **changes)


def good_report():
    """Three repetitions as they should be."""
    return make_report([make_rep(n, 6.0 * n - 5, findings=(PAUSE, STILL)) for n in (1, 2, 3)])


def faulty_report():
    """Three repetitions, two with faults, and movements that were not counted."""
    reps = [
        make_rep(1, 1.0, findings=(PAUSE, STILL)),
        make_rep(2, 7.0, findings=(SHORT, LEAN), pause_s=1.1),
        make_rep(3, 11.0, findings=(SHORT, STILL), pause_s=0.9),
    ]
    return make_report(
        reps,
        findings=(SHORT, LEAN, GRIP),
        attempts=(
            Attempt("partial", 14.2, 15.0, "your hands came only half of the way"),
            Attempt("incomplete", 15.2, 16.0, "the recording ends before the return"),
        ),
        sentences=("You did 3 repetitions.", "Keep your trunk still.", "Pause for 3 s."),
        notes=("The file breaks off after 16 s.",),
    )


def empty_report():
    """Nothing was recognised."""
    return make_report(
        [], exercise=None, name="no exercise", recognised=True, findings=(), curve=None,
        sentences=("No exercise was recognised.",), view="unknown", coverage=math.nan,
    )  # fmt: skip


def long_report():
    """Forty repetitions, every third with a fault."""
    reps = [
        make_rep(n, 5.5 * n - 5, findings=(SHORT if n % 3 == 0 else PAUSE, STILL))
        for n in range(1, 41)
    ]
    return make_report(reps, findings=(SHORT, STILL))


def one_sided_report():
    """Two long holds, one for each arm."""
    reps = [
        make_rep(1, 2.0, side="right", hold_s=60.04, pause_s=60.04),
        make_rep(2, 70.0, side="left", hold_s=41.5, pause_s=41.5, findings=(SHORT,)),
    ]
    return make_report(reps, exercise="corkscrew", name="Corkscrew stretch", recognised=True)


def unseen_report():
    """A curve without a single value, and numbers that are not known."""
    report = make_report([make_rep(1, 1.0)])
    values = (None,) * len(report.curve.times_s)
    rep = replace(report.reps[0], amplitude=math.nan, confidence=0.0)
    return replace(report, reps=(rep,), curve=replace(report.curve, values=values))


REPORTS = {
    "good": good_report,
    "faulty": faulty_report,
    "empty": empty_report,
    "long": long_report,
    "one_sided": one_sided_report,
    "unseen": unseen_report,
}


@pytest.fixture(params=list(REPORTS))
def any_report(request):
    """Every kind of report in turn."""
    return REPORTS[request.param]()


@pytest.fixture
def good():
    """Three repetitions as they should be."""
    return good_report()


@pytest.fixture
def faulty():
    """Three repetitions, two with faults."""
    return faulty_report()


@pytest.fixture
def empty():
    """Nothing was recognised."""
    return empty_report()


@pytest.fixture
def long():
    """Forty repetitions."""
    return long_report()


@pytest.fixture
def one_sided():
    """Two holds, one for each arm."""
    return one_sided_report()


def person_px(size_px=(640, 480)):
    """Draw a standing person, arms out, in the middle of a picture."""
    width, height = size_px
    places = {
        "nose": (0.5, 0.15), "left_ear": (0.54, 0.15), "right_ear": (0.46, 0.15),
        "left_shoulder": (0.6, 0.3), "right_shoulder": (0.4, 0.3),
        "left_elbow": (0.72, 0.4), "right_elbow": (0.28, 0.4),
        "left_wrist": (0.82, 0.3), "right_wrist": (0.18, 0.3),
        "left_hip": (0.56, 0.6), "right_hip": (0.44, 0.6),
        "left_knee": (0.56, 0.78), "right_knee": (0.44, 0.78),
        "left_ankle": (0.56, 0.95), "right_ankle": (0.44, 0.95),
    }  # fmt: skip
    joints = np.full((33, 2), np.nan)
    for name, (x, y) in places.items():
        joints[INDEX[name]] = x * width, y * height
    return joints


def make_track(duration_s, size_px=(640, 480), rate_hz=30.0):
    """Make a track in which a person stands still."""
    times_s = np.arange(0, duration_s, 1 / rate_hz)
    joints = np.broadcast_to(person_px(size_px), (len(times_s), 33, 2)).copy()
    seen = np.isfinite(joints).all(axis=2).astype(float)
    return PoseTrack(times_s, joints, seen, size_px)


@pytest.fixture
def person():
    """The joints of a standing person in a picture of 640 by 480."""
    return person_px()


@pytest.fixture
def track():
    """Twenty seconds of a person who stands still."""
    return make_track(20.0)


@pytest.fixture
def make_video(tmp_path):
    """Return a function that makes a small video that grows brighter, frame times as given."""

    def make(times_s, *, size_px=(160, 120), name="clip.mp4", sound=False):
        path = tmp_path / name
        with av.open(str(path), "w") as container:
            stream = container.add_stream("mpeg4", rate=30)
            stream.width, stream.height = size_px
            stream.pix_fmt = "yuv420p"
            stream.codec_context.time_base = Fraction(1, 1000)
            voice = container.add_stream("aac", rate=16000, layout="mono") if sound else None
            for time_s in times_s:
                brightness = 60 + 100 * time_s / times_s[-1]
                grey = np.full((size_px[1], size_px[0], 3), brightness, np.uint8)
                frame = av.VideoFrame.from_ndarray(grey, format="rgb24")
                frame.pts, frame.time_base = round(time_s * 1000), Fraction(1, 1000)
                container.mux(stream.encode(frame))
            container.mux(stream.encode(None))
            if voice is not None:
                _add_sound(container, voice, times_s[-1])
        return path

    return make


def _add_sound(container, voice, until_s):
    """Add silence to a video."""
    for start in range(0, int(until_s * 16000), 1024):
        frame = av.AudioFrame.from_ndarray(
            np.zeros((1, 1024), np.float32), format="fltp", layout="mono"
        )
        frame.sample_rate, frame.pts = 16000, start
        container.mux(voice.encode(frame))
    container.mux(voice.encode(None))
