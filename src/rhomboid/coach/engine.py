"""One set of one exercise, judged sample by sample.

The same engine serves a file at once and a camera frame by frame: what differs
is only how many frames come together. A repetition is judged when it is
complete, by nothing that comes later.
"""

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from rhomboid.catalogue.spec import ExerciseSpec
from rhomboid.coach import words
from rhomboid.coach.checks import Moment, judge, posture_fault
from rhomboid.coach.columns import Columns, Stretch
from rhomboid.coach.table import Table
from rhomboid.motion.body import BodyReader
from rhomboid.motion.cycles import Cycle, Miss, Stage
from rhomboid.motion.phases import PhaseMachine
from rhomboid.motion.smooth import Smoother, smooth
from rhomboid.motion.timing import SLOWING, Timing, ends_of, middle_of_top, time_cycle, top_of
from rhomboid.motion.view import name_view
from rhomboid.records import Attempt, Rep, Side, View

Floats = NDArray[np.floating]

_BEFORE_S = 1.2
"""How long before a repetition its rows are looked at."""
_DIGITS = 9
"""Decimals kept, so that the last bits of sums cannot tell a file from a camera."""
_BLOCK = 512
"""Frames of a file measured at once: what fits into a processor's own memory is faster."""
_CLEAR = 1.5
"""How many times the least range makes a movement clear beyond doubt. house"""


class SetEngine:
    """Finds and judges the repetitions of one set.

    Parameters
    ----------
    spec
        The exercise.
    size_px
        Width and height of the picture.
    """

    def __init__(self, spec: ExerciseSpec, size_px: tuple[float, float]) -> None:
        self.spec = spec
        self.columns = Columns(spec)
        self.reps: list[Rep] = []
        self.attempts: list[Attempt] = []
        self.views: list[View] = []
        self.times_s: list[float] = []
        self.rows = Table(self.columns.width)
        self.surety = Table(self.columns.needs + 1)
        self._reader = BodyReader(size_px)
        self._smoother = Smoother()
        self._finished = False
        self._lying = spec.camera.lying
        flips = {"low": (False,), "high": (True,), "either": (False, True)}[spec.rep.rests]
        self._machines = [PhaseMachine(spec.rep, flip=flip) for flip in flips]

    @property
    def stage(self) -> Stage:
        """Where in a repetition the person is."""
        return self._machines[0].stage

    @property
    def held_s(self) -> float:
        """How long the far end has been held now, as far as can be told before it is left."""
        return self._machines[0].held_s

    @property
    def side(self) -> Side:
        """Which arm is higher now, where one works at a time."""
        if not self.spec.rep.one_sided or not self.times_s:
            return "both"
        return "left" if self.rows[-1][self.columns.left_higher] > 0 else "right"

    def feed(
        self, times_s: Floats, image_px: Floats, visibility: Floats, world_m: Floats | None
    ) -> list[Rep | Attempt]:
        """Take in the next frame or frames; return what they completed.

        Parameters
        ----------
        times_s : shape (T,)
        image_px : shape (T, 33, 2)
        visibility : shape (T, 33)
        world_m : shape (T, 33, 3) or None
        """
        values, surety = self._measure(times_s, image_px, visibility, world_m)
        self.surety.extend(surety)
        done = []
        for time_s, row in zip(times_s.tolist(), values, strict=True):
            for ready in self._smoother.feed(time_s, row):
                done += self._advance(*ready)
        return done

    def finish(self) -> list[Rep | Attempt]:
        """Take note that the recording has ended, once; return what that settles."""
        done: list[Rep | Attempt] = []
        if self._finished:
            return done
        self._finished = True
        for ready in self._smoother.flush():
            done += self._advance(*ready)
        for machine in self._machines:
            found = machine.finish()
            if found is not None:
                done += self._take(machine, found)
            if self.reps:
                break
        self._end_in_time()
        return done

    def _end_in_time(self) -> None:
        """Let the last repetition end no later than the recording: its end is told ahead."""
        over_s = self.reps[-1].end_s - self.times_s[-1] if self.reps else 0.0
        if over_s > 0:
            last = self.reps[-1]
            back_s = max(last.back_s - over_s, 0.0)
            self.reps[-1] = replace(last, end_s=self.times_s[-1], back_s=back_s)

    def run(
        self, times_s: Floats, image_px: Floats, visibility: Floats, world_m: Floats | None
    ) -> None:
        """Take in a whole recording: the same as feeding and finishing, only faster."""
        values = Table(self.columns.width)
        for first in range(0, len(times_s), _BLOCK):
            part = slice(first, first + _BLOCK)
            world = None if world_m is None else world_m[part]
            measured = self._measure(times_s[part], image_px[part], visibility[part], world)
            values.extend(measured[0])
            self.surety.extend(measured[1])
        rows = smooth(times_s, values[:]).round(_DIGITS)
        self.times_s.extend(times_s.tolist())
        self.rows.extend(rows)
        for time_s, level in zip(self.times_s, rows[:, self.columns.rep].tolist(), strict=True):
            self._step(time_s, level)
        self.finish()

    def _measure(
        self, times_s: Floats, image_px: Floats, visibility: Floats, world_m: Floats | None
    ) -> tuple[Floats, Floats]:
        """Measure all that the exercise asks for."""
        return self.columns.measure(self._reader.read(times_s, image_px, visibility, world_m))

    def _advance(self, time_s: float, row: Floats) -> list[Rep | Attempt]:
        """Take in one smoothed row."""
        row = row.round(_DIGITS)
        self.times_s.append(time_s)
        self.rows.extend(row[None])
        return self._step(time_s, float(row[self.columns.rep]))

    def _step(self, time_s: float, level: float) -> list[Rep | Attempt]:
        """Move the machines on by one sample; the first to make a repetition stays alone."""
        found = [(machine, machine.step(time_s, level)) for machine in self._machines]
        done: list[Rep | Attempt] = []
        for machine, one in found:
            if one is not None and machine in self._machines:
                done += self._take(machine, one)
        return done

    def _take(self, machine: PhaseMachine, found: Cycle | Miss) -> list[Rep | Attempt]:
        """Make a repetition or an attempt of what a machine found."""
        if isinstance(found, Miss):
            span = self.times_s[found.start], self.times_s[found.end]
            return self._note(machine, Attempt(found.kind, *span, found.reason))
        moment = self._moment(machine, found)
        if self._gets_ready(machine, moment, found):
            span = moment.timing.start_s, moment.timing.end_s
            self.attempts.append(Attempt("other", *span, words.getting_ready()))
            return [self.attempts[-1]]
        fault = posture_fault(moment, self.columns, self.spec.posture)
        if fault is not None:
            span = moment.timing.start_s, moment.timing.end_s
            return self._note(machine, Attempt("other", *span, fault))
        machine.confirm(found)
        self._machines = [machine]
        rep = self._rep(moment, found)
        self.reps.append(rep)
        self.views.append(moment.view)
        return [rep]

    def _gets_ready(self, machine: PhaseMachine, moment: Moment, cycle: Cycle) -> bool:
        """Return whether somebody who stood only bent down to take hold, and stood up with it.

        Who sits first and bends then has a way that tells no time: the stay itself does.
        """
        usual_s = self.spec.rep.gets_ready_s
        undecided = len(self._machines) > 1 and machine is not self._machines[0]
        if not undecided or usual_s is None:
            return False
        timing = moment.timing
        first, last = top_of(np.asarray(machine.values[: cycle.end + 1]), cycle.turn, cycle.start)
        slowing_s = (
            2 * SLOWING * min(timing.reached_s - timing.start_s, timing.end_s - timing.left_s)
        )
        stay_s = self.times_s[last] - self.times_s[first] - slowing_s
        return max(timing.pause_s, stay_s) >= usual_s

    def _note(self, machine: PhaseMachine, attempt: Attempt) -> list[Rep | Attempt]:
        """Keep an attempt, unless the other direction may yet make a repetition of it."""
        if machine is not self._machines[0]:
            return []
        self.attempts.append(attempt)
        return [attempt]

    def _moment(self, machine: PhaseMachine, cycle: Cycle) -> Moment:
        """Lay a cycle open."""
        first = self._before(cycle.start)
        rows = self.stretch(first, cycle.known + 1)
        start, turn, end = (sample - first for sample in (cycle.start, cycle.turn, cycle.end))
        levels = self.columns.in_picture(self.spec.rep.signal, rows.values)
        levels = levels if machine.rising else -levels
        view = name_view(rows.values[start : end + 1, self.columns.facing], self._lying)
        to_hold = self.spec.rep.hold
        timing = time_cycle(rows.times_s, levels, start=start, turn=turn, end=end, to_hold=to_hold)
        clock = self._clock(rows, view, np.isnan(levels))
        if clock is not None:
            clock = clock if machine.rising else -clock
            first, last = ends_of(clock, turn)
            turn = first + middle_of_top(clock[first : last + 1], turn - first)
            told = time_cycle(
                rows.times_s, clock, start=first, turn=turn, end=last, to_hold=to_hold
            )
            timing = timing.told_by(told)
        return Moment(len(self.reps) + 1, rows, timing, view, rising=machine.rising)

    def _clock(self, rows: Stretch, view: View, unseen: NDArray[np.bool_]) -> Floats | None:
        """Return the signal that tells the time from a view, if it was seen whenever we count."""
        clock = self.spec.rep.clock
        if clock is None or view not in clock.views:
            return None
        levels = self.columns.in_picture(clock.signal, rows.values)
        if clock.less is not None:
            levels = levels - self.columns.in_picture(clock.less, rows.values)
        return None if (np.isnan(levels) & ~unseen).any() else levels

    def _before(self, start: int) -> int:
        """Return a sample a little before a cycle, but not before the last one ended."""
        last_s = self.reps[-1].end_s if self.reps else -np.inf
        earliest_s = max(self.times_s[start] - _BEFORE_S, last_s)
        while start > 0 and self.times_s[start - 1] >= earliest_s:
            start -= 1
        return start

    def stretch(self, first: int, last: int) -> Stretch:
        """Return some of the rows taken in so far."""
        return Stretch(
            np.asarray(self.times_s[first:last]),
            self.rows[first:last],
            self.surety[first:last],
        )

    def _rep(self, moment: Moment, cycle: Cycle) -> Rep:
        """Describe a counted repetition."""
        t: Timing = moment.timing
        return Rep(
            number=moment.number,
            start_s=t.start_s,
            turn_s=t.turn_s,
            end_s=t.end_s,
            out_s=t.reached_s - t.start_s,
            back_s=t.end_s - t.left_s,
            pause_s=t.pause_s,
            hold_s=t.pause_s if self.spec.rep.hold else None,
            amplitude=cycle.amplitude,
            side=self._side(moment),
            confidence=self._confidence(moment, cycle),
            findings=judge(moment, self.columns, self.spec),
        )

    def _side(self, moment: Moment) -> Side:
        """Return which arm did it."""
        if not self.spec.rep.one_sided:
            return "both"
        higher = moment.window("turn").values[:, self.columns.left_higher]
        return "left" if float(np.nanmedian(higher)) > 0 else "right"

    def _confidence(self, moment: Moment, cycle: Cycle) -> float:
        """Return how well the joints were seen, and how clear the movement was."""
        inside = moment.rows.between(moment.timing.start_s, moment.timing.end_s)
        seen = float(inside.surety[:, self.columns.rep].mean())
        clear = min(1.0, cycle.amplitude / (_CLEAR * self.spec.rep.least))
        return round(min(seen, clear), 3)
