"""What a page says about a set: every text it shows, and none of its markup."""

import math
from collections.abc import Mapping
from dataclasses import dataclass

from rhomboid.records import Finding, Rep, SetReport, Verdict
from rhomboid.report.quantity import clock, limit, measured, ranges, seconds
from rhomboid.report.words import ENGLISH, Words


@dataclass(frozen=True, slots=True)
class RepRow:
    """One line of the table of repetitions, and what stands under its picture."""

    number: int
    start: str
    turn: str
    end: str
    out: str
    pause: str
    back: str
    side: str
    faults: tuple[str, ...]
    cues: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FindingLine:
    """One check over the set."""

    title: str
    measured: str
    limit: str
    source: str
    cue: str
    reason: str
    where: str


@dataclass(frozen=True, slots=True)
class AttemptLine:
    """One movement that was not counted."""

    start: str
    end: str
    kind: str
    reason: str


@dataclass(frozen=True, slots=True)
class Page:
    """Everything a page says, as text."""

    title: str
    name: str
    recognised: bool
    count: int
    counted: str
    still: str
    one_sided: bool
    reps: tuple[RepRow, ...]
    good: tuple[FindingLine, ...]
    fix: tuple[FindingLine, ...]
    not_judged: tuple[FindingLine, ...]
    attempts: tuple[AttemptLine, ...]
    facts: tuple[tuple[str, str], ...]
    sentences: tuple[str, ...]
    notes: tuple[str, ...]


def page(
    report: SetReport,
    *,
    sources: Mapping[str, str] | None = None,
    recording: str = "",
    words: Words = ENGLISH,
) -> Page:
    """Put a report into words.

    Parameters
    ----------
    sources
        From the key of a source to its citation; a key without one is shown
        as it is.
    recording
        Name of the recording, to be shown; empty for none.
    """
    return Page(
        title=words.title.format(name=_name(report), count=words.count(report.count)),
        name=_name(report),
        recognised=report.exercise is not None,
        count=report.count,
        counted=words.count(report.count),
        still=words.hold_s if is_hold(report) else words.pause_s,
        one_sided=is_one_sided(report),
        reps=tuple(rep_row(rep, words) for rep in report.reps),
        good=_lines(report, "good", sources or {}, words),
        fix=_lines(report, "fix", sources or {}, words),
        not_judged=_lines(report, "not judged", sources or {}, words),
        attempts=attempt_lines(report, words),
        facts=_facts(report, recording, words),
        sentences=report.sentences,
        notes=report.notes,
    )


def _name(report: SetReport) -> str:
    """Return the name of the exercise as it stands at the head of a page."""
    return report.name[:1].upper() + report.name[1:]


def is_hold(report: SetReport) -> bool:
    """Say whether the exercise is a hold."""
    return any(rep.hold_s is not None for rep in report.reps)


def is_one_sided(report: SetReport) -> bool:
    """Say whether one arm worked at a time."""
    return any(rep.side != "both" for rep in report.reps)


def rep_row(rep: Rep, words: Words = ENGLISH) -> RepRow:
    """Put one repetition into words."""
    faults = worst_first(rep.findings)
    return RepRow(
        number=rep.number,
        start=clock(rep.start_s),
        turn=clock(rep.turn_s),
        end=clock(rep.end_s),
        out=seconds(rep.out_s, words),
        pause=seconds(rep.pause_s if rep.hold_s is None else rep.hold_s, words),
        back=seconds(rep.back_s, words),
        side=words.sides[rep.side],
        faults=tuple(fault.title for fault in faults),
        cues=tuple(dict.fromkeys(fault.cue for fault in faults if fault.cue)),
    )


def attempt_lines(report: SetReport, words: Words = ENGLISH) -> tuple[AttemptLine, ...]:
    """Put what was not counted into words."""
    return tuple(
        AttemptLine(
            clock(attempt.start_s),
            clock(attempt.end_s),
            words.attempt_kinds[attempt.kind],
            attempt.reason,
        )
        for attempt in report.attempts
    )


def worst_first(findings: tuple[Finding, ...]) -> list[Finding]:
    """Return what there is to fix, the major things first."""
    faults = (finding for finding in findings if finding.verdict == "fix")
    return sorted(faults, key=lambda finding: finding.severity != "major")


def _lines(
    report: SetReport, verdict: Verdict, sources: Mapping[str, str], words: Words
) -> tuple[FindingLine, ...]:
    """Put the checks that came to one verdict into words."""
    chosen = (finding for finding in report.findings if finding.verdict == verdict)
    ordered = sorted(chosen, key=lambda finding: finding.severity != "major")
    return tuple(_line(finding, report, sources, words) for finding in ordered)


def _line(
    finding: Finding, report: SetReport, sources: Mapping[str, str], words: Words
) -> FindingLine:
    """Put one check into words."""
    house = words.house if finding.source == "house" else finding.source
    return FindingLine(
        title=finding.title,
        measured=measured(finding, words),
        limit=words.good_is.format(limit=limit(finding, words)) if _has_limit(finding) else "",
        source=sources.get(finding.source, house),
        cue=finding.cue,
        reason=finding.reason,
        where=_where(finding, report, words),
    )


def _has_limit(finding: Finding) -> bool:
    """Say whether there is a limit to name."""
    return finding.good_from is not None or finding.good_to is not None


def _where(finding: Finding, report: SetReport, words: Words) -> str:
    """Say in which repetitions there was something to fix; empty for other verdicts."""
    if finding.verdict != "fix":
        return ""
    numbers = [
        rep.number
        for rep in report.reps
        if any(f.check == finding.check and f.verdict == "fix" for f in rep.findings)
    ]
    if not numbers:
        return ""
    if len(numbers) == report.count > 1:
        return words.all_reps
    told = words.in_one_rep if len(numbers) == 1 else words.in_reps
    return told.format(numbers=ranges(numbers))


def _facts(report: SetReport, recording: str, words: Words) -> tuple[tuple[str, str], ...]:
    """Return what is to be known of the recording, each with its name."""
    chosen = words.by_rhomboid if report.recognised else words.by_person
    share = words.unknown
    if math.isfinite(report.coverage):
        share = words.coverage_share.format(percent=round(100 * report.coverage))
    made = report.versions
    versions = words.version_line.format(rhomboid=made.rhomboid, model=made.model, rules=made.rules)
    facts = (
        (words.recording, recording),
        (words.chosen, chosen.format(name=report.name) if report.exercise else report.name),
        (words.view, words.views[report.view]),
        (words.coverage, share),
        (words.duration, clock(report.duration_s)),
        (words.versions, versions),
    )
    return tuple((name, value) for name, value in facts if value)
