"""Records of CSV, by RFC 4180 and a little more: a stray quote is a quote (inch marks).

The header says the delimiter, and where each column stands. Lines come in, records go out.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from rhomboid.errors import ExchangeError
from rhomboid.journal.exchange.formula import restore
from rhomboid.journal.exchange.source import MOST_LINE

MOST_ROWS = 200_000
"""Ten years with a hundred sets every second day. house"""

_MOST_LINES, _MOST_CELLS = 5_000, 500
_DELIMITERS = ",;\t"


@dataclass(frozen=True, slots=True)
class Record:
    """One record under a header.

    Attributes
    ----------
    line
        Number of its first line, the header's being 1.
    cells
        By the names of the header, in small letters.
    """

    line: int
    cells: dict[str, str]

    def text(self, *names: str) -> str:
        """Return the first of some cells that says anything, without the space around it."""
        said = (restore(self.cells.get(name, "").strip()) for name in names)
        return next((text for text in said if text), "")


@dataclass(frozen=True, slots=True)
class Table:
    """A header, and what comes under it.

    Attributes
    ----------
    columns
        The names of the header in their order, in small letters.
    """

    columns: tuple[str, ...]
    records: Iterator[Record]


def read_table(lines: Iterable[str]) -> Table:
    """Read the header of a file of CSV; its records are read as they are asked for.

    Raises
    ------
    ExchangeError
        If there is no header. While records are asked for: if a quote is never closed, or
        there are too many records, or too many cells in one.
    """
    found = iter(lines)
    first = next((line for line in found if line.strip()), "")
    delimiter = max(_DELIMITERS, key=first.count)
    rows = _rows(first, found, delimiter)
    _, header = next(rows, (0, []))
    columns = tuple(_name(cell) for cell in header)
    if len(columns) < 2:
        raise ExchangeError("it has no header with names of columns")
    return Table(columns, _records(columns, rows))


def _name(cell: str) -> str:
    """Return the name of a column as we compare it."""
    return " ".join(cell.replace("\ufeff", "").lower().split())


def _records(columns: tuple[str, ...], rows: Iterator[tuple[int, list[str]]]) -> Iterator[Record]:
    """Give the records under a header; empty lines are none."""
    count = 0
    for line, cells in rows:
        if not any(cell.strip() for cell in cells):
            continue
        count += 1
        if count > MOST_ROWS:
            raise ExchangeError(f"it has more than {MOST_ROWS} rows; divide it by years")
        yield Record(line, dict(zip(columns, cells, strict=False)))


def _rows(first: str, lines: Iterator[str], delimiter: str) -> Iterator[tuple[int, list[str]]]:
    """Give the cells of each record, and the number of its first line."""
    splitter, start = Splitter(delimiter), 1
    for number, line in enumerate(_and_then(first, lines), 1):
        if not splitter.is_open:
            start = number
        splitter.feed(line)
        if not splitter.is_open:
            yield start, splitter.take()
        elif number - start >= _MOST_LINES or splitter.size > MOST_LINE:
            break
    if splitter.is_open:
        raise ExchangeError(f"line {start} begins a quote that is never closed")


def _and_then(first: str, lines: Iterator[str]) -> Iterator[str]:
    """Give a line, and then others."""
    yield first
    yield from lines


class Splitter:
    """Cells of records, line by line.

    Parameters
    ----------
    delimiter
        One character.

    Examples
    --------
    >>> splitter = Splitter(",")
    >>> splitter.feed('a,"b ""c"" d",5" bar,"3" loop"')
    >>> splitter.take()
    ['a', 'b "c" d', '5" bar', '3" loop']
    """

    def __init__(self, delimiter: str) -> None:
        ends = re.escape(delimiter) + r"\r\n"
        self.delimiter = delimiter
        self.is_open = False
        self.size = 0
        self._cells: list[str] = []
        self._parts: list[str] = []
        self._plain = re.compile(f"[^{ends}]*")
        self._quoted = re.compile(f'((?:[^"]|""|"(?![{ends}]|$))*+)("?)')

    def feed(self, line: str) -> None:
        """Take one line with its end.

        Raises
        ------
        ExchangeError
            If there are too many cells.
        """
        self.size += len(line)
        if '"' not in line and not self.is_open:
            self._cells += line.rstrip("\r\n").split(self.delimiter)
        else:
            self._scan(line)
        if len(self._cells) > _MOST_CELLS:
            raise ExchangeError(f"a row has more than {_MOST_CELLS} cells")

    def _scan(self, line: str) -> None:
        """Take a line in which there are quotes."""
        at = self._inside(line, 0) if self.is_open else self._cell(line, 0)
        while not self.is_open and at < len(line) and line[at] == self.delimiter:
            at = self._cell(line, at + 1)

    def _cell(self, line: str, at: int) -> int:
        """Take a cell that begins here; return where it ends."""
        if line.startswith('"', at):
            self.is_open = True
            return self._inside(line, at + 1)
        found = self._plain.match(line, at)
        assert found is not None
        self._cells.append(found.group())
        return found.end()

    def _inside(self, line: str, at: int) -> int:
        """Take what stands within quotes; return where it ends."""
        found = self._quoted.match(line, at)
        assert found is not None
        self._parts.append(found[1].replace('""', '"'))
        if found[2]:
            self._cells.append("".join(self._parts))
            self._parts, self.is_open = [], False
        return found.end()

    def take(self) -> list[str]:
        """Return the cells of the record, and begin anew."""
        cells, self._cells, self.size = self._cells, [], 0
        return cells
