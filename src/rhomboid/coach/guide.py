"""A live set from stepping into the picture to the last word.

What it is fed, frame by frame and correction by correction, decides all that it
says: fed the same again, it says the same again. So a set that was cut off can
be taken up from what was kept of it.
"""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from rhomboid.catalogue.spec import ExerciseSpec
from rhomboid.coach import spoken
from rhomboid.coach.hold import HoldClock
from rhomboid.coach.live import BadFrame, Event, Held, LiveSet, PhaseChanged, PoseFrame, RepDone
from rhomboid.coach.ready import COUNTDOWN, Readiness, ReadyStage, Sight
from rhomboid.coach.table import Table
from rhomboid.coach.told import Armed, Corrected, Countdown, Counted, Heard, SideSeen
from rhomboid.coach.voice import Say, Target, Voice
from rhomboid.pose.track import MAX_RATE_HZ, PoseTrack
from rhomboid.records import PhaseName, SetReport, Side
from rhomboid.skeleton import JOINTS

_SEES_S = 0.25
"""How often it is said what the camera shows. house"""
_HINT_S = 6.0
"""How often a hint is spoken while somebody gets into place. house"""
_STILL_AGAIN_S = 5.0
"""How long nobody is asked again to hold still. house"""
_LEAST_STEP_S = 1.5 / MAX_RATE_HZ
_KEPT_S = 6.0
"""How many seconds before counting are kept: the still start among them. house"""
_NUMBERS = 6
"""Numbers of a joint: two in the picture, how surely it is seen, three in the world."""
_NOWHERE_M = np.full((len(JOINTS), 3), np.nan)


@dataclass(frozen=True, slots=True, eq=False)
class Finished:
    """A set that is over.

    Attributes
    ----------
    track
        The joints since the still start, on a clock that begins at 0; None if
        counting never began.
    """

    report: SetReport | None
    track: PoseTrack | None
    corrections: tuple[int, ...]
    longest_hold_s: float


class Guide:
    """Leads somebody through one set.

    Parameters
    ----------
    spec
        The exercise.
    size_px
        Width and height of the picture.
    target
        What the set aims at; None for what the exercise file asks of a beginner.
    model
        Name of what finds the joints.

    Raises
    ------
    ValueError
        If the size is not two positive numbers.
    """

    def __init__(
        self,
        spec: ExerciseSpec,
        *,
        size_px: tuple[float, float],
        target: Target | None = None,
        model: str = "unknown",
    ) -> None:
        self.spec = spec
        self.target = target or Target.of(spec)
        self._size_px = size_px
        self._model = model
        self._set = LiveSet(spec, size_px=size_px, model=model)
        self._ready = Readiness(spec, size_px)
        self._voice = Voice(spec, self.target)
        self._hold = HoldClock(self.target.pause_s)
        self._waiting: list[PoseFrame] = []
        self._film = Table(1 + len(JOINTS) * _NUMBERS)
        self._corrections: list[int] = []
        self._armed = False
        self._zero_s = self._time_s = -np.inf
        self._said: tuple[Sight | None, float, float] = (None, -np.inf, -np.inf)
        self._left: int | None = None
        self._still_s = -np.inf
        self._side: Side = "both"
        self._phase: PhaseName = "rest"
        self._unsaid: list[Say] = []

    @property
    def stage(self) -> str:
        """How far somebody has got: ``looking``, ``still`` or ``counting``."""
        if self._armed:
            return ReadyStage.READY.value
        return ReadyStage.LOOKING.value if self._left is None else ReadyStage.STILL.value

    @property
    def count(self) -> int:
        """Repetitions counted by the camera."""
        return self._set.count

    @property
    def total(self) -> int:
        """Repetitions with what the person corrected."""
        return max(0, self.count + sum(self._corrections))

    def feed(self, frame: PoseFrame) -> list[Heard]:
        """Take in a frame; return what there is to tell, oldest first."""
        fault = self._fault(frame)
        if fault is not None:
            return [BadFrame(fault, frame.time_s)]
        self._time_s = frame.time_s
        if self._armed:
            return self._count(frame)
        self._waiting.append(frame)
        sight = self._ready.feed(frame.time_s, frame.image_px, frame.visibility, frame.world_m)
        told = self._getting_ready(sight, frame.time_s)
        if sight.stage is ReadyStage.READY:
            told += self._begin(self._ready.still_since_s)
        self._forget_old()
        return told

    def arm(self) -> list[Heard]:
        """Begin to count now, ready or not."""
        return [] if self._armed else self._begin(self._time_s)

    def correct(self, by: int) -> list[Heard]:
        """Add or take away one repetition.

        Raises
        ------
        ValueError
            If it is not one.
        """
        if by not in (1, -1):
            raise ValueError(f"a correction is 1 or -1, got {by}")
        if by < 0 and self.total == 0:
            return []
        self._corrections.append(by)
        self._voice.correct(by)
        return [Corrected(by, self.total)]

    def finish(self) -> Finished:
        """End the set."""
        report = self._set.finish() if len(self._film) else None
        return Finished(report, self._track(), tuple(self._corrections), self._hold.longest_s)

    def _fault(self, frame: PoseFrame) -> str | None:
        """Return what keeps a frame from being looked at, or None."""
        if not np.isfinite(frame.time_s) or frame.time_s < self._time_s + _LEAST_STEP_S:
            return "its time is not later than that of the frame before"
        if self._armed:
            return None  # The set itself looks at the rest.
        if np.isinf(frame.image_px).any() or not np.isfinite(frame.visibility).all():
            return "it holds numbers that are no positions"
        if frame.world_m is not None and np.isinf(frame.world_m).any():
            return "it holds numbers that are no positions"
        if frame.visibility.min() < 0 or frame.visibility.max() > 1:
            return "its visibility is not between 0 and 1"
        return None

    def _getting_ready(self, sight: Sight, time_s: float) -> list[Heard]:
        """Tell what the camera shows, now and then, and count down."""
        told: list[Heard] = []
        before, shown_s, spoken_s = self._said
        changed = before is None or (before.stage, before.hints) != (sight.stage, sight.hints)
        if changed or time_s - shown_s >= _SEES_S:
            told.append(sight)
            shown_s = time_s
        left = None if sight.left_s is None else max(int(np.ceil(sight.left_s)), 0)
        if left is not None and left != self._left and left > 0:
            told += [Countdown(left), *self._count_down(left, time_s)]
        self._left = left
        said = sight.stopped
        if sight.hints and time_s - spoken_s >= _HINT_S:
            said = said or sight.hints[0]
        if said:
            told.append(Say(said, "hint"))
            spoken_s = time_s
        self._said = sight, shown_s, spoken_s
        return told

    def _count_down(self, left: int, time_s: float) -> list[Say]:
        """Say the number that is shown; what to do is not said again each time."""
        if left < max(COUNTDOWN):
            return [Say(str(left), "count", urgent=True)]
        known = time_s - self._still_s < _STILL_AGAIN_S
        self._still_s = time_s
        return [Say(str(left) if known else spoken.hold_still(left), "count", urgent=True)]

    def _forget_old(self) -> None:
        """Keep only the last seconds of what came before counting."""
        if self._armed:
            return
        while self._time_s - self._waiting[0].time_s > _KEPT_S:
            del self._waiting[0]

    def _begin(self, from_s: float) -> list[Heard]:
        """Begin to count, from a still start that lies a little back."""
        self._armed = True
        kept = [frame for frame in self._waiting if frame.time_s >= from_s]
        self._waiting = []
        begun_s = self._time_s if np.isfinite(self._time_s) else 0.0
        told: list[Heard] = [Armed(begun_s), Say(spoken.begin(), "count", urgent=True)]
        for frame in kept:
            told += self._count(frame)
        return told

    def _count(self, frame: PoseFrame) -> list[Heard]:
        """Take in a frame that counts."""
        if not len(self._film):
            self._zero_s = frame.time_s
        frame = PoseFrame(
            frame.time_s - self._zero_s, frame.image_px, frame.visibility, frame.world_m
        )
        events = self._set.feed(frame)
        if events and isinstance(events[0], BadFrame):
            return list(events)
        self._keep(frame)
        told: list[Heard] = []
        for event in events:
            told += self._tell(event)
        return told + self._tell_hold(frame.time_s)

    def _tell(self, event: Event) -> Iterable[Heard]:
        """Tell one event, and what there is to say of it."""
        if isinstance(event, Held):
            return []
        said = self._voice.hear(event)
        if isinstance(event, PhaseChanged):
            self._phase = event.phase
            return [event, *self._other_side(), *self._now_or_never()]
        if not isinstance(event, RepDone):
            # Never in the middle of a lift: it is said at the start position, if at all.
            self._unsaid += said
            return [event, *self._now_or_never()]
        self._hold.end()
        cue = next((one.text for one in said if one.kind in ("cue", "praise")), "")
        return [Counted(event, self.count, self.total, cue), *said]

    def _now_or_never(self) -> list[Say]:
        """Return what waits to be said, if nobody is in the middle of a repetition."""
        if self._phase != "rest":
            return []
        said, self._unsaid = self._unsaid, []
        return said

    def _other_side(self) -> list[Heard]:
        """Tell when another arm works."""
        side = self._set.side
        if side == self._side:
            return []
        self._side = side
        return [SideSeen(side)]

    def _tell_hold(self, time_s: float) -> list[Heard]:
        """Follow a hold, and tell each whole second of it."""
        holding = self._hold.follow(time_s, self._set.held_s)
        if holding is None:
            return []
        return [holding, *([] if holding.left is None else self._voice.hold(holding.left))]

    def _keep(self, frame: PoseFrame) -> None:
        """Keep a frame as one row of numbers: millions of objects would slow everything down."""
        world = _NOWHERE_M if frame.world_m is None else frame.world_m
        parts = (frame.image_px.ravel(), frame.visibility, world.ravel())
        self._film.extend(np.concatenate([[frame.time_s], *parts])[None])

    def _track(self) -> PoseTrack | None:
        """Return the joints of the frames that counted."""
        if not len(self._film):
            return None
        rows, joints = self._film[:], len(JOINTS)
        image, visibility, world = np.split(rows[:, 1:], [2 * joints, 3 * joints], axis=1)
        world_m = world.reshape(-1, joints, 3)
        return PoseTrack(
            times_s=rows[:, 0].copy(),
            image_px=image.reshape(-1, joints, 2),
            visibility=visibility.copy(),
            size_px=self._size_px,
            world_m=None if np.isnan(world_m).all() else world_m,
            model=self._model,
        )
