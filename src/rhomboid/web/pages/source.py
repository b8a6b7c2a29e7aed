"""Sources by a name short enough to stand beside a number."""

import re

from rhomboid.catalogue.read import sources
from rhomboid.plan.sources import SOURCES
from rhomboid.web.pages.words import ENGLISH, Words

_YEAR = re.compile(r"\d{4}$")
_FIRST = re.compile(r"(?:et al)?[.:,] ")


def source_name(key: str, words: Words = ENGLISH) -> str:
    """Return who says so, and when.

    Examples
    --------
    >>> source_name("ingram2025"), source_name("rendered_audit"), source_name("house")
    ('Ingram et al. 2025', 'Our own audit', 'our own choice')
    """
    if key == "house":
        return words.house
    citation = sources().get(key) or SOURCES.get(key, key)
    who = _FIRST.split(citation, maxsplit=1)[0]
    year = _YEAR.search(key)
    others = " et al." if citation.startswith(f"{who}et al") else ""
    return f"{who.strip()}{others}{f' {year[0]}' if year else ''}"


def source_names(words: Words = ENGLISH) -> dict[str, str]:
    """Return the short name of every source by its key."""
    return {key: source_name(key, words) for key in sources()}
