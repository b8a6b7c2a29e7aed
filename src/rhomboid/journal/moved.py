"""What moved between two judgements of the same set, in words."""

from dataclasses import dataclass

from rhomboid.records_json import Document

Change = tuple[str, str, str]
"""What it is, what it was, what it is now."""


@dataclass(frozen=True, slots=True)
class Moved:
    """How a newer judgement differs from an older one.

    Attributes
    ----------
    exercise
        Its id before and after, if that moved.
    count
        Repetitions before and after.
    verdicts
        The checks whose verdict over the set moved, each with both verdicts.
    rules
        Versions of the rules before and after.
    """

    exercise: tuple[str | None, str | None]
    count: tuple[int, int]
    verdicts: tuple[Change, ...]
    rules: tuple[str, str]

    @property
    def is_moved(self) -> bool:
        """Whether anything differs that a person would notice."""
        return (
            self.exercise[0] != self.exercise[1]
            or self.count[0] != self.count[1]
            or bool(self.verdicts)
        )

    @property
    def sentences(self) -> tuple[str, ...]:
        """Say what moved, one sentence for each thing; nothing if nothing did."""
        said = []
        if self.exercise[0] != self.exercise[1]:
            was, now = (name or "no exercise" for name in self.exercise)
            said.append(f"It was judged as {was}, and is now judged as {now}.")
        if self.count[0] != self.count[1]:
            said.append(f"The count was {self.count[0]}, and is now {self.count[1]}.")
        said += [f"{title}: was {was}, is now {now}." for title, was, now in self.verdicts]
        return tuple(said)


def compare(before: Document, after: Document) -> Moved:
    """Compare two reports of one set, given as plain values.

    Examples
    --------
    >>> old = {"exercise": "deadlift", "count": 5, "findings": [], "versions": {"rules": "1"}}
    >>> compare(old, old | {"count": 6}).sentences
    ('The count was 5, and is now 6.',)
    """
    was, now = _verdicts(before), _verdicts(after)
    verdicts = [
        (title, was.get(check, ("", "not checked"))[1], verdict)
        for check, (title, verdict) in now.items()
        if was.get(check, ("", "not checked"))[1] != verdict
    ]
    verdicts += [
        (title, verdict, "not checked") for check, (title, verdict) in was.items()
        if check not in now
    ]  # fmt: skip
    return Moved(
        exercise=(before["exercise"], after["exercise"]),
        count=(before["count"], after["count"]),
        verdicts=tuple(verdicts),
        rules=(before["versions"]["rules"], after["versions"]["rules"]),
    )


def _verdicts(report: Document) -> dict[str, tuple[str, str]]:
    """Return title and verdict of every check of a set."""
    return {found["check"]: (found["title"], found["verdict"]) for found in report["findings"]}
