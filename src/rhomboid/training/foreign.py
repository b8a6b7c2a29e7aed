"""Exercises that came with an import and that we have no file of: they keep their own names."""

FOREIGN = "other:"
"""With this the id of such an exercise begins; its own name follows."""


def is_foreign(exercise: str | None) -> bool:
    """Say whether an id is that of an exercise we have no file of.

    Examples
    --------
    >>> is_foreign("other:Bench Press"), is_foreign("deadlift"), is_foreign(None)
    (True, False, False)
    """
    return exercise is not None and exercise.startswith(FOREIGN)
