"""Journals on SQLite and on a PostgreSQL server of the tests' own."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from rhomboid.journal.journal import Journal
from rhomboid.journal.opening import open_journal
from rhomboid.journal.place import Place
from tools.postgres_server import Server, running, why_not

KINDS = ("sqlite", "postgres")


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    """A PostgreSQL server, or a skip that says why there is none."""
    if why_not():
        pytest.skip(why_not())
    with running() as server:
        yield server


@pytest.fixture(scope="session")
def blank_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file of SQLite with every table and no set."""
    folder = tmp_path_factory.mktemp("blank")
    open_journal(folder).close()
    return folder / "journal.sqlite3"


@pytest.fixture(scope="session")
def blank_database(server: Server, tmp_path_factory: pytest.TempPathFactory) -> str:
    """A database with every table and no set."""
    name = server.new_database()
    open_journal(Place(tmp_path_factory.mktemp("blank"), server.url(name))).close()
    return name


@pytest.fixture(params=KINDS)
def kind(request: pytest.FixtureRequest) -> str:
    """Return which database."""
    return str(request.param)


@pytest.fixture
def new_place(
    kind: str, tmp_path: Path, request: pytest.FixtureRequest
) -> Iterator[Callable[..., Place]]:
    """Return a function that gives places for journals, with tables or without."""
    made: list[str] = []

    def make(name: str = "home", *, bare: bool = False) -> Place:
        folder = tmp_path / name
        folder.mkdir()
        if kind == "sqlite":
            if not bare:
                blank = request.getfixturevalue("blank_file")
                shutil.copy(blank, folder / "journal.sqlite3")
            return Place(folder)
        server = request.getfixturevalue("server")
        template = "template0" if bare else request.getfixturevalue("blank_database")
        made.append(server.new_database(template))
        return Place(folder, server.url(made[-1]))

    yield make
    for name in made:
        request.getfixturevalue("server").drop(name)


@pytest.fixture
def place(new_place: Callable[..., Place]) -> Place:
    """A place with an empty journal."""
    return new_place()


@pytest.fixture
def journal(place: Place) -> Iterator[Journal]:
    """An empty journal that is open."""
    journal = open_journal(place, patience_s=0.2)
    yield journal
    journal.close()
