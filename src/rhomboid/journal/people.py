"""Who trains, and what they told of themselves, every time it changed."""

from datetime import date

from pydantic import TypeAdapter
from sqlalchemy import func, insert, select

from rhomboid.journal.database import Database
from rhomboid.journal.sets import Now
from rhomboid.journal.tables import profiles
from rhomboid.training.person import Person

LOCAL = "00000000-0000-4000-8000-000000000001"
"""The id of the one person who trains where there are no accounts."""

_PERSON = TypeAdapter(Person)


class Profile:
    """What one person told of themselves."""

    def __init__(self, database: Database, person: str, now: Now) -> None:
        self._database = database
        self._person = person
        self._now = now

    def keep(self, person: Person, day: date) -> None:
        """Keep what a person told, from a day on; the same again changes nothing.

        Raises
        ------
        JournalError
            If it cannot be written.
        """
        told = _PERSON.dump_python(person, mode="json")
        mine = profiles.c.person_id == self._person
        last = select(profiles).where(mine).order_by(profiles.c.number.desc()).limit(1)
        with self._database.writing() as connection:
            before = connection.execute(last).one_or_none()
            if before is not None and _PERSON.validate_python(before.document) == person:
                return
            row = {
                "person_id": self._person,
                "number": 1 if before is None else before.number + 1,
                "day": day,
                "kept_at": self._now(),
                "document": told,
            }
            connection.execute(insert(profiles).values(row))

    def now(self) -> Person | None:
        """Return what they told last; None if they never did.

        Raises
        ------
        JournalError
            If the journal cannot be read.
        """
        return self.on(date.max)

    def on(self, day: date) -> Person | None:
        """Return what was known of them on a day; None if nothing was.

        Raises
        ------
        JournalError
            If the journal cannot be read.
        """
        asked = (
            select(profiles.c.document)
            .where(profiles.c.person_id == self._person, profiles.c.day <= day)
            .order_by(profiles.c.number.desc())
            .limit(1)
        )
        with self._database.reading() as connection:
            told = connection.execute(asked).scalar()
        return None if told is None else _PERSON.validate_python(told)

    def count(self) -> int:
        """Return how often they told something new.

        Raises
        ------
        JournalError
            If the journal cannot be read.
        """
        asked = select(func.count()).where(profiles.c.person_id == self._person)
        with self._database.reading() as connection:
            return connection.execute(asked).scalar_one()
