"""Times, measured values and limits, written so that a person can read them."""

import math
from collections.abc import Iterable

from rhomboid.coach.words import number, unit_called
from rhomboid.records import Finding
from rhomboid.report.words import ENGLISH, Words


def clock(time_s: float) -> str:
    """Return a moment as minutes and seconds.

    Examples
    --------
    >>> clock(2.84), clock(59.97), clock(754.2)
    ('0:02.8', '1:00.0', '12:34.2')
    """
    if not math.isfinite(time_s):
        return ENGLISH.unknown
    tenths = round(max(time_s, 0.0) * 10)
    return f"{tenths // 600}:{tenths % 600 // 10:02d}.{tenths % 10}"


def seconds(duration_s: float | None, words: Words = ENGLISH) -> str:
    """Return a length of time in seconds with one decimal, without the unit.

    Examples
    --------
    >>> seconds(3.14159), seconds(None)
    ('3.1', '–')
    """
    if duration_s is None or not math.isfinite(duration_s):
        return words.unknown
    return f"{abs(duration_s) if abs(duration_s) < 0.05 else duration_s:.1f}"


def amount(value: float, unit: str, words: Words = ENGLISH) -> str:
    """Return a number with its unit, with as many decimals as the unit deserves.

    Examples
    --------
    >>> amount(41.7, "deg"), amount(3.04, "s"), amount(0.127, "trunk")
    ('42°', '3.0 s', '13 % of your trunk')
    """
    return _digits(value, unit, words) + _unit(unit, words)


def measured(finding: Finding, words: Words = ENGLISH) -> str:
    """Return what was measured and how far it may be off; empty if nothing was.

    Examples
    --------
    >>> measured(Finding("p", "Pause", "fix", 1.24, 0.2, "s", 3.0, None, "house"))
    '1.2 ± 0.2 s'
    """
    if finding.value is None or not math.isfinite(finding.value):
        return ""
    unit = _unit(finding.unit, words)
    value = _digits(finding.value, finding.unit, words)
    if finding.uncertainty is None or not math.isfinite(finding.uncertainty):
        return value + unit
    return f"{value} ± {_digits(finding.uncertainty, finding.unit, words)}{unit}"


def limit(finding: Finding, words: Words = ENGLISH) -> str:
    """Return the limits of what is good, in words.

    Examples
    --------
    >>> limit(Finding("p", "Pause", "fix", 1.24, 0.2, "s", 3.0, None, "house"))
    'at least 3.0 s'
    """
    low, high, unit = finding.good_from, finding.good_to, finding.unit
    if low is not None and high is not None:
        return words.between.format(low=_digits(low, unit, words), high=amount(high, unit, words))
    if low is not None:
        return words.at_least.format(low=amount(low, unit, words))
    if high is not None:
        return words.at_most.format(high=amount(high, unit, words))
    return words.any_value


def ranges(numbers: Iterable[int]) -> str:
    """Return numbers with neighbours drawn together.

    Examples
    --------
    >>> ranges([1, 2, 3, 5, 8, 9])
    '1–3, 5, 8, 9'
    """
    runs: list[list[int]] = []
    for one in sorted(set(numbers)):
        if runs and one == runs[-1][-1] + 1:
            runs[-1].append(one)
        else:
            runs.append([one])
    return ", ".join(
        f"{run[0]}–{run[-1]}" if len(run) > 2 else ", ".join(map(str, run)) for run in runs
    )


def _unit(unit: str, words: Words) -> str:
    """Return a unit as it stands behind a number; one without a word stands as it is."""
    return words.units.get(unit, unit_called(unit).suffix)


def _digits(value: float, unit: str, words: Words) -> str:
    """Return a number with as many decimals as its unit deserves."""
    if not math.isfinite(value):
        return words.unknown
    return number(value, unit)
