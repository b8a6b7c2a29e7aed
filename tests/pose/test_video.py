"""A video gives upright frames of square pixels in order of time, or one clear sentence."""

import os
import socket
from datetime import UTC, datetime
from fractions import Fraction

import av
import numpy as np
import pytest
from PIL import Image

from rhomboid.errors import VideoError
from rhomboid.pose.opening import recorded_at
from rhomboid.pose.video import Video
from tests import films


def read(path, **how):
    """Return all frames of a video, and the video itself."""
    with Video(path) as video:
        return list(video.frames(**how)), video


@pytest.mark.parametrize(("rate", "thinned"), [(15, 15), (30, 30), (60, 30), (120, 30), (240, 30)])
def test_fast_videos_are_thinned_to_about_thirty_frames_a_second(film, rate, thinned):
    frames, video = read(film(rate=rate))
    assert len(frames) == pytest.approx(thinned, abs=2)
    assert not video.broken_off


@pytest.mark.parametrize("rate", [15, 30, 60, 120, 240])
def test_every_frame_is_given_when_every_frame_is_asked_for(film, rate):
    frames, _ = read(film(rate=rate), every=True)
    assert [frame.time_s for frame in frames] == pytest.approx(np.arange(rate) / rate, abs=1e-3)


def test_uneven_times_are_kept_as_they_are(film):
    times_s = np.cumsum([0.0, 0.03, 0.1, 0.04, 0.3, 0.02, 0.05, 0.25, 0.033])
    frames, _ = read(film("uneven.mkv", times_s=times_s), every=True)
    assert [frame.time_s for frame in frames] == pytest.approx(times_s, abs=2e-3)


def test_there_are_no_more_frames_than_a_track_takes(film):
    frames, _ = read(film(times_s=np.arange(600) / 5000), every=True)
    steps_s = np.diff([frame.time_s for frame in frames])
    assert 0.00095 <= steps_s.min() <= np.median(steps_s) < 0.0011


def joined(film, *how):
    """Put transport streams of two seconds each end to end."""
    parts = [film(f"{n}.ts", seconds=2, **each) for n, each in enumerate(how)]
    path = parts[0].with_name("joined.ts")
    path.write_bytes(b"".join(part.read_bytes() for part in parts))
    return path


def test_two_recordings_end_to_end_are_seen_one_after_the_other(film):
    frames, video = read(joined(film, {}, {}))
    assert video.clock_jumped
    assert not video.broken_off
    assert [frame.time_s for frame in frames] == pytest.approx(np.arange(120) / 30, abs=2e-3)


def test_a_clock_that_goes_on_has_not_jumped(film):
    _, video = read(film())
    assert not video.clock_jumped


def test_a_picture_that_changes_its_size_keeps_the_first(film):
    sizes = [(64, 48), (128, 96), (64, 64)]
    frames, video = read(joined(film, *({"size": size} for size in sizes)))
    assert len(frames) == 180
    assert not video.broken_off
    assert video.size_px == (64, 48)
    assert {frame.scale for frame in frames} == {1.0}
    for frame in frames[::30]:
        assert frame.picture.shape == (48, 64, 4)
        assert frame.planes.size_px == (64, 48)
        assert films.corners(frame.picture) == ["red", "green", "blue", "white"]


def record_with_sound(path, *, pictures_s, sound_s):
    """Write a video whose sound is of another length than its picture."""
    codecs = ("libvpx", "libopus") if path.suffix == ".webm" else ("mpeg4", "aac")
    with av.open(str(path), "w") as container:
        pictures = container.add_stream(codecs[0], rate=30)
        pictures.width, pictures.height, pictures.pix_fmt = 64, 48, "yuv420p"
        sound = container.add_stream(codecs[1], rate=48_000, layout="mono")
        silence = np.zeros((1, 1600), np.float32)
        for i in range(round(max(pictures_s, sound_s) * 30)):
            if i / 30 < pictures_s:
                picture = av.VideoFrame.from_ndarray(films.draw(64, 48, i / 300))
                picture.pts, picture.time_base = i, Fraction(1, 30)
                container.mux(pictures.encode(picture))
            if i / 30 < sound_s:
                heard = av.AudioFrame.from_ndarray(silence, "fltp", "mono")
                heard.sample_rate, heard.pts = 48_000, i * 1600
                container.mux(sound.encode(heard))
        container.mux(pictures.encode())
        container.mux(sound.encode())
    return path


@pytest.mark.parametrize("kind", ["mp4", "mkv", "webm", "ts", "avi"])
def test_sound_that_goes_on_after_the_picture_is_no_breaking_off(tmp_path, kind):
    frames, video = read(record_with_sound(tmp_path / f"f.{kind}", pictures_s=1, sound_s=3))
    assert len(frames) == 30
    assert not video.broken_off


def test_a_file_with_sound_that_breaks_off_says_so(tmp_path):
    path = record_with_sound(tmp_path / "film.mkv", pictures_s=8, sound_s=10)
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    assert read(path)[1].broken_off


def test_a_picture_that_starts_late_is_no_breaking_off(film):
    _, video = read(film("late.mkv", times_s=np.arange(5.0, 6.0, 0.1)))
    assert not video.broken_off


def test_time_starts_at_the_first_frame(film):
    frames, _ = read(film("late.mkv", times_s=np.arange(5.0, 6.0, 0.1)))
    assert frames[0].time_s == 0
    assert frames[-1].time_s == pytest.approx(0.9, abs=2e-3)


@pytest.mark.parametrize("size", [(64, 48), (48, 64), (101, 75), (75, 101), (17, 33)])
def test_any_size_comes_out_as_it_is(film, size):
    frames, video = read(film("odd.mkv", size=size, codec="ffv1"))
    assert frames[0].picture.shape == (size[1], size[0], 4)
    assert video.size_px == size
    assert films.corners(frames[0].picture) == ["red", "green", "blue", "white"]


def test_a_large_picture_is_shrunk_and_says_by_how_much(film):
    frames, video = read(film(size=(1920, 1080), seconds=0.1))
    assert frames[0].picture.shape == (720, 1280, 4)
    assert frames[0].scale == pytest.approx(1.5)
    assert video.size_px == pytest.approx((1920, 1080))


def test_pixels_are_made_square(film):
    frames, video = read(film(size=(64, 48), aspect=Fraction(4, 3)))
    assert frames[0].picture.shape == (48, 85, 4)
    assert video.size_px == pytest.approx((85, 48))


# Told to turn clockwise, the lower left corner (white) comes to the upper left.
@pytest.mark.parametrize(
    ("matrix", "size", "corners"),
    [
        (films.UPRIGHT, (64, 48), ["red", "green", "blue", "white"]),
        (films.CLOCKWISE, (48, 64), ["white", "red", "green", "blue"]),
        (films.UPSIDE_DOWN, (64, 48), ["blue", "white", "red", "green"]),
        (films.COUNTER_CLOCKWISE, (48, 64), ["green", "blue", "white", "red"]),
        (films.MIRRORED, (64, 48), ["green", "red", "white", "blue"]),
    ],
)
def test_a_turned_video_comes_out_upright(film, matrix, size, corners):
    frames, video = read(films.set_matrix(film(), matrix))
    assert video.size_px == size
    assert films.corners(frames[0].picture) == corners


def test_a_name_may_hold_a_colon(film):
    frames, _ = read(film("set: 1.mp4"))
    assert len(frames) == 30


@pytest.mark.parametrize("name", ["long.mkv", "long.mp4"])
def test_a_file_that_breaks_off_gives_what_is_whole_and_says_so(film, name):
    path = film(name, seconds=10, options={"movflags": "faststart"})
    content = path.read_bytes()
    path.write_bytes(content[: len(content) // 2])
    frames, video = read(path)
    assert 30 < len(frames) < 250
    assert video.broken_off


def test_a_transport_stream_that_lost_bytes_in_the_middle_still_gives_frames(film):
    path = film("hole.ts", seconds=4)
    content = path.read_bytes()
    middle = len(content) // 2
    path.write_bytes(content[:middle] + bytes(5000) + content[middle + 5000 :])
    frames, _ = read(path)
    times_s = [frame.time_s for frame in frames]
    assert len(frames) > 30
    assert (np.diff(times_s) > 0).all()


def bad_files(tmp_path):
    """Make one of each file that is no video, by name."""
    photo = tmp_path / "photo.jpg"
    Image.fromarray(films.draw(64, 48, 0)).save(photo)
    cut = films.record(tmp_path / "cut.mp4", seconds=5)
    cut.write_bytes(cut.read_bytes()[:-800])
    (tmp_path / "empty.mp4").write_bytes(b"")
    (tmp_path / "text.mp4").write_text("These are my exercises.\n" * 50)
    (tmp_path / "text.txt").write_text("These are my exercises.\n" * 50)
    (tmp_path / "noise.mp4").write_bytes(np.random.default_rng(1).bytes(20_000))
    (tmp_path / "folder.mp4").mkdir()
    films.record_sound(tmp_path / "sound.m4a")
    films.record_sound(tmp_path / "cover.mp3", cover=photo.read_bytes())


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("missing.mp4", "there is no file"),
        ("empty.mp4", "is empty"),
        ("folder.mp4", "is a folder"),
        ("text.mp4", "is not a video that can be read, or is damaged"),
        ("noise.mp4", "is not a video that can be read, or is damaged"),
        ("cut.mp4", "is not a video that can be read, or is damaged"),
        ("sound.m4a", "holds no moving picture, only sound"),
        ("cover.mp3", "holds no moving picture, only sound"),
        ("text.txt", "is text, not a video"),
        ("photo.jpg", "is a picture, not a video"),
    ],
)
def test_what_is_no_video_is_refused_in_one_sentence(tmp_path, name, says):
    bad_files(tmp_path)
    with pytest.raises(VideoError, match=says) as caught:
        read(tmp_path / name)
    assert name in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no such files")
def test_a_file_that_might_never_end_is_refused(tmp_path):
    os.mkfifo(tmp_path / "pipe.mp4")
    for path in (tmp_path / "pipe.mp4", os.devnull):
        with pytest.raises(VideoError, match="is no ordinary file"):
            read(path)


def test_a_name_that_is_too_long_is_an_error_of_ours(tmp_path):
    with pytest.raises(VideoError):
        read(tmp_path / f"{'x' * 300}.mp4")


def test_a_playlist_cannot_make_it_reach_for_the_network(tmp_path):
    path = tmp_path / "list.m3u8"
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.setblocking(False)
        here = f"http://127.0.0.1:{server.getsockname()[1]}/a.ts"
        path.write_text(f"#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXTINF:1,\n{here}\n#EXT-X-ENDLIST\n")
        with pytest.raises(VideoError):
            read(path)
        with pytest.raises(BlockingIOError):
            server.accept()


@pytest.mark.parametrize(
    ("said", "at"),
    [
        ("2025-03-02T07:30:00.000000Z", datetime(2025, 3, 2, 7, 30, tzinfo=UTC)),
        ("1904-01-01T00:00:00Z", None),
        ("2999-01-01T00:00:00Z", None),
        (None, None),
    ],
)
def test_a_video_says_when_it_was_recorded_if_that_can_be_believed(tmp_path, said, at):
    path = films.record(tmp_path / "a.mp4", recorded=said, seconds=0.2)
    assert recorded_at(path, datetime(2026, 5, 4, tzinfo=UTC)) == at
