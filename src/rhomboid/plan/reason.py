"""Why something is as it is: a code for programs, words for people, and a source."""

from dataclasses import dataclass
from typing import Literal

Topic = Literal[
    "day", "exercise", "gear", "load", "repetitions", "sets", "effort", "rest", "tempo",
    "hold", "warm_up", "care", "time",
]  # fmt: skip
"""What a reason is about."""


@dataclass(frozen=True, slots=True)
class Reason:
    """One reason.

    Attributes
    ----------
    about
        What it explains.
    code
        The same for the same rule, whatever the numbers.
    words
        One or two plain sentences.
    source
        Key of sources.toml, or ``house`` for our own choice.
    """

    about: Topic
    code: str
    words: str
    source: str
