"""No file is written over another, and none that cannot be written is begun."""

import pytest

from rhomboid.errors import OutputError
from rhomboid.report.outputs import refuse_endings, refuse_outputs


def test_an_output_is_never_an_input_by_any_name(tmp_path):
    source, link = tmp_path / "a.mp4", tmp_path / "link.html"
    source.write_text("film")
    link.symlink_to(source)
    for path in (source, link, tmp_path / "." / "a.mp4"):
        with pytest.raises(OutputError, match="is the source itself"):
            refuse_outputs({"--html": path}, {"the source": source})
    assert source.read_text() == "film"


def test_two_outputs_have_two_names(tmp_path):
    (tmp_path / "same").symlink_to(tmp_path)
    both = {"--html": tmp_path / "a.mp4", "--video": tmp_path / "same" / "a.mp4"}
    with pytest.raises(OutputError, match="--html and --video would both be"):
        refuse_outputs(both, {})


@pytest.mark.parametrize(
    ("place", "said"),
    [(".", "is a folder"), ("no/a.html", "no folder"), ("x" * 300, "cannot write")],
)
def test_what_cannot_be_written_is_refused(tmp_path, place, said):
    with pytest.raises(OutputError, match=said):
        refuse_outputs({"--html": tmp_path / place}, {})


def test_asking_leaves_nothing_behind(tmp_path):
    old = tmp_path / "old.html"
    old.write_text("old")
    refuse_outputs({"--html": old, "--track": tmp_path / "new.npz"}, {})

    assert list(tmp_path.iterdir()) == [old]
    assert old.read_text() == "old"


def test_endings_say_what_is_inside(tmp_path):
    refuse_endings(tmp_path / "a.NPZ", tmp_path / "a.MP4")
    with pytest.raises(OutputError, match=r"ends in \.npz"):
        refuse_endings(tmp_path / "a.txt", None)
    with pytest.raises(OutputError, match=r"must end in \.mp4"):
        refuse_endings(None, tmp_path / "a.avi")
