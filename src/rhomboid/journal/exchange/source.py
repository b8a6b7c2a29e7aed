"""A text file of somebody else's: its encoding found, its lines never longer than they may be.

Nothing here knows what the lines mean.
"""

import codecs
import hashlib
import io
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from rhomboid.errors import ExchangeError

MOST_BYTES = 64_000_000
"""A larger file is refused: ten years of training are a tenth of it. house"""

MOST_LINE = 65_536
"""Characters of a line, and of a record with all its lines. house"""

_AT_ONCE = 1 << 16
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
LAST_RESORT = "latin-1"
"""What a text is read as that is nothing else."""


@dataclass(frozen=True, slots=True)
class Source:
    """A file that was looked at once.

    Attributes
    ----------
    encoding
        How its characters are written.
    sha256
        Of its bytes.
    """

    path: Path
    encoding: str
    sha256: str

    @property
    def is_guessed(self) -> bool:
        """Whether the encoding is only the last resort."""
        return self.encoding == LAST_RESORT

    @contextmanager
    def lines(self) -> Iterator[Iterator[str]]:
        """Give the lines with their ends, one by one.

        Raises
        ------
        ExchangeError
            If a line is too long, or the file cannot be read.
        """
        with (
            _in_plain_words(self.path),
            self.path.open("r", encoding=self.encoding, newline="") as text,
        ):
            yield self._lines(text)

    def _lines(self, text: io.TextIOWrapper) -> Iterator[str]:
        """Give lines until there are none; none is longer than it may be."""
        number = 0
        while line := text.readline(MOST_LINE + 1):
            number += 1
            if len(line) > MOST_LINE:
                raise ExchangeError(
                    f"{self.path}: line {number} has more than {MOST_LINE} characters"
                )
            yield line


def look_at(path: Path) -> Source:
    """Find out how a file is written, without holding more than a little of it.

    Raises
    ------
    ExchangeError
        If it cannot be read, is too large, or is no text.
    """
    with _in_plain_words(path):
        if not path.is_file():
            raise ExchangeError(f"cannot read {path}: it is no ordinary file")
        if path.stat().st_size > MOST_BYTES:
            raise ExchangeError(f"{path} is larger than {MOST_BYTES // 10**6} MB")
        with path.open("rb") as file:
            return _look(path, file)


def _look(path: Path, file: io.BufferedReader) -> Source:
    """Read a file once, for its encoding and its sum."""
    encoding = _marked(file.peek(4)[:4])
    decoder = codecs.getincrementaldecoder(encoding)()
    digest, is_right, size = hashlib.sha256(), True, 0
    while part := file.read(_AT_ONCE):
        digest.update(part)
        size += len(part)
        if size > MOST_BYTES:
            raise ExchangeError(f"{path} is larger than {MOST_BYTES // 10**6} MB")
        is_right = is_right and _decodes(decoder, part, is_last=False)
    is_right = is_right and _decodes(decoder, b"", is_last=True)
    if encoding == "utf-16" and not is_right:
        raise ExchangeError(f"{path} begins like UTF-16, but is not written in it")
    return Source(path, encoding if is_right else LAST_RESORT, digest.hexdigest())


def _marked(beginning: bytes) -> str:
    """Return the encoding that the first bytes tell of; UTF-8 if they tell of none."""
    return next((name for mark, name in _MARKS if beginning.startswith(mark)), "utf-8")


def _decodes(decoder: codecs.IncrementalDecoder, part: bytes, *, is_last: bool) -> bool:
    """Say whether some more bytes are text."""
    try:
        decoder.decode(part, is_last)
    except UnicodeDecodeError:
        return False
    return True


@contextmanager
def _in_plain_words(path: Path) -> Iterator[None]:
    """Say in one sentence what the system says of a file."""
    try:
        yield
    except OSError as error:
        raise ExchangeError(f"cannot read {path}: {error.strerror or error}") from error
    except UnicodeError as error:
        raise ExchangeError(f"{path} is damaged: {error}") from error
