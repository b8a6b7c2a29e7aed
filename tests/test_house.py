"""The rules of the house hold everywhere, and a run keeps to itself."""

import ast
import importlib
import importlib.metadata
import os
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

import rhomboid
from rhomboid.errors import PoseError
from rhomboid.pose import weights
from tests.alone import cut_off

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "src" / "rhomboid"
MODULES = sorted(SOURCE.rglob("*.py"))
SURFACES = ("cli", "web", "batch")

each_module = pytest.mark.parametrize(
    "path", MODULES, ids=[path.relative_to(SOURCE).as_posix() for path in MODULES]
)


def nodes(path, *kinds):
    """Return the parts of a module that are of some kinds."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return [node for node in ast.walk(tree) if isinstance(node, kinds)]


def public_definitions(tree, inside=""):
    """Return every public class, function and method under a module or class, by name."""
    for node in tree.body:
        if not isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
            continue
        if node.name.startswith("_"):
            continue
        yield f"{inside}{node.name}", node
        if isinstance(node, ast.ClassDef):
            yield from public_definitions(node, f"{node.name}.")


def test_public_names_are_sorted_and_are_there():
    assert list(rhomboid.__all__) == sorted(set(rhomboid.__all__))
    assert [name for name in rhomboid.__all__ if not hasattr(rhomboid, name)] == []


def test_every_public_thing_of_the_face_says_what_it_is():
    mute = [n for n in rhomboid.__all__ if n[0] != "_" and not getattr(rhomboid, n).__doc__]
    assert mute == []


@each_module
def test_a_module_and_all_that_is_public_in_it_has_a_docstring(path):
    tree = ast.parse(path.read_text(encoding="utf-8"))
    assert ast.get_docstring(tree), "the module says nothing of itself"
    mute = [name for name, node in public_definitions(tree) if not ast.get_docstring(node)]
    assert mute == []


@each_module
def test_a_file_has_no_more_than_300_lines(path):
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 300


@each_module
def test_a_function_has_no_more_than_50_lines(path):
    long = []
    for node in nodes(path, ast.FunctionDef, ast.AsyncFunctionDef):
        first = node.body[1] if ast.get_docstring(node) and len(node.body) > 1 else node.body[0]
        if node.end_lineno - first.lineno + 1 > 50:
            long.append(node.name)
    assert long == []


@each_module
def test_only_surfaces_catch_broadly(path):
    if path.relative_to(SOURCE).parts[0].removesuffix(".py") in SURFACES:
        return
    broad = [
        handler.lineno
        for handler in nodes(path, ast.ExceptHandler)
        if (handler.type is None or ast.unparse(handler.type) in ("Exception", "BaseException"))
        and not _hands_it_on(path, handler)
    ]
    assert broad == []


def _hands_it_on(path, handler):
    """Return whether a broad handler is marked as handing the error to somebody else."""
    line = path.read_text(encoding="utf-8").splitlines()[handler.lineno - 1]
    return "handed to" in line


@each_module
def test_names_that_say_nothing_are_not_used(path):
    assert path.stem not in {"utils", "util", "helpers", "common", "manager", "base", "misc"}


def test_layers_point_down():
    run = subprocess.run(
        [sys.executable, "-c", "from importlinter.cli import lint_imports_command as c; c()"],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert run.returncode == 0, run.stdout + run.stderr


def test_every_error_raised_on_purpose_stands_in_the_tree():
    errors = importlib.import_module("rhomboid.errors")
    kinds = [k for k in vars(errors).values() if isinstance(k, type) and issubclass(k, Exception)]
    assert all(issubclass(kind, errors.RhomboidError) for kind in kinds)
    assert [kind.__name__ for kind in kinds if kind.__name__ not in errors.__doc__] == []


def test_the_version_is_the_one_installed():
    assert rhomboid.__version__ == importlib.metadata.version("rhomboid")


def test_the_lock_file_names_only_the_public_index():
    lock = tomllib.loads((ROOT / "uv.lock").read_text(encoding="utf-8"))
    sources = {next(iter(package["source"].items())) for package in lock["package"]}
    assert sources == {("editable", "."), ("registry", "https://pypi.org/simple")}
    files = [
        file["url"]
        for package in lock["package"]
        for file in [*package.get("wheels", []), *filter(None, [package.get("sdist")])]
    ]
    assert [url for url in files if not url.startswith("https://files.pythonhosted.org/")] == []


@pytest.mark.parametrize("name", sorted(weights.SHA256))
def test_every_model_is_in_its_place(name):
    assert len(weights.read_model(name)) > 1_000_000


@pytest.fixture
def models_elsewhere(tmp_path, monkeypatch):
    """Make rhomboid look for its models in an empty folder, and return that folder."""
    folder = tmp_path / "models"
    folder.mkdir()
    monkeypatch.setattr(weights, "files", lambda _: tmp_path)
    weights.read_model.cache_clear()
    yield folder
    weights.read_model.cache_clear()


def test_a_missing_model_is_one_clear_sentence(models_elsewhere):
    with pytest.raises(
        PoseError, match=r"pose_detection.tflite is missing from .*install"
    ) as caught:
        weights.read_model("pose_detection.tflite")
    assert "\n" not in str(caught.value)


def test_an_altered_model_is_one_clear_sentence_and_is_not_run(models_elsewhere):
    name = "pose_landmark_lite.tflite"
    content = bytearray((SOURCE / "pose" / "models" / name).read_bytes())
    content[1000] ^= 1
    (models_elsewhere / name).write_bytes(content)
    with pytest.raises(PoseError, match=r"is not the one .*sha256 differs.*install") as caught:
        weights.interpreter(name)
    assert "\n" not in str(caught.value)


RUN_ALONE = """
import sys
def refuse(event, args):
    if event in {"socket.connect", "socket.getaddrinfo", "socket.sendto", "socket.bind"}:
        raise RuntimeError(f"reached for the network: {event} {args}")
sys.addaudithook(refuse)
from rhomboid.cli import main
main()
"""


def test_a_run_with_all_its_outputs_reaches_for_no_network(tmp_path):
    sample = Path(__file__).parents[1] / "samples" / "t_raise.mp4"
    outputs = {"html": "report.html", "video": "drawn.mp4", "track": "set.npz"}
    asked = [word for name, file in outputs.items() for word in (f"--{name}", str(tmp_path / file))]
    run = subprocess.run(
        [*cut_off(), sys.executable, "-W", "error", "-c", RUN_ALONE, "check", str(sample),
         "--model", "lite", "--stills", "--json", *asked],
        capture_output=True, text=True, check=False, timeout=240,
        env={**os.environ, "http_proxy": "", "https_proxy": ""},
    )  # fmt: skip
    assert run.returncode == 0, run.stderr
    assert '"count": 5' in run.stdout
    assert all((tmp_path / file).stat().st_size > 1000 for file in outputs.values())


def test_importing_rhomboid_brings_in_nothing_heavy():
    heavy = ("numpy", "av", "ai_edge_litert", "altair", "vl_convert", "PIL", "pydantic", "rich")
    code = f"import sys, rhomboid; print(*sorted(set(sys.modules) & set({heavy!r})))"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.split() == []
