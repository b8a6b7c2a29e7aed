"""What a set page says where today's rules judge a set otherwise than when it was kept."""

from typing import Any

from rhomboid.errors import JournalError
from rhomboid.journal.journal import Journal
from rhomboid.journal.moved import Moved, compare
from rhomboid.records import SetReport
from rhomboid.records_json import to_dict
from rhomboid.training.kept import KeptSet


def moved_since(app: Any, kept: KeptSet, report: SetReport | None) -> Moved | None:
    """Return what moved since a set was kept; None if nothing did, or nobody judged it then."""
    journal: Journal = app.state.journal
    if report is None:
        return None
    try:
        judgements = journal.reports.all(kept.id)
    except JournalError:
        return None  # A set that waits for the journal was judged just now.
    if not judgements:
        return None
    moved = compare(judgements[0].document, to_dict(report))
    return moved if moved.is_moved else None
