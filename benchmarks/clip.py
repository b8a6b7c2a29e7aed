"""A clip to measure speed on: a sample, enlarged to 1280 x 720 and repeated, with camera noise."""

from pathlib import Path

import numpy as np

SIZE = (1280, 720)
RATE_HZ = 30


def make_clip(source: Path, target: Path, *, seconds: int) -> Path:
    """Write `seconds` of a source at 720p and 30 frames a second; keep it if it is there."""
    import av

    if target.is_file():
        return target
    target.parent.mkdir(parents=True, exist_ok=True)
    rng = np.random.default_rng(0)
    grains = [rng.normal(scale=3, size=(SIZE[1], SIZE[0], 1)).astype(np.int16) for _ in range(8)]
    with av.open(str(target), "w") as out:
        stream = out.add_stream("libx264", rate=RATE_HZ)
        stream.width, stream.height = SIZE
        stream.pix_fmt = "yuv420p"
        stream.options = {"crf": "20", "preset": "medium"}
        for number, picture in enumerate(_pictures(source, seconds * RATE_HZ)):
            noisy = np.clip(picture + grains[number % len(grains)], 0, 255).astype(np.uint8)
            out.mux(stream.encode(av.VideoFrame.from_ndarray(noisy, format="rgb24")))
        out.mux(stream.encode(None))
    return target


def _pictures(source: Path, frames: int) -> "list[np.ndarray] | object":
    """Yield frames of a source, from the start again when it ends."""
    import av

    done = 0
    while done < frames:
        with av.open(str(source)) as video:
            for frame in video.decode(video=0):
                if done == frames:
                    return
                done += 1
                small = frame.reformat(width=SIZE[0], height=SIZE[1], format="rgb24")
                yield small.to_ndarray().astype(np.int16)
