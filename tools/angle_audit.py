"""How far what the camera shows is from what was so: joints and signals, as Markdown.

Takes a folder of rendered clips with their truth and joints beside them (``python
-m tools.render_audit``). The truth of a signal is the signal measured by the same
arithmetic on the true joints, as the same camera sees them: what is left is the
error of the pose model alone. Bias is the mean error; the limits of agreement are
those of Bland & Altman 1986, Lancet 327, 307-310: bias -/+ 1.96 standard deviations.
"""

import argparse
import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from rhomboid.catalogue.read import load
from rhomboid.coach.checks import JUDGED
from rhomboid.motion.body import Body, BodyReader
from rhomboid.motion.signals import Measurer
from rhomboid.pose.blazepose import watch
from rhomboid.pose.track import PoseTrack
from rhomboid.skeleton import PAIRS

Floats = NDArray[np.floating]

FOLDER = Path(__file__).parents[1] / "build" / "rendered"
PAIRED = ("ear", "shoulder", "elbow", "wrist", "hip", "knee", "ankle")
_UNITS = {"angle": "°", "tilt": "°", "height": "trunk", "distance": "trunk", "aside": "trunk"}


@dataclass(frozen=True, slots=True, eq=False)
class Seen:
    """One clip: what the pose model saw, and what was so.

    Attributes
    ----------
    truth
        As written beside the clip.
    found, true
        The two bodies; joints of the second are the true ones.
    joints_trunk : shape (T, 33)
        How far each joint is off in the picture, in trunk lengths.
    """

    name: str
    truth: dict[str, Any]
    found: Body
    true: Body
    joints_trunk: Floats

    @property
    def place(self) -> tuple[str, str, float]:
        """Exercise, view, and azimuth of the camera."""
        camera = self.truth["camera"]
        return self.truth["exercise"], self.truth["view"], camera["azimuth_deg"]


def look(path: Path) -> Seen:
    """Look at one clip, and at the truth beside it, while the set lasts."""
    truth = json.loads(path.with_suffix(".truth.json").read_text(encoding="utf-8"))
    joints = np.load(path.with_suffix(".joints.npz"))
    track = _track(path)
    count = min(len(track.times_s), len(joints["times_s"]))
    times_s = track.times_s[:count]
    inside = (times_s >= truth["set_s"][0]) & (times_s <= truth["set_s"][1])
    seen_m, picture_px = joints["seen_m"][:count], joints["picture_px"][:count]
    world_m = seen_m - seen_m[:, PAIRS["hip"]].mean(axis=1)[:, None]
    sure = np.ones(picture_px.shape[:2])
    size = tuple(truth["camera"]["size_px"])
    true = BodyReader(size).read(times_s, picture_px, sure, world_m)
    found = BodyReader(size).read(
        times_s, track.image_px[:count], track.visibility[:count],
        None if track.world_m is None else track.world_m[:count],
    )  # fmt: skip
    off = track.image_px[:count] - picture_px
    apart = np.sqrt((off * off).sum(axis=-1)) / true.trunk_px[:, None]
    return Seen(path.stem, truth, _only(found, inside), _only(true, inside), apart[inside])


def _track(path: Path) -> PoseTrack:
    """Return what the pose model sees, kept beside the clip from the first time on."""
    kept = path.with_suffix(".track.npz")
    if not kept.exists():
        watch(path).track.save(kept)
    return PoseTrack.load(kept)


def _only(body: Body, which: NDArray[np.bool_]) -> Body:
    """Return some frames of a body."""
    world = None if body.world_m is None else body.world_m[which]
    return Body(
        body.points_px[which], body.visibility[which], world, body.trunk_px[which], body.height_px
    )


@cache
def _measurer(exercise: str) -> Measurer:
    """Return what measures the signals of an exercise."""
    return Measurer(load(exercise).signals)


def errors(seen: Seen) -> dict[str, Floats]:
    """Return the error of each signal in each frame, by name; NaN where it is not judged."""
    exercise = seen.truth["exercise"]
    found, sure = _measurer(exercise).measure(seen.found)
    true, _ = _measurer(exercise).measure(seen.true)
    off = np.where(sure >= JUDGED, found - true, np.nan)
    signals = load(exercise).signals
    for column, signal in enumerate(signals.values()):
        if _unit(signal) == "°":
            off[:, column] = (off[:, column] + 180.0) % 360.0 - 180.0
    return {name: off[:, column] for column, name in enumerate(signals)}


def _unit(signal: Any) -> str:
    """Return the unit of a signal."""
    return _UNITS.get(signal.kind, getattr(signal, "unit", ""))


def joint_rows(clips: list[Seen]) -> Iterator[str]:
    """Yield a row for each place of the camera: how far joints are off, per cent of a trunk."""
    yield "| exercise | view | azimuth | clips | " + " | ".join(PAIRED) + " |"
    yield "|---|---|--:|--:|" + "--:|" * len(PAIRED)
    for place, some in _by_place(clips):
        cells = []
        for name in PAIRED:
            off = np.concatenate([seen.joints_trunk[:, PAIRS[name]] for seen in some])
            near, far = (100 * np.nanmedian(off[:, side]) for side in (0, 1))
            cells.append(f"{near:.0f} / {far:.0f}")
        yield _row(place, [str(len(some)), *cells])


def signal_rows(clips: list[Seen]) -> Iterator[str]:
    """Yield a row for each signal and place: bias and limits of agreement."""
    yield "| exercise | view | azimuth | signal | unit | bias | from | to | frames | judged % |"
    yield "|---|---|--:|---|---|--:|--:|--:|--:|--:|"
    for place, some in _by_place(clips):
        all_errors = [errors(seen) for seen in some]
        for name, signal in load(place[0]).signals.items():
            off = np.concatenate([each[name] for each in all_errors])
            yield _row(place, [name, _unit(signal), *_agreement(off)])


def _agreement(off: Floats) -> list[str]:
    """Return bias, limits of agreement, frames, and the share of them that could be judged."""
    known = off[np.isfinite(off)]
    if len(known) < 2:
        return ["–", "–", "–", str(len(off)), "0"]
    bias, spread = float(known.mean()), 1.96 * float(known.std(ddof=1))
    numbers = [f"{value:+.{1 if abs(spread) > 3 else 2}f}" for value in
               (bias, bias - spread, bias + spread)]  # fmt: skip
    return [*numbers, str(len(off)), f"{100 * len(known) / len(off):.0f}"]


def _row(place: tuple[str, str, float], cells: list[str]) -> str:
    """Return a row of a table."""
    exercise, view, azimuth_deg = place
    return "| " + " | ".join([exercise, view, f"{azimuth_deg:.0f}", *cells]) + " |"


def _by_place(clips: list[Seen]) -> list[tuple[tuple[str, str, float], list[Seen]]]:
    """Return clips by exercise, view and azimuth, sorted."""
    places = sorted({seen.place for seen in clips})
    return [(place, [seen for seen in clips if seen.place == place]) for place in places]


def main() -> None:
    """Print both tables."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path, nargs="?", default=FOLDER)
    parser.add_argument("--only", default="", help="look at the clips whose names contain this")
    given = parser.parse_args()
    paths = sorted(p.with_suffix("").with_suffix(".mp4") for p in given.folder.glob("*.joints.npz"))
    chosen = [path for path in paths if given.only in path.name]
    if not chosen:
        sys.exit(f"there are no rendered clips with joints in {given.folder}")
    clips = [look(path) for path in chosen]
    print("Joints off in the picture, median, per cent of a trunk (left / right):\n")
    print("\n".join(joint_rows(clips)))
    print("\nSignals, error of each frame that was seen surely enough to be judged:\n")
    print("\n".join(signal_rows(clips)))


if __name__ == "__main__":
    main()
