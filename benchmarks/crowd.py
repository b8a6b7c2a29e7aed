"""Many people who train at once, each with a socket of their own: how soon each hears back.

Run as a program of its own, so that it does not share a processor's time slice
with the server it measures.
"""

import argparse
import asyncio
import itertools
import json
import time
import uuid

import numpy as np
from websockets.asyncio.client import connect

from rhomboid.athlete.performance import perform
from rhomboid.athlete.script import Script
from rhomboid.coach.live import PoseFrame
from rhomboid.web.frames import encode

RATE_HZ = 30.0
_EXERCISES = ("lat_pulldown", "seated_cable_row", "deadlift", "t_raise")
_WARM_S = 2.0
"""How long everybody gets going before it is measured."""


def main() -> None:
    """Train, and print how late each answer came, in milliseconds."""
    words = argparse.ArgumentParser(description=__doc__)
    words.add_argument("url")
    words.add_argument("--people", type=int, required=True)
    words.add_argument("--seconds", type=float, default=15.0)
    asked = words.parse_args()
    late_ms = asyncio.run(_train_all(asked.url, asked.people, asked.seconds))
    print(json.dumps(late_ms))


async def _train_all(url: str, people: int, seconds: float) -> list[float]:
    """Let everybody train for some seconds; return how late each answer was."""
    films = [_film(exercise) for exercise in _EXERCISES]
    begin_s = time.monotonic() + 1.0 + people / 200
    each = await asyncio.gather(
        *(
            _train(url, films[i % len(films)], begin_s + i / people / RATE_HZ, seconds, share)
            for i, share in enumerate(np.random.default_rng(0).random(people).tolist())
        )
    )
    return [ms for one in each for ms in one]


def _film(exercise: str) -> tuple[str, tuple[float, float], list[PoseFrame]]:
    """Return a set to be repeated: frames without their numbers and times."""
    track = perform(Script(exercise, repetitions=3, variation=0.0)).track
    world = track.world_m
    assert world is not None
    frames = [
        PoseFrame(0.0, track.image_px[i], track.visibility[i], world[i]) for i in range(len(track))
    ]
    return exercise, track.size_px, frames


async def _train(
    url: str,
    film: tuple[str, tuple[float, float], list[PoseFrame]],
    begin_s: float,
    seconds: float,
    share: float,
) -> list[float]:
    """Send one person's frames in time, from some place in the film; return how late answers were.

    Nobody's repetitions end with everybody else's.
    """
    exercise, size_px, frames = film
    first = int(share * len(frames))
    async with connect(f"{url}/live", compression=None, max_queue=None) as socket:
        await socket.send(_start(exercise, size_px))
        sent_s: list[float] = []
        late_ms: list[float] = []
        listening = asyncio.create_task(_listen(socket, sent_s, late_ms, begin_s + _WARM_S))
        await socket.send(json.dumps({"type": "arm", "seq": 0}))
        sent_s.append(time.monotonic())
        for n in itertools.count():
            due_s = begin_s + n / RATE_HZ
            if due_s > begin_s + _WARM_S + seconds:
                break
            await asyncio.sleep(max(0.0, due_s - time.monotonic()))
            frame = frames[(first + n) % len(frames)]
            message = encode(
                n + 1, PoseFrame(n / RATE_HZ, frame.image_px, frame.visibility, frame.world_m)
            )
            sent_s.append(time.monotonic())
            await socket.send(message)
        await asyncio.sleep(0.5)
        await socket.send(json.dumps({"type": "discard", "seq": len(sent_s)}))
        await listening
    return late_ms


def _start(exercise: str, size_px: tuple[float, float]) -> str:
    """Return the first message."""
    return json.dumps(
        {
            "type": "start",
            "version": 1,
            "set": str(uuid.uuid4()),
            "exercise": exercise,
            "size": list(size_px),
            "model": "drawn",
            "started_at": "2026-01-01T00:00:00+00:00",
        }
    )


async def _listen(socket, sent_s: list[float], late_ms: list[float], from_s: float) -> None:
    """Note how late each answer is that a frame brought about."""
    async for text in socket:
        now_s = time.monotonic()
        told = json.loads(text)
        if told["type"] == "discarded":
            return
        if "seq" in told and now_s >= from_s:
            late_ms.append((now_s - sent_s[told["seq"]]) * 1e3)


def percentile(late_ms: list[float], share: float) -> float:
    """Return a percentile of how late answers were."""
    return float(np.percentile(late_ms, share)) if late_ms else float("nan")


if __name__ == "__main__":
    main()
