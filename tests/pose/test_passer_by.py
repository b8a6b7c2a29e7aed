"""Somebody who walks through the picture does not take over, and does not count.

The passer-by is the sample's own athlete, standing, cut out as a larger panel
that slides through the picture and hides the one who trains for a second.
"""

from pathlib import Path

import av
import numpy as np
import pytest

from rhomboid.pose.blazepose import watch
from rhomboid.session import check
from rhomboid.skeleton import PAIRS

SAMPLE = Path(__file__).parents[2] / "samples" / "t_raise.mp4"
FROM_S, TO_S, LARGER = 5.0, 8.5, 1.2


def enlarged(picture):
    """Return the middle of a picture, larger."""
    height, width = picture.shape[:2]
    panel = np.ascontiguousarray(picture[:, int(0.3 * width) : int(0.7 * width)])
    size = {"width": int(panel.shape[1] * LARGER) & ~1, "height": int(height * LARGER) & ~1}
    frame = av.VideoFrame.from_ndarray(panel, format="rgb24").reformat(**size)
    return frame.to_ndarray(format="rgb24")[:height]


@pytest.fixture(scope="module")
def crossed(tmp_path_factory):
    """The sample with a passer-by."""
    target = tmp_path_factory.mktemp("film") / "crossed.mp4"
    with av.open(str(SAMPLE)) as source:
        pictures = [frame.to_ndarray(format="rgb24") for frame in source.decode(video=0)]
    height, width = pictures[0].shape[:2]
    panel = enlarged(pictures[0])
    with av.open(str(target), "w") as out:
        stream = out.add_stream("libx264", rate=30)
        stream.width, stream.height, stream.pix_fmt = width, height, "yuv420p"
        for number, picture in enumerate(pictures):
            way = (number / 30 - FROM_S) / (TO_S - FROM_S)
            at = int(way * (width + panel.shape[1])) - panel.shape[1]
            left, right = max(at, 0), min(at + panel.shape[1], width)
            if right > left:
                picture[:, left:right] = panel[:, left - at : right - at]
            out.mux(stream.encode(av.VideoFrame.from_ndarray(picture, format="rgb24")))
        out.mux(stream.encode(None))
    return watch(target).track


def test_the_one_who_trains_is_watched_again_as_soon_as_seen(crossed):
    hips = crossed.image_px[:, list(PAIRS["hip"])].mean(axis=1)
    home = np.median(hips[crossed.times_s < FROM_S], axis=0)
    away = np.linalg.norm(hips - home, axis=1) > 50

    assert not away[crossed.times_s < FROM_S + 1].any()
    assert not away[crossed.times_s > TO_S - 0.5].any()


def test_the_passer_by_adds_no_repetition(crossed):
    assert 4 <= check(crossed, "t_raise").count <= 5
