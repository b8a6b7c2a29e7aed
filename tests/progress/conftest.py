"""A journal of some weeks."""

import pytest

from rhomboid.journal.opening import open_journal
from tests.web.history import TODAY, furnish


@pytest.fixture(scope="session")
def furnished(tmp_path_factory):
    """A journal of twelve weeks that is only read."""
    journal = open_journal(tmp_path_factory.mktemp("weeks"))
    furnish(journal, TODAY)
    yield journal
    journal.close()
