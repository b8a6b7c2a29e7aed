"""Everything that is measured of a frame, side by side in one row.

The signals of the exercise come first, then the direction the body faces, for an
exercise done with one arm how much higher the left one is, and the size that the
body was taken to have, with which a length is a length in the picture again.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from rhomboid.catalogue.signals import Distance, Height, Signal, joints_of
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
        self._trunk = len(self._places) + 3
        self.width = len(self._places) + 4
        self._lengths = {name for name, one in spec.signals.items() if _is_length(one)}

    def __getitem__(self, signal: str) -> int:
        """Return the column of a signal."""
        return self._places[signal]

    def in_picture(self, signal: str, rows: Floats) -> Floats:
        """Return a signal as the picture has it: lengths in heights of the picture.

        Somebody who bends looks larger or smaller for a second, which a length
        in trunks would take for movement.
        """
        values: Floats = rows[:, self[signal]]
        return values * rows[:, self._trunk] if signal in self._lengths else values

    def measure(self, body: Body) -> tuple[Floats, Floats]:
        """Measure some frames.

        Returns
        -------
        values : shape (T, S + 4)
            Signals, facing x and z, how much higher the left arm is, and the
            length of the trunk in heights of the picture.
        surety : shape (T, S + 1)
            How surely each signal was seen, and all needed joints.
        """
        values, surety = self._measurer.measure(body)
        left, right = self._pair
        higher = body.points_px[:, right, 1] - body.points_px[:, left, 1]
        seen = body.visibility[:, self._needs].max(axis=2).min(axis=1)
        trunk = body.trunk_px / body.height_px
        return (
            np.concatenate([values, facing(body), higher[:, None], trunk[:, None]], axis=1),
            np.concatenate([surety, seen[:, None]], axis=1),
        )


def _is_length(signal: Signal) -> bool:
    """Return whether a signal is a length in the picture, in trunks."""
    return isinstance(signal, Height | Distance)


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
