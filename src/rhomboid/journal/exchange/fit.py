"""Bytes of FIT: a header, definitions, data, and a sum; nothing here knows of sets.

Written by Garmin's description of the protocol, and checked in the tests by decoding
with Garmin's own kit. All numbers are little-endian.
"""

import struct
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

EPOCH = datetime(1989, 12, 31, tzinfo=UTC)
"""From when FIT counts its seconds."""

MOST_TEXT = 60
"""Bytes of a text, its end not counted. house"""

_PROTOCOL, _PROFILE = 0x20, 21_218
_CRC = (
    0x0000, 0xCC01, 0xD801, 0x1400, 0xF001, 0x3C00, 0x2800, 0xE401,
    0xA001, 0x6C00, 0x7800, 0xB401, 0x5000, 0x9C01, 0x8801, 0x4400,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Kind:
    """A type of FIT: its number, its size, how it is packed, and what means nothing."""

    number: int
    size: int
    code: str
    nothing: int


ENUM = Kind(0x00, 1, "B", 0xFF)
UINT16 = Kind(0x84, 2, "H", 0xFFFF)
UINT32 = Kind(0x86, 4, "I", 0xFFFFFFFF)
UINT32Z = Kind(0x8C, 4, "I", 0)
TEXT = Kind(0x07, 1, "s", 0)


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a message.

    Attributes
    ----------
    number
        In Garmin's profile.
    value
        As it is packed, scaled already; None for nothing.
    """

    number: int
    kind: Kind
    value: int | str | None


@dataclass(frozen=True, slots=True)
class Message:
    """A message: its number in Garmin's profile, and its fields."""

    number: int
    fields: tuple[Field, ...]


def fit_file(messages: Sequence[Message]) -> bytes:
    """Return a file of FIT."""
    data = b"".join(_definition(message) + _data(message) for message in messages)
    header = struct.pack("<BBHI4s", 14, _PROTOCOL, _PROFILE, len(data), b".FIT")
    whole = header + struct.pack("<H", crc(header)) + data
    return whole + struct.pack("<H", crc(whole))


def moment(at: datetime) -> int:
    """Return a moment as FIT counts it.

    Examples
    --------
    >>> moment(datetime(1990, 1, 1, tzinfo=UTC))
    86400
    """
    return scaled((at - EPOCH).total_seconds(), 1, UINT32)


def scaled(value: float, scale: float, kind: Kind) -> int:
    """Return a number as it is packed, and never one that means nothing.

    Examples
    --------
    >>> scaled(52.5, 16, UINT16), scaled(1e9, 16, UINT16)
    (840, 65534)
    """
    return min(max(round(value * scale), 0), kind.nothing - 1)


def crc(content: bytes) -> int:
    """Return the sum that FIT asks for.

    Examples
    --------
    >>> hex(crc(b"123456789"))
    '0xbb3d'
    """
    total = 0
    for byte in content:
        for half in (byte & 0xF, byte >> 4):
            total = (total >> 4) ^ _CRC[total & 0xF] ^ _CRC[half]
    return total


def _definition(message: Message) -> bytes:
    """Return what says how a message is packed; each is defined anew, as message 0."""
    fields = b"".join(
        struct.pack("<BBB", field.number, _size(field), field.kind.number)
        for field in message.fields
    )
    return struct.pack("<BBBHB", 0x40, 0, 0, message.number, len(message.fields)) + fields


def _data(message: Message) -> bytes:
    """Return the fields of a message, packed."""
    return b"\x00" + b"".join(_packed(field) for field in message.fields)


def _size(field: Field) -> int:
    """Return how many bytes a field takes."""
    return len(_text(field.value)) if isinstance(field.value, str) else field.kind.size


def _packed(field: Field) -> bytes:
    """Return a field as bytes."""
    if isinstance(field.value, str):
        return _text(field.value)
    value = field.kind.nothing if field.value is None else field.value
    return struct.pack(f"<{field.kind.code}", value)


def _text(text: str) -> bytes:
    """Return a text with its end, cut between characters."""
    cut = text.replace("\x00", "").encode("utf-8", "replace")[:MOST_TEXT]
    return cut.decode("utf-8", "ignore").encode() + b"\x00"
