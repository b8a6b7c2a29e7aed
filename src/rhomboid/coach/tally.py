"""What a report comes to for the plan: good repetitions, pauses kept, faults."""

from rhomboid.catalogue.spec import ExerciseSpec
from rhomboid.records import Rep, SetReport
from rhomboid.training.kept import Tally


def tally_of(report: SetReport, spec: ExerciseSpec) -> Tally:
    """Return what a set comes to.

    A repetition is good that has no major fault; what nobody could judge is no fault.

    Examples
    --------
    >>> from rhomboid.catalogue.read import load
    >>> from rhomboid.coach.verdict import nothing
    >>> tally_of(nothing(duration_s=1.0, model="full"), load("deadlift")).good
    0
    """
    pauses = [
        finding.verdict
        for rep in report.reps
        for finding in rep.findings
        if finding.check in {check.id for check in spec.checks if check.times_a_pause}
        and finding.verdict != "not judged"
    ]
    return Tally(
        good=sum(not _is_faulty(rep) for rep in report.reps),
        pauses_kept=sum(verdict == "good" for verdict in pauses),
        pauses_judged=len(pauses),
        holds_s=tuple(rep.hold_s for rep in report.reps if rep.hold_s is not None),
        faults=tuple(
            f.check for f in report.findings if f.verdict == "fix" and f.severity == "major"
        ),
        not_judged=tuple(f.check for f in report.not_judged),
    )


def _is_faulty(rep: Rep) -> bool:
    """Return whether a repetition has a major fault."""
    return any(f.verdict == "fix" and f.severity == "major" for f in rep.findings)
