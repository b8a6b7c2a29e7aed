"""A form with one large file, written to disk as it comes in: never held in memory."""

import asyncio
import os
from collections.abc import AsyncIterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import BinaryIO
from uuid import uuid4

from python_multipart import MultipartParser
from python_multipart.exceptions import MultipartParseError
from python_multipart.multipart import parse_options_header

from rhomboid.errors import OutputError
from rhomboid.web.pages.words import ENGLISH

MOST_BYTES = 2_000_000_000
_MOST_FORM_BYTES = 100_000
"""What a form may weigh besides its file."""
_MOST_NAME = 120
_STALE_S = 24 * 3600.0
"""What an earlier server left half watched is removed after a day at the latest. house"""
_SUFFIX = ".part"
"""Of a file while it is judged; what it holds is told from what is in it."""


class UploadError(ValueError):
    """A form that cannot be taken in; its sentence is for the person.

    Parameters
    ----------
    status
        Of the answer.
    """

    def __init__(self, said: str, status: int = 422) -> None:
        super().__init__(said)
        self.status = status


@dataclass(frozen=True, slots=True)
class Upload:
    """What came in; whoever gets it removes the file."""

    path: Path
    name: str
    fields: dict[str, str]


@dataclass(slots=True, eq=False)
class _Form:
    """A form that is coming in, part by part."""

    file: BinaryIO
    name: str = ""
    fields: dict[str, str] = field(default_factory=dict)
    _header: tuple[bytearray, bytearray] = field(default_factory=lambda: (bytearray(), bytearray()))
    _field: str = ""
    _is_file: bool = False
    _words: bytearray = field(default_factory=bytearray)

    def header_name(self, data: bytes, start: int, end: int) -> None:
        """Take in a piece of a header's name."""
        self._header[0].extend(data[start:end])

    def header_value(self, data: bytes, start: int, end: int) -> None:
        """Take in a piece of a header's value."""
        self._header[1].extend(data[start:end])

    def header_end(self) -> None:
        """Take note of which part this is."""
        name, value = (bytes(piece) for piece in self._header)
        if name.lower() == b"content-disposition":
            options = parse_options_header(value)[1]
            self._field = options.get(b"name", b"").decode("utf-8", "replace")
            self._is_file = b"filename" in options
            if self._is_file:
                self.name = _plain_name(options[b"filename"].decode("utf-8", "replace"))
        self._header = (bytearray(), bytearray())

    def part_begins(self) -> None:
        """Forget the part before."""
        self._field, self._is_file, self._words = "", False, bytearray()

    def part_data(self, data: bytes, start: int, end: int) -> None:
        """Take in a piece of a part."""
        if self._is_file:
            self.file.write(data[start:end])
            return
        self._words.extend(data[start:end])
        if len(self._words) > _MOST_FORM_BYTES:
            raise UploadError(ENGLISH.errors[413][1], 413)

    def part_ends(self) -> None:
        """Keep what was written in a field."""
        if not self._is_file and len(self.fields) < 10:
            self.fields[self._field] = self._words.decode("utf-8", "replace")


async def receive(
    content_type: str,
    stream: AsyncIterator[bytes],
    folder: Path,
    *,
    most_bytes: int = MOST_BYTES,
) -> Upload:
    """Take in a form with a file.

    Parameters
    ----------
    content_type
        With its boundary.
    folder
        Where the file is put; made if need be.

    Raises
    ------
    UploadError
        If it is no such form, holds no file, or is too large.
    OutputError
        If the file cannot be written.
    """
    path = folder / f"{os.getpid()}-{uuid4()}{_SUFFIX}"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with path.open("wb") as file:
            form = _Form(file)
            await _feed(form, _boundary(content_type), stream, most_bytes)
        _require_file(form, path)
    except BaseException as error:
        _remove(path)
        if isinstance(error, OSError):
            raise OutputError(ENGLISH.not_kept.format(why=error.strerror)) from error
        raise
    return Upload(path, form.name, form.fields)


def _boundary(content_type: str) -> bytes:
    """Return what stands between the parts of a form."""
    kind, options = parse_options_header(content_type)
    if kind != b"multipart/form-data" or not options.get(b"boundary"):
        raise UploadError(ENGLISH.choose_file)
    return options[b"boundary"]


def _require_file(form: _Form, path: Path) -> None:
    """Refuse a form without a file."""
    if not form.name or not path.stat().st_size:
        raise UploadError(ENGLISH.choose_file)


async def _feed(
    form: _Form, boundary: bytes, stream: AsyncIterator[bytes], most_bytes: int
) -> None:
    """Read a form to its end."""
    parser = MultipartParser(
        boundary,
        {
            "on_part_begin": form.part_begins,
            "on_part_data": form.part_data,
            "on_part_end": form.part_ends,
            "on_header_field": form.header_name,
            "on_header_value": form.header_value,
            "on_header_end": form.header_end,
        },
    )
    taken = 0
    try:
        async for piece in stream:
            taken += len(piece)
            if taken > most_bytes + _MOST_FORM_BYTES:
                raise UploadError(
                    f"The file is larger than {most_bytes / 1e9:g} GB; film shorter, or trim it.",
                    413,
                )
            if piece:
                await asyncio.to_thread(parser.write, piece)
    except MultipartParseError as error:
        raise UploadError(ENGLISH.not_whole) from error


def _plain_name(name: str) -> str:
    """Return the name of a file without any folder, short enough to be shown."""
    plain = PurePosixPath(name.replace("\\", "/")).name
    return "".join(sign for sign in plain if sign.isprintable())[-_MOST_NAME:]


def remove_stale(folder: Path, now_s: float) -> None:
    """Remove what an earlier server left behind.

    Parameters
    ----------
    now_s
        Seconds since 1970.
    """
    for path in folder.glob(f"*{_SUFFIX}"):
        with suppress(OSError):
            if _is_orphan(path) or now_s - path.stat().st_mtime > _STALE_S:
                path.unlink()


def _is_orphan(path: Path) -> bool:
    """Return whether the process that took a file in is known to be gone."""
    number = path.name.partition("-")[0]
    if os.name != "posix" or not number.isdecimal():
        return False
    try:
        os.kill(int(number), 0)
    except ProcessLookupError:
        return True
    except (PermissionError, OverflowError):
        return False
    return False


def _remove(path: Path) -> None:
    """Remove a file, if it is there."""
    with suppress(OSError):
        path.unlink(missing_ok=True)
