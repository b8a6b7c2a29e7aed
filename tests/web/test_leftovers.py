"""A video of a server that was killed does not stay, and one that another server watches does."""

import os
import subprocess
import sys

from fastapi.testclient import TestClient

from rhomboid.web.app import Settings, create_app


def test_the_next_server_removes_what_a_killed_one_left(tmp_path, front_end):
    ended = subprocess.run([sys.executable, "-c", "import os; print(os.getpid())"],
                           capture_output=True, text=True, check=True)  # fmt: skip
    folder = tmp_path / "incoming"
    folder.mkdir()
    left, watched = folder / f"{ended.stdout.strip()}-a.part", folder / f"{os.getppid()}-b.part"
    for path in (left, watched):
        path.write_bytes(b"video")
    with TestClient(create_app(Settings(tmp_path)), base_url="http://127.0.0.1"):
        assert [path.name for path in folder.iterdir()] == [watched.name]
