"""What a guide tells, as messages for a browser; docs/live-protocol.md lists them."""

from collections.abc import Sequence
from typing import Any

from rhomboid.coach.hold import Holding
from rhomboid.coach.live import BadFrame, NotCounted, PhaseChanged, SightChanged
from rhomboid.coach.ready import Sight
from rhomboid.coach.told import Armed, Corrected, Countdown, Counted, Heard, SideSeen
from rhomboid.coach.voice import Say
from rhomboid.coach.words import VIEWS
from rhomboid.records_json import rep_to_dict

Message = dict[str, Any]


def messages(told: Sequence[Heard], seq: int) -> list[Message]:
    """Return what was told because of a numbered message, in order."""
    return [{**_message(one), "seq": seq} for one in told]


def _message(told: Heard) -> Message:
    """Return one thing that was told."""
    match told:
        case Counted():
            return _counted(told)
        case Sight():
            return _sees(told)
        case Holding():
            return _held(told)
        case _:
            return _small(told)


def _small(told: Heard) -> Message:
    """Return one of the things that say little."""
    match told:
        case Say(text=text, kind=kind, urgent=urgent):
            return {"type": "say", "text": text, "kind": kind, "urgent": urgent}
        case PhaseChanged(phase=phase, time_s=time_s):
            return {"type": "phase", "phase": phase, "time_s": time_s}
        case Countdown(left=left):
            return {"type": "countdown", "left": left}
        case Armed(time_s=time_s):
            return {"type": "armed", "time_s": time_s}
        case _:
            return _other(told)


def _other(told: Heard) -> Message:
    """Return one of the things that happen now and then."""
    match told:
        case Corrected(by=by, total=total):
            return {"type": "corrected", "by": by, "total": total}
        case SideSeen(side=side):
            return {"type": "side", "side": side}
        case NotCounted(attempt=attempt):
            return {"type": "not_counted", "kind": attempt.kind, "reason": attempt.reason}
        case SightChanged(seen=seen):
            return {"type": "sight", "seen": seen}
        case BadFrame(reason=reason):
            return {"type": "bad_frame", "reason": reason}
        case _:
            raise TypeError(f"no message for {type(told).__name__}")


def _counted(told: Counted) -> Message:
    """Return a repetition."""
    return {
        "type": "rep",
        "rep": rep_to_dict(told.done.rep),
        "count": told.count,
        "total": told.total,
        "cue": told.cue,
    }


def _sees(told: Sight) -> Message:
    """Return what the camera shows."""
    return {
        "type": "sees",
        "stage": told.stage.value,
        "seen": told.seen,
        "unseen": told.unseen,
        "view": VIEWS[told.view],
        "hints": told.hints,
        "ok": told.ok,
        "trunk_px": told.trunk_px,
    }


def _held(told: Holding) -> Message:
    """Return a second of a hold."""
    return {
        "type": "held",
        "seconds": told.seconds,
        "left": told.left,
        "target_s": told.target_s,
        "longest_s": round(told.longest_s, 2),
        "total_s": round(told.total_s, 2),
    }
