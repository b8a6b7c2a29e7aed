"""How right counts and times are, as the field measures it."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

_WITHIN_95 = 1.96


@dataclass(frozen=True, slots=True)
class Counting:
    """How right a number of counts is.

    Attributes
    ----------
    sets
        How many counts.
    exact
        Share that is right.
    within_one
        Share that is off by one at most (off-by-one accuracy, OBO).
    mae
        Mean error as a share of the true count, over sets that have one; NaN
        for none.
    """

    sets: int
    exact: float
    within_one: float
    mae: float


def counting(pairs: Iterable[tuple[int, int]]) -> Counting:
    """Measure counts, each a pair of the true one and the one that was said.

    Examples
    --------
    >>> counting([(10, 10), (10, 9), (5, 2)])
    Counting(sets=3, exact=0.3333333333333333, within_one=0.6666666666666666, mae=0.2333333333333333)
    """  # noqa: E501
    whole = np.asarray(list(pairs), dtype=float).reshape(-1, 2)
    if not len(whole):
        return Counting(0, float("nan"), float("nan"), float("nan"))
    true, off = whole[:, 0], np.abs(whole[:, 1] - whole[:, 0])
    some = true > 0
    mae = float((off[some] / true[some]).mean()) if some.any() else float("nan")
    return Counting(len(whole), float((off == 0).mean()), float((off <= 1).mean()), mae)


@dataclass(frozen=True, slots=True)
class Spread:
    """How far times are off, whichever way: half are within `median`, 95 % within `p95`."""

    number: int
    median: float
    p95: float


def spread(errors: Iterable[float | None]) -> Spread:
    """Measure how far numbers are off; unknown ones are left out.

    Examples
    --------
    >>> spread([-0.1, 0.1, 0.3, None])
    Spread(number=3, median=0.1, p95=0.28)
    """
    size = np.abs(_known(errors))
    if not len(size):
        return Spread(0, float("nan"), float("nan"))
    return Spread(len(size), float(np.median(size)), round(float(np.percentile(size, 95)), 9))


@dataclass(frozen=True, slots=True)
class Agreement:
    """How two ways of measuring agree (Bland & Altman 1986).

    Attributes
    ----------
    bias
        Mean difference.
    low, high
        Limits between which 95 % of the differences lie.
    """

    number: int
    bias: float
    low: float
    high: float


def agreement(errors: Iterable[float | None]) -> Agreement:
    """Measure how differences spread; unknown ones are left out.

    Examples
    --------
    >>> agreement([0.1, 0.1, 0.1]).bias
    0.1
    """
    off = _known(errors)
    if len(off) < 2:
        return Agreement(len(off), float("nan"), float("nan"), float("nan"))
    bias, deviation = round(float(off.mean()), 9), float(off.std(ddof=1))
    return Agreement(len(off), bias, bias - _WITHIN_95 * deviation, bias + _WITHIN_95 * deviation)


def a_minute(number: int, seconds: float) -> float:
    """Return how many there are in a minute; NaN for no time."""
    return 60.0 * number / seconds if seconds else float("nan")


def share(part: float, whole: float) -> float:
    """Return a share; NaN of nothing."""
    return part / whole if whole else float("nan")


def _known(errors: Iterable[float | None]) -> np.ndarray:
    """Return the numbers that are known."""
    return np.asarray([e for e in errors if e is not None], dtype=float)
