"""One set, live: a frame in, what happened out.

The engine is the one that judges files; frames only come one at a time. A
frame that makes no sense is an event, never an exception, and changes nothing.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from rhomboid.catalogue.read import load
from rhomboid.catalogue.spec import ExerciseSpec
from rhomboid.coach.checks import SURE
from rhomboid.coach.engine import SetEngine
from rhomboid.coach.verdict import report
from rhomboid.motion.cycles import Stage
from rhomboid.records import Attempt, PhaseName, Rep, SetReport, Side
from rhomboid.skeleton import JOINTS

Floats = NDArray[np.floating]

_UNSEEN_S = 0.5


@dataclass(frozen=True, slots=True, eq=False)
class PoseFrame:
    """The joints in one frame of a camera.

    Parameters
    ----------
    time_s
        When it was captured; later than the frame before.
    image_px : shape (33, 2)
        Square pixels; NaN for nobody.
    visibility : shape (33,)
        0 to 1.
    world_m : shape (33, 3), optional
        Metres about the middle of the hips.
    """

    time_s: float
    image_px: Floats
    visibility: Floats
    world_m: Floats | None = None


@dataclass(frozen=True, slots=True)
class RepDone:
    """A repetition is complete."""

    rep: Rep


@dataclass(frozen=True, slots=True)
class NotCounted:
    """A movement ended that is not counted."""

    attempt: Attempt


@dataclass(frozen=True, slots=True)
class PhaseChanged:
    """Another stretch of the repetition has begun."""

    phase: PhaseName
    time_s: float


@dataclass(frozen=True, slots=True)
class Held:
    """The far end has been held for another whole second."""

    seconds: int
    time_s: float


@dataclass(frozen=True, slots=True)
class SightChanged:
    """The needed joints came into sight, or went out of it."""

    seen: bool
    time_s: float


@dataclass(frozen=True, slots=True)
class BadFrame:
    """A frame was left out, and why."""

    reason: str
    time_s: float


Event = RepDone | NotCounted | PhaseChanged | Held | SightChanged | BadFrame
"""Something that happened in a live set."""

_PHASES: dict[Stage, PhaseName] = {Stage.START: "rest", Stage.OUT: "out", Stage.BACK: "back"}


class LiveSet:
    """A set under way.

    Parameters
    ----------
    exercise
        The id of a shipped exercise, or a spec of one's own.
    size_px
        Width and height of the picture the joints are in.
    model
        Name of what finds the joints.

    Raises
    ------
    SpecError
        If there is no such exercise.
    ValueError
        If the size is not two positive numbers.

    Examples
    --------
    >>> live = LiveSet("lat_pulldown", size_px=(640, 480))
    >>> nobody = PoseFrame(0.0, np.full((33, 2), np.nan), np.zeros(33))
    >>> live.feed(nobody), live.feed(nobody)[0].reason
    ([], 'its time is not later than that of the frame before')
    """

    def __init__(
        self,
        exercise: str | ExerciseSpec,
        *,
        size_px: tuple[float, float],
        model: str = "unknown",
    ) -> None:
        if not all(np.isfinite(side) and side > 0 for side in size_px):
            raise ValueError(f"size_px must be two positive numbers, got {size_px}")
        self.spec = load(exercise) if isinstance(exercise, str) else exercise
        self._engine = SetEngine(self.spec, size_px)
        self._model = model
        self._time_s = -np.inf
        self._phase: PhaseName = "rest"
        self._seen: bool | None = None
        self._unseen_since_s = np.inf
        self._held = 0

    @property
    def count(self) -> int:
        """Complete repetitions so far."""
        return len(self._engine.reps)

    @property
    def held_s(self) -> float:
        """How long the far end has been held now; 0 elsewhere."""
        return self._engine.held_s

    @property
    def side(self) -> Side:
        """Which arm works now, where one does at a time; ``both`` elsewhere."""
        return self._engine.side

    def feed(self, frame: PoseFrame) -> list[Event]:
        """Take in a frame; return what happened, oldest first."""
        try:
            frame = _as_numbers(frame)
        except (TypeError, ValueError):
            return [BadFrame("it does not hold numbers", self._time_s)]
        fault = self._fault(frame)
        if fault is not None:
            return [BadFrame(fault, frame.time_s)]
        self._time_s = frame.time_s
        world = None if frame.world_m is None else frame.world_m[None]
        done = self._engine.feed(
            np.array([frame.time_s]), frame.image_px[None], frame.visibility[None], world
        )
        events: list[Event] = [_event(one) for one in done]
        return events + self._phase_events(frame.time_s) + self._sight_events(frame.time_s)

    def finish(self) -> SetReport:
        """End the set; return its report, the same as of the whole track at once."""
        self._engine.finish()
        return report(self._engine, model=self._model, recognised=False)

    def _fault(self, frame: PoseFrame) -> str | None:
        """Return what is wrong with a frame, or None."""
        joints = len(JOINTS)
        if not np.isfinite(frame.time_s) or not frame.time_s > self._time_s:
            return "its time is not later than that of the frame before"
        if frame.image_px.shape != (joints, 2) or frame.visibility.shape != (joints,):
            return f"it does not hold {joints} joints"
        if frame.world_m is not None and frame.world_m.shape != (joints, 3):
            return f"it does not hold {joints} joints in the world"
        endless = frame.world_m is not None and np.isinf(frame.world_m).any()
        if endless or np.isinf(frame.image_px).any():
            return "it holds numbers that are no positions"
        if not (frame.visibility.min() >= 0 and frame.visibility.max() <= 1):
            return "its visibility is not between 0 and 1"
        return None

    def _phase_events(self, time_s: float) -> list[Event]:
        """Say when the phase changes, and count the seconds of a hold."""
        held_s = self._engine.held_s
        phase = _PHASES[self._engine.stage]
        if phase == "out" and held_s >= _UNSEEN_S:
            phase = "turn"
        events: list[Event] = []
        if phase != self._phase:
            self._phase, self._held = phase, 0
            events.append(PhaseChanged(phase, time_s))
        if phase == "turn" and int(held_s) > self._held:
            self._held = int(held_s)
            events.append(Held(self._held, time_s))
        return events

    def _sight_events(self, time_s: float) -> list[Event]:
        """Say when the needed joints appear, or have been gone for a moment."""
        seen = bool(self._engine.surety[-1][self._engine.columns.needs] >= SURE)
        if seen:
            self._unseen_since_s = np.inf
        else:
            self._unseen_since_s = min(self._unseen_since_s, time_s)
        gone = time_s - self._unseen_since_s >= _UNSEEN_S
        if seen and self._seen is not True:
            self._seen = True
            return [SightChanged(seen=True, time_s=time_s)]
        if gone and self._seen is True:
            self._seen = False
            return [SightChanged(seen=False, time_s=time_s)]
        return []


def _as_numbers(frame: PoseFrame) -> PoseFrame:
    """Return a frame whose parts are arrays of numbers, or raise where they cannot be."""
    return PoseFrame(
        float(frame.time_s),
        np.asarray(frame.image_px, dtype=np.float64),
        np.asarray(frame.visibility, dtype=np.float64),
        None if frame.world_m is None else np.asarray(frame.world_m, dtype=np.float64),
    )


def _event(done: Rep | Attempt) -> Event:
    """Wrap what the engine completed."""
    return RepDone(done) if isinstance(done, Rep) else NotCounted(done)
