"""Where a camera stands to see an exercise from a view that its file names."""

from dataclasses import replace

from rhomboid.athlete.camera import Camera
from rhomboid.athlete.exercises import movement
from rhomboid.catalogue.read import load

_AROUND_DEG = (0.0, 45.0, 90.0, 135.0, 180.0)


def azimuth_deg(exercise: str, view: str) -> float:
    """Return the middle of a view, on the person's left.

    Raises
    ------
    ValueError
        If the exercise cannot be seen from such a view.
    """
    lying = load(exercise).camera.lying
    for around_deg in _AROUND_DEG:
        if Camera(around_deg).view(lying) == view:
            return around_deg
    raise ValueError(f"nobody who does {exercise} can be seen from {view!r}")


def place(exercise: str, view: str, *, mirrored: bool = False) -> Camera:
    """Return a camera in the middle of a view, at the exercise's usual height and distance.

    Parameters
    ----------
    mirrored
        Whether it stands at the person's right.
    """
    around_deg = azimuth_deg(exercise, view)
    turned_deg = -around_deg % 360.0 if mirrored else around_deg
    return replace(movement(exercise).camera, azimuth_deg=turned_deg)
