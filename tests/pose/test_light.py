"""A picture that fades out is unseen; a white title before it blinds nobody."""

import av
import numpy as np
import pytest

from rhomboid.pose.blazepose import watch
from tests.films import ROOT_SAMPLE


def edited(target, change, seconds=4.0):
    """Write the first seconds of the sample with each picture changed by its time."""
    with av.open(str(ROOT_SAMPLE)) as source, av.open(str(target), "w") as out:
        stream = out.add_stream("libx264", rate=30)
        stream.width, stream.height, stream.pix_fmt = 640, 480, "yuv420p"
        for number, frame in enumerate(source.decode(video=0)):
            if number / 30 >= seconds:
                break
            picture = change(frame.to_ndarray(format="rgb24").astype(float), number / 30)
            shown = av.VideoFrame.from_ndarray(picture.astype(np.uint8), format="rgb24")
            out.mux(stream.encode(shown))
        out.mux(stream.encode(None))
    return watch(target)


def seen_at(watched, from_s, to_s):
    """Return the share of frames between two times in which somebody was seen."""
    times = watched.track.times_s
    some = (times >= from_s) & (times < to_s)
    return float(np.isfinite(watched.track.image_px[some, 0, 0]).mean())


def test_a_fade_out_is_unseen_and_said(tmp_path):
    watched = edited(tmp_path / "fade.mp4", lambda p, t: p * np.clip(1 - (t - 2) / 1.5, 0.02, 1))

    assert seen_at(watched, 0.2, 2.5) == 1
    assert seen_at(watched, 3.4, 4.0) == 0
    assert watched.dark_s == pytest.approx(0.7, abs=0.3)


def test_a_white_title_blinds_nobody(tmp_path):
    watched = edited(
        tmp_path / "title.mp4", lambda p, t: np.full_like(p, 255) if t < 1 else 0.3 * p
    )

    assert seen_at(watched, 1.5, 4.0) == 1
    assert watched.dark_s == 0
