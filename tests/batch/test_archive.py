"""An archive comes out as plain tables: what check says of each clip, and why a clip failed."""

import hashlib
import shutil
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import duckdb
import pytest

from rhomboid.batch.archive import judge_archive
from rhomboid.batch.rows import TABLES, report_rows
from rhomboid.batch.store import Store
from rhomboid.batch.work import todays
from rhomboid.errors import BatchError
from rhomboid.pose.track import PoseTrack
from rhomboid.session import check
from tests.batch.scenes import ALONE, SETS, clips, everything, nobody, table

PLAIN = {"VARCHAR", "BIGINT", "DOUBLE", "BOOLEAN", "TIMESTAMP WITH TIME ZONE"}


@pytest.fixture(scope="module")
def judged(tmp_path_factory):
    """An archive of three drawn sets, one clip of nobody, and one file that is no clip."""
    base = tmp_path_factory.mktemp("archive")
    folder = clips(base / "clips")
    nobody().save(folder / "nobody.npz")
    (folder / "broken.npz").write_text("no track")
    tally = judge_archive([str(folder)], base / "out", where=ALONE)
    return folder, base / "out", tally


def sha256(path):
    """Return the sha256 of a file."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def test_every_table_is_plain(judged):
    _, out, _ = judged
    with duckdb.connect() as database:
        for name, columns in TABLES.items():
            found = database.sql(f"select * from read_parquet('{out}/{name}/*.parquet')")
            assert found.columns == list(columns)
            assert {str(kind) for kind in found.types} <= PLAIN


def test_every_row_says_what_made_it(judged):
    _, out, _ = judged
    for name in ("clips", "sets", "repetitions", "findings", "failures"):
        rows = table(out, name, "rhomboid, model, rules")
        assert rows
        assert all(all(row.values()) for row in rows)


@pytest.mark.parametrize("name", [*SETS, "nobody.npz"])
def test_a_clip_is_judged_as_by_itself(judged, name):
    folder, out, _ = judged
    clip = sha256(folder / name)
    alone = report_rows(
        check(folder / name), set_id=clip, clip=clip, by="", at=datetime.now(UTC)
    )  # fmt: skip
    together = everything(out)
    for of in ("sets", "repetitions", "findings"):
        wanted = [
            {column: row[column] for column in TABLES[of] if not column.startswith("judged_")}
            for row in alone[of]
        ]
        found = [
            {column: cell for column, cell in row.items() if not column.startswith("judged_")}
            for row in together[of]
            if row["clip"] == clip
        ]
        assert found == sorted(wanted, key=repr)


def test_counts_what_was_drawn(judged):
    _, out, _ = judged
    counted = {row["exercise"]: row["count"] for row in table(out, "sets")}

    assert counted == dict.fromkeys(SETS.values(), 2) | {None: 0}


def test_the_joints_lie_beside_by_content(judged):
    _, out, _ = judged
    for row in table(out, "clips"):
        kept = out / row["track"]
        assert kept.name == f"{row['clip']}.npz"
        assert kept.read_bytes() == Path(row["address"]).read_bytes()


def test_a_bad_file_is_a_row_and_not_the_end(judged):
    folder, out, tally = judged
    (row,) = table(out, "failures")

    assert tally.counts == {"judged": 4, "same": 0, "failed": 1}
    assert row["address"] == str(folder / "broken.npz")
    assert row["kind"] == "bad"
    assert row["clip"] == sha256(folder / "broken.npz")
    assert row["reason"].startswith(f"{folder}/broken.npz is not a rhomboid track: ")
    assert "\n" not in row["reason"]
    assert tally.failures == {row["address"]: row["reason"]}


def test_a_moment_is_kept_to_the_microsecond(tmp_path):
    folder = clips(tmp_path / "clips", ["row.npz"])
    (folder / "list.csv").write_text(
        "address,person,recorded_at\nrow.npz,p1,2026-03-01T18:00:00.000001+01:00\n"
    )
    judge_archive([str(folder / "list.csv")], tmp_path / "out", where=ALONE)
    (row,) = table(tmp_path / "out", "clips", "person, epoch_us(recorded_at) as us")

    moment = datetime(2026, 3, 1, 17, tzinfo=UTC)
    assert row == {"person": "p1", "us": round(moment.timestamp()) * 1_000_000 + 1}


def test_what_cannot_be_reached_is_a_failure_that_is_tried_again(tmp_path):
    (tmp_path / "list.csv").write_text("address\nlater.npz\n")
    first = judge_archive([str(tmp_path / "list.csv")], tmp_path / "out", where=ALONE)
    (row,) = table(tmp_path / "out", "failures")
    assert (row["kind"], row["clip"]) == ("missing", None)
    assert row["reason"] == f"{tmp_path}/later.npz is not there"
    assert first.counts["failed"] == 1

    nobody().save(tmp_path / "later.npz")
    second = judge_archive([str(tmp_path / "list.csv")], tmp_path / "out", where=ALONE)

    assert second.counts == {"judged": 1, "same": 0, "failed": 0}
    assert table(tmp_path / "out", "failures") == []


def test_a_clip_that_is_gone_keeps_what_was_judged_of_it(tmp_path):
    folder = clips(tmp_path / "clips", ["row.npz"])
    (folder / "list.csv").write_text("address\nrow.npz\n")
    judge_archive([str(folder / "list.csv")], tmp_path / "out", where=ALONE)
    (folder / "row.npz").unlink()
    for _ in range(2):
        judge_archive([str(folder / "list.csv")], tmp_path / "out", where=ALONE)

        assert len(table(tmp_path / "out", "sets")) == 1
        assert len(table(tmp_path / "out", "failures")) == 1


def test_a_fault_of_ours_is_a_failure_too(tmp_path, monkeypatch):
    def fail(*_, **__):
        raise ZeroDivisionError("division by zero\nand more")

    monkeypatch.setattr("rhomboid.batch.work.judge", fail)
    judge_archive([str(clips(tmp_path / "clips", ["row.npz"]))], tmp_path / "out", where=ALONE)
    (row,) = table(tmp_path / "out", "failures")

    assert row["kind"] == "fault"
    assert row["reason"] == "rhomboid failed at it: ZeroDivisionError: division by zero"


def test_a_worker_of_another_version_judges_nothing(tmp_path):
    how = replace(todays(), rhomboid="9.9.9")
    folder = clips(tmp_path / "clips", ["row.npz"])
    judge_archive([str(folder)], tmp_path / "out", how=how, where=ALONE)
    (row,) = table(tmp_path / "out", "failures")

    assert row["reason"].startswith("this worker runs rhomboid 0.")


def test_copies_are_clips_of_one_set(tmp_path):
    folder = clips(tmp_path / "clips", ["row.npz"])
    shutil.copy(folder / "row.npz", folder / "copy.npz")
    judge_archive([str(folder)], tmp_path / "out", where=ALONE)

    assert len(table(tmp_path / "out", "clips")) == 2
    assert len(table(tmp_path / "out", "sets")) == 1
    assert len(table(tmp_path / "out", "repetitions")) == 2


def test_one_clip_may_be_judged_as_two_exercises_from_two_places(tmp_path):
    folder = clips(tmp_path / "clips", ["row.npz"])
    shutil.copy(folder / "row.npz", folder / "copy.npz")
    (folder / "list.csv").write_text("address,exercise\nrow.npz,\ncopy.npz,seated_cable_row\n")
    judge_archive([str(folder / "list.csv")], tmp_path / "out", where=ALONE)
    rows = table(tmp_path / "out", "sets", "recognised", "order by recognised")

    assert [row["recognised"] for row in rows] == [False, True]


def test_clips_may_lie_anywhere(tmp_path):
    import fsspec

    nobody().save(tmp_path / "nobody.npz")
    elsewhere = fsspec.filesystem("memory")
    elsewhere.pipe_file("/far/nobody.npz", (tmp_path / "nobody.npz").read_bytes())
    elsewhere.pipe_file("/far/broken.mp4", b"no video at all")
    judge_archive(["memory://far"], tmp_path / "out", where=ALONE)
    (clip,) = table(tmp_path / "out", "clips")
    (failure,) = table(tmp_path / "out", "failures")

    assert clip["address"] == "memory:///far/nobody.npz"
    assert PoseTrack.load(tmp_path / "out" / clip["track"]).times_s.size == 30
    assert failure["reason"].startswith("memory:///far/broken.mp4 is not a video")


def test_a_folder_of_something_else_is_not_written_to(tmp_path):
    (tmp_path / "mine.txt").write_text("mine")
    with pytest.raises(BatchError, match="is not empty, and holds no archive"):
        judge_archive([str(clips(tmp_path / "clips"))], tmp_path, where=ALONE)


def test_an_archive_of_a_newer_version_is_left_alone(tmp_path):
    (tmp_path / "archive.json").write_text('{"format": "rhomboid-archive", "version": 2}')
    with pytest.raises(BatchError, match="another version of rhomboid wrote"):
        Store(tmp_path)


def test_two_runs_do_not_write_to_one_folder(tmp_path):
    with Store(tmp_path / "out"), pytest.raises(BatchError, match="another run writes to"):
        Store(tmp_path / "out")
