"""A track says what was seen, survives being saved, and refuses whatever is no track."""

import io
import os
import warnings
import zipfile

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rhomboid.errors import OutputError, TrackError
from rhomboid.pose.track import PoseTrack

FRAMES = 5


def track_of(frames=FRAMES, *, world=True, seed=0, **how):
    """Make a track of random joints, in whose second frame nobody was seen."""
    rng = np.random.default_rng(seed)
    image_px = rng.uniform(0, 480, (frames, 33, 2)).astype(np.float32)
    visibility = rng.uniform(0, 1, (frames, 33)).astype(np.float32)
    image_px[1:2], visibility[1:2] = np.nan, 0
    fields = {
        "times_s": np.arange(frames) / 30,
        "image_px": image_px,
        "visibility": visibility,
        "size_px": (640.0, 480.0),
        "world_m": rng.normal(size=(frames, 33, 3)).astype(np.float32) if world else None,
        "model": "blazepose-full",
    }
    return PoseTrack(**{**fields, **how})


@pytest.fixture(scope="module")
def saved(tmp_path_factory):
    """Return the path of a saved track."""
    path = tmp_path_factory.mktemp("track") / "set.track"
    track_of().save(path)
    return path


@pytest.mark.parametrize("frames", [0, 1, 5, 300])
@pytest.mark.parametrize("world", [True, False])
def test_what_is_saved_is_what_is_loaded(tmp_path, frames, world):
    track = track_of(frames, world=world)
    track.save(tmp_path / "set.track")
    again = PoseTrack.load(tmp_path / "set.track")
    for name in ("times_s", "image_px", "visibility", "world_m"):
        np.testing.assert_array_equal(getattr(again, name), getattr(track, name))
    assert (again.size_px, again.model) == (track.size_px, track.model)


def test_rate_and_duration_come_from_the_times():
    track = track_of(31)
    assert track.rate_hz == pytest.approx(30)
    assert track.duration_s == pytest.approx(1)
    assert np.isnan(track_of(1).rate_hz)
    assert track_of(0).duration_s == 0


def test_unsure_joints_and_joints_off_the_picture_are_unseen():
    image_px = np.full((1, 33, 2), 100.0)
    visibility = np.ones((1, 33))
    visibility[0, 0] = 0.49
    image_px[0, 1], image_px[0, 2], image_px[0, 3] = (-1, 100), (100, 481), (640, 480)
    track = track_of(1, image_px=image_px, visibility=visibility, world_m=None)
    unseen = np.isnan(track.seen()).all(axis=-1)[0]
    assert np.flatnonzero(unseen).tolist() == [0, 1, 2]
    assert not np.isnan(track.seen(0.4)[0, 0]).any()


def test_nobody_stays_nobody():
    assert np.isnan(track_of().seen(0.0)[1]).all()


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        ({"times_s": np.zeros(FRAMES)}, "strictly increasing"),
        ({"times_s": np.array([0, 1, 2, np.nan, 4])}, "finite"),
        ({"times_s": np.arange(FRAMES + 1) / 30}, "image_px must have shape"),
        ({"visibility": np.ones((FRAMES, 17))}, "visibility must have shape"),
        ({"world_m": np.ones((FRAMES, 33, 2))}, "world_m must have shape"),
        ({"image_px": np.full((FRAMES, 33, 2), np.inf)}, "image_px must be finite"),
        ({"times_s": np.arange(FRAMES) / 1100}, "more than 1000 frames a second"),
        ({"times_s": np.array([-1.5e308, 1.5e308, 1.6e308, 1.65e308, 1.7e308])}, "finite"),
        ({"visibility": np.full((FRAMES, 33), 1.01)}, "visibility must be 0 to 1"),
        ({"visibility": np.full((FRAMES, 33), -0.01)}, "visibility must be 0 to 1"),
        ({"visibility": np.full((FRAMES, 33), np.nan)}, "visibility must be 0 to 1"),
        ({"world_m": np.full((FRAMES, 33, 3), -np.inf)}, "world_m must be finite"),
        ({"size_px": (0, 480)}, "size_px"),
        ({"size_px": (640, np.nan)}, "size_px"),
    ],
)
def test_a_track_that_cannot_be_is_refused(wrong, says):
    with pytest.raises(ValueError, match=says):
        track_of(**wrong)


def test_a_thousand_frames_a_second_and_a_rounding_of_visibility_are_no_fault():
    track = track_of(times_s=np.arange(FRAMES) / 1000, visibility=np.full((FRAMES, 33), 1 + 1e-7))

    assert track.rate_hz == pytest.approx(1000)


def test_a_folder_that_is_not_there_cannot_be_written_to(tmp_path):
    with pytest.raises(OutputError, match="cannot write"):
        track_of().save(tmp_path / "no" / "set.track")


@pytest.mark.parametrize("error", [OSError(28, "No space left on device"), KeyboardInterrupt()])
def test_a_track_that_was_there_stays_if_writing_fails(tmp_path, monkeypatch, error):
    def fill_the_disk(file, **_):
        file.write(b"half")
        raise error

    path = tmp_path / "set.track"
    track_of().save(path)
    monkeypatch.setattr(np, "savez_compressed", fill_the_disk)
    with pytest.raises(OutputError if isinstance(error, OSError) else KeyboardInterrupt):
        track_of(9).save(path)

    assert len(PoseTrack.load(path)) == FRAMES
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no such files")
def test_a_file_that_might_never_end_cannot_be_read(tmp_path):
    os.mkfifo(tmp_path / "pipe.npz")

    for path in (tmp_path / "pipe.npz", os.devnull):
        with pytest.raises(TrackError, match="it is no ordinary file"):
            PoseTrack.load(path)


@pytest.mark.parametrize("name", ["missing.track", "."])
def test_what_is_not_there_cannot_be_read(tmp_path, name):
    with pytest.raises(TrackError, match="cannot read the track"):
        PoseTrack.load(tmp_path / name)


def load_bytes(path, content):
    """Load a file of the given bytes: a track, or the one error allowed."""
    path.write_bytes(content)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            return PoseTrack.load(path)
        except TrackError:
            return None


SAME_PATH = settings(suppress_health_check=[HealthCheck.function_scoped_fixture])


@SAME_PATH
@given(content=st.binary(max_size=400))
def test_arbitrary_bytes_are_refused(tmp_path, content):
    assert load_bytes(tmp_path / "any.track", content) is None


@SAME_PATH
@given(data=st.data())
def test_a_file_with_some_bytes_changed_is_a_track_or_is_refused(tmp_path, saved, data):
    content = bytearray(saved.read_bytes())
    for _ in range(data.draw(st.integers(1, 8))):
        # The end of a zip is where its table of contents is.
        from_end = data.draw(st.booleans())
        place = data.draw(st.integers(0, 900 if from_end else len(content) - 1))
        content[-1 - place if from_end else place] = data.draw(st.integers(0, 255))
    load_bytes(tmp_path / "changed.track", bytes(content))


@SAME_PATH
@given(end=st.integers(0, 20_000))
def test_a_file_cut_short_is_refused(tmp_path, saved, end):
    assert load_bytes(tmp_path / "cut.track", saved.read_bytes()[:end][:-1]) is None


ARRAYS = st.sampled_from([
    np.zeros(0), np.zeros(3), np.asarray(1), np.asarray("x"), np.asarray(["a", "b"]),
    np.asarray(1j), np.full((5, 33, 2), np.nan), np.full((5, 33, 2), "x"), np.zeros((5, 33)),
    np.asarray(2**70, dtype=object), np.zeros((2, 2), dtype=[("a", int)]), np.asarray(np.inf),
    np.array(["2020-01-01"], dtype="datetime64[s]"), np.zeros((1, 0, 7)), np.asarray(b"full"),
])  # fmt: skip


@SAME_PATH
@given(
    name=st.sampled_from(
        ["times_s", "image_px", "visibility", "world_m", "size_px", "joints", "format", "model"]
    ),
    array=ARRAYS,
)
def test_a_file_with_any_other_array_in_it_is_a_track_or_is_refused(tmp_path, saved, name, array):
    with np.load(saved) as archive:
        arrays = dict(archive)
    arrays[name] = array
    changed = io.BytesIO()
    np.savez(changed, **arrays)
    load_bytes(tmp_path / "other.track", changed.getvalue())


@pytest.mark.parametrize(
    ("arrays", "says"),
    [
        ({}, "it has no 'format'"),
        ({"format": 2}, "its format is 2, this version reads 1"),
        ({"format": 1}, "it has no 'joints'"),
        ({"format": 1, "joints": ["nose"]}, "its joints are not the 33"),
    ],
)
def test_the_error_says_what_is_wrong(tmp_path, arrays, says):
    with (tmp_path / "odd.track").open("wb") as file:
        np.savez(file, **{name: np.asarray(value) for name, value in arrays.items()})
    with pytest.raises(TrackError, match=says) as caught:
        PoseTrack.load(tmp_path / "odd.track")
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("name", "array", "says"),
    [
        ("format", np.asarray(1.0), "'format' must be a whole number"),
        ("format", np.asarray("1"), "'format' must be a whole number"),
        ("times_s", np.arange(FRAMES).astype("datetime64[s]"), "'times_s' must be real numbers"),
        ("image_px", np.full((FRAMES, 33, 2), 1j), "'image_px' must be real numbers"),
        ("visibility", np.full((FRAMES, 33), "1"), "'visibility' must be real numbers"),
        ("visibility", np.full((FRAMES, 33), np.nan), "visibility must be 0 to 1"),
        ("world_m", np.full((FRAMES, 33, 3), 1e300), "world_m must be finite"),
        ("size_px", np.asarray(["640", "480"]), "'size_px' must be real numbers"),
        ("model", np.asarray(7), "'model' must be text"),
        ("times_s", np.arange(FRAMES) * 1e-6, "more than 1000 frames a second"),
        ("times_s", np.arange(1_000_001) / 30, "more than 1000000 frames"),
    ],
)
def test_an_array_of_another_kind_is_refused(tmp_path, saved, name, array, says):
    with np.load(saved) as archive:
        arrays = dict(archive)
    with (tmp_path / "odd.track").open("wb") as file:
        np.savez(file, **{**arrays, name: array})
    with pytest.raises(TrackError, match=says):
        PoseTrack.load(tmp_path / "odd.track")


@pytest.mark.parametrize(
    "header",
    [
        "{'descr': '<i8', 'fortran_order': False, 'shape': (",
        "{'descr': '<i8', 'fortran_order': False, 'shape': ()",
        "{'descr': '<i8',, 'fortran_order': False}",
        "1 2",
        "if 1:\n    2\n  3\n",
        '"""',
        "(" * 300,
    ],
)
@pytest.mark.parametrize("version", [1, 3])
def test_an_array_whose_header_is_no_header_is_refused(tmp_path, saved, header, version):
    length = len(header).to_bytes(2 if version == 1 else 4, "little")
    content = b"\x93NUMPY" + bytes([version, 0]) + length + header.encode()

    assert with_entry(tmp_path / "odd.track", saved, "joints.npy", content) is None


def test_an_entry_that_is_no_array_is_refused(tmp_path, saved):
    assert with_entry(tmp_path / "odd.track", saved, "joints.npy", b"nose") is None


def with_entry(path, saved, name, content):
    """Load a saved track in which one entry has other content."""
    with zipfile.ZipFile(saved) as old, zipfile.ZipFile(path, "w") as new:
        for entry in old.namelist():
            new.writestr(entry, content if entry == name else old.read(entry))
    return load_bytes(path, path.read_bytes())


def test_a_file_that_would_fill_the_memory_is_refused(tmp_path):
    path = tmp_path / "bomb.track"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        header = io.BytesIO()
        shape = {"descr": "<f8", "fortran_order": False, "shape": (10**12,)}
        np.lib.format.write_array_header_1_0(header, shape)
        archive.writestr("format.npy", header.getvalue())
    with pytest.raises(TrackError):
        PoseTrack.load(path)
