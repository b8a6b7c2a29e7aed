"""What went wrong in a run, case by case, with how to see each again."""

from collections import Counter, defaultdict
from collections.abc import Iterable

from benchmarks.lab.examine import Outcome
from benchmarks.lab.findings import praised, wrong
from benchmarks.lab.results import NAMED, Results, said_by
from benchmarks.peers.counters import COUNTERS

_MOST = 12
"""So many wrong findings of one check are shown."""
_WORST = 8
"""So many of the worst times of each kind are shown."""


def lines(all_: Results) -> Iterable[str]:
    """Yield all failures in words."""
    yield "To see a case again: from pathlib import Path"
    yield "                     from benchmarks.lab import drawn, samples, tables"
    for outcome in all_.outcomes:
        yield from _counts(outcome)
    yield from _by_fault(all_)
    yield from _said(all_)
    yield from _praised(all_)
    yield from _guessed(all_)
    yield from _late(all_)


def _counts(outcome: Outcome) -> Iterable[str]:
    """Yield what was counted wrongly in one case."""
    wrongs = [f"{name}: {number}" for name, number in outcome.others.items() if number]
    if wrongs:
        yield f"{outcome.name}: counted where there is none: {', '.join(wrongs)}"
        yield f"    {outcome.what}\n    {outcome.again}"
    if outcome.count is None:
        return
    named = outcome.named is not None and outcome.named.count != outcome.count
    lost = bool(outcome.count) and outcome.recognised_as != outcome.exercise
    if named or lost:
        yield _line(outcome)


def _line(outcome: Outcome) -> str:
    """Say what was counted, beside what there is."""
    reasons = "; ".join(dict.fromkeys(outcome.named.reasons if outcome.named else ()))
    peers = ", ".join(f"{name} {said_by(outcome, name)}" for name in COUNTERS)
    return (
        f"{outcome.name} ({outcome.exercise}, {outcome.view}"
        f"{'' if outcome.supported else ', other view'}): {outcome.count} true, "
        f"{said_by(outcome, NAMED)} named, {outcome.recognised} as {outcome.recognised_as}"
        f" [{peers}]\n    {outcome.what}\n    {outcome.again}\n    {reasons}"
    )


def _by_fault(all_: Results) -> Iterable[str]:
    """Yield how many drawn sets are counted wrongly, by exercise and fault."""
    sets, wrongs = (
        Counter(
            (o.exercise or "", o.fault or "no fault") for o in all_.of("drawn").outcomes if so(o)
        )
        for so in (bool, lambda o: said_by(o, NAMED) != o.count)
    )
    for (exercise, fault), number in wrongs.most_common():
        yield f"{exercise}, {fault}: {number} of {sets[exercise, fault]} sets counted wrongly"


def _said(all_: Results) -> Iterable[str]:
    """Yield wrong findings, by exercise and check."""
    by_check: dict[tuple[str, str], list[str]] = defaultdict(list)
    for outcome in all_.outcomes:
        for said in wrong(outcome.named.said if outcome.named else ()):
            by_check[(outcome.exercise or "", said.check)].append(
                f"{said.truth}→{said.verdict} {_values(said.value)} measured"
                f" {_values([said.measured])}"
                f" ({outcome.name} rep {said.rep}, {outcome.view})"
            )
    for (exercise, check), shown in sorted(by_check.items(), key=lambda item: -len(item[1])):
        yield f"{exercise}.{check}: {len(shown)} wrong"
        yield from (f"    {line}" for line in shown[:_MOST])


def _values(values: Iterable[float | None]) -> str:
    """Write values."""
    return "/".join("?" if value is None else f"{value:.3g}" for value in values)


def _praised(all_: Results) -> Iterable[str]:
    """Yield the pauses that were called long enough and were far too short."""
    for outcome in all_.outcomes:
        for pause in outcome.named.pauses if outcome.named else ():
            if praised([pause])[0]:
                yield (
                    f"{outcome.exercise}: a pause of {pause.true_s:.2f} s passes as"
                    f" {pause.asked_s:g} s ({outcome.name}, {outcome.view})"
                )


def _guessed(all_: Results) -> Iterable[str]:
    """Yield what was said of checks that nobody could judge, by exercise and check."""
    guessed = Counter(
        (o.exercise, check, o.view, verdict)
        for o in all_.outcomes
        for check, verdict in (o.named.unseen if o.named else ())
        if verdict != "not judged"
    )
    for (exercise, check, view, verdict), number in guessed.most_common():
        yield f"{exercise}.{check} from {view}: {number} × “{verdict}”, though nobody can see it"


def _late(all_: Results) -> Iterable[str]:
    """Yield the times that are furthest off."""
    for kind in ("start_s", "turn_s", "end_s", "pause_s"):
        off = [
            (getattr(times, kind), o.exercise, o.name, number)
            for o in all_.outcomes
            for number, times in enumerate(o.named.times if o.named else (), start=1)
            if getattr(times, kind) is not None
        ]
        if off:
            yield f"worst {kind}:"
        for seconds, exercise, name, number in sorted(off, key=lambda t: -abs(t[0]))[:_WORST]:
            yield f"    {seconds:+.2f} {exercise}, {name}, match {number}"
