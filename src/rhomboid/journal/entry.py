"""Everything that is kept of one set at once: what was done, its joints, its report."""

import base64
import json
import zlib
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from pydantic import TypeAdapter

from rhomboid.records import SetReport
from rhomboid.records_json import Document, to_dict
from rhomboid.training.kept import KeptSet

if TYPE_CHECKING:
    from rhomboid.pose.track import PoseTrack

FORMAT = 1
"""Version of what :meth:`Entry.to_bytes` gives."""

_KEPT = TypeAdapter(KeptSet)


@dataclass(frozen=True, slots=True, eq=False)
class Entry:
    """A set with all that belongs to it.

    Attributes
    ----------
    kept
        What was done.
    joints
        The bytes of its track; None where there was no camera.
    report
        Its report as plain values; None where nobody judged it.
    kept_at
        When it was given to be kept.
    batch
        Of the import it came with; empty otherwise.
    """

    kept: KeptSet
    joints: bytes | None
    report: Document | None
    kept_at: datetime
    batch: str = ""

    @classmethod
    def of(
        cls,
        kept: KeptSet,
        track: "PoseTrack | None",
        report: SetReport | None,
        kept_at: datetime,
        batch: str = "",
    ) -> "Entry":
        """Put together what belongs to a set."""
        joints = None if track is None else track.to_bytes()
        return cls(kept, joints, None if report is None else to_dict(report), kept_at, batch)

    def to_bytes(self) -> bytes:
        """Return all of it as one file."""
        told = {
            "format": FORMAT,
            "kept": _KEPT.dump_python(self.kept, mode="json"),
            "joints": None if self.joints is None else base64.b64encode(self.joints).decode(),
            "report": self.report,
            "kept_at": self.kept_at.isoformat(),
            "batch": self.batch,
        }
        return json.dumps(told).encode()

    @classmethod
    def from_bytes(cls, content: bytes) -> "Entry":
        """Read what :meth:`to_bytes` gave.

        Raises
        ------
        ValueError, KeyError, TypeError
            If it is something else.
        """
        told: dict[str, Any] = json.loads(content)
        if told["format"] != FORMAT:
            raise ValueError(f"its format is {told['format']}, this version reads {FORMAT}")
        return cls(
            kept=_KEPT.validate_python(told["kept"]),
            joints=None if told["joints"] is None else base64.b64decode(told["joints"]),
            report=told["report"],
            kept_at=datetime.fromisoformat(told["kept_at"]),
            batch=told["batch"],
        )


def track_of(joints: bytes | None, id_: str) -> "PoseTrack | None":
    """Return the joints of a set from their bytes; None where there was no camera.

    Raises
    ------
    TrackError
        If they cannot be read.
    """
    if joints is None:
        return None
    # Read when needed: commands that want no joints start sooner.
    from rhomboid.pose.track import PoseTrack

    return PoseTrack.from_bytes(joints, f"the joints of the set {id_}")


def deflated(document: Document) -> bytes:
    """Return a report as few bytes."""
    return zlib.compress(json.dumps(document, ensure_ascii=False, allow_nan=False).encode())


def inflated(content: bytes) -> Document:
    """Return the report that :func:`deflated` made small."""
    document: Document = json.loads(zlib.decompress(content))
    return document
