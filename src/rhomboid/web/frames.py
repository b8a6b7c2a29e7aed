"""A frame of joints as bytes; docs/live-protocol.md says what stands where."""

import struct
from dataclasses import dataclass

import numpy as np

from rhomboid.coach.live import PoseFrame
from rhomboid.skeleton import JOINTS

VERSION = 1
_HEAD = struct.Struct("<BBHId")
_SOMEBODY = 1
_NUMBERS = 6
_WHOLE = _HEAD.size + 4 * len(JOINTS) * _NUMBERS
LARGEST = _WHOLE
"""Bytes of the largest frame there is."""


class BadMessageError(ValueError):
    """A message that makes no sense; its sentence goes back to whoever sent it."""


@dataclass(frozen=True, slots=True, eq=False)
class NumberedFrame:
    """A frame, and its place in the order of things."""

    seq: int
    frame: PoseFrame


def decode(message: bytes) -> NumberedFrame:
    """Read a frame.

    Raises
    ------
    BadMessageError
        If the bytes are not one of our frames.

    Examples
    --------
    >>> import numpy as np
    >>> nobody = PoseFrame(0.5, np.full((33, 2), np.nan), np.zeros(33))
    >>> told = decode(encode(7, nobody))
    >>> told.seq, told.frame.time_s
    (7, 0.5)
    """
    if len(message) not in (_HEAD.size, _WHOLE):
        raise BadMessageError(f"a frame has {_HEAD.size} or {_WHOLE} bytes, not {len(message)}")
    version, flags, nothing, seq, time_s = _HEAD.unpack_from(message)
    if version != VERSION:
        raise BadMessageError(f"frames have version {VERSION}, not {version}; load the page anew")
    if nothing or flags not in (0, _SOMEBODY) or (flags == _SOMEBODY) != (len(message) == _WHOLE):
        raise BadMessageError("the first bytes of a frame do not fit the rest")
    if not flags:
        joints = len(JOINTS)
        return NumberedFrame(seq, PoseFrame(time_s, np.full((joints, 2), np.nan), np.zeros(joints)))
    numbers = np.frombuffer(message, dtype="<f4", offset=_HEAD.size)
    joints_ = numbers.reshape(len(JOINTS), _NUMBERS).astype(np.float64)
    return NumberedFrame(seq, PoseFrame(time_s, joints_[:, :2], joints_[:, 2], joints_[:, 3:]))


def encode(seq: int, frame: PoseFrame) -> bytes:
    """Write a frame as a browser does; for tests and for programs that send joints.

    Raises
    ------
    struct.error
        If the number is no 32-bit one.
    """
    nobody = frame.world_m is None or not np.isfinite(frame.image_px).any()
    head = _HEAD.pack(VERSION, 0 if nobody else _SOMEBODY, 0, seq, frame.time_s)
    if nobody or frame.world_m is None:
        return head
    numbers = np.concatenate(
        [frame.image_px, frame.visibility[:, None], frame.world_m], axis=1, dtype="<f4"
    )
    return head + numbers.tobytes()
