"""How fast rhomboid is, as ratios within one run; `make bench` runs it.

The limit of a check is what decoding alone and the landmark model alone cost in
processor time, divided by the processors: nothing that decodes and looks can be
faster. The peer is MediaPipe's own Python interface with the same model.
"""

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

import numpy as np

from benchmarks.clip import make_clip
from benchmarks.figures import Figure, show, write
from benchmarks.journal import journal_figures
from benchmarks.live import live_figures

ROOT = Path(__file__).resolve().parents[1]
BUILD = ROOT / "build"
PEER = BUILD / "peers-venv" / "bin" / "python"
SECONDS = 60
ROUNDS = 3


def main() -> None:
    """Measure everything, print the table, write build/bench.json."""
    clip = make_clip(_sample(), BUILD / "bench" / "clip.mp4", seconds=SECONDS)
    short = make_clip(_sample(), BUILD / "bench" / "short.mp4", seconds=SECONDS // 3)
    figures = [*_whole_check(clip), *_memory(clip, short), *_engine(), *_start()]
    figures += live_figures(_sample())
    figures += journal_figures()
    write(figures, BUILD / "bench.json")
    show(figures, "rhomboid: speed")
    sys.exit(0 if all(f.holds for f in figures) else 1)


def _sample() -> Path:
    """Return a sample clip that ships."""
    return min((ROOT / "samples").glob("*.mp4"))


def _whole_check(clip: Path) -> list[Figure]:
    """Measure a whole check beside its limit and beside MediaPipe, turn about."""
    frames = SECONDS * 30
    cores = len(os.sched_getaffinity(0))
    decode_s, model_s, lean_s, check_s, peer_s = [], [], [], [], []
    for _ in range(ROUNDS):
        decode_s.append(_cpu_s(lambda: _decode(clip)))
        model_s.append(_model_cpu_s(None) * frames)
        lean_s.append(_model_cpu_s((0, 1, 3, 4)) * frames)
        check_s.append(_wall_s([_rhomboid(), "check", str(clip), "--json"]))
        if PEER.is_file():
            peer_s.append(_peer_s(clip))
    limit_s = (median(decode_s) + median(model_s)) / cores
    lean_limit_s = (median(decode_s) + median(lean_s)) / cores
    took_s = median(check_s)
    figures = [
        Figure("check: wall time over its limit", took_s / limit_s, "x", "lower", 1.15, 1.0),
        Figure("the same, over the limit of the model without its mask", took_s / lean_limit_s,
               "x", "lower", None, 1.0),
        Figure("check: frames a second", frames / took_s, "1/s", "higher", None,
               frames / limit_s),
        Figure("decoding alone", median(decode_s) / frames * 1e3, "ms CPU a frame", "lower"),
        Figure("landmark model alone", median(model_s) / frames * 1e3, "ms CPU a frame", "lower"),
        Figure("the same without its mask", median(lean_s) / frames * 1e3, "ms CPU a frame",
               "lower"),
    ]  # fmt: skip
    if peer_s:
        gain = median(peer_s) / took_s
        peer = frames / median(peer_s)
        figures.append(Figure("check: speed over MediaPipe 1.2.2", gain, "x", "higher", 1.8, 1.0))
        figures.append(Figure("MediaPipe 1.2.2: frames a second", peer, "1/s", "higher"))
    return figures


def _rhomboid() -> str:
    """Return the command of this environment."""
    return str(Path(sys.executable).with_name("rhomboid"))


def _cpu_s(work: Callable[[], object]) -> float:
    """Return the processor time of some work, all threads together."""
    before = time.process_time()
    work()
    return time.process_time() - before


def _wall_s(command: list[str]) -> float:
    """Return how long a command takes."""
    before = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return time.perf_counter() - before


def _decode(clip: Path) -> int:
    """Decode a clip and do nothing else."""
    import av

    with av.open(str(clip)) as video:
        video.streams.video[0].codec_context.thread_count = 1
        return sum(1 for _ in video.decode(video=0))


def _model_cpu_s(outputs: tuple[int, ...] | None) -> float:
    """Return the processor time of the landmark model, or of some of it, for one picture."""
    from rhomboid.pose.weights import interpreter

    model = interpreter("pose_landmark_full.tflite", outputs=outputs)
    picture = np.random.default_rng(0).random((1, 256, 256, 3), dtype=np.float32)
    model.set_tensor(model.get_input_details()[0]["index"], picture)
    model.invoke()
    return _cpu_s(lambda: [model.invoke() for _ in range(100)]) / 100


def _peer_s(clip: Path) -> float:
    """Return how long MediaPipe takes for the clip: decoding and looking, without its start."""
    from tools.task_bundle import build_bundle

    bundle = build_bundle("full", BUILD / "bench" / "full.task")
    script = ROOT / "benchmarks" / "mediapipe_speed.py"
    ran = subprocess.run(
        [str(PEER), str(script), str(clip), str(bundle)], check=True, capture_output=True, text=True
    )
    return float(json.loads(ran.stdout.splitlines()[-1])["seconds"])


def _memory(clip: Path, short: Path) -> list[Figure]:
    """Measure what a clip three times as long costs in memory."""
    long_mb, short_mb = (_peak_mb(path) for path in (clip, short))
    growth = (long_mb - short_mb) * 1e3 / (SECONDS * 30 * 2 / 3)
    return [
        Figure("memory of a check", long_mb, "MB", "lower"),
        Figure("memory for another frame", max(growth, 0.0), "kB", "lower", 8.0),
    ]


def _peak_mb(clip: Path) -> float:
    """Return the largest memory a check of a clip takes."""
    code = (
        "import resource, sys; from pathlib import Path; from rhomboid import check; "
        "check(sys.argv[1]); status = Path('/proc/self/status'); "
        "lines = status.read_text().splitlines() if status.exists() else []; "
        # What getrusage says begins, on Linux, at what the process that started this one takes.
        "own = [line.split()[1] for line in lines if line.startswith('VmHWM')]; "
        "print(own[0] if own else resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)"
    )
    ran = subprocess.run(
        [sys.executable, "-c", code, str(clip)], check=True, capture_output=True, text=True
    )
    unit = 1e6 if sys.platform == "darwin" else 1e3
    return float(ran.stdout.splitlines()[-1]) / unit


def _engine() -> list[Figure]:
    """Measure the engine after pose: a whole track at once, and live."""
    from benchmarks.tracks import long_track, median_rate, unrest, worst_live_ms

    track, exercise = long_track(minutes=10)
    return [
        Figure("engine: frames a second, a whole track", median_rate(track, exercise), "1/s",
               "higher", 100_000),
        Figure("engine: a live frame, 99th percentile", worst_live_ms(track, exercise), "ms",
               "lower", 0.3),
        Figure("this machine: 99th percentile over median of fixed work", unrest(), "x",
               "lower", None, 1.0),
    ]  # fmt: skip


def _start() -> list[Figure]:
    """Measure how long it takes to come up."""
    help_s = [_wall_s([_rhomboid(), "--help"]) for _ in range(9)]
    bare_s = [_wall_s([sys.executable, "-c", "pass"]) for _ in range(9)]
    import_s = [_wall_s([sys.executable, "-c", "import rhomboid"]) for _ in range(9)]
    return [
        Figure("rhomboid --help", median(help_s), "s", "lower", 0.3, median(bare_s)),
        Figure("import rhomboid", median(import_s) - median(bare_s), "s", "lower", 0.15),
    ]


if __name__ == "__main__":
    main()
