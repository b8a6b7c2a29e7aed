"""The One Euro filter: still when the hand is still, quick when it moves.

G. Casiez, N. Roussel, D. Vogel, "1€ Filter", CHI 2012; formulas as in
MediaPipe's ``one_euro_filter.cc``.
"""

import numpy as np
from numpy.typing import NDArray


class OneEuro:
    """A causal low-pass filter whose cutoff rises with speed.

    Parameters
    ----------
    min_cutoff_hz
        Cutoff of a signal at rest.
    beta
        How much the cutoff rises with speed.
    """

    def __init__(self, *, min_cutoff_hz: float, beta: float, speed_cutoff_hz: float = 1.0) -> None:
        self._min_cutoff_hz = min_cutoff_hz
        self._beta = beta
        self._speed_cutoff_hz = speed_cutoff_hz
        self.reset()

    def reset(self) -> None:
        """Forget everything."""
        self._time_s: float | None = None

    def __call__(
        self, values: NDArray[np.floating], time_s: float, *, scale: float = 1.0
    ) -> NDArray[np.floating]:
        """Return the filtered values at a time; a time that does not advance changes nothing.

        Parameters
        ----------
        values : any shape
            Without NaN.
        scale
            What to multiply speeds with before they raise the cutoff.
        """
        if self._time_s is None:
            self._raw, self._smooth, self._speed = values, values, np.zeros_like(values)
        elif time_s > self._time_s:
            step_s = time_s - self._time_s
            speed = (values - self._raw) * scale / step_s
            self._speed = self._speed + _share(self._speed_cutoff_hz, step_s) * (
                speed - self._speed
            )
            share = _share(self._min_cutoff_hz + self._beta * np.abs(self._speed), step_s)
            self._smooth = self._smooth + share * (values - self._smooth)
            self._raw = values
        else:
            return values
        self._time_s = time_s
        return self._smooth


def _share(cutoff_hz: "float | NDArray[np.floating]", step_s: float) -> NDArray[np.floating]:
    """Return how much of a new value a first-order low-pass filter takes."""
    return np.asarray(1 / (1 + 1 / (2 * np.pi * cutoff_hz * step_s)))
