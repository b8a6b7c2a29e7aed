"""Write docs/exercises.md from the exercise files.

The page says of every exercise what its file says, and of every line of the
article where the product does it. Nothing on it is kept by hand: the words of
the article's lines, and the reasons why some cannot be judged, stand here.

    python -m tools.exercise_page            write the page
    python -m tools.exercise_page --check    fail if it is stale or has a hole
"""

import argparse
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from rhomboid.catalogue import read
from rhomboid.catalogue.rules import Check, Posture
from rhomboid.catalogue.signals import Angle, Aside, Distance, Height, Signal, Tilt, Width
from rhomboid.catalogue.spec import ExerciseSpec, Line, Prescription

PAGE = Path(__file__).parents[1] / "docs" / "exercises.md"

ARTICLE = {
    "W1": "Six exercises for strength, muscle, posture, suppleness, blood flow, the spine,"
    " and the way back from injury.",
    "W2": "They belong in a daily routine.",
    "W3": "The upper back needs care: do them right, and under control.",
    "R1": "Straight bar on a cable station.",
    "R2": "Sit tall, feet braced.",
    "R3": "Hands shoulder-width apart.",
    "R4": "Pull slowly to the upper belly.",
    "R5": "Wait there for at least three seconds.",
    "R6": "Go back under control.",
    "R7": "The trunk stays straight and still.",
    "T1": "A band end in each hand, its middle under one foot.",
    "T2": "Feet one behind the other, a step and a half.",
    "T3": "Palms down.",
    "T4": "Raise both arms out to the sides.",
    "T5": "Up to shoulder height.",
    "T6": "Brace the middle.",
    "P1": "Sit at the pulldown station.",
    "P2": "Palms away, hands just wider than the shoulders.",
    "P3": "Slow, controlled pace.",
    "P4": "Shoulders go back and down.",
    "P5": "The trunk does not move.",
    "P6": "The bar comes close to the chest.",
    "P7": "A short stop, then back to the start.",
    "P8": "10 to 12 repetitions.",
    "D1": "Feet hip-width apart.",
    "D2": "Bend by pushing the hips back.",
    "D3": "Hands outside the knees.",
    "D4": "Flat back.",
    "D5": "Stand up by bringing the hips forward.",
    "D6": "The bar travels close to the body.",
    "D7": "Finish: hips through, shoulders back.",
    "D8": "Eyes on the floor in front.",
    "D9": "Lower with care to the start.",
    "I1": "Barbell in a rack, or Smith machine bar, at hip height.",
    "I2": "Hang under it, hands at least shoulder-width apart.",
    "I3": "One straight line, heels on the floor.",
    "I4": "Squeeze the shoulder blades and pull up slowly until the back is tight.",
    "I5": "At least 10 in a set.",
    "C1": "On all fours, middle braced.",
    "C2": "One hand behind the head.",
    "C3": "Turn elbow and shoulder up until the elbow points at the ceiling.",
    "C4": "Slowly.",
    "C5": "Hold for one minute: one repetition.",
    "C6": "20 repetitions.",
}
"""Every line of the article, in words of our own."""

ELSEWHERE = {
    "W1": "The six exercises above, marked `of_the_six`. They can make muscles stronger and larger,"
    " and the corkscrew can make the upper back more supple. No text promises a cure, a protected"
    " spine, better blood flow or a posture put right; after an injury, a clinician decides.",
    "W2": "Planned: the daily routine is not there yet. Every file carries its own dose for it.",
    "W3": "Every check above, and the safety part of every file.",
}
"""Lines that belong to no single exercise, and the part of the product that does them."""

UNSEEN = {
    "R1": "equipment: the person says what they use",
    "T1": "equipment: the person says what they use",
    "T2": "from the front, the distance between the feet, front to back",
    "T3": "which way the palms face: joints do not show it",
    "T6": "whether the middle is braced: only that it does not sway",
    "P1": "equipment; that the person stays seated is needed for the count",
    "P2": "which way the palms face: joints do not show it",
    "P4": "the shoulder blades: only the gap between ear and shoulder",
    "D4": "the shape of the back: joints do not show it",
    "D8": "where the eyes look: only whether the head keeps its line",
    "I1": "equipment: the person says what they use",
    "I4": "the squeeze of the shoulder blades: they have no joint of their own",
    "C1": "whether the middle is braced",
    "C6": "more than studies found of use; people start lower, and the file says why",
}
"""What of a line no check judges, and why. A line without a check must stand here."""

WINDOWS = {
    "start": "at the start",
    "turn": "at the far end",
    "out": "on the way out",
    "back": "on the way back",
    "rise": "while the counted signal grows",
    "fall": "while the counted signal shrinks",
    "rep": "over the repetition",
    "pause": "while stopped at the far end",
    "set": "over the set",
}
MEASURES = {
    "value": "{signal}",
    "size": "size of {signal}, whichever way",
    "highest": "largest {signal}",
    "lowest": "smallest {signal}",
    "swing": "largest minus smallest {signal}",
    "returns": "difference of {signal} between beginning and end",
    "sinks": "smallest {signal} minus the first",
    "change": "change of {signal} since the start",
    "seconds": "time spent",
    "speed_ratio": "time of the way back over time of the way out",
    "repetitions": "number of repetitions",
}
UNITS = {"trunk": " trunk", "deg": "°", "shoulder": " shoulder widths"}
VIEWS = {
    "front": "front",
    "front34": "front, at an angle",
    "side": "side",
    "rear34": "behind, at an angle",
    "rear": "behind",
    "foot_end": "foot end",
    "foot_end34": "foot end, at an angle",
    "head_end34": "head end, at an angle",
    "head_end": "head end",
}
SIDES = {
    "mean": "{}",
    "min": "{}, the smaller of the two sides",
    "max": "{}, the larger of the two sides",
    "difference": "difference between the sides in {}",
}
INTRO = """\
# The exercises

This page is written by `python -m tools.exercise_page` from the files in
`src/rhomboid/catalogue/exercises`. Change those, not this.

Lengths are in trunks, the distance from the middle of the shoulders to the middle of the hips.
Widths may be in shoulder widths: the distance between the shoulder joints.
A joint that is not seen makes a check *not judged*, never a fault.

- **Good** is the range in which nothing is wrong.
- **Margin** is how far beyond it a value must lie to be a fault; in between, it is too close to
  call.
- **±** is how far off the camera may be; a margin is never smaller.
- **Seen from** names where the camera must stand for this check; *anywhere* means every place from
  which the exercise can be counted at all.
- **Source** is a key of the list at the end; *house* is our own choice.
"""


def main(arguments: list[str] | None = None) -> int:
    """Write the page, or check it; the exit code is 1 if a check fails."""
    parser = argparse.ArgumentParser(prog="tools.exercise_page")
    parser.add_argument("--check", action="store_true", help="only say whether the page is right")
    check = parser.parse_args(arguments).check
    specs = in_order(read.load(name) for name in read.names())
    faults = holes(specs)
    page = render(specs)
    if not check:
        PAGE.write_text(page, encoding="utf-8")
    elif not PAGE.is_file() or PAGE.read_text(encoding="utf-8") != page:
        faults.append(f"{PAGE.name} is stale; run python -m tools.exercise_page")
    for fault in faults:
        print(fault, file=sys.stderr)
    return 1 if faults else 0


def in_order(specs: Iterable[ExerciseSpec]) -> list[ExerciseSpec]:
    """Sort exercises: the six as the article has them, then the others by id."""
    letters = list(dict.fromkeys(line[0] for line in ARTICLE))

    def place(spec: ExerciseSpec) -> tuple[int, str]:
        lines = sorted(article_lines(spec), key=lambda line: letters.index(line[0]))
        return (letters.index(lines[0][0]) if lines else len(letters), spec.id)

    return sorted(specs, key=place)


def article_lines(spec: ExerciseSpec) -> dict[str, list[str]]:
    """Return, for every line of the article in a file, the places where it stands."""
    places: dict[str, list[str]] = {}
    for place, lines in _places(spec):
        for line in lines:
            known = places.setdefault(line, [])
            if place not in known:
                known.append(place)
    return places


def holes(specs: list[ExerciseSpec]) -> list[str]:
    """Return what the article says and the product does not, one line each."""
    places = [article_lines(spec) for spec in specs]
    found = {line for spec in places for line in spec}
    judged = {line for spec in specs for check in spec.checks for line in check.article}
    missing = [line for line in ARTICLE if line not in found and line not in ELSEWHERE]
    silent = [
        line for line in ARTICLE if line in found and line not in judged and line not in UNSEEN
    ]
    return [
        *(f"{line} of the article has no place in any exercise" for line in missing),
        *(f"{line} of the article has no check, and no reason for that" for line in silent),
        *(f"{line} is no line of the article" for line in sorted(found - ARTICLE.keys())),
    ]


def render(specs: list[ExerciseSpec]) -> str:
    """Return the whole page."""
    parts = [INTRO, *(_exercise(spec) for spec in specs), _article(specs), _sources(specs)]
    return "\n".join(parts)


def signal_words(signal: Signal) -> str:
    """Say a signal in words."""
    match signal:
        case Height(of=of, above="picture"):
            words = f"height of the {_joint(of)} in the picture"
        case Height(of=of, above=above):
            words = f"height of the {_joint(of)} over the {_joint(above)}"
        case Distance(between=(one, other), level=level):
            words = f"{'level ' if level else ''}distance from {_joint(one)} to {_joint(other)}"
        case Angle(at=(one, middle, other)):
            words = f"angle {_joint(one)}–{_joint(middle)}–{_joint(other)}"
        case Tilt(start=start, end=end):
            words = f"tilt of the line {_joint(start)}–{_joint(end)}"
        case Width(of=of):
            words = f"distance between the two {_joint(of)}s"
        case Aside(of=of):
            words = f"how much further the {_joint(of)} is out to the side than in front"
    in_space = isinstance(signal, Aside) or getattr(signal, "space", "image") == "world"
    sides = SIDES[getattr(signal, "sides", "mean")]
    return sides.format(words) + (" (in space)" if in_space else "")


def limit_words(part: Check | Posture, unit: str) -> str:
    """Say the range of a check or a posture in words."""
    if part.at_least is None:
        words = f"at most {part.at_most:g}"
    elif part.at_most is None:
        words = f"at least {part.at_least:g}"
    else:
        words = f"{part.at_least:g} to {part.at_most:g}"
    return words.replace("-", "−") + unit


def _places(spec: ExerciseSpec) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield every part of a file that can carry lines of the article, and those lines."""
    for item in spec.equipment.usual + spec.equipment.substitutes:
        yield "equipment", item.article
    guidance = spec.guidance
    for name, lines in (
        ("set-up", guidance.setup),
        ("steps", guidance.steps),
        ("faults", guidance.faults),
        ("safety", spec.safety.before),
    ):
        for line in lines:
            yield name, line.article
    yield "prescription", spec.prescription.article
    for check in spec.checks:
        yield f"check `{check.id}`", check.article


def _joint(name: str) -> str:
    """Say a joint in words."""
    return name.replace("foot_index", "toe")


def _unit(part: Check | Posture, spec: ExerciseSpec) -> str:
    """Return the unit a limit is written with."""
    if part.signal is None:
        assert isinstance(part, Check)
        return " s" if part.measure == "seconds" else ""
    return UNITS[spec.signals[part.signal].unit]


def _measured(part: Check | Posture, spec: ExerciseSpec) -> str:
    """Say what a check or a posture looks at, and when."""
    signal = signal_words(spec.signals[part.signal]) if part.signal else ""
    return f"{MEASURES[part.measure].format(signal=signal)} {WINDOWS[part.at]}"


def _exercise(spec: ExerciseSpec) -> str:
    """Return the chapter of one exercise."""
    who = spec.exercise
    kind = "One of the six." if who.of_the_six else "Not one of the six."
    facts = [
        f"## {who.name}",
        f"{who.summary}",
        f"`{who.id}` · {who.pattern} · {kind}",
        _bullets(
            ("Also called", ", ".join(who.aliases)),
            ("Muscles", "; ".join(who.primary)),
            ("Helping", "; ".join(who.secondary)),
            ("With", "; ".join(item.name for item in spec.equipment.usual)),
            ("Or with", "; ".join(item.name for item in spec.equipment.substitutes)),
            ("Codes", _codes(spec)),
        ),
    ]
    return (
        "\n\n".join([*facts, *_guidance(spec), *_dose(spec), *_camera(spec), *_judged(spec)]) + "\n"
    )


def _guidance(spec: ExerciseSpec) -> list[str]:
    """Return how to do it."""
    guidance = spec.guidance
    return [
        "### How to do it",
        "Set-up:",
        _numbered(guidance.setup),
        "Steps:",
        _numbered(guidance.steps),
        "What goes wrong:",
        "\n".join(f"- {line.text}{_tags(line.article)}" for line in guidance.faults),
        "More:",
        _bullets(
            ("Breathing", guidance.breathing),
            ("Easier", " ".join(guidance.easier)),
            ("Harder", " ".join(guidance.harder)),
        ),
        "### What to mind",
        _bullets(
            ("Before you start", " ".join(line.text for line in spec.safety.before)),
            ("When to stop", spec.safety.stop),
            *((_plain(name), words) for name, words in spec.safety.conditions.items()),
        ),
    ]


def _codes(spec: ExerciseSpec) -> str:
    """Say what other programs call it."""
    codes = spec.codes
    wger = f", wger {codes.wger}" if codes.wger else ""
    return f"FIT {codes.fit.category}/{codes.fit.name}, Health Connect {codes.health_connect}{wger}"


def _plain(name: str) -> str:
    """Turn an id into words."""
    return name.replace("_", " ").capitalize()


def _dose(spec: ExerciseSpec) -> list[str]:
    """Return how much of it."""
    dose = spec.prescription
    return [
        "### How much",
        _bullets(
            ("Dose", _amount(dose)),
            ("Pace", _pace(dose)),
            ("Rest between sets", f"{_span(dose.rest_between_s)} s"),
            ("Note", dose.note),
            ("The article's own dose", dose.article_dose + _tags(dose.article)),
            ("Then", spec.progression.step),
            ("Sources", f"dose {dose.source}, progression {spec.progression.source}"),
        ),
    ]


def _amount(dose: Prescription) -> str:
    """Say sets, repetitions and holds."""
    side = " on each side" if dose.per_side else ""
    hold = f", each held for {_span(dose.hold_s)} s" if dose.hold_s else ""
    sets = _span(dose.sets)
    noun = "set" if sets == "1" else "sets"
    return f"{sets} {noun} of {_span(dose.repetitions)} repetitions{side}{hold}"


def _pace(dose: Prescription) -> str:
    """Say the tempo."""
    tempo = dose.tempo
    stop = "" if dose.hold_s else f", {tempo.pause_s:g} s stop"
    rest = f", {tempo.rest_s:g} s rest" if tempo.rest_s else ""
    return f"{tempo.out_s:g} s out{stop}, {tempo.back_s:g} s back{rest}"


def _camera(spec: ExerciseSpec) -> list[str]:
    """Return where the camera stands and what is counted."""
    camera, rule = spec.camera, spec.rep
    signal = spec.signals[rule.signal]
    rests = {"low": "where it is low", "high": "where it is high", "either": "at either end"}
    return [
        "### Where the camera stands",
        camera.advice,
        _bullets(
            ("Best", _views(camera.views)),
            ("Also", _views(camera.also) if camera.also else "nowhere else"),
            ("Distance", f"{_span(camera.distance_m)} m"),
            ("Height", f"{_span(camera.height_m)} m"),
            ("Source", camera.source),
        ),
        "### What is counted",
        _bullets(
            ("Signal", f"{signal_words(signal)}; a repetition starts {rests[rule.rests]}"),
            ("It must move by", f"at least {rule.least:g}{UNITS[signal.unit]}"),
            ("A repetition lasts", f"{rule.least_s:g} to {rule.most_s:g} s"),
            ("Source", rule.source),
        ),
    ]


def _judged(spec: ExerciseSpec) -> list[str]:
    """Return the tables of postures and checks."""
    postures = (
        (_measured(part, spec), limit_words(part, _unit(part, spec)), part.say, part.source)
        for part in spec.posture
    )
    checks = (
        (
            f"**{check.title}** (`{check.id}`, {check.severity})",
            _measured(check, spec),
            limit_words(check, _unit(check, spec)),
            f"{check.margin:g}",
            f"{check.uncertainty:g}",
            _views(check.views) if check.views else "anywhere",
            check.say,
            " ".join(check.article),
            check.source,
        )
        for check in spec.checks
    )
    heads = ("Check", "Measured", "Good", "Margin", "±", "Seen from", "Cue", "Article", "Source")
    return [
        "It is counted only as long as this holds:",
        _table(("Measured", "Range", "Otherwise", "Source"), postures),
        "### What is judged",
        _table(heads, checks),
    ]


def _article(specs: list[ExerciseSpec]) -> str:
    """Return the table from the article's lines to the product."""
    rows = []
    for line, words in ARTICLE.items():
        places = [
            f"[{spec.exercise.name}](#{_anchor(spec)}): {', '.join(found[line])}"
            for spec in specs
            if line in (found := article_lines(spec))
        ]
        rows.append(
            (line, words, "; ".join(places) or ELSEWHERE.get(line, "nowhere"), UNSEEN.get(line, ""))
        )
    return "\n\n".join(
        [
            "## The article, line by line",
            "Where the product does what each line says, and what of it is not judged.",
            _table(("Line", "In short", "Where", "Not judged"), rows) + "\n",
        ]
    )


def _sources(specs: list[ExerciseSpec]) -> str:
    """Return the list of citations, and what stands behind `house`."""
    numbers = {key for spec in specs for key in _sources_of_numbers(spec)}
    lines = {key: f"- **{key}**: {text}" for key, text in sorted(read.sources().items())}
    return "\n".join(
        [
            "## Sources",
            "",
            "- **house**: our own choice; it awaits a test on real people.",
            *(line for key, line in lines.items() if key in numbers),
            "",
            "Behind words and notes, not behind a number:",
            "",
            *(line for key, line in lines.items() if key not in numbers),
            "",
        ]
    )


def _sources_of_numbers(spec: ExerciseSpec) -> set[str]:
    """Return every source a file gives for a number."""
    dose, steps, camera, rule = spec.prescription, spec.progression, spec.camera, spec.rep
    single = {dose.source, steps.source, camera.source, rule.source}
    return single | {p.source for p in spec.posture} | {c.source for c in spec.checks}


def _views(views: tuple[str, ...]) -> str:
    """Say camera places in words."""
    return "; ".join(VIEWS[view] for view in views)


def _anchor(spec: ExerciseSpec) -> str:
    """Return the link to the chapter of an exercise."""
    return spec.exercise.name.lower().replace(" ", "-")


def _tags(lines: tuple[str, ...]) -> str:
    """Return lines of the article in brackets, or nothing."""
    return f" ({', '.join(lines)})" if lines else ""


def _span(two: tuple[float, float]) -> str:
    """Say a range, or one number if both ends are equal."""
    low, high = two
    return f"{low:g}" if low == high else f"{low:g} to {high:g}"


def _numbered(lines: tuple[Line, ...]) -> str:
    """Return a numbered list."""
    return "\n".join(f"{n}. {line.text}{_tags(line.article)}" for n, line in enumerate(lines, 1))


def _bullets(*facts: tuple[str, str]) -> str:
    """Return a list of named facts, without those that are empty."""
    return "\n".join(f"- {name}: {text}" for name, text in facts if text)


def _table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    """Return a Markdown table."""
    lines = [head, ("---",) * len(head), *rows]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)


if __name__ == "__main__":
    sys.exit(main())
