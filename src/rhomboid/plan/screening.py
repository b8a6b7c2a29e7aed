"""Questions before the first day, and signs with which nobody trains.

The questions are in our own words; how they are built follows common practice. They
find who should ask a clinician first. They diagnose nothing. A longer, well-known form
is at eparmedx.com.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from types import MappingProxyType
from typing import Literal

from rhomboid.plan.day import Urgency
from rhomboid.training.checkin import RedFlag
from rhomboid.training.person import Condition, Person
from rhomboid.training.screening import Question, Screening

VALID = timedelta(days=365)
"""How long the answers hold, if nothing changes. House, after common practice."""

Allowed = Literal["nothing", "stretch", "light", "loads"]
"""How far somebody may go, from least to most."""

_ORDER: tuple[Allowed, ...] = ("nothing", "stretch", "light", "loads")


@dataclass(frozen=True, slots=True)
class Asked:
    """One question, and what a yes means.

    Attributes
    ----------
    words
        The question, to be answered with yes or no.
    until_agreed
        What is open until a clinician has agreed.
    then
        What to do after a yes.
    condition
        What a yes says of the person; None for nothing the exercise files know.
    """

    words: str
    until_agreed: Allowed
    then: str
    condition: Condition | None = None


QUESTIONS: Mapping[Question, Asked] = MappingProxyType(
    {
        "heart": Asked(
            "Has a doctor told you that your heart or your blood pressure needs watching?",
            "stretch",
            "Ask your doctor whether lifting suits you, before the first load.",
            "high_blood_pressure",
        ),
        "chest": Asked(
            "In the last year, did your chest hurt, or did you faint or lose your balance"
            " from dizziness?",
            "nothing",
            "See a doctor before you train at all.",
        ),
        "bones": Asked(
            "Have you been told that your bones are thin, or have you broken a bone of your spine?",
            "light",
            "Ask your clinician before you lift; twisting stays in the middle of the range.",
            "osteoporosis",
        ),
        "pregnancy": Asked(
            "Are you pregnant, or did you give birth within the last 12 weeks?",
            "light",
            "Ask your midwife or doctor before you lift.",
            "pregnancy",
        ),
        "shoulder": Asked(
            "Was a shoulder operated on or out of joint, or does it hurt when you reach overhead?",
            "loads",
            "Go gently overhead, and leave out what hurts.",
            "shoulder_pain",
        ),
        "recent": Asked(
            "Are you being treated for an injury, an operation or a hernia at the moment?",
            "light",
            "Ask whoever treats you what you may lift.",
        ),
        "legs": Asked(
            "Does pain in your back come with tingling, numbness or weakness in a leg?",
            "stretch",
            "Have it looked at by a doctor before you lift.",
        ),
        "other": Asked(
            "Is there any other illness or medicine because of which you were told to train only"
            " under supervision?",
            "light",
            "Ask your doctor before you lift.",
        ),
    }
)  # fmt: skip
"""What is asked, in its order."""


@dataclass(frozen=True, slots=True)
class Flag:
    """A sign with which nobody trains."""

    words: str
    urgency: Urgency


RED_FLAGS: Mapping[RedFlag, Flag] = MappingProxyType(
    {
        "numb_saddle": Flag("Numbness between your legs or around your seat", "emergency"),
        "bladder_or_bowel": Flag("New trouble with holding or passing water or stool", "emergency"),
        "weak_legs": Flag("A leg, or both, that becomes weaker", "emergency"),
        "chest_pain": Flag("Pain or pressure in the chest, or short breath at rest", "emergency"),
        "fainting": Flag("Fainting", "emergency"),
        "injury": Flag("A fall or a blow, or sudden strong pain in the middle of the back",
                       "urgent"),
        "fever": Flag("Fever or chills together with back pain", "urgent"),
        "new_numbness": Flag("New numbness, or pain that spreads below the knee", "doctor"),
        "night_pain": Flag("Pain at night that never lets go", "doctor"),
        "weight_loss": Flag("Losing weight without knowing why", "doctor"),
    }
)  # fmt: skip
"""Signs to ask for, and how soon they want care."""

CARE_NOW: Mapping[Urgency, str] = MappingProxyType(
    {
        "emergency": "Do not train. Call the emergency number or go to an emergency department"
        " now.",
        "urgent": "Do not train. Get medical care today.",
        "doctor": "Do not train. See a doctor in the next days to get it checked.",
        "pause": "Do not train today. Look again tomorrow.",
    }
)
"""What to do, by how soon."""

_SOONEST: tuple[Urgency, ...] = ("emergency", "urgent", "doctor", "pause")


def allowed(screening: Screening | None, person: Person, day: date) -> Allowed:
    """Return how far somebody may go by their answers.

    Without answers, or with answers older than a year, up to light days; what a yes asks
    for holds until a clinician has agreed after it.

    Examples
    --------
    >>> allowed(Screening(date(2026, 5, 4)), Person(), date(2026, 5, 4))
    'loads'
    """
    if screening is None:
        return "light"
    open_now = [_ORDER.index("loads")] if current(screening, day) else [_ORDER.index("light")]
    if not agreed_since(person, screening.day):
        asked = yes_of(screening, person)
        open_now += [_ORDER.index(QUESTIONS[question].until_agreed) for question in asked]
    return _ORDER[min(open_now)]


def current(screening: Screening, day: date) -> bool:
    """Return whether answers still hold."""
    return day - screening.day <= VALID


def agreed_since(person: Person, day: date) -> bool:
    """Return whether a clinician agreed on a day or later; an undated word counts for answers."""
    return person.cleared and (person.cleared_on is None or person.cleared_on >= day)


def yes_of(screening: Screening | None, person: Person) -> frozenset[Question]:
    """Return the questions answered with yes, there or by what a profile tells."""
    told = {q for q, asked in QUESTIONS.items() if asked.condition in person.conditions}
    return frozenset(told) | (screening.yes if screening else frozenset())


def conditions_of(screening: Screening | None, person: Person) -> frozenset[Condition]:
    """Return what somebody told of themselves, in either place."""
    yes = screening.yes if screening else frozenset[Question]()
    told = {QUESTIONS[question].condition for question in yes}
    return person.conditions | {condition for condition in told if condition is not None}


def soonest(flags: frozenset[RedFlag]) -> Urgency:
    """Return how soon signs want care: the soonest of them.

    Raises
    ------
    ValueError
        If there are none.

    Examples
    --------
    >>> soonest(frozenset({"fever", "fainting"}))
    'emergency'
    """
    if not flags:
        raise ValueError("there are no signs to judge")
    return min((RED_FLAGS[flag].urgency for flag in flags), key=_SOONEST.index)
