"""What a row of values did, in one sentence that is true of its first and last."""

from collections.abc import Callable, Sequence
from datetime import date

from rhomboid.progress.chart import digits
from rhomboid.progress.words import ENGLISH, Words

_WEEK, _MONTH, _YEAR = 7, 365.25 / 12, 365.25
_WEEKS, _MONTHS = 26, 24
"""Up to so many weeks and months a span is told in weeks and months."""

Value = tuple[date, float]


def trend(
    what: str,
    values: Sequence[Value],
    say: Callable[[float], str],
    *,
    by_month: bool = False,
    words: Words = ENGLISH,
) -> str:
    """Say what a row of values did between its first and its last.

    Parameters
    ----------
    what
        The subject of the sentence.
    values
        In order of time, at least one.
    say
        How a value is said, with its unit. Values that are said alike count as equal.

    Examples
    --------
    >>> rows = [(date(2026, 1, 5), 30.0), (date(2026, 3, 30), 37.5)]
    >>> trend("Your row", rows, lambda kg: f"{kg:g} kg")
    'Your row went from 30 kg to 37.5 kg in 12 weeks.'
    """
    bucket = words.month if by_month else words.week
    first, last = say(values[0][1]), say(values[-1][1])
    time = length(values[0][0], values[-1][0], words)
    if len(values) == 1:
        return words.once.format(what=what, last=last, bucket=bucket)
    if first != last:
        return words.went.format(what=what, first=first, last=last, time=time)
    numbers = [value for _, value in values]
    low, high = say(min(numbers)), say(max(numbers))
    if low == high:
        return words.stayed.format(what=what, last=last, time=time)
    return words.back.format(what=what, last=last, time=time, low=low, high=high)


def length(first: date, last: date, words: Words = ENGLISH) -> str:
    """Return how much time lies between two days.

    Examples
    --------
    >>> length(date(2026, 1, 5), date(2026, 3, 30)), length(date(2016, 1, 4), date(2026, 1, 5))
    ('12 weeks', '10 years')
    """
    days = (last - first).days
    weeks = max(1, round(days / _WEEK))
    if weeks == 1:
        return words.one_week
    if weeks <= _WEEKS:
        return words.weeks.format(n=weeks)
    months = round(days / _MONTH)
    if months <= _MONTHS:
        return words.some_months.format(n=months)
    return words.years.format(n=digits(days / _YEAR, 1))
