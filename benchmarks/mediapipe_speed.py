"""How long MediaPipe's own Python interface takes for a clip; runs in build/peers-venv."""

import json
import sys
import time

import av
import mediapipe as mp
import numpy as np
from mediapipe.tasks.python import BaseOptions, vision

_, clip, bundle = sys.argv
options = vision.PoseLandmarkerOptions(
    base_options=BaseOptions(model_asset_path=bundle), running_mode=vision.RunningMode.VIDEO
)
with vision.PoseLandmarker.create_from_options(options) as peer, av.open(clip) as video:
    video.streams.video[0].thread_type = "AUTO"
    begun = time.perf_counter()
    for frame in video.decode(video=0):
        pixels = np.ascontiguousarray(frame.to_ndarray(format="rgb24"))
        picture = mp.Image(mp.ImageFormat.SRGB, pixels)
        peer.detect_for_video(picture, round(frame.time * 1000))
    print(json.dumps({"seconds": time.perf_counter() - begun}))
