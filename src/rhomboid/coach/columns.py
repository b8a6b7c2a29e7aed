"""Everything that is measured of a frame, side by side in one row.

The signals of the exercise come first, then the direction the body faces, and
for an exercise done with one arm how much higher the left one is.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from rhomboid.catalogue.signals import joints_of
from rhomboid.catalogue.spec import ExerciseSpec
from rhomboid.motion.body import Body
from rhomboid.motion.signals import Measurer
from rhomboid.motion.view import facing
from rhomboid.skeleton import INDEX, PAIRS

Floats = NDArray[np.floating]


class Columns:
    """Which column holds what, for one exercise."""

    def __init__(self, spec: ExerciseSpec) -> None:
        self._measurer = Measurer(spec.signals)
        self._needs = np.array([PAIRS.get(j) or (INDEX[j],) * 2 for j in spec.camera.needs])
        self._pair = PAIRS[joints_of(spec.signals[spec.rep.signal])[0]]
        self._places = {name: i for i, name in enumerate(spec.signals)}
        self.rep = self._places[spec.rep.signal]
        self.facing = slice(len(self._places), len(self._places) + 2)
        self.left_higher = len(self._places) + 2
        self.needs = len(self._places)
        self.width = len(self._places) + 3

    def __getitem__(self, signal: str) -> int:
        """Return the column of a signal."""
        return self._places[signal]

    def measure(self, body: Body) -> tuple[Floats, Floats]:
        """Measure some frames.

        Returns
        -------
        values : shape (T, S + 3)
            Signals, facing x and z, and how much higher the left arm is.
        surety : shape (T, S + 1)
            How surely each signal was seen, and all needed joints.
        """
        values, surety = self._measurer.measure(body)
        left, right = self._pair
        higher = body.points_px[:, right, 1] - body.points_px[:, left, 1]
        seen = body.visibility[:, self._needs].max(axis=2).min(axis=1)
        return (
            np.concatenate([values, facing(body), higher[:, None]], axis=1),
            np.concatenate([surety, seen[:, None]], axis=1),
        )


@dataclass(frozen=True, slots=True, eq=False)
class Stretch:
    """Some consecutive rows: times, values and surety."""

    times_s: Floats
    values: Floats
    surety: Floats

    def between(self, start_s: float, end_s: float) -> "Stretch":
        """Return the rows in a span of time; the nearest one if there is none."""
        first = int(np.searchsorted(self.times_s, start_s - 1e-9))
        last = int(np.searchsorted(self.times_s, end_s + 1e-9))
        if last <= first:
            first = min(max(first - 1, 0), len(self.times_s) - 1)
            last = first + 1
        part = slice(first, last)
        return Stretch(self.times_s[part], self.values[part], self.surety[part])
