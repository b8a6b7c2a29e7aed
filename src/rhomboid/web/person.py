"""Who trains at this server, as far as its parts must know."""

import logging
from datetime import date, datetime
from typing import Any

from rhomboid.errors import JournalError
from rhomboid.journal.journal import Journal
from rhomboid.training.person import Person
from rhomboid.training.standing import Standing

_LOG = logging.getLogger(__name__)


def today() -> date:
    """Return the day it is where this server stands: its person's own."""
    return datetime.now().astimezone().date()


def here(moment: datetime) -> datetime:
    """Return a moment as the clock of this machine shows it: the day of a set is its person's own.

    A browser tells every moment as UTC has it. One that no clock can show stays as it is.
    """
    try:
        return moment.astimezone()
    except (OverflowError, OSError, ValueError):
        return moment


def the_person(app: Any) -> Person:
    """Return what is known of who trains here; the usual where nothing is.

    Raises
    ------
    JournalError
        If the journal cannot be read.
    """
    journal: Journal = app.state.journal
    return journal.profile.now() or Person()


def own_standing(app: Any, day: date) -> Standing | None:
    """Return how they stood by a day, if that was measured.

    A set does not wait for a journal that fails.
    """
    journal: Journal = app.state.journal
    try:
        person = journal.profile.on(day)
    except JournalError:
        _LOG.warning("the journal does not say how the person stands")
        return None
    return person.standing if person else None
