"""Build the ``.task`` bundle that MediaPipe Tasks wants from the models rhomboid ships.

A bundle is a stored zip of the detector and a landmark model, each carrying
metadata that says how to scale a picture's bytes before the model sees them.
The metadata is written here field by field, by the numbers of TFLite's
``metadata_schema.fbs``; nothing of MediaPipe is needed.

    python -m tools.task_bundle full build/pose_full.task
"""

import sys
import zipfile
from pathlib import Path

import flatbuffers
import numpy as np
from ai_edge_litert import schema_py_generated as schema

from rhomboid.pose.weights import MODELS, ModelName, read_model

_NAME = b"TFLITE_METADATA"
_IDENTIFIER = b"M001"
_NORMALIZATION = 1
_NEVER_CHANGES = (1980, 1, 1, 0, 0, 0)


def build_bundle(model: ModelName, path: str | Path) -> Path:
    """Write the bundle of one landmark model; the same models give the same bytes."""
    parts = {
        "pose_detector.tflite": with_scaling(read_model("pose_detection.tflite"), 127.5, 127.5),
        "pose_landmarks_detector.tflite": with_scaling(
            read_model(f"pose_landmark_{model}.tflite"), 0.0, 255.0
        ),
    }
    path = Path(path)
    path.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as bundle:
        for name, content in parts.items():
            bundle.writestr(zipfile.ZipInfo(name, _NEVER_CHANGES), content)
    return path


def with_scaling(content: bytes, mean: float, std: float) -> bytes:
    """Return a model that says of its input: take `mean` off each byte, divide by `std`."""
    model = schema.ModelT.InitFromObj(schema.Model.GetRootAs(bytearray(content)))
    buffer = schema.BufferT()
    buffer.data = np.frombuffer(scaling_metadata(mean, std), dtype=np.uint8)
    model.buffers.append(buffer)
    entry = schema.MetadataT()
    entry.name, entry.buffer = _NAME, len(model.buffers) - 1
    model.metadata = [old for old in model.metadata or [] if old.name != _NAME] + [entry]
    builder = flatbuffers.Builder(len(content))
    builder.Finish(model.Pack(builder), b"TFL3")
    return bytes(builder.Output())


def scaling_metadata(mean: float, std: float) -> bytes:
    """Return ModelMetadata with one input tensor that has one NormalizationOptions."""
    builder = flatbuffers.Builder()
    means = builder.CreateNumpyVector(np.array([mean], dtype=np.float32))
    stds = builder.CreateNumpyVector(np.array([std], dtype=np.float32))
    options = _table(builder, 2, {0: means, 1: stds})
    builder.StartObject(2)
    builder.PrependUint8Slot(0, _NORMALIZATION, 0)
    builder.PrependUOffsetTRelativeSlot(1, options, 0)
    unit = builder.EndObject()
    tensor = _table(builder, 7, {4: _list_of(builder, unit)})
    graph = _table(builder, 10, {2: _list_of(builder, tensor)})
    builder.Finish(_table(builder, 8, {3: _list_of(builder, graph)}), _IDENTIFIER)
    return bytes(builder.Output())


def _table(builder: flatbuffers.Builder, slots: int, fields: dict[int, int]) -> int:
    """Write a table whose fields are things written before, by their slots."""
    builder.StartObject(slots)
    for slot, offset in fields.items():
        builder.PrependUOffsetTRelativeSlot(slot, offset, 0)
    return builder.EndObject()


def _list_of(builder: flatbuffers.Builder, offset: int) -> int:
    """Write a list of one thing."""
    builder.StartVector(4, 1, 4)
    builder.PrependUOffsetTRelative(offset)
    return builder.EndVector()


if __name__ == "__main__":
    _, name, target = sys.argv
    print(build_bundle(next(model for model in MODELS if model == name), target))
