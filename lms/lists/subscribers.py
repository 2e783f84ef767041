"""What lists hear from the rooms below."""

from datetime import datetime

from lms.accounts.actors import Actor
from lms.lists import services
from lms.people.models import Person
from lms.signals import person_erased


def connect() -> None:
    """Begin to listen; called once by the application."""
    person_erased.connect(forget_person)


def forget_person(person: Person, *, actor: Actor, now: datetime) -> None:
    """Cut the rows of somebody erased out of the files kept."""
    del now
    services.forget(person_id=person.id, actor=actor)
