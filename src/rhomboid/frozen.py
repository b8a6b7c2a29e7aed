"""Tables of words that nobody can change."""

from collections.abc import Mapping
from types import MappingProxyType


def table(**words: str) -> Mapping[str, str]:
    """Return a table that nobody can change.

    Examples
    --------
    >>> table(left="Left arm")["left"]
    'Left arm'
    """
    return MappingProxyType(words)
