"""What to say of a whole set, once its repetitions are judged."""

import hashlib
from collections.abc import Sequence
from statistics import median

import numpy as np

from rhomboid.catalogue.spec import Check, ExerciseSpec
from rhomboid.coach import words
from rhomboid.coach.checks import SURE, excess, finding, unit_of
from rhomboid.coach.engine import SetEngine
from rhomboid.motion.view import name_view
from rhomboid.records import Curve, Finding, Rep, SetReport, Versions
from rhomboid.version import __version__

_SEVERE = 2.0
"""How many margins beyond its limit a fault is worth a word though it came only once. house"""
_MOST_SAID = 3
_POOR = 0.6
"""Share of the time below which the count is to be taken with care. house"""


def report(
    engine: SetEngine, *, model: str, recognised: bool, notes: Sequence[str] = ()
) -> SetReport:
    """Return the report of a finished set.

    Parameters
    ----------
    engine
        After its last frame.
    model
        Name of what found the joints.
    recognised
        Whether the exercise was recognised rather than given.
    notes
        Remarks on the recording.
    """
    spec, reps = engine.spec, engine.reps
    findings = tuple(_over_set(check, spec, reps) for check in spec.checks)
    coverage = _coverage(engine)
    rows = engine.stretch(0, len(engine.rows))
    turned = rows.values[:, engine.columns.facing] if len(engine.rows) else np.empty((0, 2))
    return SetReport(
        exercise=spec.id,
        name=spec.exercise.name,
        recognised=recognised,
        reps=tuple(reps),
        attempts=tuple(engine.attempts),
        findings=findings,
        sentences=tuple(sentences(engine, findings, coverage)),
        view=name_view(turned, spec.camera.lying),
        coverage=coverage,
        duration_s=engine.times_s[-1] - engine.times_s[0] if engine.times_s else 0.0,
        versions=Versions(__version__, model, rules_version(spec)),
        curve=_curve(engine),
        notes=tuple(notes),
    )


def nothing(*, duration_s: float, model: str, notes: Sequence[str] = ()) -> SetReport:
    """Return the report of a recording in which no exercise was recognised."""
    return SetReport(
        exercise=None,
        name="no exercise",
        recognised=True,
        reps=(),
        attempts=(),
        findings=(),
        sentences=(words.nothing_recognised(),),
        view="unknown",
        coverage=0.0,
        duration_s=duration_s,
        versions=Versions(__version__, model, "none"),
        notes=tuple(notes),
    )


def rules_version(spec: ExerciseSpec) -> str:
    """Return a short name that changes whenever anything in an exercise file does."""
    digest = hashlib.sha256(spec.model_dump_json().encode()).hexdigest()
    return f"{spec.id}-{digest[:8]}"


def sentences(engine: SetEngine, findings: Sequence[Finding], coverage: float) -> list[str]:
    """Say what matters of a set, most important first."""
    said = [words.count(engine.spec, len(engine.reps))]
    said += words.attempts(engine.attempts)
    faults = [f for f in findings if f.verdict == "fix"]
    faults.sort(key=lambda f: f.severity != "major")
    said += [_say_fault(f, engine.reps) for f in faults[:_MOST_SAID]]
    good = [f for f in findings if f.verdict == "good"]
    if good:
        said.append(words.praise(good))
    if engine.reps:
        unjudged = [f for f in findings if f.verdict == "not judged"]
        if unjudged:
            said.append(words.unjudged(unjudged, len(findings)))
        if coverage < _POOR:
            said.append(words.poorly_seen(coverage))
    return said


def _say_fault(found: Finding, reps: Sequence[Rep]) -> str:
    """Say one fault, with how often it came."""
    one_each = [f for rep in reps for f in rep.findings if f.check == found.check]
    judged = [f for f in one_each if f.value is not None]
    return words.fault(found, sum(f.verdict == "fix" for f in judged), max(len(judged), 1))


def _over_set(check: Check, spec: ExerciseSpec, reps: Sequence[Rep]) -> Finding:
    """Sum up one check over a set."""
    if check.at == "set":
        return finding(
            check, spec, float(len(reps)) if reps else None, reason=words.no_repetitions()
        )
    each = [f for rep in reps for f in rep.findings if f.check == check.id]
    values = [f.value for f in each if f.value is not None]
    if not values:
        if not each:
            return finding(check, spec, None, reason=words.no_repetitions())
        return finding(check, spec, None, reason=each[0].reason, help_=each[0].cue)
    faulty = [f.value for f in each if f.verdict == "fix" and f.value is not None]
    severe = [v for v in faulty if excess(check, v) >= _SEVERE * check.margin]
    if severe or len(faulty) >= 2 or (faulty and len(values) <= 2):
        return finding(check, spec, median(faulty))
    good = [f.value for f in each if f.verdict == "good" and f.value is not None]
    if 2 * len(good) > len(each):
        return finding(check, spec, median(good))
    return Finding(
        check=check.id, title=check.title, verdict="not judged", value=median(values),
        uncertainty=check.uncertainty, unit=unit_of(check, spec), good_from=check.at_least,
        good_to=check.at_most, source=check.source, reason=words.too_close(),
        severity=check.severity,
    )  # fmt: skip


def _coverage(engine: SetEngine) -> float:
    """Return the share of frames in which all needed joints were seen."""
    if not len(engine.surety):
        return 0.0
    needs = engine.surety[:][:, engine.columns.needs]
    return round(float((needs >= SURE).mean()), 3)


def _curve(engine: SetEngine) -> Curve:
    """Return the counting signal over time."""
    spec = engine.spec
    values = engine.rows[:][:, engine.columns.rep].round(4).tolist()
    return Curve(
        title=spec.rep.title,
        unit=spec.signals[spec.rep.signal].unit,
        times_s=tuple(engine.times_s),
        values=tuple(v if v == v else None for v in values),
    )
