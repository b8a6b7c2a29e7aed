"""A PostgreSQL server of one's own, in a folder of its own, reached by a socket in it."""

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import uuid4


def binaries() -> Path | None:
    """Return the folder with PostgreSQL's programs, the newest; None if there is none."""
    places = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=_version)
    if places:
        return places[-1].parent
    found = shutil.which("initdb")
    return Path(found).resolve().parent if found else None


def _version(place: Path) -> int:
    """Return the version of an installation, by its folder."""
    name = place.parents[1].name
    return int(name) if name.isdecimal() else 0


def why_not() -> str:
    """Say why no server can be run here; empty if one can."""
    if binaries() is None:
        return "PostgreSQL is not installed here"
    if os.name == "nt" or (os.getuid() == 0 and not _user()):
        return "PostgreSQL does not run as root, and there is no user postgres"
    return ""


def _user() -> str:
    """Return the user to run as; empty where it is ours."""
    if os.getuid() != 0:
        return ""
    names = {user.pw_name for user in pwd.getpwall()}
    return "postgres" if "postgres" in names and shutil.which("setpriv") else ""


class Server:
    """A server, stopped or running.

    Parameters
    ----------
    folder
        Empty; it will hold the data and the socket.
    """

    def __init__(self, folder: Path) -> None:
        found = binaries()
        assert found is not None
        self._binaries = found
        self._folder = folder
        self._data = folder / "data"
        self.own(folder)
        self._run("initdb", "-A", "trust", "-U", "postgres", "--no-sync", "-E", "UTF8",
                  "--locale=C.UTF-8", str(self._data))  # fmt: skip

    def start(self) -> None:
        """Start it, and wait until it answers."""
        options = f"-k {self._folder} -c listen_addresses='' -c fsync=off -c max_connections=60"
        log = str(self._folder / "log")
        self._run("pg_ctl", "-D", str(self._data), "-w", "-l", log, "-o", options, "start")

    def stop(self) -> None:
        """Stop it as if its machine had failed."""
        self._run("pg_ctl", "-D", str(self._data), "-w", "-m", "immediate", "stop")

    def url(self, database: str = "postgres") -> str:
        """Return the address of a database."""
        return f"postgresql://postgres@/{database}?host={self._folder}"

    def ask(self, statement: str, database: str = "postgres") -> list[tuple[object, ...]]:
        """Run a statement outside any transaction; return what it answers."""
        import psycopg

        with psycopg.connect(self.url(database), autocommit=True) as connection:
            cursor = connection.execute(statement)
            return cursor.fetchall() if cursor.description else []

    def new_database(self, template: str = "template0") -> str:
        """Make a database like another one; return its name."""
        name = f"t{uuid4().hex}"
        self.ask(f"CREATE DATABASE {name} TEMPLATE {template}")
        return name

    def drop(self, database: str) -> None:
        """Take a database away, whoever uses it."""
        self.ask(f"DROP DATABASE {database} WITH (FORCE)")

    def own(self, folder: Path) -> None:
        """Give a folder to the user it runs as."""
        if _user():
            shutil.chown(folder, _user())

    def _run(self, program: str, *arguments: str) -> None:
        """Run one of PostgreSQL's programs, as a user it lets itself be run by."""
        as_user = ["setpriv", f"--reuid={_user()}", f"--regid={_user()}", "--clear-groups"]
        command = [*(as_user if _user() else []), str(self._binaries / program), *arguments]
        ran = subprocess.run(
            command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, check=False,
            cwd=self._folder,
        )  # fmt: skip
        if ran.returncode:
            raise RuntimeError(f"{program} failed: {ran.stderr}")


@contextmanager
def running() -> Iterator[Server]:
    """Run a server for a while."""
    with tempfile.TemporaryDirectory(prefix="rhomboid-pg-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        folder.chmod(0o755)
        server = Server(folder)
        server.start()
        try:
            yield server
        finally:
            server.stop()
