"""One way in for videos, track files and tracks, and one report out, whichever it was."""

import json
import shutil
from pathlib import Path

import pytest

import rhomboid
from rhomboid import PoseTrack, check
from rhomboid.errors import SpecError, TrackError, VideoError
from rhomboid.session import judge

SAMPLE = Path(__file__).parents[1] / "samples" / "t_raise.mp4"


@pytest.fixture(scope="module")
def judged():
    """The sample clip, judged."""
    return judge(SAMPLE, "t_raise")


def test_a_kept_track_is_judged_like_the_video_it_came_from(judged, tmp_path):
    judged.track.save(tmp_path / "set.npz")
    again = check(tmp_path / "set.npz", "t_raise")

    assert again.reps == judged.report.reps
    assert again.findings == judged.report.findings
    assert again.sentences == judged.report.sentences
    assert again.versions == judged.report.versions


def test_a_track_in_memory_is_judged_like_one_on_disk(judged):
    assert check(judged.track, "t_raise").reps == judged.report.reps


def test_a_live_set_of_the_same_joints_has_the_same_report(judged):
    track = judged.track
    live = rhomboid.LiveSet("t_raise", size_px=track.size_px, model=track.model)
    for i in range(len(track)):
        live.feed(
            rhomboid.PoseFrame(
                float(track.times_s[i]), track.image_px[i], track.visibility[i], track.world_m[i]
            )
        )
    report = live.finish()

    assert report.reps == judged.report.reps
    assert report.findings == judged.report.findings
    assert report.attempts == judged.report.attempts
    assert report.to_json() == judged.report.to_json()


def test_watching_the_same_video_twice_gives_the_same_joints(judged):
    assert judge(SAMPLE, "t_raise").report.to_json() == judged.report.to_json()


def test_the_lighter_and_the_heavier_model_count_the_same(judged):
    assert check(SAMPLE, model="lite").count == judged.report.count


def test_a_report_is_json(judged):
    assert json.loads(judged.report.to_json())["count"] == 5


def test_a_broken_off_video_is_judged_as_far_as_it_goes_and_says_so(tmp_path, judged):
    broken = tmp_path / "broken.mp4"
    whole = _with_its_index_first(tmp_path / "whole.mp4").read_bytes()
    broken.write_bytes(whole[: int(0.6 * len(whole))])
    report = check(broken, "t_raise")

    assert 0 < report.count < judged.report.count
    assert "breaks off" in report.notes[0]


def _with_its_index_first(target):
    """Write the sample so that it can be read though its end is missing."""
    import av

    with (
        av.open(str(SAMPLE)) as source,
        av.open(str(target), "w", options={"movflags": "faststart"}) as out,
    ):
        stream = out.add_stream_from_template(source.streams.video[0])
        for packet in source.demux(video=0):
            if packet.dts is not None:
                packet.stream = stream
                out.mux(packet)
    return target


def test_an_exercise_of_ones_own_is_a_spec(judged):
    spec = rhomboid.load_exercise("t_raise")

    assert check(judged.track, spec).count == 5


@pytest.mark.parametrize(
    ("make", "error"),
    [
        (lambda path: path / "none.mp4", VideoError),
        (lambda path: path / "none.npz", TrackError),
        (lambda path: shutil.copy(__file__, path / "text.mov"), VideoError),
    ],
)
def test_what_cannot_be_read_is_an_error_of_its_kind(tmp_path, make, error):
    with pytest.raises(error):
        check(make(tmp_path))


def test_an_unknown_exercise_is_an_error_before_the_video_is_opened(tmp_path):
    with pytest.raises(SpecError):
        check(tmp_path / "none.mp4", "squat")


def test_an_empty_track_is_refused(judged):
    track = judged.track
    empty = PoseTrack(track.times_s[:0], track.image_px[:0], track.visibility[:0], track.size_px)
    with pytest.raises(TrackError, match="holds no frame"):
        check(empty)
