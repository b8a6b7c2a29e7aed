"""What tests of several modules need: real clips, and videos made on the spot."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings

from tests.films import record

# A busy machine is no fault of the code; what CI tries does not change from run to run.
settings.register_profile("rhomboid", deadline=None, derandomize="CI" in os.environ)
settings.load_profile("rhomboid")

ROOT = Path(__file__).parents[1]
CLIPS = ROOT.parent / "shared" / "clips"


@pytest.fixture
def clip() -> Callable[[str], Path]:
    """Return the path of a real clip by name, or skip where the clips are not."""

    def find(name: str) -> Path:
        path = CLIPS / name
        if not path.is_file():
            pytest.skip(f"no clip {name}: the folder {CLIPS} of real clips is not here")
        return path

    return find


@pytest.fixture
def any_clip() -> Path:
    """Return some video with a person in it: a real clip, else the shipped sample."""
    wanted = [CLIPS / "lateral_raise_db__front34__3reps_plus_partial.mp4"]
    wanted.append(ROOT / "samples" / "t_raise.mp4")
    for path in wanted:
        if path.is_file():
            return path
    pytest.skip(f"no video of a person: neither {CLIPS} nor a sample is here")


@pytest.fixture
def film(tmp_path: Path) -> Callable[..., Path]:
    """Return a function that records a small video; see :func:`tests.films.record`."""

    def make(name: str = "film.mp4", **how: object) -> Path:
        return record(tmp_path / name, **how)

    return make
