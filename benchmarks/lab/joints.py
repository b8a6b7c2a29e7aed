"""The joints in a film, found once and kept until the film or what finds them changes."""

import hashlib
from functools import cache
from pathlib import Path

from rhomboid.pose.blazepose import watch
from rhomboid.pose.track import PoseTrack
from rhomboid.pose.weights import SHA256, ModelName

ROOT = Path(__file__).parents[2]
KEPT = ROOT / "build" / "lab" / "tracks"
_POSE = ROOT / "src" / "rhomboid" / "pose"
_MODEL: ModelName = "full"


def joints(film: Path) -> PoseTrack:
    """Return the joints in a film."""
    kept = KEPT / f"{film.stem}-{_key(film)}.npz"
    if not kept.is_file():
        KEPT.mkdir(parents=True, exist_ok=True)
        watch(film, model=_MODEL).track.save(kept)
    return PoseTrack.load(kept)


def _key(film: Path) -> str:
    """Return what changes when a film or what finds joints in it changes."""
    return hashlib.sha256(film.read_bytes() + _finder()).hexdigest()[:16]


@cache
def _finder() -> bytes:
    """Return what changes when the model or the code around it changes."""
    whole = hashlib.sha256(repr((_MODEL, sorted(SHA256.items()))).encode())
    for path in sorted(_POSE.glob("*.py")):
        whole.update(path.read_bytes())
    return whole.digest()
