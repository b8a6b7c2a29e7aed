"""Find joints with MediaPipe Tasks itself, to compare ours with.

Runs in an environment of its own (``build/peers-venv``), which knows neither
rhomboid nor its packages; says nothing of how well the two agree.

    build/peers-venv/bin/python tools/mediapipe_peer.py clip.mp4 model.task joints.npz
"""

import sys

import av
import mediapipe as mp
import numpy as np
from mediapipe.tasks.python import BaseOptions, vision


def watch(clip: str, bundle: str) -> tuple[list[float], list[np.ndarray]]:
    """Return the time of every frame in seconds, and its joints in pixels, NaN for nobody."""
    options = vision.PoseLandmarkerOptions(
        base_options=BaseOptions(model_asset_path=bundle),
        running_mode=vision.RunningMode.VIDEO,
    )
    times_s, joints = [], []
    with vision.PoseLandmarker.create_from_options(options) as peer, av.open(clip) as video:
        for frame in video.decode(video=0):
            # MediaPipe misreads rows with a gap between them, and says nothing.
            pixels = np.ascontiguousarray(frame.to_ndarray(format="rgb24"))
            picture = mp.Image(mp.ImageFormat.SRGB, pixels)
            found = peer.detect_for_video(picture, round(frame.time * 1000)).pose_landmarks
            points = [[p.x * frame.width, p.y * frame.height] for p in found[0]] if found else None
            times_s.append(frame.time)
            joints.append(np.full((33, 2), np.nan) if points is None else np.array(points))
    return times_s, joints


if __name__ == "__main__":
    _, clip, bundle, target = sys.argv
    times_s, joints = watch(clip, bundle)
    np.savez(target, times_s=times_s, image_px=joints)
