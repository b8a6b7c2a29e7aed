"""The pose models on disk: which they are, where they lie, and that they are the right ones.

The files come from the npm package ``@mediapipe/pose`` (Apache-2.0) when
rhomboid is built, and are shipped inside it; nothing is fetched at run time.
"""

import hashlib
import os
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from rhomboid.errors import PoseError
from rhomboid.pose.prune import keep_outputs

if TYPE_CHECKING:
    from ai_edge_litert.interpreter import Interpreter

ModelName = Literal["lite", "full", "heavy"]
"""How thorough the landmark model is."""

MODELS: tuple[ModelName, ...] = ("lite", "full", "heavy")

SHA256: dict[str, str] = {
    "pose_detection.tflite": "a63c614bef30d35947f13be361820b1e4e3bec9cfeebf4d11216a18373108e85",
    "pose_landmark_lite.tflite": "f17bfbecadb61c3be1baa8b8d851cc6619c870a87167b32848ad20db306b9d61",
    "pose_landmark_full.tflite": "e9a5c5cb17f736fafd4c2ec1da3b3d331d6edbe8a0d32395855aeb2cdfd64b9f",
    "pose_landmark_heavy.tflite": (
        "59e42d71bcd44cbdbabc419f0ff76686595fd265419566bd4009ef703ea8e1fe"
    ),
}
"""The only files we run, from ``@mediapipe/pose`` 0.5.1675469404."""


def interpreter(
    filename: str, *, threads: int = 1, outputs: tuple[int, ...] | None = None
) -> "Interpreter":
    """Load one model, ready to run; with `outputs`, it computes only these of its outputs.

    Raises
    ------
    PoseError
        If the file is absent, or is not the one we know.
    """
    from ai_edge_litert.interpreter import Interpreter

    content = read_model(filename) if outputs is None else _reduced(filename, outputs)
    with _hushed():
        model = Interpreter(model_content=content, num_threads=threads)
        model.allocate_tensors()
    return model


@cache
def _reduced(filename: str, outputs: tuple[int, ...]) -> bytes:
    """Return a model that computes only some of its outputs."""
    return keep_outputs(read_model(filename), outputs)


@contextmanager
def _hushed() -> Iterator[None]:
    """Keep what the runtime says of itself off the standard error."""
    try:
        kept = os.dup(2)
    except OSError:
        yield
        return
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 2)
    try:
        yield
    finally:
        os.dup2(kept, 2)
        os.close(kept)
        os.close(nowhere)


@cache
def read_model(filename: str) -> bytes:
    """Return the bytes of a model after checking them.

    Raises
    ------
    PoseError
        If the file is absent, or is not the one we know.
    """
    path = Path(str(files("rhomboid.pose") / "models" / filename))
    try:
        content = path.read_bytes()
    except OSError as error:
        raise PoseError(
            f"the pose model {filename} is missing from {path.parent}; install rhomboid again"
        ) from error
    if hashlib.sha256(content).hexdigest() != SHA256[filename]:
        raise PoseError(
            f"the pose model {filename} in {path.parent} is not the one rhomboid was tested with "
            "(its sha256 differs); install rhomboid again"
        )
    return content
