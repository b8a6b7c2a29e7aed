"""Who is rendered: the numbers of a body, and the colours of skin, hair and clothes."""

from dataclasses import dataclass

from rhomboid.athlete.body import Body

Colour = tuple[float, float, float]
"""Red, green and blue, 0 to 1."""


@dataclass(frozen=True, slots=True)
class Person:
    """One person.

    Attributes
    ----------
    name
        How clips call them.
    body
        Their size, as the drawn athlete knows it.
    female, weight, muscle, age
        What the body model calls its phenotype, 0 to 1.
    skin, hair, shirt, shorts, shoes
        Colours.
    long_hair
        Whether hair goes down to the neck.
    """

    name: str
    body: Body
    female: float
    weight: float
    muscle: float
    age: float
    skin: Colour
    hair: Colour
    shirt: Colour
    shorts: Colour
    shoes: Colour
    long_hair: bool = False


ADAM = Person(
    "adam", Body(1.80, 1.0), female=0.0, weight=0.45, muscle=0.55, age=0.55,
    skin=(0.80, 0.60, 0.49), hair=(0.20, 0.13, 0.08), shirt=(0.16, 0.38, 0.62),
    shorts=(0.15, 0.16, 0.20), shoes=(0.85, 0.85, 0.83),
)  # fmt: skip
BINTA = Person(
    "binta", Body(1.63, 0.93), female=1.0, weight=0.60, muscle=0.45, age=0.60,
    skin=(0.40, 0.26, 0.19), hair=(0.07, 0.06, 0.06), shirt=(0.82, 0.74, 0.30),
    shorts=(0.22, 0.24, 0.36), shoes=(0.75, 0.25, 0.25), long_hair=True,
)  # fmt: skip
CHEN = Person(
    "chen", Body(1.70, 1.0), female=0.0, weight=0.72, muscle=0.45, age=0.75,
    skin=(0.76, 0.58, 0.44), hair=(0.35, 0.34, 0.34), shirt=(0.62, 0.64, 0.62),
    shorts=(0.30, 0.20, 0.18), shoes=(0.20, 0.20, 0.22),
)  # fmt: skip
DORA = Person(
    "dora", Body(1.70, 0.93), female=1.0, weight=0.42, muscle=0.55, age=0.52,
    skin=(0.88, 0.70, 0.60), hair=(0.52, 0.36, 0.18), shirt=(0.70, 0.25, 0.34),
    shorts=(0.12, 0.13, 0.15), shoes=(0.35, 0.55, 0.65), long_hair=True,
)  # fmt: skip

PEOPLE: tuple[Person, ...] = (ADAM, BINTA, CHEN, DORA)
"""Everybody there is."""
