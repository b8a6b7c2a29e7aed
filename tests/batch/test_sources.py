"""Sources are files, folders, patterns and manifests; each clip is judged once."""

import fsspec
import pytest

from rhomboid.batch.items import Item
from rhomboid.batch.sources import find
from rhomboid.errors import BatchError


@pytest.fixture
def folder(tmp_path):
    """A folder with two clips, one more below, and what is no clip."""
    for name in ("a.mp4", "b.NPZ", "below/c.mov", "notes.txt", "._a.mp4", "a.truth.json"):
        path = tmp_path / "clips" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"")
    return tmp_path / "clips"


def names(items, folder):
    """Return what was found as paths in a folder."""
    return [item.address.removeprefix(f"{folder}/") for item in items]


def test_a_folder_is_looked_into_to_its_depth(folder):
    assert names(find([str(folder)]), folder) == ["a.mp4", "b.NPZ", "below/c.mov"]


def test_a_pattern_takes_what_it_says(folder):
    assert names(find([f"{folder}/**/*.mov"]), folder) == ["below/c.mov"]
    assert names(find([f"{folder}/*"]), folder) == ["a.mp4", "a.truth.json", "b.NPZ", "notes.txt"]


def test_a_file_may_have_any_name(folder):
    assert find([str(folder / "notes.txt")]) == [Item(str(folder / "notes.txt"))]


def test_a_clip_named_twice_is_judged_once(folder):
    assert len(find([str(folder), f"{folder}/*.mp4", str(folder / "a.mp4")])) == 3


def test_a_relative_address_is_told_from_the_root(folder, monkeypatch):
    monkeypatch.chdir(folder)
    assert find(["a.mp4"]) == [Item(str(folder / "a.mp4"))]


def test_results_are_no_source_of_further_results(folder):
    (folder / "out" / "tracks").mkdir(parents=True)
    (folder / "out" / "tracks" / "d.npz").write_bytes(b"")

    assert names(find([str(folder)], out=folder / "out"), folder) == [
        "a.mp4", "b.NPZ", "below/c.mov",
    ]  # fmt: skip


def test_whatever_fsspec_opens_is_a_source():
    elsewhere = fsspec.filesystem("memory")
    elsewhere.pipe_file("/archive/one.mp4", b"")
    elsewhere.pipe_file("/archive/two.txt", b"")

    assert find(["memory://archive"]) == [Item("memory:///archive/one.mp4")]
    assert find(["memory://archive/*.mp4"]) == [Item("memory:///archive/one.mp4")]


def test_what_is_done_may_be_said_of_all(folder):
    assert {one.exercise for one in find([str(folder)], exercise="T-raise")} == {"t_raise"}


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("none.mp4", r"^there is no file .*none\.mp4$"),
        ("none/*.mp4", r"^no file matches .*none/\*\.mp4$"),
        ("empty", "^no clip lies in .*empty$"),
        ("none.csv", r"^there is no file .*none\.csv$"),
    ],
)
def test_a_source_that_is_not_there_is_one_sentence(tmp_path, source, said):
    (tmp_path / "empty").mkdir()
    with pytest.raises(BatchError, match=said):
        find([str(tmp_path / source)])


def test_an_address_of_no_kind_is_one_sentence():
    with pytest.raises(BatchError, match=r"^nowhere://clip\.mp4 is no address"):
        find(["nowhere://clip.mp4"])


def test_an_exercise_that_is_none_is_one_sentence(folder):
    with pytest.raises(BatchError, match=r"^there is no exercise 'squat'; there are: cork"):
        find([str(folder)], exercise="squat")
