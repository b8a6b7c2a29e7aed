"""From a video to the joints of one person, by BlazePose on LiteRT.

Reading and looking run side by side: one thread decodes, and two look, each at
every second frame. So that two may look at once, where to look in a frame is
told by the frame before the last, whatever the number of processors: the same
video gives the same joints everywhere.
"""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from rhomboid.pose.ahead import ahead
from rhomboid.pose.detector import PersonDetector
from rhomboid.pose.landmarks import LandmarkModel, Landmarks
from rhomboid.pose.lock import PersonLock, choose
from rhomboid.pose.track import PoseTrack
from rhomboid.pose.video import Frame, Video
from rhomboid.pose.warp import Region
from rhomboid.pose.weights import ModelName
from rhomboid.skeleton import JOINTS

LOOKERS = 2
_READ_AHEAD = 6
_TURNS = (0, 1, 3, 2)
_GRAIN = 8
"""Every so many pixels each way tell the brightness of a picture."""
_FADED = 0.25
"""Share of the usual brightness below which a picture has faded out: people who labelled clips
by eye took no repetition as complete that ended in the dark. house"""
_ADAPT_S = 15.0
"""How fast a dimmer room becomes the usual one: a quarter in some twenty seconds. house"""

Progress = Callable[[float, float], None]
"""Called with the seconds of video done, and the whole length (NaN if unknown)."""


@dataclass(frozen=True, slots=True, eq=False)
class Watched:
    """A track, and what the file gave away while it was made.

    Attributes
    ----------
    broken_off
        Whether the file ended in the middle.
    clock_jumped
        Whether the file's clock began anew in the middle.
    dark_s
        How long the picture was too dark to see anything.
    """

    track: PoseTrack
    broken_off: bool
    clock_jumped: bool
    dark_s: float


def watch(
    path: str | Path,
    *,
    model: ModelName = "full",
    every: bool = False,
    progress: Progress | None = None,
) -> Watched:
    """Find the joints of the one person to watch in every frame of a video.

    Parameters
    ----------
    path
        A file FFmpeg reads.
    model
        ``lite``, ``full`` or ``heavy``.
    every
        Look at every frame, also above 50 a second.
    progress
        Told after every frame how far the work is.

    Raises
    ------
    VideoError
        If the file cannot be read.
    PoseError
        If a model is absent or altered.
    """
    with (
        Video(path) as video,
        ThreadPoolExecutor(LOOKERS, "look") as pool,
        closing(ahead(video.frames(every=every), _READ_AHEAD)) as frames,
    ):
        watching, collected = _Watching(model, pool), _Collected()
        for frame, seen in watching.follow(frames):
            collected.add(frame, seen)
            if progress is not None:
                progress(frame.time_s, video.info.duration_s)
        track = collected.track(video.size_px, model)
        return Watched(track, video.broken_off, video.clock_jumped, watching.dark_s)


Look = tuple[Region, Landmarks] | None
"""The region looked at and what was in it; None for nobody."""

_Seen = tuple[Frame, Landmarks | None]
"""A frame, and the joints in it that are believed."""


class _Looker:
    """A detector and a landmark model of one's own, for one thread."""

    def __init__(self, model: ModelName) -> None:
        self._detector = PersonDetector()
        self._landmarks = LandmarkModel(model)

    def look(
        self, frame: Frame, current: Region | None, place: Region | None, *, search: bool
    ) -> Look:
        """Look at a frame where told, or search it first."""
        picture = frame.planes
        if search:
            found = self._detector.find(frame.picture, turns=_TURNS if current is None else (0,))
            current = choose(found, current=current, place=place, size_px=picture.size_px)
        if current is None:
            return None
        return current, self._landmarks.find(picture, current)


class _Watching:
    """Looks at frame after frame, `LOOKERS` at a time, and keeps to one person.

    Attributes
    ----------
    dark_s
        How long the picture was too dark to see anything.
    """

    def __init__(self, model: ModelName, pool: ThreadPoolExecutor) -> None:
        self._lookers = [_Looker(model) for _ in range(LOOKERS)]
        self._pool = pool
        self._lock = PersonLock()
        self._light = _Light()
        self._under_way: deque[tuple[Frame, Future[Look] | None]] = deque()
        self.dark_s = 0.0

    def follow(self, frames: Iterable[Frame]) -> Iterator[_Seen]:
        """Yield the frames in order with what to believe of each."""
        before_s = 0.0
        for number, frame in enumerate(frames):
            if len(self._under_way) == LOOKERS:
                yield self._finish()
            dark = self._light.is_out(frame)
            self.dark_s += (frame.time_s - before_s) * dark
            before_s = frame.time_s
            looker = self._lookers[number % LOOKERS]
            self._under_way.append((frame, None if dark else self._begin(looker, frame)))
        while self._under_way:
            yield self._finish()

    def _begin(self, looker: _Looker, frame: Frame) -> Future[Look] | None:
        """Have a frame looked at, unless there is nowhere to look yet."""
        search = self._lock.should_search(frame.time_s)
        region, place = self._lock.region, self._lock.place_at(frame.time_s)
        if region is None and not search:
            return None
        return self._pool.submit(looker.look, frame, region, place, search=search)

    def _finish(self) -> _Seen:
        """Wait for the oldest frame under way, and decide whether to believe what was seen."""
        frame, future = self._under_way.popleft()
        if future is None:
            return frame, None
        look = future.result()
        if look is None:
            self._lock.lose(frame.time_s)
            return frame, None
        region, landmarks = look
        if not self._lock.accept(region, landmarks, frame.time_s):
            return frame, None
        self._light.note(frame)
        return frame, landmarks


class _Light:
    """Tells a picture that has faded out: a model still guesses there, nobody can see.

    Edited videos end so. The usual brightness is that of the frames in which
    somebody was seen, not of a white title before them.
    """

    def __init__(self) -> None:
        self._usual = 0.0
        self._time_s = 0.0

    def note(self, frame: Frame) -> None:
        """Take in the brightness of a frame in which somebody was seen."""
        fade = float(np.exp(-(frame.time_s - self._time_s) / _ADAPT_S))
        self._time_s = frame.time_s
        self._usual = max(_brightness(frame), self._usual * fade)

    def is_out(self, frame: Frame) -> bool:
        """Return whether a frame has less than a quarter of the usual brightness."""
        return _brightness(frame) < _FADED * self._usual


def _brightness(frame: Frame) -> float:
    """Return the mean brightness of a frame over black."""
    planes = frame.planes
    black = 0 if planes.full_range else 16
    return float(planes.light[::_GRAIN, ::_GRAIN].mean()) - black


class _Collected:
    """What was believed of each frame, growing; becomes a track."""

    def __init__(self) -> None:
        self._times_s: list[float] = []
        self._image: list[np.ndarray] = []
        self._visibility: list[np.ndarray] = []
        self._world: list[np.ndarray] = []

    def add(self, frame: Frame, seen: Landmarks | None) -> None:
        """Append one frame; nobody is NaN, with visibility 0."""
        joints = len(JOINTS)
        self._times_s.append(frame.time_s)
        if seen is None:
            self._image.append(np.full((joints, 2), np.nan, dtype=np.float32))
            self._visibility.append(np.zeros(joints, dtype=np.float32))
            self._world.append(np.full((joints, 3), np.nan, dtype=np.float32))
        else:
            self._image.append((seen.image_px * frame.scale).astype(np.float32))
            self._visibility.append(seen.visibility.astype(np.float32))
            self._world.append(seen.world_m.astype(np.float32))

    def track(self, size_px: tuple[float, float], model: ModelName) -> PoseTrack:
        """Return all frames as one track."""
        return PoseTrack(
            times_s=np.asarray(self._times_s, dtype=np.float64),
            image_px=np.stack(self._image),
            visibility=np.stack(self._visibility),
            size_px=size_px,
            world_m=np.stack(self._world),
            model=f"blazepose-{model}",
        )
