"""What is said of pain: the pain-monitoring rule, on its careful side.

Thomee 1997 and Silbernagel 2007 built it for knees and Achilles tendons: up to 2
is safe, 3 to 5 asks for care, above 5 is too much. For backs and shoulders it is
a guess, so nothing here ever says that pain is fine.
"""

from dataclasses import dataclass
from typing import Literal

from rhomboid.web.pages.words import ENGLISH, Words

_CARE, _STOP = 3, 6


@dataclass(frozen=True, slots=True)
class Said:
    """An answer, and how loud it is."""

    kind: Literal["stop", "caution"]
    title: str
    text: str


def pain_said(pain: int | None, words: Words = ENGLISH) -> Said | None:
    """Return what to say of pain from 0 to 10; None where there is nothing to say.

    Examples
    --------
    >>> pain_said(6).kind, pain_said(3).kind, pain_said(2)
    ('stop', 'caution', None)
    """
    if pain is None or pain < _CARE:
        return None
    if pain < _STOP:
        return Said("caution", words.pain_caution_title, words.pain_caution)
    return Said("stop", words.pain_stop_title, words.pain_stop)
