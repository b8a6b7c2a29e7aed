"""Building makes what the browser gets, once, or says why it cannot."""

import hashlib
import importlib.util
import io
import json
import os
import zipfile
from pathlib import Path

import numpy as np
import pytest

ROOT = Path(__file__).parents[1]
MODELS = ROOT / "src" / "rhomboid" / "pose" / "models"


def load(name):
    spec = importlib.util.spec_from_file_location(name, ROOT / f"{name}.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def frontend():
    return load("hatch_frontend")


@pytest.fixture
def bundle():
    return load("hatch_bundle")


@pytest.fixture
def root(tmp_path, frontend):
    """Return a small copy of what the front end is built from."""
    for name in (*frontend._SETTINGS, "src/site.ts", "public/icon.svg"):
        path = tmp_path / "frontend" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("{}", encoding="utf-8")
    for name in ("hatch_frontend.py", "hatch_bundle.py", "src/rhomboid/pose/weights.py"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes((ROOT / name).read_bytes())
    return tmp_path


@pytest.fixture
def steps(frontend, monkeypatch):
    """Note the costly steps of a build instead of taking them."""
    taken = []

    def npm(folder, *words):
        taken.append(words[0])
        (folder.parent / "src/rhomboid/web/static").mkdir(parents=True, exist_ok=True)

    monkeypatch.setattr(frontend, "npm", npm)
    monkeypatch.setattr(frontend, "copy_wasm", lambda *_: taken.append("wasm"))
    monkeypatch.setattr(frontend, "write_models", lambda *_: taken.append("models"))
    return taken


def members(content):
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert {info.compress_type for info in archive.infolist()} == {zipfile.ZIP_STORED}
        return {name: archive.read(name) for name in archive.namelist()}


def answer(model):
    """Return what a model makes of one picture of noise."""
    from ai_edge_litert.interpreter import Interpreter

    interpreter = Interpreter(model_content=model)
    interpreter.allocate_tensors()
    wanted = interpreter.get_input_details()[0]
    picture = np.random.default_rng(0).random(wanted["shape"], dtype=np.float32)
    interpreter.set_tensor(wanted["index"], picture)
    interpreter.invoke()
    return [interpreter.get_tensor(one["index"]) for one in interpreter.get_output_details()]


@pytest.fixture
def lite(bundle):
    """Return the lite bundle's members."""
    detector = (MODELS / "pose_detection.tflite").read_bytes()
    return members(
        bundle.make_bundle(detector, (MODELS / "pose_landmark_lite.tflite").read_bytes())
    )


def test_a_bundle_holds_both_models_under_the_names_that_mediapipe_knows(lite):
    assert list(lite) == ["pose_detector.tflite", "pose_landmarks_detector.tflite"]


@pytest.mark.parametrize(
    ("name", "source"),
    [
        ("pose_detector.tflite", "pose_detection.tflite"),
        ("pose_landmarks_detector.tflite", "pose_landmark_lite.tflite"),
    ],
)
def test_notes_change_no_number_that_a_model_gives(lite, name, source):
    for ours, theirs in zip(
        answer(lite[name]), answer((MODELS / source).read_bytes()), strict=True
    ):
        np.testing.assert_array_equal(ours, theirs)


@pytest.mark.parametrize(
    ("name", "mean", "spread"),
    [("pose_detector.tflite", 127.5, 127.5), ("pose_landmarks_detector.tflite", 0.0, 255.0)],
)
def test_a_model_carries_how_its_picture_is_normalised(lite, bundle, name, mean, spread):
    from ai_edge_litert import schema_py_generated as schema

    model = schema.Model.GetRootAs(lite[name], 0)
    notes = [model.Metadata(i) for i in range(model.MetadataLength())]
    names = [note.Name() for note in notes]
    assert names.count(b"TFLITE_METADATA") == 1
    assert b"min_runtime_version" in names
    place = notes[names.index(b"TFLITE_METADATA")].Buffer()
    written = model.Buffers(place).DataAsNumpy().tobytes()
    assert written[4:8] == b"M001"
    assert written == bundle.normalisation(mean, spread)


def test_equal_models_give_equal_bundles(bundle):
    models = [
        (MODELS / f"pose_{name}.tflite").read_bytes() for name in ("detection", "landmark_lite")
    ]
    assert bundle.make_bundle(*models) == bundle.make_bundle(*models)


def test_the_bundles_are_listed_with_what_they_are(frontend, tmp_path):
    frontend.write_models(ROOT, tmp_path)
    listed = json.loads((tmp_path / "models.json").read_text(encoding="utf-8"))
    assert sorted(listed) == ["full", "lite"]
    for name, one in listed.items():
        content = (tmp_path / one["url"].removeprefix("/static/")).read_bytes()
        digest = hashlib.sha256(content).hexdigest()
        assert one == {
            "url": f"/static/models/pose_{name}-{digest[:8]}.task",
            "sha256": digest,
            "bytes": len(content),
        }


def test_what_is_built_is_not_built_again(frontend, root, steps):
    frontend.build_frontend(root)
    frontend.build_frontend(root)
    assert steps == ["ci", "run", "wasm", "models"]


@pytest.mark.parametrize(
    "name", ["frontend/src/site.ts", "frontend/package-lock.json", "frontend/public/icon.svg"]
)
def test_a_change_builds_anew_and_leaves_nothing_old(frontend, root, steps, name):
    frontend.build_frontend(root)
    old = root / "src/rhomboid/web/static/assets/old.js"
    old.parent.mkdir()
    old.touch()
    (root / name).write_text("changed", encoding="utf-8")
    frontend.build_frontend(root)
    assert steps.count("run") == 2
    assert not old.exists()


def test_a_change_of_a_test_builds_nothing(frontend, root, steps):
    frontend.build_frontend(root)
    (root / "frontend/src/site.test.ts").write_text("changed", encoding="utf-8")
    frontend.build_frontend(root)
    assert steps.count("run") == 1


def test_a_source_that_is_missing_is_named(frontend, root):
    (root / "frontend" / "package-lock.json").unlink()
    with pytest.raises(frontend.FrontendError, match=r"cannot be read .*package-lock\.json"):
        frontend.build_frontend(root)


def test_without_any_node_it_is_said(frontend, root, monkeypatch):
    monkeypatch.setattr(frontend, "own_npm", lambda: None)
    monkeypatch.setattr(frontend, "_part_of", lambda *_: None)
    with pytest.raises(frontend.FrontendError, match="there is no Node"):
        frontend.build_frontend(root)


@pytest.mark.skipif(os.name == "nt", reason="a script stands in for Node")
@pytest.mark.parametrize(
    ("version", "is_right"),
    [("v18.20.0", 0), ("v20.18.1", 0), ("v20.19.0", 1), ("v22.11.0", 0), ("v22.12.0", 1), ("?", 0)],
)
def test_a_node_that_is_too_old_is_passed_over(frontend, tmp_path, monkeypatch, version, is_right):
    for name in ("node", "npm"):
        script = tmp_path / name
        script.write_text(f"#!/bin/sh\necho {version}\n", encoding="utf-8")
        script.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert frontend.own_npm() == (str(tmp_path / "npm") if is_right else None)


@pytest.mark.skipif(os.name == "nt", reason="a script stands in for npm")
def test_what_npm_says_last_is_told(frontend, tmp_path, monkeypatch):
    script = tmp_path / "npm"
    script.write_text("#!/bin/sh\necho no such package\nexit 3\n", encoding="utf-8")
    script.chmod(0o755)
    monkeypatch.setattr(frontend, "own_npm", lambda: str(script))
    with pytest.raises(frontend.FrontendError, match=r"npm ci failed in .*\nno such package"):
        frontend.npm(tmp_path, "ci")


def test_the_vision_library_is_the_last_that_tells_nobody_anything():
    package = json.loads((ROOT / "frontend" / "package.json").read_text(encoding="utf-8"))
    assert package["dependencies"]["@mediapipe/tasks-vision"] == "0.10.35"
    versions = [*package["dependencies"].values(), *package["devDependencies"].values()]
    assert all(version[0].isdigit() for version in versions)
