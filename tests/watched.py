"""The joints of clips, found once for all tests: the same pictures and code give the same joints.

What was found lies in build/tracks, by the bytes of the clip and of all that finds joints.
"""

import hashlib
from functools import cache
from pathlib import Path

from rhomboid.pose import blazepose
from rhomboid.pose.blazepose import watch
from rhomboid.pose.track import PoseTrack
from rhomboid.whole_file import whole_file

_TRACKS = Path(__file__).parents[1] / "build" / "tracks"


@cache
def track_of(path: Path) -> PoseTrack:
    """Return the joints of a clip."""
    kept = _TRACKS / f"{_digest(path)}.npz"
    if not kept.is_file():
        _TRACKS.mkdir(parents=True, exist_ok=True)
        with whole_file(kept) as part:
            part.write_bytes(watch(path).track.to_bytes())
    return PoseTrack.from_bytes(kept.read_bytes(), path.name)


def _digest(path: Path) -> str:
    """Return a name for a clip as this code sees it."""
    digest = hashlib.sha256(path.read_bytes())
    for source in _sources():
        digest.update(source.read_bytes())
    return digest.hexdigest()


@cache
def _sources() -> tuple[Path, ...]:
    """Return the files that find joints: code, models, and the versions of libraries."""
    folder, root = Path(blazepose.__file__).parent, Path(__file__).parents[1]
    files = (*folder.rglob("*.py"), *folder.rglob("*.tflite"), root / "uv.lock")
    return tuple(sorted(files))
