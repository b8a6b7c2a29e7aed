"""Videos that are watched, one at a time, in a thread of their own."""

import logging
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path
from threading import Lock
from typing import Literal
from uuid import uuid4

from rhomboid.errors import RhomboidError, VideoError
from rhomboid.journal.sets import Sets
from rhomboid.pose.opening import recorded_at
from rhomboid.session import Judged, judge
from rhomboid.training.kept import KeptSet
from rhomboid.web.pages.counted import counted_anew
from rhomboid.web.pages.words import ENGLISH

_LOG = logging.getLogger(__name__)
_MOST_WAITING = 8
_MOST_REMEMBERED = 200

State = Literal["waiting", "watching", "done", "failed"]


class _StoppedError(RhomboidError):
    """The server stops while a video is watched."""


class TooManyError(RuntimeError):
    """So many videos wait already that one more is not taken."""


@dataclass(slots=True, eq=False)
class Video:
    """A video on its way to becoming a set.

    Attributes
    ----------
    id
        Of the set it becomes, too.
    exercise
        None to recognise it.
    done_s, total_s
        How far it is watched, and its length; 0 where that is not known.
    trouble
        Why it could not be judged; empty otherwise.
    """

    id: str
    path: Path
    name: str
    exercise: str | None
    started_at: datetime
    state: State = "waiting"
    done_s: float = 0.0
    total_s: float = 0.0
    trouble: str = ""

    @property
    def percent(self) -> int:
        """How far it is watched."""
        return min(99, round(100 * self.done_s / self.total_s)) if self.total_s > 0 else 0


class Videos:
    """All videos that were dropped since the server started.

    Parameters
    ----------
    sets
        Where the sets go.
    watch
        What judges a video; for tests.
    """

    def __init__(self, sets: Sets, watch: Callable[..., Judged] = judge) -> None:
        self._sets = sets
        self._watch = watch
        self._videos: dict[str, Video] = {}
        self._lock = Lock()
        self._is_closed = False
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="video")

    def add(self, path: Path, name: str, exercise: str | None, now: datetime) -> Video:
        """Put a video at the end of the line; its file is removed when it is judged.

        Raises
        ------
        TooManyError
            If too many wait.
        """
        video = Video(str(uuid4()), path, name, exercise, now)
        with self._lock:
            if sum(v.state == "waiting" for v in self._videos.values()) >= _MOST_WAITING:
                raise TooManyError(ENGLISH.too_many_videos)
            while len(self._videos) >= _MOST_REMEMBERED:
                del self._videos[next(iter(self._videos))]
            self._videos[video.id] = video
        self._thread.submit(self._judge, video).add_done_callback(partial(_note_fault, video))
        return video

    def find(self, id_: str) -> Video | None:
        """Return a video by its id; None if there is none."""
        return self._videos.get(id_)

    def ahead_of(self, video: Video) -> int:
        """Return how many come before a video."""
        with self._lock:
            ids = [v.id for v in self._videos.values() if v.state in ("waiting", "watching")]
        return ids.index(video.id) if video.id in ids else 0

    def close(self) -> None:
        """Watch no more: a server that is stopped does not wait for a long video."""
        self._is_closed = True
        self._thread.shutdown(wait=False, cancel_futures=True)
        for video in self._videos.values():
            if video.state == "waiting":
                _remove(video.path)

    def _judge(self, video: Video) -> None:
        """Watch a video and keep what was seen."""

        def progress(done_s: float, total_s: float) -> None:
            if self._is_closed:
                raise _StoppedError(ENGLISH.stopped)
            video.done_s, video.total_s = done_s, total_s

        video.state = "watching"
        try:
            done = self._watch(video.path, video.exercise, progress=progress)
            self._keep(video, done)
            video.state = "done"
        except RhomboidError as error:
            video.trouble = _for_people(error, video)
            video.state = "failed"
        finally:
            _remove(video.path)

    def _keep(self, video: Video, done: Judged) -> None:
        """Put the set into the journal."""
        kept = KeptSet(
            id=video.id,
            exercise=None,
            origin="video",
            started_at=_recorded_at(video),
            counted=0,
            recording=video.name,
        )
        self._sets.keep(counted_anew(kept, done.report), done.track, done.report)


def _recorded_at(video: Video) -> datetime:
    """Return when a set was done: as the file says, or else when the video was given."""
    try:
        at = recorded_at(video.path, video.started_at)
    except VideoError:
        return video.started_at
    return video.started_at if at is None else at.astimezone()


def _remove(path: Path) -> None:
    """Remove a file, if it is there."""
    with suppress(OSError):
        path.unlink(missing_ok=True)


def _note_fault(video: Video, judged: "Future[None]") -> None:
    """Take note of a fault of our own, which nobody else would hear of."""
    fault = None if judged.cancelled() else judged.exception()
    if fault is not None:
        _LOG.error("a video could not be judged", exc_info=fault)
        video.trouble = ENGLISH.errors[500][1]
        video.state = "failed"


def _for_people(error: RhomboidError, video: Video) -> str:
    """Return the sentence of an error; the file has the name the person gave it."""
    said = str(error).splitlines()[0].replace(str(video.path), video.name)
    return said.replace(video.path.name, video.name)
