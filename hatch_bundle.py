"""Make the pose models fit for the browser: one ``.task`` file of the two models.

MediaPipe's browser library takes a stored zip of detector and landmark model,
and asks of each how its picture is to be normalised. The models lack that, so
it is written into them here, in front of what they hold; not a byte of theirs
is changed. (MediaPipe's own writer of such notes is broken in 1.2.2.)
"""

import io
import zipfile
from typing import Any

_MODEL = b"TFL3"
_NOTES = b"M001"
_NAME = "TFLITE_METADATA"
_ALIGN = 16
_WHEN = (1980, 1, 1, 0, 0, 0)

# Places of the fields in the root table of a model (TensorFlow's schema.fbs).
_FIELDS = ("version", "codes", "graphs", "description", "buffers", "old_notes", "notes", "calls")
_VERSION, _BUFFERS, _METADATA = 0, 4, 6


def make_bundle(detector: bytes, landmarks: bytes) -> bytes:
    """Return a bundle that MediaPipe's pose landmarker loads; equal models give equal bytes."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_STORED) as bundle:
        for name, model, mean, spread in (
            ("pose_detector.tflite", detector, 127.5, 127.5),
            ("pose_landmarks_detector.tflite", landmarks, 0.0, 255.0),
        ):
            member = zipfile.ZipInfo(name, date_time=_WHEN)
            bundle.writestr(member, with_notes(model, normalisation(mean, spread)))
    return content.getvalue()


def with_notes(model: bytes, notes: bytes) -> bytes:
    """Return a model that carries notes about itself.

    A flatbuffer points forward only, so a new root table in front of the old
    file may point at all that the old one pointed at.
    """
    import flatbuffers
    from flatbuffers import number_types

    old = model + bytes(-len(model) % _ALIGN)
    builder = flatbuffers.Builder(len(old) + len(notes) + 4096)
    builder.Prep(_ALIGN, len(old))
    builder.head -= len(old)
    builder.Bytes[builder.head : builder.head + len(old)] = old
    root = _root(old)
    name = builder.CreateString(_NAME)
    buffer = _table(builder, (_byte_vector(builder, notes),))
    buffers = [*_pointed_at(root, _BUFFERS, len(old)), buffer]
    builder.StartObject(2)
    builder.PrependUOffsetTRelativeSlot(0, name, 0)
    builder.PrependUint32Slot(1, len(buffers) - 1, 0)
    metadata = [*_pointed_at(root, _METADATA, len(old)), builder.EndObject()]
    moved = {_BUFFERS: _vector(builder, buffers), _METADATA: _vector(builder, metadata)}
    at = root.Offset(4)
    version = root.Get(number_types.Uint32Flags, root.Pos + at)
    builder.StartObject(len(_FIELDS))
    for field in range(1, len(_FIELDS)):
        where = moved.get(field) or _pointer(root, field, len(old))
        builder.PrependUOffsetTRelativeSlot(field, where, 0)
    builder.PrependUint32Slot(_VERSION, version, 0)
    builder.Finish(builder.EndObject(), _MODEL)
    return bytes(builder.Output())


def normalisation(mean: float, spread: float) -> bytes:
    """Return the notes: subtract a mean from each value of the picture, divide by a spread."""
    import flatbuffers

    builder = flatbuffers.Builder(256)
    options = _table(builder, (_float_vector(builder, mean), _float_vector(builder, spread)))
    builder.StartObject(2)
    builder.PrependUint8Slot(0, 1, 0)  # which kind of step: normalisation
    builder.PrependUOffsetTRelativeSlot(1, options, 0)
    step = builder.EndObject()
    builder.StartObject(2)
    builder.PrependUint8Slot(0, 1, 0)  # RGB
    picture = builder.EndObject()
    builder.StartObject(2)
    builder.PrependUint8Slot(0, 2, 0)  # which kind of content: a picture
    builder.PrependUOffsetTRelativeSlot(1, picture, 0)
    content = builder.EndObject()
    tensor = _table(builder, (0, 0, 0, content, _vector(builder, [step])))
    graph = _table(builder, (0, 0, _vector(builder, [tensor])))
    builder.Finish(_table(builder, (0, 0, 0, _vector(builder, [graph]))), _NOTES)
    return bytes(builder.Output())


def _root(model: bytes) -> Any:
    """Return the root table of a model."""
    from flatbuffers import encode, packer, table

    return table.Table(model, encode.Get(packer.uoffset, model, 0))


def _pointer(root: Any, field: int, size: int) -> int:
    """Return where a field of the root points, from the end of the file; 0 where it is empty."""
    at = root.Offset(4 + 2 * field)
    return size - root.Indirect(root.Pos + at) if at else 0


def _pointed_at(root: Any, field: int, size: int) -> list[int]:
    """Return where the members of a vector of tables are, from the end of the file."""
    at = root.Offset(4 + 2 * field)
    if not at:
        return []
    first = root.Vector(at)
    return [size - root.Indirect(first + 4 * i) for i in range(root.VectorLen(at))]


def _table(builder: Any, fields: tuple[int, ...]) -> int:
    """Write a table that only points; 0 leaves a field out."""
    builder.StartObject(len(fields))
    for place, field in enumerate(fields):
        builder.PrependUOffsetTRelativeSlot(place, field, 0)
    where: int = builder.EndObject()
    return where


def _vector(builder: Any, members: list[int]) -> int:
    """Write a vector of tables."""
    builder.StartVector(4, len(members), 4)
    for member in reversed(members):
        builder.PrependUOffsetTRelative(member)
    where: int = builder.EndVector()
    return where


def _float_vector(builder: Any, value: float) -> int:
    """Write a vector of one number."""
    builder.StartVector(4, 1, 4)
    builder.PrependFloat32(value)
    where: int = builder.EndVector()
    return where


def _byte_vector(builder: Any, content: bytes) -> int:
    """Write a vector of bytes, aligned as the data of a model must be."""
    builder.StartVector(1, len(content), _ALIGN)
    builder.head -= len(content)
    builder.Bytes[builder.head : builder.head + len(content)] = content
    where: int = builder.EndVector()
    return where
