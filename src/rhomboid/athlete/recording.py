"""What a pose model would make of joints in a room, seen by a camera."""

import numpy as np
from numpy.typing import NDArray

from rhomboid.athlete.camera import Camera
from rhomboid.athlete.sight import COVERED, WORSE, Film, covered, jitter, visibility
from rhomboid.pose.track import PoseTrack
from rhomboid.skeleton import PAIRS

Floats = NDArray[np.floating]

_MODEL = "drawn athlete"


def record(
    times_s: Floats,
    room_m: Floats,
    camera: Camera,
    aim_m: Floats,
    film: Film,
    rng: np.random.Generator,
) -> PoseTrack:
    """Return the joints as a pose model would give them."""
    picture, seen_m = camera.see(room_m, aim_m)
    trunk_m = _length(
        room_m[:, PAIRS["shoulder"]].mean(axis=1) - room_m[:, PAIRS["hip"]].mean(axis=1)
    )
    trunk_px = camera.focal_px * trunk_m / seen_m[:, PAIRS["hip"], 2].mean(axis=1)
    sure = visibility(picture, seen_m[..., 2], trunk_px, film, rng)
    hidden = covered(times_s, picture, trunk_px, camera.size_px[0], film)
    off = film.noise_trunk * jitter(times_s, (room_m.shape[1], 5), rng)
    off[hidden] *= WORSE
    if hidden.any():
        sure[hidden] = rng.uniform(*COVERED, int(hidden.sum()))
    picture = picture + off[..., :2] * trunk_px[:, None, None]
    world = seen_m + off[..., 2:] * trunk_m[:, None, None]
    world -= world[:, PAIRS["hip"]].mean(axis=1)[:, None]
    lost = film.lost(times_s)
    picture[lost], world[lost], sure[lost] = np.nan, np.nan, 0.0
    return PoseTrack(times_s + film.starts_s, picture, sure, camera.size_px, world, _MODEL)


def _length(vectors: Floats) -> Floats:
    """Return the length of vectors."""
    length: Floats = np.sqrt((vectors * vectors).sum(axis=-1))
    return length
