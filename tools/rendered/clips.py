"""The rendered clips of samples/: each exercise done well, and each with a fault."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from rhomboid.athlete.camera import Camera
from rhomboid.athlete.script import Script
from tools.rendered.film import Clip
from tools.rendered.people import ADAM, BINTA, CHEN, DORA, Person

SIZE = (640.0, 480.0)

CAMERAS: Mapping[str, Camera] = MappingProxyType(
    {
        "seated_cable_row": Camera(90.0, 0.90, 2.6, 50.0, SIZE),
        "t_raise": Camera(0.0, 1.15, 2.6, 50.0, SIZE),
        "lat_pulldown": Camera(90.0, 1.30, 2.7, 50.0, SIZE),
        "deadlift": Camera(90.0, 0.90, 2.8, 50.0, SIZE),
        "inverted_row": Camera(45.0, 1.45, 2.5, 50.0, SIZE),
        "corkscrew": Camera(90.0, 0.90, 2.2, 50.0, SIZE),
    }
)
"""From where each exercise is seen best, with the whole body in the picture."""

VIEWS: Mapping[str, str] = MappingProxyType(
    {
        "seated_cable_row": "side",
        "t_raise": "front",
        "lat_pulldown": "side",
        "deadlift": "side",
        "inverted_row": "foot_end34",
        "corkscrew": "side",
    }
)
"""What that place is called."""


_FAULTY = {1: (1,), 2: (1, 2), 3: (2, 3)}
"""Which repetitions have the fault, by how many there are."""


@dataclass(frozen=True, slots=True)
class _Plan:
    """One clip to make: who, where, how often, and what is wrong."""

    exercise: str
    what: str
    person: Person
    room: str
    faults: Mapping[str, float] = field(default_factory=dict)
    repetitions: int = 3

    def clip(self) -> Clip:
        """Return the clip; what is done well keeps exactly to its tempo."""
        script = Script(
            self.exercise, repetitions=self.repetitions, faults=self.faults,
            faulty=_FAULTY[self.repetitions],
            variation=0.03 if self.faults else 0.0,
        )  # fmt: skip
        name = f"{self.exercise}__{VIEWS[self.exercise]}__{self.what}"
        return Clip(name, script, self.person, CAMERAS[self.exercise], self.room)


_PLANS = (
    _Plan("seated_cable_row", "clean", ADAM, "gym"),
    _Plan("seated_cable_row", "rocking", BINTA, "gym", {"rocking_torso": 28.0}),
    _Plan("seated_cable_row", "hands_high", CHEN, "gym", {"hands_end_high": 0.37}),
    _Plan("t_raise", "clean", DORA, "living"),
    _Plan("t_raise", "too_high", CHEN, "evening", {"arms_too_high": 36.0}),
    _Plan("t_raise", "one_arm_lazy", ADAM, "living", {"one_arm_lazy": 0.4}),
    _Plan("t_raise", "elbows_bend", BINTA, "gym", {"elbows_bend": 45.0}),
    _Plan("lat_pulldown", "clean", BINTA, "gym"),
    _Plan("lat_pulldown", "rocking", ADAM, "gym", {"rocking_torso": 28.0}),
    _Plan("lat_pulldown", "stops_short", DORA, "gym", {"stops_short": 0.4}),
    _Plan("deadlift", "clean", ADAM, "gym"),
    _Plan("deadlift", "hips_shoot_up", DORA, "gym", {"hips_shoot_up": 3.5}),
    _Plan("deadlift", "bar_drifts", CHEN, "gym", {"bar_drifts": 1.0}),
    _Plan("inverted_row", "clean", DORA, "gym"),
    _Plan("inverted_row", "sagging", CHEN, "gym", {"sagging_line": 38.0}),
    _Plan("inverted_row", "wide_grip", ADAM, "gym", {"wide_grip": 1.0}),
    _Plan("corkscrew", "clean", CHEN, "living", repetitions=1),
    _Plan("corkscrew", "short_hold", DORA, "evening", {"short_pause": 24.0}, 2),
    _Plan("corkscrew", "elbow_low", BINTA, "living", {"elbow_short_of_ceiling": 0.63}, 1),
)

CLIPS: tuple[Clip, ...] = tuple(plan.clip() for plan in _PLANS)
"""All of them."""
