"""A manifest says what is known of each clip; what is wrong with it is told by line."""

from datetime import UTC, datetime, timedelta, timezone

import duckdb
import pytest

from rhomboid.batch.items import Item
from rhomboid.batch.sources import find
from rhomboid.errors import BatchError

HEAD = "address,exercise,person,recorded_at\n"
AT = datetime(2026, 3, 1, 18, tzinfo=timezone(timedelta(hours=1)))


@pytest.fixture
def manifest(tmp_path):
    """Write a manifest, and return its path as text."""

    def make(content, name="archive.csv"):
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return str(path)

    return make


def refusal(manifest):
    """Return what is said of a manifest that is not taken."""
    with pytest.raises(BatchError) as caught:
        find([manifest])
    said = str(caught.value)
    assert "\n" not in said
    return said.partition("archive.csv")[2]


def test_says_what_is_known_of_each_clip(manifest, tmp_path):
    path = manifest(
        HEAD
        + "clips/a.mp4,Lat pulldown, p1 ,2026-03-01T18:00:00+01:00\n"
        + "/elsewhere/b.mp4,,,\n"
        + "memory://bucket/c.mp4,t_raise,p2,\n"
    )

    assert find([path]) == [
        Item("/elsewhere/b.mp4"),
        Item(f"{tmp_path}/clips/a.mp4", "lat_pulldown", "p1", AT),
        Item("memory:///bucket/c.mp4", "t_raise", "p2"),
    ]


def test_needs_no_more_than_addresses(manifest, tmp_path):
    assert find([manifest("address\na.mp4\n")]) == [Item(f"{tmp_path}/a.mp4")]


def test_knows_better_than_a_folder_whichever_is_named_first(manifest, tmp_path):
    (tmp_path / "a.mp4").write_bytes(b"")
    path = manifest(HEAD + "a.mp4,t_raise,p1,\n")
    known = [Item(f"{tmp_path}/a.mp4", "t_raise", "p1")]

    assert find([path, str(tmp_path)]) == known
    assert find([str(tmp_path), path]) == known


def test_what_is_said_of_all_is_not_said_of_those_it_knows_better(manifest):
    items = find([manifest(HEAD + "a.mp4,t_raise,,\nb.mp4,,,\n")], exercise="deadlift")

    assert [item.exercise for item in items] == ["t_raise", "deadlift"]


def test_may_be_written_by_a_spreadsheet(manifest, tmp_path):
    path = manifest(("\ufeff" + HEAD + '"a, b.mp4",,"O""Hara",\n').replace("\n", "\r\n"))

    assert find([path]) == [Item(f"{tmp_path}/a, b.mp4", person="O'Hara".replace("'", '"'))]


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ("x.mp4,squat,,\n", ": line 2: there is no exercise 'squat'"),
        ("x.mp4,,,yesterday\n", ": line 2: recorded_at is written as 2026-03-01T18:00:00+01:00"),
        ("x.mp4,,,2026-03-01T18:00:00\n", "with its zone, got '2026-03-01T18:00:00'"),
        ("x.mp4,,,2026-02-30T18:00:00Z\n", "got '2026-02-30T18:00:00Z'"),
        (",t_raise,,\n", ": line 2: it has no address"),
        ("x.mp4,,,,more\n", ": line 2: it has more cells"),
        ("x.mp4,,,\nx.mp4,,,\n", "x.mp4 stands here a second time"),
        ("x.csv,,,\n", ": line 2: x.csv is a manifest itself"),
        ('"x.mp4,,,\n', ", after line 1: unexpected end of data"),
        ("", " names no clip"),
        ("x,a,,\nx,b,,\nx,c,,\nx,d,,\nx,e,,\n", "; and 2 more"),
    ],
)
def test_a_mistake_is_told_by_its_line(manifest, rows, said):
    assert said in refusal(manifest(HEAD + rows))


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("path\na.mp4\n", " has no column address"),
        ("address,weight\na.mp4,20\n", " has an unknown column, weight; known are: address"),
        ("address,\na.mp4,\n", " has an unknown column, without a name"),
        ("address,address\na.mp4,b.mp4\n", " has two columns of the same name"),
        (b"address\n\xff\xfe.mp4\n", " is not text in UTF-8"),
        ("", " has no column address"),
    ],
)
def test_a_head_that_is_not_understood_is_one_sentence(manifest, content, said):
    assert said in refusal(manifest(content))


def test_two_manifests_may_not_say_different_things(manifest):
    first = manifest(HEAD + "a.mp4,t_raise,,\n")
    second = manifest(HEAD + "a.mp4,deadlift,,\n", "other.csv")

    assert len(find([first, first])) == 1
    with pytest.raises(BatchError, match=r"^two manifests say different things of .*a\.mp4$"):
        find([first, second])


def write_parquet(path, select):
    """Write Parquet as another program would."""
    with duckdb.connect() as database:
        database.sql("set timezone='UTC'")
        database.sql(f"copy ({select}) to '{path}' (format parquet)")


def test_may_be_parquet(tmp_path):
    path = tmp_path / "archive.parquet"
    write_parquet(
        path,
        "select 'a.mp4' as address, 't_raise' as exercise, null::varchar as person,"
        " timestamptz '2026-03-01 17:00:00+00' as recorded_at union all"
        " select 'b.mp4', '', 7::varchar, null",
    )

    assert find([str(path)]) == [
        Item(f"{tmp_path}/a.mp4", "t_raise", None, datetime(2026, 3, 1, 17, tzinfo=UTC)),
        Item(f"{tmp_path}/b.mp4", None, "7"),
    ]


def test_a_time_without_a_zone_is_refused_in_parquet_too(tmp_path):
    path = tmp_path / "archive.parquet"
    write_parquet(path, "select 'a.mp4' as address, timestamp '2026-03-01 17:00' as recorded_at")

    with pytest.raises(BatchError, match=r"row 1: recorded_at is written as .* with its zone"):
        find([str(path)])


def test_an_unknown_column_is_refused_in_parquet_too(tmp_path):
    path = tmp_path / "archive.parquet"
    write_parquet(path, "select 'a.mp4' as address, 20 as weight")

    with pytest.raises(BatchError, match="unknown column, weight"):
        find([str(path)])


@pytest.mark.parametrize("content", [b"", b"PAR1", b"PAR1 and something quite else PAR1"])
def test_what_is_no_parquet_is_one_sentence(manifest, content, capfd):
    path = manifest(content, "archive.parquet")

    with pytest.raises(BatchError, match=r"archive\.parquet is (no Parquet|damaged)"):
        find([path])
