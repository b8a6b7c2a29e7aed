"""Rows of numbers that grow: room is doubled, so that another row costs nothing."""

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.floating]


class Table:
    """A growing array of rows.

    Parameters
    ----------
    width
        Numbers in a row.

    Examples
    --------
    >>> table = Table(2)
    >>> table.extend(np.array([[1.0, 2.0], [3.0, 4.0]]))
    >>> len(table), table[-1].tolist(), table[0:1].tolist()
    (2, [3.0, 4.0], [[1.0, 2.0]])
    """

    def __init__(self, width: int) -> None:
        self._rows = np.empty((64, width))
        self._length = 0

    def __len__(self) -> int:
        """Return the number of rows."""
        return self._length

    def __getitem__(self, which: int | slice) -> Floats:
        """Return a row, or some rows; they are the table's own, not to be changed."""
        return self._rows[: self._length][which]

    def extend(self, rows: Floats) -> None:
        """Add rows at the end.

        Parameters
        ----------
        rows : shape (n, width)
        """
        end = self._length + len(rows)
        if end > len(self._rows):
            grown = np.empty((max(end, 2 * len(self._rows)), self._rows.shape[1]))
            grown[: self._length] = self._rows[: self._length]
            self._rows = grown
        self._rows[self._length : end] = rows
        self._length = end
