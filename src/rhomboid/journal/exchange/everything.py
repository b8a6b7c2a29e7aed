"""All that is exported: the sets of a journal with their sessions, from one day to another."""

from dataclasses import dataclass
from datetime import date

from rhomboid.journal.journal import Journal
from rhomboid.journal.sessions import KeptSession
from rhomboid.training.kept import KeptSet

FIRST, LAST = date(1900, 1, 1), date(2199, 12, 31)
"""Between these lies every set that can be kept."""


@dataclass(frozen=True, slots=True)
class Everything:
    """What is exported.

    Attributes
    ----------
    sets
        The oldest first.
    sessions
        Those that a set belongs to, by id.
    """

    sets: tuple[KeptSet, ...]
    sessions: dict[str, KeptSession]


def everything(journal: Journal, first: date = FIRST, last: date = LAST) -> Everything:
    """Return the sets from one day to another, both included, and their sessions.

    Raises
    ------
    JournalError
        If the journal cannot be read.
    """
    found = journal.sets.between(first, last)
    needed = {kept.session for kept in found if kept.session}
    known = journal.sessions.between(FIRST, LAST) if needed else []
    return Everything(tuple(found), {one.id: one for one in known if one.id in needed})
