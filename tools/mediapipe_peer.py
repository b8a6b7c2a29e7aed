"""Find joints with MediaPipe Tasks itself, to compare ours with.

Runs in an environment of its own (``build/peers-venv``), which knows neither
rhomboid nor its packages; says nothing of how well the two agree.

    build/peers-venv/bin/python tools/mediapipe_peer.py clip.mp4 full.task joints.npz IMAGE 60
"""

import sys
from itertools import islice

import av
import mediapipe as mp
import numpy as np
from mediapipe.tasks.python import BaseOptions, vision


def watch(clip: str, bundle: str, mode: str, frames: int) -> np.ndarray:
    """Return the joints in the first frames, shape (T, 33, 2), in pixels; NaN for nobody.

    Parameters
    ----------
    mode
        ``IMAGE``, each frame by itself, or ``VIDEO``, followed and smoothed.
    """
    options = vision.PoseLandmarkerOptions(
        base_options=BaseOptions(model_asset_path=bundle),
        running_mode=vision.RunningMode[mode],
    )
    joints = []
    with vision.PoseLandmarker.create_from_options(options) as peer, av.open(clip) as video:
        for frame in islice(video.decode(video=0), frames):
            # MediaPipe misreads rows with a gap between them, and says nothing.
            pixels = np.ascontiguousarray(frame.to_ndarray(format="rgb24"))
            picture = mp.Image(mp.ImageFormat.SRGB, pixels)
            if mode == "VIDEO":
                found = peer.detect_for_video(picture, round(frame.time * 1000)).pose_landmarks
            else:
                found = peer.detect(picture).pose_landmarks
            points = [[p.x * frame.width, p.y * frame.height] for p in found[0]] if found else []
            joints.append(np.array(points) if points else np.full((33, 2), np.nan))
    return np.stack(joints)


if __name__ == "__main__":
    _, clip, bundle, target, mode, frames = sys.argv
    np.savez(target, image_px=watch(clip, bundle, mode, int(frames)))
