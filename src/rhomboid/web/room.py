"""One live set on the server, whoever is connected to it just now.

It takes numbered messages strictly in order, and knows which it wants next. It
may be lost with the server: fed the same messages again, it is the same again.
"""

from dataclasses import dataclass, field
from typing import Annotated, Literal

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, TypeAdapter, ValidationError

from rhomboid.catalogue.read import load
from rhomboid.catalogue.spec import ExerciseSpec
from rhomboid.coach.guide import Finished, Guide
from rhomboid.coach.live import BadFrame, PoseFrame
from rhomboid.coach.own import fitted
from rhomboid.coach.tally import tally_of
from rhomboid.coach.told import Heard
from rhomboid.coach.voice import Target as Aim
from rhomboid.errors import SpecError
from rhomboid.journal.sets import Sets
from rhomboid.training.kept import KeptSet
from rhomboid.training.standing import Standing
from rhomboid.training.target import Target
from rhomboid.web.frames import BadMessageError, NumberedFrame, decode
from rhomboid.web.person import here

_UUID = r"^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$"
_MOST_MESSAGES = 500_000
"""Of one set: frames of more than four hours. house"""
_MOST_BAD = 200
"""Frames that may make no sense, less those that did, before nobody listens any more. house"""
_Seq = Annotated[int, Field(ge=0, lt=2**32)]
_SidePx = Annotated[float, Field(ge=16, le=16_384)]


class _Strict(BaseModel):
    """A message: unknown keys are errors."""

    model_config = ConfigDict(extra="forbid", frozen=True, allow_inf_nan=False)


class Start(_Strict):
    """Opens a set, or takes one up again."""

    type: Literal["start"]
    version: Literal[1]
    set: Annotated[str, Field(pattern=_UUID)]
    exercise: Annotated[str, Field(max_length=64)]
    size: tuple[_SidePx, _SidePx]
    model: Annotated[str, Field(max_length=40)] = "unknown"
    started_at: AwareDatetime
    session: Annotated[str, Field(pattern=_UUID)] | None = None
    target: Target | None = None


class Correct(_Strict):
    """One more, or one less."""

    type: Literal["correct"]
    seq: _Seq
    by: Literal[1, -1]


class Plain(_Strict):
    """Begin to count; end; forget."""

    type: Literal["arm", "finish", "discard"]
    seq: _Seq


_START: TypeAdapter[Start] = TypeAdapter(Start)
_NUMBERED: TypeAdapter[Correct | Plain] = TypeAdapter(
    Annotated[Correct | Plain, Field(discriminator="type")]
)


class OutOfOrderError(BadMessageError):
    """A number above the one that is wanted next."""


class TooFastError(BadMessageError):
    """More than any camera gives."""


def read_start(text: str) -> Start:
    """Read the first message of a connection.

    Raises
    ------
    BadMessageError
        If it is not one.
    """
    try:
        return _START.validate_json(text)
    except ValidationError as error:
        raise BadMessageError(f"the first message must be a start: {_first(error)}") from error


@dataclass(slots=True, eq=False)
class Answer:
    """What came of a message: what was told, and whether the set is over."""

    seq: int
    told: list[Heard] = field(default_factory=list)
    kept: KeptSet | None = None
    discarded: bool = False


class Room:
    """A live set under way.

    Parameters
    ----------
    start
        How it was opened.
    sets
        Where it is kept when it is over.
    own
        How the person stands, if that was measured.

    Raises
    ------
    BadMessageError
        If there is no such exercise.
    """

    def __init__(self, start: Start, sets: Sets, own: Standing | None = None) -> None:
        try:
            spec = fitted(load(start.exercise), own, start.target)
        except SpecError as error:
            raise BadMessageError(str(error)) from error
        self.start = start
        self._sets = sets
        self._spec = spec
        aim = _aim(spec, start.target)
        self._guide = Guide(spec, size_px=start.size, target=aim, model=start.model)
        self._next = 0
        self._bad = 0

    @property
    def next(self) -> int:
        """The number that is wanted next."""
        return self._next

    @property
    def count(self) -> int:
        """Repetitions counted by the camera."""
        return self._guide.count

    @property
    def total(self) -> int:
        """Repetitions with what the person corrected."""
        return self._guide.total

    @property
    def stage(self) -> str:
        """How far the person has got."""
        return self._guide.stage

    def take(self, message: bytes | str) -> Answer | None:
        """Take in one message; return what came of it, or None if it was known already.

        Raises
        ------
        BadMessageError
            If it makes no sense; the set stays as it was.
        JournalError
            If the finished set cannot be kept; the message may be sent again.
        """
        asked = decode(message) if isinstance(message, bytes) else _read(message)
        if asked.seq < self._next:
            return None
        if asked.seq > self._next:
            raise OutOfOrderError(f"number {self._next} is wanted next, not {asked.seq}")
        if self._next >= _MOST_MESSAGES:
            raise TooFastError("a set has so many frames at most; finish it and begin another")
        answer = self._do(asked)
        self._next += 1
        return answer

    def _do(self, asked: NumberedFrame | Correct | Plain) -> Answer:
        """Do what is asked for."""
        match asked:
            case NumberedFrame(seq=seq, frame=frame):
                return Answer(seq, self._feed(frame))
            case Correct(seq=seq, by=by):
                return Answer(seq, self._guide.correct(by))
            case Plain(type="arm", seq=seq):
                return Answer(seq, self._guide.arm())
            case Plain(type="finish", seq=seq):
                return Answer(seq, kept=self._keep())
            case Plain(seq=seq):
                return Answer(seq, discarded=True)

    def _feed(self, frame: PoseFrame) -> list[Heard]:
        """Take in a frame; stop listening where nothing makes sense any more."""
        told = self._guide.feed(frame)
        bad = any(isinstance(one, BadFrame) for one in told)
        self._bad = self._bad + 1 if bad else max(0, self._bad - 1)
        if self._bad >= _MOST_BAD:
            raise TooFastError("too many frames made no sense, or came faster than from a camera")
        return told

    def _keep(self) -> KeptSet:
        """End the set and keep it."""
        done = self._guide.finish()
        counted = done.report.count if done.report else 0
        sides = {rep.side for rep in done.report.reps} if done.report else set()
        kept = KeptSet(
            id=self.start.set,
            exercise=self.start.exercise,
            origin="camera" if done.track else "hand",
            started_at=here(self.start.started_at),
            counted=counted,
            corrections=done.corrections,
            hold_s=_longest_hold_s(done),
            side=sides.pop() if len(sides) == 1 else "both",
            session=self.start.session or "",
            target=self.start.target,
            load=self.start.target.load if self.start.target else None,
            gear=self.start.target.gear if self.start.target else "",
            tally=tally_of(done.report, self._spec) if done.report else None,
        )
        self._sets.keep(kept, done.track, done.report)
        return kept


def _aim(spec: ExerciseSpec, target: Target | None) -> Aim | None:
    """Return what the voice counts towards: the upper end of what is asked for."""
    if target is None:
        return None
    held_s = target.pause_s if target.hold_s is None else target.hold_s
    return Aim.meant(spec, target.repetitions[1], held_s)


def _longest_hold_s(done: Finished) -> float | None:
    """Return the longest hold of a set, as its report has it; None where nothing was held."""
    reps = done.report.reps if done.report else ()
    held_s = [rep.hold_s for rep in reps if rep.hold_s is not None]
    return round(max(held_s), 1) if held_s else None


def _read(text: str) -> Correct | Plain:
    """Read a numbered message that is no frame."""
    try:
        return _NUMBERED.validate_json(text)
    except ValidationError as error:
        raise BadMessageError(f"this message makes no sense: {_first(error)}") from error


def _first(error: ValidationError) -> str:
    """Return where a message is wrong, and how."""
    fault = error.errors(include_url=False, include_input=False)[0]
    where = ".".join(str(part) for part in fault["loc"])
    return f"{where}: {fault['msg']}" if where else str(fault["msg"])
