"""Render the sample clips: a real body mesh does what the drawn athlete does.

Run ``make samples``, or in the environment that it makes ``python -m
tools.render_samples``; see docs/rendered.md.
"""

import argparse
import time
from pathlib import Path
from statistics import median

from tools.rendered.clips import CLIPS
from tools.rendered.film import Clip, performed, write, write_truth

FOLDER = Path(__file__).parents[1] / "samples"


def main() -> None:
    """Render the clips that are asked for."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument(
        "--only",
        default="",
        help="render the clips whose names contain one of these words, parted by commas",
    )
    parser.add_argument("--out", type=Path, default=FOLDER, help="where to")
    parser.add_argument("--joints", action="store_true", help="also write NAME.joints.npz")
    parser.add_argument("--truth", action="store_true", help="write the truth alone, no pictures")
    given = parser.parse_args()
    for clip in CLIPS:
        if not any(word in clip.name for word in given.only.split(",")):
            continue
        if given.truth:
            write_truth(clip, performed(clip), given.out)
        else:
            render(clip, given.out, joints=given.joints)


def render(clip: Clip, folder: Path, *, joints: bool = False) -> None:
    """Render one clip, and say how long it took and how far the mesh is from the joints."""
    began = time.perf_counter()
    stage = write(clip, folder, joints=joints)
    frames = len(stage.shown.room_m)
    each = (time.perf_counter() - began) / frames
    off = ", ".join(f"{joint} {median(cm):.1f}" for joint, cm in stage.off_cm.items())
    size = (folder / f"{clip.name}.mp4").stat().st_size / 1e6
    print(f"{clip.name}: {frames} frames, {each:.2f} s each, {size:.2f} MB")
    print(f"  landmarks off by cm: {off}", flush=True)


if __name__ == "__main__":
    main()
