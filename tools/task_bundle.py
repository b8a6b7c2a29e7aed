"""Write the ``.task`` bundle that MediaPipe Tasks wants, from the models rhomboid ships.

It is the very bundle that the browser gets.

    python -m tools.task_bundle full build/pose_full.task
"""

import sys
from pathlib import Path

from hatch_bundle import make_bundle
from rhomboid.pose.weights import MODELS, ModelName, read_model


def build_bundle(model: ModelName, path: str | Path) -> Path:
    """Write the bundle of one landmark model; the same models give the same bytes."""
    path = Path(path)
    path.parent.mkdir(parents=True, exist_ok=True)
    detector, landmarks = (
        read_model(name) for name in ("pose_detection.tflite", f"pose_landmark_{model}.tflite")
    )
    path.write_bytes(make_bundle(detector, landmarks))
    return path


def main(words: list[str]) -> int:
    """Write the bundle that is asked for."""
    if len(words) != 2 or words[0] not in MODELS:
        print(f"usage: python -m tools.task_bundle {{{','.join(MODELS)}}} FILE", file=sys.stderr)
        return 2
    print(build_bundle(words[0], words[1]))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
