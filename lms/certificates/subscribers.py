"""What certificates hear from the rooms below, and answer."""

from datetime import datetime

from lms.accounts.actors import Actor
from lms.certificates import queries, services
from lms.lists.models import ImportedList
from lms.lists.queries import undoing
from lms.lists.values import Hold, HoldKind
from lms.people.models import Person
from lms.quizzes import queries as quizzes
from lms.signals import list_undoing_asked, person_erased


def connect() -> None:
    """Begin to listen; called once by the application."""
    list_undoing_asked.connect(what_depends_on)
    person_erased.connect(forget_person)


def what_depends_on(imported_list: ImportedList) -> list[Hold]:
    """Return the valid certificates and the quizzes handed in that need the list.

    A certificate needs it if the list brought its participation or changed marks of it; a quiz,
    of which one may still come, if the list brought its participation.
    """
    found = undoing(imported_list)
    needed = found.withdrawn | found.changed
    certificates = [
        Hold(kind=HoldKind.CERTIFICATE, target=it.id, number=it.number)
        for it in queries.to_print(imported_list.training_session_id)
        if it.participation_id in needed
    ]
    attempts = [
        Hold(kind=HoldKind.ATTEMPT, target=it)
        for it in quizzes.handed_in(imported_list.training_session_id, found.withdrawn)
    ]
    return certificates + attempts


def forget_person(person: Person, *, actor: Actor, now: datetime) -> None:
    """Take the name of somebody erased out of their certificates."""
    del now
    services.forget(person_id=person.id, actor=actor)
