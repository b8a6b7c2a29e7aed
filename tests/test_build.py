"""Building brings the right models, or says in one sentence why it cannot."""

import http.server
import importlib.util
import io
import sys
import tarfile
import threading
import types
from pathlib import Path

import pytest

from rhomboid.pose import weights

ROOT = Path(__file__).parents[1]
MODELS = ROOT / "src" / "rhomboid" / "pose" / "models"


@pytest.fixture
def hook(monkeypatch):
    """Load hatch_build.py; hatchling, which only a build has, is stood in for."""
    name = "hatchling.builders.hooks.plugin.interface"
    stand_in = types.ModuleType(name)
    stand_in.BuildHookInterface = dict
    monkeypatch.setitem(sys.modules, name, stand_in)
    spec = importlib.util.spec_from_file_location("hatch_build", ROOT / "hatch_build.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    monkeypatch.setattr(module.time, "sleep", lambda _: None)
    return module


@pytest.fixture
def pose(tmp_path):
    """Return a folder like src/rhomboid/pose, with no models in it."""
    (tmp_path / "weights.py").write_bytes((MODELS.parent / "weights.py").read_bytes())
    return tmp_path


def archive(*, without="", altered=""):
    """Make the archive that npm has, from the models here."""
    content = io.BytesIO()
    with tarfile.open(fileobj=content, mode="w:gz", compresslevel=0) as tar:
        for name in weights.SHA256:
            member = "pose_solution_packed_assets.data" if "detection" in name else name
            if member == without:
                continue
            model = (MODELS / name).read_bytes()
            model = model[:-1] + b"?" if member == altered else model
            info = tarfile.TarInfo(f"package/{member}")
            info.size = len(model)
            tar.addfile(info, io.BytesIO(model))
    return content.getvalue()


@pytest.fixture
def registry(monkeypatch):
    """Serve answers, one a request: bytes, or a number for a refusal; return what was asked."""
    asked = []

    class Registry(http.server.BaseHTTPRequestHandler):
        answers = ()

        def do_GET(self):
            asked.append(self.path)
            answer = self.answers[min(len(asked), len(self.answers)) - 1]
            self.send_response(answer if isinstance(answer, int) else 200)
            body = b"" if isinstance(answer, int) else answer
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_):
            pass

    server = http.server.HTTPServer(("127.0.0.1", 0), Registry)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("NPM_CONFIG_REGISTRY", f"http://127.0.0.1:{server.server_port}/")
    monkeypatch.delenv("npm_config_registry", raising=False)

    def serve(*answers):
        Registry.answers = answers
        return asked

    yield serve
    server.shutdown()
    server.server_close()


def test_models_that_are_there_and_right_are_not_fetched_again(hook, registry):
    asked = registry(500)
    hook.bring_models(MODELS.parent)
    assert asked == []


def test_missing_models_are_fetched_from_the_registry_that_npm_is_set_to(hook, pose, registry):
    asked = registry(archive())
    hook.bring_models(pose)
    assert asked == ["/@mediapipe/pose/-/pose-0.5.1675469404.tgz"]
    assert sorted(path.name for path in (pose / "models").iterdir()) == sorted(weights.SHA256)


def test_only_what_is_wrong_is_written_anew(hook, pose, registry):
    registry(archive())
    hook.bring_models(pose)
    altered = pose / "models" / "pose_landmark_lite.tflite"
    altered.write_bytes(b"altered")
    registry(archive(without="pose_landmark_heavy.tflite"))
    hook.bring_models(pose)
    assert altered.read_bytes() == (MODELS / altered.name).read_bytes()


def test_without_a_registry_of_ones_own_it_is_the_public_one(hook, monkeypatch):
    monkeypatch.delenv("npm_config_registry", raising=False)
    monkeypatch.delenv("NPM_CONFIG_REGISTRY", raising=False)
    assert hook.address().startswith("https://registry.npmjs.org/@mediapipe/pose/-/pose-")


def test_a_hiccup_is_forgiven(hook, pose, registry):
    asked = registry(503, 503, archive())
    hook.bring_models(pose)
    assert len(asked) == 3


@pytest.mark.parametrize(
    ("answer", "says", "times"),
    [
        (503, "cannot be fetched from", 3),
        (404, "cannot be fetched from", 1),
        (b"no archive", "archive of pose models is damaged", 1),
        ({"without": "pose_landmark_full.tflite"}, "lacks pose_landmark_full.tflite", 1),
        (
            {"altered": "pose_solution_packed_assets.data"},
            "pose_detection.tflite is not the expected one",
            1,
        ),
    ],
    ids=str,
)
def test_what_goes_wrong_is_said_in_one_sentence(hook, pose, registry, answer, says, times):
    asked = registry(archive(**answer) if isinstance(answer, dict) else answer)
    with pytest.raises(hook.ModelsError, match=says) as caught:
        hook.bring_models(pose)
    assert "\n" not in str(caught.value)
    assert len(asked) == times
    assert not list(pose.glob("models/*.tflite"))
