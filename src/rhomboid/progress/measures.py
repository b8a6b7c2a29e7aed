"""Each measure of an exercise as a chart, or None where nothing is known of it."""

from collections import Counter
from collections.abc import Mapping
from datetime import date

from rhomboid.catalogue.spec import ExerciseSpec
from rhomboid.coach.words import unit_called
from rhomboid.journal.trends import Trend
from rhomboid.plan.strength import Strength, estimate
from rhomboid.progress.buckets import Buckets, leading
from rhomboid.progress.chart import Chart, Point, digits
from rhomboid.progress.trend import length
from rhomboid.training.load import POUND_KG

Shares = Mapping[date, tuple[int, int, int]]
"""How many were good, to fix and not judged, by week."""


def loads(told: Buckets, *, pounds: bool) -> Chart | None:
    """Return the heaviest load of each week, on the scale that most sets had."""
    words = told.words
    axes: Counter[str] = Counter()
    for row in told.rows:
        if row.load_axis not in (None, "none"):
            axes[row.load_axis] += row.sets
    if not axes:
        return None
    axis = axes.most_common(1)[0][0]
    shown, times = _weight(axis, pounds=pounds)
    rows = (row for row in told.rows if row.load_axis == axis and row.load is not None)
    points = leading(
        Point(start, max(row.load or 0.0 for row in group) * times, kind)
        for (start, kind), group in told.put_together(rows, apart=True).items()
    )
    unit = words.load_units[shown]
    meaning = words.load_meaning.format(bucket=told.bucket)
    return Chart(
        "load",
        words.load_title,
        words.load_axes[shown],
        told.trend(words.load_what_axis[shown], points, lambda v: digits(v, 1) + unit),
        f"{meaning} {words.load_other}" if len(axes) > 1 else meaning,
        points,
        kinds=(words.camera, words.hand),
        unit=unit,
        by_month=told.by_month,
    )


def strength(told: Buckets, exercise: str, *, pounds: bool) -> Chart | None:
    """Return the estimated one-repetition maximum, where an equation holds."""
    words = told.words
    shown, times = _weight("kg", pounds=pounds)
    best: dict[date, Strength] = {}
    for row in told.rows:
        guess = estimate(exercise, row.load or 0.0, row.most or 0)
        start = told.start(row.key)
        if guess and (start not in best or guess.kg > best[start].kg):
            best[start] = guess
    if not best:
        return None
    points = tuple(
        Point(start, g.kg * times, int(g.quality == "rough"), g.low_kg * times, g.high_kg * times)
        for start, g in sorted(best.items())
    )
    last, unit = points[-1], words.load_units[shown]
    return Chart(
        "strength",
        words.strength_title,
        words.load_axes[shown],
        words.strength_says.format(
            name=told.name,
            bucket=told.bucket,
            low=digits(last.low or 0.0, 0),
            high=digits(last.high or 0.0, 0) + unit,
            rough=words.strength_rough if last.kind else "",
        ),
        words.strength_meaning,
        points,
        shape="range",
        kinds=(words.fair, words.rough),
        unit=unit,
        digits=0,
        by_month=told.by_month,
    )


def repetitions(told: Buckets) -> Chart | None:
    """Return how many repetitions there were, and how many a camera found without major fault."""
    words = told.words
    if not told.rows:
        return None
    points: list[Point] = []
    for (start, _), group in sorted(told.put_together(told.rows).items()):
        watched = sum(row.total for row in group if row.watched)
        good = min(sum(row.good or 0 for row in group if row.watched), watched)
        by_hand = sum(row.total for row in group if not row.watched)
        points += _stacked(start, (good, watched - good, by_hand))
    return Chart(
        "repetitions",
        words.reps_title,
        words.reps_title,
        _repetitions_said(told),
        words.reps_meaning.format(
            bucket=told.bucket, unfinished=words.not_over(by_month=told.by_month)
        ),
        tuple(points),
        shape="bars",
        scale="zero",
        kinds=words.reps_kinds,
        digits=0,
        by_month=told.by_month,
    )


def _stacked(start: date, parts: tuple[int, ...]) -> list[Point]:
    """Put the parts of a bar on top of each other, empty ones left out."""
    points, below = [], 0
    for kind, part in enumerate(parts):
        if part:
            points.append(Point(start, part, kind, below, below + part))
            below += part
    return points


def _repetitions_said(told: Buckets) -> str:
    """Say how many repetitions there were."""
    words, rows = told.words, told.rows
    first = min(row.key for row in rows)
    said = words.reps_says.format(
        total=sum(row.total for row in rows),
        sets=words.sets(sum(row.sets for row in rows)),
        time=length(first, told.last, words),
    )
    counted = sum(row.counted or 0 for row in rows)
    by_hand = sum(row.total for row in rows if not row.watched)
    if counted:
        good = sum(row.good or 0 for row in rows)
        said += words.reps_good.format(counted=counted, good=good)
    return said + (words.reps_hand.format(hand=by_hand) if by_hand else "") + "."


def holds(told: Buckets) -> Chart | None:
    """Return the longest hold of each week."""
    words = told.words
    rows = (row for row in told.rows if row.hold_s is not None)
    points = leading(
        Point(start, max(row.hold_s or 0.0 for row in group), kind)
        for (start, kind), group in told.put_together(rows, apart=True).items()
    )
    if not points:
        return None
    unit = words.load_units["seconds"]
    return Chart(
        "hold",
        words.hold_title,
        words.load_axes["seconds"],
        told.trend(words.hold_what, points, lambda v: digits(v, 0) + unit),
        words.hold_meaning.format(bucket=told.bucket),
        points,
        scale="zero",
        kinds=(words.camera, words.hand),
        unit=unit,
        digits=0,
        by_month=told.by_month,
    )


def ranges(told: Buckets, spec: ExerciseSpec | None) -> Chart | None:
    """Return the typical range of the counting signal; None where signals take turns."""
    words = told.words
    if spec is None or spec.rep.by_height is not None:
        return None
    unit = unit_called(spec.signals[spec.rep.signal].unit)
    rows = (row for row in told.rows if row.spans and row.watched)
    points = tuple(
        Point(start, unit.times * sum(r.span or 0.0 for r in group) / sum(r.spans for r in group))
        for (start, _), group in sorted(told.put_together(rows).items())
    )
    if not points:
        return None
    percent = unit.times == 100.0
    suffix = " %" if percent else unit.suffix
    return Chart(
        "range",
        words.span_title,
        words.span_percent if percent else spec.rep.title,
        told.trend(words.span_what, points, lambda v: digits(v, unit.digits) + unit.suffix),
        words.span_meaning.format(signal=spec.rep.title, bucket=told.bucket),
        points,
        kinds=(words.camera,),
        unit=suffix,
        digits=unit.digits,
        by_month=told.by_month,
    )


def form(told: Buckets, shares: Shares, *, cut: bool) -> Chart | None:
    """Return the share of everything a camera judged that was good."""
    words = told.words
    judged = sum(good + fix for good, fix, _ in shares.values())
    blind = sum(one[2] for one in shares.values())
    if not judged:
        return None
    share = f"{digits(100 * blind / (judged + blind), 0)} %"
    meaning = words.form_meaning.format(share=share)
    return _shared(told, "form", shares, meaning, cut=cut)


def pauses(told: Buckets, shares: Shares, *, cut: bool) -> Chart | None:
    """Return the share of the pauses a camera could time that were long enough."""
    meaning = told.words.pause_meaning.format(shown="").strip()
    return _shared(told, "pause", shares, meaning, cut=cut)


def _shared(told: Buckets, what: str, shares: Shares, meaning: str, *, cut: bool) -> Chart | None:
    """Return a chart of shares that were good; weeks in which nothing was judged are empty."""
    words = told.words
    points = tuple(
        Point(start, 100 * good / (good + fix))
        for start, (good, fix, _) in told.pooled(shares).items()
        if good + fix
    )
    if not points:
        return None
    title, subject = (
        (words.form_title, words.form_what) if what == "form"
        else (words.pause_title, words.pause_what)
    )  # fmt: skip
    return Chart(
        what,
        title,
        words.percent,
        told.trend(subject, points, lambda v: digits(v, 0) + " %"),
        f"{meaning} {words.form_year}" if cut else meaning,
        points,
        scale="hundred",
        kinds=(words.camera,),
        unit=" %",
        digits=0,
        by_month=told.by_month,
    )


def pains(told: Buckets) -> Chart | None:
    """Return the worst pain of each week, where anything was said."""
    words = told.words
    rows = [row for row in told.rows if row.pains]
    points = tuple(
        Point(start, max(row.pain or 0 for row in group))
        for (start, _), group in sorted(told.put_together(rows).items())
    )
    if not points:
        return None
    return Chart(
        "pain",
        words.pain_title,
        words.pain_axis,
        pain_said(told, rows),
        words.pain_meaning.format(bucket=told.bucket),
        points,
        scale="ten",
        kinds=(words.said,),
        digits=0,
        by_month=told.by_month,
    )


def pain_said(told: Buckets, rows: list[Trend]) -> str:
    """Say how often pain was noted, and the worst."""
    words = told.words
    pained, asked = sum(row.pained for row in rows), sum(row.pains for row in rows)
    if not pained:
        return words.pain_none.format(asked=words.sets(asked))
    worst = max(row.pain or 0 for row in rows)
    return words.pain_says.format(pained=pained, asked=words.sets(asked), worst=worst)


def _weight(axis: str, *, pounds: bool) -> tuple[str, float]:
    """Return the scale on which a load is shown, and by what it is multiplied."""
    return ("lb", 1 / POUND_KG) if axis == "kg" and pounds else (axis, 1.0)
