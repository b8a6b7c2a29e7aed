"""Our joints are MediaPipe's: looked at apart, they agree to 2 px on a body 700 px tall.

Apart means that each frame is searched anew. Followed from frame to frame the
two part on purpose, since MediaPipe smooths the joints it gives, and we do
not; there only a gross fault would show.
"""

import subprocess
from itertools import islice
from pathlib import Path

import numpy as np
import pytest

from rhomboid.pose.blazepose import watch
from rhomboid.pose.detector import PersonDetector
from rhomboid.pose.landmarks import LandmarkModel
from rhomboid.pose.video import Video
from tests.alone import cut_off
from tools.task_bundle import build_bundle

pytestmark = pytest.mark.peers

ROOT = Path(__file__).parents[2]
PEER = ROOT / "build" / "peers-venv" / "bin" / "python"
FRAMES = 60
BODY_PX = 700


@pytest.fixture(scope="module")
def bundle(tmp_path_factory):
    """Build the bundle for MediaPipe, where MediaPipe can be run."""
    if not PEER.is_file():
        pytest.skip("MediaPipe is not installed in build/peers-venv; `make test` does that")
    run = subprocess.run(
        [*cut_off(), PEER, "-c", "import mediapipe.tasks.python.vision"],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    if run.returncode:
        why = run.stderr.strip().splitlines()[-1]
        pytest.skip(f"MediaPipe cannot run here (it needs libEGL, libGLESv2 and libGL): {why}")
    return build_bundle("full", tmp_path_factory.mktemp("bundle") / "full.task")


@pytest.fixture
def joints_of_mediapipe(bundle, tmp_path):
    """Return a function that gives MediaPipe's joints in the first frames of a clip."""

    def look(path, mode):
        target = tmp_path / "joints.npz"
        script = ROOT / "tools" / "mediapipe_peer.py"
        subprocess.run(
            [*cut_off(), PEER, script, path, bundle, target, mode, str(FRAMES)],
            capture_output=True, check=True, timeout=300,
        )  # fmt: skip
        with np.load(target) as found:
            return found["image_px"]

    return look


def mean_distance_px(ours, theirs):
    """Return how far the joints are apart on the mean, as if the body were 700 px tall."""
    extent = (theirs.max(axis=1) - theirs.min(axis=1)).max(axis=-1)
    apart = np.linalg.norm(ours - theirs, axis=-1).mean(axis=-1)
    return float(np.nanmean(apart) * BODY_PX / np.nanmedian(extent))


def test_each_frame_by_itself_agrees_to_two_pixels(any_clip, joints_of_mediapipe):
    theirs = joints_of_mediapipe(any_clip, "IMAGE")
    detector, landmarks = PersonDetector(), LandmarkModel("full")
    ours = np.full_like(theirs, np.nan)
    with Video(any_clip) as video:
        for i, frame in enumerate(islice(video.frames(every=True), len(theirs))):
            for person in detector.find(frame.picture)[:1]:
                ours[i] = landmarks.find(frame.planes, person.region).image_px * frame.scale
    both = np.isfinite(ours[:, 0, 0]) & np.isfinite(theirs[:, 0, 0])
    assert both.mean() > 0.9
    assert mean_distance_px(ours, theirs) <= 2.0


def test_followed_from_frame_to_frame_they_stay_together(any_clip, joints_of_mediapipe):
    theirs = joints_of_mediapipe(any_clip, "VIDEO")
    ours = watch(any_clip, every=True).track.image_px[: len(theirs)]
    assert mean_distance_px(ours, theirs) <= 0.02 * BODY_PX
