"""A folder of sets, each in a folder of its own: what was done, and the joints.

No picture is kept. A set is there whole or not at all: its folder gets its name
last. What lies there and cannot be read is left as it is.
"""

import json
import re
import shutil
import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter

from rhomboid.errors import OutputError, ShelfError
from rhomboid.pose.track import PoseTrack
from rhomboid.training.kept import KeptSet, Rating
from rhomboid.whole_file import whole_file

FORMAT = 1
_KEPT = TypeAdapter(KeptSet)
_ID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_FACTS, _JOINTS = "set.json", "joints.npz"
_LIKELY = (OSError, ValueError, TypeError, KeyError, AttributeError)
"""What reading a file raises that is damaged, or no file of ours."""


class Shelf:
    """Where sets are kept.

    Parameters
    ----------
    folder
        Made when the first set is kept.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._lock = threading.RLock()

    def keep(self, kept: KeptSet, track: PoseTrack | None) -> None:
        """Keep a set; one with the same id is replaced.

        Raises
        ------
        OutputError
            If it cannot be written.
        ValueError
            If the id is no UUID.
        """
        with self._lock:
            self._keep(kept, track)

    def _keep(self, kept: KeptSet, track: PoseTrack | None) -> None:
        """Write a set beside its place, then put it there."""
        place = self._place(kept.id)
        part = place.with_name(f".{kept.id}.part")
        try:
            shutil.rmtree(part, ignore_errors=True)
            part.mkdir(parents=True)
            _write(part / _FACTS, kept)
            if track is not None:
                track.save(part / _JOINTS)
            shutil.rmtree(place, ignore_errors=True)
            part.replace(place)
        except OSError as error:
            raise OutputError(f"cannot keep the set in {place}: {error.strerror}") from error

    def rate(self, id_: str, rating: Rating) -> KeptSet:
        """Note what the person says of a set.

        Raises
        ------
        ShelfError
            If there is no such set.
        OutputError
            If it cannot be written.
        """
        with self._lock:
            return self._change(replace(self.read(id_), rating=rating))

    def correct(self, id_: str, by: int) -> KeptSet:
        """Add or take away one repetition.

        Raises
        ------
        ShelfError, OutputError
            As :meth:`rate`.
        ValueError
            If it is not one.
        """
        if by not in (1, -1):
            raise ValueError(f"a correction is 1 or -1, got {by}")
        with self._lock:
            kept = self.read(id_)
            return self._change(replace(kept, corrections=(*kept.corrections, by)))

    def read(self, id_: str) -> KeptSet:
        """Return a set.

        Raises
        ------
        ShelfError
            If there is none, or it cannot be read.
        """
        try:
            place = self._place(id_)
        except ValueError as error:
            raise ShelfError(f"there is no set {id_!r}") from error
        if not place.is_dir():
            raise ShelfError(f"there is no set {id_!r}")
        try:
            return _read(place / _FACTS)
        except _LIKELY as error:
            raise ShelfError(f"the set in {place} cannot be read") from error

    def track(self, id_: str) -> PoseTrack | None:
        """Return the joints of a set; None where there was no camera.

        Raises
        ------
        ShelfError
            If there is no such set.
        TrackError
            If they cannot be read.
        """
        self.read(id_)
        path = self._place(id_) / _JOINTS
        return PoseTrack.load(path) if path.exists() else None

    def remove(self, id_: str) -> None:
        """Forget a set; one that is not there is forgotten already."""
        shutil.rmtree(self._place(id_), ignore_errors=True)

    def all(self) -> list[KeptSet]:
        """Return all sets that can be read, the newest first."""
        return sorted(self._readable(), key=lambda kept: kept.started_at, reverse=True)

    def _readable(self) -> Iterator[KeptSet]:
        """Read one set after the other."""
        if not self._folder.is_dir():
            return
        for place in self._folder.iterdir():
            if _ID.fullmatch(place.name):
                try:
                    yield _read(place / _FACTS)
                except _LIKELY:
                    continue

    def _place(self, id_: str) -> Path:
        """Return the folder of a set."""
        if not _ID.fullmatch(id_):
            raise ValueError(f"the id of a set is a UUID in small letters, got {id_!r}")
        return self._folder / id_

    def _change(self, kept: KeptSet) -> KeptSet:
        """Write a set that is there anew."""
        _write(self._place(kept.id) / _FACTS, kept)
        return kept


def _write(path: Path, kept: KeptSet) -> None:
    """Write what is known of a set."""
    facts = {"format": FORMAT, **_KEPT.dump_python(kept, mode="json")}
    with whole_file(path) as part:
        part.write_text(json.dumps(facts, ensure_ascii=False, indent=1), encoding="utf-8")


def _read(path: Path) -> KeptSet:
    """Read what is known of a set."""
    facts: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    if facts.pop("format") != FORMAT:
        raise ValueError("another format")
    return _KEPT.validate_python(facts)
