"""The people of the year: other goals, gear, time, health and weeks, each with a true state."""

from collections.abc import Sequence

from benchmarks.year.nature import Away, Flare, Nature, on, strengths
from rhomboid.training.person import Person

_STATIONS = frozenset({"cable_station", "straight_bar", "pulldown_station", "long_bar"})
_GYM = _STATIONS | {"barbell", "barbell_in_rack", "band", "mat", "neutral_bar", "blocks"}
_BANDS = ("yellow", "red", "green", "blue")
_STACK = {"cable_station": 2.5, "pulldown_station": 2.5, "neutral_bar": 2.5, "barbell": 2.5}
_MON_WED_FRI = frozenset({0, 2, 4})
_BACK = {"deadlift": 1.4, "seated_cable_row": 0.9, "lat_pulldown": 0.5, "inverted_row": 0.4,
         "t_raise": 0.2, "corkscrew": 0.3}  # fmt: skip
_SHOULDER = {"lat_pulldown": 0.52, "t_raise": 0.5, "inverted_row": 0.6, "seated_cable_row": 0.68}


def people() -> tuple[Nature, ...]:
    """Return everybody, without twins."""
    return (*_at_home(), *_in_a_gym(), *_with_care())


def twins() -> tuple[tuple[Nature, Nature], ...]:
    """Return those who hurt or are away, each with the twin who is spared."""
    by_id = {one.id: one for one in people()}
    sore = [(by_id[name], by_id[name].without_pain()) for name in ("hugo", "iris", "mara")]
    return (*sore, (by_id["jon"], by_id["jon"].without_breaks()))


def everybody() -> tuple[Nature, ...]:
    """Return everybody, twins included."""
    return (*people(), *(twin for _, twin in twins()))


def named(ids: Sequence[str]) -> tuple[Nature, ...]:
    """Return some of them.

    Raises
    ------
    ValueError
        If there is no such person.
    """
    known = {one.id: one for one in everybody()}
    missing = [name for name in ids if name not in known]
    if missing:
        raise ValueError(f"nobody is called {missing[0]!r}; there are: {', '.join(known)}")
    return tuple(known[name] for name in ids)


def _at_home() -> tuple[Nature, ...]:
    """Return those who train at home."""
    return (
        Nature(
            "anna", "Beginner with band and mat",
            Person(goals=("posture", "strength"), minutes=30, bands=_BANDS[:3], body_kg=63,
                   height_cm=168),
            strengths(63, 0.9), answers_on=3, bands_kg=(7.0, 11.0, 17.0),
        ),
        Nature(
            "dev", "Posture, with dumbbells and band",
            Person(goals=("posture", "tone"), gear=frozenset({"band", "mat", "dumbbells"}),
                   minutes=25, bands=_BANDS, steps_kg={"dumbbells": 2.0}, body_kg=78),
            strengths(78, 0.95), seen=0.7,
        ),
        Nature(
            "ella", "To move better, with mat and band",
            Person(goals=("mobility",), minutes=20, days=frozenset({1, 4}), bands=_BANDS[:2],
                   body_kg=58),
            strengths(58, 0.85), bands_kg=(6.0, 9.0), follows=(0.85, 0.75),
        ),
        Nature(
            "kim", "Ten minutes a day, with bands and straps",
            Person(goals=("tone",), gear=frozenset({"band", "mat", "straps"}), minutes=10,
                   days=frozenset(range(7)), bands=_BANDS, body_kg=70, height_cm=175),
            strengths(70, 0.95), follows=(0.85, 0.7), seen=0.5,
        ),
    )  # fmt: skip


def _in_a_gym() -> tuple[Nature, ...]:
    """Return the healthy who train in a gym."""
    return (
        Nature(
            "ben", "Strength, in a full gym",
            Person(goals=("strength",), gear=_GYM, minutes=60, experience="some", bands=_BANDS,
                   steps_kg=_STACK, body_kg=82),
            strengths(82, 1.15),
        ),
        Nature(
            "cara", "Muscle, in a full gym",
            Person(goals=("muscle",), gear=_GYM, minutes=75, experience="some", bands=_BANDS,
                   days=frozenset({0, 2, 4, 6}), steps_kg=_STACK, body_kg=66),
            strengths(66, 1.05),
        ),
        Nature(
            "lena", "Trained, four days of loads",
            Person(goals=("muscle", "strength"), gear=_GYM, minutes=90, experience="trained",
                   bands=_BANDS, days=frozenset({0, 2, 4, 6}), steps_kg=_STACK, body_kg=68),
            strengths(68, 1.5), follows=(0.95, 0.5), seen=0.9,
        ),
        Nature(
            "jon", "Misses weeks, in a gym",
            Person(goals=("strength", "muscle"), gear=_GYM, minutes=45, bands=_BANDS,
                   days=_MON_WED_FRI, steps_kg=_STACK, body_kg=88),
            strengths(88, 0.95), follows=(0.85, 0.4),
            away=(Away(70, 90, "ill"), Away(168, 182, "holiday"), Away(301, 312, "holiday")),
        ),
    )  # fmt: skip


def _with_care() -> tuple[Nature, ...]:
    """Return those who told of something."""
    return (
        Nature(
            "finn", "Back from an injury, agreed by a clinician",
            Person(goals=("return_from_injury", "strength"), gear=_GYM, minutes=40,
                   experience="some", bands=_BANDS, steps_kg=_STACK, body_kg=80,
                   cleared=True, cleared_on=on(9)),
            strengths(80, 0.85), yes=frozenset({"recent"}),
        ),
        Nature(
            "gita", "Osteoporosis, agreed by a clinician",
            Person(goals=("posture", "strength"), gear=_GYM, minutes=40, bands=_BANDS,
                   days=frozenset({1, 3, 5}), steps_kg=_STACK, body_kg=60,
                   conditions=frozenset({"osteoporosis"}), cleared=True, cleared_on=on(0)),
            strengths(60, 0.75), yes=frozenset({"bones"}), follows=(0.95, 0.8),
        ),
        Nature(
            "hugo", "Mild back pain that flares twice",
            Person(goals=("posture", "strength"), gear=_GYM, minutes=50, experience="some",
                   bands=_BANDS, steps_kg=_STACK, body_kg=84,
                   conditions=frozenset({"back_pain_mild"})),
            strengths(84, 1.0), flares=(Flare(80, 7.0, 6.0), Flare(222, 6.5, 8.0)), hurts=_BACK,
        ),
        Nature(
            "iris", "Shoulder pain",
            Person(goals=("tone", "posture"), gear=_GYM, minutes=45, bands=_BANDS,
                   steps_kg=_STACK, body_kg=65, conditions=frozenset({"shoulder_pain"})),
            strengths(65, 0.95), yes=frozenset({"shoulder"}), tolerance=_SHOULDER,
            flares=(Flare(150, 5.0, 7.0),), hurts={"lat_pulldown": 1.0, "t_raise": 1.0,
                                                   "inverted_row": 0.8, "seated_cable_row": 0.4},
        ),
        Nature(
            "mara", "Says nothing in the morning; a shoulder flares twice",
            Person(goals=("muscle",), gear=_GYM, minutes=50, experience="some", bands=_BANDS,
                   steps_kg=_STACK, body_kg=70),
            strengths(70, 1.0), flares=(Flare(100, 8.5, 6.0), Flare(240, 8.0, 5.0)), tells=0.0,
            hurts={"lat_pulldown": 1.0, "t_raise": 1.0, "inverted_row": 0.9,
                   "seated_cable_row": 0.6},
        ),
    )  # fmt: skip
