"""Which words fit a moment of a live set: few, one thing at a time, never twice in a row.

It hears what happened and answers with what to say. How loud, and whether at
all, is the speaker's affair.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

from rhomboid.catalogue.spec import ExerciseSpec
from rhomboid.coach import spoken
from rhomboid.coach.live import Event, NotCounted, PhaseChanged, RepDone, SightChanged
from rhomboid.coach.words import in_sentence
from rhomboid.records import Finding, Rep, Side

SayKind = Literal["hint", "count", "hold", "cue", "praise", "set"]

_AGAIN_REPS = 3
"""After how many repetitions a cue may be said again. house"""
_HABIT = 2
"""In how many repetitions a minor fault must have shown (evidence.md 4: two, or a severe one)."""
_LATELY = 3
"""Among how many of the last. house"""
_QUIET_S = 10.0
"""How long a hint is not said again. house"""
_LONG_S = 10.0
"""From which length on a pause is a hold, counted down in tens. house"""
_LAST_S = 5
"""The last seconds of a hold are counted one by one. house"""
_TENS_S = 10
_PAUSE_S = 2.0
"""A pause shorter than this is over before it is counted down. house"""
_LAST_REPS = 2
_OTHER: Mapping[Side, Side] = MappingProxyType({"left": "right", "right": "left"})


@dataclass(frozen=True, slots=True)
class Say:
    """Something to say.

    Attributes
    ----------
    urgent
        Whether it must be said at once or not at all.
    """

    text: str
    kind: SayKind
    urgent: bool = False


@dataclass(frozen=True, slots=True)
class Target:
    """What a set aims at; None for what is left open.

    Attributes
    ----------
    repetitions
        On each side, where one arm works at a time.
    pause_s
        How long the far end is to be held.
    """

    repetitions: int | None = None
    pause_s: float | None = None

    @classmethod
    def of(cls, spec: ExerciseSpec) -> "Target":
        """Return what a beginner aims at: the lower end of what the exercise file asks for.

        A pause is to last until the camera, too, is sure that it was long enough.
        """
        dose = spec.prescription
        held_s = dose.hold_s[0] if dose.hold_s else dose.tempo.pause_s
        return cls.meant(spec, dose.repetitions[0], held_s)

    @classmethod
    def meant(cls, spec: ExerciseSpec, repetitions: int, held_s: float) -> "Target":
        """Return what a plan aims at; a pause lasts until the camera, too, is sure of it."""
        sure_s = [c.at_least + c.doubt for c in spec.checks if c.times_a_pause and c.at_least]
        return cls(repetitions, max([held_s, *sure_s]) or None)


class Voice:
    """Chooses what to say.

    Parameters
    ----------
    spec
        The exercise.
    target
        What the set aims at.
    """

    def __init__(self, spec: ExerciseSpec, target: Target) -> None:
        self._spec = spec
        self._target = target
        self._reps: list[Rep] = []
        self._cued: dict[tuple[str, Side], int] = {}
        self._waiting: tuple[Finding, Side] | None = None
        self._extra: Counter[Side] = Counter()
        self._hinted_s: dict[str, float] = {}
        self._lost = False

    def hear(self, event: Event) -> list[Say]:
        """Take in what happened; return what to say of it, in order."""
        match event:
            case RepDone(rep=rep):
                return self._after(rep)
            case NotCounted(attempt=attempt) if attempt.kind == "partial":
                return self._hint(spoken.too_small(), attempt.end_s)
            case SightChanged(seen=seen, time_s=time_s):
                return self._sight(seen=seen, time_s=time_s)
            case PhaseChanged() | _:
                return []

    def _after(self, rep: Rep) -> list[Say]:
        """Return what to say when a repetition is complete."""
        self._reps.append(rep)
        done = self._done_on(rep.side)
        said = [Say(spoken.count(done), "count"), *self._progress(done, rep.side)]
        comment = self._praise(rep) or self._cue(rep)
        return [*said, comment] if comment and not self._is_complete(done) else said

    def correct(self, by: int) -> None:
        """Take note that the person added or took away one, on the side that works."""
        self._extra[self._reps[-1].side if self._reps else "both"] += by

    def _done_on(self, side: Side) -> int:
        """Return how many are done, on this side where one arm works at a time."""
        if not self._spec.prescription.per_side:
            return max(0, len(self._reps) + self._extra.total())
        return max(0, sum(rep.side == side for rep in self._reps) + self._extra[side])

    def _is_complete(self, done: int) -> bool:
        """Return whether the target is reached."""
        return self._target.repetitions is not None and done >= self._target.repetitions

    def _progress(self, done: int, side: Side) -> list[Say]:
        """Return how far the set has got, where that is worth a word."""
        goal = self._target.repetitions
        if goal is None or done > goal:
            return []
        if done == goal:
            return [self._complete(done, side)]
        if goal - done <= _LAST_REPS and goal > _LAST_REPS:
            return [Say(spoken.left(goal - done), "count")]
        halfway = 2 * done == goal and goal > 2 * _LAST_REPS
        return [Say(spoken.halfway(), "count")] if halfway else []

    def _complete(self, done: int, side: Side) -> Say:
        """Say that a side, or the set, is complete."""
        other = _OTHER.get(side)
        if self._spec.prescription.per_side and other and self._done_on(other) < done:
            return Say(spoken.other_side(), "set")
        number = max(0, len(self._reps) + self._extra.total())
        was_good = not any(
            f.verdict == "fix" and f.severity == "major" for r in self._reps for f in r.findings
        )
        return Say(spoken.done(number, hold=self._spec.rep.hold, was_good=was_good), "set")

    def _cue(self, rep: Rep) -> Say | None:
        """Return the one thing to change next, if there is one that was not said just now."""
        lately = self._reps[-_LATELY:]
        for found in sorted(rep.findings, key=lambda f: f.severity != "major"):
            if found.verdict != "fix" or not found.cue:
                continue
            times = sum(
                f.check == found.check and f.verdict == "fix" for r in lately for f in r.findings
            )
            if found.severity != "major" and times < _HABIT:
                continue
            about = found.check, rep.side
            if rep.number - self._cued.get(about, -_AGAIN_REPS) < _AGAIN_REPS:
                continue
            self._cued[about], self._waiting = rep.number, (found, rep.side)
            return Say(found.cue, "cue")
        return None

    def _praise(self, rep: Rep) -> Say | None:
        """Return a word of praise if the last cue was followed: it must have been seen."""
        if self._waiting is None or self._waiting[1] != rep.side:
            return None
        now = next((f for f in rep.findings if f.check == self._waiting[0].check), None)
        if now is None or now.verdict != "good":
            return None
        self._waiting = None
        return Say(spoken.better(in_sentence(now.title)), "praise")

    def hold(self, left: int) -> list[Say]:
        """Return what to say while the far end is held, with so many seconds left."""
        goal_s = self._target.pause_s
        if goal_s is None or goal_s < _PAUSE_S:
            return []
        long = goal_s >= _LONG_S
        if left == 0:
            return [Say(spoken.release(long=long), "hold", urgent=True)]
        if not long or left <= _LAST_S or left % _TENS_S == 0:
            return [Say(spoken.hold(left), "hold", urgent=True)]
        return []

    def _sight(self, *, seen: bool, time_s: float) -> list[Say]:
        """Return what to say when somebody goes out of sight or comes back."""
        if seen and self._lost:
            self._lost = False
            return [Say(spoken.found(), "hint")]
        if seen or self._lost:
            return []
        said = self._hint(spoken.lost(), time_s)
        self._lost = bool(said)
        return said

    def _hint(self, text: str, time_s: float) -> list[Say]:
        """Say a hint unless it was said a moment ago."""
        if time_s - self._hinted_s.get(text, -_QUIET_S) < _QUIET_S:
            return []
        self._hinted_s[text] = time_s
        return [Say(text, "hint")]
