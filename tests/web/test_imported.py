"""Pages show sets of exercises that we have no file of, by their own names."""

from datetime import UTC, datetime

import pytest

from rhomboid.training.kept import KeptSet
from tests.web.conftest import SET_ID

NAME = 'Bench / Press 5" <b>'


@pytest.fixture
def foreign(client):
    """A kept set of another program's exercise."""
    at = datetime(2026, 3, 1, 9, 5, tzinfo=UTC)
    kept = KeptSet(SET_ID, f"other:{NAME}", "import", at, counted=12)
    client.app.state.journal.sets.keep(kept, None)
    return kept


@pytest.mark.parametrize("page", ["/sets", f"/sets/{SET_ID}", "/"])
def test_a_page_shows_its_name_and_leads_nowhere_that_is_not(client, foreign, page):
    answer = client.get(page)
    assert answer.status_code == 200
    assert "Bench / Press 5&#34; &lt;b&gt;" in answer.text
    assert "other:" not in answer.text


def test_the_set_says_that_it_was_imported(client, foreign):
    text = client.get(f"/sets/{SET_ID}").text
    assert "12 imported" in text
    assert "by camera" not in text


def test_it_can_be_rated_and_corrected_and_told_of(client, foreign):
    rated = client.post(f"/sets/{SET_ID}/rating", data={"pain": "2"})
    assert rated.status_code == 303
    assert client.post(f"/sets/{SET_ID}/corrections", data={"by": "1"}).status_code == 303
    told = client.get("/api/sets").json()
    assert [one["exercise"] for one in told] == [f"other:{NAME}"]
