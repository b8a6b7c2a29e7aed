"""Bring in the pose models when rhomboid is built, and build what the browser gets.

The models come from the npm package ``@mediapipe/pose`` (Apache-2.0), as one archive
from the npm registry; no Node is needed for them. What each file must be is
written in ``src/rhomboid/pose/weights.py`` and nowhere else. Files that are
there already and right are left alone, and then nothing is fetched. The part of
the browser is the affair of ``hatch_frontend.py``.
"""

import ast
import hashlib
import http.client
import importlib.util
import io
import os
import sys
import tarfile
import time
import urllib.error
import urllib.request
from pathlib import Path
from types import ModuleType
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

PACKAGE = "@mediapipe/pose/-/pose-0.5.1675469404.tgz"
REGISTRY = "https://registry.npmjs.org"
MEMBERS = {"pose_detection.tflite": "pose_solution_packed_assets.data"}
"""The name in the archive, where it is not the same as ours."""

_TRIES = 3
_TIMEOUT_S = 60
_MAX_BYTES = 200_000_000


class BuildHook(BuildHookInterface[Any]):
    """Runs before a wheel is made, an editable one too."""

    def dependencies(self) -> list[str]:
        """Return what this needs from PyPI: Node only where there is none."""
        frontend = frontend_module()
        node = [] if frontend.own_npm() else [frontend.NODE_WHEEL]
        return ["flatbuffers>=25", *node]

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002
        """Make sure that models and scripts are in their places."""
        root = Path(self.root)
        frontend = frontend_module()
        try:
            bring_models(root / "src" / "rhomboid" / "pose")
            frontend.build_frontend(root)
        except (ModelsError, frontend.FrontendError) as error:
            sys.exit(f"rhomboid cannot be built: {error}")


def frontend_module() -> ModuleType:
    """Load hatch_frontend.py, which lies beside this file; a build hook is not on the path."""
    path = Path(__file__).with_name("hatch_frontend.py")
    spec = importlib.util.spec_from_file_location(path.stem, path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


class ModelsError(Exception):
    """The models cannot be had, or are not the right ones."""


def bring_models(pose: Path) -> None:
    """Fetch the models that are missing or altered in `pose`/models.

    Raises
    ------
    ModelsError
        If the archive cannot be fetched, or does not hold the right files.
    """
    folder = pose / "models"
    wanted = {
        name: digest
        for name, digest in read_digests(pose / "weights.py").items()
        if not _is_right(folder / name, digest)
    }
    if not wanted:
        return
    contents = unpack(fetch(address()), wanted)
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in contents.items():
        part = folder / f"{name}.{os.getpid()}.part"
        part.write_bytes(content)
        part.replace(folder / name)


def read_digests(weights: Path) -> dict[str, str]:
    """Read the table SHA256 of weights.py without importing it."""
    for node in ast.parse(weights.read_text(encoding="utf-8")).body:
        if isinstance(node, ast.AnnAssign) and ast.unparse(node.target) == "SHA256" and node.value:
            digests: dict[str, str] = ast.literal_eval(node.value)
            return digests
    raise ModelsError(f"{weights} has no table SHA256")


def address() -> str:
    """Return where the archive is: at npm, or at the registry that npm is set to."""
    env = {name.lower(): value for name, value in os.environ.items() if value}
    return f"{env.get('npm_config_registry', REGISTRY).rstrip('/')}/{PACKAGE}"


def fetch(url: str) -> bytes:
    """Download the archive, trying again when the network hiccups.

    Raises
    ------
    ModelsError
        If it cannot be had.
    """
    for left in reversed(range(_TRIES)):
        try:
            with urllib.request.urlopen(url, timeout=_TIMEOUT_S) as answer:
                content: bytes = answer.read(_MAX_BYTES)
                return content
        except (OSError, http.client.HTTPException, ValueError) as error:
            if isinstance(error, urllib.error.HTTPError):
                error.close()
            if not left or _is_final(error):
                raise ModelsError(
                    f"the pose models cannot be fetched from {url} ({error}); "
                    "check the connection and build again"
                ) from error
        time.sleep(2 * (_TRIES - left))
    raise AssertionError


def _is_final(error: Exception) -> bool:
    """Return whether trying again is of no use."""
    refused = isinstance(error, urllib.error.HTTPError) and error.code < 500
    return refused or isinstance(error, ValueError)


def unpack(archive: bytes, wanted: dict[str, str]) -> dict[str, bytes]:
    """Return the wanted files of the archive, each checked against its sha256.

    Raises
    ------
    ModelsError
        If one is missing or altered, or the archive is damaged.
    """
    contents = {}
    try:
        with tarfile.open(fileobj=io.BytesIO(archive), mode="r:gz") as tar:
            for name in wanted:
                member = tar.extractfile(f"package/{MEMBERS.get(name, name)}")
                contents[name] = member.read() if member else b""
    except KeyError as error:
        raise ModelsError(f"the fetched archive of pose models lacks {name}") from error
    except (tarfile.TarError, EOFError, OSError) as error:
        raise ModelsError(f"the fetched archive of pose models is damaged ({error})") from error
    for name, digest in wanted.items():
        if hashlib.sha256(contents[name]).hexdigest() != digest:
            raise ModelsError(
                f"the fetched pose model {name} is not the expected one (its sha256 differs)"
            )
    return contents


def _is_right(path: Path, digest: str) -> bool:
    """Return whether a file is there and is the one it must be."""
    return path.is_file() and hashlib.sha256(path.read_bytes()).hexdigest() == digest
