"""The lock that closing a session and merging its persons respect."""

from sqlalchemy import select

from lms.extensions import db
from lms.lib.portions import portions
from lms.people.models import Person
from lms.people.queries import identity
from lms.sessions.models import TrainingSession
from lms.sessions.queries import uniting

MOST_NUMBERS = 500  # in one statement; databases limit the parameters of one


def hold_persons(training_session: TrainingSession) -> None:
    """Wait for whoever joins or parts persons of a session that closes, and let nobody begin."""
    persons = set(uniting.persons_of(training_session.id))
    held: set[int] = set()
    while waiting := sorted({*persons, *identity.roots(persons).values()} - held):
        for some in portions(waiting, MOST_NUMBERS):
            db.session.execute(
                select(Person.id)
                .where(Person.id.in_(some))
                .order_by(Person.id)
                .with_for_update(read=True)
            )
        held.update(waiting)
