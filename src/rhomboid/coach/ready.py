"""Whether the camera sees what it must, and whether somebody stands ready to begin.

Counting begins only after a still start has been held: getting into position,
or walking about, is then no repetition. Nothing here counts.
"""

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

import numpy as np
from numpy.typing import NDArray

from rhomboid.catalogue.spec import ExerciseSpec
from rhomboid.coach import spoken, words
from rhomboid.coach.checks import SURE
from rhomboid.coach.columns import Columns
from rhomboid.motion.body import BodyReader
from rhomboid.motion.view import name_view
from rhomboid.records import View
from rhomboid.skeleton import INDEX, PAIRS

Floats = NDArray[np.floating]

_LOOK_S = 1.0
"""How long somebody must be seen and be still before the countdown (motion.md 6: 1 s)."""
COUNTDOWN = (3, 2, 1)
"""The seconds of the countdown. house"""
_THIN_S = 1 / 40
"""Frames closer than this stand for one: a second of them is all that is looked at. house"""
_SEEN_SHARE = 0.8
"""Share of the last second in which a joint must be seen (evidence.md 5)."""
_STILL, _ELSEWHERE = 0.3, 0.2
"""How much a start may move and be still: share of the least range that counts, and trunks that
the body may wander. house"""
_GOES_ON = 1.5
"""How many times as much stops a countdown that runs already. house"""
_FORGIVES_S = 0.3
"""How long something may be wrong before a countdown stops: a joint misread, a frame without
anybody. Nobody gets into motion and is still again in that time. house"""
_LATE_S = 1.0
"""A frame that comes later than this after the last shows somebody whom nobody watched. house"""
_SMALL, _LARGE = 0.1, 0.45
"""Length of the trunk as a share of the picture's height, below and above which it is hard to
see well; the body as a whole is about three trunks. house"""
_OUTLIERS = 5.0
"""Per cent of the frames at each end that may be misread. house"""


class ReadyStage(Enum):
    """How far somebody has got."""

    LOOKING = "looking"
    STILL = "still"
    READY = "counting"


@dataclass(frozen=True, slots=True)
class Sight:
    """What the camera shows just now.

    Attributes
    ----------
    stage
        How far somebody has got.
    seen, unseen
        The joints the exercise needs, in words.
    view
        From where the person is seen.
    hints
        What to do, the most useful first; empty where all is well.
    trunk_px
        Length of the trunk; None where nobody is seen.
    left_s
        Seconds to the end of the countdown; None where it does not run.
    stopped
        Why a countdown that ran has just been stopped; empty otherwise.
    """

    stage: ReadyStage
    seen: tuple[str, ...]
    unseen: tuple[str, ...]
    view: View
    hints: tuple[str, ...]
    trunk_px: float | None
    left_s: float | None = None
    stopped: str = ""

    @property
    def ok(self) -> bool:
        """Whether counting could begin from here."""
        return not self.hints


@dataclass(frozen=True, slots=True, eq=False)
class _Look:
    """One frame, as far as it matters here."""

    time_s: float
    level: float
    sure: Floats
    facing: Floats
    middle_px: Floats
    trunk_px: float


class Readiness:
    """Follows somebody until they are ready.

    Parameters
    ----------
    spec
        The exercise.
    size_px
        Width and height of the picture.
    """

    def __init__(self, spec: ExerciseSpec, size_px: tuple[float, float]) -> None:
        self._spec = spec
        self._size_px = size_px
        self._reader = BodyReader(size_px)
        self._columns = Columns(spec)
        self._needs = [PAIRS.get(joint) or (INDEX[joint],) * 2 for joint in spec.camera.needs]
        self._looks: deque[_Look] = deque()
        self._since_s: float | None = None
        self._wrong_s = np.inf
        self._ready = False

    def arm(self) -> None:
        """Take somebody as ready, whatever is seen."""
        self._ready = True

    def feed(
        self, time_s: float, image_px: Floats, visibility: Floats, world_m: Floats | None
    ) -> Sight:
        """Take in one frame; return what it shows.

        Parameters
        ----------
        time_s
            Later than the last.
        image_px : shape (33, 2)
            NaN for nobody.
        visibility : shape (33,)
        world_m : shape (33, 3) or None
        """
        look = self._look(time_s, image_px, visibility, world_m)
        was_late = self._remember(look)
        was_running = self._since_s is not None
        seen, unseen = self._joints()
        view = name_view(np.array([look.facing for look in self._looks]), self._spec.camera.lying)
        trunk_px = self._looks[-1].trunk_px
        hints = self._hints(unseen, view, trunk_px)
        ok = not hints and self._is_still()
        left_s = self._count_down(time_s, ok=ok, was_late=was_late)
        stopped = ""
        if left_s is not None:
            hints = ()  # What is forgiven is not told.
        elif was_running:
            stopped = spoken.no_picture() if was_late else [*hints, spoken.moved()][0]
        stage = ReadyStage.LOOKING if left_s is None else ReadyStage.STILL
        return Sight(
            ReadyStage.READY if self._ready else stage,
            seen,
            unseen,
            view,
            hints,
            trunk_px if np.isfinite(trunk_px) else None,
            None if self._ready else left_s,
            stopped,
        )

    def _remember(self, look: _Look) -> bool:
        """Keep the looks of the last second, the first at its beginning or before.

        However rarely frames come, a second is looked at as a whole. Return whether
        the look came so late that none before it counts.
        """
        looks = self._looks
        is_late = bool(looks) and look.time_s - looks[-1].time_s > _LATE_S
        if is_late:
            looks.clear()
        if len(looks) > 1 and look.time_s - looks[-2].time_s < _THIN_S:
            looks.pop()
        looks.append(look)
        while len(looks) > 2 and look.time_s - looks[1].time_s >= _LOOK_S:
            looks.popleft()
        return is_late

    @property
    def still_since_s(self) -> float:
        """When the still start began, or the last frame if there is none."""
        return self._looks[-1].time_s if self._since_s is None else self._since_s

    def _look(
        self, time_s: float, image_px: Floats, visibility: Floats, world_m: Floats | None
    ) -> _Look:
        """Measure one frame."""
        world = None if world_m is None else world_m[None]
        body = self._reader.read(np.array([time_s]), image_px[None], visibility[None], world)
        values, _ = self._columns.measure(body)
        sure = np.array([body.visibility[0, list(pair)].max() for pair in self._needs])
        hips = body.points_px[0, list(PAIRS["hip"])].mean(axis=0)
        return _Look(
            time_s,
            float(values[0, self._columns.rep]),
            sure,
            values[0, self._columns.facing],
            hips,
            float(body.trunk_px[0]) if np.isfinite(image_px).any() else float("nan"),
        )

    def _joints(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Return which needed joints were seen well enough, and which not, in words."""
        share = (np.array([look.sure for look in self._looks]) >= SURE).mean(axis=0)
        named = [words.joint(joint) for joint in self._spec.camera.needs]
        unseen = dict.fromkeys(n for n, s in zip(named, share, strict=True) if s < _SEEN_SHARE)
        return tuple(n for n in dict.fromkeys(named) if n not in unseen), tuple(unseen)

    def _hints(self, unseen: Sequence[str], view: View, trunk_px: float) -> tuple[str, ...]:
        """Return what would help to see better, the most useful first."""
        if not np.isfinite(trunk_px):
            return (words.step_in(),)
        hints = []
        share = trunk_px / self._size_px[1]
        if share > _LARGE:
            hints.append(words.step_back())
        elif share < _SMALL:
            hints.append(words.come_closer())
        if unseen:
            hints.append(words.show(unseen))
        camera = self._spec.camera
        if view not in (*camera.views, *camera.also):
            hints.append(words.wrong_view(camera.views, view)[1])
        return tuple(hints)

    def _is_still(self) -> bool:
        """Return whether nothing has moved for long enough."""
        looks = self._looks
        if looks[-1].time_s - looks[0].time_s < 0.9 * _LOOK_S:
            return False
        levels = np.array([look.level for look in looks])
        middles = np.array([look.middle_px for look in looks]) / looks[-1].trunk_px
        if np.isnan(levels).mean() > 1 - _SEEN_SHARE:
            return False
        low, high = np.nanpercentile(levels, [_OUTLIERS, 100 - _OUTLIERS])
        seen = middles[~np.isnan(middles).any(axis=1)]
        ends = np.percentile(seen, [_OUTLIERS, 100 - _OUTLIERS], axis=0) if len(seen) else seen
        wander = float(np.abs(ends[1] - ends[0]).max()) if len(seen) else 0.0
        more = 1.0 if self._since_s is None else _GOES_ON
        calm = high - low <= more * _STILL * self._spec.rep.least
        return bool(calm and wander <= more * _ELSEWHERE)

    def _count_down(self, time_s: float, *, ok: bool, was_late: bool) -> float | None:
        """Return the seconds to the end of the countdown; None where it does not run."""
        self._wrong_s = np.inf if ok else min(self._wrong_s, time_s)
        if ok and self._since_s is None:
            self._since_s = time_s
        elif was_late or time_s - self._wrong_s > _FORGIVES_S:
            self._since_s = None
        if self._since_s is None:
            return None
        left_s = len(COUNTDOWN) - (time_s - self._since_s)
        if ok and left_s <= 0:
            self._ready = True
        return max(left_s, 0.0)
