"""What to say of a whole set, once its repetitions are judged."""

import hashlib
from collections.abc import Sequence
from dataclasses import replace
from statistics import median

import numpy as np

from rhomboid.catalogue.rules import Check
from rhomboid.catalogue.spec import ExerciseSpec
from rhomboid.coach import words
from rhomboid.coach.checks import SURE, excess, finding
from rhomboid.coach.engine import SetEngine
from rhomboid.motion.view import name_view
from rhomboid.records import Curve, Finding, Rep, SetReport, Verdict, Versions, View
from rhomboid.version import __version__

_SEVERE = 2.0
"""How many margins beyond its limit a fault is worth a word though it came only once. house"""
_MOST_SAID = 3
"""How many faults are said of one set: nobody can mend more at once. house"""
_POOR = 0.6
"""Share of the time below which the count is to be taken with care. house"""

OWN = "+own"
"""Follows the version of rules that were fitted to a person's own posture or aim."""
NO_RULES = "none"
"""Stands for the version of the rules where no exercise was recognised."""


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
    view = name_view(engine.rows[:][:, engine.columns.facing], spec.camera.lying)
    findings = tuple(_over_set(check, spec, reps, view) for check in spec.checks)
    coverage = _coverage(engine)
    return SetReport(
        exercise=spec.id,
        name=spec.exercise.name,
        recognised=recognised,
        reps=tuple(reps),
        attempts=tuple(engine.attempts),
        findings=findings,
        sentences=tuple(sentences(engine, findings, coverage)),
        view=view,
        coverage=coverage,
        duration_s=engine.times_s[-1] - engine.times_s[0] if engine.times_s else 0.0,
        versions=Versions(__version__, model, rules_version(spec)),
        curve=_curve(engine),
        notes=tuple(notes),
    )


def nothing(
    *, duration_s: float, model: str, notes: Sequence[str] = (), seen: bool = True
) -> SetReport:
    """Return the report of a recording in which no exercise was recognised.

    Parameters
    ----------
    seen
        Whether anybody was found in any frame.
    """
    return SetReport(
        exercise=None,
        name="no exercise",
        recognised=True,
        reps=(),
        attempts=(),
        findings=(),
        sentences=(words.nothing_recognised() if seen else words.nobody_seen(),),
        view="unknown",
        coverage=0.0,
        duration_s=duration_s,
        versions=Versions(__version__, model, NO_RULES),
        notes=tuple(notes),
    )


def rules_version(spec: ExerciseSpec) -> str:
    """Return a short name that changes whenever anything in an exercise file does."""
    if spec.own_of:
        return f"{spec.own_of}{OWN}"
    digest = hashlib.sha256(spec.model_dump_json().encode()).hexdigest()
    return f"{spec.id}-{digest[:8]}"


def sentences(engine: SetEngine, findings: Sequence[Finding], coverage: float) -> list[str]:
    """Say what matters of a set, most important first."""
    if not coverage and np.isnan(engine.rows[:]).all():
        return [words.nobody_seen()]
    said = [words.count(engine.spec, len(engine.reps))]
    said += words.attempts(engine.attempts)
    faults = [f for f in findings if f.verdict == "fix"]
    faults.sort(key=lambda f: f.severity != "major")
    said += [_say_fault(f, engine) for f in faults[:_MOST_SAID]]
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


def _say_fault(found: Finding, engine: SetEngine) -> str:
    """Say one fault, with how often it came."""
    one_each = [f for rep in engine.reps for f in rep.findings if f.check == found.check]
    judged = [f for f in one_each if f.value is not None]
    times = sum(f.verdict == "fix" for f in judged)
    doubt = next(check.doubt for check in engine.spec.checks if check.id == found.check)
    return words.fault(found, times, max(len(judged), 1), doubt=doubt)


def _over_set(check: Check, spec: ExerciseSpec, reps: Sequence[Rep], view: View) -> Finding:
    """Sum up one check over a set; no set with a faulty repetition is praised for it."""
    if not reps:
        return finding(check, spec, None, reason=words.no_repetitions())
    if check.at == "set":
        return finding(check, spec, float(len(reps)))
    each = [f for rep in reps for f in rep.findings if f.check == check.id]
    faulty, good = _values(each, "fix"), _values(each, "good")
    if faulty and _counts(check, faulty, seen=sum(f.value is not None for f in each)):
        faulty.sort(key=lambda value: excess(check, value))
        return finding(check, spec, faulty[len(faulty) // 2])
    if not faulty and 2 * len(good) > len(each):
        return finding(check, spec, median(good))
    return _undecided(check, spec, each, view)


def _values(each: Sequence[Finding], verdict: Verdict) -> list[float]:
    """Return what was measured where a check came to one verdict."""
    return [f.value for f in each if f.verdict == verdict and f.value is not None]


def _counts(check: Check, faulty: Sequence[float], *, seen: int) -> bool:
    """Return whether some faulty repetitions make a fault of the set."""
    severe = any(excess(check, value) >= _SEVERE * check.margin for value in faulty)
    return check.severity == "major" or severe or len(faulty) >= 2 or seen <= 2


def _undecided(check: Check, spec: ExerciseSpec, each: Sequence[Finding], view: View) -> Finding:
    """Say why a check came to nothing over a set: faults among good, too little seen, or close."""
    values = [f.value for f in each if f.value is not None]
    unseen = [(f.reason, f.cue) for f in each if f.value is None]
    faulty, good = (len(_values(each, verdict)) for verdict in ("fix", "good"))
    if unseen and not faulty and (2 * good > len(values) or 2 * len(values) <= len(each)):
        reason, help_ = max(unseen, key=unseen.count)
        if check.views and view in check.views and help_ == words.wrong_view(check.views, view)[1]:
            help_ = ""
        told = words.too_few(reason, len(unseen), len(each)) if values else reason
        return finding(check, spec, None, reason=told, help_=help_)
    blank = finding(check, spec, None)
    whole = replace(blank, value=median(values), uncertainty=check.uncertainty)
    close = words.too_close(whole, check.doubt)
    return replace(whole, reason=words.mixed(faulty, len(values)) if faulty else close)


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
