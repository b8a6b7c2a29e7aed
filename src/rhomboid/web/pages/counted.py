"""What a camera counted, as it is kept."""

from dataclasses import replace

from rhomboid.catalogue.read import load
from rhomboid.coach.tally import tally_of
from rhomboid.records import SetReport
from rhomboid.training.kept import KeptSet


def counted_anew(kept: KeptSet, report: SetReport) -> KeptSet:
    """Return a set with the count, the longest hold and the side of a report."""
    holds_s = [rep.hold_s for rep in report.reps if rep.hold_s is not None]
    sides = {rep.side for rep in report.reps}
    return replace(
        kept,
        exercise=report.exercise,
        counted=report.count,
        hold_s=round(max(holds_s), 1) if holds_s else None,
        side=sides.pop() if len(sides) == 1 else "both",
        tally=tally_of(report, load(report.exercise)) if report.exercise else None,
    )
