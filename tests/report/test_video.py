"""An annotated video has the frames and the times of its source, and the words on it."""

import io
import os
import socket
import stat
from dataclasses import replace
from pathlib import Path

import av
import numpy as np
import pytest
from PIL import Image

from rhomboid.errors import OutputError, VideoError
from rhomboid.pose.track import PoseTrack
from rhomboid.pose.video import Frame
from rhomboid.report.caption import caption_at
from rhomboid.report.encoder import Sound
from rhomboid.report.moment import Moments
from rhomboid.report.stills import read_stills
from rhomboid.report.video import annotated, free_corner, write_video
from rhomboid.skeleton import INDEX

EVEN = [n / 30 for n in range(45)]
UNEVEN = [0.0, 0.02, 0.1, 0.15, 0.4, 0.42, 0.5, 0.9, 1.0, 1.4]


def frames(path):
    with av.open(str(path)) as container:
        return [(f.time, f.to_ndarray(format="rgb24")) for f in container.decode(video=0)]


@pytest.mark.parametrize("name", ["out.mp4", "out.webm", "OUT.MP4"])
@pytest.mark.parametrize("times_s", [EVEN, UNEVEN])
def test_every_frame_keeps_its_time(make_video, tmp_path, faulty, track, name, times_s):
    write_video(tmp_path / name, make_video(times_s), faulty, track)
    written = frames(tmp_path / name)

    assert [time_s for time_s, _ in written] == pytest.approx(times_s, abs=0.0011)


def test_something_is_drawn_on_every_frame(make_video, tmp_path, faulty, track):
    write_video(tmp_path / "out.mp4", make_video(EVEN), faulty, track)

    assert all(np.ptp(picture) > 100 for _, picture in frames(tmp_path / "out.mp4"))


@pytest.mark.parametrize("size_px", [(64, 48), (48, 64), (16, 16), (320, 180)])
def test_any_size_will_do(make_video, tmp_path, faulty, track, size_px):
    source = make_video(EVEN[:5], size_px=size_px)
    write_video(tmp_path / "out.mp4", source, faulty, track)

    assert frames(tmp_path / "out.mp4")[0][1].shape == (size_px[1], size_px[0], 3)


def test_every_kind_of_report_can_be_drawn(make_video, tmp_path, any_report, track):
    write_video(tmp_path / "out.mp4", make_video(EVEN[:10]), any_report, track)

    assert len(frames(tmp_path / "out.mp4")) == 10


def test_a_track_with_nobody_in_it_is_no_fault(make_video, tmp_path, faulty):
    nobody = PoseTrack(np.zeros(1), np.full((1, 33, 2), np.nan), np.zeros((1, 33)), (160, 120))
    write_video(tmp_path / "out.mp4", make_video(EVEN[:5]), faulty, nobody)

    assert len(frames(tmp_path / "out.mp4")) == 5


def test_the_skeleton_stands_where_the_person_does(faulty, track):
    large = PoseTrack(track.times_s, track.image_px * 3, track.visibility, (1920, 1440))
    black = av.VideoFrame.from_ndarray(np.zeros((480, 640, 3), np.uint8), format="rgb24")
    frame = Frame(black, 0.5, scale=3.0, drawn_px=(640, 480))
    image = annotated(frame, Moments(large), caption_at(faulty, 0.5), (False, False))
    left, right = (
        track.image_px[0, [INDEX[f"{side}_hip"], INDEX[f"{side}_knee"]]].mean(axis=0)
        for side in ("left", "right")
    )

    assert image.getpixel(tuple(left.round().astype(int).tolist()))[0] > 200
    assert image.getpixel(tuple(right.round().astype(int).tolist()))[2] > 200
    assert image.getpixel((320, 400)) == (0, 0, 0)


def test_the_sound_begins_with_the_first_picture(make_video, tmp_path, good, track):
    source = make_video([2 + n / 30 for n in range(45)], name="clip.mkv", sound=True)
    write_video(tmp_path / "out.mp4", source, good, track)

    with av.open(str(tmp_path / "out.mp4")) as container:
        heard = [f.time for f in container.decode(audio=0)]
    assert heard[0] == pytest.approx(0.0, abs=0.1)
    assert heard[-1] == pytest.approx(44 / 30, abs=0.1)


@pytest.mark.parametrize(("name", "streams"), [("out.mp4", 1), ("out.webm", 0)])
def test_the_sound_is_kept_where_the_file_can_hold_it(
    make_video, tmp_path, good, track, name, streams
):
    write_video(tmp_path / name, make_video(EVEN, sound=True), good, track)

    with av.open(str(tmp_path / name)) as container:
        assert len(container.streams.audio) == streams
        heard = [f.time for f in container.decode(audio=0)] if streams else [1.4]
    assert heard[-1] == pytest.approx(1.4, abs=0.1)


@pytest.mark.skipif(os.name == "nt", reason="no file may have such a name there")
def test_a_name_like_an_address_is_heard_from_the_disk(make_video, tmp_path, monkeypatch):
    source = make_video(EVEN, sound=True)
    monkeypatch.chdir(tmp_path)
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.setblocking(False)
        named = Path(f"http:/127.0.0.1:{server.getsockname()[1]}/clip.mp4")
        named.parent.mkdir(parents=True)
        source.rename(named)
        with Sound(named) as sound:
            assert len(list(sound.packets(9.0))) > 10
        with pytest.raises(BlockingIOError):
            server.accept()


def test_sound_ends_where_the_clock_starts_anew(make_video, tmp_path):
    parts = [
        make_video([n / 30 for n in range(30 * s)], name=f"{s}.ts", sound=True) for s in (2, 5)
    ]
    joined = tmp_path / "joined.ts"
    joined.write_bytes(b"".join(part.read_bytes() for part in parts))
    with Sound(joined) as sound:
        heard_s = [float(packet.pts * packet.time_base) for packet in sound.packets(9.0)]

    assert heard_s[-1] == pytest.approx(2.0, abs=0.15)


def test_progress_ends_at_one(make_video, tmp_path, good, track):
    told = []
    write_video(tmp_path / "out.mp4", make_video(EVEN), good, track, told.append)

    assert told == sorted(told)
    assert told[-1] == 1.0


@pytest.mark.parametrize("name", ["out.avi", "out", "out.html"])
def test_an_unknown_kind_of_video_is_refused(make_video, tmp_path, good, track, name):
    with pytest.raises(OutputError, match=r"must end in \.mp4 or \.webm"):
        write_video(tmp_path / name, make_video(EVEN[:3]), good, track)


def test_its_own_source_is_not_overwritten(make_video, good, track):
    source = make_video(EVEN[:3])
    before = source.read_bytes()
    with pytest.raises(OutputError, match="is the video that is being read"):
        write_video(source, source, good, track)

    assert source.read_bytes() == before


def test_a_source_that_is_not_there_leaves_nothing_behind(tmp_path, good, track):
    with pytest.raises(VideoError, match="there is no file"):
        write_video(tmp_path / "out.mp4", tmp_path / "no.mp4", good, track)

    assert list(tmp_path.iterdir()) == []


def test_a_source_without_pictures_leaves_nothing_behind(tmp_path, good, track):
    (tmp_path / "text.mp4").write_text("no video " * 100)
    with pytest.raises(VideoError):
        write_video(tmp_path / "out.mp4", tmp_path / "text.mp4", good, track)

    assert [path.name for path in tmp_path.iterdir()] == ["text.mp4"]


def test_stopping_half_way_leaves_nothing_behind(make_video, tmp_path, good, track):
    def stop(_):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_video(tmp_path / "out.mp4", make_video(EVEN), good, track, stop)

    assert [path.name for path in tmp_path.iterdir()] == ["clip.mp4"]


def test_a_name_that_is_too_long_is_an_error(make_video, tmp_path, good, track):
    source = make_video(EVEN[:3])
    with pytest.raises(OutputError, match="cannot write"):
        write_video(tmp_path / f"{'x' * 300}.mp4", source, good, track)

    assert list(tmp_path.iterdir()) == [source]


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="whoever may do all may write")
def test_a_folder_that_may_not_be_written_to_is_an_error(make_video, tmp_path, good, track):
    source, locked = make_video(EVEN[:3]), tmp_path / "locked"
    locked.mkdir()
    locked.chmod(stat.S_IRUSR | stat.S_IXUSR)
    with pytest.raises(OutputError, match="cannot write"):
        write_video(locked / "out.mp4", source, good, track)


def test_the_count_gives_way_to_the_head(track):
    joints = track.image_px.copy()
    joints[:, INDEX["nose"]] = (60.0, 60.0)
    at_upper_left = PoseTrack(track.times_s, joints, track.visibility, track.size_px)

    assert free_corner(track) == (False, False)
    assert free_corner(at_upper_left) == (True, False)


def test_a_still_shows_each_turn(make_video, good, track):
    stills = read_stills(make_video([n / 10 for n in range(90)]), good, track)

    assert list(stills) == [1, 2, 3]
    assert all(Image.open(io.BytesIO(data)).format == "JPEG" for data in stills.values())


def test_a_still_is_of_its_own_moment(make_video, good):
    nobody = PoseTrack(np.zeros(1), np.full((1, 33, 2), np.nan), np.zeros((1, 33)), (160, 120))
    reps = [replace(rep, turn_s=rep.number + 0.04) for rep in good.reps]
    stills = read_stills(make_video([n / 10 for n in range(41)]), replace(good, reps=reps), nobody)
    brightness = [np.asarray(Image.open(io.BytesIO(data))).mean() for data in stills.values()]

    assert brightness == pytest.approx([85, 110, 135], abs=2)


def test_a_large_picture_makes_a_small_still(make_video, good, track):
    stills = read_stills(make_video(EVEN[:3], size_px=(1280, 720)), good, track)

    assert Image.open(io.BytesIO(stills[1])).size == (480, 270)


def test_no_repetition_no_still(empty, track):
    assert read_stills("no.mp4", empty, track) == {}
