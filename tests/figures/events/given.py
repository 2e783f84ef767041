"""Two sessions that may be one event."""

from datetime import date

from lms.accounts.actors import Actor, ActorKind, Role
from lms.people.models import Person
from lms.sessions.kinds import Status
from lms.sessions.models import Place, TrainingSession
from tests.factories.people import PersonFactory
from tests.factories.sessions import ParticipationFactory, PlaceFactory, TrainingSessionFactory

DAY = date(2014, 3, 14)
HEAD = Actor(kind=ActorKind.USER, id=1, role=Role.UNIT_HEAD)


def held(place: Place, people: list[Person], **more: object) -> TrainingSession:
    """Return a closed session with these people in it."""
    made: TrainingSession = TrainingSessionFactory.create(
        **{"place": place, "first_day": DAY, "status": Status.CLOSED, **more}
    )
    for it in people:
        ParticipationFactory.create(training_session=made, person=it)
    return made


def twins(**more: object) -> tuple[TrainingSession, TrainingSession]:
    """Return two sessions of different courses with the same five people."""
    place, people = PlaceFactory.create(), PersonFactory.create_batch(5)
    one = held(place, people)
    elsewhere = more.pop("place", place)
    assert isinstance(elsewhere, Place)
    return one, held(elsewhere, people, **more)
